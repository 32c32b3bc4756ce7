import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from '@playwright/test';
import { expect, open, query, test } from './page';

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

const LTP = 'src/content/ltp';

/** Serves the second pack under an address of its own, each file as `change` leaves it. */
async function serve(page: Page, pattern: RegExp, change: (name: string, text: string) => Parameters<Route['fulfill']>[0]): Promise<void> {
  await page.route(
    (address) => pattern.test(address.href) && address.pathname.endsWith('.json'),
    async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      await route.fulfill(change(name, readFileSync(`${LTP}/${name}`, 'utf8')));
    },
  );
}

test('a pack with one bad record draws the rest and names it', async ({ page }) => {
  await serve(page, /\/broken\//, (_, text) => {
    const json = JSON.parse(text) as { claims?: { evidence: unknown[] }[] };
    const [claim] = json.claims ?? [];
    if (claim !== undefined) claim.evidence = [];
    return { json };
  });
  await open(page, 'pack=./broken/pack.json');
  await expect(page.getByRole('application')).toBeVisible();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toBeVisible();
  await notices.getByText('Show what was found').click();
  await expect(notices).toContainText('evidence');
});

for (const faults of [
  {
    'events.json': [{ status: 404, body: 'gone' }, /events\.json: part: .*404/],
    'experiments.json': [{ body: '{\n  "experiments": [,]\n}' }, /experiments\.json:line 2, column 19: json/],
  },
  { 'events.json': [{ contentType: 'text/html', body: '<!doctype html><title>Not here</title>' }, /events\.json: part: .*page/] },
] satisfies Readonly<Record<string, readonly [Parameters<Route['fulfill']>[0], RegExp]>>[]) {
  const parts = new Map<string, readonly [Parameters<Route['fulfill']>[0], RegExp]>(Object.entries(faults));
  test(`parts that cannot be read are named and the rest draws: ${parts.size}`, async ({ page }) => {
    await serve(page, /\/partly\//, (name, body) => parts.get(name)?.[0] ?? { body });
    await open(page, 'pack=./partly/pack.json');
    await expect(page.getByRole('application')).toBeVisible();
    const notices = page.getByRole('region', { name: 'Notices' });
    await notices.getByText('Show what was found').click();
    for (const [, told] of parts.values()) await expect(notices).toContainText(told);
  });
}

test('a pack of another site needs its leave; one that is too large is refused', async ({ page }) => {
  const server = createServer((request, response) => {
    const [, folder, name = ''] = (request.url ?? '').split('/');
    const allowed = folder === 'closed' ? {} : { 'Access-Control-Allow-Origin': '*' };
    response.writeHead(200, { 'Content-Type': 'application/json', ...allowed });
    response.end(folder === 'large' ? `{"a":"${'x'.repeat(5_100_000)}"}` : readFileSync(`${LTP}/${name}`));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  try {
    await open(page, `pack=http://127.0.0.1:${port}/open/pack.json`);
    await expect(page.locator('header')).toContainText('Long-term potentiation');
    await page.goto(`./?pack=http://127.0.0.1:${port}/closed/pack.json`);
    await expect(page.getByText('allows other sites to read it (CORS)')).toBeVisible();
    await page.goto(`./?pack=http://127.0.0.1:${port}/large/pack.json`);
    await expect(page.getByText('larger than 5 MB')).toBeVisible();
  } finally {
    server.close();
  }
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
  // The way back leads to the pack that was there before, the way forward to the dropped one; a fresh page says what it lacks.
  await expect.poll(() => query(page).get('pack')).toBe('dropped:ltp');
  await page.goBack();
  await expect(page.locator('header')).toContainText('Ketamine');
  await page.goForward();
  await expect(page.locator('header')).not.toContainText('Ketamine');
  await page.reload();
  await expect(page.getByText('drop them again to go on')).toBeVisible();
  await page.goBack();
  await expect(page.locator('header')).toContainText('Ketamine');
  expect(query(page).has('pack')).toBe(false);
});
