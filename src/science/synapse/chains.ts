/**
 * The receptors of one synapse as Markov chains with next-event times.
 *
 * All transitions that do not wait for a glutamate particle (gating, unbinding, Mg2+ and drug block at their field
 * concentrations, binding of ambient glutamate) form one exponential clock per receptor: `due` holds the absolute
 * time of its next event. When voltage or a concentration changes, the remaining time is stretched by the ratio of the
 * old to the new total rate, which keeps the waiting time exact for piecewise-constant rates (the unit-exponential
 * hazard is neither lost nor redrawn; Anderson 2007, doi 10.1063/1.2799998).
 */
import { compileScheme, type CompiledScheme } from '../receptors/compile';
import { ligandOccupancy } from '../receptors/occupancy';
import { voltageRates } from '../receptors/rates';
import { exponential, type Rng, uniform32 } from '../random';
import type { ReceptorGroup } from './config';
import { associationVolume } from './units';

/** A time that never comes, us. Finite, so that snapshots survive JSON. */
export const NEVER = Number.MAX_VALUE;

/** Rates of one receptor group in the present medium. */
export interface GroupRates {
  readonly scheme: CompiledScheme;
  /** Change in bound glutamate along each transition. */
  readonly change: Int8Array;
  /** Bound glutamate in each state. */
  readonly bound: Int8Array;
  /** Index of glutamate among the scheme's ligands, -1 when it binds none. */
  readonly glu: number;
  /** Rate of each transition by itself, 1/us; binding of glutamate counts with its field concentration. */
  readonly rate: Float64Array;
  /** Sum of those over each state's exits, 1/us. */
  readonly leave: Float64Array;
  /** Binding rate of one molecule inside the binding volume, by transition and summed by state, 1/us. */
  readonly bindRate: Float64Array;
  readonly bind: Float64Array;
  readonly voltageDependent: boolean;
  /** Scratch: rates at the present voltage, without concentrations. */
  readonly base: Float64Array;
}

/** All receptors of a synapse; arrays by receptor unless they say otherwise. */
export interface Chains {
  readonly groups: readonly GroupRates[];
  readonly count: number;
  readonly group: Uint8Array;
  readonly state: Uint8Array;
  /** Absolute time of each receptor's next event, us. */
  readonly due: Float64Array;
  /** Earliest of them. */
  soonest: number;
  /** Receptors by state: `tally[offset[group] + state]`. */
  readonly tally: Int32Array;
  readonly offset: readonly number[];
  /** Open channels of each group. */
  readonly open: Int32Array;
  /** Set when a channel opened or closed since it was last cleared. */
  openChanged: boolean;
  /** Glutamate molecules held by receptors. */
  bound: number;
}

/** Compiles the groups. Throws a SchemeError or RangeError for schemes that cannot be driven by particles. */
export function createChains(receptors: readonly ReceptorGroup[], group: Uint8Array): Chains {
  const groups = receptors.map((entry) => compileGroup(entry));
  const offset: number[] = [];
  let total = 0;
  for (const entry of groups) {
    offset.push(total);
    total += entry.scheme.n;
  }
  return {
    groups,
    count: group.length,
    group,
    state: new Uint8Array(group.length),
    due: new Float64Array(group.length).fill(NEVER),
    soonest: NEVER,
    tally: new Int32Array(total),
    offset,
    open: new Int32Array(groups.length),
    openChanged: true,
    bound: 0,
  };
}

function compileGroup(entry: ReceptorGroup): GroupRates {
  const scheme = compileScheme(entry.scheme);
  const glu = scheme.ligands.indexOf('glu');
  const occupancy = glu < 0 ? { bound: new Int8Array(scheme.n), change: new Int8Array(scheme.m) } : ligandOccupancy(scheme, 'glu');
  return {
    scheme,
    change: occupancy.change,
    bound: occupancy.bound,
    glu,
    rate: new Float64Array(scheme.m),
    leave: new Float64Array(scheme.n),
    bindRate: new Float64Array(scheme.m),
    bind: new Float64Array(scheme.n),
    voltageDependent: scheme.voltageDependent,
    base: new Float64Array(scheme.m),
  };
}

/**
 * Computes a group's rates for voltage `v_mV`, field concentrations in mM (`fields.glu` is ambient or prescribed
 * glutamate) and a binding volume in nm3.
 */
export function setRates(g: GroupRates, v_mV: number, fields_mM: Readonly<Record<string, number>>, bindingVolume: number): void {
  const { scheme, rate, leave, bindRate, bind, base } = g;
  voltageRates(scheme, v_mV, base);
  leave.fill(0);
  bind.fill(0);
  for (let t = 0; t < scheme.m; t++) {
    const from = scheme.from[t] as number;
    const ligand = scheme.ligand[t] as number;
    const k = base[t] as number;
    const field = ligand < 0 ? 1 : (fields_mM[scheme.ligands[ligand] ?? ''] ?? 0);
    rate[t] = (k * field) / 1000;
    leave[from] = (leave[from] as number) + (rate[t] as number);
    bindRate[t] = ligand >= 0 && ligand === g.glu ? associationVolume(k) / bindingVolume : 0;
    bind[from] = (bind[from] as number) + (bindRate[t] as number);
  }
}

/** Recomputes the rates of the chosen groups at time `now` and stretches the waiting times of their receptors. */
export function changeRates(chains: Chains, now: number, rng: Rng, recompute: (g: GroupRates, index: number) => boolean): void {
  const before = chains.groups.map((g) => g.leave.slice());
  const changed = chains.groups.map((g, i) => recompute(g, i));
  for (let j = 0; j < chains.count; j++) {
    const g = chains.group[j] as number;
    if (changed[g] !== true) continue;
    const s = chains.state[j] as number;
    const old = (before[g] as Float64Array)[s] as number;
    const rate = (chains.groups[g] as GroupRates).leave[s] as number;
    if (old === rate) continue;
    const due = chains.due[j] as number;
    if (!(rate > 0)) chains.due[j] = NEVER;
    else if (old > 0) chains.due[j] = now + (due - now) * (old / rate);
    else chains.due[j] = now + exponential(rng) / rate;
  }
  findSoonest(chains);
}

/** Puts receptor `j` into state `s` at time `now` and draws its next event. Counters are kept. */
export function enterState(chains: Chains, j: number, s: number, now: number, rng: Rng): void {
  const index = chains.group[j] as number;
  const g = chains.groups[index] as GroupRates;
  const old = chains.state[j] as number;
  const at = chains.offset[index] as number;
  chains.tally[at + old] = (chains.tally[at + old] as number) - 1;
  chains.tally[at + s] = (chains.tally[at + s] as number) + 1;
  const opened = (g.scheme.conducting[s] as number) - (g.scheme.conducting[old] as number);
  if (opened !== 0) {
    chains.open[index] = (chains.open[index] as number) + opened;
    chains.openChanged = true;
  }
  chains.bound += (g.bound[s] as number) - (g.bound[old] as number);
  chains.state[j] = s;
  drawDue(chains, j, now, rng);
}

/** Draws the next event of receptor `j` from time `now` on. */
export function drawDue(chains: Chains, j: number, now: number, rng: Rng): void {
  const rate = (chains.groups[chains.group[j] as number] as GroupRates).leave[chains.state[j] as number] as number;
  chains.due[j] = rate > 0 ? now + exponential(rng) / rate : NEVER;
}

/** Sets `soonest` to the earliest event that is due among all receptors, us; `NEVER` when there is none. */
export function findSoonest(chains: Chains): void {
  let soonest = NEVER;
  for (let j = 0; j < chains.count; j++) if ((chains.due[j] as number) < soonest) soonest = chains.due[j] as number;
  chains.soonest = soonest;
}

/** Recounts tally, open channels and bound glutamate from the states. */
export function recount(chains: Chains): void {
  chains.tally.fill(0);
  chains.open.fill(0);
  chains.bound = 0;
  for (let j = 0; j < chains.count; j++) {
    const index = chains.group[j] as number;
    const g = chains.groups[index] as GroupRates;
    const s = chains.state[j] as number;
    const at = (chains.offset[index] as number) + s;
    chains.tally[at] = (chains.tally[at] as number) + 1;
    chains.open[index] = (chains.open[index] as number) + (g.scheme.conducting[s] as number);
    chains.bound += g.bound[s] as number;
  }
  chains.openChanged = true;
}

/** Draws one of the spontaneous transitions out of the present state of receptor `j`, by rate. */
export function drawSpontaneous(g: GroupRates, state: number, rng: Rng): number {
  return pick(g, state, g.rate, g.leave[state] as number, rng);
}

/** Draws one of the particle-binding transitions out of a state, by rate. */
export function drawBinding(g: GroupRates, state: number, rng: Rng): number {
  return pick(g, state, g.bindRate, g.bind[state] as number, rng);
}

function pick(g: GroupRates, state: number, rates: Float64Array, total: number, rng: Rng): number {
  let target = total * uniform32(rng);
  let chosen = -1;
  const end = g.scheme.outStart[state + 1] as number;
  for (let t = g.scheme.outStart[state] as number; t < end; t++) {
    const k = rates[t] as number;
    if (k === 0) continue;
    chosen = t;
    target -= k;
    if (target < 0) break;
  }
  return chosen;
}
