import { describe, expect, it } from 'vitest';
import { ball, glyphParts, GLYPH_PARTS, star, type GlyphName } from '../../../src/design/glyph-shapes';
import { tokensOf } from '../../../src/design/tokens';
import { Glyph } from '../../../src/model/schema/common';

const names = Object.keys(GLYPH_PARTS) as GlyphName[];

describe('glyphs', () => {
  it('are exactly those a record may ask for', () => {
    expect(names.toSorted()).toEqual([...Glyph.options].toSorted());
  });

  it.each(names.filter((name) => name !== 'none'))('%s is drawn inside its box with colours that exist', (name) => {
    const tokens = tokensOf('paper');
    const parts = glyphParts(name);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) {
      expect(part.d).toMatch(/^M[-\d.ACHLMQSVZ\s]+$/);
      const plain = ['outline', 'ink', 'sheet', 'lumen', 'vesicleHead', 'none'];
      for (const paint of [part.fill, part.stroke]) expect(plain.includes(paint) || tokens.has(`fill-${paint}`)).toBe(true);
      for (const number of part.d.match(/-?\d*\.?\d+/g) ?? []) expect(Math.abs(Number(number))).toBeLessThanOrEqual(90);
    }
  });

  it('gives a mirrored part once on each side, the near side last', () => {
    expect(glyphParts('nmda').map((part) => [part.fill, part.flipped])).toEqual([
      ['nmda', true],
      ['nmda2', false],
    ]);
  });
});

describe('outlines', () => {
  it('closes a ball where it began', () => {
    expect(ball(2, -1, 3)).toBe('M-1 -1A3 3 0 1 1 5 -1A3 3 0 1 1 -1 -1Z');
  });

  it('gives a star two corners a point and a polygon one', () => {
    expect(star(0, 0, 6, 10, 5).match(/L/g)).toHaveLength(11);
    expect(star(0, 0, 6, 10).match(/L/g)).toHaveLength(5);
  });
});
