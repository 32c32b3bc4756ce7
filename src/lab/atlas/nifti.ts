/** Volumes of single-subject templates: NIfTI-1, unsigned bytes, optionally gzipped. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Size3 } from './grid';

export interface Volume {
  readonly size: Size3;
  /** First voxel, mm in MNI space. */
  readonly origin: readonly [number, number, number];
  /** Edge of a voxel, mm. */
  readonly step: number;
  readonly data: Uint8Array;
}

/** Bytes of the NIfTI-1 header, and its code for unsigned bytes. */
const HEADER_BYTES = 348;
const UNSIGNED_BYTE = 2;

/**
 * Reads one volume whose axes run along x, y and z with cubic voxels.
 * @throws Error when the file is no such volume.
 */
export function readVolume(path: string): Volume {
  const raw = readFileSync(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw;
  if (bytes.readInt32LE(0) !== HEADER_BYTES) throw new Error(`${path} is no little-endian NIfTI-1 file`);
  if (bytes.readInt16LE(70) !== UNSIGNED_BYTE) throw new Error(`${path} does not hold unsigned bytes`);
  const size: Size3 = [bytes.readInt16LE(42), bytes.readInt16LE(44), bytes.readInt16LE(46)];
  const row = (at: number): number[] => [0, 4, 8, 12].map((offset) => bytes.readFloatLE(at + offset));
  const rows = [row(280), row(296), row(312)];
  const step = rows[0]?.[0] ?? 0;
  const plain = rows.every((cells, axis) => [0, 1, 2].every((column) => (cells[column] ?? 0) === (column === axis ? step : 0)));
  if (!plain || step <= 0) throw new Error(`${path} has axes that are turned or voxels that are no cubes`);
  const start = Math.round(bytes.readFloatLE(108));
  const count = size[0] * size[1] * size[2];
  return {
    size,
    origin: [rows[0]?.[3] ?? 0, rows[1]?.[3] ?? 0, rows[2]?.[3] ?? 0],
    step,
    data: Uint8Array.from(bytes.subarray(start, start + count)),
  };
}
