/**
 * The one source of every colour (ART-DIRECTION section 2). `tokens-css.ts` writes it as custom properties; 3D views read the
 * hex values from here. Each pair is [paper theme, lecture theme].
 */
import { contrast, mix, mostReadable } from './colour-math';
import { THEMES, TINTS, type Body, type Ground, type Neutral, type ThemeName, type Tint } from './names';

type Pair = readonly [string, string];

export const NEUTRALS: Readonly<Record<Neutral, Pair>> = {
  paper: ['#f4f3ee', '#12161a'],
  sheet: ['#fbfaf7', '#191e23'],
  inset: ['#eae8e0', '#232a31'],
  rule: ['#d2cfc5', '#353d45'],
  'rule-strong': ['#85847c', '#7d8790'],
  ink: ['#1d2226', '#f1efe8'],
  'ink-2': ['#454b51', '#c6c8c7'],
  'ink-3': ['#62676b', '#9aa2a8'],
  focus: ['#1553c7', '#8fbaff'],
  outline: ['#1d2226', '#05070a'],
};

export const GROUND_COLOURS: Readonly<Record<Ground, Pair>> = {
  extracellular: ['#f4f3ee', '#12161a'],
  terminal: ['#f2dfc3', '#2e231f'],
  spine: ['#cfdfe1', '#1b2d38'],
  dendrite: ['#cfdfe1', '#1b2d38'],
  psd: ['#dcc3b7', '#3b2a28'],
  astrocyte: ['#dfe5c9', '#252e1c'],
  nucleus: ['#e3dbe6', '#2a2433'],
  inhibitory: ['#ddd6e0', '#29232f'],
  microglia: ['#ecdcd8', '#302221'],
  lumen: ['#fbf3e2', '#3a2a20'],
};

/** Tints of the crowd behind the actors, close to the ground of their compartment: texture, never a code. */
export const CROWDS: Readonly<Partial<Record<Ground, readonly [readonly string[], readonly string[]]>>> = {
  extracellular: [['#d5cfbf'], ['#565a58']],
  terminal: [
    ['#e9cfa6', '#e2c294', '#edd8b6', '#d8b98c', '#efd2b0'],
    ['#553d31', '#4a342b', '#624839', '#6b4c3a', '#58402f'],
  ],
  spine: [
    ['#b3cdd3', '#a0c0c9', '#c0d6d8', '#93b5c0', '#b9cfd9'],
    ['#2d4958', '#345566', '#28424f', '#3c6072', '#34506a'],
  ],
  psd: [
    ['#cfa898', '#c2978a', '#d9b7a6', '#b98c82', '#d4aa8c'],
    ['#6d4a43', '#7d564b', '#5d403b', '#86604f', '#6a4c52'],
  ],
  astrocyte: [
    ['#c9d3a6', '#b9c692', '#d3dbb6', '#aebd88'],
    ['#3d4a2c', '#4a5834', '#37432a', '#55633b'],
  ],
};

/** Membrane, vesicle and other structural parts. */
export const STRUCTURE: Readonly<Record<string, Pair>> = {
  'head-1': ['#b5c193', '#75855d'],
  'head-2': ['#c4cda6', '#66764f'],
  'membrane-core': ['#ecebcd', '#2e3626'],
  'membrane-tail': ['#d3d3ac', '#454e38'],
  'vesicle-head-1': ['#d2b87c', '#bd8f5c'],
  'vesicle-head-2': ['#dac48e', '#ab7f50'],
  'vesicle-body': ['#dcc58d', '#7a5638'],
  'vesicle-core': ['#f3e6c4', '#3a2a20'],
  'vesicle-tail': ['#dcc795', '#6a4e35'],
  'sign-more': ['#0b6e83', '#63c6d8'],
  'sign-less': ['#a8401f', '#f08a63'],
};

/** Fill and line of a meaning. A fill always carries an outline; a line reaches 4.6:1 on paper, sheet and inset. */
export const MEANINGS: Readonly<Record<Tint, { readonly fill: Pair; readonly line: Pair }>> = {
  glutamate: { fill: ['#dc5a42', '#f47b4c'], line: ['#b83922', '#f47b4c'] },
  gaba: { fill: ['#4a2477', '#a79bf0'], line: ['#4a2477', '#a79bf0'] },
  glycine: { fill: ['#c8bca0', '#cfc7ad'], line: ['#6c6750', '#efe9d8'] },
  ketamine: { fill: ['#a8154f', '#e84a88'], line: ['#a8154f', '#f75895'] },
  na: { fill: ['#f0dc4e', '#f6e565'], line: ['#736700', '#f6e565'] },
  ca: { fill: ['#72d0ee', '#74e0fb'], line: ['#00708a', '#74e0fb'] },
  mg: { fill: ['#fbfaf6', '#eef1f4'], line: ['#5d6168', '#eef1f4'] },
  k: { fill: ['#a07bca', '#9a80b0'], line: ['#7a56a1', '#a187b8'] },
  nmda: { fill: ['#3f68b0', '#4d7fd0'], line: ['#3d66ae', '#5f92e4'] },
  ampa: { fill: ['#d9a12e', '#dda436'], line: ['#876000', '#dda436'] },
  mglur: { fill: ['#409f8d', '#78bdb0'], line: ['#007363', '#78bdb0'] },
  bdnf: { fill: ['#b2dc8c', '#c2eda1'], line: ['#4c7123', '#c2eda1'] },
  trkb: { fill: ['#3a7708', '#3fa03a'], line: ['#387504', '#45a640'] },
  mtor: { fill: ['#544024', '#b89782'], line: ['#544024', '#b89782'] },
  inflammation: { fill: ['#6a1013', '#bb5a50'], line: ['#6a1013', '#da756a'] },
  transporter: { fill: ['#7d8f4a', '#8b9e55'], line: ['#5c6d24', '#8b9e55'] },
  caChannel: { fill: ['#b98c6a', '#b58a68'], line: ['#925928', '#b58a68'] },
  spine: { fill: ['#a0c0c9', '#3c6072'], line: ['#2f6472', '#8db8c8'] },
  terminal: { fill: ['#e2c294', '#6b4c3a'], line: ['#7d5a26', '#d3ab8b'] },
  nucleus: { fill: ['#cbbcd1', '#4a3f59'], line: ['#6a5377', '#bfaed0'] },
  inhibitory: { fill: ['#c3b6ca', '#51465c'], line: ['#5e4a78', '#b9a9d6'] },
  neutral: { fill: ['#ddd5c8', '#3c3a34'], line: ['#454b51', '#c6c8c7'] },
};

export const BODY_COLOURS: Readonly<Record<Body, Pair>> = {
  nmda2: ['#6f97d6', '#86b0ee'],
  ampa2: ['#ecc365', '#f2cb72'],
  transporter2: ['#94a65e', '#a6b86d'],
  kinase: ['#a9c6ce', '#5d8799'],
  camkii: ['#8fa7c4', '#56779a'],
  scaffold: ['#c98d7b', '#9d6a5b'],
  actin: ['#a9b6c9', '#54667c'],
  snare: ['#c58b6f', '#b0705a'],
  synaptotagmin: ['#b9a06a', '#9a6f4a'],
  protein: ['#c9cfce', '#6f7f88'],
  channel: ['#9c9d94', '#8d9391'],
  gpcr: ['#b7a28f', '#9a8877'],
  drug: ['#fbfaf7', '#cfd3d4'],
  cell: ['#d8c9b8', '#7c6a58'],
};

/** Areas of the brain at full colour (section 2.7). */
export const REGIONS: Readonly<Record<string, Pair>> = {
  prefrontal: ['#c9b59e', '#795d2c'],
  cingulate: ['#9f8a80', '#441509'],
  hippocampus: ['#8c9658', '#626e56'],
  amygdala: ['#b87993', '#71656d'],
  accumbens: ['#6992c2', '#36718d'],
  vta: ['#c2f2d8', '#3d4942'],
  thalamus: ['#cbc4ff', '#21204a'],
  habenula: ['#eedff2', '#2b232c'],
  raphe: ['#ffe1a3', '#403b00'],
  striatum: ['#9fb0c0', '#224c6f'],
};

/** Lines of modulatory cell types (section 2.7). */
export const CELL_LINES: Readonly<Record<string, Pair>> = {
  dopamine: ['#1f6b84', '#6fbcd6'],
  serotonin: ['#8f4f7c', '#d79bc4'],
  noradrenaline: ['#5a6a3a', '#a9bb7e'],
};

/**
 * A score bar is its fill at 82 % on sheet, less (down to 55 %) where no text colour reaches 4.6:1 on that. The text is the first
 * of ink, paper, white and near-black that does.
 */
function barOf(tint: Tint, theme: 0 | 1): { readonly bar: string; readonly on: string } {
  const candidates = [NEUTRALS.ink[theme], NEUTRALS.paper[theme], '#ffffff', '#12161a'] as const;
  const at = (share: number): string => mix(MEANINGS[tint].fill[theme], NEUTRALS.sheet[theme], share / 100);
  for (let share = 82; share >= 55; share -= 3) {
    const bar = at(share);
    const on = candidates.find((candidate) => contrast(candidate, bar) >= 4.6);
    if (on !== undefined) return { bar, on };
  }
  return { bar: at(55), on: mostReadable(at(55), candidates) };
}

/** Colours of the 3D scenes alone; they never reach the page's style sheet. */
const SCENE: Readonly<Record<string, Pair>> = {
  'shade-cleft': ['#e9e6da', '#1a2024'],
  'shade-water': ['#e9f2f5', '#22384a'],
  // The brain: cut faces, cortex behind the cut, hindbrain, and regions without a colour of their own.
  'shade-brain-cut': ['#fbfaf7', '#615a50'],
  'shade-brain-cortex': ['#ece5da', '#4b453e'],
  'shade-brain-cerebellum': ['#e4ddd2', '#443f39'],
  'shade-brain-stem': ['#f1ece2', '#615a50'],
  'shade-brain-other': ['#c3c6b8', '#66695a'],
};

/** Domains of the receptors of the close-up: how far toward white (above 0) or the outline (below 0) they are mixed. */
const DOMAINS = { atd: 0.1, lbd: 0, tm: -0.12, loop: 0.16 } as const;

/** The domains of a receptor's subunits, each in three tones 3 % apart for its beads, and the pale backing of its pore. */
function domainShades(theme: 0 | 1): Map<string, string> {
  const shades = new Map<string, string>();
  const bases = {
    nmda: MEANINGS.nmda.fill,
    nmda2: BODY_COLOURS.nmda2,
    ampa: MEANINGS.ampa.fill,
    ampa2: BODY_COLOURS.ampa2,
    mglur: MEANINGS.mglur.fill,
  };
  for (const [name, pair] of Object.entries(bases)) {
    const base = pair[theme];
    for (const [domain, lift] of Object.entries(DOMAINS))
      for (const tone of [1, 2, 3]) {
        const share = lift + (tone - 2) * 0.04;
        shades.set(`shade-${name}-${domain}-${tone}`, mix(share < 0 ? '#000000' : '#ffffff', base, Math.abs(share)));
      }
    shades.set(`shade-${name}-backing`, mix(NEUTRALS.paper[theme], base, theme === 0 ? 0.52 : 0.6));
  }
  return shades;
}

/** Every custom property of a theme, without the leading dashes, with its hex value. Those named `shade-…` are for 3D scenes only. */
export function tokensOf(theme: ThemeName): ReadonlyMap<string, string> {
  const i = THEMES.indexOf(theme) === 0 ? 0 : 1;
  const tokens = new Map<string, string>();
  const add = (prefix: string, table: Readonly<Record<string, Pair>>): void => {
    for (const [name, pair] of Object.entries(table)) tokens.set(`${prefix}${name}`, pair[i]);
  };
  add('', NEUTRALS);
  add('ground-', GROUND_COLOURS);
  for (const [name, crowd] of Object.entries(CROWDS)) crowd[i].forEach((hex, n) => tokens.set(`crowd-${name}-${n + 1}`, hex));
  add('', STRUCTURE);
  add('', SCENE);
  for (const [name, hex] of domainShades(i)) tokens.set(name, hex);
  add('fill-', BODY_COLOURS);
  for (const tint of TINTS) {
    tokens.set(`fill-${tint}`, MEANINGS[tint].fill[i]);
    tokens.set(`line-${tint}`, MEANINGS[tint].line[i]);
    const { bar, on } = barOf(tint, i);
    tokens.set(`bar-${tint}`, bar);
    tokens.set(`on-bar-${tint}`, on);
  }
  add('region-', REGIONS);
  add('line-', CELL_LINES);
  // Lines that the lit route leaves aside: still 3:1 on every ground they cross. Light lines on dark need less to be seen.
  tokens.set('edge-off', mix(NEUTRALS.ink[i], NEUTRALS.paper[i], i === 0 ? 0.62 : 0.54));
  tokens.set('node', mix(NEUTRALS.sheet[i], GROUND_COLOURS.spine[i], 0.82));
  return tokens;
}
