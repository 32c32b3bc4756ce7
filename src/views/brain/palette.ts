/** Which colour each region has (ART-BRAIN-CIRCUIT 2), as names of tokens, and how a colour rests. */
import { mix } from '../../design/colour-math';
import type { ThemeName } from '../../design/names';
import { tokensOf } from '../../design/tokens';
import type { AtlasRegionId } from '../../model/atlas';

/** Regions with a colour of their own; every other one shares `OTHER` and is plain cortex while nothing is known about it. */
const TOKENS: Readonly<Partial<Record<AtlasRegionId, string>>> = {
  'medial-prefrontal': 'region-prefrontal',
  orbitofrontal: 'region-prefrontal',
  'dorsolateral-prefrontal': 'region-prefrontal',
  'inferior-frontal': 'region-prefrontal',
  'anterior-cingulate': 'region-cingulate',
  'subgenual-cingulate': 'region-cingulate',
  hippocampus: 'region-hippocampus',
  amygdala: 'region-amygdala',
  thalamus: 'region-thalamus',
  caudate: 'region-striatum',
  putamen: 'region-striatum',
  pallidum: 'region-striatum',
  accumbens: 'region-accumbens',
  'lateral-habenula': 'region-habenula',
  'ventral-tegmental-area': 'region-vta',
  'dorsal-raphe': 'region-raphe',
};
const OTHER = 'shade-brain-other';
/** Share of the ground that a resting colour takes. */
const REST = 0.35;

/** Whether a region is coloured even at rest. */
export const hasOwnColour = (region: string): boolean => Object.hasOwn(TOKENS, region);

export interface RegionColours {
  /** With a finding, pointed at or chosen. */
  readonly full: string;
  /** Without one. */
  readonly rest: string;
}

/** Colours of a region as hex. Those without one of their own rest as what they lie on. */
export function coloursOf(region: string, theme: ThemeName): RegionColours {
  const tokens = tokensOf(theme);
  const hex = (token: string): string => tokens.get(token) ?? '#000000';
  const known = Object.hasOwn(TOKENS, region) ? TOKENS[region as AtlasRegionId] : undefined;
  if (known !== undefined) return { full: hex(known), rest: mix(hex('paper'), hex(known), REST) };
  const ground = region === 'cerebellum' || region === 'brainstem' ? (region === 'cerebellum' ? 'cerebellum' : 'stem') : 'cortex';
  return { full: hex(OTHER), rest: hex(`shade-brain-${ground}`) };
}

export interface RegionTint {
  readonly fill: string;
  readonly mixBlendMode: 'multiply' | 'color-dodge';
}

/**
 * What turns the resting colour of a region into its full one where it is laid over a still: a factor on paper, a divisor on the dark
 * page. Tones and ink of the still stay what they are.
 */
export function tintOf(region: string, theme: ThemeName): RegionTint {
  const { full, rest } = coloursOf(region, theme);
  const channel = (hex: string, i: number): number => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
  const parts = [0, 1, 2].map((i) => {
    const [to, from] = [channel(full, i), channel(rest, i)];
    return Math.round(255 * Math.min(1, Math.max(0, theme === 'paper' ? to / from : 1 - from / to)));
  });
  return { fill: `rgb(${parts.join(' ')})`, mixBlendMode: theme === 'paper' ? 'multiply' : 'color-dodge' };
}
