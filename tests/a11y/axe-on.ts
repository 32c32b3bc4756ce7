/** axe as our tests use it: as strong as usual on pages without frames of other origins, at a quarter of its cost. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A theme changes colours and nothing else: the dark one is held against the rules that look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The page must hold no frames of other origins, for which alone axe opens a second page and sends it all that it found. */
export function axeOn(page: Page, theme: 'paper' | 'lecture' = 'paper'): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  return theme === 'paper'
    ? axe.options({ resultTypes: ['violations'] })
    : axe.options({ resultTypes: ['violations'], runOnly: { type: 'rule', values: COLOUR_RULES } });
}
