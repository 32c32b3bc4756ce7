/** What a host page can ask of a figure and hear from it, with the published client, and who is not heard. */
import type { Page } from '@playwright/test';
import { expect } from './page';
import { figureIn, frameOf, heard, LISTEN, test } from './host-page';

const MAP = 'v=1&lit=disinhibition&embed=1';
const frame = (address: string): string =>
  `<iframe id="f" title="Figure" style="width:640px;height:420px;border:0" src="${address}"></iframe>`;

type Client = import('../../public/embed/bouton-client').Client;

/** Connects the published client to the frame of the page. */
async function connect(page: Page, site: string): Promise<void> {
  await page.evaluate(async (address) => {
    const { connect: join } = (await import(address)) as typeof import('../../public/embed/bouton-client');
    const client = join(document.getElementById('f') as HTMLIFrameElement, { timeout: 20_000 });
    Object.assign(window, { client });
    await client.ready;
  }, `${site}/embed/bouton-client.js`);
}

const call = (page: Page, method: string, params?: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async ([name, given]) => {
      const { client } = window as unknown as { client: Client };
      try {
        return { ...(await client.call(name as 'getState', given as undefined)) };
      } catch (error) {
        return { failed: (error as { code: string }).code };
      }
    },
    [method, params] as const,
  );

test('a client that comes late is answered, and a level with a run is played and fired', async ({ page, host, site, faults }) => {
  test.setTimeout(120_000);
  await page.goto(host.page(frame(`${site}/?${MAP}`)));
  const figure = await figureIn(page, '#f');
  await page.waitForLoadState('networkidle');
  await connect(page, site);
  expect(await call(page, 'getState')).toMatchObject({ query: 'v=1&lit=disinhibition', playing: false, story: null });
  expect(await call(page, 'setState', { set: { lit: 'HNK', dose: '1d' } })).toMatchObject({ query: 'v=1&lit=HNK&dose=1d', notices: [] });
  // Another copy of the client, as of a plugin, speaks with the same frame: each hears its own answers.
  const apart = await page.evaluate(async (address) => {
    const { connect: join } = (await import(address)) as typeof import('../../public/embed/bouton-client');
    const [one, two] = [(window as unknown as { client: Client }).client, join(document.getElementById('f') as HTMLIFrameElement)];
    await two.ready;
    const answers = [];
    for (let turn = 0; turn < 4; turn += 1) answers.push(one.call('goTo', { level: 'cell' }), two.call('getState'));
    const given = (await Promise.all(answers)).map((view) => 'notices' in view);
    two.close();
    return given;
  }, `${site}/embed/bouton-client.js?plugin`);
  expect(apart).toEqual([true, false, true, false, true, false, true, false]);
  expect(await call(page, 'setState', { query: 'v=1&sel=entity:nobody' })).toMatchObject({ notices: [expect.stringContaining('nobody')] });
  expect(await call(page, 'play')).toMatchObject({ playing: true });
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(await call(page, 'pause')).toMatchObject({ playing: false });
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await call(page, 'nothing')).toEqual({ failed: 'unknown-method' });
  expect(await call(page, 'goTo', { level: 'attic' })).toEqual({ failed: 'bad-request' });
  await call(page, 'setState', { query: 'v=1&level=synapse&tier=none' });
  expect(await call(page, 'fire')).toMatchObject({ level: 'synapse', playing: true });
  await expect
    .poll(async () => Number(await figure.getByRole('application').getAttribute('data-moment')), { timeout: 60_000 })
    .toBeGreaterThan(0);
  expect(await call(page, 'pause')).toMatchObject({ playing: false });
  expect(faults.messages).toEqual([]);
});

test('nobody but the host that is allowed is heard or told anything', async ({ page, host, other, site }) => {
  const command = `{ bouton: 1, type: 'request', id: 'x', method: 'setTheme', params: { theme: 'lecture' } }`;
  const stranger = other.page(`<script>setInterval(() => parent.frames[0].postMessage(${command}, '*'), 50)</script>`);
  await page.goto(host.page(`${LISTEN}${frame(`${site}/?${MAP}`)}<iframe title="Stranger" src="${stranger}"></iframe>`));
  const figure = await figureIn(page, '#f');
  await page.waitForTimeout(1_000);
  await expect(figure.locator('html')).toHaveAttribute('data-theme', 'paper');
  expect((await heard(page)).map(({ from }) => from)).not.toContain(other.origin);
  // A host that states another origin than its own is neither heard nor told.
  await page.goto(host.page(`${LISTEN}${frame(`${site}/?${MAP}&origin=${encodeURIComponent(other.origin)}`)}`));
  await figureIn(page, '#f');
  await page.evaluate((address) => {
    const target = (document.getElementById('f') as HTMLIFrameElement).contentWindow;
    target?.postMessage({ bouton: 1, type: 'hello' }, address);
    target?.postMessage({ bouton: 1, type: 'request', id: 'x', method: 'setTheme', params: { theme: 'lecture' } }, address);
  }, site);
  await page.waitForTimeout(1_000);
  await expect(page.frameLocator('#f').locator('html')).toHaveAttribute('data-theme', 'paper');
  expect(await heard(page)).toEqual([]);
});

test('ten thousand hostile messages run no script, throw nothing, freeze nothing and lose no state', async ({
  page,
  host,
  site,
  faults,
}) => {
  test.setTimeout(120_000);
  await page.goto(host.page(`${LISTEN}${frame(`${site}/?${MAP}&sel=entity:bdnf`)}`));
  const figure = await figureIn(page, '#f');
  await connect(page, site);
  const before = await call(page, 'getState');
  await page.evaluate((address) => {
    const target = (document.getElementById('f') as HTMLIFrameElement).contentWindow;
    const script = '<img src=x onerror="document.title=\'hacked\'">';
    const round: Record<string, unknown> = { bouton: 1, type: 'request', id: 'r', method: 'setState' };
    round['params'] = round;
    const odd: unknown[] = [
      null,
      0,
      'hello',
      script,
      [],
      round,
      new ArrayBuffer(1_000_000),
      new Map([['bouton', 1]]),
      { bouton: 1 },
      { bouton: 1, type: 'hello', extra: true },
      { bouton: 1, type: 'request', id: 'a', method: 'setState', params: { query: script } },
      { bouton: 1, type: 'request', id: 'b', method: 'setState', params: { query: 'x'.repeat(5_000) } },
      { bouton: 1, type: 'request', id: 'c', method: 'setState', params: { set: { pack: 'https://evil.example/pack.json' } } },
      { bouton: 1, type: 'request', id: 'd', method: '__proto__', params: {} },
      { bouton: 1, type: 'request', id: 'e', method: 'screenshot', params: { scale: 1e9 } },
      { bouton: 1, type: 'request', id: 'f'.repeat(100_000), method: 'getState' },
      { bouton: 1, type: 'request', id: 'g', method: 'goTo', params: { step: -1, story: script } },
      { bouton: 1, type: 'request', id: 'h', method: 'setTheme', params: { theme: script } },
      { context: 'h5p', action: script, scrollHeight: 1e9 },
      { context: 'h5p', action: 'resizePrepared' },
      { subject: 'lti.frameResize', height: -5 },
      { bouton: 1, type: 'reply', id: 'i', ok: true, result: script },
      { bouton: 1, type: 'event', event: 'ready', detail: {} },
    ];
    for (let turn = 0; turn < 20; turn += 1) for (const data of odd) target?.postMessage(data, address);
  }, site);
  // Thousands more, made up of what a window can send, then a burst of sound ones: the figure goes on answering in between.
  await page.evaluate((address) => {
    const target = (document.getElementById('f') as HTMLIFrameElement).contentWindow;
    let seed = 7;
    const pick = <T>(of: readonly T[]): T => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return of[Math.floor((seed / 2 ** 32) * of.length)] as T;
    };
    const names = [
      'bouton',
      'type',
      'id',
      'method',
      'params',
      'context',
      'action',
      'subject',
      'query',
      'set',
      'level',
      '__proto__',
      'constructor',
    ];
    const leaves: readonly unknown[] = [
      1,
      2,
      'request',
      'hello',
      'h5p',
      'ready',
      'resize',
      'setState',
      'goTo',
      'play',
      'fire',
      'screenshot',
      '__proto__',
      'x'.repeat(3_000),
      '<img src=x onerror=parent.document.title="hacked">',
      'v=1&level=synapse&sel=entity:bdnf',
      Number.NaN,
      -0,
      null,
      undefined,
      true,
      9n,
      new Date(0),
      /x/g,
      new Map([['bouton', 1]]),
      new Set([1]),
      new Error('e'),
      new Blob(['x']),
      new Uint8Array(9),
      [[[[[[[[[[1]]]]]]]]]],
    ];
    const make = (depth: number): unknown => {
      if (depth === 0 || pick([true, false, false])) return pick(leaves);
      const made: Record<string, unknown> = pick([true, false])
        ? { bouton: 1, type: 'request', id: 'z', method: pick(['setState', 'goTo', 'reset', 'x']) }
        : {};
      for (let count = pick([0, 1, 2, 5]); count > 0; count -= 1) {
        Object.defineProperty(made, pick(names), { value: make(depth - 1), enumerable: true, configurable: true, writable: true });
      }
      return made;
    };
    for (let turn = 0; turn < 9_500; turn += 1) {
      const { port1 } = new MessageChannel();
      target?.postMessage(make(3), address, turn % 100 === 0 ? [port1, new ArrayBuffer(8)] : []);
    }
    for (let turn = 0; turn < 5_000; turn += 1) {
      target?.postMessage(
        { bouton: 1, type: 'request', id: `b${turn}`, method: 'goTo', params: { level: pick(['cell', 'circuit', 'person']) } },
        address,
      );
    }
    for (let turn = 0; turn < 40; turn += 1) {
      target?.postMessage({ bouton: 1, type: 'request', id: `s${turn}`, method: 'screenshot', params: { scale: 4 } }, address);
    }
  }, site);
  const soon = frameOf(page, site).evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [last, worst, turns] = [performance.now(), 0, 0];
        const look = (): void => {
          const now = performance.now();
          worst = Math.max(worst, now - last);
          last = now;
          turns += 1;
          if (turns > 40) resolve(worst);
          else setTimeout(look, 20);
        };
        look();
      }),
  );
  // Each of them drawn on its own took over half a minute, and forty pictures at once never ended.
  expect(await soon).toBeLessThan(15_000);
  const refused = (await heard(page)).filter(({ error }) => (error as { message?: string } | undefined)?.message?.includes('under way'));
  expect(refused.length).toBeGreaterThan(4_000);
  // Only a script for a view was a wish that could be followed at all: it names nothing, so it leads to the start view.
  const after = await call(page, 'setState', { query: String(before['query']) });
  expect(after).toMatchObject({ query: before['query'], notices: [] });
  await expect(figure.getByRole('application')).toBeVisible();
  expect(await frameOf(page, site).title()).not.toContain('hacked');
  expect(await page.title()).toBe('Host');
  expect(faults.messages).toEqual([]);
  expect(faults.foreign.filter((address) => !address.startsWith(host.origin))).toEqual([]);
});

test('a story in a figure tells its steps, answers and end', async ({ page, host, site }) => {
  await page.goto(
    host.page(`${LISTEN}<div style="height:500px"></div>${frame(`${site}/?embed=1&story=two-brakes.1`)}<div style="height:2000px"></div>`),
  );
  await page.evaluate(() => window.scrollTo(0, 240));
  const figure = await figureIn(page, '#f');
  await expect(figure.getByRole('article')).toBeVisible();
  await connect(page, site);
  const start = await call(page, 'getState');
  expect(start).toMatchObject({ story: { id: 'two-brakes', step: 1 } });
  const { of } = start['story'] as { of: number };
  await page.locator('#f').evaluate((element) => ((element as HTMLElement).style.height = '900px'));
  // To the first step with a question, which is answered by hand.
  const choices = figure.getByRole('article').getByRole('radio');
  let at = 1;
  while (at < of && (await choices.count()) === 0) {
    at += 1;
    expect(await call(page, 'goTo', { step: at })).toMatchObject({ story: { step: at } });
    await expect(figure.locator(`[data-story-step="${at}"]`)).toBeVisible();
  }
  const scrolled = await page.evaluate(() => window.scrollY);
  await choices.first().evaluate((choice) => (choice as HTMLElement).click());
  await figure
    .getByRole('article')
    .locator('button[type="submit"]')
    .evaluate((button) => (button as HTMLElement).click());
  await expect
    .poll(async () => (await heard(page)).find(({ event }) => event === 'answered')?.['detail'])
    .toMatchObject({ story: 'two-brakes' });
  await page.evaluate((step) => (window as unknown as { client: Client }).client.call('goTo', { step }), of);
  const events = async (name: string): Promise<unknown[]> =>
    (await heard(page)).filter(({ event }) => event === name).map(({ detail }) => detail);
  await expect.poll(() => events('completed')).toEqual([{ story: 'two-brakes' }]);
  expect((await events('step')).at(-1)).toEqual({ story: 'two-brakes', step: of, of });
  expect(await call(page, 'goTo', { story: 'no-such-story' })).toEqual({ failed: 'unavailable' });
  await call(page, 'goTo', { step: 2 });
  await figure.getByRole('button', { name: 'Next' }).evaluate((button) => (button as HTMLElement).click());
  await expect(figure.locator('[data-story-step="3"]')).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
});

test('the example course page shows its three figures and speaks with them', async ({ page, site, faults }) => {
  test.setTimeout(120_000);
  await page.goto(`${site}/embed/course.html`);
  for (const at of [0, 1, 2]) {
    const place = page.locator('iframe').nth(at);
    await place.scrollIntoViewIfNeeded();
    await expect(place.contentFrame().locator('[data-frame="embed"]')).toBeVisible();
  }
  await expect(page.locator('#heard')).toContainText('Shown: ');
  // The frame takes the height that the figure asks for, and comes to rest there.
  const height = (): Promise<number> => page.locator('#story').evaluate((frame) => frame.clientHeight);
  const scrolls = (): Promise<boolean> =>
    page
      .frameLocator('#story')
      .locator('aside')
      .evaluate((aside) => aside.scrollHeight > aside.clientHeight + 1);
  await expect.poll(scrolls).toBe(false);
  const rest = await height();
  await page.waitForTimeout(1_000);
  expect(await height()).toBe(rest);
  // Also where the words stand below the picture.
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(height).toBeGreaterThan(rest);
  await expect.poll(scrolls).toBe(false);
  await page.getByRole('button', { name: 'Resting block' }).click();
  await expect
    .poll(() =>
      page
        .locator('#routes')
        .evaluate((element) => (element as HTMLElementTagNameMap['bouton-explorer']).getState().then(({ query }) => query)),
    )
    .toContain('lit=eEF2K-spontaneous');
  expect(faults.messages).toEqual([]);
});

test('hosts that answer every message, or greet without end, keep neither page busy', async ({ page, host, site }) => {
  const chatter = `<script>addEventListener('message', (e) => {
    window.count = (window.count ?? 0) + 1;
    for (const data of [e.data, 'pong', { bouton: 1, type: 'hello' }, { context: 'h5p', action: 'ready' }, { context: 'h5p', action: 'resize' }, { context: 'h5p', action: 'resizePrepared' }]) e.source.postMessage(data, '*');
  });</script>`;
  await page.goto(host.page(`${chatter}${frame(`${site}/?${MAP}`)}`));
  const figure = await figureIn(page, '#f');
  await figure.getByRole('application').waitFor();
  const count = (): Promise<number> => page.evaluate(() => (window as unknown as { count: number }).count);
  const before = await count();
  await page.waitForTimeout(2_000);
  // Not one answer for each of its messages, which would be tens of thousands.
  expect((await count()) - before).toBeLessThan(400);
});
