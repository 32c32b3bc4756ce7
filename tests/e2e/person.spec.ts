/** The person level in a browser: one time with the score, emphasis without loss, keyboard, safety, and what it never says. */
import type { Locator, Page } from '@playwright/test';
import { expect, open, query, test } from './page';

const VIEW = 'v=1&level=person&dose=1d';

async function ready(page: Page, more = ''): Promise<void> {
  await open(page, `${VIEW}${more}`);
  await page.locator('#scene [data-plot="standardised"] [data-axis]').waitFor({ state: 'attached' });
}

async function left(locator: Locator): Promise<number> {
  return locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return box.left + box.width / 2;
  });
}

test('plots and score share one time in every size of window; on a phone each trial has a row with its name', async ({ page, faults }) => {
  await ready(page);
  const time = page.getByRole('slider', { name: 'Time' });
  const score = page.locator('#scene [data-size] [class*="playhead"]');
  const plots = page.locator('[data-level="person"] [class*="playhead"]').first();
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [1920, 1080],
    [640, 400],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const key of ['End', 'Home', 'End', 'Shift+ArrowLeft']) {
      await time.press(key);
      if (key === 'Home') {
        // After one spike: the plots have no such time, and show no playhead rather than a wrong one.
        await expect(plots).toHaveCount(0);
        continue;
      }
      await expect(plots).toBeAttached();
      await expect.poll(async () => Math.abs((await left(score)) - (await left(plots))), { message: `${width}` }).toBeLessThan(1);
    }
  }
  const rows = page.locator('#scene [data-plot="standardised"] li');
  expect(await rows.count()).toBeGreaterThan(5);
  await expect(rows.filter({ hasText: 'nine trials pooled' })).toContainText('n 234');
  const cut = await page
    .locator('#scene [data-mark]')
    .evaluateAll((items) => items.filter((item) => item.scrollWidth > item.clientWidth + 1).map((item) => item.textContent));
  expect(cut).toEqual([]);
  // What the drug was compared with is chosen from a list where joined buttons would be cut.
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption('midazolam');
  await expect.poll(() => query(page).get('arm')).toBe('midazolam');
  expect(faults.messages).toEqual([]);
});

test('switching the control brings trials forward, removes none, and failed ones keep their ink', async ({ page }) => {
  await ready(page);
  /** Every mark with where it stands, whatever is drawn over what. */
  const marks = (): Promise<string[]> =>
    page
      .locator('[data-level="person"] [data-mark]')
      .evaluateAll((items) =>
        items
          .map(
            (item) => `${item.getAttribute('data-mark') ?? ''} ${item.querySelector('rect:not([data-selected])')?.getAttribute('x') ?? ''}`,
          )
          .sort(),
      );
  const before = await marks();
  expect(before.length).toBeGreaterThan(30);
  const tones = new Set<string>();
  for (const arm of ['Saline', 'Midazolam', 'Anaesthesia', 'ECT', 'Spray']) {
    await page.locator('[data-level="person"]').getByRole('radio', { name: arm, exact: true }).check();
    expect(await marks()).toEqual(before);
    await expect(page.locator('[data-failed="true"][data-tone="rest"]')).toHaveCount(0);
    tones.add(String(await page.locator('[data-level="person"] [data-tone="rest"][data-mark]').count()));
  }
  expect(tones.size).toBeGreaterThan(1);
  await expect.poll(() => query(page).get('arm')).toBe('spray');
});

test('marks are gone through by keys, told with value and source, and open their record', async ({ page }) => {
  await ready(page);
  const plot = page.getByRole('listbox', { name: /^Effect size: 7 results/ });
  await plot.focus();
  await plot.press('End');
  const active = await plot.getAttribute('aria-activedescendant');
  const option = page.locator(`[id="${active ?? ''}"]`);
  await expect(option).toHaveAttribute('aria-label', /Second crossover|second crossover/);
  await expect(option).toHaveAttribute('aria-label', /0\.13 to 1\.23.*still to be checked.*Zarate/);
  await plot.press('Enter');
  await expect.poll(() => query(page).get('sel')).toBe('curve:zarate2006');
  await expect(page.locator('#panel h1')).toHaveText('NIMH crossover in TRD');
});

test('safety has as many rows as the evidence, a strip of figures, and no advice', async ({ page }) => {
  await ready(page);
  const panel = page.locator('#panel');
  const rows = (title: RegExp): Locator =>
    panel
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title }) })
      .locator('> ul > li');
  await expect(rows(/^Safety/)).toHaveCount(5);
  await expect(rows(/^Evidence/)).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'Safety, beyond the plots' }).getByRole('listitem')).toHaveCount(5);
  await expect(page.locator('[data-level="person"]')).toContainText(
    'It is not treatment advice. If you are in danger, call your local emergency number.',
  );
});

test('what is modelled and what is drawn says so, with the measurement that disagrees beside it', async ({ page }) => {
  await ready(page, '&out=depression');
  const stage = page.locator('[data-level="person"]');
  await expect(stage).toContainText('plasma ketamine, ng/mL; modelled');
  await expect(stage).toContainText('modelled from rat binding');
  await expect(stage).toContainText('of its size at one day, illustrative');
  await expect(stage).toContainText('measured 185 ng/mL');
  await stage.getByRole('link', { name: /no consistent change/ }).click();
  await expect.poll(() => query(page).get('sel')).toBe('reference:vanderaart2018');
});

test('a link of the chain from drug to mood opens its claim in the cell', async ({ page }) => {
  await ready(page);
  await page.getByRole('link', { name: /^Spine density.*Contested evidence/ }).click();
  await expect.poll(() => query(page).get('sel')).toBe('claim:spine_density--affect_state');
  await expect(page.locator('#panel h1')).toBeVisible();
});

test('a pack without clinical records has no person level', async ({ page }) => {
  await open(page, 'pack=ltp&v=1&level=person');
  await expect(page.locator('[data-level="person"]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Person', exact: true })).toHaveCount(0);
});
