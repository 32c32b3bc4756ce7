/**
 * Every keyboard shortcut, declared once. The listeners, the help dialog and the documentation all read this list, so none of them
 * can promise a key that another does not know.
 */
import type { WalkCommand } from './walk';

/** Where a shortcut works: on the whole page, or only while the map, the panel, the score or a dialog has the focus. */
export type ShortcutScope = 'page' | 'map' | 'panel' | 'score' | 'dialog';

export type ShortcutId =
  | 'find'
  | 'undo'
  | 'redo'
  | 'help'
  | 'panes'
  | WalkCommand
  | 'open'
  | 'leave'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'return'
  | 'nextEdge'
  | 'previousEdge'
  | 'nextTick'
  | 'previousTick'
  | 'nextRow'
  | 'previousRow'
  | 'firstMoment'
  | 'lastMoment'
  | 'play'
  | 'close';

export interface Shortcut {
  readonly id: ShortcutId;
  readonly scope: ShortcutScope;
  /**
   * Alternatives, each a chord such as "Ctrl+Shift+z": modifiers, then the key as `KeyboardEvent.key` names it. "Ctrl" also stands
   * for the Command key.
   */
  readonly keys: readonly string[];
  /** Key of its words in the catalogue, under `keys.actions`. */
  readonly message: ShortcutId;
  /** Those of its chords that work even while the reader is typing in a field. */
  readonly whileTyping: readonly string[];
}

function shortcut(scope: ShortcutScope, id: ShortcutId, keys: readonly string[], whileTyping: readonly string[] = []): Shortcut {
  return { id, scope, keys, message: id, whileTyping };
}

export const SHORTCUTS: readonly Shortcut[] = [
  shortcut('page', 'find', ['/', 'Ctrl+k'], ['Ctrl+k']),
  shortcut('page', 'undo', ['Ctrl+z']),
  shortcut('page', 'redo', ['Ctrl+Shift+z', 'Ctrl+y']),
  shortcut('page', 'help', ['?']),
  shortcut('page', 'panes', ['F6'], ['F6']),
  shortcut('map', 'forward', ['ArrowRight']),
  shortcut('map', 'back', ['ArrowLeft']),
  shortcut('map', 'nextSibling', ['ArrowDown']),
  shortcut('map', 'previousSibling', ['ArrowUp']),
  shortcut('map', 'nextConnection', ['n']),
  shortcut('map', 'previousConnection', ['p']),
  shortcut('map', 'first', ['Home']),
  shortcut('map', 'last', ['End']),
  shortcut('map', 'open', ['Enter', ' ']),
  shortcut('map', 'leave', ['Escape']),
  shortcut('map', 'zoomIn', ['+', '=']),
  shortcut('map', 'zoomOut', ['-']),
  shortcut('map', 'fit', ['0']),
  shortcut('panel', 'return', ['Escape']),
  shortcut('score', 'nextEdge', ['ArrowRight']),
  shortcut('score', 'previousEdge', ['ArrowLeft']),
  shortcut('score', 'nextTick', ['Shift+ArrowRight']),
  shortcut('score', 'previousTick', ['Shift+ArrowLeft']),
  shortcut('score', 'nextRow', ['ArrowDown']),
  shortcut('score', 'previousRow', ['ArrowUp']),
  shortcut('score', 'firstMoment', ['Home']),
  shortcut('score', 'lastMoment', ['End']),
  shortcut('score', 'play', [' ']),
  shortcut('dialog', 'close', ['Escape']),
];

/** What a listener knows of a key press; a DOM `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface Chord {
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** Whether a press is one sign without Ctrl or Command: such keys can be switched off for those who speak or tremble into them. */
export function isSingleSign({ key, ctrlKey, metaKey }: KeyPress): boolean {
  return key.length === 1 && !ctrlKey && !metaKey;
}

/** A chord taken apart. The key itself may be "+". */
export function chordOf(text: string): Chord {
  const parts = /^((?:(?:Ctrl|Shift)\+)*)(.+)$/.exec(text);
  const modifiers = parts?.[1] ?? '';
  return { ctrl: modifiers.includes('Ctrl'), shift: modifiers.includes('Shift'), key: parts?.[2] ?? text };
}

/** The shortcut that a key press means in a scope, or null. `typing` says that the focus is in a text field. */
export function shortcutFor(press: KeyPress, scope: ShortcutScope, typing = false): ShortcutId | null {
  if (press.altKey) return null;
  const found = SHORTCUTS.find(
    (item) => item.scope === scope && (typing ? item.whileTyping : item.keys).some((text) => pressed(press, chordOf(text))),
  );
  return found?.id ?? null;
}

function pressed(press: KeyPress, chord: Chord): boolean {
  if (chord.ctrl !== (press.ctrlKey || press.metaKey)) return false;
  if (press.key.toLowerCase() !== chord.key.toLowerCase()) return false;
  // Signs such as "?" and "+" need Shift on some keyboards and not on others.
  const sign = /^[^\p{L}\s]$/u.test(chord.key);
  return sign || chord.shift === press.shiftKey;
}
