/** Power spectra of evenly sampled signals. */

/** Frequencies in Hz and one-sided power density in (unit of the signal)^2 / Hz; equal lengths. */
export interface Spectrum {
  readonly frequency_Hz: Float64Array;
  readonly power: Float64Array;
}

/**
 * cos and sin of 2 pi k / n for k = 0 .. n-1, n a power of two. Made by halving angles with the four operations and square
 * roots, so that spectra have the same bits in every engine; `Math.cos` need not.
 */
function roots(n: number): { readonly cos: Float64Array; readonly sin: Float64Array } {
  let cos = Float64Array.of(1, -1);
  let sin = Float64Array.of(0, 0);
  let c = -1;
  for (let size = 4; size <= n; size *= 2) {
    // The root of order `size`, by the half-angle formulas.
    const s = Math.sqrt((1 - c) / 2);
    c = size === 4 ? 0 : Math.sqrt((1 + c) / 2);
    const [narrowCos, narrowSin] = [cos, sin];
    const at = (from: Float64Array, k: number): number => from[k >> 1] as number;
    const odd = (k: number): boolean => (k & 1) === 1;
    cos = Float64Array.from({ length: size }, (_, k) => (odd(k) ? at(narrowCos, k) * c - at(narrowSin, k) * s : at(narrowCos, k)));
    sin = Float64Array.from({ length: size }, (_, k) => (odd(k) ? at(narrowCos, k) * s + at(narrowSin, k) * c : at(narrowSin, k)));
  }
  return { cos, sin };
}

/** In-place fast Fourier transform, radix 2 (Cooley & Tukey 1965). Lengths must be equal powers of two. */
export function fft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  checkPowerOfTwo(n);
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] as number, re[i] as number];
      [im[i], im[j]] = [im[j] as number, im[i] as number];
    }
  }
  const root = roots(n);
  for (let size = 2; size <= n; size <<= 1) {
    for (let k = 0; k < size / 2; k++) {
      const wr = root.cos[(k * n) / size] as number;
      const wi = -(root.sin[(k * n) / size] as number);
      for (let i = k; i < n; i += size) {
        const j = i + size / 2;
        const xr = (re[j] as number) * wr - (im[j] as number) * wi;
        const xi = (re[j] as number) * wi + (im[j] as number) * wr;
        re[j] = (re[i] as number) - xr;
        im[j] = (im[i] as number) - xi;
        re[i] = (re[i] as number) + xr;
        im[i] = (im[i] as number) + xi;
      }
    }
  }
}

/**
 * Welch's estimate (Welch 1967, doi 10.1109/TAU.1967.1161901): Hann windows of `size` samples (a power of two) that overlap
 * by half, means removed, averaged. Signals shorter than one window are padded with zeros after the mean is taken away.
 */
export function welch(signal: ArrayLike<number>, rate_Hz: number, size: number): Spectrum {
  checkPowerOfTwo(size);
  const half = size / 2;
  const power = new Float64Array(half + 1);
  const window = roots(size).cos.map((c) => 0.5 - 0.5 * c);
  const norm = rate_Hz * window.reduce((sum, w) => sum + w * w, 0);
  const windows = Math.max(1, Math.floor((signal.length - half) / half));
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let k = 0; k < windows; k++) {
    const from = k * half;
    const here = Math.min(size, signal.length - from);
    let mean = 0;
    for (let i = 0; i < here; i++) mean += (signal[from + i] ?? 0) / here;
    for (let i = 0; i < size; i++) re[i] = i < here ? ((signal[from + i] ?? 0) - mean) * (window[i] as number) : 0;
    im.fill(0);
    fft(re, im);
    for (let f = 0; f <= half; f++) {
      const both = f === 0 || f === half ? 1 : 2;
      power[f] = (power[f] as number) + (both * ((re[f] as number) ** 2 + (im[f] as number) ** 2)) / (norm * windows);
    }
  }
  return { frequency_Hz: Float64Array.from({ length: half + 1 }, (_, f) => (f * rate_Hz) / size), power };
}

/** Power between two frequencies (both included), in (unit of the signal)^2. */
export function bandPower({ frequency_Hz, power }: Spectrum, from_Hz: number, to_Hz: number): number {
  const width = (frequency_Hz[1] ?? 0) - (frequency_Hz[0] ?? 0);
  return frequency_Hz.reduce((sum, f, i) => (f >= from_Hz && f <= to_Hz ? sum + (power[i] as number) * width : sum), 0);
}

function checkPowerOfTwo(n: number): void {
  if (!(n >= 2 && (n & (n - 1)) === 0)) throw new RangeError(`The length of a transform must be a power of two, not ${n}`);
}
