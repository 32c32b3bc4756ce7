/** A drawing inside the page as part of a file: what style sheets say of it is written into it. */
import { plainValue } from './colours';
import { node, type Area } from './nodes';

/** Properties that children take over, with the value a file starts from. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-opacity': '1',
  'paint-order': 'normal',
  visibility: 'visible',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};
/** The same, of words; written only where there are some. */
const OF_WORDS: Readonly<Record<string, string>> = {
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': '400',
  'font-stretch': '100%',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};
/** Properties of an element alone. */
const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'clip-path': 'none',
  mask: 'none',
  'vector-effect': 'none',
};
const WORDS = new Set(['text', 'tspan']);
const KEPT_ATTRIBUTES =
  /^(id|d|points|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|dx|dy|width|height|viewBox|preserveAspectRatio|pattern.*|clipPathUnits|maskUnits|marker.*|ref[XY]|orient|gradient.*|offset|href|transform|pathLength|rotate|textLength|lengthAdjust)$/;

/** What the walk over a page tells its parts. */
export interface Sight {
  /** Words of a face that have been drawn: the file takes the faces along. */
  readonly seen: (family: string, italic: boolean, text: string) => void;
}

const REFERENCE = /url\(["']?#([^"')]+)["']?\)/;

/** The ids an element points at. */
export function referencesOf(element: Element): readonly string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    const id = name === 'href' ? /^#(.+)$/.exec(value)?.[1] : REFERENCE.exec(value)?.[1];
    return id === undefined ? [] : [id];
  });
}

/** Copies an element of a drawing and all in it. `above` is the style its parent has in the page, null at the top. */
export function copyPart(source: SVGElement, above: CSSStyleDeclaration | null, sight: Sight): SVGElement | null {
  const style = getComputedStyle(source);
  if (style.display === 'none') return null;
  const name = source.localName;
  const copy = node(name);
  for (const attribute of source.attributes) {
    if (KEPT_ATTRIBUTES.test(attribute.name)) copy.setAttribute(attribute.name, attribute.value);
  }
  const words = WORDS.has(name);
  for (const [property, usual] of Object.entries(words ? { ...INHERITED, ...OF_WORDS } : INHERITED)) {
    const value = style.getPropertyValue(property);
    // Words stand in elements that tell nothing of faces, so the outermost of them tells all.
    const before = above === null || (words && property in OF_WORDS && name === 'text') ? usual : above.getPropertyValue(property);
    if (value !== '' && value !== before) copy.setAttribute(property, plainValue(property, value));
  }
  for (const [property, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(property);
    if (value !== '' && value !== usual) copy.setAttribute(property, plainValue(property, value));
  }
  // What only a style can say; through the object, since the page's policy refuses the attribute.
  if (style.mixBlendMode !== 'normal') copy.style.setProperty('mix-blend-mode', style.mixBlendMode);
  place(source, style, copy);
  if (words) {
    if (style.fontVariantNumeric !== 'normal') copy.style.setProperty('font-variant-numeric', style.fontVariantNumeric);
    sight.seen(style.fontFamily, style.fontStyle !== 'normal', source.textContent);
  }
  for (const child of source.childNodes) {
    if (child instanceof Text) {
      if (words || name === 'title') copy.append(child.data);
    } else if (child instanceof SVGElement) {
      const part = copyPart(child, style, sight);
      if (part !== null) copy.append(part);
    }
  }
  return copy;
}

/** Writes the place that the style gives, which may be another than the attribute's. */
function place(source: SVGElement, style: CSSStyleDeclaration, copy: SVGElement): void {
  if (style.transform === 'none' || style.transform === '' || source instanceof SVGSVGElement) return;
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map((part) => Number.parseFloat(part));
  const box = style.getPropertyValue('transform-box') === 'fill-box' && source instanceof SVGGraphicsElement ? source.getBBox() : null;
  const [left, top] = [x + (box?.x ?? 0), y + (box?.y ?? 0)];
  const matrix = style.transform;
  copy.setAttribute('transform', left === 0 && top === 0 ? matrix : `translate(${left} ${top}) ${matrix} translate(${-left} ${-top})`);
}

/** A whole drawing at its place in the file. */
export function copyDrawing(source: SVGSVGElement, at: Area, sight: Sight): SVGElement | null {
  const copy = copyPart(source, null, sight);
  if (copy === null) return null;
  for (const [key, value] of Object.entries({ x: at.left, y: at.top, width: at.width, height: at.height })) {
    copy.setAttribute(key, String(Math.round(value * 100) / 100));
  }
  // A drawing that the page shows larger or smaller than it is laid out.
  if (!source.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${source.clientWidth} ${source.clientHeight}`);
  const style = getComputedStyle(source);
  if (style.overflow === 'visible') copy.setAttribute('overflow', 'visible');
  // A drawing that the page turns over stays turned over.
  const mirrored = /^matrix\((-?[\d.]+), 0, 0, (-?[\d.]+)/.exec(style.transform);
  const [sx, sy] = [Number(mirrored?.[1] ?? 1) < 0 ? -1 : 1, Number(mirrored?.[2] ?? 1) < 0 ? -1 : 1];
  if (sx === 1 && sy === 1) return copy;
  const [cx, cy] = [at.left + at.width / 2, at.top + at.height / 2];
  const turned = node('g', { transform: `translate(${cx} ${cy}) scale(${sx} ${sy}) translate(${-cx} ${-cy})` });
  turned.append(copy);
  return turned;
}
