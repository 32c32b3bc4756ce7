/**
 * What this device remembers about drawing in three dimensions: the tier that a measurement chose, and the one that its reader chose.
 * That it was too slow is remembered only while the tab is open, since it may have been busy. A refusal to store is not an error.
 */

const KEY = 'bouton.plate-tier';
const CHOICE = 'bouton.plate-choice';

/** What a reader may choose; "auto" leaves it to the measurement. */
export type TierChoice = 'auto' | 'high' | 'low' | 'none';

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

const listeners = new Set<() => void>();
/** Kept beside the storage, which may be forbidden. */
let choice: TierChoice | null = null;

function storedChoice(): TierChoice {
  try {
    const stored = window.localStorage.getItem(CHOICE);
    return stored === 'high' || stored === 'low' || stored === 'none' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

/** The tier that the reader of this device chose. */
export function chosenTier(): TierChoice {
  choice ??= storedChoice();
  return choice;
}

/** Keeps the reader's choice for all plates. Choosing "auto" has the next picture measured anew. */
export function chooseTier(tier: TierChoice): void {
  choice = tier;
  try {
    if (tier === 'auto') window.localStorage.removeItem(CHOICE);
    else window.localStorage.setItem(CHOICE, tier);
  } catch {
    // It lasts as long as the page does.
  }
  if (tier === 'auto') forgetTier();
  for (const listener of listeners) listener();
}

export function onTierChoice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
