/** What this device remembers: the theme. Nothing else is stored, and a refusal to store is not an error. */
import type { Theme } from '../explorer/state';

const KEY = 'bouton.theme';

/** The remembered theme, else the one the system asks for. Used only when the address names no view. */
export function preferredTheme(): Theme {
  try {
    const stored = window.localStorage.getItem(KEY);
    if (stored === 'paper' || stored === 'lecture') return stored;
  } catch {
    // Storage may be forbidden (embedded pages, private windows): the system's wish still counts.
  }
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'lecture' : 'paper';
}

export function rememberTheme(theme: Theme): void {
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // See above: forgetting the theme is harmless.
  }
}
