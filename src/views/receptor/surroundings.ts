/** Membrane and crowd round a drawn receptor, nm, placed by a fixed sequence. Pure. */
import { createRng, uniform32 } from '../../science/random';

export interface Head {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Rows behind the cut, 0 in the cut face. */
  readonly row: number;
  readonly second: boolean;
}

export interface Blob {
  readonly path: string;
  readonly tint: number;
  readonly near: boolean;
}

const PITCH = 0.98;
const ROWS = 6;

/** Lipid heads from back to front; the floor behind the cut rises because the camera looks down a little. */
export function lipidHeads(halfWidth: number, hole: number): readonly Head[] {
  const rng = createRng(11);
  const heads: Head[] = [];
  for (let row = ROWS; row >= 0; row--) {
    const count = Math.ceil(halfWidth / PITCH);
    for (let i = -count; i <= count; i++) {
      const x = i * PITCH + (row % 2 === 1 ? PITCH / 2 : 0);
      const jitter = (uniform32(rng) - 0.5) * 0.16;
      const second = uniform32(rng) < 0.5;
      if (Math.abs(x) < hole) continue;
      heads.push({ x, y: 2.35 + jitter + row * 0.22, r: 0.5 - row * 0.012, row, second });
      if (row === 0) heads.push({ x, y: -2.35 + jitter, r: 0.5, row, second: !second });
    }
  }
  return heads;
}

/** Crowd of the postsynaptic density under the membrane, from back to front, clear of the receptor's tails. */
export function densityCrowd(halfWidth: number, lowest: number): readonly Blob[] {
  const rng = createRng(9);
  const between = (a: number, b: number): number => a + (b - a) * uniform32(rng);
  const placed: { readonly x: number; readonly y: number; readonly r: number; readonly near: boolean }[] = [];
  const blobs: Blob[] = [];
  for (let tries = 0; tries < 2600; tries++) {
    const r = 0.5 + 0.95 * uniform32(rng) ** 2;
    const x = between(-halfWidth, halfWidth);
    const y = between(lowest, -3.3 - r);
    const near = tries > 700;
    if (near && Math.abs(x) < 5 + r) continue;
    if (placed.some((other) => other.near === near && Math.hypot(other.x - x, other.y - y) < (other.r + r) * 0.94)) continue;
    placed.push({ x, y, r, near });
    blobs.push({ path: lump(x, y, r, rng), tint: 1 + Math.floor(uniform32(rng) * 5), near });
  }
  return blobs;
}

/** A lumpy closed outline round a point. */
function lump(x: number, y: number, r: number, rng: Int32Array): string {
  const count = 9;
  const turn = uniform32(rng) * 2 * Math.PI;
  const at = Array.from({ length: count }, (_, k) => {
    const a = turn + (k * 2 * Math.PI) / count;
    const radius = r * (0.86 + uniform32(rng) * 0.3);
    return [x + Math.cos(a) * radius, y + Math.sin(a) * radius] as const;
  });
  const middle = (k: number): string => {
    const [a, b] = [at[k % count] ?? [x, y], at[(k + 1) % count] ?? [x, y]];
    return `${((a[0] + b[0]) / 2).toFixed(2)} ${(-(a[1] + b[1]) / 2).toFixed(2)}`;
  };
  const bends = at.map(
    (_, k) => `Q${(at[(k + 1) % count]?.[0] ?? x).toFixed(2)} ${(-(at[(k + 1) % count]?.[1] ?? y)).toFixed(2)} ${middle(k + 1)}`,
  );
  return `M${middle(0)}${bends.join('')}Z`;
}
