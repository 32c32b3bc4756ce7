import type { Page } from '@playwright/test';
import { expect, open, query, test } from './page';

const LEVEL = 'v=1&level=receptor';

/** Opens the level without the live picture: what is tested here works the same on the drawn plate. */
async function openLevel(page: Page, more = 'tier=none'): Promise<void> {
  await open(page, `${LEVEL}&${more}`);
  await page.getByRole('heading', { level: 2, name: /receptor$/ }).waitFor();
}

const plate = (page: Page) => page.getByRole('img', { name: /in its membrane/ });

test('the receptor is a place on the ruler and in the address', async ({ page, faults }) => {
  await open(page, 'v=1');
  await page.getByRole('navigation').getByRole('button', { name: 'Receptor', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'NMDA receptor' })).toBeVisible();
  await expect.poll(() => query(page).get('level')).toBe('receptor');
  expect(faults.messages).toEqual([]);
  expect(faults.foreign).toEqual([]);
});

test('states are reached, said in words, drawn, and lit in the scheme', async ({ page }) => {
  await openLevel(page);
  await expect(plate(page)).toHaveAccessibleName(/every site at once, not a state/);
  const list = page.getByRole('region', { name: 'State' });
  for (const [name, drawn] of [
    ['Open', /State: Open, Ca2\+ and Na\+ pass/],
    ['Plugged by Mg2+', /State: Plugged by Mg2\+, gate (open|shut)/],
    ['Ketamine in the pore', /State: Ketamine in the pore, gate open/],
    ['Ketamine trapped', /State: Ketamine trapped, behind a shut gate/],
    ['Resting', /State: Resting, gate shut/],
  ] as const) {
    await list.getByRole('button', { name: new RegExp(`^${name.replace('+', '\\+')}`) }).click();
    await expect(plate(page)).toHaveAccessibleName(drawn);
    await expect(list.locator('[aria-current="true"]')).toHaveText(new RegExp(`^${name.replace('+', '\\+')}`));
  }
  await page.getByRole('tab', { name: 'Scheme' }).click();
  await page.getByRole('button', { name: 'Next opening' }).click();
  await expect(page.getByRole('img', { name: '24 states and 52 transitions. The channel is in O.' })).toBeVisible();
  await list.getByRole('button', { name: /^Ketamine trapped/ }).click();
  await expect(page.getByRole('img', { name: /The channel is in \w+_K\./ })).toBeVisible();
});

test('the next opening stops at an opening, and the one before comes back; playing moves the playhead, pausing stops it', async ({
  page,
}) => {
  await openLevel(page);
  const head = page.getByRole('slider', { name: 'Playhead of the recording' });
  await page.getByRole('button', { name: 'Next opening' }).click();
  await expect(plate(page)).toHaveAccessibleName(/State: Open/);
  const first = await head.getAttribute('aria-valuetext');
  await page.getByRole('button', { name: 'Next opening' }).click();
  await expect(head).not.toHaveAttribute('aria-valuetext', first ?? '');
  await page.getByRole('button', { name: 'Previous opening' }).click();
  await expect(head).toHaveAttribute('aria-valuetext', first ?? '');

  await page.getByRole('button', { name: 'Play channel' }).click();
  await expect(head).not.toHaveAttribute('aria-valuetext', first ?? '');
  await page.getByRole('button', { name: 'Pause channel' }).click();
  const stopped = await head.getAttribute('aria-valuetext');
  await page.getByRole('tab', { name: 'Scheme' }).click();
  await page.getByRole('tab', { name: 'Current' }).click();
  await expect(head).toHaveAttribute('aria-valuetext', stopped ?? '');
});

test('a longer recording gives histograms beside the prediction', async ({ page }) => {
  await openLevel(page, 'tier=none&mgc=0&ket=0');
  await page.getByRole('tab', { name: 'Dwell times' }).click();
  await expect(page.getByText(/of the 100 events needed/)).toBeVisible();
  await page.getByRole('button', { name: 'Record 5 more minutes' }).click();
  await expect(page.getByRole('img', { name: /^Open times, [\d,]+ openings\. The scheme predicts a mean of 2\.8/ })).toBeVisible();
  const row = page.getByRole('row', { name: /^Mean open time/ });
  await expect(row).toContainText('±');
  const [seen, predicted] = (await row.getByRole('cell').allTextContents()).map(Number.parseFloat);
  expect(Math.abs((seen ?? 0) - (predicted ?? 1)) / (predicted ?? 1)).toBeLessThan(0.1);
});

test('subunit, glutamate and drug are kept in the address', async ({ page }) => {
  await openLevel(page);
  await page.getByText('2D', { exact: true }).click();
  await page.getByLabel('Glutamate', { exact: true }).selectOption('2');
  await expect.poll(() => query(page).get('sub')).toBe('2D');
  await expect.poll(() => query(page).get('glu')).toBe('0.1');
  await page.getByRole('tab', { name: 'Rates' }).click();
  await expect(page.getByRole('table', { name: 'Transitions of the scheme' }).getByRole('row')).toHaveCount(23);
  await page.reload();
  await expect(page.getByRole('radio', { name: '2D' })).toBeChecked();
});

test('the reader is told that nothing opens without glutamate, and that a free voltage is held here', async ({ page }) => {
  await openLevel(page, 'tier=none&glu=0&mv=free');
  await expect(page.getByText('Without glutamate this channel never opens.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next opening' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/leaves its voltage free.*held at one, here \u221240 mV/)).toBeVisible();
});

test('what is in view is listed, a part opens its card, and AMPA and mGlu5 stand beside it for contrast', async ({ page }) => {
  await openLevel(page);
  const panel = page.locator('#panel');
  await panel.getByRole('link', { name: 'Ketamine site' }).click();
  await expect(panel.getByRole('heading', { level: 1, name: 'Ketamine site' })).toBeVisible();
  await expect.poll(() => query(page).get('sel')).toBe('part:ketamineSite');
  await panel.getByText('Back to the overview').click();

  await page.getByText('AMPA', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'AMPA receptor' })).toBeVisible();
  await page.getByRole('button', { name: 'Next opening' }).click();
  await expect(plate(page)).toHaveAccessibleName(/State: Open, Na\+ passes/);
  await page.getByText('mGlu5', { exact: true }).first().click();
  await expect(page.getByText(/opens no channel/)).toBeVisible();
  // What can be named is what is drawn.
  await expect(panel.getByRole('link', { name: 'Flytraps' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Ketamine site' })).toHaveCount(0);
  await expect(page.getByText(/a teaching constant/).first()).toBeVisible();
});

test('with reduced motion playing goes from event to event', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLevel(page);
  const head = page.getByRole('slider', { name: 'Playhead of the recording' });
  const before = await head.getAttribute('aria-valuetext');
  await page.getByRole('button', { name: 'Play channel' }).click();
  await expect(head).not.toHaveAttribute('aria-valuetext', before ?? '', { timeout: 10_000 });
});

test('the live picture stands in for the drawn one when it is there', async ({ page }) => {
  // Software draws a smaller picture sooner.
  await page.setViewportSize({ width: 1024, height: 640 });
  await openLevel(page, 'tier=low');
  await expect(page.locator('canvas[data-live="true"]')).toBeAttached({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Next opening' }).click();
  await expect(plate(page)).toHaveAccessibleName(/State: Open/);
  // The other two receptors are drawn in the same picture.
  for (const name of ['AMPA', 'mGlu5']) {
    const canvas = page.locator('canvas[data-live="true"]');
    const before = Number(await canvas.getAttribute('data-frames'));
    await page.getByText(name, { exact: true }).first().click();
    await expect.poll(async () => Number(await canvas.getAttribute('data-frames')), { timeout: 20_000 }).toBeGreaterThan(before);
  }
});
