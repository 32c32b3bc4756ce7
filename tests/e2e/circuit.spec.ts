/** The circuit level in a browser: what is simulated follows the explanation, measured marks lead to their papers, keys and ways onward. */
import type { Page } from '@playwright/test';
import { expect, open, query, test } from './page';

const VIEW = 'v=1&level=circuit';

/** Waits until the numbers belong to the settings that are shown. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('#panel [data-result][data-ready="true"]')).toBeAttached({ timeout: 30_000 });
}

test('another place of the block gives another answer, and the route follows', async ({ page, faults }) => {
  // Three runs of the network, one after the other.
  test.slow();
  await open(page, VIEW);
  await settled(page);
  const verdict = page.locator('#panel [data-result] [data-first]');
  const first = await verdict.getAttribute('data-first');
  await expect(page.locator('[data-circuit] [data-on="true"]')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Only on inhibitory cells' }).check();
  await expect(verdict).not.toHaveAttribute('data-first', first ?? '', { timeout: 30_000 });
  await settled(page);
  expect(query(page).get('site')).toBe('interneurons');
  await expect(page.locator('[data-connection="pv-pyr"][data-on="true"]')).toBeAttached();
  await expect(page.locator('[data-drug]')).toHaveCount(2);
  await page.getByRole('radio', { name: 'On no NMDA receptor of this circuit' }).check();
  await expect(page.locator('#panel [data-result]')).toContainText('Ketamine reaches no receptor', { timeout: 30_000 });
  await expect(page.locator('[data-drug]')).toHaveCount(0);
  expect(faults.messages).toEqual([]);
});

test('a measured change leads to its paper; cells are one tab stop, arrows move, and a cell leads to its synapse', async ({ page }) => {
  await open(page, VIEW);
  await settled(page);
  const mark = page.locator('#panel [data-mark="ali-sst"]');
  await expect(mark).toBeVisible();
  await mark.click();
  await expect(page.locator('#panel')).toContainText('Ali');
  expect(query(page).get('sel')).toContain('ali2020');

  const cells = page.locator('[data-circuit] button[data-cell]');
  const names = await cells.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-cell')));
  expect(names).toEqual(
    await page.locator('[data-cell-drawn]').evaluateAll((items) => items.map((item) => item.getAttribute('data-cell-drawn'))),
  );
  await expect(page.locator('[data-circuit] button[data-cell][tabindex="0"]')).toHaveCount(1);
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#panel h1')).toHaveText('Parvalbumin cell');
  expect(query(page).get('cc')).toBe('pv');
  await page.locator('#panel').getByRole('link', { name: 'NMDA receptors on this cell' }).click();
  await expect(page.locator('#panel h1')).toContainText('PV interneurons');
  expect(query(page).get('level')).toBe('synapse');
});

test('the habenula says what it does not reproduce, and stress makes it burst', async ({ page }) => {
  await open(page, `${VIEW}&cir=habenula`);
  await settled(page);
  await expect(page.locator('#panel [data-regime]')).toHaveAttribute('data-regime', 'silent');
  await page.getByRole('checkbox', { name: /^Stress/ }).check();
  await expect(page.locator('#panel [data-regime]')).toHaveAttribute('data-regime', 'burst', { timeout: 30_000 });
  await expect(page.locator('#panel [data-result]')).toContainText('not reproduced');
  await expect(page.locator('#panel [data-plasma]')).toBeAttached();
});

test('a page that may start no worker keeps the drawing and says why there are no numbers', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', {
      value: function Refused() {
        throw new Error('refused here');
      },
    });
  });
  await open(page, VIEW);
  await expect(page.locator('[data-circuit] [role="alert"]')).toContainText('refused here');
  await expect(page.locator('[data-cell-drawn]')).toHaveCount(4);
});
