/** What this device remembers: the theme, and whether single keys work. Nothing else is stored; a refusal to store is no error. */
import type { Theme } from '../explorer/state';

const THEME = 'bouton.theme';
const SINGLE_KEYS = 'bouton.single-keys';
/** Kept beside the storage, which may be forbidden (embedded pages, private windows). */
const now = new Map<string, string>();

function remembered(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? now.get(key) ?? null;
  } catch {
    return now.get(key) ?? null;
  }
}

function remember(key: string, value: string): void {
  now.set(key, value);
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Forgetting it with the page is harmless.
  }
}

/** The remembered theme, else the one the system asks for. Used only when the address names no view. */
export function preferredTheme(): Theme {
  const stored = remembered(THEME);
  if (stored === 'paper' || stored === 'lecture') return stored;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'lecture' : 'paper';
}

export function rememberTheme(theme: Theme): void {
  remember(THEME, theme);
}

/** Whether keys that are one sign, such as "/", work anywhere on the page. They do until the reader switches them off. */
export function singleKeys(): boolean {
  return remembered(SINGLE_KEYS) !== 'off';
}

export function rememberSingleKeys(on: boolean): void {
  remember(SINGLE_KEYS, on ? 'on' : 'off');
}
