/** A dose as the reader sets it: what is given to whom, how, how much and how often. Plain data; it stands in links. */

export const DRUGS = ['ketamine', 'esketamine', 'arketamine', 'memantine'] as const;
/** `ketamine` is the racemate. */
export type Drug = (typeof DRUGS)[number];

export const ROUTES = ['ivInfusion', 'ivBolus', 'im', 'nasal', 'oral'] as const;
export type Route = (typeof ROUTES)[number];

export const SUBJECTS = ['human', 'mouse'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const DOSE_UNITS = ['mg', 'mg/kg'] as const;
export type DoseUnit = (typeof DOSE_UNITS)[number];

export interface DoseScenario {
  readonly drug: Drug;
  readonly route: Route;
  readonly subject: Subject;
  /** In `unit`; of the hydrochloride as labelled doses are, or of the base as each model's record says. */
  readonly amount: number;
  readonly unit: DoseUnit;
  /** Length of an infusion, min. Kept but unused on other routes. */
  readonly minutes: number;
  readonly weight_kg: number;
  /** How many times the dose is given, and the hours from one to the next. */
  readonly count: number;
  readonly interval_h: number;
}

export interface DoseRange {
  readonly from: number;
  readonly to: number;
  /** Digits after the point that a link keeps. */
  readonly digits: number;
}

/** What may be asked for: wider than medicine uses, narrow enough to be computed. Chosen for this program, not limits of safety. */
export const DOSE_RANGES = {
  amount_mg: { from: 0, to: 1000, digits: 3 },
  amount_mg_per_kg: { from: 0, to: 30, digits: 4 },
  minutes: { from: 1, to: 1440, digits: 2 },
  weight_kg: { from: 0.01, to: 250, digits: 3 },
  count: { from: 1, to: 60, digits: 0 },
  interval_h: { from: 1, to: 336, digits: 2 },
} as const satisfies Readonly<Record<string, DoseRange>>;

/** The scenario that links are read against: the infusion of most trials. Part of the link format, so it never changes. */
export const DOSE_BASELINE: DoseScenario = {
  drug: 'ketamine',
  route: 'ivInfusion',
  subject: 'human',
  amount: 0.5,
  unit: 'mg/kg',
  minutes: 40,
  weight_kg: 70,
  count: 1,
  interval_h: 84,
};

/** Range of the amount in the scenario's own unit. */
export function amountRange(unit: DoseUnit): DoseRange {
  return unit === 'mg' ? DOSE_RANGES.amount_mg : DOSE_RANGES.amount_mg_per_kg;
}
