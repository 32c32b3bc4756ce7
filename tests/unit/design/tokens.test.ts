import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, mix } from '../../../src/design/colour-math';
import { GROUNDS, THEMES, TINTS } from '../../../src/design/names';
import { tokensCss } from '../../../src/design/tokens-css';
import { tokensOf } from '../../../src/design/tokens';
import { GROUNDS as MODEL_GROUNDS, TINTS as MODEL_TINTS } from '../../../src/model/schema/view';

const get = (theme: (typeof THEMES)[number], name: string): string => {
  const hex = tokensOf(theme).get(name);
  if (hex === undefined) throw new Error(`no token ${name}`);
  return hex;
};
const CHROME = ['paper', 'sheet', 'inset'];
const lowest = (theme: (typeof THEMES)[number], name: string, on: readonly string[]): number =>
  Math.min(...on.map((ground) => contrast(get(theme, name), get(theme, ground))));

describe('tokens.css', () => {
  it('is what tokens.ts says', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../src/design/tokens.css'), 'utf8')).toBe(tokensCss());
  });

  it('names the same properties in both themes', () => {
    expect([...tokensOf('lecture').keys()]).toEqual([...tokensOf('paper').keys()]);
  });
});

describe('names', () => {
  it('repeat the tints and grounds of the pack schema', () => {
    expect([...TINTS]).toEqual([...MODEL_TINTS]);
    expect(GROUNDS.filter((ground) => ground !== 'lumen')).toEqual([...MODEL_GROUNDS]);
  });
});

describe('contrast arithmetic', () => {
  it('gives 21 for black on white and 1 for a colour on itself, in either order', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 6);
    expect(contrast('#a8154f', '#a8154f')).toBe(1);
  });

  it('refuses what is not #rrggbb', () => {
    expect(() => contrast('red', '#ffffff')).toThrow(RangeError);
  });

  it('mixes as color-mix in oklab does', () => {
    // The art direction states #666a6b for ink at 62 % on paper.
    expect(mix('#1d2226', '#f4f3ee', 0.62)).toBe('#666a6b');
    expect(mix('#1d2226', '#f4f3ee', 1)).toBe('#1d2226');
    expect(mix('#1d2226', '#f4f3ee', 0)).toBe('#f4f3ee');
  });
});

describe.each(THEMES)('contrast in the %s theme', (theme) => {
  it.each([
    ['ink', 12],
    ['ink-2', 7],
    ['ink-3', 4.5],
    ['focus', 5],
    ['rule-strong', 3],
  ] as const)('%s reaches its ratio on paper, sheet and inset', (name, ratio) => {
    expect(lowest(theme, name, CHROME)).toBeGreaterThanOrEqual(ratio);
  });

  it.each(GROUNDS)('text reads on the ground %s', (ground) => {
    expect(lowest(theme, 'ink', [`ground-${ground}`])).toBeGreaterThanOrEqual(9);
    expect(lowest(theme, 'ink-2', [`ground-${ground}`])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('an edge off the route keeps 3:1 on the ground %s', (ground) => {
    expect(lowest(theme, 'edge-off', [`ground-${ground}`])).toBeGreaterThanOrEqual(3);
  });

  it.each(TINTS)('the line colour of %s can carry text', (tint) => {
    expect(lowest(theme, `line-${tint}`, CHROME)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TINTS)('text on a score bar of %s reads', (tint) => {
    expect(lowest(theme, `on-bar-${tint}`, [`bar-${tint}`])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('an actor stands out from the ground %s by its outline or its fill', (ground) => {
    const places = ['spine', 'terminal', 'nucleus', 'inhibitory', 'neutral'];
    const by = (tint: string): number =>
      Math.max(lowest(theme, 'outline', [`ground-${ground}`]), lowest(theme, `fill-${tint}`, [`ground-${ground}`]));
    expect(TINTS.filter((tint) => !places.includes(tint) && by(tint) < 3)).toEqual([]);
  });
});
