import { expect, open, query, test } from './page';

test('a story leads by its steps, waits for an answer, and finds its place again', async ({ page, faults }) => {
  await open(page, 'v=1&mode=story');
  await page
    .getByRole('region', { name: /Two brakes make a go signal/ })
    .getByRole('link', { name: 'Begin' })
    .click();
  const card = page.getByRole('article', { name: 'Story' });
  await expect(card.getByRole('heading', { level: 1 })).toHaveText('A blocker that raises activity');
  await expect.poll(() => query(page).get('story')).toBe('two-brakes.1');

  await card.getByRole('button', { name: 'Next', exact: true }).click();
  await card.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(card.getByRole('heading', { level: 1 })).toHaveText('One interneuron against another');
  // What was found is not on the page before the reader has answered.
  await expect(card.getByText('deleted in PV cells')).toHaveCount(0);
  await card.getByRole('radio', { name: 'It should vanish, and it vanished' }).check();
  await card.getByRole('button', { name: 'Show what was found' }).click();
  await expect(card.getByText('It was found otherwise.')).toBeVisible();
  await expect(card.getByText('deleted in PV cells')).toBeVisible();

  // A view that the reader changes stays until asked back, and the story with it.
  await card.getByRole('link', { name: 'SST cells' }).click();
  await expect(card.getByText('You have changed the view')).toBeVisible();
  await card.getByRole('button', { name: 'Back to the step’s view' }).click();
  await expect(card.getByText('You have changed the view')).toHaveCount(0);
  await expect.poll(() => query(page).has('sel')).toBe(false);

  // The link of the step opens it elsewhere; this device remembers the answer and how far the reader came.
  await page.reload();
  await expect(card.getByText('It was found otherwise.')).toBeVisible();
  await card.getByRole('button', { name: 'Leave the story' }).click();
  await expect(card).toHaveCount(0);
  await page.goBack();
  await expect(card.getByRole('heading', { level: 1 })).toHaveText('One interneuron against another');
  await page.goto('./?v=1&mode=story');
  await expect(page.getByRole('link', { name: 'Go on at step 3' })).toBeVisible();
  expect(faults.messages).toEqual([]);
});

test('a story reads as an article, by keys alone', async ({ page }) => {
  await open(page, 'v=1&mode=story');
  const story = page.getByRole('region', { name: /From minutes to days/ });
  await story.getByRole('button', { name: 'Read it as an article' }).focus();
  await page.keyboard.press('Enter');
  await expect(story.getByRole('heading', { level: 3 }).first()).toHaveText('Two clocks that do not match');
  await story.getByRole('link', { name: 'Show this in the diagram: Twelve hours: new spines' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('story')).toBe('minutes-to-days.7');
  expect(query(page).has('mode')).toBe(false);
});
