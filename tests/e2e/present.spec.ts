import type { Page } from '@playwright/test';
import { expect, test } from './page';

const STORY = 'v=1&level=cell&lit=disinhibition&story=two-brakes.2&present=1';

/** What of the map is at a place of the window, in units of its layout. */
async function under(page: Page, x: number, y: number): Promise<readonly number[]> {
  return page.locator('[data-part="picture"] svg[class*="stage" i]').evaluate(
    (stage, at) => {
      const frame = stage.parentElement;
      if (frame === null) return [];
      const { left, top, width } = frame.getBoundingClientRect();
      const enlarged = width / frame.clientWidth;
      const { a, e, f } = new DOMMatrix(getComputedStyle(stage).transform);
      return [((at.x - left) / enlarged - e) / a, ((at.y - top) / enlarged - f) / a].map(Math.round);
    },
    { x, y },
  );
}

/** The picture of a slide is shown enlarged: the pointer holds what is under it all the same. */
async function wheelAndDrag(page: Page): Promise<void> {
  const before = await under(page, 1500, 700);
  const zoomed = page.locator('[data-part="picture"] svg[class*="stage" i]');
  const style = await zoomed.getAttribute('style');
  await page.mouse.move(1500, 700);
  await page.mouse.wheel(0, -300);
  await expect(zoomed).not.toHaveAttribute('style', style ?? '');
  expect(await under(page, 1500, 700)).toEqual(before);
  await page.mouse.down();
  await page.mouse.move(1400, 640);
  await page.mouse.move(1300, 600);
  await page.mouse.up();
  expect(await under(page, 1300, 600)).toEqual(before);
}

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
  await wheelAndDrag(page);
  await page.keyboard.press('End');
  await expect(page.getByText('12 of 12')).toBeVisible();
  await page.keyboard.press('j');
  await page.getByRole('dialog').getByRole('button', { name: /^1\./ }).click();
  await expect(page.getByText('1 of 12')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: 'Story' })).toBeVisible();
  expect(faults.messages).toEqual([]);
});

test('no word of a slide beside its picture is under 24 px or cut, and words stand out at least 7 to 1', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  // Faces that come after the words have been set in others.
  await page.route('**/*.woff2', async (route) => {
    await page.waitForFunction(() => document.querySelector('[data-part="text"][data-fit]') !== null);
    await route.continue();
  });
  for (const theme of ['paper', 'lecture']) {
    // As it is typed: the step brings its view.
    await page.goto(`./?story=two-brakes.7&present=1&theme=${theme}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/lit=HNK/);
    await page.evaluate(() => document.fonts.ready);
    const column = page.locator('[data-part="text"]');
    await expect.poll(() => column.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    await expect(column.getByText('Press next to see what was found')).toBeInViewport({ ratio: 1 });
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
