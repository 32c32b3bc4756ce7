import { describe, expect, it } from 'vitest';
import { LOCALES, directionOf, messagesFor } from '../../../src/describe/messages';
import { en } from '../../../src/describe/messages/en';

/** Every word or word-making function of a catalogue with its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`));
}

/** An argument that any message function can use: it is a list, reads as text, and lowers its case. */
const argument = Object.assign(['two', 'words'], { toLowerCase: () => 'two,words' });

function said(leaf: unknown): string {
  return typeof leaf === 'function'
    ? String(Reflect.apply(leaf, undefined, [argument, argument, argument, argument, argument]))
    : String(leaf);
}

describe('the catalogue', () => {
  it('holds nothing but words and functions that make them', () => {
    const strange = leaves(en).filter(([, leaf]) => typeof leaf !== 'string' && typeof said(leaf) !== 'string');
    expect(strange).toEqual([]);
    expect(leaves(en).every(([, leaf]) => typeof leaf === 'string' || typeof leaf === 'function')).toBe(true);
  });

  it('speaks plainly: no exclamation marks and no doubled spaces', () => {
    const loud = leaves(en).filter(([, leaf]) => /!|  /.test(said(leaf)));
    expect(loud.map(([path]) => path)).toEqual([]);
  });

  it('leaves no argument out of its functions', () => {
    const deaf = leaves(en).filter(([, leaf]) => typeof leaf === 'function' && leaf.length > 0 && !/two,words|two/.test(said(leaf)));
    // These choose between wordings by a number and need not repeat it.
    expect(deaf.map(([path]) => path)).toEqual([]);
  });
});

describe('test locales', () => {
  const english = new Map(leaves(en));

  it.each(LOCALES.filter((locale) => locale !== 'en'))('%s has exactly the shape of English and changes every text', (locale) => {
    const other = leaves(messagesFor(locale));
    expect(other.map(([path]) => path)).toEqual([...english.keys()]);
    const same = other.filter(([path, leaf]) => said(leaf) === said(english.get(path)));
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('do not grow further when messages are put into messages', () => {
    const { speech } = messagesFor('qps-long');
    expect(speech.sentence(speech.delay.s, speech.delay.s).split('within seconds')).toHaveLength(5);
  });

  it('give English for a language that there is no catalogue for', () => {
    expect(messagesFor('xx')).toBe(en);
    expect(directionOf('en')).toBe('ltr');
    expect(directionOf('qps-rtl')).toBe('rtl');
  });
});
