/**
 * How long the other window of a lecture takes to show what is done in one: from the act to the end of the first frame in which the other
 * window's own picture shows it. Two real pages of one build in one browser; both draw in software on one machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../chromium';
import type { BenchRow } from './receptors';

const ROOT = join(import.meta.dirname, '../../..');
const AIM_MS = 250;
const ACTS = 20;
const GIVEN_UP_MS = 5_000;
/** Between the moves of a drag, as a mouse makes them. */
const MOVE_MS = 16;

/** What of a page shows an act, read in the page: words of the slide, lit routes, where the map stands, where the playhead is. */
const PROBES = {
  title: `document.querySelector('[data-part="text"] :is(h1, h2)')?.textContent`,
  time: `document.querySelector('[data-part="text"] p')?.textContent`,
  routes: `document.querySelector('[data-part="picture"] ul[class*="routes"]')?.textContent ?? 'none'`,
  map: `document.querySelector('[data-part="picture"] svg[class*="stage" i]')?.style.transform.replace(/-?[\\d.]+/g, (n) => Math.round(Number(n) * 10) / 10)`,
  playhead: `document.querySelector('[data-playhead]')?.dataset.playhead`,
} as const;
type Probe = keyof typeof PROBES;

/** A value and when it was first shown, ms since 1970. */
type Shown = readonly [at: number, value: string];

/** Notes, from now on, what the probe gives at the end of each frame. */
async function watch(page: Page, probe: Probe): Promise<void> {
  await page.evaluate(`{
    const seen = (window.seen = []);
    const look = () => {
      if (window.seen !== seen) return;
      const value = String(${PROBES[probe]});
      if (seen.at(-1)?.[1] !== value) seen.push([performance.timeOrigin + performance.now(), value]);
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = look;
    // A message that is sent before a frame is drawn comes after it.
    const frame = () => {
      port2.postMessage(null);
      if (window.seen === seen) requestAnimationFrame(frame);
    };
    look();
    requestAnimationFrame(frame);
    for (const kind of ['pointerdown', 'keydown', 'click']) addEventListener(kind, () => (window.actedAt = performance.timeOrigin + performance.now()), true);
  }`);
}

const seenBy = (page: Page): Promise<readonly Shown[]> => page.evaluate('window.seen');

/** Waits until the page shows something else than before; gives when. NaN where it never does. */
async function nextShown(page: Page, before: number): Promise<number> {
  // Asked from here: the page's policy refuses the text of a condition that would wait inside it.
  for (const until = Date.now() + GIVEN_UP_MS; Date.now() < until; await page.waitForTimeout(20)) {
    const at = (await seenBy(page))[before]?.[0];
    if (at !== undefined) return at;
  }
  return Number.NaN;
}

/** Delays of acts that are done one after the other, ms. */
async function delays(here: Page, there: Page, probe: Probe, act: (n: number) => Promise<unknown>): Promise<number[]> {
  await Promise.all([watch(here, probe), watch(there, probe)]);
  const found: number[] = [];
  for (let n = 0; n < ACTS; n += 1) {
    const [mine, before] = [(await seenBy(here)).length, (await seenBy(there)).length];
    await act(n);
    // What changed nothing here, such as what was chosen already, is no act.
    if (Number.isNaN(await nextShown(here, mine))) continue;
    found.push((await nextShown(there, before)) - Number(await here.evaluate('window.actedAt')));
    await here.waitForTimeout(120);
  }
  return found;
}

/** Delays of what goes on in both: for each value that one page showed, until the other shows it or one that came after it. */
async function lags(here: Page, there: Page, later: (value: string, than: string, told: readonly string[]) => boolean): Promise<number[]> {
  await here.waitForTimeout(1_000);
  const [mine, theirs] = [await seenBy(here), await seenBy(there)];
  const told = mine.map(([, value]) => value);
  return mine
    .slice(1)
    .map(([at, value]) => (theirs.find(([, shown]) => shown === value || later(shown, value, told))?.[0] ?? Number.NaN) - at);
}

const worse = (values: readonly number[]): number => (values.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(0, ...values));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Windows {
  readonly screen: Page;
  readonly speaker: Page;
}

async function lecture(context: BrowserContext, address: string, view: string): Promise<Windows> {
  const screen = await context.newPage();
  await screen.goto(`${address}?v=1&present=1&tier=none&${view}`);
  await screen.locator('[data-part="text"]').waitFor();
  await screen.waitForTimeout(1_500);
  const opening = context.waitForEvent('page');
  await screen.keyboard.press('v');
  const speaker = await opening;
  await speaker.setViewportSize({ width: 1280, height: 800 });
  await speaker.locator('[data-connected="true"]').waitFor();
  await speaker.waitForTimeout(1_500);
  return { screen, speaker };
}

/** Presses what the page has of a kind, one after the other, as a keyboard does. */
const press = (page: Page, selector: string, n: number): Promise<unknown> =>
  page.locator(selector).evaluateAll((all, at) => {
    const seen = all.filter((one) => one.checkVisibility());
    seen[at % seen.length]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }, n);

/** A view that comes by its link, as the way back does. */
const goBack = (page: Page, key: string, value: string): Promise<unknown> =>
  page.evaluate(
    ([name, wanted]) => {
      const to = new URL(location.href);
      to.searchParams.set(name, wanted);
      history.pushState(null, '', to);
      Reflect.set(window, 'actedAt', performance.timeOrigin + performance.now());
      dispatchEvent(new PopStateEvent('popstate'));
    },
    [key, value] as const,
  );

async function dragged(here: Page, there: Page): Promise<number[]> {
  await Promise.all([watch(here, 'map'), watch(there, 'map')]);
  const box = await here.locator('[data-part="picture"]').boundingBox();
  if (box === null) return [];
  const [x, y] = [box.x + box.width * 0.2, box.y + box.height * 0.9];
  await here.mouse.move(x, y);
  await here.mouse.down();
  for (let n = 1; n <= ACTS; n += 1) {
    await here.mouse.move(x + 4 * n, y - 2 * n);
    await here.waitForTimeout(MOVE_MS);
  }
  await here.mouse.up();
  return lags(here, there, (shown, value, told) => told.indexOf(shown) > told.indexOf(value));
}

/** The rows: for each kind of act, the median delay of both directions, and of each direction median and worst. */
export async function benchMirror(): Promise<BenchRow[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bouton-mirror-'));
  await build({ root: ROOT, logLevel: 'silent', build: { outDir, emptyOutDir: true } });
  const server = await preview({ root: ROOT, build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  const browser = await chromium.launch({ executablePath: findChromium(() => undefined), args: CHROMIUM_FLAGS });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('the page could not be served');
    const rows: BenchRow[] = [];
    const row = async (
      name: string,
      { screen, speaker }: Windows,
      measure: (here: Page, there: Page) => Promise<number[]>,
    ): Promise<void> => {
      const [out, back] = [await measure(screen, speaker), await measure(speaker, screen)];
      const said = (way: string, values: readonly number[]): string =>
        `${way} ${median(values).toFixed(0)}, worst ${worse(values).toFixed(0)} of ${values.length}`;
      rows.push({
        name: `two windows: ${name}`,
        value: median([...out, ...back]).toFixed(0),
        unit: 'ms',
        note: `${said('screen to speaker', out)}; ${said('speaker to screen', back)}; aim ${AIM_MS}`,
      });
    };
    const context = (): Promise<BrowserContext> => browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
    const map = await lecture(await context(), address, 'level=cell');
    await row('selection', map, (here, there) =>
      delays(here, there, 'title', (n) => press(here, '[data-part="picture"] [data-kind="group"][role="button"]', n)),
    );
    await row('hypothesis', map, (here, there) =>
      delays(here, there, 'routes', (n) => goBack(here, 'lit', ['HNK', 'disinhibition', 'disinhibition~HNK', 'opioid'][n % 4] ?? 'none')),
    );
    await row('time', map, (here, there) => delays(here, there, 'time', (n) => goBack(here, 'dose', `${n + 2}h`)));
    await row('map dragged', map, dragged);
    await map.screen.context().close();
    const channel = await lecture(await context(), address, 'level=receptor');
    await row('slider of a playhead', channel, async (here, there) => {
      await here.locator('[data-part="picture"] [role="slider"]').focus();
      return delays(here, there, 'playhead', () => here.keyboard.press('ArrowLeft'));
    });
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
