import { expect, open, query, test } from './page';

test('one box finds by synonym, slip of the finger and trade name, with keys alone, and says where it went', async ({ page }) => {
  await open(page, 'v=1');
  for (const [typed, wanted] of [
    ['Spravato', 's_ketamine'],
    ['ketmaine', 'ketamine'],
    ['NTRK2', 'trkb'],
  ] as const) {
    await page.keyboard.press(typed === 'Spravato' ? '/' : 'Control+k');
    const box = page.getByRole('dialog').getByRole('combobox');
    await expect(box).toBeFocused();
    await box.fill(typed);
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect.poll(() => query(page).get('sel')).toBe(`entity:${wanted}`);
    await expect(page.getByRole('status').filter({ hasText: /^Showing / })).toBeAttached();
    // The reader goes on from what was found, not from the top of the page.
    await expect(page.getByRole('application')).toBeFocused();
  }
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').fill('qqqqqq');
  await expect(page.getByText('Nothing matches "qqqqqq".')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the map is one tab stop; arrows walk it, Enter opens, Escape returns', async ({ page }) => {
  await open(page, 'v=1');
  const map = page.getByRole('application');
  await map.focus();
  const named = async (): Promise<string> => {
    const id = await map.getAttribute('aria-activedescendant');
    return (await page.locator(`[id="${id ?? ''}"]`).getAttribute('data-id')) ?? '';
  };
  const first = await named();
  expect(first).not.toBe('');
  await page.keyboard.press('ArrowDown');
  const second = await named();
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('sel')).toBe(`entity:${second}`);
  await expect(map).toBeFocused();
  await page.keyboard.press('n');
  const link = await named();
  expect(link).toContain('--');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /evidence/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press('Escape');
  await expect.poll(() => query(page).get('sel')).toBeUndefined();
  expect(await named()).toBe(second);
  await page.keyboard.press('Tab');
  await expect(map).not.toBeFocused();
});

test('a statement of the article leads to what it is about, and its verdict stands there', async ({ page }) => {
  await open(page, 'v=1&mode=evidence');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').fill('reduces suicidal thoughts');
  await expect(page.getByRole('dialog').getByText('Statements of the article')).toBeVisible();
  await page
    .getByRole('option', { name: /suicidal thoughts/ })
    .first()
    .click();
  await expect.poll(() => query(page).get('sel')).toBe('entity:ketamine');
  await expect(page.getByRole('status').filter({ hasText: 'which the statement is about' })).toBeAttached();
  const statement = page.locator('#panel details').filter({ hasText: 'suicidal thoughts' });
  await statement.locator('summary').click();
  await expect(statement.getByText('Left out')).toBeVisible();
});

test('keys lead from the diagram to the explanation and back; help lists them, and single keys can be switched off', async ({ page }) => {
  await open(page, 'v=1');
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F6');
  await expect(page.locator('#panel')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(map).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').locator('kbd').filter({ hasText: 'Home' }).first()).toBeVisible();
  const single = page.getByRole('dialog').getByLabel('The single keys / and ? work');
  await single.uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await page.locator('#panel h1').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('far out the keys walk processes and the lines between them, all named in words', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, 'v=1');
  const map = page.getByRole('application');
  await page.getByRole('button', { name: 'Copy a link to this view' }).focus();
  await map.focus();
  await expect(map).toHaveAttribute('data-detail', /overview|wide|groups/);
  const names = await map.getByRole('button').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
  expect(names.filter((name) => /[>_]|--|^$/.test(name))).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('sel')).toMatch(/^group:/);
  await page.keyboard.press('n');
  await expect(page.getByRole('status').filter({ hasText: / to .+ arrows?\s*$/ })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect.poll(() => query(page).get('sel')).toBeUndefined();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Copy a link to this view' })).toBeFocused();
});

test('the outline holds the map and selects like it', async ({ page }) => {
  await open(page, 'v=1&mode=outline');
  await page.getByRole('article').getByRole('heading', { name: 'Outline', level: 1 }).waitFor();
  const count = await page.locator('article a[href*="sel=entity"]').count();
  expect(count).toBeGreaterThanOrEqual(70);
  await page.getByRole('link', { name: 'TrkB', exact: false }).first().click();
  await expect.poll(() => query(page).get('sel')).not.toBeUndefined();
});

for (const locale of ['qps-long', 'qps-rtl'] as const) {
  test(`every word of the interface comes from the catalogue: ${locale}`, async ({ page, faults }) => {
    await open(page, `v=1&lang=${locale}`);
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'qps-rtl' ? 'rtl' : 'ltr');
    const labels = await page
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''));
    // Doubled or wrapped: an untouched English label would be a string that bypasses the catalogue.
    const untouched = labels.filter((label) => ['Find', 'Play', 'More', 'Zoom in', 'Zoom out'].includes(label));
    expect(untouched).toEqual([]);
    expect(faults.messages).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
}
