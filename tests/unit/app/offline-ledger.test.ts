import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER, keyFor, plainAddress, readLedger, takenOver, tidied } from '../../../src/app/offline/ledger';

const at = (path: string): string => `https://bouton.example/course/${path}`;
const PAGE = at('index.html');
const one = { [PAGE]: `${PAGE}?r=1`, [at('assets/papers-1.js')]: at('assets/papers-1.js') };
const two = { [PAGE]: `${PAGE}?r=2`, [at('assets/papers-2.js')]: at('assets/papers-2.js') };
const three = { [PAGE]: `${PAGE}?r=3` };

describe('which window lives on which version', () => {
  const first = takenOver(EMPTY_LEDGER, 'one', one, ['a']);
  const second = takenOver(first, 'two', two, ['a', 'b']);

  it('gives the windows of the first visit its files', () => {
    expect(keyFor(first, 'a', PAGE)).toBe(one[PAGE]);
    expect(keyFor(first, '', PAGE)).toBe(one[PAGE]);
    expect(first.held).toEqual({});
  });

  it('keeps open windows on the version they were opened with, and gives new ones the new', () => {
    expect(keyFor(second, 'a', PAGE)).toBe(one[PAGE]);
    expect(keyFor(second, 'b', PAGE)).toBe(one[PAGE]);
    expect(keyFor(second, 'c', PAGE)).toBe(two[PAGE]);
    expect(keyFor(second, '', PAGE)).toBe(two[PAGE]);
  });

  it('keeps them there through a second change of version', () => {
    const third = takenOver(second, 'three', three, ['a', 'c']);
    expect(keyFor(third, 'a', PAGE)).toBe(one[PAGE]);
    expect(keyFor(third, 'c', PAGE)).toBe(two[PAGE]);
    expect(keyFor(third, 'd', PAGE)).toBe(three[PAGE]);
  });

  it('forgets a version with its last window', () => {
    const after = tidied(second, ['b', 'c']);
    expect(Object.keys(after.files).toSorted()).toEqual(['one', 'two']);
    expect(Object.keys(tidied(after, ['c']).files)).toEqual(['two']);
    expect(keyFor(tidied(after, ['c']), 'b', PAGE)).toBe(two[PAGE]);
  });

  it('finds a file named by its content for one whose window is not known', () => {
    expect(keyFor(second, 'worker of a', at('assets/papers-1.js'))).toBe(at('assets/papers-1.js'));
    expect(keyFor(second, 'a', at('assets/papers-3.js'))).toBeUndefined();
  });

  it('comes back from storage as it was, and starts anew from damage', () => {
    expect(readLedger(JSON.parse(JSON.stringify(second)))).toEqual(second);
    for (const damage of [null, 7, [], {}, { current: 1, files: {}, held: {} }, { current: 'one', files: {}, held: { a: 2 } }])
      expect(readLedger(damage)).toEqual(EMPTY_LEDGER);
    expect(readLedger({ current: 'one', files: { one, two: 'lost' }, held: {} }).files).toEqual({ one });
  });
});

describe('an address as files are listed', () => {
  it.each([
    ['', 'index.html'],
    ['?v=1&level=cell#scene', 'index.html'],
    ['embed/course.html?week=7', 'embed/course.html'],
    ['embed/', 'embed/index.html'],
    ['packs/ltp/pack.json', 'packs/ltp/pack.json'],
  ])('%s is %s', (asked, listed) => expect(plainAddress(at(asked))).toBe(at(listed)));
});
