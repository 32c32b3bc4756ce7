import { readFileSync } from 'node:fs';
import { expect, open, test } from './page';

test('a story prints as a cover and one page a step, each with its sources and a code that leads back', async ({ page, faults }) => {
  test.setTimeout(120_000);
  await page.goto('./?v=1&mode=story');
  await page
    .getByRole('region', { name: /Two brakes make a go signal/ })
    .getByRole('link', { name: 'Print or save as PDF' })
    .click();
  await expect(page.getByText('13 pages are ready.')).toBeVisible();
  const sheets = page.locator('section[data-sheet]');
  await expect(sheets).toHaveCount(13);
  await expect(sheets.nth(3).getByRole('heading', { level: 2 })).toHaveText('One interneuron against another');
  await expect(sheets.nth(3).getByText(/Pozzi et al\. 2014/)).toBeVisible();
  await expect(sheets.nth(3).locator('svg').first()).toBeVisible();
  for (const sheet of await sheets.all()) await expect(sheet.getByRole('img', { name: /Open this step/ })).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(13);
  expect(pdf.length).toBeLessThan(12_000_000);
  expect(faults.messages).toEqual([]);
});

test('the picture is saved at twice its size and as a drawing, each with its citation line', async ({ page, faults }) => {
  await open(page, 'v=1&lit=disinhibition');
  await page.getByRole('button', { name: 'Copy a link to this view' }).click();
  await page.getByRole('tab', { name: 'Picture' }).click();
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as PNG' }).click()]);
  const bytes = readFileSync(await png.path());
  const shown = await page.locator('#scene [data-picture]').boundingBox();
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(Math.abs(bytes.readUInt32BE(16) - 2 * (shown?.width ?? 0))).toBeLessThanOrEqual(2);
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as SVG' }).click()]);
  const drawing = readFileSync(await svg.path(), 'utf8');
  expect(drawing).toContain('Bouton:');
  expect(drawing).toContain('lit=disinhibition');
  expect(faults.messages).toEqual([]);
});
