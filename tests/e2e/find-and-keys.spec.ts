import { expect, open, query, test } from './page';

test('one box finds by synonym, slip of the finger and trade name, with keys alone, and says where it went', async ({ page }) => {
  await open(page, 'v=1');
  for (const [typed, wanted] of [
    ['Spravato', 's_ketamine'],
    ['ketmaine', 'ketamine'],
    ['NTRK2', 'trkb'],
  ] as const) {
    await page.keyboard.press(typed === 'Spravato' ? '/' : 'Control+k');
    const box = page.getByRole('combobox');
    await expect(box).toBeFocused();
    await box.fill(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect.poll(() => query(page).get('sel')).toBe(`entity:${wanted}`);
    await expect(page.getByRole('status').filter({ hasText: /./ }).first()).not.toBeEmpty();
  }
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('qqqqqq');
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

test('help lists the keys that are declared', async ({ page }) => {
  await open(page, 'v=1');
  await page.locator('body').press('?');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('kbd').filter({ hasText: 'Home' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the outline holds the map and selects like it', async ({ page }) => {
  await open(page, 'v=1&mode=outline');
  await page.getByRole('heading', { name: 'Outline', level: 1 }).waitFor();
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
