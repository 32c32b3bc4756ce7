/** The brain level: choosing by keyboard, the picture and the table as one, species kept apart, and the ways on. */
import { expect, test } from './page';

const CALM = 'v=1&level=brain&tier=none';
const heading = (page: import('@playwright/test').Page) => page.locator('aside h1');

test('a place chosen by keyboard in the rodent section is chosen in the list, the table and the address', async ({ page }) => {
  await page.goto(`/?${CALM}&dose=1h&bs=rodent`);
  const map = page.locator('[data-brain-map="rodent"]');
  const part = map.locator('[data-region="lateral-habenula"]');
  await expect(part).toHaveAttribute('data-lit', 'true');
  await map.locator('[data-region][tabindex="0"]').focus();
  for (let step = 0; step < 13 && !(await part.evaluate((node) => node === document.activeElement)); step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Lateral habenula');
  await expect(part).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-finding="rodent-lateral-habenula"]')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/sel=region:rodent-lateral-habenula/);

  await page.getByText('Table', { exact: true }).click();
  await expect(page.locator('tr[data-chosen="true"] th')).toContainText(['Lateral habenula']);
  await page.locator('tbody tr').filter({ hasText: 'Hippocampus' }).getByRole('link', { name: 'Hippocampus' }).first().click();
  await page.getByText('Picture', { exact: true }).click();
  await expect(map.locator('[data-region="hippocampus"]')).toHaveAttribute('aria-pressed', 'true');
});

test('changing the species changes every finding and lets go of a place of the other animal', async ({ page }) => {
  await page.goto(`/?${CALM}&dose=1d&bs=rodent&sel=region:rodent-infralimbic`);
  await expect(heading(page)).toHaveText('Infralimbic cortex');
  await page.getByText('Human', { exact: true }).click();
  await expect(heading(page)).toHaveText(/places of the human brain have a finding at this time/);
  await expect(page.locator('[data-finding]').first()).toBeVisible();
  expect(await page.locator('[data-finding^="rodent-"]').count()).toBe(0);
  await page.getByText('Table', { exact: true }).click();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const species = await page.locator('tbody tr td:nth-child(6)').allTextContents();
  expect(new Set(species)).toEqual(new Set(['human']));
});

test('the table sorts by a column either way and leads to the paper', async ({ page }) => {
  await page.goto(`/?${CALM}&dose=40min&bf=matrix`);
  const places = page.locator('tbody th');
  await page.getByRole('button', { name: 'Sort by place' }).click();
  const first = await places.allTextContents();
  await page.getByRole('button', { name: 'Sort by place' }).click();
  const second = await places.allTextContents();
  expect(first[0]).not.toBe(second[0]);
  expect([first[0], second[0]]).toEqual(['Amygdala, Hippocampus', 'Whole brain']);
  await expect(page.locator('th[data-column="place"]')).toHaveAttribute('aria-sort', 'descending');
  await page.locator('tbody tr').first().locator('td').last().getByRole('link').click();
  await expect(page).toHaveURL(/sel=reference:/);
});

test('the habenula leads to its circuit', async ({ page }) => {
  await page.goto(`/?${CALM}&dose=1h&bs=rodent&sel=region:rodent-lateral-habenula`);
  await page.getByRole('link', { name: 'Open the habenula circuit' }).click();
  await expect(page).toHaveURL(/level=circuit/);
  await expect(page).toHaveURL(/cir=habenula/);
});

test('a place found by its short name is chosen and named in a phone’s picture, where no name lies on another', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/?${CALM}&dose=40min`);
  const names = page.locator('[data-brain-map] ~ ul [data-finding], ul[data-form="rows"] [data-finding]');
  await expect(names.first()).toBeVisible();
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('sgACC');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Subgenual cingulate, human brain');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sel=region:subgenual-cingulate/);
  await expect(page.locator('[data-finding="subgenual-cingulate"]')).toHaveAttribute('aria-pressed', 'true');
  const boxes = await names.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.length).toBeGreaterThan(7);
  boxes.forEach((a, at) => {
    expect(a.left >= 0 && a.right <= 390).toBe(true);
    for (const b of boxes.slice(at + 1)) {
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    }
  });
});
