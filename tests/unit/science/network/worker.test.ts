/** Client and server over a real message channel. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { NetworkCancelled, NetworkClient } from '../../../../src/science/network/client';
import { HABENULA_OPTIONS, habenulaConfig, runHabenula } from '../../../../src/science/network/habenula/circuit';
import { networkConfig } from '../../../../src/science/network/prefrontal';
import type { MessageEnd } from '../../../../src/science/network/protocol';
import { compare, DEFAULT_OPTIONS } from '../../../../src/science/network/run';
import { serveNetwork } from '../../../../src/science/network/server';
import { PART } from './source';

const open: MessagePort[] = [];

function connected(): NetworkClient {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  serveNetwork(port2 as unknown as MessageEnd);
  return new NetworkClient(port1 as unknown as MessageEnd);
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

const { config } = networkConfig(PART, { scale: 0.1 });
const OPTIONS = { ...DEFAULT_OPTIONS, before_ms: 200, onset_ms: 200, with_ms: 200 };

test('a comparison comes back as if it had been run here, and reports how far it is', async () => {
  const told: number[] = [];
  const result = await connected().compare(config, OPTIONS, (done) => told.push(done)).result;
  expect(result).toEqual(compare(config, OPTIONS));
  expect(told.length).toBeGreaterThan(10);
  expect(told.toSorted((a, b) => a - b)).toEqual(told);
});

test('a cancelled comparison rejects, and the next request is answered', async () => {
  const client = connected();
  const job = client.compare(config, { ...OPTIONS, before_ms: 50_000 }, () => job.cancel());
  await expect(job.result).rejects.toBeInstanceOf(NetworkCancelled);
  const habenula = habenulaConfig(PART, { stress: true }).config;
  const options = { ...HABENULA_OPTIONS, settle_ms: 50, duration_ms: 200 };
  expect(await client.habenula(habenula, options).result).toEqual(runHabenula(habenula, options));
});

test('an error of the engine arrives as one', async () => {
  await expect(connected().compare({ ...config, dt_ms: 0 }, OPTIONS).result).rejects.toThrow('The step must be positive');
});
