/** Keyboard shortcuts in words, for the help dialog and the documentation. */
import { chordOf, SHORTCUTS, type ShortcutScope } from '../explorer/shortcuts';
import type { Messages } from './messages';

/** The names on the keys of a chord: ["Ctrl", "Shift", "Z"]. */
export function chordKeys(chord: string, messages: Messages): readonly string[] {
  const names = messages.keys.names;
  const { ctrl, shift, key } = chordOf(chord);
  const named: Readonly<Record<string, string>> = {
    ArrowRight: names.arrowRight,
    ArrowLeft: names.arrowLeft,
    ArrowUp: names.arrowUp,
    ArrowDown: names.arrowDown,
    Enter: names.enter,
    Escape: names.escape,
    Home: names.home,
    End: names.end,
    ' ': names.space,
  };
  return [...(ctrl ? [names.control] : []), ...(shift ? [names.shift] : []), named[key] ?? key.toUpperCase()];
}

export interface ShortcutHelp {
  readonly scope: ShortcutScope;
  readonly title: string;
  /** Each action once, with all its chords. */
  readonly actions: readonly { readonly id: string; readonly text: string; readonly chords: readonly (readonly string[])[] }[];
}

/** Every shortcut in words, by the place where it works. */
export function shortcutHelp(messages: Messages): readonly ShortcutHelp[] {
  const scopes = [...new Set(SHORTCUTS.map((item) => item.scope))];
  return scopes.map((scope) => {
    const actions = SHORTCUTS.filter((item) => item.scope === scope).map((item) => ({
      id: item.id,
      text: messages.keys.actions[item.message],
      chords: item.keys.map((key) => chordKeys(key, messages)),
    }));
    return { scope, title: messages.keys.scopes[scope], actions };
  });
}
