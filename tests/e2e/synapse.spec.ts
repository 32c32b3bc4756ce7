/** The synapse level: what is drawn is what the engine says, and everything can be done without seeing the picture. */
import { expect, open, query, test } from './page';
import type { Page } from '@playwright/test';

// The last file of the suite: its tests are shared out, so that no worker ends long before the other.
test.describe.configure({ timeout: 180_000, mode: 'parallel' });

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

test('draws as many open receptors as the engine has open, at every moment of a run, and steps through named moments', async ({
  page,
  faults,
}) => {
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

  await page.getByRole('slider', { name: 'Moment after the spike' }).press('Home');
  await expect.poll(() => query(page).has('at')).toBe(false);
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
  expect(faults.messages).toEqual([]);
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

test('curves are the mean of many runs with a band, the result says its error, and the picture that it is one run', async ({ page }) => {
  await ready(page, '&ket=10');
  const strip = page.getByRole('region', { name: 'Bench' });
  await expect(strip).toContainText(/± \d+ \(standard error\), (\d+ of )?48 pairs of runs/, { timeout: 150_000 });
  await expect(strip).toContainText(/−\d+%/);
  await expect(strip).toContainText(/The picture shows one run; the curves are the mean of \d+ runs, the band one standard error\./);
  for (const line of ['now', 'before']) await expect(strip.locator(`[data-band="${line}"]`)).toHaveAttribute('d', /^M.{40,}Z$/);
  await page.getByRole('slider', { name: 'Ketamine' }).press('Home');
  await expect.poll(() => query(page).get('ket')).toBe('0');
  await expect(strip).toContainText('Ca2+ charge through NMDA receptors', { timeout: 60_000 });
  await expect(strip).toContainText(/One run varies by ± [\d.]+ \(standard deviation\)/);
});

test('what is chosen, or pointed at in the list, dims everything else, is named and opens with its sources', async ({ page }) => {
  await ready(page);
  const dimmed = async (): Promise<number> => (await numbers(page))['dimmed'] ?? Number.NaN;
  const names = page.locator('[data-label]');
  expect(await dimmed()).toBe(0);
  expect(await names.count()).toBeGreaterThan(5);
  const link = page.locator('#panel').getByRole('link', { name: /^NMDA receptors/ });
  await link.focus();
  await expect.poll(dimmed).toBeGreaterThan(50);
  await link.blur();
  await expect.poll(dimmed).toBe(0);
  await link.click();
  await page.mouse.move(5, 5);
  const all = await dimmed();
  expect(all).toBeGreaterThan(50);
  // What is dimmed has no name.
  await expect.poll(() => names.count()).toBeLessThan(5);
  await page
    .locator('#panel')
    .getByRole('link', { name: /^AMPA receptors/ })
    .focus();
  await expect.poll(dimmed).toBe(all - 30);
  await page.getByText('Back to the overview').click();
  await expect.poll(dimmed).toBe(0);

  // All of it by keyboard.
  await link.focus();
  await expect(page.locator('[data-label^="hover:nmda"]')).toBeVisible();
  await link.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'NMDA receptor' })).toBeVisible();
  await expect(page.locator('#panel')).toContainText(/of 20 open/);
  await expect(page.locator('#panel')).toContainText('50 pS');
  await expect(page.locator('#panel')).toContainText(/not yet checked against its source|checked against its source/);
  await expect.poll(() => query(page).get('sel')).toBe('part:nmda');
});

test('detail goes with the link, the drawing stays on the device, and both have controls in every frame', async ({ page }) => {
  await open(page, 'v=1&level=synapse');
  await page.getByRole('button', { name: 'Detail' }).press('Enter');
  const settings = page.getByRole('group', { name: 'Picture', exact: true });
  await settings.getByRole('radio', { name: 'Still' }).click();
  await expect(page.getByText('Showing the still plate.')).toBeVisible();
  await settings.getByRole('radio', { name: 'Fit' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => query(page).get('detail')).toBe('diagram');
  expect(query(page).has('tier')).toBe(false);
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'v=1&level=synapse');
  await expect(page.getByText('Showing the still plate.')).toBeVisible();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByRole('radio', { name: 'Still' })).toBeChecked();
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(page.getByRole('button', { name: 'Detail' })).toBeVisible();
});

test('a picture hands over at the outline of what is entered, and not with reduced motion', async ({ page }) => {
  await page.addInitScript(() => {
    const played: Keyframe[][] = [];
    Object.assign(window, { played });
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
      if (this.matches('[aria-hidden] ~ [aria-hidden]') && Array.isArray(frames)) played.push(frames);
      return animate.call(this, frames, options);
    };
  });
  const played = (): Promise<Keyframe[][]> => page.evaluate(() => (window as unknown as { played: Keyframe[][] }).played);
  const goTo = (level: string): Promise<void> => page.getByRole('button', { name: level, exact: true }).first().click();
  await ready(page, '&sel=part:nmda.1');
  const door = await page.locator('[data-enters="receptor"]').boundingBox();
  const frame = await page.locator('[data-enters="receptor"]').evaluate((mark) => mark.parentElement?.getBoundingClientRect().toJSON());
  await goTo('Receptor');
  await expect.poll(async () => (await played()).length).toBe(1);
  const [[from, to] = []] = await played();
  expect(Number.parseFloat(String(from?.['left']))).toBeCloseTo((door?.x ?? 0) - (frame?.x ?? 0), 0);
  expect(Number.parseFloat(String(from?.['width']))).toBeCloseTo(door?.width ?? 0, 0);
  expect(to?.['left']).toBe('0px');
  await goTo('Synapse');
  await expect.poll(async () => (await played()).length).toBe(2);
  const back = (await played())[1];
  expect(back?.[0]?.['left']).toBe('0px');
  expect(Number.parseFloat(String(back?.[1]?.['width']))).toBeCloseTo(door?.width ?? 0, 0);
  await expect(page.locator('[data-handing-over]')).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await goTo('Receptor');
  await expect(page.locator('[data-enters="receptor"]')).toHaveCount(0);
  expect(await played()).toHaveLength(2);
});

test('a worker that fails leaves the last good run, says so plainly, and a reset gets on', async ({ page }) => {
  await ready(page, '&seed=1');
  const stop = page.getByRole('button', { name: 'Pause' }).last();
  await expect.poll(async () => (await numbers(page))['drawnOpenAmpa']).toBe(0);
  await expect(page.locator('#panel')).toContainText('of 80 open', { timeout: 60_000 });
  await page.route(/\/assets\/(release-)?worker-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('slider', { name: 'Magnesium' }).press('Home');
  const told = page.getByRole('alert').filter({ hasText: 'These settings could not be computed. The last good run and its curve stay' });
  await expect(told).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Not computed. Showing the last good run.')).toBeVisible();
  await page.getByRole('button', { name: 'Fire spike' }).last().click();
  await expect.poll(async () => (await numbers(page))['moment']).toBeGreaterThan(0.1);
  await stop.click();
  await page.unroute(/\/assets\/(release-)?worker-[^/]*\.js$/);
  await told.getByRole('button', { name: 'Reset values' }).click();
  await expect(told).toHaveCount(0);
});

test('numbers of a pack that cannot be simulated are told with the reason, and everything else works', async ({ page }) => {
  await page.route('**/packs/ketamine/synapse.json', async (route) => {
    const pack = (await (await route.fetch()).json()) as { parameters: { id: string; value: number; range?: unknown }[] };
    for (const parameter of pack.parameters) {
      if (parameter.id !== 'geometry.cleftHeight') continue;
      parameter.value = 5;
      delete parameter.range;
    }
    await route.fulfill({ json: pack });
  });
  await open(page, LEVEL);
  await expect(page.getByRole('alert')).toContainText('No run could be computed.', { timeout: 60_000 });
  await expect(page.getByRole('alert')).toContainText('bindingHeight');
  await expect(page.getByText('Not computed. Showing the synapse at rest.')).toBeVisible();
  await page
    .locator('#panel')
    .getByRole('link', { name: /^NMDA receptors/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'NMDA receptor' })).toBeVisible();
});

test('a pack without a drug has the same level and no control for one', async ({ page, faults }) => {
  await ready(page, '&pack=ltp&at=0.3');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('depolarisation meet');
  await expect.poll(async () => (await numbers(page))['openAmpa'], { timeout: 60_000 }).toBeGreaterThan(0);
  await expect(page.getByRole('slider', { name: 'Magnesium' })).toBeVisible();
  await expect(page.getByText(/ketamine/i)).toHaveCount(0);
  await expect(page.getByRole('radio', { name: '2C' })).toHaveCount(0);
  expect(faults.messages).toEqual([]);
});

test('the outline lists exactly the things of the picture; a bad value in the link is refused with the range that holds', async ({
  page,
}) => {
  await ready(page, '&ket=500');
  await expect(page.getByText(/ketamine concentration in µM as "500".*It takes a number from 0 to 100/)).toBeVisible();
  const inView = page.locator('#panel').getByRole('heading', { name: /^In view/ });
  const count = Number(/\d+/.exec((await inView.textContent()) ?? '')?.[0]);
  await page.goto(`./?${LEVEL}&mode=outline`);
  const section = page.locator('#outline-things');
  await section.waitFor();
  await expect(section.locator('h3, li')).toHaveCount(count);
});
