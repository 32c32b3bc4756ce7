/**
 * What a picture of the synapse plate costs, against the same instances as ordinary meshes, in one run of one Chromium. Here that is
 * software rendering on a shared machine: the best time of each counts, and the ratios more than the milliseconds.
 */
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../chromium';
import { servePlatePage } from '../plate-page';
import type { BenchRow } from './receptors';

const VIEW = { widthNm: 300, x: 0, y: 4, yaw: 0, tilt: 8, fov: 18 } as const;
const SIZE = { width: 640, height: 400, ratio: 1 } as const;

interface Case {
  readonly name: string;
  readonly drawing: 'high' | 'low' | 'ordinary';
  readonly kind: 'whole' | 'moving' | 'turning';
  readonly pictures: number;
}

const ORDINARY: Case = { name: 'ordinary meshes, any picture', drawing: 'ordinary', kind: 'moving', pictures: 1 };
const CASES: readonly Case[] = [
  { name: 'plate, high tier: whole picture', drawing: 'high', kind: 'whole', pictures: 3 },
  { name: 'plate, high tier: molecules moved', drawing: 'high', kind: 'moving', pictures: 9 },
  { name: 'plate, low tier: whole picture', drawing: 'low', kind: 'whole', pictures: 3 },
  { name: 'plate, low tier: molecules moved', drawing: 'low', kind: 'moving', pictures: 15 },
  { name: 'plate, low tier: camera turning', drawing: 'low', kind: 'turning', pictures: 15 },
];

/** The rows: milliseconds of a picture of each kind at 640×400, and how many times cheaper it is than ordinary meshes. */
export async function benchPlate(): Promise<BenchRow[]> {
  const served = await servePlatePage();
  const browser = await chromium.launch({ executablePath: findChromium(() => undefined), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(served.address);
    const run = async ({ drawing, kind, pictures }: Case): Promise<{ ms: number; calls: number; triangles: number; card: string }> => {
      const measured = await page.evaluate(
        ([job, view, size]) => window.plate.measure({ scene: './scenes/synapse.bin', detail: 'plate', view, ...size, ...job }),
        [{ drawing, kind, pictures }, VIEW, SIZE] as const,
      );
      return { ...measured, ms: Math.min(...measured.times) };
    };
    const ordinary = await run(ORDINARY);
    const row = (name: string, { ms, calls, triangles }: { ms: number; calls: number; triangles: number }, more: string): BenchRow => ({
      name,
      value: ms < 100 ? ms.toFixed(1) : Math.round(ms),
      unit: 'ms',
      note: `${calls} draw calls, ${triangles.toLocaleString('en')} triangles${more}`,
    });
    const rows = [row(ORDINARY.name, ordinary, `; drawn by ${ordinary.card}`)];
    for (const each of CASES) {
      const result = await run(each);
      rows.push(row(each.name, result, `; ${(ordinary.ms / result.ms).toFixed(0)} times cheaper`));
    }
    const resting = await framesAtRest(page, 5_000);
    rows.push({ name: 'plate, low tier: pictures in 5 s of rest', value: resting, unit: '', note: 'aim 0' });
    return rows;
  } finally {
    await browser.close();
    await served.close();
  }
}

async function framesAtRest(page: Page, ms: number): Promise<number> {
  await page.evaluate(() => window.plate.show({ tier: 'low', actors: 105 }));
  await page.waitForFunction(() => window.plate.said.status.at(-1) === 'live', null, { timeout: 120_000 });
  const frames = (): Promise<number> => page.evaluate(() => Number(document.querySelector('canvas')?.dataset['frames']));
  const before = await frames();
  await page.waitForTimeout(ms);
  return (await frames()) - before;
}
