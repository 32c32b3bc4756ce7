import { describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO, type DoseScenario } from '../../../src/science/pharmacokinetics/scenario';
import type { PkSource } from '../../../src/science/pharmacokinetics/types';
import { doseStoreOf, type DoseLetter, type DoseResult, type DoseStore } from '../../../src/views/dose/dose-store';
import { flagship } from '../explorer/flagship';

const { pkModels, parameters } = flagship();

/** The result of a letter once it is neither running nor waiting. */
function settled(store: DoseStore, letter: DoseLetter): Promise<DoseResult> {
  return new Promise((resolve) => {
    const look = (): void => {
      const result = store.getState()[letter];
      if (result.status === 'running') return;
      stop();
      resolve(result);
    };
    const stop = store.subscribe(look);
    look();
  });
}

const dose = (amount: number): DoseScenario => ({ ...DEFAULT_SCENARIO, amount });

describe('runs of doses for views', () => {
  it('come for both letters, and the last one that was wanted counts', async () => {
    const store = doseStoreOf({ pkModels, parameters });
    store.want('A', dose(0.1));
    store.want('A', dose(0.5));
    store.want('B', dose(1));
    const [a, b] = await Promise.all([settled(store, 'A'), settled(store, 'B')]);
    expect(a.run?.scenario.amount).toBe(0.5);
    expect(b.run?.scenario.amount).toBe(1);
    store.want('B', null);
    expect(store.getState().B.run).toBeNull();
  });

  it('keep the last good one and say why when a dose cannot be computed', async () => {
    const source: { -readonly [K in keyof PkSource]: PkSource[K] } = { pkModels, parameters };
    const store = doseStoreOf(source);
    store.want('A', dose(0.5));
    const good = await settled(store, 'A');
    source.parameters = [];
    store.want('A', dose(0.6));
    expect(store.getState().A).toMatchObject({ status: 'running', run: good.run });
    const failed = await settled(store, 'A');
    expect(failed.status).toBe('failed');
    expect(failed.run).toBe(good.run);
    expect(failed.failure).not.toBeNull();
    // What was computed before is still known.
    store.want('A', dose(0.5));
    expect(store.getState().A).toMatchObject({ status: 'ready', failure: null });
  });
});
