/**
 * The runnable protocols of a target file:
 *   { scheme, start, segments: [{ ms, V_mV, glu_mM, mg_mM, ket_mM, ... }], measure }
 *   { ratio: [protocol, protocol] }   { oneMinusRatio: [protocol, protocol] }   { difference: [protocol, protocol] }
 *   { ic50Of: scheme, ligand, steady: segment }
 * A scheme is named by its id, or constructed: { gating: id, blocker: "memantine" } puts Mg2+ and a pore blocker of the
 * pack on a gating scheme. `start` is "initial", { equilibrate: segment } or { occupancy: { state: share } }. `ms` is a number or "inf".
 */
import type { CompiledScheme } from '../../science/receptors/compile';
import { stateIndex } from '../../science/receptors/compile';
import { halfInhibition } from '../../science/receptors/dose-response';
import { evaluate, type Measure, measureUnit, parseMeasure } from '../../science/receptors/measures';
import type { Protocol, Segment, Start } from '../../science/receptors/protocol';
import { asArray, asRecord, asNumber, asText, field, type Json, onlyFields, TargetError } from './json';
import type { SchemeLibrary } from './schemes';

/** A number with its physical dimension, in the engine's own unit (ms, mM, mV, uM, ...). */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

const MAX_DEPTH = 8;
const MAX_SEGMENTS = 2000;

/** Runs a protocol. Throws a TargetError for a malformed one and a RangeError where the measure does not exist. */
export function runProtocol(value: unknown, library: SchemeLibrary, path = 'protocol', depth = 0): Quantity {
  if (depth > MAX_DEPTH) throw new TargetError(`${path} is nested too deeply`);
  const record = asRecord(value, path);
  for (const operation of ['ratio', 'oneMinusRatio', 'difference'] as const) {
    if (field(record, operation) === undefined) continue;
    onlyFields(record, [operation], path);
    return combine(operation, asArray(field(record, operation), `${path}.${operation}`), library, `${path}.${operation}`, depth);
  }
  if (field(record, 'ic50Of') !== undefined) return runHalfInhibition(record, library, path);
  onlyFields(record, ['scheme', 'start', 'segments', 'measure'], path);
  const scheme = readSchemeRef(field(record, 'scheme'), library, `${path}.scheme`);
  const measure = readMeasure(field(record, 'measure'), `${path}.measure`);
  const segments = readSegments(field(record, 'segments'), library, `${path}.segments`);
  const protocol: Protocol = { start: readStart(field(record, 'start'), scheme, library, `${path}.start`), segments };
  return { value: evaluate(scheme, protocol, measure), unit: measureUnit(measure) };
}

function combine(
  operation: 'ratio' | 'oneMinusRatio' | 'difference',
  parts: readonly unknown[],
  library: SchemeLibrary,
  path: string,
  depth: number,
): Quantity {
  if (parts.length !== 2) throw new TargetError(`${path} needs two protocols`);
  const top = runProtocol(parts[0], library, `${path}[0]`, depth + 1);
  const bottom = runProtocol(parts[1], library, `${path}[1]`, depth + 1);
  if (top.unit !== bottom.unit) throw new TargetError(`${path} combines ${top.unit} with ${bottom.unit}`);
  if (operation === 'difference') return { value: top.value - bottom.value, unit: top.unit };
  if (bottom.value === 0) throw new TargetError(`${path} divides by zero`);
  const ratio = top.value / bottom.value;
  return { value: operation === 'ratio' ? ratio : 1 - ratio, unit: '1' };
}

function runHalfInhibition(record: Json, library: SchemeLibrary, path: string): Quantity {
  onlyFields(record, ['ic50Of', 'ligand', 'steady', 'start'], path);
  const scheme = readSchemeRef(field(record, 'ic50Of'), library, `${path}.ic50Of`);
  const ligand = asText(field(record, 'ligand'), `${path}.ligand`);
  if (!scheme.ligands.includes(ligand)) throw new TargetError(`${path}.ligand: scheme ${scheme.id} does not bind "${ligand}"`);
  const steady = readSegment(field(record, 'steady'), library, `${path}.steady`);
  return { value: halfInhibition(scheme, ligand, steady.conditions), unit: 'mM' };
}

/** A scheme by id, or a constructed one. */
export function readSchemeRef(value: unknown, library: SchemeLibrary, path: string): CompiledScheme {
  if (typeof value === 'string') return library.get(value);
  const record = asRecord(value, path);
  onlyFields(record, ['gating', 'blocker'], path);
  return library.blocked(asText(field(record, 'gating'), `${path}.gating`), asText(field(record, 'blocker'), `${path}.blocker`));
}

export function readMeasure(value: unknown, path: string): Measure {
  const text = asText(value, path);
  const measure = parseMeasure(text);
  if (measure === undefined) throw new TargetError(`unknown measure "${text}"`);
  return measure;
}

export function readSegments(value: unknown, library: SchemeLibrary, path: string): readonly Segment[] {
  const list = asArray(value, path);
  if (list.length === 0) throw new TargetError(`${path} is empty`);
  if (list.length > MAX_SEGMENTS) throw new TargetError(`${path} has ${list.length} entries; at most ${MAX_SEGMENTS} are run`);
  return list.map((segment, i) => readSegment(segment, library, `${path}[${i}]`));
}

/** One segment; the length may be left out where only the medium matters. */
export function readSegment(value: unknown, library: SchemeLibrary, path: string): Segment {
  const record = asRecord(value, path);
  const known = library.ligands();
  const ligands: Record<string, number> = {};
  for (const key of Object.keys(record)) {
    if (key === 'ms' || key === 'V_mV') continue;
    const ligand = key.endsWith('_mM') ? key.slice(0, -3) : '';
    if (!known.has(ligand)) throw new TargetError(`${path} has an unknown field "${key}"`);
    const amount = asNumber(field(record, key), `${path}.${key}`);
    if (amount < 0) throw new TargetError(`${path}.${key} must be at least 0`);
    ligands[ligand] = amount;
  }
  const length = field(record, 'ms') ?? 'inf';
  const ms = length === 'inf' ? Infinity : asNumber(length, `${path}.ms`);
  if (ms < 0) throw new TargetError(`${path}.ms must be at least 0`);
  return { ms, conditions: { v_mV: asNumber(field(record, 'V_mV'), `${path}.V_mV`), ligands_mM: ligands } };
}

export function readStart(value: unknown, scheme: CompiledScheme, library: SchemeLibrary, path: string): Start {
  if (value === undefined || value === 'initial') return 'initial';
  const record = asRecord(value, path);
  if (field(record, 'equilibrate') !== undefined) {
    onlyFields(record, ['equilibrate'], path);
    return { equilibrate: readSegment(field(record, 'equilibrate'), library, `${path}.equilibrate`) };
  }
  onlyFields(record, ['occupancy'], path);
  const shares = asRecord(field(record, 'occupancy'), `${path}.occupancy`);
  const occupancy = new Float64Array(scheme.n);
  let sum = 0;
  for (const [state, share] of Object.entries(shares)) {
    const amount = asNumber(share, `${path}.occupancy.${state}`);
    if (amount < 0) throw new TargetError(`${path}.occupancy.${state} must be at least 0`);
    if (!scheme.states.includes(state)) throw new TargetError(`${path}.occupancy: scheme ${scheme.id} has no state "${state}"`);
    occupancy[stateIndex(scheme, state)] = amount;
    sum += amount;
  }
  if (!(Math.abs(sum - 1) <= 1e-6)) throw new TargetError(`${path}.occupancy must add up to 1, not ${sum}`);
  return { occupancy: occupancy.map((amount) => amount / sum) };
}
