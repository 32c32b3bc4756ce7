/**
 * The regions of the brain atlas: their ids, which ids belong together, and the shape of `atlas.json`, the table that travels with the
 * meshes. A region stands for both sides; the meshes and the table's entries tell left from right.
 */

/** Parcels of the cortex. */
const CORTEX = [
  'medial-prefrontal',
  'orbitofrontal',
  'dorsolateral-prefrontal',
  'inferior-frontal',
  'anterior-cingulate',
  'subgenual-cingulate',
  'midcingulate',
  'posterior-cingulate',
  'precuneus',
  'insula',
  'parahippocampal',
  'motor-cortex',
  'auditory-cortex',
  'visual-cortex',
] as const;

/** Regions that show on the surface of the cerebrum or at its cut, in the order of their numbers from 1 in the meshes. */
export const SURFACE_REGIONS = [...CORTEX, 'thalamus', 'caudate'] as const;

/** Regions with a true outline: parcels of the surface, deep nuclei with a shape of their own, and the hindbrain. */
export const SOLID_REGIONS = [
  ...CORTEX,
  'hippocampus',
  'amygdala',
  'thalamus',
  'caudate',
  'putamen',
  'pallidum',
  'accumbens',
  'cerebellum',
  'brainstem',
] as const;

/** Nuclei too small for the labels of this atlas: a place from the literature or read off the scan, drawn as a dashed mark. */
export const MARKER_REGIONS = ['lateral-habenula', 'ventral-tegmental-area', 'dorsal-raphe', 'locus-coeruleus', 'hypothalamus'] as const;

export const ATLAS_REGIONS = [...SOLID_REGIONS, ...MARKER_REGIONS] as const;

export type SolidRegion = (typeof SOLID_REGIONS)[number];
export type MarkerRegion = (typeof MARKER_REGIONS)[number];
export type AtlasRegionId = (typeof ATLAS_REGIONS)[number];

const REGION_SET: ReadonlySet<string> = new Set(ATLAS_REGIONS);
const MARKER_SET: ReadonlySet<string> = new Set(MARKER_REGIONS);

export const isAtlasRegion = (id: string): id is AtlasRegionId => REGION_SET.has(id);
export const isMarkerRegion = (id: string): id is MarkerRegion => MARKER_SET.has(id);

/** Names that findings use for several regions at once. */
export const REGION_GROUPS: Readonly<Record<string, readonly AtlasRegionId[]>> = {
  prefrontal: ['medial-prefrontal', 'orbitofrontal', 'dorsolateral-prefrontal', 'inferior-frontal'],
  cingulate: ['anterior-cingulate', 'subgenual-cingulate', 'midcingulate', 'posterior-cingulate'],
  // The atlas's posterior cingulate is a strip behind the splenium; what papers call retrosplenial or posterior midline reaches further.
  'posterior-midline': ['posterior-cingulate', 'precuneus'],
  striatum: ['caudate', 'putamen', 'accumbens'],
};

/** The regions that an id or the name of a group stands for; none for any other name. */
export function regionsOf(name: string): readonly AtlasRegionId[] {
  if (isAtlasRegion(name)) return [name];
  return Object.hasOwn(REGION_GROUPS, name) ? (REGION_GROUPS[name] ?? []) : [];
}

export type Side = 'left' | 'right';
/** Millimetres in MNI space: x to the right, y to the front, z up. */
export type Mni = readonly [number, number, number];

/** A link into an ontology, and whether it was held against text that can be read. */
export interface AtlasIdentifier {
  readonly scheme: 'UBERON';
  readonly id: string;
  /** Name of the term, as read beside its number. */
  readonly name: string;
  /** Whether the term means the same as the region, more or less than it. */
  readonly fit: 'same' | 'wider' | 'narrower';
  readonly check: 'checked' | 'unchecked';
}

/** One region on one side, or a midline one on both. */
export interface AtlasEntry {
  readonly region: AtlasRegionId;
  readonly side: Side | 'midline';
  readonly identifiers: readonly AtlasIdentifier[];
  /** How its voxels were chosen: labels of the source and cuts. For a marker, what its place rests on. */
  readonly rule: string;
  /** Middle, mm. */
  readonly centroid: Mni;
  /** Volume of the drawn mesh, mm³; null for a marker, whose outline is not true. */
  readonly volume: number | null;
  /** True for a marker: its place is known to `uncertainty` mm, its outline is not drawn. */
  readonly schematic: boolean;
  /** How far the place may be off, mm; null for an outline. */
  readonly uncertainty: number | null;
  readonly source: string;
}

export interface AtlasTable {
  readonly space: string;
  /** What this brain is, for the page. */
  readonly brain: string;
  readonly entries: readonly AtlasEntry[];
}
