/**
 * Names of the colour tokens and how CSS spells them. Components import only this file: the values live in `tokens.ts`
 * and reach the page through the generated `tokens.css`, so no hex string is bundled with the script.
 */

export const THEMES = ['paper', 'lecture'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Meanings of a hue. The same list as the pack schema's `Tint`; design knows no model, so it is repeated here. */
export const TINTS = [
  'glutamate',
  'gaba',
  'glycine',
  'ketamine',
  'na',
  'ca',
  'mg',
  'k',
  'nmda',
  'ampa',
  'mglur',
  'bdnf',
  'trkb',
  'mtor',
  'inflammation',
  'transporter',
  'caChannel',
  'spine',
  'terminal',
  'nucleus',
  'inhibitory',
  'neutral',
] as const;
export type Tint = (typeof TINTS)[number];

/** Body colours that are no meaning of their own: second subunits, structural proteins, crowd-like molecules. */
export const BODIES = [
  'nmda2',
  'ampa2',
  'transporter2',
  'kinase',
  'camkii',
  'scaffold',
  'actin',
  'snare',
  'synaptotagmin',
  'protein',
  'channel',
  'gpcr',
  'drug',
  'cell',
] as const;
export type Body = (typeof BODIES)[number];

/** Grounds of the drawn compartments. The same list as the pack schema's `Ground`, and the lumen of a vesicle. */
export const GROUNDS = [
  'extracellular',
  'terminal',
  'spine',
  'dendrite',
  'psd',
  'astrocyte',
  'nucleus',
  'inhibitory',
  'microglia',
  'lumen',
] as const;
export type Ground = (typeof GROUNDS)[number];

export type Neutral = 'paper' | 'sheet' | 'inset' | 'rule' | 'rule-strong' | 'ink' | 'ink-2' | 'ink-3' | 'focus' | 'outline';

/** Colour of a body that carries the outline. */
export const fill = (name: Tint | Body): string => `var(--fill-${name})`;
/** Colour of text, plot lines and thin strokes; 4.6:1 or more on paper, sheet and inset. */
export const line = (name: Tint): string => `var(--line-${name})`;
/** Ground of a compartment. */
export const ground = (name: Ground): string => `var(--ground-${name})`;
/** Colour of an event bar on the score, and of the text on it. */
export const bar = (name: Tint): string => `var(--bar-${name})`;
export const onBar = (name: Tint): string => `var(--on-bar-${name})`;
