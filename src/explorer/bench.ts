/**
 * The bench: what the reader can change about one synapse. Each setting starts from a Parameter of the pack's stage, has a range, and is
 * rounded to a grid that a link writes exactly.
 */
import type { Model } from '../model/model';
import { SUBUNITS, type Parameter, type Stage, type StageParameters, type Subunit } from '../model/schema';
import { RECEPTORS_SHOWN, type Bench } from './state';

/** A number of the bench: its range and the digits after the point that are kept. */
export interface BenchRange {
  readonly from: number;
  readonly to: number;
  readonly digits: number;
}

export const BENCH_RANGES = {
  ketamine_uM: { from: 0, to: 100, digits: 3 },
  mg_mM: { from: 0, to: 2, digits: 3 },
  voltage_mV: { from: -90, to: 50, digits: 1 },
  release: { from: 0, to: 1, digits: 3 },
  spikes: { from: 1, to: 10, digits: 0 },
  rate_Hz: { from: 1, to: 100, digits: 1 },
  seed: { from: 1, to: 999_999, digits: 0 },
  glutamate_uM: { from: 0, to: 10_000, digits: 3 },
} as const satisfies Readonly<Record<string, BenchRange>>;
export type BenchNumber = keyof typeof BENCH_RANGES;

/** The playhead: ms after the first spike. */
export const MOMENT_RANGE: BenchRange = { from: 0, to: 10_000, digits: 4 };

/** Time that is watched after the last spike, ms: most of an NMDA current of GluN2A receptors is over by then. */
export const TAIL_MS = 200;

/** A bench as links know it before any pack is read; part of the link format, so it never changes. */
export const BENCH_BASELINE: Bench = {
  ketamine_uM: 1,
  mg_mM: 1,
  voltage_mV: -40,
  release: 1,
  subunit: '2A',
  spikes: 1,
  rate_Hz: 20,
  compare: true,
  seed: 1,
  receptor: 'nmda',
  glutamate_uM: 1000,
};

/** The nearest number inside a range, on its grid; its lower end for what is no number. */
export function within(value: number, { from, to, digits }: BenchRange): number {
  if (Number.isNaN(value)) return from;
  const grid = 10 ** digits;
  return Math.min(to, Math.max(from, Math.round(value * grid) / grid)) + 0;
}

export function tidyMoment(ms: number): number {
  return within(ms, MOMENT_RANGE);
}

/** The nearest sound bench. Words that are not in their vocabulary become those of the baseline. */
export function tidyBench(bench: Bench): Bench {
  const number = (key: Exclude<BenchNumber, 'voltage_mV'>): number => within(bench[key], BENCH_RANGES[key]);
  return {
    ketamine_uM: number('ketamine_uM'),
    mg_mM: number('mg_mM'),
    voltage_mV: bench.voltage_mV === 'free' ? 'free' : within(bench.voltage_mV, BENCH_RANGES.voltage_mV),
    release: number('release'),
    subunit: SUBUNITS.includes(bench.subunit) ? bench.subunit : BENCH_BASELINE.subunit,
    spikes: number('spikes'),
    rate_Hz: number('rate_Hz'),
    compare: bench.compare,
    seed: number('seed'),
    receptor: RECEPTORS_SHOWN.includes(bench.receptor) ? bench.receptor : BENCH_BASELINE.receptor,
    glutamate_uM: number('glutamate_uM'),
  };
}

/** When the run is over, ms after its first spike. */
export function runEnd(bench: Bench): number {
  return ((bench.spikes - 1) * 1000) / bench.rate_Hz + TAIL_MS;
}

/** The record of a Parameter by id; undefined when the pack lacks it. */
export function parameterOf(model: Model, id: string): Parameter | undefined {
  const present = model.resolve(id);
  return model.parameters.find((parameter) => parameter.id === present);
}

/** What a setting of the bench starts from, with the record that says where the number comes from. */
export function settingParameter(model: Model, stage: Stage, setting: keyof StageParameters): Parameter | undefined {
  const id = stage.parameters[setting];
  return id === undefined ? undefined : parameterOf(model, id);
}

/** Whether a stage's bench has the drug at all. */
export const hasKetamine = (stage: Stage): boolean => stage.parameters.ketamine !== undefined;

/** Subtypes of NMDA receptor that a stage has a scheme for. */
export function subunitsOf(stage: Stage): readonly Subunit[] {
  return SUBUNITS.filter((subunit) => stage.schemes.nmda[`GluN${subunit}`] !== undefined);
}

/** The subtype that a bench shows on a stage: the wanted one where there is a scheme for it, else the stage's own. */
export function subunitOn(stage: Stage, wanted: Subunit): Subunit {
  return subunitsOf(stage).includes(wanted) ? wanted : stage.subunit;
}

/** The bench that the pack's stage asks for; the baseline where there is none or a number is missing. */
export function benchOf(model: Model): Bench {
  const stage = model.stages[0];
  if (stage === undefined) return BENCH_BASELINE;
  const value = (setting: keyof StageParameters, usual: number): number => settingParameter(model, stage, setting)?.value ?? usual;
  return tidyBench({
    ketamine_uM: hasKetamine(stage) ? value('ketamine', BENCH_BASELINE.ketamine_uM) : 0,
    mg_mM: value('mg', BENCH_BASELINE.mg_mM),
    voltage_mV: value('voltage', -40),
    release: value('release', BENCH_BASELINE.release),
    subunit: stage.subunit,
    spikes: value('spikes', BENCH_BASELINE.spikes),
    rate_Hz: value('rate', BENCH_BASELINE.rate_Hz),
    compare: BENCH_BASELINE.compare,
    seed: BENCH_BASELINE.seed,
    receptor: BENCH_BASELINE.receptor,
    glutamate_uM: BENCH_BASELINE.glutamate_uM,
  });
}
