import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HISTORY_GAP_MS, createHistoryPolicy } from '../../../src/explorer/history';

describe('history policy', () => {
  it('pushes for navigation and replaces for the rest', () => {
    const policy = createHistoryPolicy();
    expect(policy.due(0)).toEqual({ kind: 'none' });
    policy.note('navigation');
    expect(policy.due(0)).toEqual({ kind: 'push' });
    policy.note('adjustment');
    expect(policy.due(1_000)).toEqual({ kind: 'replace' });
    policy.note('travel');
    expect(policy.due(2_000)).toEqual({ kind: 'replace' });
    expect(policy.due(3_000)).toEqual({ kind: 'none' });
  });

  it('asks to wait within a quarter of a second, and remembers an owed push', () => {
    const policy = createHistoryPolicy();
    policy.note('adjustment');
    policy.due(1_000);
    policy.note('navigation');
    expect(policy.due(1_100)).toEqual({ kind: 'wait', ms: 150 });
    policy.note('adjustment');
    expect(policy.due(1_250)).toEqual({ kind: 'push' });
  });

  it('tells whether what is given up was an entry of its own', () => {
    const policy = createHistoryPolicy();
    policy.note('adjustment');
    expect(policy.drop()).toBe(false);
    policy.note('navigation');
    policy.due(1_000);
    policy.note('navigation');
    expect(policy.due(1_100)).toEqual({ kind: 'wait', ms: 150 });
    expect(policy.drop()).toBe(true);
    expect(policy.due(1_250)).toEqual({ kind: 'none' });
  });

  it('is not held up by a clock that goes backwards', () => {
    const policy = createHistoryPolicy();
    policy.note('navigation');
    policy.due(1_000_000);
    policy.note('navigation');
    expect(policy.due(5)).toEqual({ kind: 'push' });
  });

  it('never writes more than four times in any second, and never forgets the last change', () => {
    const effects = fc.constantFrom('navigation' as const, 'adjustment' as const, 'view' as const, 'travel' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(effects, fc.nat(400)), { maxLength: 100 }), (changes) => {
        const policy = createHistoryPolicy();
        const writes: number[] = [];
        let at = 0;
        const ask = (): void => {
          const { kind } = policy.due(at);
          if (kind === 'push' || kind === 'replace') writes.push(at);
        };
        for (const [effect, pause] of changes) {
          at += pause;
          policy.note(effect);
          ask();
        }
        at += HISTORY_GAP_MS;
        ask();
        expect(policy.due(at)).toEqual({ kind: 'none' });
        for (const [index, write] of writes.entries()) {
          expect(writes.filter((other) => other >= write && other < write + 1_000).length, `after write ${index}`).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});
