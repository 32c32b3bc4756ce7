/** The contract of `<bouton-explorer>`: one test a line of `public/docs/element.md`, under the same name. */
import type { Page } from '@playwright/test';
import { expect } from './page';
import { test } from './host-page';

test.use({ viewport: { width: 700, height: 700 } });

const VIEW = 'view="v=1&amp;lit=disinhibition"';
const script = (site: string): string => `<script src="${site}/embed/bouton-element.js"></script>`;

/** Waits until the n-th element is ready, and gives its figure's query. */
async function ready(page: Page, selector = 'bouton-explorer'): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate(async (element) => {
      await customElements.whenDefined('bouton-explorer');
      const explorer = element as HTMLElementTagNameMap['bouton-explorer'];
      const asked = explorer.getState();
      await explorer.ready;
      return (await asked).query;
    });
}

test('It stands in a page of another origin, and its promises and events work there.', async ({ page, host, site, faults }) => {
  // What a host's console says of us is the host's trouble, be it an error or not.
  const warned: string[] = [];
  page.on('console', (message) => warned.push(message.text()));
  await page.goto(host.page(`${script(site)}<bouton-explorer ${VIEW}></bouton-explorer>`));
  expect(await ready(page)).toBe('v=1&lit=disinhibition');
  expect(warned.filter((text) => text.includes('postMessage'))).toEqual([]);
  const told = await page.locator('bouton-explorer').evaluate(async (element) => {
    const explorer = element as HTMLElementTagNameMap['bouton-explorer'];
    const events: unknown[] = [];
    explorer.addEventListener('bouton-change', ({ detail }) => events.push([detail.view.query, detail.by]));
    const gone = await explorer.goTo({ selection: 'entity:bdnf', dose: '2h' });
    await new Promise((resolve) => explorer.addEventListener('bouton-change', resolve, { once: true }));
    const dark = await explorer.setTheme('lecture');
    const picture = await explorer.screenshot(2);
    const signature = [...new Uint8Array(picture.bytes.slice(1, 4))].map((byte) => String.fromCharCode(byte)).join('');
    const refused = await explorer.fire().catch((error: { code: string }) => error.code);
    const bad = await explorer.goTo({ level: 'attic' as string }).catch((error: { code: string }) => error.code);
    const home = await explorer.reset();
    return {
      events,
      gone: gone.notices,
      dark: dark.theme,
      signature,
      width: picture.width,
      caption: picture.caption,
      refused,
      bad,
      home: home.query,
    };
  });
  expect(told).toMatchObject({
    gone: [],
    dark: 'lecture',
    signature: 'PNG',
    refused: 'unavailable',
    bad: 'bad-request',
    home: 'v=1&lit=disinhibition&theme=lecture',
  });
  expect(told.events).toContainEqual([expect.stringContaining('sel=entity:bdnf&dose=2h'), 'api']);
  expect(told.width).toBeGreaterThan(1_200);
  expect(told.caption).toContain(site);
  // The reader's own step is told as such.
  const by = page
    .locator('bouton-explorer')
    .evaluate(
      (element) =>
        new Promise((resolve) =>
          element.addEventListener('bouton-change', (event) => resolve((event as CustomEvent).detail.by), { once: true }),
        ),
    );
  await page.frameLocator('iframe').locator('[data-kind="group"]').first().click();
  expect(await by).toBe('user');
  expect(faults.messages).toEqual([]);
});

test('It keeps its look and its size under hostile style sheets.', async ({ page, host, site }) => {
  const hostile = `<style>* { all: unset !important; display: none !important; opacity: .1 !important; transform: rotate(9deg) !important;
    visibility: hidden !important; width: 9px !important; max-width: 9px !important; height: 9px !important; pointer-events: none !important; filter: invert(1) !important; position: fixed !important; left: -9999px !important; scale: .01 !important; translate: -9999px !important; zoom: .1 !important; mask: linear-gradient(transparent, transparent) !important; clip: rect(0, 0, 0, 0) !important; contain: strict !important; float: right !important; direction: rtl !important; font-size: 0 !important }
    html, body { display: block !important; visibility: visible !important; width: auto !important; max-width: none !important; height: auto !important; pointer-events: auto !important; opacity: 1 !important; transform: none !important; filter: none !important; position: static !important; scale: none !important; translate: none !important; zoom: 1 !important; mask: none !important; clip: auto !important; contain: none !important; float: none !important }
    iframe { border: 9px solid red !important; height: 1px !important }</style>`;
  await page.goto(host.page(`${hostile}${script(site)}<bouton-explorer ${VIEW}></bouton-explorer>`));
  await ready(page);
  const figure = page.frameLocator('iframe');
  await expect(figure.getByRole('application')).toBeVisible();
  await expect
    .poll(() =>
      page.locator('bouton-explorer').evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        const { opacity, transform, filter, visibility } = getComputedStyle(element);
        const frame = element.shadowRoot?.querySelector('iframe');
        return [
          width > 600,
          Math.abs(height - (frame?.clientHeight ?? 0)) < 1,
          height > 350,
          opacity,
          transform,
          filter,
          visibility,
          frame?.clientLeft,
        ];
      }),
    )
    .toEqual([true, true, true, '1', 'none', 'none', 'visible', 0]);
  await figure.locator('[data-kind="group"]').first().click();
  await expect.poll(() => ready(page)).toContain('sel=group:');
});

test('Two of them in a page do not hear each other.', async ({ page, host, site }) => {
  await page.goto(
    host.page(
      `${script(site)}<bouton-explorer id="a" ${VIEW}></bouton-explorer><div style="display:flex"><bouton-explorer id="b" view="v=1" theme="lecture" loading="eager"></bouton-explorer></div>`,
    ),
  );
  const [a, b] = [await ready(page, '#a'), await ready(page, '#b')];
  // A box that asks its content for a width is not told the 300 of an empty frame.
  await expect
    .poll(() => page.locator('#b').evaluate(({ clientWidth, clientHeight }) => [clientWidth > 600, clientHeight > 350]))
    .toEqual([true, true]);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const id of ['a', 'b']) document.getElementById(id)?.addEventListener('bouton-change', () => heard.push(id));
  });
  await page.locator('#a').evaluate((element) => (element as HTMLElementTagNameMap['bouton-explorer']).goTo({ selection: 'entity:bdnf' }));
  await expect.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['a']);
  expect(await ready(page, '#a')).not.toBe(a);
  expect(await ready(page, '#b')).toBe(b);
});

test('Taken out and put back, it shows the view it showed last.', async ({ page, host, site, faults }) => {
  await page.goto(host.page(`${script(site)}<div id="one"><bouton-explorer ${VIEW}></bouton-explorer></div><div id="two"></div>`));
  await ready(page);
  const shown = await page.locator('bouton-explorer').evaluate(async (element) => {
    const explorer = element as HTMLElementTagNameMap['bouton-explorer'];
    const { query } = await explorer.goTo({ selection: 'entity:bdnf', dose: '2h' });
    await new Promise((resolve) => explorer.addEventListener('bouton-change', resolve, { once: true }));
    explorer.remove();
    const away = await explorer.getState().catch((error: Error) => error.message);
    const back = new Promise((resolve) => explorer.addEventListener('bouton-ready', resolve, { once: true }));
    document.getElementById('two')?.append(explorer);
    await back;
    return { query, away, again: (await explorer.getState()).query };
  });
  expect(shown.again).toContain('sel=entity:bdnf&dose=2h');
  expect(shown.again).toContain(shown.query);
  expect(shown.away).toContain('not in a document');
  expect(faults.messages).toEqual([]);
});

test('A second copy of the script changes nothing.', async ({ page, host, site, faults }) => {
  await page.goto(host.page(`${script(site)}${script(site)}<bouton-explorer ${VIEW}></bouton-explorer>`));
  await ready(page);
  await page.addScriptTag({ url: `${site}/embed/bouton-element.js?again` });
  expect(await ready(page)).toBe('v=1&lit=disinhibition');
  expect(await page.locator('bouton-explorer').evaluate((element) => element.shadowRoot?.querySelectorAll('iframe').length)).toBe(1);
  expect(faults.messages).toEqual([]);
});

test('Properties set before the script came are kept.', async ({ page, host, site }) => {
  await page.goto(host.page('<bouton-explorer></bouton-explorer>'));
  await page
    .locator('bouton-explorer')
    .evaluate((element) => Object.assign(element, { view: 'v=1&sel=entity:bdnf', theme: 'lecture', label: 'Named early' }));
  await page.addScriptTag({ url: `${site}/embed/bouton-element.js` });
  expect(await ready(page)).toBe('v=1&sel=entity:bdnf&theme=lecture');
  await expect(page.locator('iframe[title="Named early"]')).toHaveCount(1);
});

test('Attributes that change are followed without loading again.', async ({ page, host, site }) => {
  await page.goto(host.page(`${script(site)}<bouton-explorer ${VIEW}></bouton-explorer>`));
  await ready(page);
  let loads = 0;
  page.on('framenavigated', () => (loads += 1));
  await page.locator('bouton-explorer').evaluate((element) => {
    element.setAttribute('theme', 'lecture');
    element.setAttribute('view', 'v=1&sel=entity:bdnf');
  });
  await expect.poll(() => ready(page)).toMatch(/^v=1&sel=entity:bdnf.*&theme=lecture$/);
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'lecture');
  const loaded = await page
    .frameLocator('iframe')
    .locator('html')
    .evaluate(() => performance.getEntriesByType('navigation').length);
  expect(loaded).toBe(1);
  // Only the frame's own address is written, at most once a change.
  expect(loads).toBeLessThanOrEqual(2);
  // Taken away, as frameworks do by setting nothing, they count no more.
  await page
    .locator('bouton-explorer')
    .evaluate((element) => Object.assign(element, { theme: null, view: undefined, level: 'circuit', links: null }));
  await expect.poll(() => ready(page)).toBe('v=1&level=circuit');
});

test('The host’s location, history, title and storage stay as they were.', async ({ page, host, site }) => {
  await page.goto(host.page(`${script(site)}<bouton-explorer ${VIEW}></bouton-explorer>`));
  const look = (): Promise<unknown> =>
    page.evaluate(() => [
      location.href,
      history.length,
      document.title,
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      Object.keys(document.body.dataset),
    ]);
  const before = await look();
  await ready(page);
  await page.frameLocator('iframe').locator('[data-kind="group"]').first().click();
  await page.locator('bouton-explorer').evaluate(async (element) => {
    const explorer = element as HTMLElementTagNameMap['bouton-explorer'];
    await explorer.goTo({ selection: 'entity:bdnf' });
    await explorer.setTheme('lecture');
    explorer.remove();
    document.body.append(explorer);
    await new Promise((resolve) => explorer.addEventListener('bouton-ready', resolve, { once: true }));
  });
  expect(await look()).toEqual(before);
});

test('A host with the strictest content policy that allows the script and the frame can use it.', async ({ page, host, site, faults }) => {
  const policy = `default-src 'none'; script-src ${site}; frame-src ${site}; require-trusted-types-for 'script'`;
  await page.goto(
    host.page(`${script(site)}<bouton-explorer ${VIEW}></bouton-explorer>`, {
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
    }),
  );
  expect(await ready(page)).toBe('v=1&lit=disinhibition');
  await expect(page.frameLocator('iframe').getByRole('application')).toBeVisible();
  expect(faults.messages).toEqual([]);
});

test('Its events are heard outside the shadow root that it stands in.', async ({ page, host, site }) => {
  await page.goto(host.page(`${script(site)}<div id="outer"></div>`));
  const detail = await page.evaluate(async () => {
    const outer = document.getElementById('outer');
    const explorer = document.createElement('bouton-explorer');
    explorer.setAttribute('view', 'v=1');
    const heard = new Promise<CustomEvent>((resolve) =>
      document.addEventListener('bouton-ready', (event) => resolve(event as CustomEvent)),
    );
    outer?.attachShadow({ mode: 'open' }).append(explorer);
    const event = await heard;
    return [event.composed, event.bubbles, event.target === outer, event.detail.protocol];
  });
  expect(detail).toEqual([true, true, true, 1]);
});

test('Loaded as a module, late, or in a page without an origin, it works as in any other.', async ({ page, host, site, faults }) => {
  const tag = `<bouton-explorer ${VIEW}></bouton-explorer>`;
  const late = `<script>setTimeout(() => import('${site}/embed/bouton-element.js'), 300)</script>`;
  for (const [html, headers] of [
    [`<script type="module" src="${site}/embed/bouton-element.js"></script>${tag}`, {}],
    [tag + late, {}],
    [script(site) + tag, { 'Content-Security-Policy': 'sandbox allow-scripts' }],
  ] as const) {
    await page.goto(host.page(html, headers));
    expect(await ready(page)).toBe('v=1&lit=disinhibition');
    // The height is heard too.
    await expect
      .poll(() => page.locator('bouton-explorer').evaluate(({ shadowRoot }) => shadowRoot?.querySelector('iframe')?.style.blockSize))
      .toMatch(/px$/);
  }
  expect(faults.messages).toEqual([]);
});

test('An address that is none of the web’s is not opened: what stands between the tags is shown, and an error told.', async ({
  page,
  host,
  site,
  faults,
}) => {
  const hostile = ["javascript:parent.document.title='hacked'//", 'data:text/html,<script>1</script>', 'http://[', ' '];
  await page.goto(
    host.page(
      `<script>window.told = []; addEventListener('bouton-error', ({ detail }) => told.push(detail.reason));</script>${script(site)}${hostile
        .map((src) => `<bouton-explorer loading="eager" src="${src.replaceAll('<', '&lt;')}"><a href="#x">In words</a></bouton-explorer>`)
        .join('')}`,
    ),
  );
  await expect(page.getByRole('link', { name: 'In words' })).toHaveCount(hostile.length);
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toHaveLength(hostile.length);
  expect(await page.title()).toBe('Host');
  // One that is mended is shown.
  await page
    .locator('bouton-explorer')
    .first()
    .evaluate((element, to) => element.setAttribute('src', to), `${site}/`);
  await ready(page);
  expect(faults.messages).toEqual([]);
});

test('Below the screen it shows what its attributes say when it is scrolled to, and comes at once when it is asked something.', async ({
  page,
  host,
  site,
}) => {
  await page.goto(host.page(`${script(site)}<div style="height:9000px"></div><bouton-explorer ${VIEW}></bouton-explorer>`));
  const element = page.locator('bouton-explorer');
  await element.evaluate((explorer) => {
    explorer.setAttribute('view', 'v=1&sel=entity:bdnf');
    explorer.setAttribute('theme', 'lecture');
  });
  const source = (): Promise<string | undefined> => element.evaluate(({ shadowRoot }) => shadowRoot?.querySelector('iframe')?.src);
  await expect.poll(source).toContain('sel=entity%3Abdnf&theme=lecture');
  expect(await ready(page)).toContain('sel=entity:bdnf');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
