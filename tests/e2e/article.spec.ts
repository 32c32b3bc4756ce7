import { expect, open, query, test } from './page';

test('a statement is graded before ours shows, and the place that shows what is known is one press away', async ({ page, faults }) => {
  await open(page, 'v=1&mode=article&sel=statement:m');
  const panel = page.locator('#panel');
  await expect(page.getByText('This half opens after you grade.')).toBeVisible();
  await expect(panel.getByText('Misleading', { exact: true })).toHaveCount(1);
  await expect(page.getByText('strengthens the currents in', { exact: true })).toHaveCount(0);

  await panel.getByRole('radio', { name: /Supported/ }).focus();
  await page.keyboard.press('2');
  await panel.getByRole('button', { name: 'Grade as partly' }).click();
  await expect(panel.getByRole('heading', { name: 'Misleading' })).toBeVisible();
  await expect(panel.getByText('you said partly')).toBeVisible();
  await expect(page.getByText('strengthens the currents in', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('button', { name: /More neurons that make EPSCs\. Your grade: Partly\. Our grade: Misleading\./ }),
  ).toBeVisible();

  await expect(panel.getByText(/^\d+ of \d+ sources read again, last on \d+ \w+ \d{4}$/)).toBeVisible();

  // The grade stays on this device; another statement is still closed.
  await page.reload();
  await expect(panel.getByRole('heading', { name: 'Misleading' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Show how statements mislead' }).selectOption('Safety overclaimed');
  await page.getByRole('button', { name: /Any doctor can give it/ }).click();
  await expect.poll(() => query(page).get('sel')).toBe('statement:e');
  await panel.getByRole('button', { name: 'Show ours without grading' }).click();
  await expect(panel.getByText('1 graded. You and we agree on 0. You were kinder on 1.')).toBeVisible();

  await page.goto('./?v=1&mode=article&sel=statement:n');
  await panel.getByRole('button', { name: 'Show ours without grading' }).click();
  await panel.getByRole('link', { name: 'Show it in the diagram' }).click();
  await expect(page.locator('#panel h1')).toHaveText(/BDNF/);
  await page.goBack();
  await expect(panel.getByRole('heading', { name: 'We would print' })).toBeVisible();

  // On the wall of a lecture a statement asks for a grade first, too; next gives it, and then goes on to the following statement.
  await page.goto('./?v=1&mode=article&sel=statement:k&present=1');
  const wall = page.getByRole('main');
  await expect(wall.getByText('Good studies disagree')).toBeVisible();
  await expect(wall.getByText('We would print')).toHaveCount(0);
  // A lecture begins once no other window has answered.
  await expect.poll(() => page.evaluate(() => window.sessionStorage.getItem('bouton.lecture'))).not.toBeNull();
  await page.keyboard.press('PageDown');
  await expect(wall.getByText('We would print')).toBeVisible();
  await expect(wall.getByText('Misleading', { exact: true })).toHaveCount(0);
  await expect.poll(() => query(page).get('level')).toBe('person');
  await page.keyboard.press('PageDown');
  await expect.poll(() => query(page).get('sel')).toBe('statement:l');
  await expect(wall.getByText('We would print')).toHaveCount(0);
  expect(faults.messages).toEqual([]);
});
