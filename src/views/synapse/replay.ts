/**
 * One run of the synapse, recorded so that it can be shown at any moment: every change of a receptor with its time on the engine's
 * grid, and the places of all free molecules at the moments of the pictures.
 */
import { ligandOccupancy } from '../../science/receptors/occupancy';
import type { SynapseConfig } from '../../science/synapse/config';
import { SynapseEngine } from '../../science/synapse/engine';
import type { Geometry } from '../../science/synapse/geometry';
import { freeCount } from '../../science/synapse/particles';
import { groupCurrent_pA, isMoving, readPostsynapse } from '../../science/synapse/postsynapse';
import { copyPositions } from '../../science/synapse/record';

/** Steps of stored positions a nm. */
export const POSITION_STEPS = 32;

export interface ReplayGroup {
  readonly id: string;
  readonly states: readonly string[];
  /** By state: passes current; molecules of glutamate, Mg2+ and ketamine held. */
  readonly conducting: Uint8Array;
  readonly glu: Int8Array;
  readonly mg: Int8Array;
  readonly ket: Int8Array;
}

export interface Replay {
  readonly geometry: Geometry;
  readonly groups: readonly ReplayGroup[];
  /** Places (nm) and groups of the receptors, and their states at time 0. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly group: Uint8Array;
  readonly start: Uint8Array;
  /** Times (ms) and places of the vesicles that fuse. */
  readonly fusions: readonly { readonly time_ms: number; readonly x: number; readonly y: number; readonly molecules: number }[];
  readonly changes: { readonly time_ms: Float64Array; readonly receptor: Uint16Array; readonly state: Uint8Array };
  readonly pictures: {
    readonly time_ms: Float64Array;
    /** Index of the first molecule of each picture, and one entry more. */
    readonly first: Uint32Array;
    /** x, y, z in steps of 1/32 nm, and ids. */
    readonly xyz: Int16Array;
    readonly ids: Int32Array;
    readonly free: Uint16Array;
    readonly inPores: Uint16Array;
    readonly onReceptors: Uint16Array;
    readonly onTransporters: Uint16Array;
    readonly v_mV: Float32Array;
    readonly calcium_uM: Float32Array;
    /** Current of each group, pA, groups side by side. */
    readonly current_pA: Float32Array;
  };
}

function held(engine: SynapseEngine, g: number, ligand: string): Int8Array {
  const scheme = engine.chains.groups[g]?.scheme;
  if (scheme === undefined || !scheme.ligands.includes(ligand)) return new Int8Array(scheme?.n ?? 0);
  return ligandOccupancy(scheme, ligand).bound;
}

/** The next step before which no receptor can change: one on while anything moves, else that of the next event. */
function nextStop(engine: SynapseEngine): number {
  const { chains, config, particles, post, transporters, fusions, nextFusion, nextEmission } = engine;
  if (freeCount(particles) > 0 || isMoving(post)) return engine.n + 1;
  const due = Math.min(chains.soonest, nextEmission, transporters?.due ?? Number.MAX_VALUE, fusions[nextFusion]?.time ?? Number.MAX_VALUE);
  return Math.max(engine.n + 1, Math.floor(due / config.dt_us) + 1);
}

/** Runs trial 0 of a seed and records it. `moments` are those of the pictures, ms, rising. */
export function recordReplay(config: SynapseConfig, seed: number, moments: Float64Array): Replay {
  const engine = new SynapseEngine(config, seed, 0);
  const { chains } = engine;
  const start = chains.state.slice();
  const now = start.slice();
  const changes = { time: [] as number[], receptor: [] as number[], state: [] as number[] };
  const count = moments.length;
  const room = engine.fusions.reduce((sum, fusion) => sum + fusion.molecules, 0) + 256;
  const xyz = new Float32Array(3 * room);
  const ids = new Int32Array(room);
  const kept: { xyz: Int16Array; ids: Int32Array }[] = [];
  const first = new Uint32Array(count + 1);
  const sixteen = (): Uint16Array => new Uint16Array(count);
  const [free, inPores, onReceptors, onTransporters] = [sixteen(), sixteen(), sixteen(), sixteen()];
  const v_mV = new Float32Array(count);
  const calcium_uM = new Float32Array(count);
  const current_pA = new Float32Array(count * config.receptors.length);

  const compare = (): void => {
    for (let j = 0; j < now.length; j++) {
      const state = chains.state[j] ?? 0;
      if (state === now[j]) continue;
      now[j] = state;
      changes.time.push(engine.time_us / 1000);
      changes.receptor.push(j);
      changes.state.push(state);
    }
  };
  const picture = (k: number): void => {
    const shown = copyPositions(engine, xyz, ids);
    kept.push({ xyz: Int16Array.from(xyz.subarray(0, 3 * shown), (nm) => Math.round(nm * POSITION_STEPS)), ids: ids.slice(0, shown) });
    first[k + 1] = (first[k] ?? 0) + shown;
    const post = readPostsynapse(engine.post, engine.time_us);
    free[k] = freeCount(engine.particles);
    inPores[k] = engine.inPores();
    onReceptors[k] = chains.bound;
    onTransporters[k] = engine.transporters?.total ?? 0;
    v_mV[k] = post.v_mV;
    calcium_uM[k] = post.calcium_uM;
    config.receptors.forEach((group, g) => {
      current_pA[k * config.receptors.length + g] = groupCurrent_pA(group, chains.open[g] ?? 0, post.v_mV);
    });
  };

  moments.forEach((moment, k) => {
    const target = engine.stepAt(moment);
    while (engine.n < target) {
      engine.advanceToStep(Math.min(target, nextStop(engine)));
      compare();
    }
    picture(k);
  });

  const all = { xyz: new Int16Array(3 * (first[count] ?? 0)), ids: new Int32Array(first[count] ?? 0) };
  kept.forEach((entry, k) => {
    all.xyz.set(entry.xyz, 3 * (first[k] ?? 0));
    all.ids.set(entry.ids, first[k] ?? 0);
  });
  return {
    geometry: config.geometry,
    groups: chains.groups.map(({ scheme }, g) => ({
      id: config.receptors[g]?.id ?? '',
      states: scheme.states,
      conducting: scheme.conducting,
      glu: held(engine, g, 'glu'),
      mg: held(engine, g, 'mg'),
      ket: held(engine, g, 'ket'),
    })),
    x: engine.sites.x,
    y: engine.sites.y,
    group: engine.sites.group,
    start,
    fusions: engine.fusions.map(({ time, x, y, molecules }) => ({ time_ms: time / 1000, x, y, molecules })),
    changes: {
      time_ms: Float64Array.from(changes.time),
      receptor: Uint16Array.from(changes.receptor),
      state: Uint8Array.from(changes.state),
    },
    pictures: { time_ms: moments, first, ...all, free, inPores, onReceptors, onTransporters, v_mV, calcium_uM, current_pA },
  };
}

/** Index of the last picture that is not later than a moment. */
export function pictureAt(replay: Replay, ms: number): number {
  const { time_ms } = replay.pictures;
  let low = 0;
  let high = time_ms.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((time_ms[middle] ?? 0) <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The fusion whose vesicle stands open at a moment (ms); undefined where a full one is docked. By the model the place is filled again by
 * the next spike; when in between is not said, so that the vesicle is drawn open half of the way to the next fusion, and to the end
 * after the last one. At time 0 the synapse is at rest, even where the first vesicle fuses at once.
 */
export function openFusion({ fusions }: Pick<Replay, 'fusions'>, ms: number): Replay['fusions'][number] | undefined {
  if (ms <= 0) return undefined;
  const last = fusions.findLastIndex(({ time_ms }) => time_ms <= ms);
  const [fused, next] = [fusions[last], fusions[last + 1]];
  if (fused === undefined || next === undefined) return fused;
  return ms < (fused.time_ms + next.time_ms) / 2 ? fused : undefined;
}
