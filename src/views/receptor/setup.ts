/** From the reader's settings to one channel: which scheme, which medium, how much current, and what the scheme predicts. Pure. */
import type { Model } from '../../model/model';
import type { Parameter, Scheme, Stage, Subunit } from '../../model/schema';
import { compileScheme, type CompiledScheme } from '../../science/receptors/compile';
import { criticalGap, dwellLaw, ladder, type DwellLaw } from '../../science/receptors/dwell-times';
import { poreStates, type PoreState } from '../../science/receptors/pore-states';
import { openProbability, type Conditions } from '../../science/receptors/rates';
import { openCurrent_pA } from '../../science/receptors/single-channel';
import { stationary } from '../../science/receptors/stationary';
import type { ReceptorKind } from './anatomy';

export interface ReceptorSettings {
  readonly receptor: ReceptorKind;
  readonly subunit: Subunit;
  readonly glutamate_uM: number;
  readonly mg_mM: number;
  readonly ketamine_uM: number;
  readonly voltage_mV: number;
  readonly seed: number;
}

/** Glutamate that the reader may choose, uM: what is found outside synapses, and enough for every site. */
export const GLUTAMATE_UM = [0, 0.025, 0.1, 1, 1000] as const;

/** Bins of all dwell-time histograms, 10 us to about 3 hours. */
export const STEPS = ladder(0.01, 1e7);

export interface ChannelSetup {
  readonly record: Scheme;
  readonly scheme: CompiledScheme;
  readonly states: readonly PoreState[];
  readonly conditions: Conditions;
  /** Current through the open channel, pA; negative is inward. */
  readonly current_pA: number;
  readonly conductance: Parameter;
  readonly reversal: Parameter;
  /** Occupancies of the channel that has long been in this medium without blockers. */
  readonly start: Float64Array;
}

const compiled = new WeakMap<Scheme, { readonly scheme: CompiledScheme; readonly states: readonly PoreState[] }>();

function compiledOf(record: Scheme): { readonly scheme: CompiledScheme; readonly states: readonly PoreState[] } {
  const known = compiled.get(record);
  if (known !== undefined) return known;
  const scheme = compileScheme(record);
  const made = { scheme, states: poreStates(scheme) };
  compiled.set(record, made);
  return made;
}

/** The scheme of the stage for the receptor shown; undefined for the metabotropic receptor, which has none. */
export function schemeOf(settings: Pick<ReceptorSettings, 'receptor' | 'subunit'>, stage: Stage, model: Model): Scheme | undefined {
  if (settings.receptor === 'mglur') return undefined;
  const id = settings.receptor === 'ampa' ? stage.schemes.ampa : (stage.schemes.nmda[`GluN${settings.subunit}`] ?? '');
  return model.schemes.find((scheme) => scheme.id === id);
}

function parameter(model: Model, id: string): Parameter {
  const found = model.parameters.find((item) => item.id === id);
  if (found === undefined) throw new RangeError(`There is no Parameter "${id}"`);
  return found;
}

/** Parameters by id, those that the pack has. */
export function parametersOf(model: Model, ids: readonly string[]): readonly Parameter[] {
  return ids.flatMap((id) => model.parameters.filter((item) => item.id === id));
}

function conductanceId(settings: ReceptorSettings): string {
  if (settings.receptor === 'ampa') return 'conductance.ampa';
  return settings.subunit === '2C' || settings.subunit === '2D' ? 'conductance.nmda2c2d' : 'conductance.nmda';
}

/**
 * One channel in the reader's medium, or null for a receptor without a channel. Throws a RangeError when the pack lacks the scheme
 * or a Parameter of the current.
 */
export function channelSetup(settings: ReceptorSettings, stage: Stage, model: Model): ChannelSetup | null {
  if (settings.receptor === 'mglur') return null;
  const record = schemeOf(settings, stage, model);
  if (record === undefined) throw new RangeError('The pack lacks the scheme of this receptor');
  const { scheme, states } = compiledOf(record);
  const conductance = parameter(model, conductanceId(settings));
  const reversal = parameter(model, settings.receptor === 'ampa' ? 'reversal.ampa' : 'reversal.nmda');
  const ligands_mM = { glu: settings.glutamate_uM / 1000, mg: settings.mg_mM, ket: settings.ketamine_uM / 1000 };
  const conditions = { v_mV: settings.voltage_mV, ligands_mM };
  const free = { v_mV: settings.voltage_mV, ligands_mM: { glu: ligands_mM.glu } };
  return {
    record,
    scheme,
    states,
    conditions,
    current_pA: openCurrent_pA(conductance.value, settings.voltage_mV, reversal.value),
    conductance,
    reversal,
    start: stationary(scheme, free),
  };
}

/** What the scheme predicts for a long recording in this medium; null when the channel never opens in it. */
export interface Prediction {
  readonly open: DwellLaw;
  readonly shut: DwellLaw;
  readonly openProbability: number;
  /** Shut times longer than this part bursts, ms; null when the shut times have one hump only. */
  readonly gap_ms: number | null;
  /** Openings in a burst. Known where there is one open state, because every shut time is then drawn anew; null elsewhere. */
  readonly perBurst: number | null;
}

export function predict(setup: Pick<ChannelSetup, 'scheme' | 'conditions'>): Prediction | null {
  const { scheme, conditions } = setup;
  const share = openProbability(scheme, stationary(scheme, conditions));
  if (!(share > 0)) return null;
  const open = dwellLaw(scheme, conditions, 'open', STEPS);
  const shut = dwellLaw(scheme, conditions, 'shut', STEPS);
  const gap_ms = criticalGap(shut, STEPS);
  const single = scheme.conducting.reduce((sum, open) => sum + open, 0) === 1;
  const longer = gap_ms === null ? 0 : (dwellLaw(scheme, conditions, 'shut', ladder(gap_ms, 2 * gap_ms)).survival[0] ?? 0);
  return { open, shut, openProbability: share, gap_ms, perBurst: single && longer > 0 ? 1 / longer : null };
}

/** The metabotropic receptor: active share at equilibrium, c / (c + EC50), and its relaxation time. Coarse, for teaching. */
export function activeShare(glutamate_uM: number, ec50_uM: number): number {
  return glutamate_uM / (glutamate_uM + ec50_uM);
}
