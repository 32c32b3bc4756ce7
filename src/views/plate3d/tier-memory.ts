/**
 * What this device remembers about drawing in three dimensions: the tier that a measurement chose. That it was too slow is remembered
 * only while the tab is open, since it may have been busy. A refusal to store is not an error.
 */

const KEY = 'bouton.plate-tier';

export type MeasuredTier = 'high' | 'low' | 'slow';

/** The remembered tier, or null when none was measured or storage is forbidden. */
export function rememberedTier(): MeasuredTier | null {
  try {
    if (window.sessionStorage.getItem(KEY) === 'slow') return 'slow';
    const stored = window.localStorage.getItem(KEY);
    return stored === 'high' || stored === 'low' ? stored : null;
  } catch {
    return null;
  }
}

export function rememberTier(tier: MeasuredTier): void {
  try {
    if (tier === 'slow') window.sessionStorage.setItem(KEY, tier);
    else window.localStorage.setItem(KEY, tier);
  } catch {
    // Storage may be forbidden (embedded pages, private windows): it is measured again next time.
  }
}

/** Forgets the measurement, so that the next picture is measured anew. */
export function forgetTier(): void {
  try {
    window.sessionStorage.removeItem(KEY);
    window.localStorage.removeItem(KEY);
  } catch {
    // See above.
  }
}
