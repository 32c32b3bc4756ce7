import { expect, open, query, test } from './page';

test('the whole view is in the address and opens the same elsewhere', async ({ page, context }) => {
  await open(page, 'v=1&lit=disinhibition');
  await page
    .getByRole('link', { name: /blocks NMDARs on/ })
    .first()
    .click();
  await expect.poll(() => query(page).get('sel')).toMatch(/^claim:/);
  const heading = await page.locator('#panel h1').textContent();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('#panel h1')).toHaveText(heading ?? '');
  expect(new URL(other.url()).search).toBe(new URL(page.url()).search);
});

test('browser back and forward walk over committed steps', async ({ page }) => {
  await open(page, 'v=1');
  const start = await page.locator('#panel h1').textContent();
  await page.getByRole('radio', { name: 'Metabolite HNK' }).check();
  await expect.poll(() => query(page).get('lit')).toBe('HNK');
  await page.getByRole('link', { name: 'Outline', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Outline', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Metabolite HNK' })).toBeChecked();
  await page.goBack();
  await expect(page.locator('#panel h1')).toHaveText(start ?? '');
  await page.goForward();
  await expect(page.getByRole('radio', { name: 'Metabolite HNK' })).toBeChecked();
});

test('undo, redo and reset', async ({ page }) => {
  await open(page, 'v=1');
  await page.getByRole('radio', { name: 'Opioid receptors' }).check();
  await expect.poll(() => query(page).get('lit')).toBe('opioid');
  await page.keyboard.press('Control+z');
  await expect.poll(() => query(page).get('lit')).toBeUndefined();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => query(page).get('lit')).toBe('opioid');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Return to the start view' }).click();
  await expect(page.locator('#panel h1')).toHaveText(/Quieting a resting receptor/);
});

for (const [bad, words] of [
  ['v=1&level=cellar', /the level/],
  ['v=1&sel=claim:no-such-claim', /no-such-claim/],
  ['v=1&cam=NaN,1,2', /position on the map/],
  ['v=99', /later version/],
  ['v=1&lit=phlogiston', /phlogiston/],
] as const) {
  test(`a bad link is named and the nearest view shown: ${bad}`, async ({ page, faults }) => {
    await open(page, bad);
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(words);
    await expect(page.getByRole('application')).toBeVisible();
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Close' }).first().click();
    await expect(page.getByRole('region', { name: 'Notices' })).toBeHidden();
    expect(faults.messages).toEqual([]);
  });
}

test('unknown keys in a link are ignored without a word', async ({ page }) => {
  await open(page, 'v=1&utm_source=mail&fbclid=1');
  await expect(page.getByRole('region', { name: 'Notices' })).toBeHidden();
});

test('moving the map writes the address at most four times a second and adds no history', async ({ page }) => {
  await open(page, 'v=1');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { writes: times });
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = window.history[name].bind(window.history);
      window.history[name] = (...args: Parameters<History['pushState']>) => {
        times.push(performance.now());
        original(...args);
      };
    }
  });
  const before = await page.evaluate(() => window.history.length);
  const map = page.getByRole('application');
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map has no box');
  await page.mouse.move(box.x + 300, box.y + 300);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, turn % 2 === 0 ? -120 : 100);
    await page.waitForTimeout(40);
  }
  await expect.poll(() => query(page).has('cam')).toBe(true);
  const times = await page.evaluate(() => (window as unknown as { writes: number[] }).writes);
  for (let index = 4; index < times.length; index += 1) expect((times[index] ?? 0) - (times[index - 4] ?? 0)).toBeGreaterThan(990);
  expect(await page.evaluate(() => window.history.length)).toBe(before);
});
