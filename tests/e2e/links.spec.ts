import { expect, open, query, test } from './page';

test('the whole view is in the address and opens the same elsewhere', async ({ page, context }) => {
  await open(page, 'v=1&lit=disinhibition');
  await page
    .getByRole('link', { name: /blocks NMDARs on/ })
    .first()
    .click();
  await expect.poll(() => query(page).get('sel')).toMatch(/^claim:/);
  const heading = await page.locator('#panel h1').textContent();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('#panel h1')).toHaveText(heading ?? '');
  expect(new URL(other.url()).search).toBe(new URL(page.url()).search);
});

test('browser back and forward walk over committed steps', async ({ page }) => {
  await open(page, 'v=1');
  const start = await page.locator('#panel h1').textContent();
  await page.getByRole('radio', { name: 'Metabolite HNK' }).check();
  await expect.poll(() => query(page).get('lit')).toBe('HNK');
  await page.getByRole('link', { name: 'Outline', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Outline', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Metabolite HNK' })).toBeChecked();
  await page.goBack();
  await expect(page.locator('#panel h1')).toHaveText(start ?? '');
  await page.goForward();
  await expect(page.getByRole('radio', { name: 'Metabolite HNK' })).toBeChecked();
});

test('back from a view that the address does not name yet leads to the one before it', async ({ page }) => {
  await open(page, 'v=1');
  await page.getByRole('radio', { name: 'Metabolite HNK' }).check();
  await expect.poll(() => query(page).get('lit')).toBe('HNK');
  await page.waitForTimeout(300);
  // Two steps and the way back in one breath: the second step is written a quarter of a second after the first.
  await page.evaluate(() => {
    for (const name of ['Outline', 'Papers']) [...document.querySelectorAll('a')].find((link) => link.textContent === name)?.click();
    history.back();
  });
  await expect(page.getByRole('heading', { name: 'Outline', level: 1 })).toBeVisible();
  await expect.poll(() => query(page).get('mode')).toBe('outline');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Metabolite HNK' })).toBeChecked();
});

test('the way back keeps the theme of this device and leads out of a failed pack', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ colorScheme: 'dark', ...(baseURL === undefined ? {} : { baseURL }) });
  await open(page);
  await page.getByRole('radio', { name: 'Metabolite HNK' }).check();
  await expect.poll(() => query(page).get('theme')).toBe('lecture');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Resting block, eEF2K' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'lecture');
  await page.goto('./?pack=./no-such-pack.json');
  await page.getByRole('button', { name: 'Open the ketamine pack' }).click();
  await expect(page.getByRole('application')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'The diagram could not be loaded' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('application')).toBeVisible();
  await page.close();
});

for (const [selection, heading, lit] of [
  ['entity:bdnf', /BDNF/, '[data-kind="entity"][data-id="bdnf"]'],
  ['claim:ketamine--nmdar_pv', /Ketamine blocks NMDARs on PV interneurons/, '[data-kind="claim"][data-id="ketamine--nmdar_pv"]'],
  ['reference:autry2011', /NMDA receptor blockade at rest/, null],
  ['hypothesis:opioid', /Opioid/, null],
  ['event:tc12', /mTORC1/, null],
  ['group:spine-growth', /Spine growth/, null],
  ['entity:acc', /Anterior cingulate/, null],
] as const) {
  test(`a link to one thing opens its card and shows it: ${selection}`, async ({ page, faults }) => {
    await open(page, `v=1&sel=${selection}&cam=840,560,0.8`);
    await expect(page.locator('#panel h1')).toContainText(heading);
    await expect(page.getByRole('region', { name: 'Notices' })).toBeHidden();
    if (lit !== null) await expect(page.locator(lit).first()).toHaveClass(/selected/);
    expect(faults.messages).toEqual([]);
  });
}

test('a link that copying is refused for is selected to be copied by hand', async ({ page }) => {
  await open(page, 'v=1&lit=opioid');
  await page.evaluate(() => {
    Object.defineProperty(window.navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await page.getByRole('button', { name: 'Copy a link to this view' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('did not allow copying')).toBeVisible();
  const selected = await page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : '';
  });
  expect(selected).toContain('lit=opioid');
});

test('undo, redo and reset', async ({ page }) => {
  await open(page, 'v=1');
  await page.getByRole('radio', { name: 'Opioid receptors' }).check();
  await expect.poll(() => query(page).get('lit')).toBe('opioid');
  await page.keyboard.press('Control+z');
  await expect.poll(() => query(page).get('lit')).toBeUndefined();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => query(page).get('lit')).toBe('opioid');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Return to the start view' }).click();
  await expect(page.locator('#panel h1')).toHaveText(/Quieting a resting receptor/);
});

for (const [bad, ...words] of [
  ['v=99', /later version/],
  ['v=1&sel=claim:no-such-claim&lit=phlogiston', /no-such-claim/, /phlogiston/],
  [
    `v=1&level=cellar&cam=NaN,1,2&lang=tlh&sel=entity:<script>alert(1)</script>&species=${'x'.repeat(2_000)}`,
    /the level/,
    /position on the map/,
    /the language/,
    /<script>/,
    /the species filter/,
  ],
] as const) {
  test(`a bad link is named in all its parts and the nearest view shown: ${bad.slice(0, 60)}`, async ({ page, faults }) => {
    await open(page, bad);
    const notices = page.getByRole('region', { name: 'Notices' });
    for (const part of words) await expect(notices).toContainText(part);
    await expect(page.getByRole('application')).toBeVisible();
    for (let left = await notices.getByRole('button', { name: 'Close' }).count(); left > 0; left--)
      await notices.getByRole('button', { name: 'Close' }).first().click();
    await expect(notices).toBeHidden();
    expect(faults.messages).toEqual([]);
  });
}

test('a hundred bad links one after the other run no script, and what is said is of the last alone', async ({ page, faults }) => {
  await open(page, 'v=1&lit=disinhibition');
  await page.evaluate(() => localStorage.setItem('bouton.stories', '{"places":{"two-brakes":4},"answers":{}}'));
  const bad = [
    '<script>document.title="hacked"</script>',
    '__proto__',
    'constructor',
    'NaN',
    '9'.repeat(400),
    'x'.repeat(100_000),
    '%E0%A4%A',
  ];
  const keys = ['sel', 'lit', 'cam', 'dose', 'level', 'story', 'rx', 'vs', 'cir', 'at', 'lang', 'v', 'mode', 'train', '__proto__'];
  for (const key of keys) {
    await page.evaluate(
      ([name, values]) => {
        for (const value of values) {
          history.pushState(null, '', `?v=1&${name}=${value}`);
          dispatchEvent(new PopStateEvent('popstate', {}));
        }
      },
      [key, bad] as const,
    );
  }
  await page.evaluate(() => {
    history.pushState(null, '', '?v=1&lit=HNK&lit=opioid');
    dispatchEvent(new PopStateEvent('popstate', {}));
  });
  await expect(page.getByRole('radio', { name: 'Metabolite HNK' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'Notices' }).locator('p')).toHaveText([/more than once, also as "opioid"/]);
  expect(await page.evaluate(() => localStorage.getItem('bouton.stories'))).toContain('"two-brakes":4');
  expect(await page.title()).not.toContain('hacked');
  expect(faults.messages).toEqual([]);
});

test('a position beside the map shows the map; unknown keys in a link are ignored without a word', async ({ page }) => {
  await open(page, 'v=1&cam=90000,-90000,1&utm_source=mail&fbclid=1');
  const inSight = page.getByRole('application').evaluate((map) => {
    const frame = map.getBoundingClientRect();
    return [...map.querySelectorAll('[data-kind="entity"]')].filter((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return left >= frame.left && top >= frame.top && right <= frame.right && bottom <= frame.bottom;
    }).length;
  });
  expect(await inSight).toBeGreaterThan(0);
  await expect(page.getByRole('region', { name: 'Notices' })).toBeHidden();
});

test('moving the map writes the address at most four times a second and adds no history', async ({ page }) => {
  await open(page, 'v=1');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { writes: times });
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = window.history[name].bind(window.history);
      window.history[name] = (...args: Parameters<History['pushState']>) => {
        times.push(performance.now());
        original(...args);
      };
    }
  });
  const before = await page.evaluate(() => window.history.length);
  const map = page.getByRole('application');
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map has no box');
  await page.mouse.move(box.x + 300, box.y + 300);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, turn % 2 === 0 ? -120 : 100);
    await page.waitForTimeout(40);
  }
  await expect.poll(() => query(page).has('cam')).toBe(true);
  const times = await page.evaluate(() => (window as unknown as { writes: number[] }).writes);
  for (let index = 4; index < times.length; index += 1) expect((times[index] ?? 0) - (times[index - 4] ?? 0)).toBeGreaterThan(990);
  expect(await page.evaluate(() => window.history.length)).toBe(before);
});
