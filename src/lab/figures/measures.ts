/**
 * The measures behind the numbers that stories write as `{id}`: each computes one number through the public interfaces of `science`,
 * on the bench of the step that says it.
 */
import { runEnd } from '../../explorer/bench';
import { circuitRequest } from '../../explorer/circuit-request';
import type { ExplorerState } from '../../explorer/state';
import type { Model } from '../../model/model';
import type { Stage, Subunit } from '../../model/schema';
import type { Computed } from '../../model/schema/view';
import { networkConfig } from '../../science/network/prefrontal';
import { compare, type Comparison, DEFAULT_OPTIONS } from '../../science/network/run';
import { parameterLookup, valueIn } from '../../science/parameters';
import { bandAt } from '../../science/pharmacokinetics/band';
import { runDose } from '../../science/pharmacokinetics/run';
import { DEFAULT_SCENARIO } from '../../science/pharmacokinetics/scenario';
import { type CompiledScheme, compileScheme } from '../../science/receptors/compile';
import { halfInhibition } from '../../science/receptors/dose-response';
import { unblockedByMagnesium } from '../../science/receptors/formulas';
import { poreStates } from '../../science/receptors/pore-states';
import { endOccupancy, startOccupancy, type Protocol } from '../../science/receptors/protocol';
import { meanField } from '../../science/synapse/meanfield';
import type { Trace } from '../../science/synapse/record';
import { resolveScenario } from '../../science/synapse/resolve';
import { compareSites, defaultSites, type Site, type SiteRow } from '../../science/synapse/sites';
import { area, decayTo1e, peakOf, rise1090 } from '../../science/synapse/statistics';

/** Where a measure is taken: the pack, and the view of the step. */
export interface Setting {
  readonly model: Model;
  readonly state: ExplorerState;
}

/** A number in a base unit. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

/** Arguments of a measure, with messages for what is missing. */
class Arguments {
  private readonly read = new Set<string>();

  constructor(private readonly given: Computed['with']) {}

  number(name: string, usual?: number): number {
    this.read.add(name);
    const value = this.given[name] ?? usual;
    if (typeof value !== 'number') throw new RangeError(`the measure needs a number "${name}"`);
    return value;
  }

  text(name: string): string {
    this.read.add(name);
    const value = this.given[name];
    if (typeof value !== 'string') throw new RangeError(`the measure needs a text "${name}"`);
    return value;
  }

  /** An argument that no measure reads would be a condition that is not kept. */
  done(): void {
    const unread = Object.keys(this.given).filter((name) => !this.read.has(name));
    if (unread.length > 0) throw new RangeError(`the measure does not know "${unread.join('", "')}"`);
  }
}

type Run = (args: Arguments, setting: Setting) => Measured;

/** Mean traces of one release on the bench of the step: what many runs of the particle model converge to. */
class Releases {
  private readonly traces = new Map<string, Trace>();

  of(args: Arguments, { model, state: { bench } }: Setting): Trace {
    const stage = stageOf(model);
    const clamp_mV = args.number('voltage_mV', bench.voltage_mV === 'free' ? undefined : bench.voltage_mV);
    const duration_ms = args.number('duration_ms', runEnd({ ...bench, spikes: 1 }));
    const lookup = parameterLookup(model.parameters);
    const scenario = {
      duration_ms,
      sample_ms: duration_ms / 4000,
      receptors: [
        { id: 'AMPA', kind: 'AMPA', scheme: stage.schemes.ampa, count: valueIn(lookup, stage.parameters.ampaCount, 'count') },
        { id: 'NMDA', kind: 'NMDA', scheme: schemeName(stage, bench.subunit), count: valueIn(lookup, stage.parameters.nmdaCount, 'count') },
      ],
      medium: {
        mg_mM: bench.mg_mM,
        ketamine_uM: stage.parameters.ketamine === undefined ? 0 : args.number('ketamine_uM', bench.ketamine_uM),
      },
      membrane: { clamp_mV },
    } as const;
    const key = JSON.stringify([model.manifest.id, scenario]);
    const known = this.traces.get(key);
    if (known !== undefined) return known;
    const { config, seed, options } = resolveScenario({ ...scenario, receptors: [...scenario.receptors] }, model);
    const trace = meanField(config, seed, options);
    this.traces.set(key, trace);
    return trace;
  }
}

/** The run of the prefrontal circuit that the view of the step asks for. */
class Circuits {
  private readonly runs = new Map<string, Comparison>();

  of({ model, state }: Setting): Comparison {
    const request = circuitRequest(model, state);
    if (request?.model !== 'prefrontal') throw new RangeError('the step shows no prefrontal circuit');
    const key = JSON.stringify([model.manifest.id, request]);
    const known = this.runs.get(key);
    if (known !== undefined) return known;
    const { reaches, drive, mg_mM, subunit, seed, ketamine_uM } = request;
    const { config } = networkConfig(model, { reaches, drive, mg_mM, ...(subunit === null ? {} : { interneuronSubunit: subunit }) });
    const run = compare(config, { ...DEFAULT_OPTIONS, seed, ketamine_uM });
    this.runs.set(key, run);
    return run;
  }
}

function stageOf(model: Model): Stage {
  const stage = model.stages.find(({ level }) => level === 'synapse');
  if (stage === undefined) throw new RangeError('the pack has no synapse');
  return stage;
}

function schemeName(stage: Stage, subunit: Subunit): string {
  return stage.schemes.nmda[`GluN${subunit}`] ?? '';
}

function schemeOf({ model }: Setting, subunit: string): CompiledScheme {
  const id = Object.entries(stageOf(model).schemes.nmda).find(([name]) => name === `GluN${subunit}`)?.[1];
  const scheme = model.schemes.find((each) => each.id === id);
  if (scheme === undefined) throw new RangeError(`the pack has no receptor with GluN${subunit}`);
  return compileScheme(scheme);
}

/** Share of blocked receptors that the drug still holds after a pause without glutamate and without drug. */
function stillBlocked(args: Arguments, setting: Setting): Measured {
  const scheme = schemeOf(setting, args.text('subunit'));
  const v_mV = args.number('voltage_mV');
  const mg = args.number('mg_mM', setting.state.bench.mg_mM);
  const protocol: Protocol = {
    start: { equilibrate: { ms: Infinity, conditions: { v_mV, ligands_mM: { glu: 1, mg, ket: args.number('ketamine_uM') / 1000 } } } },
    segments: [{ ms: args.number('pause_s') * 1000, conditions: { v_mV, ligands_mM: { glu: 0, mg, ket: 0 } } }],
  };
  const held = poreStates(scheme).map(({ blockers }) => blockers.includes('ket'));
  const share = (occupancy: Float64Array): number => occupancy.reduce((sum, value, s) => sum + (held[s] === true ? value : 0), 0);
  return { value: share(endOccupancy(scheme, protocol)) / share(startOccupancy(scheme, protocol.start)), unit: '1' };
}

function placeOf(args: Arguments, model: Model): Site {
  const id = args.text('site');
  const place = defaultSites(parameterLookup(model.parameters)).find((each) => each.id === id);
  if (place === undefined) throw new RangeError(`there is no site "${id}"`);
  return place;
}

function site(args: Arguments, { model }: Setting): SiteRow {
  const [row] = compareSites(model, args.number('ketamine_uM'), [placeOf(args, model)]).rows;
  if (row === undefined) throw new RangeError('the table has no row for the site');
  return row;
}

/** Ketamine in plasma after the dose of most trials, in the middle of the models or at an edge of their band. */
function plasma(minutes: number, edge: string, model: Model): number {
  const band = bandAt(runDose(model, DEFAULT_SCENARIO, { end_min: Math.max(minutes, 60) }), minutes)?.ngPerMl.ketamine;
  if (band === undefined || (edge !== 'value' && edge !== 'low' && edge !== 'high'))
    throw new RangeError('no model follows the drug there');
  return band[edge];
}

/** Every measure by name. A fresh set keeps the runs it made, since several numbers come from one run. */
export function measures(): Readonly<Record<string, Run>> {
  const releases = new Releases();
  const circuits = new Circuits();
  const trace =
    (unit: string, take: (trace: Trace) => number): Run =>
    (args, setting) => ({ value: take(releases.of(args, setting)), unit });
  return {
    /** A Parameter of the pack, as it stands. */
    parameter: (args, { model }) => {
      const id = args.text('id');
      const { value, unit } = parameterLookup(model.parameters)(id);
      return { value, unit };
    },
    /** Mean time in which diffusion crosses the cleft: h^2 / (2 D), Einstein 1905 (doi 10.1002/andp.19053220806). */
    crossing: (_, { model }) => {
      const lookup = parameterLookup(model.parameters);
      const height_um = valueIn(lookup, 'geometry.cleftHeight', 'nm') / 1000;
      return { value: height_um ** 2 / (2 * valueIn(lookup, 'release.glutamateDiffusion', 'um2_per_ms')), unit: 'ms' };
    },
    glutamateDecay: trace('ms', (mean) => decayTo1e(mean, 'glu_mM')),
    ampaRise: trace('ms', (mean) => rise1090(mean, 'i_AMPA')),
    ampaDecay: trace('ms', (mean) => decayTo1e(mean, 'i_AMPA')),
    ampaOpen: trace('count', (mean) => peakOf(mean, 'open_AMPA').value),
    nmdaPeakTime: trace('ms', (mean) => peakOf(mean, 'i_NMDA').time_ms),
    nmdaCharge: trace('fC', (mean) => Math.abs(area(mean, 'i_NMDA'))),
    ampaShareOfPeak: trace('1', (mean) => {
      const { index, value } = peakOf(mean, 'i_total');
      return (mean.columns['i_AMPA']?.[index] ?? NaN) / value;
    }),
    calciumPeak: trace('uM', (mean) => peakOf(mean, 'ca_uM').value),
    /** Concentration of ketamine that halves the open probability in steady glutamate. */
    halfBlock: (args, setting) => {
      const ligands_mM = { glu: 1, mg: args.number('mg_mM') };
      const value = halfInhibition(schemeOf(setting, args.text('subunit')), 'ket', { v_mV: args.number('voltage_mV'), ligands_mM });
      return { value: value * 1000, unit: 'uM' };
    },
    stillBlocked,
    siteOccupancy: (args, setting) => ({ value: site(args, setting).occupancy, unit: '1' }),
    siteTime: (args, setting) => ({ value: site(args, setting).timeTo63_s, unit: 's' }),
    /** Time between two events of a site that is driven by events. */
    siteInterval: (args, { model }) => {
      const { glutamate } = placeOf(args, model);
      if (glutamate.kind !== 'events') throw new RangeError('the site is not driven by events');
      return { value: 1 / glutamate.rate_Hz, unit: 's' };
    },
    /** Share of open pores without Mg2+ by the formula of Jahr & Stevens 1990 (doi 10.1523/JNEUROSCI.10-09-03178.1990). */
    unplugged: (args, { model }) => {
      const lookup = parameterLookup(model.parameters);
      const k0 = valueIn(lookup, 'mg.jahrStevens.k0', 'mM');
      const slope = valueIn(lookup, 'mg.jahrStevens.slope', 'per_mV');
      return { value: unblockedByMagnesium(args.number('mg_mM'), args.number('voltage_mV'), k0, slope), unit: '1' };
    },
    plasma: (args, { model }) => ({ value: plasma(args.number('minutes'), args.text('of'), model), unit: 'ng_per_mL' }),
    /** Middle of the models at one time as a share of that at another. */
    plasmaShare: (args, { model }) => ({
      value: plasma(args.number('minutes'), 'value', model) / plasma(args.number('of_minutes'), 'value', model),
      unit: '1',
    }),
    /** Mean firing of a population before ketamine or with it, in one run of the circuit that the step shows. */
    circuitRate: (args, setting) => {
      const phase = args.text('phase');
      if (phase !== 'before' && phase !== 'with') throw new RangeError('the phase is "before" or "with"');
      const rate = circuits.of(setting)[phase].rates_Hz[args.text('cells')];
      if (rate === undefined) throw new RangeError('the circuit has no such cells');
      return { value: rate, unit: 'Hz' };
    },
  };
}

/** How many of the base unit one shown unit is. */
const SHOWN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '1': { '%': 0.01 },
  ms: { ms: 1, µs: 1e-3, s: 1000 },
  s: { s: 1, min: 60, h: 3600 },
  min: { min: 1 },
  h: { h: 1 },
  nm: { nm: 1 },
  nM: { nM: 1 },
  mM: { mM: 1 },
  uM: { µM: 1 },
  fC: { fC: 1 },
  Hz: { Hz: 1 },
  ng_per_mL: { 'ng/mL': 1 },
  count: { '': 1 },
};

/** The number of a record as the engine gives it now, in its unit and rounding. Throws a RangeError for a record that cannot be computed. */
export function recompute(record: Computed, setting: Setting, known = measures()): number {
  const run = Object.hasOwn(known, record.measure) ? known[record.measure] : undefined;
  if (run === undefined) throw new RangeError(`there is no measure "${record.measure}"`);
  const args = new Arguments(record.with);
  const { value, unit } = run(args, setting);
  args.done();
  const factor = SHOWN[unit]?.[record.unit ?? ''];
  if (factor === undefined) throw new RangeError(`${record.measure} is in ${unit}, which cannot be shown in "${record.unit ?? ''}"`);
  return Number((Math.round(value / factor / record.step) * record.step).toPrecision(12));
}
