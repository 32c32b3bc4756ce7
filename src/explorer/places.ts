/** What the reader sets on the levels of the person, the brain and the circuit: one row a setting. A new setting is a new row. */
import { choice, flag, name, number, type Field } from './fields';

/** Outcomes whose course after a dose has been published. */
export const OUTCOMES = ['depression', 'ideation', 'ptsd', 'anxiety', 'pain', 'dissociation', 'bloodPressure', 'inflammation'] as const;
/** What the drug was compared with; "all" brings out every trial alike. */
export const ARMS = ['all', 'saline', 'midazolam', 'anaesthesia', 'ect', 'spray'] as const;
export const BRAIN_VIEWS = ['midsagittal', 'lateral', 'frontal', 'orbit'] as const;
export const BRAIN_SPECIES = ['human', 'rodent'] as const;
export const BRAIN_FORMS = ['picture', 'matrix'] as const;
/** Where ketamine is let block in a circuit: settings of the pack's circuits; one that a circuit lacks stands for its first. */
export const BLOCK_SITES = [
  'everywhere',
  'interneurons',
  'extrasynaptic',
  'pyramidal-synapses',
  'none',
  'habenula-receptors',
  'elsewhere',
] as const;
/** Drugs that can stand beside ketamine at the synapse. */
export const VERSUS = ['none', 'memantine'] as const;

export const PLACE_FIELDS = {
  outcome: choice('out', OUTCOMES, 'depression'),
  arm: choice('arm', ARMS, 'all'),
  population: name('pop', 'all'),
  brainView: choice('bv', BRAIN_VIEWS, 'midsagittal'),
  brainYaw: number('by', { from: -180, to: 180, digits: 1 }, 0),
  brainPitch: number('bp', { from: -90, to: 90, digits: 1 }, 0),
  brainSpecies: choice('bs', BRAIN_SPECIES, 'human'),
  brainForm: choice('bf', BRAIN_FORMS, 'picture'),
  /** The circuit that is shown; "none" is the pack's first. */
  circuit: name('cir', 'none'),
  /** The kind of cell that is chosen while a circuit is. */
  circuitCell: name('cc', 'none'),
  blockSite: choice('site', BLOCK_SITES, 'everywhere'),
  /** Multiple of the usual drive onto interneurons and onto principal cells. */
  drive: number('drv', { from: 0, to: 4, digits: 2 }, 1),
  stress: flag('stress', false),
  /** Subunit of the NMDA receptors on interneurons; "none" is what the pack says. */
  circuitSubunit: choice('csub', ['none', '2A', '2B', '2C', '2D'], 'none'),
  /** Whether the synapse and the receptor run at the level that the dose has at the score's moment. */
  follow: flag('fol', false),
  /** The drug that the synapse shows beside ketamine, at the same concentration. */
  versus: choice('drug', VERSUS, 'none'),
} as const;

type ValueOf<F> = F extends Field<infer T> ? T : never;
export type Places = { readonly [K in keyof typeof PLACE_FIELDS]: ValueOf<(typeof PLACE_FIELDS)[K]> };

type Row = readonly [keyof Places, Field<never>];

/** Rows of the table for code that treats them all alike. A row's value always comes from the same row's functions. */
export const PLACE_ROWS = Object.entries(PLACE_FIELDS) as unknown as readonly Row[];

export const PLACES_BASELINE = Object.fromEntries(PLACE_ROWS.map(([key, field]) => [key, field.usual])) as unknown as Places;

/** The nearest sound settings. */
export function tidyPlaces(places: Places): Places {
  return Object.fromEntries(PLACE_ROWS.map(([key, field]) => [key, field.tidy(places[key] as never)])) as unknown as Places;
}
