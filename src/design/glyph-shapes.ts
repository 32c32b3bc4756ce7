/**
 * Silhouettes of the glyph set (ART-DIRECTION 6) as path data in a 24 box centred on the origin, y down, outside of the cell up.
 * Plain data, so that the map can place them at any scale and a 3D view can extrude the same outlines.
 */
import type { Body, Tint } from './names';

/** A colour by name: a fill token, the outline, the ink, a ground, or none. */
export type Paint = Tint | Body | 'outline' | 'ink' | 'sheet' | 'lumen' | 'vesicleHead' | 'none';

export interface GlyphPart {
  readonly d: string;
  readonly fill: Paint;
  readonly stroke: Paint;
  /** Stroke width as a multiple of the outline width; 1 unless told. */
  readonly weight?: number;
  /** Draws the part again mirrored at x = 0, in this fill where told. */
  readonly mirror?: Paint | true;
}

const hundredths = (v: number): string => String(Math.round(v * 100) / 100);

/** A circle, or an ellipse turned by `turn` degrees, as path data. */
export function ball(x: number, y: number, rx: number, ry = rx, turn = 0): string {
  const a = (turn * Math.PI) / 180;
  const [dx, dy] = [rx * Math.cos(a), rx * Math.sin(a)];
  const n = hundredths;
  const arc = `A${n(rx)} ${n(ry)} ${turn} 1 1`;
  return `M${n(x - dx)} ${n(y - dy)}${arc} ${n(x + dx)} ${n(y + dy)}${arc} ${n(x - dx)} ${n(y - dy)}Z`;
}

/** A regular star or, with one radius, a regular polygon with its first corner at `turn` degrees (−90 is up). */
export function star(x: number, y: number, points: number, outer: number, inner = outer, turn = -90): string {
  const corners = inner === outer ? points : points * 2;
  const at = Array.from({ length: corners }, (_, i) => {
    const r = inner !== outer && i % 2 === 1 ? inner : outer;
    const a = ((turn + (i * 360) / corners) * Math.PI) / 180;
    return `${Math.round((x + r * Math.cos(a)) * 100) / 100} ${Math.round((y + r * Math.sin(a)) * 100) / 100}`;
  });
  return `M${at.join('L')}Z`;
}

const body = (d: string, fill: Paint, mirror?: Paint | true): GlyphPart => ({
  d,
  fill,
  stroke: 'outline',
  ...(mirror === undefined ? {} : { mirror }),
});
const lineOnly = (d: string, stroke: Paint, weight = 1, mirror?: true): GlyphPart => ({
  d,
  fill: 'none',
  stroke,
  weight,
  ...(mirror === undefined ? {} : { mirror }),
});

const RING = (count: number, radius: number, r: number, turn: number): string =>
  Array.from({ length: count }, (_, i) => {
    const a = ((turn + (i * 360) / count) * Math.PI) / 180;
    return ball(radius * Math.cos(a), radius * Math.sin(a), r);
  }).join('');

/** One column of the NMDA receptor, right half: two lobes of the top domain, two of the binding domain, a leg. */
const NMDA_COLUMN =
  'M1.1 11.4V4C.5 3 1 1.3 1.9 .7C.6-.4.5-3.3 1.8-4.2C.6-5.2.3-8.1 1-9.5C1.9-12.1 6.3-11.9 6.9-9C7.9-7.9 8.4-6.3 7.5-4.7C8.1-3.9 7.9-2.6 7.2-2C7.9-.9 7.5.6 6.5 1.2C6.9 2.3 6.3 3.3 5.5 4V11.4Z';
const AMPA_ARM =
  'M1.1 11.4V4C.4 3 .8 1.5 1.7 .9C1.1-.4 1.6-2.2 3-3C2.9-4.9 4.1-6.2 5.4-6.7C5.3-9 7.4-11.4 9.9-10.6C12.2-9.8 12.3-6.7 10-5.7C9.9-3.9 8.4-2.3 6.9-2.1C7.3-.7 6.7.8 5.7 1.4C6.1 2.4 5.6 3.4 5 4V11.4Z';

export const GLYPH_PARTS = {
  nmda: [body(NMDA_COLUMN, 'nmda2', 'nmda')],
  ampa: [body(AMPA_ARM, 'ampa2', 'ampa')],
  mglur: [
    body(
      'M3.3 3.2L2.7-.7C1.1-1.4.4-3.1 1.1-4.4C-.1-6.4 1-10.9 4.1-11.1C6.8-11.2 7.8-8.9 7-7C8.9-5.9 8.8-2.8 6.9-1.7C6.4-1.3 5.9-1 5.3-.8L5.7 3.2Z',
      'mglur',
      true,
    ),
    lineOnly('M3 -5.3Q4.6-5.9 5.9-5', 'outline', 0.75, true),
    body('M.9 2.8H8.3V11.4H.9Z', 'mglur', true),
    lineOnly('M3.35 2.8V11.4M5.85 2.8V11.4', 'outline', 0.7, true),
  ],
  trkb: [
    body('M1.5.2L3.8-.4L5.1 5.4L2.7 6.1Z', 'trkb', true),
    body(ball(3.4, -1.1, 2, 2.2, 10), 'trkb', true),
    body(ball(4.3, -4.7, 2.2, 2.4, 12), 'trkb', true),
    body(ball(5.3, -8.7, 2.3, 2.6, 20), 'trkb', true),
    body(ball(4.1, 8.3, 3.3, 3.1), 'trkb', true),
  ],
  gabaa: [
    body('M-7.2-11C-4-9.5 4-9.5 7.2-11C9.1-6.9 6.6-2.6 6.3.6V11H-6.3V.6C-6.6-2.6-9.1-6.9-7.2-11Z', 'gaba'),
    lineOnly('M-2.3-9.9C-3-5.5-2.1-2-2.1 1V10.4M2.3-9.9C3-5.5 2.1-2 2.1 1V10.4', 'sheet', 0.8),
  ],
  caChannel: [
    body('M-6.9-9.5C-4-8.7-2-8.7-.4-9.3V9.3C-2 8.7-4 8.7-6.9 9.5L-5.3 4V-4Z', 'caChannel', true),
    lineOnly('M0-9.2V9.2', 'outline', 1.1),
  ],
  channel: [
    body('M-6.6-9.5H-.5V9.5H-6.6L-5-3.2V3.2Z', 'channel'),
    body('M6.6-9.5H.5V9.5H6.6L5-3.2V3.2Z', 'channel'),
    lineOnly('M0-9.4V9.4', 'outline', 0.9),
  ],
  gpcr: [
    body(
      'M-7.2-4C-8.3-7.2-5.5-9.6-3-7.7C-1.6-10.2 1.6-10.2 3-7.7C5.5-9.6 8.3-7.2 7.2-4V6.6C7.2 8.3 5 9.2 3.6 7.8C2.4 9.8-2.4 9.8-3.6 7.8C-5 9.2-7.2 8.3-7.2 6.6Z',
      'gpcr',
    ),
    lineOnly('M-4.8-3.3V7.2M-2.4-4.1V8.2M0-4.4V8.6M2.4-4.1V8.2M4.8-3.3V7.2', 'outline', 0.65),
    lineOnly('M-7.1-4.1Q0-1.3 7.1-4.1', 'outline', 0.65),
  ],
  transporter: [
    body(
      'M-10.2-5.6C-8.2-9.6-4.3-8.6-3.6-6C-1.5-1.4 1.5-1.4 3.6-6C4.3-8.6 8.2-9.6 10.2-5.6C11.3 0 9.2 7.3 5.2 8.3Q0 6.2-5.2 8.3C-9.2 7.3-11.3 0-10.2-5.6Z',
      'transporter',
    ),
    lineOnly('M-3.6-5.9C-4.9-1.6-4.9 3-3.9 7.8M3.6-5.9C4.9-1.6 4.9 3 3.9 7.8', 'outline', 0.65),
  ],
  glutamate: [
    body(
      'M-5.4 5.5A4.6 4.6 0 0 1-4.5-3.7A3.8 3.8 0 0 1 2.7-4.6A3.3 3.3 0 0 1 3.4-3A4.5 4.5 0 1 1 2.9 4.7Q.3 3.5-2.2 4.8A4.6 4.6 0 0 1-5.4 5.5Z',
      'glutamate',
    ),
  ],
  glycine: [body('M-6.3.2A3.9 3.9 0 0 1 .7-2.2A3 3 0 1 1 1 2.4A3.9 3.9 0 0 1-6.3.2Z', 'glycine')],
  gaba: [body('M-6.3-3.4H6.3A3.4 3.4 0 0 1 6.3 3.4H-6.3A3.4 3.4 0 0 1-6.3-3.4Z', 'gaba'), lineOnly('M-3-2.6V2.6M3-2.6V2.6', 'sheet', 0.9)],
  ketamine: [
    lineOnly('M-2.4-.2L1.4-1.9M-5.3-3V-5.8', 'outline', 2.4),
    body(star(-5.3, 1.7, 6, 4.7), 'ketamine'),
    body(star(4.7, -2.7, 6, 4.7, 4.7, -68), 'ketamine'),
    body(ball(-5.3, -6.3, 2.2), 'ketamine'),
  ],
  mg: [body('M0-8.6L6.8 0L0 8.6L-6.8 0Z', 'mg'), lineOnly('M-6.8 0L1.3 2.4L6.8 0M0-8.6L1.3 2.4L0 8.6', 'outline', 0.75)],
  ca: [
    body(ball(0, 0, 4.3), 'ca'),
    lineOnly(ball(0, 0, 8.8, 3, -18), 'outline', 2.6),
    lineOnly(ball(0, 0, 8.8, 3, -18), 'ca', 1.05),
    { d: 'M-4.15 1.1A4.3 4.3 0 0 1 3.9-1.8Z', fill: 'ca', stroke: 'none' },
    lineOnly('M-4.15 1.1A4.3 4.3 0 0 1 3.9-1.8', 'outline', 1),
  ],
  na: [body(ball(0, 0, 4.2), 'na')],
  k: [body(ball(0, 0, 5.9), 'k')],
  bdnf: [
    body(
      'M0-2C2-7.6 9.2-8.6 9.9-3.9C10.3-1 6.4.3 6.4 1.2C9 3 7 8.4 3.2 6.9C1.3 6.1.8 3.8 0 2.1C-.8 3.8-1.3 6.1-3.2 6.9C-7 8.4-9 3-6.4 1.2C-6.4.3-10.3-1-9.9-3.9C-9.2-8.6-2-7.6 0-2Z',
      'bdnf',
    ),
    lineOnly('M0-2V2.1', 'outline', 0.75),
  ],
  camkii: [body(RING(6, 6.3, 3.05, 0), 'camkii'), body(ball(0, 0, 3.9), 'camkii')],
  psd95: [
    body(ball(7.7, 3.4, 2.7), 'scaffold'),
    body(ball(4.2, -0.4, 2.5), 'scaffold'),
    body(ball(0, 0.9, 2.6), 'scaffold'),
    body(ball(-4.2, -1.2, 2.5), 'scaffold'),
    body(ball(-8.1, 1.9, 2.6), 'scaffold'),
  ],
  actin: [
    body([-8.8, -4.4, 0, 4.4, 8.8].map((x) => ball(x, 1.8, 2.4)).join(''), 'actin'),
    body([-6.6, -2.2, 2.2, 6.6].map((x) => ball(x, -1.8, 2.4)).join(''), 'actin'),
  ],
  mtor: [body(star(0, 0, 6, 10.2, 5.7), 'mtor')],
  cytokine: [body(star(0, 0, 10, 9.3, 6.2), 'inflammation')],
  kinase: [
    body(
      'M-3-9.5C1-11 5.7-8.4 5-4.2C7.7-2.6 8.7 2 6.7 5.7C4.1 10.2-4.1 9.9-6.7 5.7C-8.7 2-6.2-1.6-4.6-2.9C-6.7-5.1-5.6-8.3-3-9.5Z',
      'kinase',
    ),
    lineOnly('M5-4.2Q2.3-3.5.5-1.7', 'outline', 1),
  ],
  vesicle: [body(ball(0, 0, 9.4), 'vesicleHead'), { d: ball(0, 0, 6.8), fill: 'lumen', stroke: 'outline', weight: 0.6 }],
  ribosome: [
    body('M-6.8-.3H7.2C7.8 4.2 4.2 8 0 8S-7.4 4.2-6.8-.3Z', 'bdnf'),
    body('M-8.3-1C-9.4-6.8-3.1-9.5 1-8.5C6.2-9.2 9.9-5.1 8.3-1Z', 'bdnf'),
  ],
  gene: [
    lineOnly('M-7.9-2.3V2.3M-2.6-2.6V2.6M2.6-2.6V2.6M7.9-2.3V2.3', 'ink', 0.8),
    lineOnly('M-10.3-4.3C-5.15-4.3-5.15 4.3 0 4.3S5.15-4.3 10.3-4.3M-10.3 4.3C-5.15 4.3-5.15-4.3 0-4.3S5.15 4.3 10.3 4.3', 'ink', 1.2),
  ],
  drug: [body(star(0, 0, 6, 8.2, 8.2, -90), 'drug'), lineOnly(star(0, 0, 6, 4.7, 4.7, -90), 'outline', 0.75)],
  protein: [
    body(
      'M-5.8-6C-3.3-9-.4-6.6 1.2-7.2C5-8.6 8.6-5.4 7.2-2.2C9.4.3 8.1 4.6 4.7 4.8C3.5 8.2-1.4 8.6-3.1 5.9C-6.7 6.9-9.5 3.3-7.7.3C-9.1-2-8.3-5.2-5.8-6Z',
      'protein',
    ),
  ],
  molecule: [
    lineOnly('M-4.6 2.1L.3-2.9L5.3 1.7', 'outline', 2.2),
    body(ball(-4.8, 2.3, 3.2), 'glycine'),
    body(ball(5.4, 1.8, 2.6), 'glycine'),
    body(ball(0.3, -3, 3.3), 'glycine'),
  ],
  cell: [
    body(
      'M0-10.5C.9-6.8 1.6-4.6 3-3.2C4.7-2.3 7.3-2.9 10.4-4.4C8.1-1.7 6.6.4 6.3 2.2C6.4 4.3 7.7 6.5 9.6 9.2C6.5 7.5 4 6.3 2 6.2C1.2 7.4.6 9 .2 11C-.5 9-1.2 7.4-2.2 6.2C-4.2 6.4-6.7 7.5-9.6 9.2C-7.7 6.5-6.4 4.3-6.3 2.2C-6.6.4-8.1-1.7-10.4-4.4C-7.3-2.9-4.7-2.3-3-3.2C-1.6-4.6-.9-6.8 0-10.5Z',
      'cell',
    ),
    body(ball(0, 1.6, 2.3), 'sheet'),
  ],
  none: [],
} as const satisfies Readonly<Record<string, readonly GlyphPart[]>>;

/** The same list as the pack schema's `Glyph`. */
export type GlyphName = keyof typeof GLYPH_PARTS;

/** Parts of a glyph from back to front, mirrored parts spelled out. */
export function glyphParts(name: GlyphName): readonly (GlyphPart & { readonly flipped: boolean })[] {
  const parts: readonly GlyphPart[] = GLYPH_PARTS[name];
  return parts.flatMap((part) => {
    const own = { ...part, flipped: false };
    if (part.mirror === undefined) return [own];
    return [{ ...part, fill: part.mirror === true ? part.fill : part.mirror, flipped: true }, own];
  });
}
