/**
 * From scheme data to the compiled form that every solver shares.
 *
 * A scheme is a continuous-time Markov chain. Its rate constants are
 *   k = rate * (ligand concentration in mM, when a ligand is named) * exp((V - v0_mV) / vSlope_mV, when a slope is given)
 * in 1/ms. Stepping factors (2 kon, 2 koff) are part of the data.
 */
import type { Scheme } from '../../model/schema/quantities';

/** What the compiler needs of a scheme; a `Scheme` of the model fits, and so does one built in code. */
export type SchemeInput = Pick<Scheme, 'states' | 'initial' | 'conducting' | 'transitions'> & { readonly id: string };

/** Kinds of faults of a scheme. */
export type SchemeIssueCode =
  | 'no-states'
  | 'too-many-states'
  | 'duplicate-state'
  | 'unknown-state'
  | 'self-transition'
  | 'bad-rate'
  | 'bad-voltage-term'
  | 'unit-mismatch'
  | 'disconnected-state'
  | 'bad-initial'
  | 'bad-conducting';

/** One fault of a scheme: what, where (`transitions[3].to`) and in words. */
export interface SchemeIssue {
  readonly code: SchemeIssueCode;
  readonly path: string;
  readonly message: string;
}

/** Thrown by `compileScheme`; `issues` lists every fault found. */
export class SchemeError extends Error {
  override readonly name = 'SchemeError';
  readonly schemeId: string;
  readonly issues: readonly SchemeIssue[];

  constructor(schemeId: string, issues: readonly SchemeIssue[]) {
    super(`Scheme ${schemeId}: ${issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`);
    this.schemeId = schemeId;
    this.issues = issues;
  }
}

/** The compiled form. Arrays over transitions are sorted by source state; do not write to any of them. */
export interface CompiledScheme {
  readonly id: string;
  readonly states: readonly string[];
  /** Number of states n and of transitions m. */
  readonly n: number;
  readonly m: number;
  /** Source and target state of each transition, length m. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Base rate of each transition, 1/ms or 1/(mM ms), length m. */
  readonly rate: Float64Array;
  /** Index into `ligands` of each transition, -1 for none. */
  readonly ligand: Int32Array;
  readonly ligands: readonly string[];
  /** Voltage term of each transition: v0 in mV and 1/vSlope in 1/mV (0 where the rate does not depend on voltage). */
  readonly v0_mV: Float64Array;
  readonly inverseSlope: Float64Array;
  readonly voltageDependent: boolean;
  /** Transitions out of state s are those with index outStart[s] .. outStart[s + 1) - 1; length n + 1. */
  readonly outStart: Int32Array;
  /** 1 for a conducting state; length n. */
  readonly conducting: Uint8Array;
  /** Starting occupancies, sum 1; length n. */
  readonly initial: Float64Array;
}

/** Receptor states are stored in bytes. */
const MAX_STATES = 255;

/** Compiles a scheme. Throws a `SchemeError` that lists every fault. */
export function compileScheme(scheme: SchemeInput): CompiledScheme {
  const issues: SchemeIssue[] = [];
  const index = indexStates(scheme, issues);
  checkTransitions(scheme, index, issues);
  const initial = readInitial(scheme, index, issues);
  const conducting = readConducting(scheme, index, issues);
  if (issues.length === 0) checkConnected(scheme, index, issues);
  if (issues.length > 0) throw new SchemeError(scheme.id, issues);

  const at = (state: string): number => index.get(state) ?? -1;
  const sorted = scheme.transitions
    .map((transition, order) => ({ transition, order, source: at(transition.from) }))
    .sort((a, b) => a.source - b.source || a.order - b.order)
    .map((entry) => entry.transition);
  const ligands = [...new Set(scheme.transitions.flatMap((t) => (t.ligand === undefined ? [] : [t.ligand])))];
  const n = scheme.states.length;
  const outStart = new Int32Array(n + 1);
  for (const t of sorted) outStart[at(t.from) + 1] = (outStart[at(t.from) + 1] ?? 0) + 1;
  for (let s = 0; s < n; s++) outStart[s + 1] = (outStart[s + 1] ?? 0) + (outStart[s] ?? 0);
  return {
    id: scheme.id,
    states: [...scheme.states],
    n,
    m: sorted.length,
    from: Int32Array.from(sorted, (t) => at(t.from)),
    to: Int32Array.from(sorted, (t) => at(t.to)),
    rate: Float64Array.from(sorted, (t) => t.rate),
    ligand: Int32Array.from(sorted, (t) => (t.ligand === undefined ? -1 : ligands.indexOf(t.ligand))),
    ligands,
    v0_mV: Float64Array.from(sorted, (t) => t.v0_mV ?? 0),
    inverseSlope: Float64Array.from(sorted, (t) => (t.vSlope_mV === undefined ? 0 : 1 / t.vSlope_mV)),
    voltageDependent: sorted.some((t) => t.vSlope_mV !== undefined),
    outStart,
    conducting,
    initial,
  };
}

/** The index of a named state. Throws a RangeError for a name that the scheme does not have. */
export function stateIndex(scheme: CompiledScheme, name: string): number {
  const index = scheme.states.indexOf(name);
  if (index < 0) throw new RangeError(`Scheme ${scheme.id} has no state "${name}"`);
  return index;
}

function indexStates(scheme: SchemeInput, issues: SchemeIssue[]): Map<string, number> {
  const index = new Map<string, number>();
  if (scheme.states.length === 0) issues.push({ code: 'no-states', path: 'states', message: 'a scheme needs at least one state' });
  if (scheme.states.length > MAX_STATES) {
    issues.push({ code: 'too-many-states', path: 'states', message: `at most ${MAX_STATES} states` });
  }
  scheme.states.forEach((state, i) => {
    if (index.has(state)) issues.push({ code: 'duplicate-state', path: `states[${i}]`, message: `"${state}" appears twice` });
    else index.set(state, i);
  });
  return index;
}

function checkTransitions(scheme: SchemeInput, index: ReadonlyMap<string, number>, issues: SchemeIssue[]): void {
  scheme.transitions.forEach((t, i) => {
    const path = `transitions[${i}]`;
    for (const end of ['from', 'to'] as const) {
      if (!index.has(t[end])) issues.push({ code: 'unknown-state', path: `${path}.${end}`, message: `unknown state "${t[end]}"` });
    }
    if (t.from === t.to) issues.push({ code: 'self-transition', path, message: `"${t.from}" leads to itself` });
    if (!Number.isFinite(t.rate) || t.rate < 0) {
      issues.push({ code: 'bad-rate', path: `${path}.rate`, message: `the rate must be a number of at least 0, not ${t.rate}` });
    }
    if ((t.unit === 'per_mM_ms') !== (t.ligand !== undefined)) {
      const message = t.ligand === undefined ? 'per mM and ms, but no ligand is named' : `ligand "${t.ligand}" needs a rate per mM and ms`;
      issues.push({ code: 'unit-mismatch', path: `${path}.unit`, message });
    }
    if (t.vSlope_mV !== undefined && (!Number.isFinite(t.vSlope_mV) || t.vSlope_mV === 0)) {
      issues.push({ code: 'bad-voltage-term', path: `${path}.vSlope_mV`, message: 'the slope must be finite and not 0' });
    }
    if (t.v0_mV !== undefined && (!Number.isFinite(t.v0_mV) || t.vSlope_mV === undefined)) {
      issues.push({ code: 'bad-voltage-term', path: `${path}.v0_mV`, message: 'v0 must be finite and needs a slope' });
    }
  });
}

function readInitial(scheme: SchemeInput, index: ReadonlyMap<string, number>, issues: SchemeIssue[]): Float64Array {
  const initial = new Float64Array(scheme.states.length);
  let sum = 0;
  for (const [state, occupancy] of Object.entries(scheme.initial)) {
    const at = index.get(state);
    if (at === undefined) issues.push({ code: 'unknown-state', path: `initial.${state}`, message: `unknown state "${state}"` });
    else if (!Number.isFinite(occupancy) || occupancy < 0) {
      issues.push({ code: 'bad-initial', path: `initial.${state}`, message: `occupancy must be at least 0, not ${occupancy}` });
    } else {
      initial[at] = occupancy;
      sum += occupancy;
    }
  }
  if (scheme.states.length > 0 && !(Math.abs(sum - 1) <= 1e-6)) {
    issues.push({ code: 'bad-initial', path: 'initial', message: `occupancies must add up to 1, not ${sum}` });
  } else {
    for (let s = 0; s < initial.length; s++) initial[s] = (initial[s] ?? 0) / sum;
  }
  return initial;
}

function readConducting(scheme: SchemeInput, index: ReadonlyMap<string, number>, issues: SchemeIssue[]): Uint8Array {
  const mask = new Uint8Array(scheme.states.length);
  scheme.conducting.forEach((state, i) => {
    const at = index.get(state);
    if (at === undefined) issues.push({ code: 'bad-conducting', path: `conducting[${i}]`, message: `unknown state "${state}"` });
    else mask[at] = 1;
  });
  return mask;
}

/** Every state must be joined to the first one by transitions of positive rate, taken in either direction. */
function checkConnected(scheme: SchemeInput, index: ReadonlyMap<string, number>, issues: SchemeIssue[]): void {
  const group = scheme.states.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at && group[at] !== undefined) at = group[at] ?? at;
    return at;
  };
  for (const t of scheme.transitions) {
    if (t.rate > 0) group[root(index.get(t.from) ?? 0)] = root(index.get(t.to) ?? 0);
  }
  scheme.states.forEach((state, i) => {
    if (root(i) !== root(0)) {
      issues.push({ code: 'disconnected-state', path: `states[${i}]`, message: `no transition joins "${state}" to the rest` });
    }
  });
}
