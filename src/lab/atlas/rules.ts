/**
 * Which labels of the AAL volume (Tzourio-Mazoyer et al. 2002, doi:10.1006/nimg.2001.0978) make which region, and where they are cut.
 * Left labels are given; the right one is the next number. Places in mm, MNI space.
 */
import { SURFACE_REGIONS, type SolidRegion } from '../../model/atlas';

/** Whether a place with a label (that of the left side) belongs. */
export type Where = (x: number, y: number, z: number, label: number) => boolean;

export interface RegionRule {
  readonly region: SolidRegion;
  /** AAL labels of the left side. */
  readonly labels: readonly number[];
  readonly where?: Where;
  /** The rule in words, for the table. */
  readonly words: string;
  /** A sheet of grey matter, or a body. */
  readonly shape: 'cortex' | 'body';
  /** Blur of the label, voxels of 1 mm. */
  readonly sigma: number;
  /** Brightest tissue that still belongs to it: keeps white matter out. */
  readonly brightest: number;
  /** Triangles of the mesh. */
  readonly triangles: number;
}

/** White matter begins about here in the scan. */
const CORTEX_BRIGHTEST = 102;
const ANY = 999;

/**
 * Below a line from the tip of the lateral ventricle to the inferior internal capsule the caudate and the putamen count as accumbens.
 * Checked against published centroids near (±9, 12, -7.5).
 */
const ventralStriatum: Where = (x, y, z) => z < -2.5 - 0.15 * (Math.abs(x) - 6) && y >= 4 && y <= 18 && Math.abs(x) <= 16;
const subgenual: Where = (_x, y, z) => z < 2 && y < 38;

const cortex = (region: SolidRegion, labels: readonly number[], triangles: number, words: string, where?: Where): RegionRule => ({
  region,
  labels,
  words,
  triangles,
  shape: 'cortex',
  sigma: 0.9,
  brightest: CORTEX_BRIGHTEST,
  ...(where === undefined ? {} : { where }),
});

const body = (
  region: SolidRegion,
  labels: readonly number[],
  triangles: number,
  words: string,
  rest: Pick<RegionRule, 'sigma'> & Partial<Pick<RegionRule, 'brightest' | 'where'>>,
): RegionRule => ({ region, labels, words, triangles, shape: 'body', brightest: ANY, ...rest });

export const RULES: readonly RegionRule[] = [
  cortex('medial-prefrontal', [23, 25], 1400, 'AAL 23, 25: frontal superior medial, frontal medial orbital'),
  cortex('orbitofrontal', [5, 9, 15, 27], 1600, 'AAL 5, 9, 15, 27: orbital parts of the frontal gyri, gyrus rectus'),
  cortex(
    'dorsolateral-prefrontal',
    [3, 7],
    1800,
    'AAL 7 where y > 8 and AAL 3 where y > 24: middle frontal gyrus before the premotor part, rostral superior frontal gyrus',
    (_x, y, _z, label) => y > (label === 3 ? 24 : 8),
  ),
  cortex('inferior-frontal', [11, 13], 1200, 'AAL 11, 13: opercular and triangular parts of the inferior frontal gyrus'),
  cortex('anterior-cingulate', [31], 1000, 'AAL 31 without its subgenual part', (...at) => !subgenual(...at)),
  cortex('subgenual-cingulate', [31], 500, 'AAL 31 where z < 2 and y < 38', subgenual),
  cortex('midcingulate', [33], 1200, 'AAL 33: middle cingulate'),
  cortex(
    'posterior-cingulate',
    [35],
    600,
    'AAL 35: a strip behind the splenium; what papers call retrosplenial reaches into the precuneus',
  ),
  cortex('precuneus', [67], 1400, 'AAL 67: precuneus'),
  cortex('insula', [29], 1400, 'AAL 29: insula'),
  cortex('parahippocampal', [39], 900, 'AAL 39: parahippocampal gyrus'),
  cortex('motor-cortex', [1], 1200, 'AAL 1: precentral gyrus'),
  cortex('auditory-cortex', [79, 81], 1400, 'AAL 79, 81: transverse temporal and superior temporal gyri'),
  cortex('visual-cortex', [43, 45, 47, 49, 51, 53], 2400, 'AAL 43, 45, 47, 49, 51, 53: calcarine, cuneus, lingual and occipital gyri'),
  body('hippocampus', [37], 1600, 'AAL 37, tissue no brighter than grey matter', { sigma: 0.8, brightest: 103 }),
  body('amygdala', [41], 700, 'AAL 41', { sigma: 1 }),
  body('thalamus', [77], 1100, 'AAL 77', { sigma: 1.2 }),
  body('caudate', [71], 1200, 'AAL 71 above the plane of the accumbens', {
    sigma: 0.8,
    brightest: 102,
    where: (...at) => !ventralStriatum(...at),
  }),
  body('putamen', [73], 1100, 'AAL 73 above the plane of the accumbens', {
    sigma: 0.9,
    brightest: 106,
    where: (...at) => !ventralStriatum(...at),
  }),
  body('pallidum', [75], 600, 'AAL 75', { sigma: 0.9 }),
  body(
    'accumbens',
    [71, 73],
    500,
    'AAL 71 and 73 below a plane through the tip of the lateral ventricle: derived, not a label of its own',
    {
      sigma: 0.8,
      brightest: 104,
      where: ventralStriatum,
    },
  ),
];

/** Labels 91 and above are cerebellum; odd ones below are left. */
export const FIRST_CEREBELLAR_LABEL = 91;

/** Number of the surface region of a label at a place, 0 for none. */
export function surfaceRegionOf(label: number, x: number, y: number, z: number): number {
  if (label === 0 || label >= FIRST_CEREBELLAR_LABEL) return 0;
  const left = label % 2 === 1 ? label : label - 1;
  for (const rule of RULES) {
    if (!rule.labels.includes(left) || rule.where?.(x, y, z, left) === false) continue;
    return SURFACE_REGIONS.findIndex((region) => region === rule.region) + 1;
  }
  return 0;
}
