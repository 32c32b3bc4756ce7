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
  // A frozen screen keeps what it shows, whichever window steps; the clicker beside it steps the lecture.
  await speaker.keyboard.press('Home');
  await expect(page.getByText('1 of 12')).toBeVisible();
  await speaker.getByRole('button', { name: 'Freeze' }).click();
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  const told = speaker.locator('[data-part="text"]').getByRole('heading');
  await expect(told).toHaveText('Block the brake: disinhibition');
  await expect(page.getByText('1 of 12')).toBeVisible();
  await speaker.getByRole('button', { name: 'Freeze' }).click();
  await expect(page.getByText('2 of 12')).toBeVisible();
  await speaker.getByRole('button', { name: 'Laser' }).click();
  await speaker.mouse.move(300, 200);
  await expect(page.getByTestId('laser')).toBeVisible();
});
