/**
 * `stills [word …]`: draws the still of every place and theme with the real renderer and writes `public/stills/`. With words, only files
 * whose name contains one of them. The pictures show no moving molecules: they are what a place looks like at rest.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium';
import { servePlatePage } from './plate-page';

const PUBLIC = join(import.meta.dirname, '../../public');
const MOST_BYTES = 200_000;
/** The brain is drawn in thin lines: its stills have this many pixels for each of the page. */
const BRAIN_PIXELS = 1.5;
const QUALITIES = [0.92, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.44, 0.38, 0.32] as const;

/** Draws what is asked for and gives 1 when a still is larger than it may be. */
export async function stillsCommand(words: readonly string[]): Promise<number> {
  mkdirSync(join(PUBLIC, 'stills'), { recursive: true });
  const served = await servePlatePage();
  const browser = await chromium.launch({ executablePath: findChromium(console.log), args: CHROMIUM_FLAGS });
  let status = 0;
  try {
    const page = await browser.newPage();
    await page.goto(served.address);
    const { size, views } = await page.evaluate(() => window.plate.stills);
    await page.setViewportSize(size);
    for (const place of Object.keys(views) as (keyof typeof views)[]) {
      if (!existsSync(join(PUBLIC, 'scenes', `${place}.bin`))) {
        console.error(`${place}: there is no scene; run "bake ${place}" first`);
        status = 1;
        continue;
      }
      for (const theme of ['paper', 'lecture'] as const) {
        const name = `${place}-${theme}.webp`;
        if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
        await page.evaluate(
          async ([shownPlace, shownTheme, view, { width, height }]) => {
            const looks = await window.plate.resting(shownPlace);
            window.plate.show({ place: shownPlace, theme: shownTheme, view, width, height, tier: 'high', detail: 'plate', looks });
          },
          [place, theme, views[place], size] as const,
        );
        await page.waitForFunction(() => window.plate.said.status.at(-1) === 'live', null, { timeout: 180_000 });
        // The picture fades in over 160 ms.
        await page.waitForTimeout(400);
        const file = await smallEnough(page, await page.locator('#stage').screenshot({ timeout: 120_000 }));
        writeFileSync(join(PUBLIC, 'stills', name), file.bytes);
        console.log(`${name}: ${file.bytes.length} bytes at quality ${file.quality}`);
        if (file.bytes.length > MOST_BYTES) status = 1;
      }
    }
    if (!(await brainStills(browser, served.address, words))) status = 1;
  } finally {
    await browser.close();
    await served.close();
  }
  return status;
}

/** The brain at rest, every view in both themes. Gives false when a still is larger than it may be. */
async function brainStills(browser: Browser, address: string, words: readonly string[]): Promise<boolean> {
  const page = await browser.newPage({ deviceScaleFactor: BRAIN_PIXELS });
  await page.goto(address);
  const { size, views } = await page.evaluate(() => ({ size: window.brain.size, views: window.brain.views }));
  await page.setViewportSize(size);
  let fits = true;
  for (const view of views) {
    for (const theme of ['paper', 'lecture'] as const) {
      const name = `brain-${view}-${theme}.webp`;
      if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
      await page.evaluate(
        ([shownView, shownTheme, { width, height }]) =>
          window.brain.show({ view: shownView, theme: shownTheme, width, height, tier: 'high', bare: true }),
        [view, theme, size] as const,
      );
      // The light meshes come first; the still shows the full ones.
      await page.waitForFunction(() => document.querySelector('canvas')?.dataset['frames'] === '2', null, { timeout: 180_000 });
      await page.waitForTimeout(400);
      const file = await smallEnough(page, await page.locator('#stage').screenshot({ timeout: 120_000 }));
      writeFileSync(join(PUBLIC, 'stills', name), file.bytes);
      console.log(`${name}: ${file.bytes.length} bytes at quality ${file.quality}`);
      fits &&= file.bytes.length <= MOST_BYTES;
    }
  }
  await page.close();
  return fits;
}

/** The picture as WebP of the best quality within the budget, encoded by the browser. */
async function smallEnough(page: Page, png: Buffer): Promise<{ readonly bytes: Buffer; readonly quality: number }> {
  const { base64, quality } = await page.evaluate(
    async ([source, qualities, most]) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      let best = { base64: '', quality: 0 };
      for (const wanted of qualities) {
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: wanted })).arrayBuffer());
        best = { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), quality: wanted };
        if (bytes.length <= most) break;
      }
      return best;
    },
    [png.toString('base64'), QUALITIES, MOST_BYTES] as const,
  );
  return { bytes: Buffer.from(base64, 'base64'), quality };
}
