/** The dialog that gives a view away: what it copies works where it is pasted. */
import jsQR from 'jsqr';
import { axeOn } from '../a11y/axe-on';
import { expect, open, pixelsOf } from './page';
import { figureIn, test } from './host-page';

const VIEW = 'v=1&lit=disinhibition&sel=entity:bdnf&dose=2h';

test('the copied frame, pasted into another page, is named, waits for the screen, keeps its shape and shows the view', async ({
  page,
  host,
  site,
}) => {
  await open(page, VIEW);
  await page.getByRole('button', { name: 'Copy a link to this view' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(`${site}/?${VIEW}`);
  await dialog.getByRole('tab', { name: 'Frame' }).click();
  const code = await dialog.getByLabel('Code of the frame').inputValue();
  await page.goto(host.page(`<div style="width:640px">${code}</div>`));
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('title', /BDNF.*live figure/i);
  await expect(frame).toHaveAttribute('loading', 'lazy');
  const { width, height } = (await frame.boundingBox()) ?? { width: 0, height: 0 };
  expect([width, Math.round(height)]).toEqual([640, 395]);
  const figure = await figureIn(page);
  await expect(figure.getByRole('slider', { name: 'Time' })).toHaveAttribute('aria-valuetext', /2 hours/);
  await expect(figure.getByRole('heading', { level: 1 })).toContainText('BDNF');
});

test('the copied element works where it is pasted', async ({ page, host }) => {
  await open(page, VIEW);
  await page.getByRole('button', { name: 'Copy a link to this view' }).click();
  await page.getByRole('dialog').getByRole('tab', { name: 'Element' }).click();
  const code = await page.getByRole('dialog').getByLabel('Code of the element').inputValue();
  await page.goto(host.page(code));
  const query = await page.locator('bouton-explorer').evaluate(async (element) => {
    await customElements.whenDefined('bouton-explorer');
    return (await (element as HTMLElementTagNameMap['bouton-explorer']).getState()).query;
  });
  expect(query).toContain(VIEW);
});

test('the QR code is large, and a camera reads the link from it in either theme', async ({ page, site }) => {
  for (const theme of ['paper', 'lecture'] as const) {
    const view = theme === 'paper' ? VIEW : `${VIEW}&theme=${theme}`;
    await open(page, view);
    await page.getByRole('button', { name: 'Copy a link to this view' }).click();
    await page.getByRole('dialog').getByRole('tab', { name: 'QR code' }).click();
    const { violations } = await axeOn(page, theme).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const code = page.getByRole('img', { name: /QR code/ });
    const picture = await code.screenshot();
    const { data, width, height } = await pixelsOf(page, picture);
    expect(width).toBeGreaterThanOrEqual(300);
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(`${site}/?${view}`);
  }
});

test('where the browser refuses the clipboard the text is selected, and else it is copied', async ({ page, context, site }) => {
  await open(page, VIEW);
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      configurable: true,
    });
  });
  await page.getByRole('button', { name: 'Copy a link to this view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'did not allow' })).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Link' });
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(`${site}/?${VIEW}`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.reload();
  await page.getByRole('button', { name: 'Copy a link to this view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site}/?${VIEW}`);
});
