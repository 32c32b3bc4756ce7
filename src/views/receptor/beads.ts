/** Beads of a bead-built protein (ART-DIRECTION 6, close-up), placed once and for all by a fixed sequence. Pure. */
import { createRng, uniform32 } from '../../science/random';
import type { Lobe, Strand } from './anatomy';

export interface Bead {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** 0 lit, 1 mid, 2 shade: the toon step of the surface it sits on. */
  readonly step: 0 | 1 | 2;
  /** Lighter or darker by this share. */
  readonly tone: number;
}

const SPACING = 0.58;
const TRIES = 2600;
/** Light from the upper left, slightly from the viewer (ART-DIRECTION 7.2). */
const LIGHT = [-0.45, 0.72, 0.53] as const;

/** Beads on the visible face of a lobe, from back to front. `flip` mirrors the lobe; the light stays. */
export function lobeBeads(lobe: Lobe, flip: boolean, seed: number): readonly Bead[] {
  const rng = createRng(seed);
  const found: (Bead & { readonly z: number })[] = [];
  const centre = flip ? -lobe.x : lobe.x;
  for (let k = 0; k < TRIES; k++) {
    const angle = uniform32(rng) * 2 * Math.PI;
    const share = Math.sqrt(uniform32(rng));
    const x = Math.cos(angle) * share * (lobe.rx - 0.24);
    const y = Math.sin(angle) * share * (lobe.ry - 0.24);
    const z = Math.sqrt(Math.max(0, 1 - (x / lobe.rx) ** 2 - (y / lobe.ry) ** 2)) * lobe.rx;
    const tone = (uniform32(rng) - 0.5) * 0.05;
    const size = 0.42 + uniform32(rng) * 0.08;
    if (found.some((bead) => Math.hypot(bead.x - centre - x, bead.y - lobe.y - y, bead.z - z) < SPACING)) continue;
    const normal = unit(x / lobe.rx ** 2, y / lobe.ry ** 2, z / lobe.rx ** 2);
    found.push({ x: centre + x, y: lobe.y + y, z, r: size, step: stepOf(normal), tone });
  }
  return found.toSorted((a, b) => a.z - b.z);
}

function unit(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

function stepOf([x, y, z]: readonly [number, number, number]): 0 | 1 | 2 {
  const lit = x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2];
  return lit > 0.13 ? 0 : lit > -0.31 ? 1 : 2;
}

/** Beads along a strand, evenly spaced on straight pieces between its points. */
export function strandBeads(strand: Strand, flip: boolean): readonly Bead[] {
  const beads: Bead[] = [];
  const gap = strand.r * 1.3;
  let left = 0;
  for (let k = 1; k < strand.points.length; k++) {
    const [x0, y0] = strand.points[k - 1] ?? [0, 0];
    const [x1, y1] = strand.points[k] ?? [0, 0];
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (; left <= length; left += gap) {
      const at = left / length;
      const x = x0 + (x1 - x0) * at;
      beads.push({ x: flip ? -x : x, y: y0 + (y1 - y0) * at, r: strand.r, step: 0, tone: strand.tone });
    }
    left -= length;
  }
  return beads;
}
