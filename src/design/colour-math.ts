/** Colour arithmetic on `#rrggbb` strings: WCAG contrast and mixing in OKLab. No DOM. */

type Triple = readonly [number, number, number];

/** Red, green and blue of `#rrggbb`, each 0 to 255. Throws on any other form. */
export function channels(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`Not a #rrggbb colour: ${hex}`);
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): string {
  const c = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.max(value, 0) ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, c)) * 255)
    .toString(16)
    .padStart(2, '0');
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance(hex: string): number {
  const [r, g, b] = channels(hex);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG contrast ratio of two colours, 1 to 21; the order does not matter. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** OKLab coordinates (Ottosson 2020, the space CSS `color-mix(in oklab, …)` uses). */
function oklab(hex: string): Triple {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** `share` of `one` (0 to 1) mixed with `other` in OKLab, as CSS `color-mix(in oklab, one share, other)` does. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [oklab(one), oklab(other)];
  const at = (i: 0 | 1 | 2): number => a[i] * share + b[i] * (1 - share);
  const l = (at(0) + 0.3963377774 * at(1) + 0.2158037573 * at(2)) ** 3;
  const m = (at(0) - 0.1055613458 * at(1) - 0.0638541728 * at(2)) ** 3;
  const s = (at(0) - 0.0894841775 * at(1) - 1.291485548 * at(2)) ** 3;
  return `#${encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)}${encoded(
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
  )}${encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)}`;
}

/** The candidate with the highest contrast on `ground`. */
export function mostReadable(ground: string, candidates: readonly [string, ...string[]]): string {
  let best = candidates[0];
  for (const candidate of candidates) if (contrast(candidate, ground) > contrast(best, ground)) best = candidate;
  return best;
}
