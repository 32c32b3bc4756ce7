/** The worker's protocol over a real message channel: transfers, back-pressure, cancelling and errors. */
import { MessageChannel } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { SynapseCancelled, SynapseClient } from '../../../../src/science/synapse/client';
import { SynapseEngine } from '../../../../src/science/synapse/engine';
import { SynapsePool, type WorkerEnd } from '../../../../src/science/synapse/pool';
import type { MessageEnd } from '../../../../src/science/synapse/protocol';
import { recordTrial } from '../../../../src/science/synapse/record';
import { serveSynapse } from '../../../../src/science/synapse/server';
import { runTrials } from '../../../../src/science/synapse/trials';
import { configure } from './helpers';

const closers: (() => void)[] = [];
afterAll(() => closers.forEach((close) => close()));

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A port as a worker's end: Node delivers plain values to `addEventListener` listeners only through `on`. */
function endOf(port: import('node:worker_threads').MessagePort): MessageEnd {
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    addEventListener: (_type, listener) => {
      port.on('message', (data: unknown) => listener({ data }));
    },
  };
}

/** A server on the other side of a channel. */
function serve(): WorkerEnd {
  const { port1, port2 } = new MessageChannel();
  serveSynapse(endOf(port1), pause);
  const close = (): void => port2.close();
  closers.push(close);
  return { ...endOf(port2), terminate: close };
}

const config = configure({ release: { molecules: 300 }, geometry: { ringHalfLength_nm: 150 } });
const options = { duration_ms: 1, sample_ms: 0.1 };

describe('frames', () => {
  it('show the run as the engine has it, forwards and backwards', async () => {
    const client = new SynapseClient(serve());
    const run = await client.open(config, 5);
    expect(run.x).toHaveLength(100);
    expect(run.groups.map(({ id }) => id)).toEqual(['AMPA', 'GluN2A', 'GluN2B']);
    for (const t of [0.02, 0.3, 0.1]) {
      const frame = await client.frame(t);
      const engine = new SynapseEngine(config, 5);
      engine.advanceTo(t);
      expect(frame?.time_ms).toBeCloseTo(t, 9);
      expect(frame?.free).toBe(engine.particles.count - engine.particles.dead);
      expect([...(frame?.states ?? [])]).toEqual([...engine.chains.state]);
      expect(frame?.xyz[0]).toBeCloseTo(engine.particles.x[0] as number, 3);
      expect(frame?.boundToReceptors).toBe(engine.chains.bound);
    }
  });

  it('asked for too fast are skipped, the last one is not', async () => {
    const client = new SynapseClient(serve());
    await client.open(config, 5);
    const frames = await Promise.all([0.01, 0.02, 0.03, 0.04].map((t) => client.frame(t)));
    expect(frames.map((frame) => frame?.time_ms ?? null)).toEqual([0.01, null, null, 0.04]);
  });

  it('reuse three sets of arrays and never take one that may still be shown', async () => {
    const client = new SynapseClient(serve());
    await client.open(config, 5);
    const lengths: number[] = [];
    let before: Float32Array | null = null;
    for (let k = 1; k <= 8; k++) {
      const frame = await client.frame(k * 0.01);
      // The frame before this one is still whole; a transferred array has length 0.
      if (before !== null) lengths.push(before.length);
      before = frame?.xyz ?? null;
    }
    expect(new Set(lengths)).toEqual(new Set([3 * (450 + 256)]));
  });

  it('are refused without a run', async () => {
    const client = new SynapseClient(serve());
    await expect(client.frame(1)).rejects.toThrow('No run is open');
  });

  it('follow a change of the medium', async () => {
    const client = new SynapseClient(serve());
    await client.open(config, 5);
    await client.frame(0.1);
    await client.setLigand('ket', 0.05);
    const changed = await client.frame(30);
    const engine = new SynapseEngine(config, 5);
    engine.advanceTo(0.1);
    engine.setLigand('ket', 0.05);
    engine.advanceTo(30);
    expect([...(changed?.states ?? [])]).toEqual([...engine.chains.state]);
  });
});

describe('trials', () => {
  it('come back as traces; faults come back as messages', async () => {
    const client = new SynapseClient(serve());
    const trace = await client.trial(config, 5, 3, options).result;
    expect(trace).toEqual(recordTrial(config, 5, 3, options));
    await expect(client.trial({ ...config, dt_us: -1 }, 5, 0, options).result).rejects.toThrow('dt_us');
    await expect(client.open({ ...config, bindingRadius_nm: 0 }, 1)).rejects.toThrow('bindingRadius_nm');
    // The worker still serves.
    expect((await client.trial(config, 5, 3, options).result).time_ms).toHaveLength(11);
    const twin = await client.twin(config, 5, options).result;
    expect(twin.columns.open_AMPA?.[5]).toBeGreaterThan(0);
  });

  it('can be cancelled, running or waiting', async () => {
    const client = new SynapseClient(serve());
    const long = client.trial(configure(), 5, 0, { duration_ms: 400, sample_ms: 0.05 });
    const waiting = client.trial(configure(), 5, 1, { duration_ms: 400, sample_ms: 0.05 });
    const short = client.trial(config, 5, 2, options);
    await pause();
    long.cancel();
    waiting.cancel();
    await expect(long.result).rejects.toBeInstanceOf(SynapseCancelled);
    await expect(waiting.result).rejects.toBeInstanceOf(SynapseCancelled);
    expect((await short.result).time_ms).toHaveLength(11);
    short.cancel();
  });
});

describe('a pool', () => {
  it('gives the same bits as one thread, whatever its size', async () => {
    const alone = runTrials(config, 5, 9, options);
    for (const size of [1, 3]) {
      const pool = new SynapsePool(serve, size);
      const seen: number[] = [];
      const set = await pool.run(config, 5, 9, options, (_done, trial) => seen.push(trial)).result;
      expect(set).toEqual(alone);
      expect(seen.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
      pool.close();
    }
  });

  it('stops when cancelled and reports a fault once', async () => {
    const pool = new SynapsePool(serve, 2);
    const job = pool.run(configure(), 5, 50, { duration_ms: 50, sample_ms: 0.05 });
    await pause();
    job.cancel();
    await expect(job.result).rejects.toBeInstanceOf(SynapseCancelled);
    await expect(pool.run({ ...config, dt_us: 0 }, 5, 4, options).result).rejects.toThrow('dt_us');
    pool.close();
  });

  it('gives up when closed, and in the middle of adding up', async () => {
    const pool = new SynapsePool(serve, 2);
    const job = pool.run(config, 5, 50, options, (done) => {
      if (done === 7) pool.close();
    });
    await expect(job.result).rejects.toBeInstanceOf(SynapseCancelled);
    const second = new SynapsePool(serve, 2);
    const late = second.run(config, 5, 6, options, (done) => {
      if (done === 6) late.cancel();
    });
    await expect(late.result).rejects.toBeInstanceOf(SynapseCancelled);
    // The same workers go on with other work.
    expect((await second.run(config, 5, 3, options).result).summary.trials).toBe(3);
    second.close();
  });

  it('does not run far ahead of a trial that is late', async () => {
    const asked: number[] = [];
    const held: (() => void)[] = [];
    const late = { arrived: false };
    /** A server whose answer to trial 0 is kept back. */
    const holding = (): WorkerEnd => {
      const end = serve();
      const first = new Set<number>();
      return {
        terminate: () => end.terminate(),
        postMessage: (message, transfer) => {
          const request = message as { readonly type: string; readonly id: number; readonly trial: number };
          if (request.type === 'trial') asked.push(request.trial);
          if (request.trial === 0) first.add(request.id);
          end.postMessage(message, transfer);
        },
        addEventListener: (type, listener) =>
          end.addEventListener(type, (event) => {
            if (late.arrived || !first.has((event.data as { readonly id: number }).id)) listener(event);
            else held.push(() => listener(event));
          }),
      };
    };
    const pool = new SynapsePool(holding, 2);
    const job = pool.run(config, 5, 40, { duration_ms: 0.1, sample_ms: 0.1 });
    const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    while (asked.length < 9 || held.length === 0) await wait(10);
    await wait(200);
    // Eight traces wait for the one that is late.
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    late.arrived = true;
    for (const deliver of held) deliver();
    expect((await job.result).summary.trials).toBe(40);
    pool.close();
  });
});
