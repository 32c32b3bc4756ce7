/** The outside: two halves of the cerebrum, cerebellum and brainstem, and the last two cut on the midline. */
import { connected, distanceTo, gaussian, sampler, voxelAt } from './grid';
import { boxOf, finished, surfaceOf, type AtlasMesh, type CornerData, type FieldAt } from './mesh';
import { neighboursOf, type RawMesh } from './nets';
import { surfaceRegionOf } from './rules';
import { PARTS, TISSUE, type Part, type Scan } from './scan';

type Finished = RawMesh & { readonly normals: Float32Array };

/** Where the halves are cut, mm right of the midline: just past it, so that the cut face is whole. */
const CUT_AT = 0.3;
const CUT_FACE = { deepest: -0.9, facing: 0.75 } as const;
/** Rounds of majority vote that smooth the borders of the regions. */
const VOTES = 14;

/** The smaller of two numbers with a rounded corner of width `k`. */
const smoothMin = (a: number, b: number, k: number): number => {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - (h * h * k) / 4;
};

/** The field of a part: tissue, and more of this part around than of any other. */
function fieldOf(scan: Scan, part: Part, gap: number, rounded: boolean): FieldAt {
  const own = scan.shareAt[part] ?? (() => 0);
  const others = ([1, 2, 3, 4] as const).filter((other) => other !== part).map((other) => scan.shareAt[other] ?? (() => 0));
  return (x, y, z, i) => {
    const tissue = ((scan.tissue[i] ?? 0) - TISSUE) / 20;
    const lead = own(x, y, z) - Math.max(...others.map((at) => at(x, y, z))) - gap;
    return rounded ? smoothMin(tissue, lead, 0.4) : Math.min(tissue, lead);
  };
}

/** Depth below the part closed with a ball of `ball` mm, mm. */
function depthAt(scan: Scan, part: Part, ball: number): (x: number, y: number, z: number) => number {
  const { coarse } = scan;
  const solid = scan.partOf.map((own, i) => (own === part && (scan.isTissue[i] === 1 || scan.ventricles[i] === 1) ? 1 : 0));
  const { squared } = distanceTo(connected(solid, coarse.size), coarse.size);
  const outside = Uint8Array.from(squared, (away) => (away > ball * ball ? 1 : 0));
  const depth = Float32Array.from(distanceTo(outside, coarse.size).squared, (away) => Math.max(0, Math.sqrt(away) - ball));
  return sampler(gaussian(depth, coarse.size, 0.7), coarse);
}

const byte = (v: number): number => Math.max(0, Math.min(255, Math.round(v)));
const each = (mesh: RawMesh, of: (v: number) => number): Uint8Array =>
  Uint8Array.from({ length: mesh.positions.length / 3 }, (_, v) => byte(of(v)));

/** A place `below` mm under a corner. */
const under = ({ positions, normals }: Finished, v: number, below: number): [number, number, number] => {
  const at = (axis: number): number => (positions[3 * v + axis] ?? 0) - (normals[3 * v + axis] ?? 0) * below;
  return [at(0), at(1), at(2)];
};

/** Regions of the corners of a cerebral half: the label just below the surface, unless that is white matter far from any. */
function regionsOf(scan: Scan, mesh: Finished): Uint8Array {
  const labelled = each(mesh, (v) => {
    const place = under(mesh, v, 1.2);
    const i = voxelAt(scan.coarse, ...place);
    const white = scan.brightAt(...under(mesh, v, 0.8)) > 103;
    return (scan.nearestAway[i] ?? 99) <= (white ? 0.5 : 3.5) ? (scan.nearest[i] ?? 0) : 0;
  });
  let votes = each(mesh, (v) => surfaceRegionOf(labelled[v] ?? 0, ...under(mesh, v, 1.2)));
  // Labelled without a region counts as a vote of its own (255), so that unlabelled white matter does not spread.
  votes = votes.map((region, v) => (region === 0 && (labelled[v] ?? 0) > 0 ? 255 : region));
  const { starts, list } = neighboursOf(votes.length, mesh.indices);
  for (let round = 0; round < VOTES; round++) {
    const count = new Uint8Array(256);
    const before = votes;
    votes = before.map((own, v) => {
      const [from = 0, to = 0] = [starts[v], starts[v + 1]];
      let [best, most] = [own, 1.5];
      for (let j = from; j < to; j++) {
        const vote = before[list[j] ?? 0] ?? 0;
        count[vote] = (count[vote] ?? 0) + 1;
      }
      for (let j = from; j < to; j++) {
        const vote = before[list[j] ?? 0] ?? 0;
        if ((count[vote] ?? 0) > most) [best, most] = [vote, count[vote] ?? 0];
      }
      for (let j = from; j < to; j++) count[before[list[j] ?? 0] ?? 0] = 0;
      return best;
    });
  }
  return votes;
}

/** White matter shows on the medial face: the callosum with the septum and the fornix below it. */
const mayBeWhite = (x: number, y: number, z: number): boolean => Math.abs(x) < 12 && y > -46 && y < 42 && z > -8 && z < 42;

function cerebralData(scan: Scan, part: Part): (mesh: Finished) => CornerData {
  const depth = depthAt(scan, part, 9);
  return (mesh) => {
    const votes = regionsOf(scan, mesh);
    return {
      region: votes.map((vote) => (vote === 255 ? 0 : vote)),
      depth: each(mesh, (v) => 10 * depth(...under(mesh, v, 0))),
      white: each(mesh, (v) =>
        votes[v] === 0 && mayBeWhite(...under(mesh, v, 0)) ? ((scan.brightAt(...under(mesh, v, 1.6)) - 92) / 16) * 255 : 0,
      ),
      cut: each(mesh, () => 0),
    };
  };
}

function hindData(scan: Scan, part: Part, halved: boolean): (mesh: Finished) => CornerData {
  const depth = depthAt(scan, part, 5);
  return (mesh) => {
    const cut = (v: number): boolean =>
      halved && (mesh.positions[3 * v] ?? 0) > CUT_FACE.deepest && (mesh.normals[3 * v] ?? 0) > CUT_FACE.facing;
    return {
      region: each(mesh, () => 0),
      depth: each(mesh, (v) => (cut(v) ? 0 : 10 * depth(...under(mesh, v, 0)))),
      white: each(mesh, (v) => {
        const [x, y, z] = under(mesh, v, 0);
        return cut(v) ? ((scan.brightAt(x - 0.4, y, z) - 84) / 16) * 255 : 0;
      }),
      cut: each(mesh, (v) => (cut(v) ? 255 : 0)),
    };
  };
}

/** All shells at the density of the lattice, one at a time: they are large. */
export function* shells(scan: Scan): Generator<AtlasMesh> {
  const box = (part: Part) => boxOf(scan.coarse, (i) => scan.partOf[i] === part && scan.isTissue[i] === 1);
  for (const part of [1, 2] as const) {
    const raw = surfaceOf(scan.fine, fieldOf(scan, part, 0.14, true), { box: box(part) });
    yield finished(`cerebrum-${PARTS[part - 1]}`, raw, { smoothing: 14, normals: 4, parts: 'largest', data: cerebralData(scan, part) });
  }
  const half =
    (field: FieldAt): FieldAt =>
    (x, y, z, i) =>
      Math.min(field(x, y, z, i), (CUT_AT - x) * 0.8);
  const cerebellum = fieldOf(scan, 3, 0, false);
  const stem = fieldOf(scan, 4, 0, false);
  const plain = { parts: 'largest', smoothing: 14 } as const;
  yield finished('cerebellum', surfaceOf(scan.fine, cerebellum, { box: box(3), blur: 1.3, level: -0.04 }), {
    ...plain,
    normals: 3,
    data: hindData(scan, 3, false),
  });
  yield finished('brainstem', surfaceOf(scan.fine, stem, { box: box(4), blur: 1 }), {
    ...plain,
    normals: 3,
    data: hindData(scan, 4, false),
  });
  yield finished('cerebellum-cut', surfaceOf(scan.fine, half(cerebellum), { box: box(3), blur: 1, level: -0.04 }), {
    ...plain,
    smoothing: 10,
    normals: 2,
    data: hindData(scan, 3, true),
  });
  yield finished('brainstem-cut', surfaceOf(scan.fine, half(stem), { box: box(4), blur: 1 }), {
    ...plain,
    smoothing: 10,
    normals: 2,
    data: hindData(scan, 4, true),
  });
}
