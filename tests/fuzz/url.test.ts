import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, packIn } from '../../src/explorer/url';
import { smallModel } from '../unit/explorer/fixture';

const model = smallModel();
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
  'species',
  'prep',
  'strength',
  'check',
  'ext',
  'theme',
  'lang',
  'ket',
  'mgc',
  'mv',
  'pr',
  'sub',
  'train',
  'cmp',
  'seed',
  'rec',
  'glu',
  'at',
  'detail',
  'tier',
];

/** Queries made of known keys with damaged values: more telling than noise alone. */
const damaged = fc
  .array(
    fc.tuple(
      fc.constantFrom(...KEYS),
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.double().map(String),
        fc.constantFrom('none', '1', 'entity:', '~', ',,,', '%'),
      ),
    ),
  )
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));

describe('any query at all', () => {
  it('gives a valid state, which a link can carry, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), damaged), fc.boolean(), (query, loaded) => {
        const target = loaded ? model : null;
        packIn(query);
        const { state } = decode(query, target);
        expect(decode(encode(state), target)).toEqual({ state, notices: [] });
      }),
      { numRuns: 10_000 },
    );
  });
});
