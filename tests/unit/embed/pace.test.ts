/** What comes in a rush is done in order, together, and only so much of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueue, paced } from '../../../src/embed/pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an act that is asked for often', () => {
  it('is done at once, then once a gap, and the last wish is followed', () => {
    const done: number[] = [];
    let wish = 0;
    const act = paced(() => done.push(wish), 100);
    for (wish = 1; wish <= 50; wish += 1) {
      act();
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expect(done[0]).toBe(1);
    expect(done.at(-1)).toBe(50);
    expect(done.length).toBeLessThanOrEqual(7);
    wish = 99;
    act();
    expect(done.at(-1)).toBe(99);
    act();
    act.stop();
    vi.advanceTimersByTime(1_000);
    expect(done.filter((item) => item === 99)).toHaveLength(1);
  });
});

describe('a queue', () => {
  it('keeps the order, takes no more than it may, and takes again when some are done', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const take = createQueue(
      (item: number) => {
        begun.push(item);
        if (item === 2) return Promise.reject(new Error('one that fails'));
        return new Promise<void>((end) => ends.push(end));
      },
      { most: 3, gap_ms: 50 },
    );
    expect([1, 2, 3, 4].map(take)).toEqual([true, true, true, false]);
    await vi.advanceTimersByTimeAsync(60);
    expect(begun).toEqual([1, 2, 3]);
    // The one that failed has left its place to another.
    expect([5, 6].map(take)).toEqual([true, false]);
    for (const end of ends) end();
    await vi.advanceTimersByTimeAsync(60);
    expect([7, 8].map(take)).toEqual([true, true]);
    await vi.advanceTimersByTimeAsync(60);
    expect(begun).toEqual([1, 2, 3, 5, 7, 8]);
  });
});
