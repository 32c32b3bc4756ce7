/** A flat cut through one half, beside the midline: where the deep regions of the midline view can be seen themselves. */
import { contours, areaOf, blurred, innermost } from '../../design/atlas/contour';
import { pathOf, type RegionOutline } from '../../design/atlas/outlines';
import type { Lattice } from '../../design/atlas/raster';
import type { AtlasSection } from '../../design/atlas/section';
import { CENTRE } from '../../design/atlas/views';
import type { SolidRegion } from '../../model/atlas';
import { fieldOfBody } from './bodies';
import { RULES } from './rules';
import { TISSUE, type Scan } from './scan';

/** mm to the left. */
const AT = 25.25;
/** White matter is brighter than this. */
const WHITE = 99;
/** Regions that are named on the cut, and pieces smaller than this are dropped, mm². */
const NAMED: readonly SolidRegion[] = ['hippocampus', 'amygdala', 'putamen', 'pallidum', 'thalamus', 'insula'];
const LEAST = 5;
const LEAST_TISSUE = 12;

/** The cut: tissue, white matter and regions as paths in mm of the midline picture. */
export function sectionOf(scan: Scan): AtlasSection {
  const { size, origin, step } = scan.fine;
  const column = Math.round((-AT - origin[0]) / step);
  // Rows of the lattice run from the top of the head down.
  const lattice: Lattice = {
    width: size[1],
    height: size[2],
    scale: 1 / step,
    left: origin[1] - CENTRE[1],
    top: CENTRE[2] - (origin[2] + step * (size[2] - 1)),
  };
  const voxel = (i: number): number => ((size[2] - 1 - Math.floor(i / size[1])) * size[1] + (i % size[1])) * size[0] + column;
  const cells = Array.from({ length: size[1] * size[2] }, (_, i) => voxel(i));
  const [x, y, z] = [
    origin[0] + step * column,
    (i: number) => origin[1] + step * (i % size[1]),
    (i: number) => -(lattice.top + step * Math.floor(i / size[1])) + CENTRE[2],
  ];
  const marks = (inside: (i: number, voxel: number) => boolean): Uint8Array => Uint8Array.from(cells, (at, i) => (inside(i, at) ? 1 : 0));
  const path = (of: Uint8Array, least: number): string => {
    const loops = contours(blurred(of, lattice, 1), lattice).filter((loop) => areaOf(loop) * step * step >= least);
    return pathOf(loops, lattice, 0.2);
  };
  const tissue = marks((_, at) => (scan.tissue[at] ?? 0) > TISSUE);
  const white = marks((_, at) => (scan.tissue[at] ?? 0) > TISSUE && (scan.bright[at] ?? 0) > WHITE);
  const regions = NAMED.flatMap((region): RegionOutline[] => {
    const rule = RULES.find((one) => one.region === region);
    if (rule === undefined) return [];
    const field = fieldOfBody(scan, rule, 'left').field;
    const own = marks((i, at) => field(x, y(i), z(i), at) > 0);
    const anchor = innermost(own, lattice);
    const outline = path(own, LEAST);
    if (anchor === null || outline === '') return [];
    const tenths = (v: number): number => Math.round(v * 10) / 10;
    return [
      {
        region,
        kind: 'surface',
        path: outline,
        anchor: [tenths(anchor[0] * step + lattice.left), tenths(anchor[1] * step + lattice.top)],
        area: Math.round(own.reduce((sum, mark) => sum + mark, 0) * step * step),
      },
    ];
  });
  return { left: Math.round(AT), tissue: path(tissue, LEAST_TISSUE), white: path(white, LEAST_TISSUE), regions };
}
