/**
 * The outline map of a view: for each region a path in mm of the picture, from the meshes themselves. A region that shows on the surface
 * is outlined where it is seen; one that lies behind is outlined as if everything before it were glass.
 */
import { areaOf, blurred, contours, innermost, thinned } from './contour';
import type { PackedMesh } from './mesh-file';
import { latticeOver, rasterise, type Lattice } from './raster';
import { EXTENT, type Axes, type BrainView } from './views';

export interface RegionOutline {
  readonly region: string;
  /** Seen on the surface, or lying behind it. */
  readonly kind: 'surface' | 'behind';
  /** SVG path, mm of the picture around its middle. */
  readonly path: string;
  /** Where a mark or a leader meets it, mm of the picture. */
  readonly anchor: readonly [number, number];
  /** mm² of the picture. */
  readonly area: number;
}

export interface OutlineMap {
  /** Path around the whole. */
  readonly silhouette: string;
  readonly regions: readonly RegionOutline[];
}

export interface OutlineSource {
  /** Meshes of the view, nearest drawn over the others. */
  readonly shells: readonly PackedMesh[];
  /** Bodies named `region-left` and `region-right`. */
  readonly bodies: readonly PackedMesh[];
  /** Names of the regions by their numbers in the meshes, from 1. */
  readonly surface: readonly string[];
  /** Regions that are whole shells, by the first word of their names. */
  readonly wholes: readonly string[];
}

/** Less than this is not enough to point at, mm². */
const LEAST_SURFACE = 60;
const LEAST_PIECE = 6;
/** Cells a millimetre of built maps; those of a free view are made while the page runs. */
const SCALE = { built: 2.5, live: 1.5 } as const;
/** Blur of borders and the most that a thinned curve may be off, mm. */
const SOFT = 0.8;
const OFF = 0.12;

/** Closed curves in cells as an SVG path in mm, thinned so that no point is off by more than `off` mm. */
export function pathOf(loops: readonly (readonly (readonly [number, number])[])[], { scale, left, top }: Lattice, off: number): string {
  const tenths = (v: number, from: number): number => Math.round((v / scale + from) * 10);
  const text = (v: number): string => String(v / 10);
  return loops
    .map((loop) => {
      const points = thinned(loop, off * scale).map(([x, y]) => [tenths(x, left), tenths(y, top)] as const);
      const [first = [0, 0], ...rest] = points;
      let [lx, ly] = first;
      const steps = rest.map(([x, y]) => {
        const step = `${text(x - lx)} ${text(y - ly)}`;
        [lx, ly] = [x, y];
        return step;
      });
      return `M${text(first[0])} ${text(first[1])}l${steps.join(' ')}z`;
    })
    .join('');
}

function outlineOf(marks: Uint8Array, lattice: Lattice, soft: number): Omit<RegionOutline, 'region' | 'kind'> | null {
  const { scale, left, top } = lattice;
  const loops = contours(blurred(marks, lattice, soft * scale), lattice).filter((loop) => areaOf(loop) / scale ** 2 >= LEAST_PIECE);
  const anchor = innermost(marks, lattice);
  if (loops.length === 0 || anchor === null) return null;
  const tenths = (v: number, from: number): number => Math.round((v / scale + from) * 10);
  const path = pathOf(loops, lattice, OFF);
  const area = marks.reduce((sum, mark) => sum + mark, 0) / scale ** 2;
  return { path, anchor: [tenths(anchor[0], left) / 10, tenths(anchor[1], top) / 10], area: Math.round(area) };
}

/** The outlines of everything in a view. `both` draws bodies of both sides, else those of the left alone. */
export function outlineMap(source: OutlineSource, view: BrainView, axes: Axes, live = false): OutlineMap {
  const both = view === 'frontal' || view === 'orbit';
  const lattice = latticeOver(EXTENT[view].width, EXTENT[view].height, live ? SCALE.live : SCALE.built);
  const seen = rasterise(source.shells, axes, lattice);
  const regions: RegionOutline[] = [];
  const add = (region: string, kind: RegionOutline['kind'], marks: Uint8Array): boolean => {
    const outline = outlineOf(marks, lattice, kind === 'surface' ? SOFT : SOFT * 0.8);
    if (outline === null || (kind === 'surface' && outline.area < LEAST_SURFACE)) return false;
    regions.push({ region, kind, ...outline });
    return true;
  };
  const found = new Set<string>();
  source.surface.forEach((region, i) => {
    if (
      add(
        region,
        'surface',
        seen.region.map((own) => (own === i + 1 ? 1 : 0)),
      )
    )
      found.add(region);
  });
  for (const whole of source.wholes) {
    const numbers = source.shells.flatMap(({ name }, i) => (name.startsWith(whole) ? [i + 1] : []));
    add(
      whole,
      'surface',
      seen.mesh.map((own) => (numbers.includes(own) ? 1 : 0)),
    );
  }
  const names = new Set(source.bodies.map(({ name }) => name.replace(/-(left|right)$/, '')));
  for (const region of names) {
    if (found.has(region)) continue;
    const own = source.bodies.filter(({ name }) => name === `${region}-left` || (both && name === `${region}-right`));
    add(
      region,
      'behind',
      rasterise(own, axes, lattice).mesh.map((mesh) => (mesh === 0 ? 0 : 1)),
    );
  }
  const silhouette =
    outlineOf(
      seen.mesh.map((mesh) => (mesh === 0 ? 0 : 1)),
      lattice,
      0.4,
    )?.path ?? '';
  return { silhouette, regions };
}
