/**
 * The keys of present mode, declared once: the listener, the list that "?" shows and the documentation read this table. Clickers send
 * PageDown and PageUp, some also "b" and ".". They work only while presenting, and never while something is typed.
 */

export const COMMANDS = [
  'next',
  'previous',
  'first',
  'last',
  'black',
  'white',
  'jump',
  'laser',
  'spotlight',
  'freeze',
  'timer',
  'speaker',
  'help',
  'leave',
] as const;
export type Command = (typeof COMMANDS)[number];

export const KEYS: Readonly<Record<Command, readonly string[]>> = {
  next: ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'n'],
  previous: ['PageUp', 'ArrowLeft', 'ArrowUp', 'p'],
  first: ['Home'],
  last: ['End'],
  black: ['b', '.'],
  white: ['w'],
  jump: ['j'],
  laser: ['l'],
  spotlight: ['s'],
  freeze: ['f'],
  timer: ['t'],
  speaker: ['v'],
  help: ['?'],
  leave: ['Escape'],
};

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key; undefined for every other key and for chords, which stay with the browser. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: KeyPress): Command | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return COMMANDS.find((command) => KEYS[command].includes(name));
}

/** Things that want keys for themselves: fields, sliders, open lists and the buttons that a space presses. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], [role=slider], [role=tab], [role=menu], [role=listbox], dialog';

/** Whether a key belongs to what it was pressed in rather than to the presentation, or to what it would close. */
export function belongsTo(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'Escape' && document.querySelector(':popover-open') !== null) return true;
  if (target.closest(OWN_KEYS) !== null) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary, [role=button]') !== null;
}
