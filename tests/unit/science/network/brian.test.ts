/**
 * The engine against Brian 2, an independent simulator: curves of rate over current of each kind of cell, and mean rates of a
 * network of a hundred cells before and with ketamine. `tests/reference/network/make.py` made the reference.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NetworkConfig } from '../../../../src/science/network/config';
import { NetworkEngine } from '../../../../src/science/network/engine';
import { networkConfig } from '../../../../src/science/network/prefrontal';
import { CURRENTS_PA, KETAMINE_UM, loneCell, SCALE, SEED, SKIP_MS, STEP_MS, TIMES_MS } from '../../../reference/network/settings';
import { PART } from './source';

interface Reference {
  readonly currents_pA: readonly number[];
  readonly rates_Hz: Readonly<Record<string, readonly number[]>>;
  readonly times_ms: readonly number[];
  readonly network: readonly Readonly<Record<'before' | 'with', Readonly<Record<string, number>>>>[];
}

const REFERENCE = JSON.parse(readFileSync(new URL('../../../reference/network/reference.json', import.meta.url), 'utf8')) as Reference;
const IDS = ['pyr', 'pv', 'sst', 'vip'] as const;

test('the reference was made with these settings', () => {
  expect(REFERENCE.currents_pA).toEqual(CURRENTS_PA);
  expect(REFERENCE.times_ms).toEqual(TIMES_MS);
});

describe('rate over current, within 3 % and one spike of the counted two seconds', () => {
  const { config } = networkConfig(PART);
  test.each(IDS)('%s', (id) => {
    const spike_Hz = 1000 / (STEP_MS - SKIP_MS);
    CURRENTS_PA.forEach((current, k) => {
      const engine = new NetworkEngine(loneCell(config, id, current), 1);
      engine.advanceTo(SKIP_MS);
      let spikes = 0;
      engine.onSpike = () => {
        spikes += 1;
      };
      engine.advanceTo(STEP_MS);
      const wanted = REFERENCE.rates_Hz[id]?.[k] ?? NaN;
      expect(Math.abs(spikes * spike_Hz - wanted), `${current} pA: ${spikes * spike_Hz} Hz, Brian ${wanted} Hz`).toBeLessThanOrEqual(
        0.03 * wanted + spike_Hz,
      );
    });
  });
});

/** Mean rates before and with ketamine of the reference's network, in as many copies as the reference has. */
function ratesOf(config: NetworkConfig): Readonly<Record<'before' | 'with', Readonly<Record<string, number>>>>[] {
  return REFERENCE.network.map((_, k) => {
    const engine = new NetworkEngine(config, SEED, 1000 + k);
    const counts = new Float64Array(IDS.length);
    engine.onSpike = (_time, cell) => {
      const p = engine.firstCell.findLastIndex((first) => cell >= first);
      counts[p] = (counts[p] ?? 0) + 1;
    };
    const rates: Record<string, number>[] = [];
    let end = 0;
    TIMES_MS.forEach((length, phase) => {
      if (phase === 2) engine.ketamine_uM = KETAMINE_UM;
      counts.fill(0);
      end += length;
      engine.advanceTo(end);
      rates.push(Object.fromEntries(IDS.map((id, p) => [id, ((counts[p] ?? 0) / (config.populations[p]?.count ?? 1) / length) * 1000])));
    });
    return { before: rates[1] ?? {}, with: rates[3] ?? {} };
  });
}

/** Null when two sets of runs differ by less than three standard errors of the difference and 2 %, else both means. */
function difference(ours: readonly number[], theirs: readonly number[]): string | null {
  const [a, b] = [meanAndError(ours), meanAndError(theirs)];
  if (Math.abs(a.mean - b.mean) <= 3 * Math.hypot(a.se, b.se) + 0.02 * b.mean) return null;
  return `${a.mean.toFixed(2)} ± ${a.se.toFixed(2)} Hz against ${b.mean.toFixed(2)} ± ${b.se.toFixed(2)} Hz`;
}

describe('mean rates of a hundred cells, within three standard errors of the difference and 2 %', () => {
  const { config } = networkConfig(PART, { scale: SCALE });
  const runs = ratesOf(config);
  const finer = ratesOf({ ...config, dt_ms: config.dt_ms / 5, blockEvery: config.blockEvery * 5 });

  test.each(IDS.flatMap((id) => (['before', 'with'] as const).map((phase) => ({ id, phase }))))(
    '$id $phase ketamine: as Brian has them, and as a fifth of the step and of the NMDA interval has them',
    ({ id, phase }) => {
      const ours = runs.map((run) => run[phase][id] ?? NaN);
      const brian = REFERENCE.network.map((run) => run[phase][id] ?? NaN);
      const fine = finer.map((run) => run[phase][id] ?? NaN);
      expect({ brian: difference(ours, brian), fine: difference(ours, fine) }).toEqual({ brian: null, fine: null });
    },
  );
});

function meanAndError(values: readonly number[]): { readonly mean: number; readonly se: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, se: Math.sqrt(variance / values.length) };
}
