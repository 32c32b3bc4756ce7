import { describe, expect, it } from 'vitest';
import { nextRow } from '../../../src/design/menu';

const ROWS = ['Copy link', 'Lecture theme', 'Print', 'Present'];

describe('keys in a menu', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowUp', 0, 3],
    ['ArrowUp', -1, 3],
    ['Home', 2, 0],
    ['End', 1, 3],
    ['p', 0, 2],
    ['P', 2, 3],
    ['p', 3, 2],
    ['l', -1, 1],
  ] as const)('%s from row %i leads to row %i', (key, at, to) => {
    expect(nextRow(key, at, ROWS)).toBe(to);
  });

  it.each(['Tab', ' ', 'x', 'Enter'])('%s leads nowhere', (key) => {
    expect(nextRow(key, 0, ROWS)).toBeNull();
  });

  it('does nothing in an empty menu', () => {
    expect(nextRow('ArrowDown', -1, [])).toBeNull();
  });
});
