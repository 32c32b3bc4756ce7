/** The three-dimensional plates: what they cost, what they give back, and what is left when the card gives out. */
import { chromium } from '@playwright/test';
import type { ObjectLook } from '../../src/views/plate3d/looks';
import { CHROMIUM_FLAGS } from '../../src/lab/chromium';
import { servePlatePage, type PlatePage } from '../../src/lab/plate-page';
import { expect, open, test } from './page';
import type { Page } from '@playwright/test';

const PATIENT = { timeout: 90_000 };
/** Molecules that the synapse level may draw at once. */
const MOST_MOLECULES = 2_400;
/** A window of the app that software draws sooner, in which nothing is put away. */
const QUICK = { width: 1024, height: 640 };
const SMALL = { width: 320, height: 200, tier: 'low' } as const;

let served: PlatePage;
test.beforeAll(async () => {
  served = await servePlatePage();
});
test.afterAll(() => served.close());
test.beforeEach(() => test.setTimeout(180_000));

/** The page of plates with one plate on it, live. */
async function show(page: Page, part: Parameters<typeof window.plate.show>[0]): Promise<void> {
  if (!page.url().startsWith(served.address)) await page.goto(served.address);
  await page.evaluate((wanted) => window.plate.show(wanted), part);
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'live', null, PATIENT);
}

async function figures(page: Page): Promise<Record<'frames' | 'calls' | 'triangles' | 'geometries' | 'textures', number>> {
  const said = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => ({ ...canvas.dataset }));
  const figure = (name: string): number => Number(said[name]);
  return {
    frames: figure('frames'),
    calls: figure('calls'),
    triangles: figure('triangles'),
    geometries: figure('geometries'),
    textures: figure('textures'),
  };
}

const frames = async (page: Page): Promise<number> => (await figures(page)).frames;

/** The picture, once it has stopped changing. */
async function settled(page: Page, beyond: number): Promise<Buffer> {
  await expect.poll(() => frames(page), PATIENT).toBeGreaterThan(beyond);
  await page.waitForTimeout(300);
  return page.locator('#stage').screenshot(PATIENT);
}

async function loseContext(page: Page): Promise<void> {
  await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(window, { giveBack: () => extension?.restoreContext() });
    extension?.loseContext();
  });
}

test('a resting plate draws nothing, and one change draws one picture', async ({ page }) => {
  await show(page, { ...SMALL, actors: 105 });
  const before = await frames(page);
  await page.waitForTimeout(5_000);
  expect(await frames(page)).toBe(before);
  for (const step of [1, 2, 3]) {
    await page.evaluate((frame) => window.plate.step(105, frame), step);
    await expect.poll(() => frames(page), PATIENT).toBe(before + step);
  }
  // The same view and the same frame again are no change.
  await page.evaluate(() => window.plate.change({ view: { widthNm: 300, x: 0, y: 4, yaw: 0, tilt: 8, fov: 18 }, frame: 3 }));
  await page.waitForTimeout(500);
  expect(await frames(page)).toBe(before + 3);
});

test('the widest view with every molecule stays within draw calls and triangles of its tier', async ({ page }) => {
  const wide = { ...SMALL, height: 240, actors: MOST_MOLECULES, view: { widthNm: 430, x: 0, y: 4, yaw: 0, tilt: 8, fov: 18 } };
  for (const [tier, most] of [
    ['low', 400_000],
    ['high', 1_500_000],
  ] as const) {
    await show(page, { ...wide, tier });
    const { calls, triangles } = await figures(page);
    expect(calls).toBeGreaterThan(10);
    expect(calls).toBeLessThanOrEqual(150);
    expect(triangles).toBeGreaterThan(10_000);
    expect(triangles).toBeLessThanOrEqual(most);
  }
});

test('a close view leaves out what cannot be seen', async ({ page }) => {
  await show(page, SMALL);
  const whole = (await figures(page)).triangles;
  await page.evaluate(() => window.plate.change({ view: { widthNm: 60, x: 0, y: 0, yaw: 0, tilt: 8, fov: 18 } }));
  await expect.poll(async () => (await figures(page)).triangles, PATIENT).toBeLessThan(whole / 2);
});

test('a part drawn again is the same picture as the whole drawn again', async ({ page }) => {
  const close = { ...SMALL, tier: 'high', detail: 'calm', view: { widthNm: 110, x: 0, y: 0, yaw: 0, tilt: 8, fov: 18 } } as const;
  const looks: ObjectLook[] = [{ id: 24, hidden: true }];
  await show(page, { ...close, actors: 2 });
  const first = await settled(page, 0);
  let before = await frames(page);
  await page.evaluate(() => {
    for (let steps = 0; steps < 200; steps += 1) window.plate.step(2, 1);
  });
  const moved = await settled(page, before);
  expect(moved.equals(first)).toBe(false);
  before = await frames(page);
  await page.evaluate((wanted) => window.plate.change({ looks: wanted, frame: 2 }), looks);
  const hidden = await settled(page, before);
  expect(hidden.equals(moved)).toBe(false);
  before = await frames(page);
  await page.evaluate(() => window.plate.change({ looks: [], frame: 3 }));
  expect((await settled(page, before)).equals(moved)).toBe(true);
  await show(page, { ...close, actors: 2 });
  expect((await settled(page, 0)).equals(moved)).toBe(true);
  await show(page, { ...close, actors: 2, looks });
  expect((await settled(page, 0)).equals(hidden)).toBe(true);
});

test('a lost context shows the still, and the restored one the same picture as before', async ({ page, faults }) => {
  await show(page, { ...SMALL, looks: [{ id: 24, hidden: true }], actors: 60 });
  const before = await settled(page, 0);
  const drawn = await frames(page);
  await loseContext(page);
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'lost');
  await expect(page.getByAltText('The plate')).toBeVisible();
  expect((await page.locator('#stage').screenshot(PATIENT)).equals(before)).toBe(false);
  await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'live', null, PATIENT);
  expect((await settled(page, drawn)).equals(before)).toBe(true);
  expect(faults.messages).toEqual([]);
});

test('what changed while the context was lost is there when it returns', async ({ page }) => {
  await show(page, { ...SMALL, theme: 'lecture' });
  const lecture = await settled(page, 0);
  await show(page, SMALL);
  const drawn = await frames(page);
  await loseContext(page);
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'lost');
  await page.evaluate(() => window.plate.change({ theme: 'lecture' }));
  await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'live', null, PATIENT);
  expect((await settled(page, drawn)).equals(lecture)).toBe(true);
});

test('a drag moves the picture at once and draws it at rest; Shift turns it within its limits', async ({ page }) => {
  await show(page, SMALL);
  const box = await page.locator('#stage').boundingBox();
  const at = { x: (box?.x ?? 0) + 160, y: (box?.y ?? 0) + 100 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 40, at.y, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => window.plate.said.views.length === 1);
  const [panned] = await page.evaluate(() => window.plate.said.views);
  expect(panned?.x).toBeCloseTo(-40 * (300 / 320), 1);
  await page.keyboard.down('Shift');
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 300, at.y + 20, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.waitForFunction(() => window.plate.said.views.length === 2);
  const views = await page.evaluate(() => window.plate.said.views);
  expect(views[1]?.yaw).toBe(12);
  expect(views[1]?.tilt).toBeCloseTo(8 + 20 * 0.12, 3);
  await expect(page.locator('canvas')).toHaveCSS('transform', 'none');
});

test('molecules are on the first live picture', async ({ page }) => {
  const close = { ...SMALL, detail: 'diagram', view: { widthNm: 110, x: 0, y: 0, yaw: 0, tilt: 8, fov: 18 } } as const;
  await show(page, { ...close, actors: 60 });
  const first = await settled(page, 0);
  const drawn = await frames(page);
  await page.evaluate(() => window.plate.change({ frame: 1 }));
  expect((await settled(page, drawn)).equals(first)).toBe(true);
  await show(page, { ...close, actors: 0 });
  expect((await settled(page, 0)).equals(first)).toBe(false);
});

test('one picture has the words at any time: the still, and the canvas while it is live', async ({ page }) => {
  await show(page, SMALL);
  const named = page.getByRole('img', { name: 'The plate' });
  await expect(named).toHaveCount(1);
  expect(await named.evaluate((element) => element.tagName)).toBe('CANVAS');
  await loseContext(page);
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'lost');
  await expect(named).toHaveCount(1);
  expect(await named.evaluate((element) => element.tagName)).toBe('IMG');
});

test('on a touch screen one finger pans, two turn the section within its limits, and a pinch zooms', async ({ page }) => {
  await show(page, SMALL);
  const box = await page.locator('#stage').boundingBox();
  const client = await page.context().newCDPSession(page);
  const touch = async (steps: readonly (readonly (readonly [number, number])[])[]): Promise<void> => {
    for (const [i, points] of steps.entries()) {
      const touchPoints = points.map(([x, y], id) => ({ x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y, id }));
      await client.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints });
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const nth = async (count: number): Promise<{ x: number; yaw: number; tilt: number; widthNm: number } | undefined> => {
    await page.waitForFunction((wanted) => window.plate.said.views.length >= wanted, count, PATIENT);
    return page.evaluate(() => window.plate.said.views.at(-1));
  };
  await touch([[[100, 100]], [[120, 100]], [[140, 100]]]);
  const panned = await nth(1);
  expect(panned?.x).toBeLessThan(-20);
  expect(panned?.yaw).toBe(0);
  await touch([
    [
      [100, 60],
      [160, 60],
    ],
    [
      [40, 90],
      [100, 90],
    ],
    [
      [-200, 130],
      [-140, 130],
    ],
  ]);
  const turned = await nth(2);
  expect(turned?.yaw).toBe(12);
  expect(turned?.tilt).toBeGreaterThan(8);
  expect(turned?.tilt).toBeLessThanOrEqual(20);
  await touch([
    [
      [120, 100],
      [180, 100],
    ],
    [
      [100, 100],
      [200, 100],
    ],
    [
      [80, 100],
      [220, 100],
    ],
  ]);
  const pinched = await nth(3);
  expect(pinched?.widthNm).toBeLessThan(200);
  expect(pinched?.yaw).toBe(12);
});

test('in a page of somebody else the wheel scrolls that page until the picture has the focus', async ({ page }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<body style="height:4000px;margin:0"><iframe src="./" width="700" height="500"></iframe>',
    }),
  );
  await page.goto(`${served.address}host.html`);
  const frame = page.frames()[1] ?? page.mainFrame();
  await frame.waitForFunction(() => 'plate' in window);
  await frame.evaluate((part) => window.plate.show(part), { ...SMALL, tier: 'none' } as const);
  const plate = frame.locator('[data-framed="true"]');
  await plate.waitFor();
  await expect(plate).toHaveCSS('touch-action', 'pan-y');
  await page.mouse.move(160, 100);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  expect(await frame.evaluate(() => window.plate.said.views.length)).toBe(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await frame.locator('#stage').evaluate((stage) => {
    stage.tabIndex = 0;
    stage.focus();
  });
  await expect(plate).toHaveCSS('touch-action', 'none');
  await page.mouse.wheel(0, 120);
  await frame.waitForFunction(() => window.plate.said.views.length === 1);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('a press finds the thing under it, and the anchors lie where things are drawn', async ({ page }) => {
  await show(page, { ...SMALL, width: 640, height: 400 });
  const anchors = await page.evaluate(() => window.plate.anchors());
  const [x, y] = anchors['object:2'] ?? [0, 0];
  const box = await page.locator('#stage').boundingBox();
  await page.mouse.click((box?.x ?? 0) + x, (box?.y ?? 0) + y);
  await page.waitForFunction(() => window.plate.said.picks.length > 0, null, PATIENT);
  expect((await page.evaluate(() => window.plate.said.picks)).at(-1)).not.toBeNull();
});

test('twenty visits leave nothing behind', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  const visit = async (): Promise<readonly number[]> => {
    await show(page, { ...SMALL, detail: 'diagram', actors: 60 });
    const { geometries, textures } = await figures(page);
    const left = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      window.plate.leave();
      return [Number(canvas.dataset['geometries']), Number(canvas.dataset['textures'])];
    });
    expect(left).toEqual([0, 0]);
    await expect(page.locator('canvas')).toHaveCount(0);
    return [geometries, textures];
  };
  const first = await visit();
  expect(first[0]).toBeGreaterThan(0);
  await visit();
  const before = await heap();
  for (let visits = 2; visits < 20; visits += 1) expect(await visit()).toEqual(first);
  expect((await heap()) - before).toBeLessThan(2_000_000);
});

test('a plate that is left while it loads says and leaves nothing', async ({ page, faults }) => {
  await page.goto(served.address);
  await page.evaluate(() => {
    window.plate.show({ tier: 'low' });
    requestAnimationFrame(() => window.plate.leave());
  });
  await page.waitForTimeout(1_500);
  expect(await page.evaluate(() => window.plate.said.status)).toEqual([]);
  await expect(page.locator('canvas')).toHaveCount(0);
  expect(faults.messages).toEqual([]);
});

test('a measured tier is remembered on the device, and an asked-for one is not', async ({ page }) => {
  await show(page, { ...SMALL, tier: 'high', detail: 'diagram' });
  const stored = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('bouton.plate-tier'));
  expect(await stored()).toBeNull();
  await show(page, { ...SMALL, tier: 'auto', detail: 'diagram' });
  const chosen = await page.evaluate(() => window.plate.said.tiers.at(-1));
  expect(await stored()).toBe(chosen);
  await page.evaluate(() => localStorage.setItem('bouton.plate-tier', 'high'));
  await show(page, { ...SMALL, tier: 'auto', detail: 'diagram' });
  expect(await page.evaluate(() => window.plate.said.tiers)).toEqual(['high']);
});

test.describe('in the app', () => {
  test('a lost context is told in words, and the simulation goes on', async ({ page }) => {
    await page.setViewportSize(QUICK);
    await open(page, 'v=1&level=synapse&tier=low');
    await page.locator('canvas[data-live="true"]').waitFor(PATIENT);
    const stage = page.locator('[data-status]');
    await loseContext(page);
    await expect(stage).toHaveAttribute('data-status', 'lost');
    await expect(page.getByText('The picture was lost and is being restored.')).toBeVisible();
    await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
    await expect(stage).toHaveAttribute('data-status', 'live', PATIENT);
  });

  test('without WebGL the still stands and everything else works', async ({ baseURL, launchOptions }) => {
    const browser = await chromium.launch({ ...launchOptions, args: [...CHROMIUM_FLAGS, '--disable-3d-apis'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${baseURL ?? ''}?v=1&level=synapse`);
      await expect(page.locator('[data-status="unavailable"]')).toBeVisible(PATIENT);
      await expect(page.getByText('Showing the still plate. Everything else works.')).toBeVisible();
      const still = page.locator('img[src*="stills/synapse-paper"]');
      await expect(still).toBeVisible();
      expect(await still.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
      await page.getByRole('button', { name: 'Fire spike' }).first().click();
      await expect.poll(async () => Number(await page.locator('[data-status]').getAttribute('data-glutamate')), PATIENT).toBeGreaterThan(0);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
