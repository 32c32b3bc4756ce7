/** Regions as bodies of their own: label, tissue and brightness together, so that neither fluid nor white matter counts. */
import type { Side, SolidRegion } from '../../model/atlas';
import { gaussian, placeOf, sampler } from './grid';
import { boxOf, finished, simplified, surfaceOf, type AtlasMesh, type FieldAt } from './mesh';
import { RULES, type RegionRule } from './rules';
import { TISSUE, type Scan } from './scan';

export interface Body {
  readonly region: SolidRegion;
  readonly side: Side;
  readonly mesh: AtlasMesh;
}

/** A cortical label reaches this far around itself, mm: the labels were drawn a little inside the sheet. */
const CORTEX_REACH = 2;

interface BodyField {
  /** Inside where above 0. */
  readonly field: FieldAt;
  readonly mask: Float32Array;
}

/** Where a region is, before any smoothing of its surface. */
export function fieldOfBody(scan: Scan, rule: RegionRule, side: Side): BodyField {
  const { coarse } = scan;
  const labels = side === 'left' ? rule.labels : rule.labels.map((label) => label + 1);
  const belongs = (label: number, i: number): boolean =>
    labels.includes(label) && rule.where?.(...placeOf(coarse, i), side === 'left' ? label : label - 1) !== false;
  const sheet = rule.shape === 'cortex';
  const mask = Float32Array.from(scan.labels, (label, i) => {
    if (!sheet) return belongs(label, i) ? 1 : 0;
    return (scan.nearestAway[i] ?? 99) <= CORTEX_REACH && belongs(scan.nearest[i] ?? 0, i) ? 1 : 0;
  });
  const share = sampler(gaussian(mask, coarse.size, rule.sigma), coarse);
  const least = sheet ? TISSUE + 4 : TISSUE;
  return {
    mask,
    field: (x, y, z, i) => {
      const inside = Math.min((share(x, y, z) - 0.5) * 2, ((scan.tissue[i] ?? 0) - least) / 20);
      return Math.min(inside, (rule.brightest - (scan.bright[i] ?? 0)) / 14);
    },
  };
}

function bodyOf(scan: Scan, rule: RegionRule, side: Side): Body {
  const { field, mask } = fieldOfBody(scan, rule, side);
  const sheet = rule.shape === 'cortex';
  const box = boxOf(scan.coarse, (i) => mask[i] === 1);
  const raw = surfaceOf(scan.fine, field, { box, blur: sheet ? 1.2 : 1.6, level: -0.04 });
  const dense = finished(`${rule.region}-${side}`, raw, { smoothing: 14, normals: 3, parts: sheet ? 1500 : 'largest' });
  return { region: rule.region, side, mesh: simplified(dense, rule.triangles, 0.05) };
}

/** Every region of the rules on both sides. */
export function* bodies(scan: Scan): Generator<Body> {
  for (const rule of RULES) for (const side of ['left', 'right'] as const) yield bodyOf(scan, rule, side);
}
