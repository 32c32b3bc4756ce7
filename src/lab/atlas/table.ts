/** `atlas.json`: what is in the meshes, side by side with where it comes from. */
import type { AtlasEntry, AtlasTable, Mni } from '../../model/atlas';
import type { Body } from './bodies';
import { identifiersOf } from './identifiers';
import { MARKERS } from './markers';
import type { AtlasMesh } from './mesh';
import { RULES } from './rules';

const AAL = 'AAL (Tzourio-Mazoyer et al. 2002, doi:10.1006/nimg.2001.0978) on Colin27, tissue of the same scan';
const COLIN = 'Colin27 (Holmes et al. 1998, doi:10.1097/00004728-199803000-00032), tissue of the scan; labels of AAL tell the parts apart';

const tenths = (place: readonly [number, number, number]): Mni =>
  [place[0], place[1], place[2]].map((v) => Math.round(v * 10) / 10) as unknown as Mni;

function solidEntry({ region, side, mesh }: Body): AtlasEntry {
  return {
    region,
    side,
    identifiers: identifiersOf(region),
    rule: RULES.find((rule) => rule.region === region)?.words ?? '',
    centroid: tenths(mesh.centroid),
    volume: Math.round(mesh.volume),
    schematic: false,
    uncertainty: null,
    source: AAL,
  };
}

function hindEntry(mesh: AtlasMesh): AtlasEntry | null {
  if (mesh.name !== 'cerebellum' && mesh.name !== 'brainstem') return null;
  return {
    region: mesh.name,
    side: 'midline',
    identifiers: identifiersOf(mesh.name),
    rule:
      mesh.name === 'cerebellum'
        ? 'Tissue nearest to the labels AAL 91 to 116; leaves of the cerebellum are not resolved'
        : 'Tissue below the posterior commissure that no label claims; ends at z = -69.5, where the scan ends',
    centroid: tenths(mesh.centroid),
    volume: Math.round(mesh.volume),
    schematic: false,
    uncertainty: null,
    source: COLIN,
  };
}

const markerEntries = (): AtlasEntry[] =>
  MARKERS.flatMap(({ region, places, uncertainty, rule, source }) =>
    Object.entries(places).map(([side, centroid]): AtlasEntry => ({
      region,
      side: side === 'left' || side === 'right' ? side : 'midline',
      identifiers: identifiersOf(region),
      rule,
      centroid,
      volume: null,
      schematic: true,
      uncertainty,
      source,
    })),
  );

export function tableOf(shells: readonly AtlasMesh[], solid: readonly Body[]): AtlasTable {
  return {
    space: 'MNI, mm: x to the right, y to the front, z up',
    brain: 'One man, scanned 27 times (Colin27), in MNI space: about 1.3 times the volume of an average living brain',
    entries: [...solid.map(solidEntry), ...shells.flatMap((mesh) => hindEntry(mesh) ?? []), ...markerEntries()],
  };
}
