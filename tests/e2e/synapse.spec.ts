/** The synapse level: what is drawn is what the engine says, and everything can be done without seeing the picture. */
import { expect, open, query, test } from './page';
import type { Page } from '@playwright/test';

test.describe.configure({ timeout: 180_000 });

const stage = '[data-open-ampa]';
const LEVEL = 'v=1&level=synapse&tier=none';

/** Waits until the run of the bench is there. */
async function ready(page: Page, more = ''): Promise<void> {
  await open(page, `${LEVEL}${more}`);
  await page.locator(stage).waitFor({ timeout: 120_000 });
}

async function numbers(page: Page): Promise<Record<string, number>> {
  const data = await page.locator(stage).evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Number(value)]));
}

test('draws as many open receptors as the engine has open, at every moment of a run', async ({ page, faults }) => {
  await ready(page, '&seed=1');
  const listed = page.getByRole('link', { name: /AMPA receptors/ });
  const open: number[] = [];
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageUp', 'End']) {
    await page.getByRole('slider', { name: 'Moment after the spike' }).press(key);
    const now = await numbers(page);
    expect(now['drawnOpenAmpa']).toBe(now['openAmpa']);
    expect(now['drawnOpenNmda']).toBe(now['openNmda']);
    await expect(listed).toContainText(`${now['openAmpa'] ?? ''} of 80 open`);
    open.push(now['openAmpa'] ?? 0);
  }
  expect(Math.max(...open)).toBeGreaterThan(3);
  expect(faults.messages).toEqual([]);
});

test('steps from moment to moment, names each and keeps the moment in the address', async ({ page }) => {
  await ready(page, '&seed=2');
  const next = page.getByRole('button', { name: 'Next moment' });
  const group = page.getByRole('group', { name: 'Moments of this run' });
  await next.click();
  await expect(group).toContainText('first AMPA receptor opens');
  expect((await numbers(page))['openAmpa']).toBe(1);
  await expect.poll(() => query(page).has('at')).toBe(true);
  await next.click();
  await expect(group).not.toContainText('first AMPA receptor opens');
  await page.getByRole('button', { name: 'Previous moment' }).click();
  await expect(group).toContainText('first AMPA receptor opens');
});

test('Fire spike plays the run in slow motion, says how slow, and can be paused', async ({ page }) => {
  await ready(page);
  await page.getByRole('button', { name: 'Fire spike' }).last().click();
  await expect(page.getByText('slowed 2,000 times')).toBeVisible();
  await expect.poll(async () => (await numbers(page))['moment']).toBeGreaterThan(0.1);
  await page.getByRole('button', { name: 'Pause' }).last().click();
  const at = (await numbers(page))['moment'];
  await expect.poll(() => Number(query(page).get('at'))).toBeCloseTo(at ?? 0, 3);
});

test('with less motion it goes from moment to moment instead', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await ready(page, '&seed=1');
  await page.getByRole('button', { name: 'Fire spike' }).last().click();
  await expect(page.getByRole('group', { name: 'Moments of this run' })).toContainText('first AMPA receptor opens', { timeout: 10_000 });
});

test('a changed setting gives new curves and a new result with its spread', async ({ page }) => {
  await ready(page, '&ket=10');
  const strip = page.getByRole('region', { name: 'Bench' });
  await expect(strip).toContainText(/± \d+, .*48 pairs of runs/, { timeout: 150_000 });
  await expect(strip).toContainText(/−\d+%/);
  await page.getByRole('slider', { name: 'Ketamine' }).press('Home');
  await expect.poll(() => query(page).get('ket')).toBe('0');
  await expect(strip).toContainText('Ca2+ charge through NMDA receptors', { timeout: 60_000 });
});

test('every thing in view can be reached by keyboard, named in the picture and opened with its sources', async ({ page }) => {
  await ready(page);
  const link = page.locator('#panel').getByRole('link', { name: /^NMDA receptors/ });
  await link.focus();
  await expect(page.locator('[data-label^="hover:nmda"]')).toBeVisible();
  await link.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'NMDA receptor' })).toBeVisible();
  await expect(page.locator('#panel')).toContainText(/of 20 open/);
  await expect(page.locator('#panel')).toContainText('50 pS');
  await expect(page.locator('#panel')).toContainText(/not yet checked against its source|checked against its source/);
  expect(query(page).get('sel')).toBe('part:nmda');
});

test('the outline lists exactly the things of the picture', async ({ page }) => {
  await ready(page);
  const inView = page.locator('#panel').getByRole('heading', { name: /^In view/ });
  const count = Number(/\d+/.exec((await inView.textContent()) ?? '')?.[0]);
  await page.goto(`./?${LEVEL}&mode=outline`);
  const section = page.locator('#outline-things');
  await section.waitFor();
  await expect(section.locator('h3, li')).toHaveCount(count);
});

test('bad values in a link are refused with the range that holds', async ({ page }) => {
  await open(page, 'v=1&level=synapse&tier=none&ket=500');
  await expect(page.getByText(/ketamine concentration in µM as "500".*It takes a number from 0 to 100/)).toBeVisible();
});
