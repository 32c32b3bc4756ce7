/** Grounds and borders of the page's boxes as shapes. */
import { plainColour } from './colours';
import { node, type Area } from './nodes';

type Side = 'top' | 'right' | 'bottom' | 'left';
const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];
const DASHES: Readonly<Record<string, (width: number) => string>> = {
  dashed: (width) => `${Math.max(3, width * 3)} ${Math.max(2, width * 2)}`,
  dotted: (width) => `${width} ${width}`,
};

/** The ground of a box, its borders and the ring around it, in this order. */
export function boxShapes({ left, top, width, height }: Area, style: CSSStyleDeclaration): readonly SVGElement[] {
  const shapes: SVGElement[] = [];
  const corner = style.borderTopLeftRadius;
  const radius = Number.parseFloat(corner) || 0;
  const half = Math.min(width, height) / 2;
  const rx = Math.min(half, corner.endsWith('%') ? (2 * half * radius) / 100 : radius);
  const ground = plainColour(groundOf(style));
  const plate = (attributes: Readonly<Record<string, string | number | null>>, inset = 0): void => {
    const size = { x: left + inset, y: top + inset, width: Math.max(0, width - 2 * inset), height: Math.max(0, height - 2 * inset) };
    shapes.push(node('rect', { ...size, rx: rx > 0 ? Math.max(0, rx - inset) : null, ...attributes }));
  };
  if (ground !== null && width > 0 && height > 0) {
    plate({ fill: ground.hex, 'fill-opacity': ground.alpha === 1 ? null : ground.alpha });
  }
  const edges = SIDES.map((side) => ({
    side,
    width: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0,
    colour: plainColour(style.getPropertyValue(`border-${side}-color`)),
    kind: style.getPropertyValue(`border-${side}-style`),
  }));
  const drawn = edges.filter((edge) => edge.width > 0 && edge.colour !== null && edge.kind !== 'none' && edge.kind !== 'hidden');
  const [first] = drawn;
  const alike = first !== undefined && drawn.length === 4 && drawn.every((edge) => edge.width === first.width && edge.kind === first.kind);
  if (alike && width > 0 && height > 0 && drawn.every((edge) => edge.colour?.hex === first.colour?.hex)) {
    const dash = DASHES[first.kind]?.(first.width) ?? null;
    plate({ fill: 'none', stroke: first.colour?.hex ?? null, 'stroke-width': first.width, 'stroke-dasharray': dash }, first.width / 2);
  } else if (first !== undefined) {
    const [t = 0, r = 0, b = 0, l = 0] = edges.map((edge) => edge.width);
    const [x1, x2, y1, y2] = [left, left + width, top, top + height];
    const [ix1, ix2, iy1, iy2] = [left + l, left + width - r, top + t, top + height - b];
    const corners: Readonly<Record<Side, readonly (readonly [number, number])[]>> = {
      top: [
        [x1, y1],
        [x2, y1],
        [ix2, iy1],
        [ix1, iy1],
      ],
      right: [
        [x2, y1],
        [x2, y2],
        [ix2, iy2],
        [ix2, iy1],
      ],
      bottom: [
        [x1, y2],
        [x2, y2],
        [ix2, iy2],
        [ix1, iy2],
      ],
      left: [
        [x1, y1],
        [x1, y2],
        [ix1, iy2],
        [ix1, iy1],
      ],
    };
    for (const edge of drawn) shapes.push(borderOf(corners[edge.side], edge.width, edge.kind, edge.colour?.hex ?? 'none'));
  }
  const ring = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow);
  if (ring !== null) {
    const thick = Number(ring[2]);
    plate({ fill: 'none', stroke: plainColour(ring[1] ?? '')?.hex ?? null, 'stroke-width': thick }, -thick / 2);
  }
  return shapes;
}

/** One border: a line where it is broken, else the shape between its outer and its inner edge, which may be a triangle. */
function borderOf(corners: readonly (readonly [number, number])[], width: number, kind: string, colour: string): SVGElement {
  const [a, b, c, d] = corners;
  const dash = DASHES[kind]?.(width);
  if (dash !== undefined && a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
    const [x1, y1, x2, y2] = [(a[0] + d[0]) / 2, (a[1] + d[1]) / 2, (b[0] + c[0]) / 2, (b[1] + c[1]) / 2];
    return node('line', { x1, y1, x2, y2, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash });
  }
  return node('polygon', {
    points: corners.map((corner) => corner.map((at) => Math.round(at * 100) / 100).join(',')).join(' '),
    fill: colour,
  });
}

/** The colour of a ground; one that is painted as an image of a single colour counts. */
function groundOf(style: CSSStyleDeclaration): string {
  const painted = /^linear-gradient\((rgba?\([^)]*\)), (rgba?\([^)]*\))\)$/.exec(style.backgroundImage);
  return painted !== null && painted[1] === painted[2] ? (painted[1] ?? '') : style.backgroundColor;
}
