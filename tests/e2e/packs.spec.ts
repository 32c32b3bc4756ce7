import { readFileSync } from 'node:fs';
import { expect, open, test } from './page';

test('the second pack opens through the same loader', async ({ page, faults }) => {
  await open(page, 'pack=ltp');
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.locator('header')).not.toContainText('Ketamine');
  expect(faults.messages).toEqual([]);
});

test('an address that holds no pack is named, with a way back', async ({ page }) => {
  await page.goto('./?pack=./no-such-pack.json');
  await expect(page.getByRole('heading', { name: 'The diagram could not be loaded' })).toBeVisible();
  await expect(page.getByText('no-such-pack.json')).toBeVisible();
  await page.getByRole('button', { name: 'Open the ketamine pack' }).click();
  await expect(page.getByRole('application')).toBeVisible();
});

test('a pack with one bad record draws the rest and names it', async ({ page }) => {
  const manifest = JSON.parse(readFileSync('src/content/ltp/pack.json', 'utf8')) as { parts: string[] };
  await page.route('**/broken/**', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const json = JSON.parse(readFileSync(`src/content/ltp/${name}`, 'utf8')) as { claims?: { evidence: unknown[] }[] };
    const [claim] = json.claims ?? [];
    if (claim !== undefined) claim.evidence = [];
    await route.fulfill({ json });
  });
  expect(manifest.parts.length).toBeGreaterThan(0);
  await open(page, 'pack=./broken/pack.json');
  await expect(page.getByRole('application')).toBeVisible();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toBeVisible();
  await notices.getByText('Show what was found').click();
  await expect(notices).toContainText('evidence');
});

test('dropped files are loaded, and files that are no pack change nothing', async ({ page }) => {
  await open(page, 'v=1');
  const drop = async (files: readonly { name: string; text: string }[]): Promise<void> => {
    const data = await page.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, text } of list) transfer.items.add(new File([text], name, { type: 'application/json' }));
      return transfer;
    }, files);
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  };
  await drop([{ name: 'shopping.json', text: '{"milk": 2}' }]);
  await expect(page.getByRole('region', { name: 'Notices' })).toBeVisible();
  await expect(page.locator('header')).toContainText('Ketamine');
  await drop([{ name: 'broken.json', text: '{"milk": ' }]);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('broken.json');
  const manifest = JSON.parse(readFileSync('src/content/ltp/pack.json', 'utf8')) as { parts: string[]; deferred: string[] };
  await drop(
    ['pack.json', ...manifest.parts, ...manifest.deferred].map((name) => ({ name, text: readFileSync(`src/content/ltp/${name}`, 'utf8') })),
  );
  await expect(page.locator('header')).not.toContainText('Ketamine');
  await expect(page.getByRole('application')).toBeVisible();
});
