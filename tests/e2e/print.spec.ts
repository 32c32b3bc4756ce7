import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
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
    await expect(page.getByText(`${steps + 1} pages are ready.`)).toBeVisible({ timeout: 20_000 });
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

/** Share of two pictures that is plainly other, in the part that both have, looked at from so far that the edges of letters melt. */
async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const [a, b] = await Promise.all(
        sources.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/${base64.startsWith('iVBOR') ? 'png' : 'svg+xml'};base64,${base64}`;
          await image.decode();
          return image;
        }),
      );
      if (a === undefined || b === undefined) return 1;
      const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
      const [first, second] = [a, b].map((image) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (context !== null) context.filter = 'blur(3px)';
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      });
      let count = 0;
      for (let at = 0; at < (first?.length ?? 0); at += 4) {
        const away = [0, 1, 2].reduce((sum, k) => sum + Math.abs((first?.[at + k] ?? 0) - (second?.[at + k] ?? 0)), 0);
        if (away > 90) count += 1;
      }
      return count / (width * height);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

test('pictures of the map, the circuit, the person and the brain are saved as they stand, at any size, and stand alone', async ({
  page,
  faults,
}) => {
  const copy = page.getByRole('dialog');
  const saved = async (act: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const [file] = await Promise.all([page.waitForEvent('download'), copy.getByRole('button', { name: act }).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  await open(page, 'v=1&lit=disinhibition&dose=1d&tier=none');
  // The share that may be other: of joined buttons the file keeps the chosen one.
  for (const [level, scale, ready, part, most] of [
    ['Cell', 4, '#scene svg.plate [data-id]', '[data-picture]', 0.001],
    ['Circuit', 3, '#scene [data-circuit] button[data-cell]', '[data-picture]', 0.012],
    ['Person', 2, '#scene [data-plot="standardised"] [data-axis]', '[data-picture]', 0.012],
    ['Brain', 1, '#scene [data-brain-map] path', '[data-species]', 0.001],
  ] as const) {
    if (level !== 'Cell') await page.getByRole('navigation').getByRole('button', { name: level, exact: true }).click();
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Copy a link to this view' }).click();
    await page.getByRole('tab', { name: 'Picture' }).click();
    await copy.getByText(`${scale}×`, { exact: true }).click();
    const png = await saved('Save as PNG');
    expect(png.name).toBe(`bouton-ketamine-${level.toLowerCase()}-${scale}x.png`);
    const box = await page.locator('#scene [data-picture]').boundingBox();
    expect(Math.abs(png.bytes.readUInt32BE(16) - scale * (box?.width ?? 0))).toBeLessThanOrEqual(scale);
    const drawn = level !== 'Brain';
    const svg = drawn ? await saved('Save as SVG') : null;
    await expect(copy.getByRole('button', { name: 'Save as SVG' })).toHaveCount(drawn ? 1 : 0);
    const link = await page.evaluate(() => location.href);
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
    if (svg !== null) {
      const text = svg.bytes.toString('utf8');
      expect(text.match(/var\(--|class="|foreignObject/g)).toBeNull();
      expect(text).toContain('@font-face');
      expect(text).toContain('>Bouton, Ketamine: ');
      expect(new URL(/<a href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '').search).toBe(new URL(link).search);
    }
    // What is only for the hand is not in the file: it is taken from the page too. A level whose picture is scrolled is compared where it is seen.
    const shown = page.locator(`#scene ${part}`);
    await shown.evaluate((element) => {
      const tools = '[data-tool], [role=radiogroup], select, button[data-tip]';
      for (const tool of element.querySelectorAll<HTMLElement>(tools)) tool.style.opacity = '0';
    });
    const seen = await shown.screenshot();
    expect(await differing(page, seen, svg?.bytes ?? png.bytes), level).toBeLessThanOrEqual(most);
  }
  // A single view on upright paper: picture and score are made small, not cut.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  for (const part of ['[data-picture]', '[data-size]']) {
    const { right = 999, left = 999 } = await page
      .locator(`#scene ${part}`)
      .evaluate((element) => element.getBoundingClientRect().toJSON());
    expect([part, Math.round(right - left) <= 690 && Math.round(right) <= 700]).toEqual([part, true]);
  }
  expect(faults.messages).toEqual([]);
});
