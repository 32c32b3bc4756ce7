/** Ten thousand messages of every kind of bad faith: nothing throws, and the state stays one that a link can carry. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isModest } from '../../src/embed/guard';
import { carryOut, Refusal } from '../../src/embed/host';
import { readFromHost, REQUESTS } from '../../src/embed/protocol';
import { fit } from '../../src/explorer/fit';
import { decode, encode } from '../../src/explorer/url';
import { testFigure } from '../unit/embed/figure';

const METHODS = [...Object.keys(REQUESTS).filter((method) => method !== 'fire'), 'constructor', '__proto__', 'toString', 'eval', ''];
const KEYS = [
  'v',
  'pack',
  'mode',
  'level',
  'lit',
  'sel',
  'dose',
  'spike',
  'cam',
  'theme',
  'lang',
  'story',
  'ket',
  'at',
  'tier',
  '__proto__',
  'UPPER',
];
const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>top.hacked=1</script>',
    'javascript:alert(1)',
    '"onload="x',
    '${7*7}',
    '../../etc/passwd',
    'entity:kinase',
    'cell',
    '2h',
    'none',
  ),
  fc.string({ minLength: 5_000, maxLength: 5_000 }),
);
const params = fc.oneof(
  fc.anything({ withMap: true, withSet: true, withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true }),
  fc.record({ query: nasty }),
  fc.record({ query: fc.array(fc.tuple(fc.constantFrom(...KEYS), nasty)).map((pairs) => new URLSearchParams(pairs).toString()) }),
  fc.record({ set: fc.dictionary(fc.constantFrom(...KEYS), nasty) }),
  fc.record({ theme: fc.constantFrom('paper', 'lecture', 'pink') }),
  fc.record(
    { level: fc.constantFrom('cell', 'synapse', 'attic'), selection: nasty, dose: nasty, story: nasty, step: fc.anything() },
    { requiredKeys: [] },
  ),
  fc.record({ scale: fc.oneof(fc.double(), fc.anything()) }),
);
const wellFormed = fc
  .oneof(
    fc.record({
      method: fc.constant('setState'),
      params: fc.oneof(
        fc.record({
          query: fc
            .array(fc.tuple(fc.constantFrom(...KEYS), nasty), { maxLength: 4 })
            .map((pairs) => new URLSearchParams(pairs).toString()),
        }),
        fc.record({ set: fc.dictionary(fc.constantFrom(...KEYS.filter((key) => /^[a-z]+$/.test(key))), nasty, { maxKeys: 3 }) }),
      ),
    }),
    fc.record({
      method: fc.constant('goTo'),
      params: fc.record(
        { level: fc.constantFrom('cell', 'synapse'), selection: nasty, dose: nasty, spike: nasty, story: nasty },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ method: fc.constantFrom('getState', 'play', 'pause', 'reset') }),
  )
  .map((request) => ({ bouton: 1, type: 'request', id: 'a', ...request }));
const message = fc.oneof(
  wellFormed,
  fc.anything(),
  fc.record(
    {
      bouton: fc.constantFrom<unknown>(1, 1, 1, 2, '1', null),
      type: fc.constantFrom('request', 'request', 'request', 'hello', 'reply', 'event'),
      id: fc.oneof(fc.constant('a'), nasty, fc.anything()),
      method: fc.oneof(fc.constantFrom(...METHODS), nasty),
      params,
      extra: fc.anything(),
    },
    { requiredKeys: ['bouton', 'type'] },
  ),
  fc.record({ bouton: fc.constant(1), type: fc.constant('request'), id: fc.constant('a'), method: fc.constantFrom(...METHODS), params }),
);

describe('any message at all', () => {
  it('is passed over, refused in words or carried out, and leaves a valid state', async () => {
    const figure = testFigure();
    let carried = 0;
    await fc.assert(
      fc.asyncProperty(message, async (data) => {
        if (!isModest(data)) return;
        const read = readFromHost(data);
        if (read === null || 'bad' in read || read.type !== 'request') return;
        try {
          await carryOut(figure, read);
          carried += 1;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        const state = figure.store.getState();
        const model = figure.store.getModel();
        expect(fit(state, model)).toEqual({ state, notices: [] });
        expect(decode(encode(state), model).state).toEqual(state);
      }),
      { numRuns: 10_000 },
    );
    // The test would say nothing if hardly a message got through.
    expect(carried).toBeGreaterThan(500);
    expect(Reflect.get({}, 'query')).toBeUndefined();
  }, 120_000);
});
