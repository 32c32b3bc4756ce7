/** What must hold of a built atlas, as sentences about what does not: sides, places and volumes, so that no mirrored or torn mesh is published. */
import type { PackedMesh } from '../../design/atlas/mesh-file';
import { ATLAS_REGIONS, isAtlasRegion, isMarkerRegion, type AtlasEntry, type AtlasTable } from '../../model/atlas';
import { volumeOf } from './nets';
import { RULES } from './rules';

/** This brain is about this much larger than an average living one. */
const LARGER = 1.28;
/**
 * Commonly reported means of adults, cm³ a side (both sides together for the hindbrain). A mesh may lie a fifth outside: it is one
 * person, and labels, not segmentation of a study, say where it ends.
 */
const REPORTED: Readonly<Record<string, readonly [number, number]>> = {
  hippocampus: [3.5, 4],
  amygdala: [1.2, 1.7],
  thalamus: [6.5, 8],
  caudate: [3.3, 4],
  putamen: [4.5, 5.5],
  pallidum: [1.6, 1.9],
  accumbens: [0.5, 0.7],
  brainstem: [20, 25],
  cerebellum: [120, 140],
};
const SLACK = 1.2;
/** A side's middle lies at least so far from the midline, mm, and mirrors the other side's to this in y and z. */
const LATERAL = 2;
const MIRROR = 10;
/** How far a mesh's own middle may lie from that of the table, mm, and its volume as a share: thin folded sheets lose more than bodies. */
const MOVED = 1.5;
const LOST = { cortex: 0.13, body: 0.03 } as const;

const round = (value: number): string => value.toFixed(1).replace('-', '\u2212');

/** Every fault of a table and the meshes of its regions; none for a sound atlas. `meshes` are named "amygdala-left", or "cerebellum". */
export function atlasFaults({ entries }: Pick<AtlasTable, 'entries'>, meshes: readonly PackedMesh[]): readonly string[] {
  const unknown = entries.filter(({ region }) => !isAtlasRegion(region)).map(({ region }) => `${region} is no region of this atlas`);
  const known = entries.filter(({ region }) => isAtlasRegion(region));
  return [
    ...unknown,
    ...ATLAS_REGIONS.flatMap((region) => sideFaults(region, known)),
    ...known.flatMap(volumeFaults),
    ...known.flatMap((entry) => meshFaults(entry, meshes)),
  ];
}

function sideFaults(region: string, entries: readonly AtlasEntry[]): readonly string[] {
  const own = entries.filter((entry) => entry.region === region);
  if (own.length === 0) return [`${region} is missing`];
  const [left, right] = (['left', 'right'] as const).map((side) => own.find((entry) => entry.side === side));
  if (own.some(({ side }) => side === 'midline')) return [];
  if (left === undefined || right === undefined) return [`${region} has no ${left === undefined ? 'left' : 'right'} side`];
  const faults: string[] = [];
  if (left.centroid[0] > -LATERAL) faults.push(`${region} left lies at x ${round(left.centroid[0])} mm: left is negative`);
  if (right.centroid[0] < LATERAL) faults.push(`${region} right lies at x ${round(right.centroid[0])} mm: right is positive`);
  const apart = Math.max(...([1, 2] as const).map((axis) => Math.abs(left.centroid[axis] - right.centroid[axis])));
  if (apart > MIRROR) faults.push(`the two sides of ${region} lie ${round(apart)} mm from mirroring each other`);
  return faults;
}

function volumeFaults({ region, side, volume }: AtlasEntry): readonly string[] {
  const band = REPORTED[region];
  if (band === undefined) return [];
  const [low, high] = band;
  const scaled = (volume ?? 0) / 1000 / LARGER;
  if (scaled > low / SLACK && scaled < high * SLACK) return [];
  return [
    `${region} ${side} has ${round(scaled)} cm³ for a brain of average size, where ${low} to ${high} cm³ are reported, give or take a fifth`,
  ];
}

function meshFaults({ region, side, volume, centroid }: AtlasEntry, meshes: readonly PackedMesh[]): readonly string[] {
  if (volume === null || isMarkerRegion(region)) return [];
  const name = side === 'midline' ? region : `${region}-${side}`;
  const mesh = meshes.find((one) => one.name === name);
  if (mesh === undefined) return [`there is no mesh ${name}`];
  const measured = volumeOf(mesh);
  const faults: string[] = [];
  const x = measured.centroid[0];
  if (side !== 'midline' && x < 0 !== (side === 'left')) faults.push(`the mesh ${name} lies at x ${round(x)} mm, on the other side`);
  const moved = Math.max(...([0, 1, 2] as const).map((axis) => Math.abs(measured.centroid[axis] - centroid[axis])));
  if (moved > MOVED) faults.push(`the middle of the mesh ${name} lies ${round(moved)} mm from that of the table`);
  const most = LOST[RULES.find((rule) => rule.region === region)?.shape === 'cortex' ? 'cortex' : 'body'];
  const share = Math.abs(measured.volume) / volume - 1;
  if (Math.abs(share) > most || measured.volume < 0)
    faults.push(`the volume of the mesh ${name} is ${round(measured.volume / 1000)} cm³, and ${round(volume / 1000)} in the table`);
  return faults;
}
