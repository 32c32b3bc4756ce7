/** What is published for authors agrees with the schema that the loader uses. */
import { describe, expect, test } from 'vitest';
import { published, stale } from '../../../src/lab/publish-schema';
import { notesIn, schemaNotes } from '../../../src/lab/schema-notes';
import { packJsonSchema, typeOfList, typeSchemas } from '../../../src/model/json-schema';
import type { JsonSchema } from '../../../src/model/json-schema';
import { FILE_RULES, RULES } from '../../../src/model/rules';
import { listNames } from '../../../src/model/rules/draft';

test('the published files are up to date; when they are not: npm run -s lab -- schema', () => {
  expect(stale()).toEqual([]);
});

describe('notes', () => {
  test('are read from docstrings of one line and of several', () => {
    const source = [
      "import * as z from 'zod/mini';",
      '/** About A. */',
      'export const A = z.strictObject({',
      '  /** One line. */',
      '  one: z.string(),',
      '  bare: z.string(),',
      '  /**',
      '   * Two',
      '   * lines.',
      '   */',
      '  two: z.number(),',
      '});',
      '// No docstring.',
      'export const B = z.enum([]);',
    ].join('\n');
    expect(notesIn(source)).toEqual({
      A: { about: 'About A.', fields: { one: 'One line.', two: 'Two\nlines.' } },
      B: { about: '', fields: {} },
    });
  });

  test('say what every record type is', () => {
    const notes = schemaNotes();
    expect(listNames.map(typeOfList).filter((type) => (notes[type]?.about ?? '') === '')).toEqual([]);
  });
});

describe('the JSON Schema', () => {
  const schema = packJsonSchema(schemaNotes());
  const defs = schema.$defs ?? {};

  test('knows every record list, in manifests and in parts', () => {
    for (const type of ['PackManifest', 'PackPart']) {
      for (const list of listNames) {
        expect(defs[type]?.properties?.[list]).toEqual({ type: 'array', items: { $ref: `#/$defs/${typeOfList(list)}` } });
      }
    }
  });

  test('has a definition for every reference in it', () => {
    const named = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !Object.hasOwn(defs, name))).toEqual([]);
  });

  test('carries the docstrings', () => {
    const claim: JsonSchema = typeSchemas(schemaNotes())['Claim'] ?? {};
    expect(claim.description).toContain('directed statement');
    expect(claim.properties?.['sign']).toEqual({ $ref: '#/$defs/Sign', description: 'Effect of an increase in the source on the target.' });
    expect(claim.required).not.toContain('note');
  });
});

test('the documentation tells every rule and every list', () => {
  const doc = published().get('docs/pack-format.md') ?? '';
  for (const { name } of [...FILE_RULES, ...RULES]) expect(doc).toContain(`| \`${name}\` |`);
  for (const list of listNames) expect(doc).toContain(`| \`${list}\` |`);
  expect(doc).toContain('| `source` | id (in `entities`) | yes |');
  expect(doc).toContain('| `reference` | id (in `references`) | yes |');
});
