import { describe, expect, it } from 'vitest';
import { SHORTCUTS, chordOf, shortcutFor, type KeyPress } from '../../../src/explorer/shortcuts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('the list of shortcuts', () => {
  it('gives no chord two meanings in one scope', () => {
    const chords = SHORTCUTS.flatMap((item) => item.keys.map((key) => `${item.scope} ${key.toLowerCase()}`));
    expect(new Set(chords).size).toBe(chords.length);
  });

  it('answers every chord that it promises', () => {
    for (const item of SHORTCUTS) {
      for (const text of item.keys) {
        const { ctrl, shift, key } = chordOf(text);
        expect(shortcutFor(press(key, { ctrlKey: ctrl, shiftKey: shift }), item.scope)).toBe(item.id);
      }
    }
  });
});

describe('key presses', () => {
  it('take Command for Ctrl and either case', () => {
    expect(shortcutFor(press('z', { metaKey: true }), 'page')).toBe('undo');
    expect(shortcutFor(press('Z', { ctrlKey: true, shiftKey: true }), 'page')).toBe('redo');
    expect(shortcutFor(press('K', { ctrlKey: true }), 'page')).toBe('find');
  });

  it('allow Shift for signs that need it on some keyboards', () => {
    expect(shortcutFor(press('?', { shiftKey: true }), 'page')).toBe('help');
    expect(shortcutFor(press('/', { shiftKey: true }), 'page')).toBe('find');
    expect(shortcutFor(press('+', { shiftKey: true }), 'map')).toBe('zoomIn');
  });

  it('tell a step from a tick by Shift', () => {
    expect(shortcutFor(press('ArrowRight'), 'score')).toBe('nextEdge');
    expect(shortcutFor(press('ArrowRight', { shiftKey: true }), 'score')).toBe('nextTick');
    expect(shortcutFor(press('ArrowRight', { shiftKey: true }), 'map')).toBeNull();
  });

  it('leave a text field alone, except for finding', () => {
    expect(shortcutFor(press('/'), 'page', true)).toBeNull();
    expect(shortcutFor(press('z', { ctrlKey: true }), 'page', true)).toBeNull();
    expect(shortcutFor(press('k', { ctrlKey: true }), 'page', true)).toBe('find');
  });

  it('leave keys of the browser and other scopes alone', () => {
    expect(shortcutFor(press('ArrowLeft', { altKey: true }), 'map')).toBeNull();
    expect(shortcutFor(press('n', { ctrlKey: true }), 'map')).toBeNull();
    expect(shortcutFor(press('n'), 'page')).toBeNull();
  });
});
