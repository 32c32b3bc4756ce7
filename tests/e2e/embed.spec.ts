/** A figure in a page of somebody else's, on another origin: its manners, its size, and what it says. */
import { gzipSync } from 'node:zlib';
import { axeOn } from '../a11y/axe-on';
import { expect } from './page';
import { figureIn, frameOf, heard, LISTEN, test } from './host-page';

type Ready = import('../../public/embed/bouton-client').Events['ready'];

const MAP = 'v=1&lit=disinhibition&embed=1';
const SYNAPSE = 'v=1&level=synapse&tier=low&embed=1';
const FIT = '<iframe id="f" title="Figure" style="width:640px;height:400px;border:0" src=';

test('focus, scroll, history, title and storage of the host stay as they were', async ({ page, host, site, faults }) => {
  await page.goto(host.page('<a href="#x">x</a>'));
  await page.goto(
    host.page(
      `<input id="name" autofocus><div style="height:300px"></div>${FIT}"${site}/?${MAP}"></iframe><div style="height:2000px"></div>`,
    ),
  );
  await page.evaluate(() => localStorage.setItem('mine', '1'));
  const figure = await figureIn(page);
  await page.evaluate(() => window.scrollTo(0, 120));
  const before = await page.evaluate(() => [history.length, document.title, location.href]);
  await expect(page.locator('#name')).toBeFocused();
  // Act inside: choose, walk, go elsewhere.
  await figure.locator('[data-kind="group"]').first().click();
  await expect.poll(() => new URL(frameOf(page, site).url()).searchParams.get('sel')).toMatch(/^group:/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await figure.getByRole('button', { name: 'Play' }).click();
  await figure.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => new URL(frameOf(page, site).url()).searchParams.has('dose')).toBe(true);
  expect(new URL(frameOf(page, site).url()).searchParams.get('embed')).toBe('1');
  expect(await page.evaluate(() => [history.length, document.title, location.href])).toEqual(before);
  expect(await page.evaluate(() => [window.scrollY, JSON.stringify({ ...localStorage }), document.cookie])).toEqual([
    120,
    '{"mine":"1"}',
    '',
  ]);
  expect(faults.messages).toEqual([]);
});

test('Tab goes in, through and out again both ways, and says so', async ({ page, host, site }) => {
  await page.goto(
    host.page(`${LISTEN}<button id="a">a</button>${FIT}"${site}/?${MAP}&ui=bar,rail,score,controls"></iframe><button id="b">b</button>`),
  );
  await figureIn(page);
  const at = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
  const presses = async (key: string, from: string, to: string): Promise<number> => {
    await page.locator(from).focus();
    for (let count = 1; count <= 20; count += 1) {
      await page.keyboard.press(key);
      if ((await at()) === to.slice(1)) return count;
    }
    return Number.POSITIVE_INFINITY;
  };
  const there = await presses('Tab', '#a', '#b');
  expect(there).toBeGreaterThan(6);
  expect(there).toBeLessThan(20);
  expect(await presses('Shift+Tab', '#b', '#a')).toBe(there);
  const exits = async (): Promise<unknown[]> => (await heard(page)).filter(({ event }) => event === 'tab-exit').map(({ detail }) => detail);
  await expect.poll(exits).toEqual([{ direction: 'forward' }, { direction: 'backward' }]);
});

test('the wheel scrolls the host until the reader has gone into the picture, or holds Ctrl', async ({ page, host, site }) => {
  await page.goto(host.page(`${FIT}"${site}/?${MAP}"></iframe><div style="height:3000px"></div>`));
  const figure = await figureIn(page);
  const touch = (): Promise<string> => figure.getByRole('application').evaluate((map) => getComputedStyle(map).touchAction);
  expect(await touch()).toBe('pan-x pan-y');
  const camera = (): string | null => new URL(frameOf(page, site).url()).searchParams.get('cam');
  const scroll = (): Promise<number> => page.evaluate(() => window.scrollY);
  await page.mouse.move(300, 200);
  await page.mouse.wheel(0, 100);
  await expect.poll(scroll).toBeGreaterThan(50);
  expect(camera()).toBeNull();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(camera).not.toBeNull();
  expect(await scroll()).toBe(0);
  // A press on the ground between the names goes into the picture.
  await page.mouse.click(20, 330);
  await expect(figure.getByRole('application')).toBeFocused();
  const near = camera();
  await page.mouse.wheel(0, -200);
  await expect.poll(camera).not.toBe(near);
  expect(await scroll()).toBe(0);
  expect(await touch()).toBe('none');
});

test('a plate is a still until the reader or the host wants more', async ({ page, host, site, faults }) => {
  const asked: string[] = [];
  const scripts: Promise<number>[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(host.page(`${LISTEN}${FIT}"${site}/?${SYNAPSE}"></iframe>`));
  const figure = await figureIn(page);
  const start = figure.getByRole('button', { name: 'Start the live figure' });
  await expect(start).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => /plate-3d|worker|\.bin/.test(address))).toEqual([]);
  expect(asked.filter((address) => /stills\//.test(address))).toHaveLength(1);
  expect((await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(200_000);
  await start.click();
  await expect(figure.getByRole('application')).toBeVisible();
  await expect(figure.getByRole('application')).toBeFocused();
  await expect(start).toHaveCount(0);
  expect(faults.messages).toEqual([]);
});

test('a receptor is drawn without a graphics card until then', async ({ page, host, site }) => {
  await page.goto(host.page(`${FIT}"${site}/?v=1&level=receptor&embed=1"></iframe>`));
  const figure = await figureIn(page);
  await expect(figure.getByRole('button', { name: 'Play channel' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(figure.locator('canvas')).toHaveCount(0);
  await figure.getByRole('button', { name: 'Next opening' }).click();
  await expect(figure.locator('[data-frame="embed"]')).toHaveAttribute('data-engaged', 'true');
  await expect(figure.locator('canvas')).not.toHaveCount(0);
});

test('from 320 to 834 wide and 300 to 900 high nothing is cut and nothing scrolls', async ({ page, site }) => {
  test.setTimeout(120_000);
  for (const query of [MAP, SYNAPSE, 'v=1&level=receptor&embed=1&theme=lecture']) {
    await page.goto(`${site}/?${query}`);
    await page.locator('[data-frame="embed"]').waitFor();
    for (const width of [320, 480, 640, 834]) {
      for (const height of [300, 400, 504, 900]) {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        const outside = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          const parts = [...document.querySelectorAll('header, header a, h1, main, [role="slider"], [role="group"], button')];
          const cut = parts.filter((part) => {
            if (!part.checkVisibility({ visibilityProperty: true }) || getComputedStyle(part).clipPath !== 'none') return false;
            const { left, right, top, bottom } = part.getBoundingClientRect();
            return left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
          });
          const scrolls = [...document.querySelectorAll('*')].filter(
            (part) => /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight + 1,
          );
          return {
            over: [scrollWidth > innerWidth, scrollHeight > innerHeight],
            cut: cut.map((part) => part.textContent || part.getAttribute('aria-label')),
            scrolls: scrolls.map(({ className }) => className),
          };
        });
        expect({ query, width, height, ...outside }).toEqual({ query, width, height, over: [false, false], cut: [], scrolls: [] });
      }
    }
  }
});

test('parts come and go, links close, and a list that cannot be read is said', async ({ page, site }) => {
  await page.goto(`${site}/?${MAP}&ui=none`);
  await page.getByRole('application').waitFor();
  await expect(page.getByRole('group', { name: 'When: events on a logarithmic time axis' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Open figure/ })).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interneuron disinhibition');
  await page.goto(`${site}/?v=1&sel=reference:autry2011&embed=1&ui=bar,panel&links=0&title=My%20own%20words`);
  await expect(page.getByRole('banner')).toContainText('My own words');
  await expect(page.locator('#root a[target="_blank"][href], #root a[href^="http"]')).toHaveCount(0);
  await expect(page.getByText(/^doi:10/).first()).toBeVisible();
  await page.goto(`${site}/?${MAP}&ui=bar,moat`);
  await expect(page.getByRole('status').filter({ hasText: 'ui=moat' })).toBeVisible();
});

test('the height is said so that the host hears it whichever loads first, in three tongues', async ({ page, host, site }) => {
  const resizer = `
    <script>
      window.canvas = [];
      addEventListener('message', (e) => { if (e.data.subject === 'lti.frameResize') canvas.push(e.data.height); });
      window.startResizer = () => {
        const frame = document.getElementById('f');
        addEventListener('message', ({ data, source, origin }) => {
          if (data.context !== 'h5p' || source !== frame.contentWindow) return;
          const respond = (action) => source.postMessage({ context: 'h5p', action }, origin);
          if (data.action === 'hello') { frame.style.width = '100%'; respond('hello'); }
          if (data.action === 'prepareResize' && (frame.clientHeight !== data.scrollHeight || data.scrollHeight !== data.clientHeight)) {
            frame.style.height = data.clientHeight + 'px';
            respond('resizePrepared');
          }
          if (data.action === 'resize') frame.style.height = data.scrollHeight + 'px';
        });
      };
    </script>`;
  const html = (early: boolean): string =>
    `${LISTEN}${resizer}${early ? '<script>addEventListener("DOMContentLoaded", startResizer)</script>' : ''}<div id="box" style="width:700px"><iframe id="f" title="Figure" style="width:500px;height:200px;border:0" src="${site}/?${MAP}"></iframe></div>`;
  for (const early of [true, false]) {
    await page.goto(host.page(html(early)));
    const figure = await figureIn(page);
    if (!early) {
      await expect.poll(async () => (await heard(page)).some(({ action }) => action === 'hello')).toBe(true);
      await page.evaluate(() => (window as unknown as { startResizer: () => void }).startResizer());
    }
    /** Whether the frame is as high as it takes for the picture to have its full height and nothing to stand beside it. */
    const fits = (): Promise<readonly unknown[]> =>
      figure.locator('[data-figure]').evaluate((picture) => {
        const room = (picture.closest('[data-frame]')?.clientWidth ?? 0) * 0.48125;
        return [window.innerWidth, picture.clientHeight - Math.max(300, Math.round(room))];
      });
    await expect.poll(fits, { timeout: 10_000 }).toEqual([700, 0]);
    await page.locator('#box').evaluate((box) => (box.style.width = '400px'));
    await expect.poll(fits).toEqual([400, 0]);
    const height = await page.locator('#f').evaluate((frame) => frame.clientHeight);
    expect(await page.evaluate(() => (window as unknown as { canvas: number[] }).canvas.at(-1))).toBe(height);
    const own = (await heard(page)).filter(({ event }) => event === 'height').at(-1);
    expect(own?.['detail']).toEqual({ width: 400, height });
  }
});

test('axe finds nothing in a figure, in any part and either theme', async ({ page, site }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 640, height: 504 });
  for (const theme of ['paper', 'lecture'] as const) {
    for (const query of [`${MAP}&ui=bar,rail,score,panel,controls`, SYNAPSE, 'v=1&level=receptor&embed=1', 'embed=1&story=two-brakes.2']) {
      await page.goto(`${site}/?${query}&theme=${theme}`);
      await page.locator('[data-frame="embed"]').waitFor();
      await page.waitForLoadState('networkidle');
      const { violations } = await axeOn(page, theme).analyze();
      expect(violations.map(({ id, nodes }) => `${query}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([]);
    }
  }
});

test('a figure that cannot start says why, in the frame and to the host', async ({ page, host, site }) => {
  await page.goto(host.page(`${LISTEN}${FIT}"${site}/?pack=./nothing-here.json&embed=1"></iframe>`));
  await expect(page.frameLocator('#f').getByRole('heading', { name: 'The diagram could not be loaded' })).toBeVisible();
  await expect
    .poll(async () => (await heard(page)).find(({ event }) => event === 'error')?.['detail'])
    .toMatchObject({ reason: expect.stringContaining('nothing-here') });
});

test('in a sandbox without an origin nothing throws, and the figure stands', async ({ page, host, site }) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  const frames = [MAP, SYNAPSE, 'v=1&level=receptor&embed=1'].map(
    (query, at) =>
      `<iframe id="f${at}" title="Figure" sandbox="allow-scripts" style="width:640px;height:400px" src="${site}/?${query}"></iframe>`,
  );
  await page.goto(host.page(LISTEN + frames.join('')));
  for (const at of frames.keys()) {
    const figure = await figureIn(page, `#f${at}`);
    await figure.getByRole('button', { name: 'Play' }).first().click();
    await expect(figure.locator('h1').first()).toBeVisible();
  }
  await expect
    .poll(
      async () => new Set((await heard(page)).filter(({ event }) => event === 'ready').map(({ detail }) => (detail as Ready).view.level)),
    )
    .toEqual(new Set(['cell', 'synapse', 'receptor']));
  await page.waitForTimeout(1_500);
  expect(broken).toEqual([]);
});
