/** What the drug models give: courses, measures, bands, and the reasons for what they do not give. */
import type { Parameter, PkModel } from '../../model/schema';
import type { DoseScenario } from './scenario';

/** The records that the engine reads; a loaded Model is one. */
export interface PkSource {
  readonly pkModels: readonly PkModel[];
  readonly parameters: readonly Parameter[];
}

export const ANALYTES = ['ketamine', 'norketamine', 'hydroxynorketamine'] as const;
/** Ketamine and the two metabolites that the models follow, each as the sum of its mirror images. */
export type Analyte = (typeof ANALYTES)[number];

export type Sampling = 'arterial' | 'venous' | 'mixed' | 'not stated';
/** What a model is for: a curve of its own, an outer bound of the band, or a construction for teaching. */
export type ModelUse = 'estimate' | 'bounds' | 'teaching';

/** A value with the lower and upper end of its band. */
export interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One level at one time. */
export interface Level {
  /** Plasma concentration, ng/mL of the analyte itself. */
  readonly plasma_ngPerMl: number;
  /** Plasma concentration, umol/L. */
  readonly plasma_uM: number;
}

/** Everything that one model says of one moment. */
export interface Moment {
  /** Minutes since the start of the first dose. */
  readonly time_min: number;
  readonly levels: Readonly<Partial<Record<Analyte, Level>>>;
  /** Unbound ketamine in plasma, umol/L; the band is that of the free fraction. Not measured at a synapse. */
  readonly free_uM: Banded;
  /** Modelled share (0 to 1) of NMDA receptor channels occupied; the band is that of the binding constant and free fraction. */
  readonly occupancy: Banded;
  /** True just after a bolus, where a well-mixed volume gives a peak that no person has: not to be drawn. */
  readonly hidden: boolean;
}

/** What is read off a curve. Times in minutes since the start of the first dose. */
export interface Measures {
  /** Highest concentration outside hidden times, and when. */
  readonly cmax_ngPerMl: number;
  readonly cmax_uM: number;
  readonly tmax_min: number;
  /** Area under the curve from 0 to the end of the run, and to infinity, ng h/mL. */
  readonly auc_ngHPerMl: number;
  readonly aucInfinity_ngHPerMl: number;
  /** Half-life of the slowest phase, and the log-linear half-life between the two times of the window. */
  readonly halfLife: { readonly terminal_h: number; readonly window_min: readonly [number, number]; readonly inWindow_h: number };
}

/** Ketamine in the body as a whole, as the model has it. */
export interface BodyMeasures {
  /** Everything given over the schedule, mg, and the start of the last part of it, minutes. */
  readonly given_mg: number;
  readonly lastGiven_min: number;
  /** Clearance from plasma, L/h, and volume of distribution at steady state, L. */
  readonly clearance_LPerH: number;
  readonly volume_L: number;
  /** Share of the dose that reaches plasma as ketamine. */
  readonly bioavailability: number;
}

/** Sampled columns of one analyte, one entry a time. */
export interface Column {
  readonly ngPerMl: Float64Array;
  readonly uM: Float64Array;
}

/** Sampled band columns, one entry a time. */
export interface BandColumn {
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Factors on a computed level. */
export interface Scatter {
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** The course of a scenario in one model. */
export interface Course {
  readonly model: string;
  readonly use: ModelUse;
  /** True when the model, or its absorption on this route, is a teaching construction: every view must say so. */
  readonly teaching: boolean;
  /** True when only shapes may be shown, no concentrations. */
  readonly relativeOnly: boolean;
  readonly sampling: Sampling;
  /** How the model came to cover the form: measured so, or both mirror images treated alike. */
  readonly formBasis: 'measured' | 'assumed alike';
  /** Factors between which measured levels lie about the model's, and where they were read; only analytes whose record gives them. */
  readonly scatter: Readonly<Partial<Record<Analyte, Scatter>>>;
  readonly time_min: Float64Array;
  readonly columns: Readonly<Partial<Record<Analyte, Column>>>;
  readonly free_uM: BandColumn;
  readonly occupancy: BandColumn;
  /** Pairs of times [from, to) in minutes that are not to be drawn. */
  readonly hidden: readonly (readonly [number, number])[];
  readonly measures: Readonly<Partial<Record<Analyte, Measures>>>;
  readonly body: BodyMeasures;
  /** Exact at any time from 0 on, also past the end of the run; what is not a time from 0 is read as 0. Cheap enough to scrub. */
  readonly at: (time_min: number) => Moment;
  /** Area under an analyte's curve from 0 to a time in minutes, ng h/mL; exact; 0 for what the model does not follow. */
  readonly area: (analyte: Analyte, time_min: number) => number;
}

/** Why a model of the pack has no course for a scenario. */
export type ExclusionReason = 'not chosen' | 'no curve' | 'species' | 'route' | 'form' | 'dose' | 'unsuitable' | 'solver';
export interface Exclusion {
  readonly model: string;
  readonly reason: ExclusionReason;
  /** The record's own words, for 'unsuitable'; the message, for 'solver'. */
  readonly note?: string;
}

/** Lowest, middle and highest, one entry a time. Of several models it is the spread of models, not of people. */
export interface SpreadColumn {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
  /** Ids of the models that it spans. */
  readonly models: readonly string[];
  /** Whether low and high come from several models, from the scatter of levels about the only one, or from nothing more than its curve. */
  readonly basis: 'models' | 'scatter' | 'one curve';
}

export interface DoseBand {
  readonly time_min: Float64Array;
  /** Plasma, ng/mL and umol/L, for analytes that at least one model follows. */
  readonly ngPerMl: Readonly<Partial<Record<Analyte, SpreadColumn>>>;
  readonly uM: Readonly<Partial<Record<Analyte, SpreadColumn>>>;
  /** Low and high include each model's own band. */
  readonly free_uM: SpreadColumn;
  readonly occupancy: SpreadColumn;
  readonly hidden: readonly (readonly [number, number])[];
  /** True when nothing but teaching constructions applies. */
  readonly teaching: boolean;
  readonly relativeOnly: boolean;
}

/** The band at one time. */
export interface BandMoment {
  readonly time_min: number;
  readonly ngPerMl: Readonly<Partial<Record<Analyte, Banded>>>;
  readonly uM: Readonly<Partial<Record<Analyte, Banded>>>;
  readonly free_uM: Banded;
  readonly occupancy: Banded;
  readonly hidden: boolean;
}

/** A finished run. `courses` may be empty: `excluded` then says why for every model. */
export interface DoseRun {
  readonly scenario: DoseScenario;
  /** End of the run, minutes. */
  readonly end_min: number;
  readonly courses: readonly Course[];
  readonly excluded: readonly Exclusion[];
  /** Null when no course is left to span. */
  readonly band: DoseBand | null;
}
