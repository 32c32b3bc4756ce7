/** Whatever a file holds, loading gives a result: a model that keeps its promises, or none, and never an exception. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/model/load';
import type { Model } from '../../../src/model/model';
import { partsOf } from '../../../src/model/parts';
import { listNames } from '../../../src/model/rules/draft';
import { linksIn } from '../../../src/model/rules/links';
import { STRENGTHS } from '../../../src/model/schema';
import { gradeClaim } from '../../../src/model/strength';
import { FILE, load, manifest, rawPack } from './fixture';
import type { Raw } from './fixture';

/** What every model promises, whatever it was made from: the promises that this one breaks. */
function broken(model: Model): string[] {
  const faults: string[] = [];
  const ids = new Map(listNames.map((list) => [list, new Set<string>(model[list].map(({ id }) => id))]));
  for (const list of listNames) {
    if (ids.get(list)?.size !== model[list].length) faults.push(`an id twice in ${list}`);
    for (const record of model[list]) {
      if (!Object.isFrozen(record)) faults.push(`${list} ${record.id} is not frozen`);
      for (const { link, id } of linksIn(list, record)) {
        if (!link.to.some((name) => ids.get(name)?.has(id))) faults.push(`${list} ${record.id} names ${id}`);
      }
    }
  }
  for (const claim of model.claims) {
    if (claim.evidence.length === 0) faults.push(`${claim.id} has no evidence`);
    if (!STRENGTHS.includes(gradeClaim(claim, model.referenceById).strength)) faults.push(`${claim.id} has no strength`);
  }
  return faults;
}

/** Every place in a JSON value, as a path. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => places(each, [...path, Array.isArray(value) ? Number(key) : key]));
  return path.length === 0 ? inner : [path, ...inner];
}

const PLACES = places(rawPack());

/** A value of the kinds that slip into packs: JSON of any shape, and ids and words of the pack in the wrong place. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('nmdar', 'one1990', 'old-nmdar', 'direct', '__proto__', 'constructor', '', 0, -1, Infinity, null, [], {}),
);

function spoil(pack: Raw, path: readonly (string | number)[], value: unknown, remove: boolean): void {
  let here: unknown = pack;
  for (const step of path.slice(0, -1)) here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
  if (typeof here !== 'object' || here === null) return;
  const last = path.at(-1) ?? '';
  if (remove) Reflect.deleteProperty(here, last);
  else Reflect.set(here, last, value);
}

describe('loadPack', () => {
  test('takes any JSON, and values that are no JSON at all', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.anything()), { maxLength: 3 }), (values) => {
        const { issues } = loadPack(values.map((json, index) => ({ name: `${index}.json`, json })));
        expect(Array.isArray(issues)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('takes any records in any list', () => {
    const lists = fc.dictionary(fc.constantFrom(...listNames), fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()));
    fc.assert(
      fc.property(lists, (records) => {
        const { model } = load({ ...manifest({ start: { level: 'cell', lit: [], headline: 'h', intro: 'i' } }), ...records });
        if (model === null) throw new Error('a sound manifest always gives a model');
        expect(broken(model)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps its promises for a sound pack spoilt in up to six places', () => {
    const slip = fc.record({ path: fc.constantFrom(...PLACES), value: anything, remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), fc.boolean(), (slips, complete) => {
        const pack = rawPack();
        for (const { path, value, remove } of slips) spoil(pack, path, value, remove);
        const { model, issues } = load(pack, { complete });
        expect(model === null ? issues.length > 0 : broken(model)).toEqual(model === null ? true : []);
      }),
      { numRuns: 2000 },
    );
  });

  test('is not stopped by nesting that would exhaust the stack', () => {
    const depth = 200_000;
    const deep: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    const pack = rawPack();
    (pack['kineticTargets'] as Raw[]).push({ ...(pack['kineticTargets'] as Raw[])[0], id: 'deep', expected: deep });
    const { model, issues } = load(pack);
    expect(issues.map(({ path }) => path)).toEqual(['kineticTargets[1]']);
    expect(model?.kineticTargets).toHaveLength(1);
    expect(load({ ...rawPack(), aliases: deep }).model).toBeNull();
    expect(load({ ...rawPack(), unknown: deep }).model).not.toBeNull();
    expect(loadPack([{ name: FILE, json: deep }]).model).toBeNull();
  });

  test('does not change prototypes', () => {
    const text = '{"__proto__": {"polluted": 1}, "t": "1 d", "tMin": 1, "constructor": {"prototype": {"polluted": 1}}}';
    const pack = rawPack();
    const curve = (pack['responseCurves'] as Raw[])[0];
    if (curve === undefined) throw new Error('no curve');
    curve['points'] = [JSON.parse(text)];
    pack['aliases'] = JSON.parse('{"__proto__": "nmdar", "old": "nmdar"}') as Raw;
    load(pack);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('stays quick for a pack in which everything is wrong', () => {
    const pack = rawPack();
    const claims = pack['claims'] as Raw[];
    const many = Array.from({ length: 4000 }, (_, index) => ({ ...claims[index % 4], id: `c${index}`, source: `missing-${index}` }));
    const layout = (pack['layouts'] as Raw[])[0];
    if (layout === undefined) throw new Error('no layout');
    pack['claims'] = [...claims, ...many];
    layout['edges'] = many.map(({ id }) => ({
      claim: id,
      points: [
        [0, 0],
        [0, 1],
      ],
    }));
    const { model, issues } = load(pack);
    expect(model?.claims).toHaveLength(4);
    expect(issues).toHaveLength(8000);
  });
});

test('partsOf takes anything', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (parts, deferred) => {
      const found = partsOf({ format: 'bouton-pack', parts, deferred });
      expect([...found.parts, ...found.deferred].every((path) => typeof path === 'string' && !path.includes('..'))).toBe(true);
      expect(partsOf(parts)).toEqual({ parts: [], deferred: [] });
    }),
  );
});
