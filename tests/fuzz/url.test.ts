/** Ten thousand addresses of every kind of damage, over the flagship itself: one valid state each, and what was passed over is said. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeText } from '../../src/describe/notices';
import { messagesFor } from '../../src/describe/messages';
import { VIEW_PARAMETERS } from '../../src/embed/parameters';
import { decode, encode, packIn } from '../../src/explorer/url';
import { loadPack } from '../../src/model/load';
import { smallModel } from '../unit/explorer/fixture';

const FOLDER = join(import.meta.dirname, '../../src/content/ketamine');
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, json: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown }));
const flagship = loadPack(files).model;
const model = smallModel();
const words = messagesFor('en');

const documented = VIEW_PARAMETERS.flatMap(({ parameters }) => parameters);
const KEYS = [...documented.map(({ key }) => key), '__proto__', 'constructor', 'toString', 'utm_source'];

/** What no key but a search takes. */
const NEVER = [
  '<script>document.title="hacked"</script>',
  '"><img src=x onerror=alert(1)>',
  'entity:__proto__',
  '__proto__',
  '\u0000',
  '\u202e',
  '💥',
  '9'.repeat(400),
  'x'.repeat(100_000),
  '-Infinity',
  '[object Object]',
  '~',
  ',,,',
];
const value = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...NEVER, 'NaN', '1e999', '-0', '0x10', 'constructor', 'claim:toString', 'none', '', '%', '%E0%A4%A'),
  },
  { weight: 4, arbitrary: fc.constantFrom(...documented.flatMap(({ examples }) => examples)) },
  fc.string({ unit: 'binary' }),
  fc.double().map(String),
);
/** As a link spells it; halves of signs cannot be spelled. */
function spelled(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
}

/** Known keys with sound and damaged values, some of them twice, in the spelling of a link or as typed. */
const pairs = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value, fc.boolean()), { maxLength: 7 })
  .map((list) => list.map(([key, text, typed]) => `${key}=${typed ? text : spelled(text)}`).join('&'));
/** What mail programs, chats and hands do to a link. */
const damage: readonly ((query: string, at: number) => string)[] = [
  (query) => query,
  (query) => query,
  (query, at) => query.slice(0, at % (query.length + 1)),
  (query) => spelled(query),
  (query) => query.replaceAll('&', '&amp;'),
  (query) => `${query}&${query}`,
  (query) => `v=0&${query}`,
  (query) => `?#?${query.toUpperCase()}`,
];
const damaged = fc
  .tuple(pairs, fc.constantFrom('', 'v=1&', 'v=2&', 'v=99999999999999999999&'), fc.constantFrom(...damage), fc.nat())
  .map(([query, version, act, at]) => act(version + query, at));

describe('any query at all', () => {
  it('gives a valid state, which a link can carry, and never throws', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 1, arbitrary: fc.string({ unit: 'binary' }) }, { weight: 9, arbitrary: damaged }),
        fc.nat(2),
        (query, which) => {
          const target = [flagship, model, null][which] ?? null;
          packIn(query);
          const { state, notices } = decode(query, target);
          expect(decode(encode(state), target)).toEqual({ state, notices: [] });
          // However long what was asked for, what is said of it can be read.
          for (const notice of notices) expect(noticeText(notice, target ?? model, words).length).toBeLessThan(700);
          told += notices.length;
        },
      ),
      { numRuns: 10_000 },
    );
    expect(told).toBeGreaterThan(5_000);
    expect(Reflect.get({}, 'v')).toBeUndefined();
  }, 120_000);

  // A pack is fetched before its name can be judged, a search is of any words, a group of people is taken as everybody.
  it('says of every value that it could not follow that it did not', () => {
    const silent = documented
      .filter(({ key }) => !['pack', 'q', 'pop'].includes(key))
      .flatMap(({ key }) =>
        NEVER.filter((text) => decode(`v=1&${new URLSearchParams({ [key]: text })}`, flagship).notices.length === 0).map(
          (text) => `${key}=${text}`,
        ),
      );
    // The first of two values counts: for the version, the sound one.
    expect(silent.filter((item) => !item.startsWith('v='))).toEqual([]);
    expect(decode('v=%7E', flagship).notices).toHaveLength(1);
  });
});
