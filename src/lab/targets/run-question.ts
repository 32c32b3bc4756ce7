/** Answers to questions in machine form (see `question.ts`). */
import type { CompiledScheme } from '../../science/receptors/compile';
import { meanOpenTime, opensOnce } from '../../science/receptors/openings';
import { halfActivation, halfInhibition } from '../../science/receptors/dose-response';
import { slowestRelaxation } from '../../science/receptors/eigenvalues';
import { halfBlockVoltage, openChannelUnblocked, unblockedByMagnesium, voltageShiftOfAffinity } from '../../science/receptors/formulas';
import { evaluate, type Measure, measureTrace, measureUnit, parseMeasure } from '../../science/receptors/measures';
import { type Protocol, respond, type Segment } from '../../science/receptors/protocol';
import { voltageRates } from '../../science/receptors/rates';
import { maximum } from '../../science/receptors/trace';
import {
  discDecayTime,
  discExitTime,
  meanSquareDisplacement,
  planeConcentration,
  planePeak,
  planePeakTime,
  steadyCalciumRise,
} from '../../science/synapse/analytic';
import { planeResponse } from '../../science/synapse/plane-response';
import { calciumRule, strengthAfterPairs } from '../../science/synapse/spike-pairs';
import { asArray, asNumber, asRecord, asText, field, type Json, TargetError } from './json';
import { type Quantity, readSchemeRef, readSegment, readSegments, runProtocol } from './protocol-json';
import type { SchemeLibrary } from './schemes';

/** One answer for a question with one number, several for a question about several pulses. */
export interface Answer {
  readonly values: readonly number[];
  readonly unit: string;
}

/** Answers a question. Throws a TargetError for a malformed or unknown one, and what the science throws. */
export function answer(question: Json, library: SchemeLibrary): Answer {
  const ask = asText(field(question, 'ask'), 'question.ask');
  const run = Object.hasOwn(ASKS, ask) ? ASKS[ask] : undefined;
  if (run === undefined) throw new TargetError(`unknown question "${ask}"`);
  const result = run(new Inputs(question, 'question'), library);
  return 'values' in result ? result : { values: [result.value], unit: result.unit };
}

/** Numbers and names of a question, with messages for what is missing. */
class Inputs {
  readonly record: Json;
  private readonly path: string;

  constructor(record: Json, path: string) {
    this.record = record;
    this.path = path;
  }

  number(name: string): number {
    return asNumber(field(this.record, name), `${this.path}.${name}`);
  }

  /** A number that counts something in a loop. */
  bounded(name: string, high: number): number {
    const value = this.number(name);
    if (!(value >= 0 && value <= high)) throw new TargetError(`${this.path}.${name} must be from 0 to ${high}`);
    return value;
  }

  text(name: string): string {
    return asText(field(this.record, name), `${this.path}.${name}`);
  }

  inputs(name: string): Inputs {
    return new Inputs(asRecord(field(this.record, name), `${this.path}.${name}`), `${this.path}.${name}`);
  }

  scheme(library: SchemeLibrary): CompiledScheme {
    return readSchemeRef(field(this.record, 'scheme'), library, `${this.path}.scheme`);
  }

  segment(name: string, library: SchemeLibrary): Segment {
    return readSegment(field(this.record, name), library, `${this.path}.${name}`);
  }
}

const ASKS: Readonly<Record<string, (inputs: Inputs, library: SchemeLibrary) => Quantity | Answer>> = {
  protocol: (q, library) => runProtocol(field(q.record, 'protocol'), library),
  formula: (q) => {
    const name = q.text('name');
    const formula = Object.hasOwn(FORMULAS, name) ? FORMULAS[name] : undefined;
    if (formula === undefined) throw new TargetError(`unknown formula "${name}"`);
    return formula(q.inputs('inputs'));
  },
  poreEquilibrium: (q, library) => ({
    value: poreEquilibrium(q.scheme(library), q.text('ligand'), q.number('c_mM'), q.number('V_mV')),
    unit: '1',
  }),
  ec50: (q, library) => {
    const step = q.segment('step', library);
    const value = halfActivation(q.scheme(library), {
      ligand: q.text('ligand'),
      measure: readMeasure(q),
      step_ms: step.ms,
      saturating_mM: q.number('saturating_mM'),
      conditions: step.conditions,
    });
    return { value, unit: 'mM' };
  },
  ic50: (q, library) => ({
    value: halfInhibition(q.scheme(library), q.text('ligand'), q.segment('steady', library).conditions),
    unit: 'mM',
  }),
  conditionedPeak: (q, library) => {
    const scheme = q.scheme(library);
    const ligand = q.text('ligand');
    const test = q.segment('test', library);
    const at = (c: number): Segment => ({
      ...test,
      conditions: { ...test.conditions, ligands_mM: { ...test.conditions.ligands_mM, [ligand]: c } },
    });
    const pulse = at(q.number('test_mM'));
    const before = { ...at(q.number('conditioning_uM') / 1000), ms: Infinity };
    const naive = evaluate(scheme, { start: 'initial', segments: [pulse] }, { kind: 'peakPo' });
    return { value: evaluate(scheme, { start: { equilibrate: before }, segments: [pulse] }, { kind: 'peakPo' }) / naive, unit: '1' };
  },
  train: runTrain,
  slowestRelaxation: (q, library) => ({
    value: slowestRelaxation(q.scheme(library), {
      v_mV: q.number('V_mV'),
      ligands_mM: { glu: q.number('glu_nM') / 1e6, mg: q.number('mg_mM'), ket: q.number('ket_uM') / 1000 },
    }),
    unit: 'ms',
  }),
  planeResponse: (q, library) => {
    const measure = readMeasure(q);
    if (measure.kind === 'steadyPo' || measure.kind === 'sumRatio' || measure.kind === 'sumAt')
      throw new TargetError('this measure needs a protocol');
    const trace = planeResponse({
      source: { molecules: q.number('molecules'), height_nm: q.number('height_nm'), D_um2_per_ms: q.number('D_um2_per_ms') },
      scheme: q.scheme(library),
      receptors: q.number('receptors'),
      disc_nm: q.number('disc_nm'),
      v_mV: q.number('V_mV'),
      ligands_mM: { mg: q.number('mg_mM') },
      duration_ms: q.bounded('duration_ms', 100_000),
    });
    return { value: measureTrace(trace, measure, 0), unit: measureUnit(measure) };
  },
  spikePairs: (q, library) => {
    const words = q.text('set').toLowerCase().split(' ');
    const set = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
    const rule = calciumRule(library.parameters, set);
    const pairs = { pairs: q.number('pairs'), frequency_Hz: q.number('frequency_Hz'), delay_s: q.number('delay_ms') / 1000 };
    return { value: strengthAfterPairs(rule, pairs), unit: '1' };
  },
  /** Mean time in a conducting state in a medium, or relative to that in another. */
  meanOpenTime: (q, library) => {
    const scheme = q.scheme(library);
    const value = meanOpenTime(scheme, q.segment('medium', library).conditions);
    if (field(q.record, 'relativeTo') === undefined) return { value, unit: 'ms' };
    return { value: value / meanOpenTime(scheme, q.segment('relativeTo', library).conditions), unit: '1' };
  },
  /** Share of receptors that open at least once during a protocol. */
  opensOnce: (q, library) => {
    const scheme = q.scheme(library);
    const segments = readSegments(field(q.record, 'segments'), library, 'question.segments');
    return { value: opensOnce(scheme, segments), unit: '1' };
  },
  /** Apparent rates of a drug as measured: 1/tau of the recovery in agonist, and (1/tau of the onset - that) / concentration. */
  apparentOffRate: (q, library) => ({ value: relaxationRate(q, library, 'recovery') * 1000, unit: 'per_s' }),
  apparentOnRate: (q, library) => ({
    value: ((relaxationRate(q, library, 'onset') - relaxationRate(q, library, 'recovery')) * 1e9) / q.number('drug_uM'),
    unit: 'per_M_s',
  }),
  /** A protocol's value times a stated factor (numbers of receptors and conductances, say). */
  scaled: (q, library) => {
    const { value, unit } = runProtocol(field(q.record, 'protocol'), library);
    return { value: value * q.number('factor'), unit };
  },
};

const FORMULAS: Readonly<Record<string, (i: Inputs) => Quantity>> = {
  unblockedByMagnesium: (i) => ({ value: unblockedByMagnesium(i.number('mg_mM'), i.number('v_mV')), unit: '1' }),
  halfBlockVoltage: (i) => ({ value: halfBlockVoltage(i.number('mg_mM')), unit: 'mV' }),
  voltageShiftOfAffinity: (i) => ({
    value: voltageShiftOfAffinity(i.number('delta'), i.number('v1_mV'), i.number('v2_mV'), 1, i.number('rtf_mV')),
    unit: '1',
  }),
  planeConcentration: (i) => ({ value: planeConcentration(planeSource(i), i.number('r_nm'), i.number('t_ms')), unit: 'mM' }),
  planePeak: (i) => ({ value: planePeak(planeSource(i), i.number('r_nm')), unit: 'mM' }),
  planePeakTime: (i) => ({ value: planePeakTime(i.number('D_um2_per_ms'), i.number('r_nm')), unit: 'ms' }),
  discDecayTime: (i) => ({ value: discDecayTime(i.number('D_um2_per_ms'), i.number('radius_nm')), unit: 'ms' }),
  discExitTime: (i) => ({ value: discExitTime(i.number('D_um2_per_ms'), i.number('radius_nm')), unit: 'ms' }),
  meanSquareDisplacement: (i) => ({ value: meanSquareDisplacement(i.number('D_um2_per_ms'), i.number('t_ms')), unit: 'um2' }),
  steadyCalciumRise: (i) => ({
    value: steadyCalciumRise({
      openChannels: i.number('openChannels'),
      conductance_pS: i.number('conductance_pS'),
      v_mV: i.number('v_mV'),
      reversal_mV: i.number('reversal_mV'),
      calciumFraction: i.number('calciumFraction'),
      unblocked: unblockedByMagnesium(i.number('mg_mM'), i.number('v_mV')),
      volume_fL: i.number('volume_fL'),
      bufferRatio: i.number('bufferRatio'),
      tau_ms: i.number('tau_ms'),
    }),
    unit: 'uM',
  }),
};

function planeSource(i: Inputs): { molecules: number; height_nm: number; D_um2_per_ms: number } {
  return { molecules: i.number('molecules'), height_nm: i.number('height_nm'), D_um2_per_ms: i.number('D_um2_per_ms') };
}

/** A measure by its text; `anchoredExpTau` with `toPercent` is the fit from the peak down to that percentage. */
function readMeasure(q: Inputs): Measure {
  const text = q.text('measure');
  const measure = text === 'anchoredExpTau' ? parseMeasure(`anchoredExpTau_peakTo${q.number('toPercent')}percent_ms`) : parseMeasure(text);
  if (measure === undefined) throw new TargetError(`unknown measure "${text}"`);
  return measure;
}

/** Share of open channels left free by a ligand that binds to the first conducting state, from that scheme's own rates. */
function poreEquilibrium(scheme: CompiledScheme, ligand: string, c_mM: number, v_mV: number): number {
  const index = scheme.ligands.indexOf(ligand);
  const rates = voltageRates(scheme, v_mV, new Float64Array(scheme.m));
  for (let t = 0; t < scheme.m; t++) {
    const open = scheme.from[t] as number;
    if (scheme.ligand[t] !== index || scheme.conducting[open] !== 1) continue;
    for (let back = 0; back < scheme.m; back++) {
      if (scheme.from[back] === scheme.to[t] && scheme.to[back] === open)
        return openChannelUnblocked(rates[t] as number, rates[back] as number, c_mM);
    }
  }
  throw new TargetError(`scheme ${scheme.id} has no pore block by "${ligand}"`);
}

/** Peaks of a train of pulses in a drug at the listed pulses, relative to the first, drug-free peak. */
function runTrain(q: Inputs, library: SchemeLibrary): Answer {
  const scheme = q.scheme(library);
  const at = asArray(field(q.record, 'at'), 'question.at').map((k, i) => asNumber(k, `question.at[${i}]`));
  if (at.length === 0 || at.some((k) => !(Number.isInteger(k) && k >= 1 && k <= 500)))
    throw new TargetError('question.at must list pulses from 1 to 500');
  const pulse = q.number('pulse_ms');
  const period = q.number('period_s') * 1000;
  if (!(pulse > 0 && period > pulse)) throw new TargetError('the pulse must be shorter than the period');
  const peaks = (drug_mM: number, pulses: readonly number[]): number[] => {
    const medium = (glu: number): Segment['conditions'] => ({
      v_mV: q.number('V_mV'),
      ligands_mM: { glu, mg: q.number('mg_mM'), [q.text('drug')]: drug_mM },
    });
    const one: Segment[] = [
      { ms: pulse, conditions: medium(q.number('glu_mM')) },
      { ms: period - pulse, conditions: medium(0) },
    ];
    const trace = respond(scheme, { start: 'initial', segments: Array.from({ length: Math.max(...pulses) }, () => one).flat() });
    return pulses.map((k) => maximum(trace, (k - 1) * period, k * period).po);
  };
  const control = peaks(0, [1])[0] as number;
  return { values: peaks(q.number('drug_uM') / 1000, at).map((po) => po / control), unit: '1' };
}

/** 1/tau (per ms) of the onset of a drug's block or of the recovery from it, agonist present throughout. */
function relaxationRate(q: Inputs, library: SchemeLibrary, which: 'onset' | 'recovery'): number {
  const drug = q.text('drug');
  const medium = (c_mM: number): Segment['conditions'] => ({
    v_mV: q.number('V_mV'),
    ligands_mM: { glu: q.number('glu_mM'), mg: q.number('mg_mM'), [drug]: c_mM },
  });
  const [before, after] = which === 'onset' ? [0, q.number('drug_uM') / 1000] : [q.number('drug_uM') / 1000, 0];
  const hour = 3_600_000;
  const protocol: Protocol = {
    start: { equilibrate: { ms: Infinity, conditions: medium(before) } },
    segments: [{ ms: hour, conditions: medium(after) }],
  };
  return 1 / evaluate(q.scheme(library), protocol, { kind: 'timeTo63percent_ms' });
}
