/**
 * Seedable random numbers for the simulations.
 *
 * Generator: xoshiro128** 1.1 (Blackman & Vigna 2021, doi 10.1145/3460772), 128 bits of state, period 2^128 - 1.
 * Its state lives in an Int32Array that the caller owns, so a simulation can store, copy and restore it; nothing is
 * kept in closure variables. All derived samplers use only IEEE basic operations and `Math.sqrt`
 * (see `elementary.ts`), so a seed gives the same bits in Node and in every browser.
 */
import { exp, ln } from './elementary';

/** Generator state: four 32-bit words, not all zero. */
export type Rng = Int32Array;

const TWO_POW_MINUS_52 = 1 / 4503599627370496;
const TWO_POW_MINUS_32 = 1 / 4294967296;
const TWO_POW_MINUS_31 = 1 / 2147483648;
const TWO_POW_MINUS_24 = 1 / 16777216;

/**
 * A new generator. `seed` is any finite number (its 64-bit pattern is used); `stream` separates independent uses of
 * one seed (receptors, particles, trials). The words are spread with splitmix32-style mixing.
 */
export function createRng(seed: number, stream = 0): Rng {
  if (!Number.isFinite(seed) || !Number.isInteger(stream)) throw new RangeError('seed must be finite and stream an integer');
  const bits = new Int32Array(new Float64Array([seed === 0 ? 0 : seed]).buffer);
  const rng = new Int32Array(4);
  let z = (bits[0] ?? 0) ^ Math.imul(bits[1] ?? 0, 0x85ebca6b);
  for (let i = 0; i < 4; i++) {
    z = (mix(z) + 0x9e3779b9 + Math.imul(i === 1 ? stream : (bits[i & 1] ?? 0), 0xc2b2ae35)) | 0;
    rng[i] = mix(z);
  }
  if ((rng[0] ?? 0) === 0 && (rng[1] ?? 0) === 0 && (rng[2] ?? 0) === 0 && (rng[3] ?? 0) === 0) rng[0] = 1;
  for (let i = 0; i < 8; i++) nextInt32(rng);
  return rng;
}

/** A bijective 32-bit finaliser (murmur3). */
function mix(x: number): number {
  let z = x | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}

/** The next 32 random bits as a signed integer. */
export function nextInt32(rng: Rng): number {
  const s1 = rng[1] as number;
  const times5 = Math.imul(s1, 5);
  const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
  const t = s1 << 9;
  const s2 = (rng[2] as number) ^ (rng[0] as number);
  const s3 = (rng[3] as number) ^ s1;
  rng[1] = s1 ^ s2;
  rng[0] = (rng[0] as number) ^ s3;
  rng[2] = s2 ^ t;
  rng[3] = (s3 << 11) | (s3 >>> 21);
  return result;
}

/** The next `count` numbers of `nextInt32` into the start of `out`, faster than one by one. Throws a RangeError if they do not fit. */
export function nextInt32s(rng: Rng, out: Int32Array, count: number): void {
  if (count > out.length) throw new RangeError(`${count} numbers do not fit into ${out.length} places`);
  let s0 = rng[0] as number;
  let s1 = rng[1] as number;
  let s2 = rng[2] as number;
  let s3 = rng[3] as number;
  for (let k = 0; k < count; k++) {
    const times5 = Math.imul(s1, 5);
    out[k] = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
  rng[0] = s0;
  rng[1] = s1;
  rng[2] = s2;
  rng[3] = s3;
}

/** Uniform on the open interval (0, 1), 52 bits, two draws. */
export function uniform(rng: Rng): number {
  const high = nextInt32(rng) >>> 6;
  const low = nextInt32(rng) >>> 6;
  return (high * 67108864 + low + 0.5) * TWO_POW_MINUS_52;
}

/** Uniform on (0, 1) with 32 bits from one draw: enough to choose among a few outcomes. */
export function uniform32(rng: Rng): number {
  return ((nextInt32(rng) >>> 0) + 0.5) * TWO_POW_MINUS_32;
}

/** Uniform integer in 0 .. n-1, without bias (rejection; Lemire 2019, doi 10.1145/3230636, in its simple form). */
export function uniformInt(rng: Rng, n: number): number {
  if (!(n >= 1 && n <= 4294967296 && Number.isInteger(n))) throw new RangeError('n must be an integer from 1 to 2^32');
  const limit = 4294967296 - (4294967296 % n);
  for (;;) {
    const x = nextInt32(rng) >>> 0;
    if (x < limit) return x % n;
  }
}

/**
 * Ziggurat tables: 256 strips of equal area under a decreasing density, the lowest with the tail beyond `start`
 * (Marsaglia & Tsang 2000, doi 10.18637/jss.v005.i08; the layer and the abscissa use different bits, as Doornik 2005
 * asks). `edge[i]` is the right end of strip i, `inside[i]` the part of it that lies wholly under the density.
 */
interface Ziggurat {
  readonly edge: Float64Array;
  readonly inside: Float64Array;
}

const LAYERS = 256;

function buildZiggurat(start: number, area: number, density: (x: number) => number, inverse: (y: number) => number): Ziggurat {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = area / density(start);
  edge[1] = start;
  for (let i = 2; i < LAYERS; i++) {
    const x = edge[i - 1] as number;
    edge[i] = inverse(area / x + density(x));
  }
  const inside = new Float64Array(LAYERS);
  for (let i = 0; i < LAYERS; i++) inside[i] = (edge[i + 1] as number) / (edge[i] as number);
  return { edge, inside };
}

const NORMAL_START = 3.6541528853610088;
const NORMAL = buildZiggurat(
  NORMAL_START,
  0.00492867323399,
  (x) => exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * ln(y)),
);

const EXPONENTIAL_START = 7.69711747013105;
const EXPONENTIAL = buildZiggurat(
  EXPONENTIAL_START,
  0.003949659822581557,
  (x) => exp(-x),
  (y) => -ln(y),
);

/** Standard normal deviate (mean 0, variance 1). */
export function gaussian(rng: Rng): number {
  const { edge, inside } = NORMAL;
  for (;;) {
    const bits = nextInt32(rng);
    const layer = bits & 255;
    const u = (nextInt32(rng) + ((bits >>> 8) + 0.5) * TWO_POW_MINUS_24) * TWO_POW_MINUS_31;
    const x = u * (edge[layer] as number);
    if (Math.abs(u) < (inside[layer] as number)) return x;
    if (layer === 0) return normalTail(rng, u < 0);
    const upper = edge[layer] as number;
    const lower = edge[layer + 1] as number;
    const f0 = exp(-0.5 * (upper * upper - x * x));
    const f1 = exp(-0.5 * (lower * lower - x * x));
    if (f1 + uniform(rng) * (f0 - f1) < 1) return x;
  }
}

/** The normal tail beyond the ziggurat (Marsaglia 1964, doi 10.1080/00401706.1964.10490150). */
function normalTail(rng: Rng, negative: boolean): number {
  for (;;) {
    const x = exponential(rng) / NORMAL_START;
    if (2 * exponential(rng) >= x * x) return negative ? -NORMAL_START - x : NORMAL_START + x;
  }
}

/** Exponential deviate of mean 1. */
export function exponential(rng: Rng): number {
  const { edge, inside } = EXPONENTIAL;
  let shift = 0;
  for (;;) {
    const bits = nextInt32(rng);
    const layer = bits & 255;
    const u = ((nextInt32(rng) >>> 0) + ((bits >>> 8) + 0.5) * TWO_POW_MINUS_24) * TWO_POW_MINUS_32;
    const x = u * (edge[layer] as number);
    if (u < (inside[layer] as number)) return shift + x;
    if (layer === 0) {
      shift += EXPONENTIAL_START;
      continue;
    }
    const f0 = exp(x - (edge[layer] as number));
    const f1 = exp(x - (edge[layer + 1] as number));
    if (f1 + uniform(rng) * (f0 - f1) < 1) return shift + x;
  }
}
