/**
 * The two volumes of one brain made ready for meshing: the scan at 0.5 mm with its tissue blurred a little, and the labels at 1 mm with
 * every voxel given to one of four parts by its nearest label.
 */
import { join } from 'node:path';
import { connected, distanceTo, gaussian, placeOf, sampler, voxelAt, voxels, type Grid, type Place3 } from './grid';
import { readVolume } from './nifti';
import { FIRST_CEREBELLAR_LABEL } from './rules';

/** Halfway between fluid (0 to 50) and grey matter (84). */
export const TISSUE = 68;
/** Brightness outside this band says nothing about the border of the tissue. */
const BAND = [44, 90] as const;
/** Voxels added around the scan. */
const PADDING = 6;
/** The scan lies this much off the labels, mm. */
const OFFSET = [0.25, -0.25, 0] as const;

/** Parts of the brain, in the order of their numbers from 1. */
export const PARTS = ['left', 'right', 'cerebellum', 'brainstem'] as const;
export type Part = 1 | 2 | 3 | 4;

export interface Scan {
  readonly fine: Grid;
  /** Tissue at 0.5 mm: inside where above `TISSUE`. */
  readonly tissue: Float32Array;
  /** Brightness at 0.5 mm, blurred a little. */
  readonly bright: Float32Array;
  readonly brightAt: (x: number, y: number, z: number) => number;
  readonly coarse: Grid;
  readonly labels: Uint8Array;
  /** Label nearest to each voxel, and how far it is, mm. */
  readonly nearest: Uint8Array;
  readonly nearestAway: Float32Array;
  /** 1 where the 1 mm voxel is tissue. */
  readonly isTissue: Uint8Array;
  /** Part that each 1 mm voxel belongs to. */
  readonly partOf: Uint8Array;
  /** Share of a part around a place, 0 to 1; index 0 is unused. */
  readonly shareAt: readonly ((x: number, y: number, z: number) => number)[];
  /** The lateral ventricles, closed for measuring the depth of sulci. */
  readonly ventricles: Uint8Array;
}

/** Without labels of its own the brainstem is what the labels leave of the medial tissue below the posterior commissure. */
function isBrainstem(x: number, y: number, z: number): boolean {
  const away = Math.abs(x);
  if (z > -3 - 0.5 * (y + 30) || away > (z > -16 ? 20 : 14)) return false;
  return y <= -4 && y >= (z < -45 ? -56 : -38) && !(z > -16 && y < -37);
}

/** A box around the lateral ventricles that keeps off the cisterns. */
function mayBeVentricle(x: number, y: number, z: number): boolean {
  const away = Math.abs(x);
  return away <= 42 && y >= -58 && y <= 38 && z <= 34 && z >= -22 && !(away < 5 && z < -4) && !(y < -26 && away < 14);
}

const IN_VENTRICLES: readonly Place3[] = [
  [-8, 10, 16],
  [8, 10, 16],
  [-12, -10, 22],
  [12, -10, 22],
  [-27, -44, 10],
  [27, -44, 10],
];

export function readScan(folder: string): Scan {
  const scan = readVolume(join(folder, 'ch2better.nii.gz'));
  const aal = readVolume(join(folder, 'aal.nii.gz'));
  const size = [0, 1, 2].map((axis) => (scan.size[axis] ?? 0) + 2 * PADDING) as [number, number, number];
  const fine: Grid = {
    size,
    step: scan.step,
    origin: [0, 1, 2].map((axis) => (scan.origin[axis] ?? 0) - PADDING * scan.step + (OFFSET[axis] ?? 0)) as [number, number, number],
  };
  const raw = new Float32Array(voxels(size));
  const [nx, ny, nz] = scan.size;
  for (let z = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++)
        raw[((z + PADDING) * size[1] + y + PADDING) * size[0] + x + PADDING] = scan.data[(z * ny + y) * nx + x] ?? 0;
  const tissue = gaussian(
    raw.map((v) => Math.min(BAND[1], Math.max(BAND[0], v))),
    size,
    1.1,
  );
  const bright = gaussian(raw, size, 0.8);

  const coarse: Grid = { size: aal.size, origin: aal.origin, step: aal.step };
  const labels = aal.data;
  const tissueAt = sampler(tissue, fine);
  const inTissue = (i: number): boolean => tissueAt(...placeOf(coarse, i)) > TISSUE;
  const isTissue = Uint8Array.from(labels, (_, i) => (inTissue(i) ? 1 : 0));
  const stem = connected(
    Uint8Array.from(labels, (label, i) => (isTissue[i] === 1 && label === 0 && isBrainstem(...placeOf(coarse, i)) ? 1 : 0)),
    coarse.size,
  );
  const partOfLabel = (label: number): number => (label === 0 ? 0 : label >= FIRST_CEREBELLAR_LABEL ? 3 : label % 2 === 1 ? 1 : 2);
  const seed = Uint8Array.from(labels, (label, i) => (stem[i] === 1 ? 4 : partOfLabel(label)));
  const away = ([1, 2, 3, 4] as const).map(
    (part) =>
      distanceTo(
        seed.map((own) => (own === part ? 1 : 0)),
        coarse.size,
      ).squared,
  );
  const partOf = Uint8Array.from(labels, (_, i) => {
    let best = 0;
    for (let part = 1; part < 4; part++) if ((away[part]?.[i] ?? 0) < (away[best]?.[i] ?? 0)) best = part;
    return best + 1;
  });
  const shareAt = [0, 1, 2, 3, 4].map((part) =>
    sampler(
      gaussian(
        Float32Array.from(partOf, (own) => (own === part ? 1 : 0)),
        coarse.size,
        part >= 3 ? 1 : 1.8,
      ),
      coarse,
    ),
  );
  const near = distanceTo(
    labels.map((label) => (label > 0 ? 1 : 0)),
    coarse.size,
  );
  const ventricles = connected(
    Uint8Array.from(labels, (_, i) => (isTissue[i] === 0 && mayBeVentricle(...placeOf(coarse, i)) ? 1 : 0)),
    coarse.size,
    IN_VENTRICLES.map((place) => voxelAt(coarse, ...place)),
  );
  return {
    fine,
    tissue,
    bright,
    brightAt: sampler(bright, fine),
    coarse,
    labels,
    nearest: Uint8Array.from(near.nearest, (i) => labels[i] ?? 0),
    nearestAway: Float32Array.from(near.squared, Math.sqrt),
    isTissue,
    partOf,
    shareAt,
    ventricles,
  };
}
