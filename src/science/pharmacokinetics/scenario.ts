/** What a reader may ask of the drug models: a drug, a form, a route, an amount, a body and a schedule. */

export const FORMS = ['racemate', 'S', 'R'] as const;
/** Racemic ketamine, or one of its two mirror images alone (S is esketamine, R is arketamine). */
export type DrugForm = (typeof FORMS)[number];

export const ROUTES = ['iv-infusion', 'iv-bolus', 'im', 'intranasal', 'oral', 'oral-film', 'ip'] as const;
/** Way in: into a vein over minutes or at once, a muscle, the nose, swallowed, a film in the mouth, or the belly of a mouse. */
export type Route = (typeof ROUTES)[number];

export const DOSE_UNITS = ['mg', 'mg/kg'] as const;
export type DoseUnit = (typeof DOSE_UNITS)[number];

export const DOSE_SPECIES = ['human', 'mouse'] as const;
export type DoseSpecies = (typeof DOSE_SPECIES)[number];

/** A further intravenous infusion of the same schedule, `start_min` after the start of the first. */
export interface DoseStep {
  readonly start_min: number;
  readonly amount: number;
  readonly unit: DoseUnit;
  /** Length of the infusion in minutes. */
  readonly minutes: number;
}

/**
 * A dose and its schedule. Time 0 is the start of the first dose. Plain data: it goes into links, files and comparisons
 * as it stands. Amounts count as free base.
 */
export interface DoseScenario {
  readonly drug: 'ketamine';
  readonly form: DrugForm;
  readonly route: Route;
  readonly species: DoseSpecies;
  readonly amount: number;
  readonly unit: DoseUnit;
  /** Length of an infusion in minutes; the other routes ignore it. A bolus is spread over the pack's shortest time. */
  readonly minutes: number;
  readonly weight_kg: number;
  /** `count` doses, `interval_h` hours from start to start. */
  readonly repeats: { readonly count: number; readonly interval_h: number };
  /** Id of one drug model of the pack, or 'all' that apply. */
  readonly model: string;
  /** Further infusions within each repeat, for stepped and maintenance infusions; intravenous routes only. */
  readonly steps: readonly DoseStep[];
}

/** The dose of most trials: racemate 0.5 mg/kg into a vein over 40 min, once, at 70 kg. */
export const DEFAULT_SCENARIO: DoseScenario = {
  drug: 'ketamine',
  form: 'racemate',
  route: 'iv-infusion',
  species: 'human',
  amount: 0.5,
  unit: 'mg/kg',
  minutes: 40,
  weight_kg: 70,
  repeats: { count: 1, interval_h: 24 },
  model: 'all',
  steps: [],
};

/** The mouse dose of most studies, 10 mg/kg into the belly, for scenarios that name the species and no more. */
export const MOUSE_SCENARIO: DoseScenario = { ...DEFAULT_SCENARIO, species: 'mouse', route: 'ip', amount: 10, weight_kg: 0.025 };

/** Lowest and highest value that a field accepts. */
export interface Limits {
  readonly low: number;
  readonly high: number;
  readonly unit: 'mg' | 'mg/kg' | 'min' | 'kg' | 'h' | 'doses';
  readonly whole?: true;
}

/** Ranges accepted from a reader. They keep the work bounded and the question within what the models can be asked. */
export const DOSE_LIMITS = {
  amount: {
    human: { mg: { low: 0.1, high: 2000, unit: 'mg' }, 'mg/kg': { low: 0.001, high: 20, unit: 'mg/kg' } },
    mouse: { mg: { low: 0.001, high: 10, unit: 'mg' }, 'mg/kg': { low: 0.1, high: 200, unit: 'mg/kg' } },
  },
  minutes: { low: 0.5, high: 1440, unit: 'min' },
  weight_kg: { human: { low: 30, high: 200, unit: 'kg' }, mouse: { low: 0.01, high: 0.06, unit: 'kg' } },
  count: { low: 1, high: 100, unit: 'doses', whole: true },
  interval_h: { low: 0.5, high: 720, unit: 'h' },
  start_min: { low: 0, high: 10_080, unit: 'min' },
} as const satisfies Record<string, unknown>;

/** Most further infusions in one repeat. */
export const MOST_STEPS = 20;
/** Most infusions of a whole schedule that has further infusions. */
export const MOST_INFUSIONS = 210;
/** Highest speed of any intravenous dose, mg per kg and minute: no published protocol comes near it. */
export const FASTEST_MG_PER_KG_MIN = 10;

/** What is wrong with a field. */
export type FaultProblem =
  | { readonly kind: 'range'; readonly limits: Limits }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'speed'; readonly high: number }
  | { readonly kind: 'length'; readonly high: number }
  | { readonly kind: 'shape'; readonly wanted: 'object' | 'list' }
  | { readonly kind: 'unknown' };

/**
 * One thing in a scenario that could not be used. `describe/dose` words it as a sentence that names the field, what it
 * accepts and what was kept.
 */
export interface ScenarioFault {
  /** Path of the field, such as "repeats.count". */
  readonly field: string;
  /** What was given, shortened for print. */
  readonly given: string;
  readonly problem: FaultProblem;
  /** What is used instead, for print. */
  readonly kept: string;
}

export interface ScenarioReading {
  readonly scenario: DoseScenario;
  /** Empty when everything given was used as given. */
  readonly faults: readonly ScenarioFault[];
}
