/** The parts of the drawn section of a rodent brain: a schematic of our own, cut along the midline and seen from the left, nose to the right. */

export const RODENT_PARTS = [
  'infralimbic',
  'prelimbic',
  'cingulate',
  'retrosplenial',
  'neocortex',
  'hippocampus',
  'mediodorsal-thalamus',
  'lateral-habenula',
  'accumbens',
  'basolateral-amygdala',
  'ventral-tegmental-area',
  'dorsal-raphe',
  'lateral-hypothalamus',
] as const;
export type RodentPart = (typeof RODENT_PARTS)[number];

const PARTS: ReadonlySet<string> = new Set(RODENT_PARTS);

export const isRodentPart = (name: string): name is RodentPart => PARTS.has(name);
