import { expect, open, query, test } from './page';

test('the score has a row for every level, two clocks with a tear between them, and is worked by keys', async ({ page }) => {
  await open(page, 'level=cell&dose=40min');
  const score = page.getByRole('group', { name: 'When: events on a logarithmic time axis' });
  const levels = page.getByRole('navigation', { name: /Where/ }).getByRole('button');
  // The row of a level names it and goes there.
  for (const name of ['Cell', 'Synapse', 'Receptor']) await expect(score.getByRole('button', { name, exact: true })).toBeVisible();
  await expect.poll(() => levels.count()).toBeGreaterThanOrEqual(3);
  await expect(score.getByText('after one spike')).toBeVisible();
  await expect(score.getByText('after the dose')).toBeVisible();
  await expect(score.getByText('1 s', { exact: true })).toHaveCount(2);
  const time = score.getByRole('slider', { name: 'Time' });
  await time.focus();
  await page.keyboard.press('Home');
  await expect(time).toHaveAttribute('aria-valuetext', /0\.1 milliseconds after one spike/);
  await page.keyboard.press('End');
  await expect(time).toHaveAttribute('aria-valuetext', /28 days after the dose/);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(time).toHaveAttribute('aria-valuetext', /14 days after the dose/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => query(page).get('level')).toBe('synapse');
});

test('an event leads to its place and time from the score and from a card; one without times stands beside the axis', async ({ page }) => {
  await open(page, 'level=cell&dose=10s');
  const score = page.getByRole('group', { name: 'When: events on a logarithmic time axis' });
  await score.getByRole('button', { name: /^mTORC1.*30 minutes/ }).click();
  await expect(page.getByRole('slider', { name: 'Time' })).toHaveAttribute('aria-valuetext', /minutes after the dose/);
  await expect.poll(() => query(page).get('sel')).toBe('event:tc12');
  await score.getByRole('button', { name: /without times/ }).click();
  await expect(
    page
      .getByRole('complementary')
      .getByText(/not known/i)
      .first(),
  ).toBeVisible();
});

test('nothing crosses the tear', async ({ page }) => {
  await open(page, 'level=synapse&tier=none');
  const score = page.getByRole('group', { name: 'When: events on a logarithmic time axis' });
  await expect(score.getByRole('button', { name: /^NMDA-receptor current/ })).toBeVisible();
  const crossing = await score.evaluate((element) => {
    const [heading] = [...element.querySelectorAll('span')].filter((span) => span.textContent === 'after the dose');
    const edge = heading?.getBoundingClientRect().left ?? 0;
    return [...element.querySelectorAll('button[title]')].filter((button) => {
      const boxes = [button, ...button.querySelectorAll('span')].map((part) => part.getBoundingClientRect());
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      return left < edge - 20 && right > edge - 4;
    }).length;
  });
  expect(crossing).toBe(0);
});
