import type { BrowserContext, Page } from '@playwright/test';
import { storedFiles } from '../../src/lab/offline-files';
import { BUILT, makeLaterVersion, serveFolder, type OwnServer } from './own-server';
import { expect, test as base } from './page';

const STORY = 'v=1&level=synapse&story=open-then-plugged.1&present=1';
/** A slide that is quick to draw, where the pictures are not what is tested. */
const MAP_SLIDE = 'v=1&level=cell&lit=disinhibition&story=two-brakes.2&present=1';
const STORED = 'Everything for this lecture is on this device.';

const test = base.extend<{ server: OwnServer }>({
  server: async ({ browserName: _browser }, use) => {
    const server = await serveFolder(BUILT);
    await use(server);
    await server.end();
  },
});
test.use({ serviceWorkers: 'allow' });

/** Everything that went wrong in any window, but what a window gave up itself when it was loaded anew. */
function watched(context: BrowserContext): readonly string[] {
  const found: string[] = [];
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(message.text());
    });
    page.on('pageerror', (error) => found.push(error.message));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') found.push(`${request.url()}: ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.url()}: ${response.status()}`);
  });
  return found;
}

/** Opens a slide and its list of keys, which says how much is stored. */
async function openKeys(page: Page, server: OwnServer, slide: string): Promise<void> {
  await page.goto(`${server.address}?${slide}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('?');
}

/** Opens a slide and waits until all of the lecture is said to be stored. */
async function visitAndStore(page: Page, server: OwnServer, slide: string): Promise<void> {
  await openKeys(page, server, slide);
  await expect(page.getByRole('dialog').getByText(STORED)).toBeVisible({ timeout: 45_000 });
  await page.keyboard.press('Escape');
}

/** Ends the service worker, as browsers do after a while without work; the next request starts it anew. */
async function letWorkerSleep(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

async function cutNetwork(context: BrowserContext, server: OwnServer): Promise<void> {
  await context.setOffline(true);
  await server.end();
}

test('a lecture is given to its end with the server gone and both windows loaded anew', async ({ page, context, server }) => {
  test.setTimeout(180_000);
  const faults = watched(context);
  // Plates are drawn by software here: a slide looks the same at any size.
  await page.setViewportSize({ width: 960, height: 540 });
  await visitAndStore(page, server, STORY);
  await cutNetwork(context, server);

  const at = (step: number): Promise<void> => expect(page.getByText(`${step} of 10`, { exact: true })).toBeVisible({ timeout: 15_000 });
  const picture = page.locator('canvas, img, svg[role], [role="application"]').filter({ visible: true }).first();
  const titles = new Set<string>();
  for (let step = 1; step <= 10; step += 1) {
    await at(step);
    if (step === 5) {
      await letWorkerSleep(page);
      await page.reload();
      await at(5);
    }
    // A plate is drawn by software here, which takes its time.
    await expect(picture).toBeVisible({ timeout: 20_000 });
    titles.add((await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '');
    // A question takes one press more, which shows what was found.
    const asks = (await page.getByText('Press next to see what was found').count()) > 0;
    if (asks) await page.keyboard.press('PageDown');
    if (step < 10) await page.keyboard.press('PageDown');
  }
  expect(titles.size).toBe(10);

  const opening = context.waitForEvent('page');
  await page.keyboard.press('v');
  const speaker = await opening;
  await expect(speaker.getByText('This is the last step.')).toBeVisible();
  await expect(speaker.getByText('Connected to the other window')).toBeVisible();
  await speaker.keyboard.press('PageUp');
  await at(9);
  await speaker.reload();
  await speaker.getByRole('heading', { name: 'Speaker view' }).waitFor();
  await expect(speaker.getByText('Connected to the other window')).toBeVisible({ timeout: 2_000 });
  await speaker.keyboard.press('PageDown');
  await at(10);
  await expect(speaker.getByText(STORED)).toBeVisible();
  expect(faults).toEqual([]);
});

test('without the server other views, print, the course page and every file of the site open at their addresses', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(180_000);
  await visitAndStore(page, server, MAP_SLIDE);
  await cutNetwork(context, server);
  const faults = watched(context);
  for (const level of ['person', 'brain', 'circuit', 'cell']) {
    await page.goto(`${server.address}?v=1&level=${level}&theme=lecture`);
    await expect(page.locator('#scene').locator('canvas, img, svg').first()).toBeVisible();
  }
  await page.goto(`${server.address}index.html?v=1&mode=evidence`);
  await expect(page.getByRole('heading', { name: 'What the map stands on' })).toBeVisible();
  await page.goto(`${server.address}?v=1&pack=ltp`);
  await expect(page.locator('#scene svg').first()).toBeVisible();
  await page.goto(`${server.address}?v=1&story=two-brakes.1&print=1`);
  await expect(page.getByText('13 pages are ready.')).toBeVisible();
  await page.goto(`${server.address}embed/course.html?week=7`);
  await expect(page.frameLocator('iframe').first().locator('[data-frame="embed"]')).toBeVisible();
  const files = storedFiles(BUILT).map(({ url }) => url);
  expect(files).toEqual(expect.arrayContaining(['./atlas/full.bin', './scenes/receptor.bin', './docs/embedding.md', './index.html']));
  const missing = await page.evaluate(
    (urls) =>
      Promise.all(urls.map((url) => fetch(`../${url}?again=1`).then(({ ok }) => (ok ? '' : url)))).then((all) =>
        all.filter((url) => url !== ''),
      ),
    files,
  );
  expect(missing).toEqual([]);
  expect(faults).toEqual([]);
});

test('a new version waits to be asked, and a window of the old one keeps its own files', async ({ page, context, server }, info) => {
  test.setTimeout(180_000);
  await visitAndStore(page, server, MAP_SLIDE);
  const faults = watched(context);
  const later = info.outputPath('later');
  await makeLaterVersion(later, 'Ketamine, told anew');
  server.serve(later);

  await page.goto(`${server.address}?v=1&lit=disinhibition`);
  const old = await context.newPage();
  await old.goto(`${server.address}?v=1&level=cell`);
  const notice = page.getByText('A new version of this page is ready.');
  await expect(notice).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Ketamine, told anew')).toHaveCount(0);

  // A lecture is not spoken to.
  const lecture = await context.newPage();
  await openKeys(lecture, server, MAP_SLIDE);
  await expect(lecture.getByText(STORED)).toBeVisible();
  await expect(lecture.getByText('A new version of this page is ready.')).toHaveCount(0);
  await lecture.close();

  await page.getByRole('button', { name: 'Load the new version' }).click();
  await expect(page.getByText('Ketamine, told anew').first()).toBeVisible();
  expect(new URL(page.url()).searchParams.get('lit')).toBe('disinhibition');
  await expect(notice).toHaveCount(0);

  // The server has the old chunks no more; the old window has.
  await server.end();
  await context.setOffline(true);
  await letWorkerSleep(page);
  await old.getByRole('link', { name: 'Papers' }).click();
  await expect(old.getByRole('heading', { name: 'What the map stands on' })).toBeVisible();
  await page.getByRole('link', { name: 'Papers' }).click();
  await expect(page.getByRole('heading', { name: 'What the map stands on' })).toBeVisible();
  await old.reload();
  await expect(old.getByText('Ketamine, told anew').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('a figure stores nothing, a device that saves data is asked first, and a file that arrives changed is not kept', async ({
  page,
  context,
  server,
}) => {
  const faults = watched(context);
  const registrations = (): Promise<number> => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await page.goto(`${server.address}?v=1&level=cell&embed=1`);
  await page.locator('[data-frame="embed"]').waitFor();
  await page.waitForLoadState('networkidle');
  expect(server.asked.filter((path) => /offline-|storing-|service-worker/.test(path))).toEqual([]);

  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }));
  await openKeys(page, server, MAP_SLIDE);
  await expect(page.getByText('this device asks to save data')).toBeVisible();
  expect(await registrations()).toBe(0);
  server.spoil('/stills/synapse-paper.webp', 'a page that a captive portal sends for everything');
  await page.getByRole('button', { name: 'Store it now' }).click();
  await expect(page.getByText('a file did not arrive, or arrived changed')).toBeVisible({ timeout: 45_000 });
  server.spoil('/stills/synapse-paper.webp', null);
  await page.getByRole('button', { name: 'Store it now' }).click();
  await expect(page.getByText(STORED)).toBeVisible({ timeout: 45_000 });
  expect(await registrations()).toBe(1);
  expect(faults).toEqual([]);
});

test('a pack of another site is stored with the page', async ({ page, context, server }) => {
  const faults = watched(context);
  const other = await serveFolder(BUILT);
  const slide = `v=1&level=cell&pack=${encodeURIComponent(`${other.address}packs/ltp/pack.json`)}`;
  await page.goto(`${server.address}?${slide}`);
  await expect(page.locator('#scene svg').first()).toBeVisible();
  await visitAndStore(page, server, `${slide}&present=1`);
  const title = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
  await other.end();
  await cutNetwork(context, server);
  const parts = (failed: readonly string[]): readonly string[] => failed.filter((line) => !line.includes('/packs/ltp/'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(title);
  await expect(page.locator('svg').first()).toBeVisible();
  expect(parts(faults)).toEqual([]);
});
