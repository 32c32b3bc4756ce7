/** Loading as a whole: files and parts, old ids, what falls with what, and a model that nothing can change. */
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/model/load';
import type { PackFile } from '../../../src/model/model';
import { PACK_LIMIT_BYTES, isPartPath, partsOf } from '../../../src/model/parts';
import type { EntityId, ReferenceId } from '../../../src/model/schema';
import { readTexts } from '../../../src/model/texts';
import { FILE, brief, load, manifest, modelOf, rawPack, recordAt } from './fixture';
import type { Raw } from './fixture';

/** The fixture as a manifest with two parts, the second of which may come later. */
function inParts(): { head: PackFile; first: PackFile; later: PackFile } {
  const { references, entities, claims, hypotheses, parameters, layouts, ...rest } = rawPack();
  const head = manifest({ parts: ['core.json'], deferred: ['more/rest.json'] });
  for (const key of Object.keys(head)) delete rest[key];
  return {
    head: { name: 'pack.json', json: head },
    first: { name: 'core.json', json: { references, entities, claims, hypotheses, parameters, layouts } },
    later: { name: 'more/rest.json', json: rest },
  };
}

describe('a pack in parts', () => {
  test('is the same model as the pack in one file', () => {
    const { head, first, later } = inParts();
    const { model, issues } = loadPack([later, head, first]);
    expect(issues).toEqual([]);
    expect(model?.claims).toEqual(modelOf().claims);
    expect(model?.events).toEqual(modelOf().events);
  });

  test('names the file in which a fault stands', () => {
    const { head, first, later } = inParts();
    const { issues } = loadPack([head, { ...first, json: { ...(first.json as Raw), safety: [{}] } }, later]);
    expect(issues.length).toBeGreaterThan(0);
    expect(new Set(issues.map(({ file }) => file))).toEqual(new Set(['core.json']));
  });

  test('without its deferred parts holds nothing against what is missing', () => {
    const { head, first } = inParts();
    const { model, issues } = loadPack([head, first], { complete: false });
    expect(issues).toEqual([]);
    expect(model?.complete).toBe(false);
    expect(model?.claims).toHaveLength(4);
    expect(model?.experiments).toEqual([]);
  });

  test('holds back what names a record that has not come yet', () => {
    const { head, first, later } = inParts();
    const core = first.json as Raw;
    const moved: Raw = { ...core, entities: (core['entities'] as Raw[]).slice(1) };
    const rest: Raw = { ...(later.json as Raw), entities: (core['entities'] as Raw[]).slice(0, 1) };
    const early = loadPack([head, { ...first, json: moved }], { complete: false });
    expect(early.issues).toEqual([]);
    expect(early.model?.claims.map(({ id }) => id)).toEqual(['nmdar--calcium', 'calcium--kinase', 'blocker--nmdar']);
    const whole = loadPack([head, { ...first, json: moved }, { ...later, json: rest }]);
    expect(whole.issues).toEqual([]);
    expect(whole.model?.claims).toHaveLength(4);
  });

  test('reports a missing part once, and what falls with it', () => {
    const { head, first } = inParts();
    const { model, issues } = loadPack([head, first]);
    expect(brief(issues).filter((line) => line.startsWith('parts'))).toEqual(['parts deferred[0]']);
    expect(model?.claims).toHaveLength(4);
  });

  test('keeps a file that the manifest does not name, with a warning', () => {
    const { head, first, later } = inParts();
    const extra = { name: 'extra.json', json: { conventions: [{ id: 'more', group: 'g', name: 'n', text: 't' }] } };
    const { model, issues } = loadPack([head, first, later, extra]);
    expect(issues.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`)).toEqual(['extra.json parts warning']);
    expect(model?.conventions).toHaveLength(2);
  });

  test('passes over a part that could not be read', () => {
    const { head, first, later } = inParts();
    const { model, issues } = loadPack([head, first, { name: later.name, json: undefined }]);
    expect(model?.claims).toHaveLength(4);
    expect(issues.filter(({ rule }) => rule === 'parts' || rule === 'list-name')).toEqual([]);
  });

  test('finds parts among dropped files, which come with bare names', () => {
    const { head, first, later } = inParts();
    expect(loadPack([head, first, { name: 'rest.json', json: later.json }]).issues).toEqual([]);
  });

  test('may not reach out of its folder', () => {
    for (const path of ['../up.json', '/root.json', 'https://elsewhere.example/x.json', 'a/../../b.json', '//host/x', 'C:\\x.json', '']) {
      expect(isPartPath(path)).toBe(false);
      expect(partsOf(manifest({ parts: [path] })).parts).toEqual([]);
    }
    expect(partsOf(manifest({ parts: ['a.json', 'b/c.json'], deferred: ['d.json'] }))).toEqual({
      parts: ['a.json', 'b/c.json'],
      deferred: ['d.json'],
    });
    const { issues } = load({ ...rawPack(), parts: ['../up.json'] });
    expect(brief(issues)).toEqual(['parts parts[0]']);
  });
});

describe('a manifest', () => {
  test.each([
    ['nothing at all', []],
    ['a file without one', [{ name: FILE, json: { claims: [] } }]],
    ['a list', [{ name: FILE, json: [] }]],
  ])('is asked for when there is %s', (_, files: PackFile[]) => {
    const { model, issues } = loadPack(files);
    expect(model).toBeNull();
    expect(issues.map(({ rule }) => rule)).toEqual(['manifest']);
  });

  test('with a fault gives no model but names every fault', () => {
    const { model, issues } = load({ ...rawPack(), title: '', start: { ...(rawPack()['start'] as Raw), level: 'cells' } });
    expect(model).toBeNull();
    expect(brief(issues)).toEqual(['manifest title', 'manifest start.level']);
  });

  test('stands alone: a second one is refused and its records with it', () => {
    const other = { name: 'other.json', json: { ...rawPack(), id: 'other' } };
    const { model, issues } = loadPack([{ name: FILE, json: rawPack() }, other]);
    expect(model?.manifest.id).toBe('toy');
    expect(issues.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['other.json manifest']);
  });

  test('of a newer format is refused with a way out', () => {
    const { model, issues } = load({ ...rawPack(), version: 99 });
    expect(model).toBeNull();
    expect(brief(issues)).toEqual(['version ']);
    expect(issues[0]?.message).toContain('99');
    expect(issues[0]?.remedy).toContain('newer release');
  });

  test('may tell editors where the JSON Schema is', () => {
    expect(load({ $schema: './pack.schema.json', ...rawPack() }).issues).toEqual([]);
  });
});

describe('texts', () => {
  test('that are not JSON are named with line and column, and the rest is read', () => {
    const { files, issues } = readTexts([
      { name: 'a.json', text: '{"claims": []}' },
      { name: 'b.json', text: '{\n  "claims": [,]\n}' },
    ]);
    expect(files.map(({ json }) => json)).toEqual([{ claims: [] }, undefined]);
    expect(issues.map(({ file, path, rule }) => `${file} ${path} ${rule}`)).toEqual(['b.json line 2, column 14 json']);
  });

  test('of more than the limit in all are not read', () => {
    const half = JSON.stringify('x'.repeat(PACK_LIMIT_BYTES / 2));
    expect(readTexts([{ name: 'a.json', text: half }]).issues).toEqual([]);
    const { files, issues } = readTexts([
      { name: 'a.json', text: half },
      { name: 'b.json', text: half },
    ]);
    expect(files).toEqual([]);
    expect(issues.map(({ rule }) => rule)).toEqual(['pack-size']);
  });

  test('are measured in bytes, not in characters', () => {
    const text = JSON.stringify('é'.repeat(PACK_LIMIT_BYTES * 0.6));
    expect(readTexts([{ name: 'a.json', text }]).issues.map(({ rule }) => rule)).toEqual(['pack-size']);
  });
});

/** Strings in records (ids of records aside) that are ids of the fixture, with their paths. */
function idsNamed(pack: Raw): { list: string; path: (string | number)[]; id: string }[] {
  const known = new Set(
    Object.values(pack).flatMap((records) => (Array.isArray(records) ? records.map((record) => (record as Raw)?.['id']) : [])),
  );
  const found: { list: string; path: (string | number)[]; id: string }[] = [];
  const walk = (list: string, value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string' && known.has(value) && path.at(-1) !== 'id') found.push({ list, path, id: value });
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(list, inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  for (const [list, records] of Object.entries(pack)) {
    if (Array.isArray(records)) walk(list, records, [list]);
  }
  return found;
}

function put(pack: Raw, path: readonly (string | number)[], value: string): void {
  let here: unknown = pack;
  for (const step of path.slice(0, -1)) here = Reflect.get(here as object, step);
  Reflect.set(here as object, path.at(-1) ?? '', value);
}

/** Words that happen to be ids too: a state of a scheme or a drug's name is not a link. */
const WORDS = new Set(['ligand', 'agent', 'analyte', 'compartment', 'species', 'tint', 'glyph', 'kind', 'short', 'receptor']);

describe('every field that names another record', () => {
  const places = idsNamed(rawPack()).filter(({ path }) => !WORDS.has(String(path.at(-1))));

  test('occurs in the fixture often enough to mean something', () => {
    expect(places.length).toBeGreaterThan(60);
  });

  test.each(places.map((place) => ({ ...place, title: place.path.join('.') })))('$title is checked', ({ path }) => {
    const pack = rawPack();
    put(pack, path, 'nowhere');
    const text = path.reduce<string>(
      (out, step) => (typeof step === 'number' ? `${out}[${step}]` : out === '' ? step : `${out}.${step}`),
      '',
    );
    expect(brief(load(pack).issues)).toContain(`reference-resolves ${text}`);
  });

  test.each(places.map((place) => ({ ...place, title: place.path.join('.') })))('$title may hold an old id', ({ path, id }) => {
    const pack = rawPack();
    put(pack, path, 'renamed-once');
    pack['aliases'] = { 'renamed-once': 'renamed-twice', 'renamed-twice': id, 'old-nmdar': 'nmdar' };
    const { model, issues } = load(pack);
    expect(issues).toEqual([]);
    const sound = modelOf();
    const [list = ''] = path;
    expect(Reflect.get(model ?? {}, list)).toEqual(Reflect.get(sound, list));
    expect(model?.restingOn).toEqual(sound.restingOn);
  });
});

describe('the model', () => {
  test('indexes what it holds', () => {
    const model = modelOf();
    const nmdar = 'nmdar' as EntityId;
    expect(model.claimsTo.get(nmdar)?.map(({ id }) => id)).toEqual(['glutamate--nmdar', 'blocker--nmdar']);
    expect(model.claimsFrom.get(nmdar)?.map(({ id }) => id)).toEqual(['nmdar--calcium']);
    expect(model.restingOn.get('label2020' as ReferenceId)).toEqual([
      { list: 'pkModels', id: 'pk' },
      { list: 'pkTargets', id: 'pk-target' },
      { list: 'safety', id: 'S1' },
    ]);
    expect(model.resolve('old-nmdar')).toBe('nmdar');
    expect(model.resolve('constructor')).toBe('constructor');
  });

  test('cannot be changed, and shares nothing with the files', () => {
    const pack = rawPack();
    const { model } = load(pack);
    if (model === null) throw new Error('no model');
    const claim = model.claims[0] as { sign: number; evidence: unknown[] };
    expect(() => (claim.sign = -1)).toThrow(TypeError);
    expect(() => claim.evidence.pop()).toThrow(TypeError);
    expect(() => (model.claims as unknown[]).pop()).toThrow(TypeError);
    expect(() => (model.entityById as Map<unknown, unknown>).clear()).toThrow(TypeError);
    expect(() => (model.manifest.start.lit as unknown[]).push('x')).toThrow(TypeError);
    Reflect.set(recordAt(pack, 'kineticTargets')['protocol'] as Raw, 'steps', 'changed by the author of the file');
    expect(model.kineticTargets[0]?.protocol).toEqual({ steps: [{ mM: 1 }] });
  });

  test('is told the same whatever the order of the files', () => {
    const { head, first, later } = inParts();
    expect(loadPack([first, later, head]).model?.references).toEqual(loadPack([head, later, first]).model?.references);
  });
});

test('one bad record of each type never takes the rest along', () => {
  const sound = rawPack();
  for (const [list, records] of Object.entries(sound)) {
    if (!Array.isArray(records) || records.length === 0 || typeof records[0] !== 'object') continue;
    const pack = rawPack();
    (pack[list] as unknown[]).push({ id: 'broken' }, null, 42, 'text', []);
    const { model, issues } = load(pack);
    expect(issues.length).toBeGreaterThan(4);
    expect(issues.every(({ path }) => path.startsWith(`${list}[`))).toBe(true);
    expect(Reflect.get(model ?? {}, list)).toEqual(Reflect.get(modelOf(), list));
  }
});
