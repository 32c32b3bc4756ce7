/** The circuit level: which circuit is shown, where ketamine is let in, the route of the lit explanation, and the ways onward. */
import type { Model } from '../model/model';
import type { Circuit, CircuitCell, CircuitConnection, CircuitSetting, Subunit } from '../model/schema';
import type { Action } from './actions';
import { BENCH_RANGES, parameterOf, within } from './bench';
import type { Places } from './places';
import { partOf } from './plate-scene';
import type { ExplorerState, Lit } from './state';

/** The circuit that the places name; the pack's first when they name none. Undefined for a pack without circuits. */
export function circuitOf(model: Model, places: Pick<Places, 'circuit'>): Circuit | undefined {
  return model.circuits.find(({ id }) => id === places.circuit) ?? model.circuits[0];
}

/** Where ketamine is let block; the circuit's first setting when it has none of that name. Undefined where it has none at all. */
export function settingOf(circuit: Circuit, places: Pick<Places, 'blockSite'>): CircuitSetting | undefined {
  return circuit.settings.find(({ id }) => id === places.blockSite) ?? circuit.settings[0];
}

/** The setting of the lit explanation, where this circuit can act it out. Two compared explanations light no route here. */
export function litSetting(circuit: Circuit, lit: Lit): CircuitSetting | undefined {
  return lit.length === 1 ? circuit.settings.find(({ hypothesis }) => hypothesis === lit[0]) : undefined;
}

/** Kinds of cell with at least one receptor pool that the drug may enter, in the record's order. */
export function reachedCells(circuit: Circuit, setting: CircuitSetting | undefined): readonly CircuitCell[] {
  const heads = new Set((setting?.reaches ?? []).map((pattern) => pattern.split('.')[0]));
  return circuit.cells.filter(({ id }) => heads.has('*') || heads.has(id));
}

/** What an explanation says happens in the circuit: where the drug enters, which connections weaken, and whose output changes. */
export interface CircuitRoute {
  readonly setting: CircuitSetting;
  readonly block: readonly CircuitCell[];
  readonly weakened: readonly CircuitConnection[];
  /** Cells at the end of the route, whose output is said to change. */
  readonly output: readonly CircuitCell[];
}

/** The route of the lit explanation; null when none is lit or the drug reaches nothing here. */
export function circuitRoute(circuit: Circuit, lit: Lit): CircuitRoute | null {
  const setting = litSetting(circuit, lit);
  const block = reachedCells(circuit, setting);
  if (setting === undefined || block.length === 0) return null;
  const weakened: CircuitConnection[] = [];
  const ends = new Set<string>();
  // From the cells that are blocked onward; a brake that is loosened ends the route, a relay hands on.
  const follow = (cell: CircuitCell): void => {
    const onward = circuit.connections.filter(
      (connection) => connection.from === cell.id && connection.to !== cell.id && leadsOn(connection, cell, circuit, block),
    );
    if (onward.length === 0) ends.add(cell.id);
    for (const connection of onward) {
      if (weakened.includes(connection)) continue;
      weakened.push(connection);
      const target = circuit.cells.find(({ id }) => id === connection.to);
      if (target === undefined) continue;
      if (target.sign > 0) ends.add(target.id);
      else follow(target);
    }
  };
  block.forEach(follow);
  return { setting, block, weakened, output: circuit.cells.filter(({ id }) => ends.has(id)) };
}

/** A brake acts on the cells that excite; what excites the habenula's relay is followed, recurrent excitation is not. */
function leadsOn(connection: CircuitConnection, from: CircuitCell, circuit: Circuit, block: readonly CircuitCell[]): boolean {
  const target = circuit.cells.find(({ id }) => id === connection.to);
  if (target === undefined || block.includes(target)) return false;
  return from.sign < 0 ? target.sign > 0 : circuit.model === 'habenula';
}

/** The kind of cell that is chosen: by its own selection, or by the entity that speaks of it. */
export function chosenCell(circuit: Circuit, { selection, places }: Pick<ExplorerState, 'selection' | 'places'>): CircuitCell | undefined {
  if (selection?.kind === 'circuit' && selection.id === circuit.id) return circuit.cells.find(({ id }) => id === places.circuitCell);
  return selection?.kind === 'entity' ? circuit.cells.find(({ entity }) => entity === selection.id) : undefined;
}

/** Shows a circuit with one of its kinds of cell chosen, or with none. */
export function visitCell(state: ExplorerState, circuit: Circuit, cell: string | null): Action {
  return {
    type: 'replace',
    effect: 'navigation',
    state: {
      ...state,
      level: 'circuit',
      camera: state.level === 'circuit' ? state.camera : null,
      selection: cell === null ? null : { kind: 'circuit', id: circuit.id },
      places: { ...state.places, circuit: circuit.id, circuitCell: cell ?? 'none' },
    },
  };
}

/** Simulates one setting and lights its explanation; a setting without one turns the lit route off. */
export function actOut(state: ExplorerState, setting: CircuitSetting): Action {
  const places = { ...state.places, blockSite: setting.id as Places['blockSite'] };
  return {
    type: 'replace',
    effect: 'adjustment',
    state: { ...state, places, lit: setting.hypothesis === undefined ? [] : [setting.hypothesis] },
  };
}

/** The entity of the NMDA receptors on a kind of cell: the record's own, or the receptor from which a claim of its inputs leads to it. */
export function receptorEntity(model: Model, circuit: Circuit, cell: CircuitCell): string | undefined {
  if (cell.synapse?.receptor !== undefined) return cell.synapse.receptor;
  const claims = circuit.connections.filter(({ to }) => to === cell.id).flatMap((connection): readonly string[] => connection.claims);
  const leading = model.claims.find((claim) => {
    const source = model.entityById.get(claim.source);
    return claims.includes(claim.id) && claim.target === cell.entity && source?.glyph === 'nmda';
  });
  return leading?.source;
}

export interface CellSynapseShown {
  readonly subunit: Subunit;
  /** Null where the circuit gives this cell no spikes from outside. */
  readonly rate_Hz: number | null;
}

/** The synapse of a kind of cell: subtype and rate of its input, with the circuit's drive; undefined where the record names none. */
export function synapseOf(model: Model, cell: CircuitCell, { places }: Pick<ExplorerState, 'places'>): CellSynapseShown | undefined {
  if (cell.synapse === undefined) return undefined;
  const rate = cell.synapse.rate === undefined ? undefined : parameterOf(model, cell.synapse.rate)?.value;
  const chosen = cell.sign < 0 && places.circuitSubunit !== 'none' ? places.circuitSubunit : cell.synapse.subunit;
  return { subunit: chosen, rate_Hz: rate === undefined ? null : within(rate * places.drive, BENCH_RANGES.rate_Hz) };
}

/** Spikes shown at the synapse that is entered from a circuit: enough to see the rate. */
const TRAIN = 3;

/** The receptors of a plate that are marked where the pack has no entity for those of the cell. */
const RECEPTORS = 'nmda';

/**
 * Opens the synapse of a kind of cell with its drive, with one of its subtypes (that of its record unless told), and with its receptors
 * chosen.
 */
export function enterSynapse(model: Model, circuit: Circuit, cell: CircuitCell, state: ExplorerState, wanted?: Subunit): readonly Action[] {
  const synapse = synapseOf(model, cell, state);
  if (synapse === undefined) return [];
  const receptor = receptorEntity(model, circuit, cell);
  const chosen: Action =
    receptor !== undefined
      ? { type: 'select', selection: { kind: 'entity', id: receptor } }
      : partOf(model, RECEPTORS) === undefined
        ? { type: 'clearSelection' }
        : { type: 'select', selection: { kind: 'part', id: RECEPTORS } };
  const { subunit, rate_Hz } = synapse;
  return [
    { type: 'goTo', level: 'synapse' },
    { type: 'setBench', bench: { subunit: wanted ?? subunit, ...(rate_Hz === null ? {} : { rate_Hz, spikes: TRAIN }) } },
    chosen,
  ];
}
