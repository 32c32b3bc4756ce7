import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, open, test } from './page';

const dist = join(import.meta.dirname, '../../dist');
const BUDGET_BYTES = 180_000;
/** Everything that a plate brings beyond the first load: three, fiber and the scene code. */
const PLATE_BUDGET_BYTES = 290_000;

test('the first load is within its budget of script', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(join(dist, script)), { level: 9 }).length, 0);
  console.log(`first load: ${bytes} bytes of gzipped JavaScript in ${scripts.length} files`);
  expect(bytes).toBeLessThan(BUDGET_BYTES);
});

/** Chunks that a chunk needs before it runs, itself included. */
function closure(chunk: string, found = new Set<string>()): Set<string> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  const text = readFileSync(join(dist, 'assets', chunk), 'utf8');
  for (const [, other = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) closure(other, found);
  return found;
}

test('a plate’s code is within its budget, and none of it is in the first load', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = new Set<string>();
  for (const [, chunk = ''] of html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)) closure(chunk, first);
  expect(first.size).toBeGreaterThan(0);
  const drawing = (chunk: string): boolean => readFileSync(join(dist, 'assets', chunk), 'utf8').includes('WebGLRenderer');
  expect([...first].filter(drawing)).toEqual([]);
  const plates = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js') && drawing(name));
  expect(plates.length).toBeGreaterThan(0);
  const more = [...new Set(plates.flatMap((chunk) => [...closure(chunk)]))].filter((chunk) => !first.has(chunk));
  const bytes = more.reduce((sum, chunk) => sum + gzipSync(readFileSync(join(dist, 'assets', chunk)), { level: 9 }).length, 0);
  console.log(`a plate: ${bytes} bytes of gzipped JavaScript in ${more.length} files`);
  expect(bytes).toBeLessThan(PLATE_BUDGET_BYTES);
});

test('the page forbids inline script and eval, and loads nothing from elsewhere', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(html).toMatch(/script-src 'self'[;"]/);
  expect(html).not.toMatch(/unsafe-(inline|eval)/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  expect(html).not.toMatch(/(?:src|href)="https?:/);
});

test('the start screen stands without faults, foreign requests or chunks it does not need', async ({ page, faults }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
  });
  await open(page);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  // On a desktop the first picture shows molecules, not only processes.
  await expect(page.getByRole('application')).toHaveAttribute('data-detail', 'mid');
  expect(faults.messages).toEqual([]);
  expect(faults.foreign).toEqual([]);
  expect(scripts.filter((path) => /evidence-view|outline-view|find-box|plate-3d|three/.test(path))).toEqual([]);
  for (const script of scripts) expect(statSync(join(dist, script)).size).toBeGreaterThan(0);
});

test('opening another view brings its chunk then, and not before', async ({ page }) => {
  await open(page);
  const wanted = page.waitForResponse((response) => response.url().includes('evidence-view') && response.url().endsWith('.js'));
  await page.getByRole('link', { name: 'Papers' }).click();
  await wanted;
  await expect(page.getByRole('heading', { name: 'What the map stands on' })).toBeVisible();
});
