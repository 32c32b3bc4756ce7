/** The same page in other frames, under other hands and on paper. */
import { devices } from '@playwright/test';
import { expect, goOn, open, query, test } from './page';

const LAPTOP = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

test('far out, a selection shows where it lies; found by name, it is brought near', async ({ page }) => {
  await page.setViewportSize(LAPTOP);
  await open(page, 'v=1&sel=claim:ketamine--nmdar_pv');
  const map = page.getByRole('application');
  await expect(map).toHaveAttribute('data-detail', /overview|wide|groups/);
  await expect(map.locator('[data-kind="link"][class*="selected"]')).toHaveCount(1);
  await page.goto('./?v=1&sel=entity:trkb');
  await expect(map.locator('[data-kind="group"][class*="selected"]')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('calcineurin');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  const found = map.locator('[data-kind="entity"][data-id="calcineurin"]');
  await expect(found).toHaveClass(/selected/);
  await expect(found.locator('text').first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Control+z');
  await expect(map).toHaveAttribute('data-detail', /overview|wide|groups/);
});

test('a paper lights everything that rests on it, wherever the map stood before', async ({ page }) => {
  await open(page, 'v=1&cam=200,900,2');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('autry 2011');
  await expect(page.getByRole('option', { name: /Autry/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('sel')).toBe('reference:autry2011');
  const lit = page.locator('[role="application"] [data-kind="claim"][class*="near"]');
  await expect.poll(() => lit.count()).toBeGreaterThan(3);
  for (const arrow of await lit.all()) await expect(arrow).toBeInViewport();
});

test('two fingers zoom the map, one moves it, and the page stays where it is', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...devices['Pixel 7'], viewport: PHONE, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  // The rest of the pack arrives while the fingers are down.
  let arrive = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/packs/ketamine/experiments.json', async (route) => {
    await gate;
    await route.continue();
  });
  await open(page, 'v=1');
  const map = page.getByRole('application');
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map has no box');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = await context.newCDPSession(page);
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })) });
  await fingers('touchStart', [x - 20, y], [x + 20, y]);
  for (const reach of [30, 45]) await fingers('touchMove', [x - reach, y], [x + reach, y]);
  arrive();
  await expect(page.getByRole('navigation', { name: /Where/ }).getByRole('button', { name: 'Synapse', exact: true })).toBeEnabled();
  for (const reach of [60, 80, 110]) await fingers('touchMove', [x - reach, y], [x + reach, y]);
  await fingers('touchEnd');
  await expect.poll(() => query(page).has('cam')).toBe(true);
  const zoom = () => Number(query(page).get('cam')?.split(',')[2]);
  const near = zoom();
  expect(near).toBeGreaterThan(0.4);
  const before = query(page).get('cam');
  await fingers('touchStart', [x, y]);
  for (const shift of [10, 30, 60]) await fingers('touchMove', [x - shift, y - shift / 2]);
  await fingers('touchEnd');
  await expect.poll(() => query(page).get('cam')).not.toBe(before);
  expect(zoom()).toBeCloseTo(near, 3);
  expect(await page.evaluate(() => [window.scrollX, window.scrollY, window.visualViewport?.scale])).toEqual([0, 0, 1]);
  // A tap chooses.
  await page.getByRole('button', { name: 'Fit the whole diagram' }).tap();
  await expect(map).toHaveAttribute('data-detail', /overview|wide/);
  await expect(map).not.toHaveAttribute('data-moving');
  await map.locator('[data-kind="group"]').first().tap();
  await expect.poll(() => query(page).get('sel')).toMatch(/^group:/);
  await context.close();
});

for (const [frame, viewport] of [
  ['phone', PHONE],
  ['tablet', { width: 1024, height: 768 }],
  ['low', { width: 640, height: 400 }],
  ['desktop', { width: 1440, height: 900 }],
  ['desktop at 400 %', { width: 360, height: 225 }],
] as const) {
  test(`nothing is cut off sideways and no name on the map is under 9 pixels: ${frame}`, async ({ page, faults }) => {
    await page.setViewportSize(viewport);
    for (const address of ['v=1&sel=claim:ketamine--nmdar_pv', 'v=1&mode=evidence', 'v=1&mode=outline', 'v=1&lit=disinhibition']) {
      await open(page, address);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
    const sizes = await page.locator('[role="application"] svg text').evaluateAll((texts) =>
      texts.map((text) => {
        const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
        return { words: text.textContent, size: Number.parseFloat(getComputedStyle(text).fontSize) * scale };
      }),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter(({ size }) => size < 8.99)).toEqual([]);
    expect(faults.messages).toEqual([]);
  });
}

test('no two names on the map overlap, at any step of detail', async ({ page }) => {
  await open(page, 'v=1&lit=disinhibition');
  await page.evaluate(() => document.fonts.ready);
  const stage = page.locator('[role="application"] > svg').first();
  for (const zoom of ['none', '0.25', '0.36', '0.5', '0.6', '0.75', '1', '1.5', '2']) {
    if (zoom !== 'none') {
      await goOn(page, `v=1&lit=disinhibition&cam=840,560,${zoom}`);
      await expect(stage).toHaveAttribute('style', new RegExp(`scale\\(${zoom.replace('.', '\\.')}\\)`));
      await expect(page.getByRole('application')).not.toHaveAttribute('data-moving');
    }
    const overlaps = await page.locator('[role="application"] svg text').evaluateAll((texts) => {
      const boxes = texts.map((text) => ({
        words: text.textContent,
        box: text.getBoundingClientRect(),
        // The two lines of one thing's name share its pill.
        owner: text.closest('[data-id]') ?? text,
      }));
      return boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter(
            ({ box: b, owner }) =>
              owner !== a.owner &&
              a.box.left < b.right - 1 &&
              b.left < a.box.right - 1 &&
              a.box.top < b.bottom - 2 &&
              b.top < a.box.bottom - 2,
          )
          .map((b) => `${a.words} / ${b.words}`),
      );
    });
    expect({ zoom, overlaps }).toEqual({ zoom, overlaps: [] });
  }
});

test('with less motion the map jumps, and on paper it is printed light', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'v=1&theme=lecture&cam=840,560,0.8');
  const stage = page.locator('[role="application"] > svg').first();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const at = async (): Promise<string> => stage.evaluate((svg) => (svg as SVGSVGElement).style.transform);
  const landed = await at();
  expect(landed).toMatch(/scale\(1\.12/);
  expect(await at()).toBe(landed);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'lecture');
});
