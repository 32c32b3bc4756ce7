import { expect, test } from './page';

const STORY = 'v=1&level=cell&lit=disinhibition&story=two-brakes.2&present=1';

test('a clicker drives the slides; the screen goes black and comes back; a question is resolved before the next step', async ({
  page,
  faults,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`./?${STORY}`);
  const claim = page.getByRole('heading', { level: 1 });
  await expect(claim).toHaveText('Block the brake: disinhibition');
  await page.keyboard.press('PageDown');
  await expect(claim).toHaveText('One interneuron against another');
  await page.keyboard.press('b');
  await expect(page.getByText('The screen is black')).toBeAttached();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('The screen is black')).toHaveCount(0);
  await expect(page.locator('[data-found]')).toHaveCount(0);
  await page.keyboard.press(' ');
  await expect(page.locator('[data-found]')).toHaveText('It should vanish, and it was intact');
  await page.keyboard.press('ArrowRight');
  await expect(claim).toHaveText('No circuit needed: direct block');
  await page.keyboard.press('End');
  await expect(page.getByText('12 of 12')).toBeVisible();
  await page.keyboard.press('j');
  await page.getByRole('dialog').getByRole('button', { name: /^1\./ }).click();
  await expect(page.getByText('1 of 12')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: 'Story' })).toBeVisible();
  expect(faults.messages).toEqual([]);
});

test('no word of a slide beside its picture is under 24 px, and words stand out at least 7 to 1', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const theme of ['paper', 'lecture']) {
    await page.goto(`./?${STORY}&theme=${theme}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const small = await page.evaluate(() => {
      const luminance = (colour: string): number => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255);
        const linear = (c: number): number => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      };
      const ground = luminance(getComputedStyle(document.querySelector('main') ?? document.body).backgroundColor);
      const found: string[] = [];
      for (const element of document.querySelectorAll('main section *, main nav *')) {
        if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')) continue;
        const style = getComputedStyle(element);
        const ink = luminance(style.color);
        const own = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? ground : luminance(style.backgroundColor);
        const contrast = (Math.max(ink, own) + 0.05) / (Math.min(ink, own) + 0.05);
        // Raised signs belong to the word that they stand in.
        const size = element.closest('sup, sub') === null ? Number.parseFloat(style.fontSize) : 24;
        if (size < 24 || contrast < 7) found.push(`${element.textContent}: ${style.fontSize}, ${contrast.toFixed(1)}`);
      }
      return found;
    });
    expect(small).toEqual([]);
  }
});

test('the speaker’s window and the screen stay on one step, through reloads of either, and share curtain and laser', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await page.goto(`./?${STORY}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const opening = context.waitForEvent('page');
  await page.keyboard.press('v');
  const speaker = await opening;
  await expect(speaker.getByText('Connected to the other window')).toBeVisible();
  await expect(speaker.getByText('The figure lets ketamine block')).toBeVisible();

  await speaker.keyboard.press('Home');
  await expect(page.getByText('1 of 12')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 of 12')).toBeVisible();
  await speaker.keyboard.press('End');
  await expect(page.getByText('12 of 12')).toBeVisible();
  await speaker.reload();
  await expect(speaker.getByText('Connected to the other window')).toBeVisible();
  await expect(speaker.getByText('This is the last step.')).toBeVisible();

  await speaker.getByRole('button', { name: 'Black', exact: true }).click();
  await expect(page.getByText('The screen is black')).toBeAttached();
  await speaker.getByRole('button', { name: 'Black', exact: true }).click();
  await speaker.getByRole('button', { name: 'Laser' }).click();
  await speaker.mouse.move(300, 200);
  await expect(page.getByTestId('laser')).toBeVisible();
});
