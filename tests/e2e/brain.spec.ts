/** The picture of the brain: what it costs and gives back, pointing and keyboard on its map, and what is left without the card. */
import type { Page } from '@playwright/test';
import { servePlatePage, type PlatePage } from '../../src/lab/plate-page';
import { expect, test } from './page';

const PATIENT = { timeout: 90_000 };
const SMALL = { width: 380, height: 260, tier: 'low' } as const;

let served: PlatePage;
test.beforeAll(async () => {
  served = await servePlatePage();
});
test.afterAll(() => served.close());
test.beforeEach(() => test.setTimeout(180_000));

type Shown = Parameters<typeof window.brain.show>[0];

async function show(page: Page, part: Shown): Promise<void> {
  if (!page.url().startsWith(served.address)) await page.goto(served.address);
  await page.evaluate((wanted) => window.brain.show(wanted), part);
  await page.waitForFunction(
    (still) => window.brain.said.status.at(-1) === (still ? 'unavailable' : 'live'),
    part.tier === 'none',
    PATIENT,
  );
  await expect(page.locator('[data-brain-map]')).toBeVisible(PATIENT);
}

async function figures(page: Page): Promise<Readonly<Record<string, number>>> {
  const said = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => ({ ...canvas.dataset }));
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, Number(value)]));
}
const frames = async (page: Page): Promise<number> => (await figures(page))['frames'] ?? 0;
const picks = (page: Page): Promise<string[]> => page.evaluate(() => window.brain.said.picks);
const region = (page: Page, id: string) => page.locator(`[data-region="${id}"]`);

test('at rest it draws nothing, one change draws one picture, and it stays within its budgets', async ({ page }) => {
  await show(page, SMALL);
  const before = await figures(page);
  expect(before['calls']).toBeGreaterThan(5);
  expect(before['calls']).toBeLessThanOrEqual(150);
  expect(before['triangles']).toBeGreaterThan(10_000);
  await page.waitForTimeout(3_000);
  expect(await frames(page)).toBe(before['frames']);
  await page.evaluate(() => window.brain.change({ lit: { thalamus: { direction: 'up', strength: 'early' } } }));
  await expect.poll(() => frames(page), PATIENT).toBe((before['frames'] ?? 0) + 1);
  await page.evaluate(() => window.brain.change({ view: 'lateral' }));
  await expect.poll(() => frames(page), PATIENT).toBe((before['frames'] ?? 0) + 2);
  await page.waitForTimeout(500);
  expect(await frames(page)).toBe((before['frames'] ?? 0) + 2);
});

test('a lost context shows the still, the restored one the same picture; leaving gives everything back', async ({ page, faults }) => {
  await show(page, SMALL);
  await page.waitForTimeout(400);
  const before = await page.locator('#stage').screenshot(PATIENT);
  await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(window, { giveBack: () => extension?.restoreContext() });
    extension?.loseContext();
  });
  await page.waitForFunction(() => window.brain.said.status.at(-1) === 'lost');
  await expect(page.getByAltText('cut on the midline', { exact: false })).toBeVisible();
  await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
  await page.waitForFunction(() => window.brain.said.status.at(-1) === 'live', null, PATIENT);
  await page.waitForTimeout(400);
  expect((await page.locator('#stage').screenshot(PATIENT)).equals(before)).toBe(true);
  const left = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    window.brain.leave();
    return [Number(canvas.dataset['geometries']), Number(canvas.dataset['textures'])];
  });
  expect(left).toEqual([0, 0]);
  await expect(page.locator('canvas')).toHaveCount(0);
  expect(faults.messages).toEqual([]);
});

test('pointing and pressing find surface, what lies behind, and a schematic nucleus', async ({ page }) => {
  await show(page, { ...SMALL, width: 900, height: 640, tier: 'none' });
  const anchors = await page.evaluate(() => window.brain.anchors());
  const box = await page.locator('#stage').boundingBox();
  for (const id of ['medial-prefrontal', 'visual-cortex', 'accumbens', 'dorsal-raphe', 'brainstem']) {
    const [x, y] = anchors[id] ?? [0, 0];
    await page.mouse.click((box?.x ?? 0) + x, (box?.y ?? 0) + y);
    expect((await picks(page)).at(-1)).toBe(`press ${id}`);
  }
  // Front to the right: the prefrontal cortex lies right of the visual cortex.
  expect(anchors['medial-prefrontal']?.[0]).toBeGreaterThan(anchors['visual-cortex']?.[0] ?? Infinity);
});

test('without a picture of its own the map still lights, names and chooses regions from the keyboard', async ({ page }) => {
  await show(page, { ...SMALL, tier: 'none', lit: { hippocampus: { direction: 'down', strength: 'contested' } } });
  await expect(page.locator('canvas')).toHaveCount(0);
  await expect(page.getByAltText('cut on the midline', { exact: false })).toBeVisible();
  await expect(region(page, 'hippocampus')).toHaveAccessibleName('Hippocampus, less, contested evidence, lies behind the surface');
  await expect(region(page, 'lateral-habenula')).toHaveAccessibleName('Lateral habenula, schematic position');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-brain-map] :focus')).toHaveCount(1);
  const walked = new Set<string>();
  const count = await page.locator('[data-brain-map] [data-region]').count();
  expect(count).toBe(28);
  for (let step = 0; step < count; step += 1) {
    walked.add((await page.locator('[data-brain-map] :focus').getAttribute('data-region')) ?? '');
    await page.keyboard.press('ArrowDown');
  }
  expect(walked.size).toBe(count);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  expect((await picks(page)).at(-1)).toBe('press hypothalamus');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-brain-map] :focus')).toHaveCount(0);
});

test('the free view turns by drag and by keys, within its limits, and its map follows', async ({ page }) => {
  await show(page, { ...SMALL, view: 'orbit', orbit: { yaw: 0, pitch: 0 } });
  await expect(region(page, 'motor-cortex')).toBeAttached(PATIENT);
  const at = async (): Promise<number> => (await page.evaluate(() => window.brain.anchors()['visual-cortex']?.[0])) ?? 0;
  const before = await at();
  const box = await page.locator('#stage').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 190, (box?.y ?? 0) + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y + 220, { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction(() => window.brain.said.orbits.length === 1, null, PATIENT);
  expect(await page.evaluate(() => window.brain.said.orbits[0])).toEqual({ yaw: 40, pitch: 60 });
  await expect.poll(at, PATIENT).not.toBe(before);
  await region(page, 'motor-cortex').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction(() => window.brain.said.orbits.length === 2, null, PATIENT);
  expect(await page.evaluate(() => window.brain.said.orbits[1])).toEqual({ yaw: 50, pitch: 60 });
  // Outlines are made when a turn rests: of the first, the dragged and the stepped one, and not again for being drawn anew.
  expect(await page.evaluate(() => window.brain.anchorsTold())).toBeLessThan(12);
});
