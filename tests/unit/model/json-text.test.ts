/** The place of the first fault in JSON text. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../src/model/json-text';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  test.each([
    ['an empty file', '', 1, 1, 'a value was expected'],
    ['a comma too many in a list', '[1,\n 2,\n]', 3, 1, 'a value was expected'],
    ['a comma too many in an object', '{"a": 1,}', 1, 9, 'a key in double quotes was expected'],
    ['a comma missing', '{"a": 1\n "b": 2}', 2, 2, '"," or "}" was expected'],
    ['a colon missing', '{"a" 1}', 1, 6, '":" was expected'],
    ['a key without quotes', '{a: 1}', 1, 2, 'a key in double quotes or "}" was expected'],
    ['single quotes', "{'a': 1}", 1, 2, 'a key in double quotes or "}" was expected'],
    ['a comment', '{\n  // no\n}', 2, 3, 'a key in double quotes or "}" was expected'],
    ['a text that is not closed', '{"a": "b\n}', 1, 7, 'not closed'],
    ['a wrong escape', '["\\x"]', 1, 2, 'must be escaped'],
    ['a file that breaks off', '{"a": [1, 2', 1, 12, '"," or "]" was expected, the file ends here'],
    ['something after the end', '{} {}', 1, 4, 'goes on after its end'],
    ['a number with a leading zero', '[01]', 1, 3, '"," or "]" was expected'],
    ['a number without an end', '[1.]', 1, 3, '"," or "]" was expected'],
    ['a word that JSON does not have', '[NaN]', 1, 2, 'a value or "]" was expected'],
    ['brackets that cross', '[{]}', 1, 3, 'a key in double quotes or "}" was expected'],
  ])('places %s', (_, text, line, column, words) => {
    const result = parseJson(text);
    if (result.ok) throw new Error('this is no JSON');
    expect({ line: result.line, column: result.column }).toEqual({ line, column });
    expect(result.message).toContain(words);
  });

  test('passes over a byte-order mark', () => {
    expect(parseJson('\uFEFF{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  test('agrees with the engine on what is JSON, for texts near to it', () => {
    const signs = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'u12aF',
      'n',
      '0',
      '-',
      '1.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
      '\u0001',
      'é',
    );
    const near = fc.oneof(
      fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), signs).map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + 1);
      }),
    );
    fc.assert(
      fc.property(near, (text) => {
        const result = parseJson(text);
        expect(result.ok).toBe(isJson(text));
        // Said only where a value is due; anywhere else it would mean that the scanner passed over the fault.
        const dueAtEnd = /^\s*$|[,:]\s*$/.test(text);
        const saidAtEnd = !result.ok && result.message === 'a value was expected, the file ends here';
        expect(saidAtEnd && !dueAtEnd).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('finds the fault itself: what comes before it can be completed', () => {
    const closed = fc.json().filter((text) => text.length > 2 && '{['.includes(text[0] ?? ''));
    fc.assert(
      fc.property(closed, fc.nat(), (text, at) => {
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        const result = parseJson(cut);
        if (result.ok) return;
        expect(result.line).toBe(1);
        // Cut inside a text, the fault is where that text begins; otherwise where the file ends.
        expect(result.column).toBeLessThanOrEqual(cut.length + 1);
        expect(result.message).toMatch(/the file ends here|not closed|was expected, found/);
      }),
      { numRuns: 1000 },
    );
  });
});
