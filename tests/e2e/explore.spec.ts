import { readFileSync } from 'node:fs';
import { expect, open, query, test } from './page';

test('an arrow tells why it is believed, and its paper everything that rests on it', async ({ page }) => {
  await open(page, 'v=1&sel=claim:ketamine--nmdar_pv');
  const panel = page.locator('#panel');
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Ketamine blocks');
  await expect(panel.getByRole('heading', { name: 'Contradicts' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Supports' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Why this strength' })).toBeVisible();
  await panel.getByRole('link', { name: /Pozzi/ }).first().click();
  await expect(panel.getByRole('heading', { name: 'Arrows that rest on this paper' })).toBeVisible();
  await expect.poll(() => query(page).get('sel')).toMatch(/^reference:/);
});

test('an unseen DOI is never a link', async ({ page }) => {
  await open(page, 'v=1&mode=evidence&check=unchecked');
  const unseen = page.getByText('DOI from memory, not linked').first();
  if ((await unseen.count()) > 0) await expect(unseen.locator('xpath=ancestor::a')).toHaveCount(0);
  const pack = JSON.parse(readFileSync('src/content/ketamine/references.json', 'utf8')) as {
    references: { doi?: string; doiCheck?: string }[];
  };
  const hidden = new Set(pack.references.filter(({ doi, doiCheck }) => doi !== undefined && doiCheck !== 'checked').map(({ doi }) => doi));
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const links = await page
    .locator('a[href^="https://doi.org/"]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => hidden.has(decodeURI(link.slice('https://doi.org/'.length))))).toEqual([]);
});

test('two explanations are compared: shared, only one, only the other', async ({ page }) => {
  await open(page, 'v=1&lit=disinhibition');
  await page.getByLabel('Compare with').selectOption('eEF2K-spontaneous');
  const panel = page.locator('#panel');
  await expect(panel.getByRole('heading', { name: 'in both' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: /^only / })).toHaveCount(2);
  await expect.poll(() => query(page).get('lit')).toBe('disinhibition~eEF2K-spontaneous');
});

test('papers are filtered and exported as shown', async ({ page }) => {
  await open(page, 'v=1&mode=evidence');
  const rows = page.locator('tbody tr');
  const all = await page.getByText(/^\d+ papers$/).textContent();
  await page.getByLabel('Species').selectOption('human');
  await expect(page.getByText(/^\d+ of \d+ papers$/)).toBeVisible();
  await expect.poll(() => query(page).get('species')).toBe('human');
  expect(await rows.count()).toBeGreaterThan(0);
  for (const [name, pattern] of [
    ['CSV', /^[^\n]*doi/i],
    ['BibTeX', /@article\{/],
    ['RIS', /^TY {2}- /m],
    ['CSL-JSON', /"type"/],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const path = await (await download).path();
    expect(readFileSync(path, 'utf8')).toMatch(pattern);
  }
  await page.getByLabel('Words in title or authors').fill('zzzz');
  await expect(page.getByText('No paper passes these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText(all ?? '')).toBeVisible();
});

test('filters set anywhere say how many arrows they hide, and can be taken back where it is said', async ({ page }) => {
  await open(page, 'v=1');
  const panel = page.locator('#panel');
  const arrows = page.locator('[role="application"] [data-kind="claim"]');
  const all = await arrows.count();
  await panel.getByLabel('Species').selectOption('human');
  await expect.poll(() => query(page).get('species')).toBe('human');
  const plate = page.locator('main').getByText(/^\d+ arrows are hidden by your filters\.$/);
  await expect(plate).toBeVisible();
  const shown = await arrows.count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(all);
  await page.getByRole('link', { name: 'Papers' }).click();
  await expect(page.getByText(/^On the map, the same filters draw \d+ of \d+ arrows\.$/)).toBeVisible();
  await page.goBack();
  await page.locator('main').getByRole('button', { name: 'Clear filters' }).click();
  await expect(plate).toBeHidden();
  await expect(arrows).toHaveCount(all);
  await panel.getByLabel(/^Draw the extended network too/).check();
  await expect.poll(() => query(page).get('ext')).toBe('1');
  expect(await arrows.count()).toBeGreaterThan(all);
});

test('the theme is switched, remembered for a bare address and not imposed on a link', async ({ page }) => {
  await open(page, 'v=1');
  await page.getByRole('button', { name: 'Switch to the lecture theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'lecture');
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'lecture');
  await open(page, 'v=1');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
});

test('events on the score lead to their time, and the playhead follows the keys', async ({ page }) => {
  await open(page, 'v=1');
  const events = page.getByRole('group', { name: /^When/ }).getByRole('button', { pressed: false });
  const before = query(page).get('dose');
  await events.filter({ hasNotText: 'Cell' }).last().click();
  await expect.poll(() => query(page).get('sel')).toMatch(/^event:/);
  expect(query(page).get('dose')).not.toBe(before);
  await expect(page.locator('#panel').getByText('Starts')).toBeVisible();

  const time = page.getByRole('slider', { name: 'Time' });
  await time.focus();
  const then = await time.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  expect(await time.getAttribute('aria-valuetext')).not.toBe(then);
  await page.keyboard.press('End');
  await expect(time).toHaveAttribute('aria-valuetext', /28 days after the dose/);
  await page.keyboard.press('Home');
  await expect(time).toHaveAttribute('aria-valuetext', /after one spike/);
});
