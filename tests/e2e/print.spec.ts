import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { expect, open, pixelsOf, test } from './page';

/** Every story of this site: its pack, its name and how many steps it has. */
const STORIES = (['ketamine', 'ltp'] as const).flatMap((pack) =>
  (JSON.parse(readFileSync(`src/content/${pack}/tours.json`, 'utf8')) as { tours: { id: string; steps: unknown[] }[] }).tours.map(
    ({ id, steps }) => ({ pack, id, steps: steps.length }),
  ),
);

test('every story prints as a cover and one page a step, with nothing cut off, and its codes lead back', async ({ page, faults }) => {
  test.setTimeout(240_000);
  expect(STORIES.length).toBeGreaterThanOrEqual(5);
  for (const [index, { pack, id, steps }] of STORIES.entries()) {
    const theme = index % 2 === 0 ? 'paper' : 'lecture';
    await page.goto(`./?v=1&pack=${pack}&story=${id}.1&theme=${theme}&print=1`);
    await expect(page.getByText(`${steps + 1} pages are ready.`)).toBeVisible();
    await expect(page.locator('[data-sheet] figure').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const faulty = await page.locator('section[data-sheet]').evaluateAll((sheets) =>
      sheets.flatMap((sheet, at) => {
        const low = (element: Element): number => element.getBoundingClientRect().bottom;
        const [figure, footer] = [sheet.querySelector('figure'), sheet.querySelector('footer')];
        const boxes = [sheet, ...sheet.querySelectorAll('h2 ~ div')];
        return [
          ...(boxes.some((box) => box.scrollHeight > box.clientHeight + 1) ? [`${at}: text is cut off`] : []),
          ...(figure !== null && footer !== null && low(figure) > footer.getBoundingClientRect().top
            ? [`${at}: the figure runs into the sources`]
            : []),
          ...(at > 0 && sheet.querySelector('footer li') === null ? [`${at}: no sources`] : []),
          ...[...sheet.querySelectorAll<HTMLImageElement>('figure img')]
            .filter((image) => image.naturalWidth < 2 * image.clientWidth)
            .map(({ src }) => `${at}: ${src} is coarse`),
        ];
      }),
    );
    expect({ id, faulty }).toEqual({ id, faulty: [] });
    // One step of each story, in turn: what a camera reads is the link under it.
    const sheet = page.locator('section[data-sheet]').nth(1 + index);
    const code = sheet.getByRole('img', { name: /Open this step/ });
    const sized = (side: string): Promise<void> =>
      code.evaluate((svg, to) => ['width', 'height'].forEach((key) => svg.setAttribute(key, to)), side);
    await sized('320');
    const { data, width, height } = await pixelsOf(page, await code.screenshot());
    await sized('96');
    const link = await sheet.getByRole('link').last().getAttribute('href');
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(link);
    expect(new URL(link ?? '').searchParams.get('story')).toBe(`${id}.${1 + index}`);
    // Whatever paper the reader's printer has.
    const pdf = await page.pdf(
      index % 2 === 0 ? { preferCSSPageSize: true, printBackground: true } : { format: 'Letter', printBackground: true },
    );
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(steps + 1);
    expect(pdf.length).toBeLessThan(12_000_000);
  }
  expect(faults.messages).toEqual([]);
});

test('the way to paper leads from the list of stories, and a printed circuit keeps the names of its cells', async ({ page }) => {
  await page.goto('./?v=1&mode=story');
  await page
    .getByRole('region', { name: /Two brakes make a go signal/ })
    .getByRole('link', { name: 'Print or save as PDF' })
    .click();
  await expect(page.getByText(/^\d+ pages are ready/)).toBeVisible({ timeout: 20_000 });
  const sheets = page.locator('section[data-sheet]');
  await expect(sheets.getByText(/et al\. \d{4}.*doi:10\./).first()).toBeVisible();
  const names = sheets.locator('figure button[aria-label^="Parvalbumin cell"]');
  await expect(names.first()).toBeVisible();
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
