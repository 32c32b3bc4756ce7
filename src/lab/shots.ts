/**
 * `npm run shots [-- name …]`: pictures of every level, theme and layout in `shots/`, from the built app.
 * With names, only views whose file name contains one of them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from './chromium';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'shots');

const FRAMES = {
  desktop: { width: 1440, height: 900, scale: 1 },
  tablet: { width: 1024, height: 768, scale: 1 },
  phone: { width: 390, height: 844, scale: 2 },
  presenter: { width: 1920, height: 1080, scale: 1 },
  embed: { width: 640, height: 400, scale: 2 },
} as const;

/** Views worth a picture: name and query. */
const VIEWS: readonly (readonly [string, string])[] = [
  ['start', ''],
  ['plain', 'v=1'],
  ['claim', 'v=1&sel=claim:ketamine--nmdar_pv&lit=disinhibition'],
  ['entity', 'v=1&sel=entity:bdnf'],
  ['compare', 'v=1&lit=disinhibition~eEF2K-spontaneous'],
  ['outline', 'v=1&mode=outline'],
  ['papers', 'v=1&mode=evidence'],
  ['ltp', 'pack=ltp'],
];

const wanted = process.argv.slice(2);
mkdirSync(out, { recursive: true });
if (process.env['SHOTS_NO_BUILD'] === undefined) await build({ root, logLevel: 'warn' });
const server = await preview({ root, preview: { port: 4399, host: '127.0.0.1' }, logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4399/';
const browser = await chromium.launch({ executablePath: findChromium(console.log), args: CHROMIUM_FLAGS });
try {
  for (const [frame, { width, height, scale }] of Object.entries(FRAMES)) {
    for (const theme of ['paper', 'lecture'] as const) {
      const names = VIEWS.map(([view, query]) => ({ file: `${view}-${frame}-${theme}.png`, query }));
      const chosen = names.filter(({ file }) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
      if (chosen.length === 0) continue;
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme: theme === 'paper' ? 'light' : 'dark',
      });
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => console.error(`page: ${error.message}`));
      for (const { file, query } of chosen) {
        const themed = query === '' ? '' : `?${query}${theme === 'lecture' ? '&theme=lecture' : ''}`;
        await page.goto(`${address}${themed}`, { waitUntil: 'networkidle' });
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(out, file) });
        console.log(file);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
