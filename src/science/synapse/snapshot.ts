/** Saving and continuing a run: a restored engine has the same future, bit for bit. */
import { findSoonest, recount, setRates } from './chains';
import type { SynapseConfig } from './config';
import { type OpenPore, SynapseEngine } from './engine';
import { grow } from './particles';
import type { Ledger } from './reactions';

/** Plain data and typed arrays: structured-clone friendly; `encodeSnapshot` makes text of it. */
export interface Snapshot {
  readonly version: 1;
  readonly config: SynapseConfig;
  readonly seed: number;
  readonly trial: number;
  readonly n: number;
  readonly particles: {
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly z: Float64Array;
    readonly region: Uint8Array;
    readonly id: Int32Array;
    readonly dead: number;
    readonly nextId: number;
  };
  readonly chains: { readonly state: Uint8Array; readonly due: Float64Array };
  readonly wall: { readonly occupied: Int32Array; readonly due: number } | null;
  readonly post: { readonly time: number; readonly v_mV: number; readonly calcium_uM: number };
  readonly ledger: Readonly<Ledger>;
  readonly fields: Readonly<Record<string, number>>;
  readonly rng: Int32Array;
  readonly pores: readonly Readonly<OpenPore>[];
  readonly nextFusion: number;
  readonly nextEmission: number;
  readonly rateVoltage: number;
  readonly transientUntil: number;
}

/** A copy of everything that changes. */
export function takeSnapshot(e: SynapseEngine): Snapshot {
  const p = e.particles;
  return {
    version: 1,
    config: e.config,
    seed: e.seed,
    trial: e.trial,
    n: e.n,
    particles: {
      x: p.x.slice(0, p.count),
      y: p.y.slice(0, p.count),
      z: p.z.slice(0, p.count),
      region: p.region.slice(0, p.count),
      id: p.id.slice(0, p.count),
      dead: p.dead,
      nextId: p.nextId,
    },
    chains: { state: e.chains.state.slice(), due: e.chains.due.slice() },
    wall: e.transporters === null ? null : { occupied: e.transporters.occupied.slice(), due: e.transporters.due },
    post: { time: e.post.time, v_mV: e.post.v_mV, calcium_uM: e.post.calcium_uM },
    ledger: { ...e.ledger },
    fields: { ...e.fields },
    rng: e.rng.slice(),
    pores: e.pores.map((pore) => ({ ...pore })),
    nextFusion: e.nextFusion,
    nextEmission: e.nextEmission,
    rateVoltage: e.rateVoltage,
    transientUntil: e.transientUntil,
  };
}

/** A new engine that continues from a snapshot. */
export function fromSnapshot(s: Snapshot): SynapseEngine {
  const engine = new SynapseEngine(s.config, s.seed, s.trial);
  restoreSnapshot(engine, s);
  return engine;
}

/** Puts an engine of the same configuration, seed and trial back to a snapshot. Throws an Error for another run's. */
export function restoreSnapshot(e: SynapseEngine, s: Snapshot): void {
  if (e.seed !== s.seed || e.trial !== s.trial || e.chains.count !== s.chains.state.length)
    throw new Error('The snapshot belongs to another run');
  const p = e.particles;
  const count = s.particles.x.length;
  if (p.x.length < count) grow(p, count);
  p.x.set(s.particles.x);
  p.y.set(s.particles.y);
  p.z.set(s.particles.z);
  p.region.set(s.particles.region);
  p.id.set(s.particles.id);
  p.count = count;
  p.dead = s.particles.dead;
  p.nextId = s.particles.nextId;
  e.n = s.n;
  e.pores = s.pores.map((pore) => ({ ...pore }));
  e.nextFusion = s.nextFusion;
  e.nextEmission = s.nextEmission;
  e.rateVoltage = s.rateVoltage;
  e.transientUntil = s.transientUntil;
  e.rng.set(s.rng);
  Object.assign(e.ledger, s.ledger);
  Object.assign(e.fields, s.fields);
  e.chains.state.set(s.chains.state);
  e.chains.due.set(s.chains.due);
  for (const group of e.chains.groups) setRates(group, e.rateVoltage, e.fields, e.bindingVolume);
  recount(e.chains);
  findSoonest(e.chains);
  e.post.time = s.post.time;
  e.post.v_mV = s.post.v_mV;
  e.post.calcium_uM = s.post.calcium_uM;
  e.post.open.set(e.chains.open);
  e.chains.openChanged = false;
  if (e.transporters !== null && s.wall !== null) {
    e.transporters.occupied.set(s.wall.occupied);
    e.transporters.total = s.wall.occupied.reduce((sum, k) => sum + k, 0);
    e.transporters.due = s.wall.due;
  }
}

const ARRAYS = { Float64Array, Int32Array, Uint8Array } as const;

/** A snapshot as JSON text; every number survives exactly. */
export function encodeSnapshot(s: Snapshot): string {
  return JSON.stringify(s, (_key, value: unknown) => {
    for (const [name, type] of Object.entries(ARRAYS)) if (value instanceof type) return { array: name, values: Array.from(value) };
    return value;
  });
}

/** Reads what `encodeSnapshot` wrote. Throws an Error for other text. */
export function decodeSnapshot(text: string): Snapshot {
  const read: unknown = JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('array' in value) || !('values' in value)) return value;
    const { array, values } = value;
    if (!Array.isArray(values) || (array !== 'Float64Array' && array !== 'Int32Array' && array !== 'Uint8Array')) return value;
    return ARRAYS[array].from(values as number[]);
  });
  if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== 1)
    throw new Error('This is not a snapshot of version 1');
  return read as Snapshot;
}
