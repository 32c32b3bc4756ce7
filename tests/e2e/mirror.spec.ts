/** Two windows of a lecture are one picture: what is done in either is seen in both, and nothing is told twice. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { deck, goTo, press, type Draw, type Place } from './mirror-acts';
import { expect as quick, query, test } from './page';

/** Two or more windows that draw share one machine. */
const expect = quick.configure({ timeout: 15_000 });

const SYNAPSE = 'v=1&level=synapse&at=0.3&story=open-then-plugged.2&present=1';
const MAP = 'v=1&level=cell&story=minutes-to-days.2&present=1';
const RECEPTOR = 'v=1&level=receptor&story=open-then-plugged.6&present=1';

/** What the windows said since, without their signs of life. */
async function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const kept = Reflect.get(window, 'said') as string[];
    Reflect.set(window, 'said', []);
    return kept.filter((kind) => kind !== 'here');
  });
}

/** Keys of the views that the window told of. */
function viewKeys(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(Reflect.get(window, 'keys') as Set<string>)]);
}

async function listen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.set(window, 'said', []);
    Reflect.set(window, 'keys', new Set());
    Reflect.set(window, 'written', 0);
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (this: BroadcastChannel, message: { kind: string; query?: string }) {
      (Reflect.get(window, 'said') as string[]).push(message.kind);
      for (const key of new URLSearchParams(message.query).keys()) (Reflect.get(window, 'keys') as Set<string>).add(key);
      post.call(this, message);
    };
    for (const name of ['pushState', 'replaceState'] as const) {
      const write = history[name].bind(history);
      history[name] = (...given: Parameters<History['pushState']>) => {
        Reflect.set(window, 'written', (Reflect.get(window, 'written') as number) + 1);
        write(...given);
      };
    }
  });
}

/** The screen of the audience at a view, and the speaker's window that its key opens. */
async function lecture(page: Page, context: BrowserContext, view: string): Promise<Page> {
  await page.goto(`./?${view}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForTimeout(600);
  const opening = context.waitForEvent('page');
  await page.keyboard.press('v');
  const speaker = await opening;
  await expect(speaker.getByText('Connected to the other window')).toBeVisible();
  return speaker;
}

/** Values that acts type though they go without saying. */
const USUAL = { level: 'cell', bf: 'picture', bs: 'human', lit: 'none', vs: 'none', fol: '0', arm: 'all', sel: 'none' } as const;

/** The whole state, which the address holds, and everything that moves without it. */
async function shown(page: Page): Promise<Readonly<Record<string, unknown>>> {
  const view = query(page);
  view.delete('present');
  view.delete('speaker');
  // An address that was typed may say what goes without saying.
  for (const [key, usual] of Object.entries(USUAL)) if (view.get(key) === usual) view.delete(key);
  const moves = await page.evaluate(() => {
    const part = (selector: string, names: readonly string[]): Record<string, string | undefined> => {
      const data = document.querySelector<HTMLElement>(selector)?.dataset ?? {};
      // Where it plays on, the two are never read at the same instant.
      const still = data['playing'] !== 'true';
      return Object.fromEntries(
        names.filter((name) => still || !['moment', 'playhead', 'shows'].includes(name)).map((name) => [name, data[name]]),
      );
    };
    return {
      release: part('[data-moment]', ['moment', 'playing', 'turn']),
      channel: part('[data-playhead]', ['playhead', 'playing', 'slowed', 'shows']),
      closeUp: part('[data-roomy]', ['view']),
      // Frames differ by parts of a pixel.
      map: getComputedStyle(document.querySelector('svg[class*="stage" i]') ?? document.body).transform.replace(
        /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g,
        (part) => (Math.abs(Number(part)) > 2 ? String(Math.round(Number(part))) : Math.abs(Number(part)).toFixed(3)),
      ),
    };
  });
  return { view: Object.fromEntries([...view].sort()), ...moves };
}

/** Waits until two windows show the same. */
async function alike(one: Page, other: Page, message = ''): Promise<void> {
  await expect
    .poll(
      async () => {
        const [a, b] = await Promise.all([shown(one), shown(other)]);
        return JSON.stringify(a) === JSON.stringify(b) ? 'same' : JSON.stringify([a, b], null, 1);
      },
      { message, timeout: 15_000 },
    )
    .toBe('same');
}

const SEED = Number(process.env['MIRROR_SEED'] ?? 20);
const TURNS = Number(process.env['MIRROR_TURNS'] ?? 50);
/** The windows are compared at the end of each place, and then after so many acts. */
const COMPARE = 10;
/** What is done in two windows within less may meet on the way: a scrub, for one, is told as a view when the reader has rested on it. */
const AT_ONCE_MS = 350;
/** What is done in one window within less is told as one. */
const GATHERED_MS = 60;
/** What of the view each run of the test is to have changed: keys of an address, of which one is enough where several are alike. */
const CHANGED = [
  'level',
  'sel',
  'lit',
  'species|prep|strength|check|ext',
  'hyp|q',
  'dose|spike',
  'cam',
  'at',
  'vs',
  'rx',
  'fol',
  'out|arm|pop',
].concat(['bv|by|bp|bs|bf', 'cir|cc|site|drv|stress|csub', 'rec', 'ket|mgc|mv|pr|sub|train|cmp|glu', 'detail', 'story']);

test('fifty acts drawn by lot in either window end in the same picture in both, and then nothing more is said', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  await listen(context);
  const speaker = await lecture(page, context, SYNAPSE);
  // Drawn in software, a picture costs what its area does.
  await Promise.all([page.setViewportSize({ width: 960, height: 540 }), speaker.setViewportSize({ width: 1000, height: 600 })]);
  let seed = SEED;
  const draw: Draw = (count) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * count);
  };
  const done: string[] = [];
  const acts = deck(draw);
  let [at, last]: [Place | null, Page] = [null, page];
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const { place, name, act } = acts.next().value;
    const [there, where] = draw(2) === 0 ? [page, 'screen'] : [speaker, 'speaker'];
    // Of two things done at once one holds, and none is to be lost so.
    await there.waitForTimeout(there === last ? GATHERED_MS : AT_ONCE_MS);
    if (place !== null && place !== at) {
      await alike(page, speaker, `seed ${SEED}, after ${done.join(', ')}`);
      await goTo(there, [page, speaker], place);
    }
    [at, last] = [place ?? at, there];
    // Where it was gone to for the act, what the act needs comes; elsewhere it is there or not.
    if (await act(there, draw, place === null ? 300 : 10_000)) done.push(`${where} ${name}`);
    if (place === null && (turn % COMPARE === 0 || turn === TURNS)) await alike(page, speaker, `seed ${SEED}, after ${done.join(', ')}`);
  }
  // What still plays is stopped, so that there is a rest to compare.
  await press(page.locator('[data-part="picture"]').getByRole('button', { name: /^Pause/ }), () => 0);
  const told = `seed ${SEED}, after ${done.join(', ')}`;
  await page.waitForTimeout(1_200);
  await Promise.all([said(page), said(speaker)]);
  const rest = await Promise.all([shown(page), shown(speaker)]);
  expect(rest[1], told).toEqual(rest[0]);
  await page.waitForTimeout(1_500);
  expect([await said(page), await said(speaker)], told).toEqual([[], []]);
  // A change is told by the window that it was made in, and by no other.
  for (const [there, other] of [
    [page, speaker],
    [speaker, page],
  ] as const) {
    // Off the slider that may have been used last, which has these keys for itself.
    await there.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const key of ['Home', 'PageDown', 'End']) {
      await there.keyboard.press(key);
      await alike(page, speaker, told);
      await page.waitForTimeout(200);
    }
    expect(await said(there), told).toContain('view');
    expect(await said(other), told).toEqual([]);
  }
  const changed = new Set((await Promise.all([page, speaker].map(viewKeys))).flat());
  expect(
    CHANGED.filter((keys) => !keys.split('|').some((key) => changed.has(key))),
    told,
  ).toEqual([]);
});

test('a run plays in both windows as one, costs one step of undo and hardly writes the address; a reload in the middle joins it', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await listen(context);
  // Ten spikes, so that the run goes on while windows are loaded.
  const speaker = await lecture(page, context, `${SYNAPSE}&train=10@5&tier=none`);
  const moments = (there: Page): Promise<readonly number[]> =>
    there.evaluate(
      () =>
        new Promise((resolve) => {
          const seen: number[] = [];
          const look = (): void => {
            const data = document.querySelector<HTMLElement>('[data-moment]')?.dataset ?? {};
            const moment = Number(data['moment']);
            if (data['playing'] === 'true' && seen.at(-1) !== moment) seen.push(moment);
            if (seen.length >= 12) resolve(seen);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  const playing = (there: Page): Locator => there.locator('[data-moment][data-playing="true"]');
  await expect(speaker.locator('[data-moment]')).toBeVisible();
  const both = Promise.all([moments(page), moments(speaker)]);
  await speaker.getByRole('button', { name: 'Fire spike' }).first().click();
  const [here, there] = await both;
  // Both go through the same pictures in the same order; neither jumps back.
  for (const seen of [here, there]) expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(here.filter((ms) => there.includes(ms)).length).toBeGreaterThan(5);

  await page.reload();
  await expect(playing(page)).toBeVisible();
  await speaker.reload();
  await expect(playing(speaker)).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'written', 0));
  await page.locator('[data-part="picture"]').getByRole('button', { name: 'Pause' }).click();
  await expect(playing(speaker)).toHaveCount(0);
  await alike(page, speaker);
  expect(Number(query(page).get('at'))).toBeGreaterThan(0.3);
  expect(await page.evaluate(() => Reflect.get(window, 'written') as number)).toBeLessThanOrEqual(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => [query(page).get('at'), query(speaker).get('at')]).toEqual(['0.3', '0.3']);
});

test('one channel is recorded in both windows, also after its medium was changed in the middle', async ({ page, context }) => {
  test.setTimeout(180_000);
  const speaker = await lecture(page, context, RECEPTOR);
  await speaker.getByRole('button', { name: 'Play channel' }).click();
  await expect(page.getByRole('button', { name: 'Pause channel' })).toBeVisible();
  await speaker.getByRole('tab', { name: 'Time and settings' }).click();
  await speaker.getByRole('slider', { name: 'Voltage' }).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowLeft']) await speaker.keyboard.press(key);
  await page.getByRole('button', { name: 'Next opening' }).click();
  await page
    .getByRole('button', { name: 'Pause channel' })
    .click({ timeout: 2_000 })
    .catch(() => undefined);
  await alike(page, speaker);
  // What comes is recorded by each window for itself: the same openings, at the same times.
  for (const [there, times] of [
    [page, 2],
    [speaker, 2],
  ] as const) {
    for (let n = 0; n < times; n += 1) {
      const before = await there.locator('[data-playhead]').getAttribute('data-playhead');
      await there.getByRole('button', { name: 'Next opening' }).click();
      await expect(there.locator('[data-playhead]')).not.toHaveAttribute('data-playhead', before ?? '');
      await alike(page, speaker);
    }
  }
  await page.reload();
  await expect(page.getByRole('button', { name: 'Play channel' })).toBeVisible();
  await alike(page, speaker);
});

test('two lectures keep apart; a speaker joins by a bare link, and finds the audience again when it comes back', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const first = await lecture(page, context, MAP);
  const other = await context.newPage();
  const second = await lecture(other, context, 'v=1&level=cell&story=two-brakes.2&present=1');
  const at = (there: Page): Locator => there.locator('[data-part="text"]').getByRole('heading');
  await second.keyboard.press('End');
  await expect(other.getByText('12 of 12')).toBeVisible();
  await expect(page.getByText('2 of 10')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(at(first)).toHaveText('AMPA receptors open calcium channels');
  await expect(at(second)).not.toHaveText('AMPA receptors open calcium channels');

  const elapsed = first.getByTestId('elapsed');
  await expect(elapsed).toHaveText(/0:0[2-9]|0:[1-9]\d|[1-9]:/);
  const before = await elapsed.textContent();
  await page.close();
  await expect(first.getByText('No other window')).toBeVisible();
  const again = await context.newPage();
  await again.goto(`./?${MAP}`);
  await expect(first.getByText('Connected to the other window')).toBeVisible();
  await expect(again.getByText('3 of 10')).toBeVisible();
  await again.waitForTimeout(1_500);
  // The clock went on: a screen that comes back does not start it anew.
  expect((await elapsed.textContent()) ?? '').not.toBe('0:00');
  expect(Number((await elapsed.textContent())?.replace(':', ''))).toBeGreaterThan(Number(before?.replace(':', '')));

  await first.close();
  const joins = await context.newPage();
  await joins.goto(`./?${MAP.replace('present=1', 'speaker=1')}`);
  await expect(joins.getByText('Connected to the other window')).toBeVisible();
  await expect(at(joins)).toHaveText('AMPA receptors open calcium channels');
  // A third window of the same lecture follows too.
  const third = await context.newPage();
  await third.goto(joins.url());
  await expect(third.getByText('Connected to the other window')).toBeVisible();
  await again.keyboard.press('End');
  for (const there of [joins, third]) await expect(there.getByText('This is the last step.')).toBeVisible();
  // Another link on the screen is where the lecture goes on.
  await again.goto('./?v=1&level=cell&story=two-brakes.4&present=1');
  for (const there of [again, joins, third]) await expect(at(there)).toHaveText('No circuit needed: direct block');
});

test('where the browser opens no window, a link to the speaker view stands on the slide', async ({ page, context }) => {
  await page.addInitScript(() => {
    window.open = () => null;
    // As on plain http, where a lecturer serves it to a lecture hall.
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
  });
  await page.goto(`./?${SYNAPSE}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForTimeout(600);
  await page.keyboard.press('v');
  const link = page.getByRole('dialog').getByRole('link');
  await expect(link).toBeVisible();
  const opening = context.waitForEvent('page');
  await link.click();
  const speaker = await opening;
  await expect(speaker.getByText('Connected to the other window')).toBeVisible();
});
