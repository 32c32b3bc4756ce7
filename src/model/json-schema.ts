/**
 * The JSON Schema of packs for authors' editors, made from the schema that the loader uses. For the command line only: the
 * generator is large and the page never needs it.
 */
import * as z from 'zod/mini';
import { PACK_FORMAT } from './parts';
import { listNames } from './rules/draft';
import * as loaded from './schema';
import { PackManifest, RECORD_LISTS } from './schema';
import type { RecordListName } from './schema';
import * as drugModels from './schema/pk';

/** Every schema: those that the loader uses, and those of drug models, which load with their engine. */
const schema = { ...loaded, ...drugModels };

/** What the docstrings of the schema say about one type. */
export interface TypeNote {
  readonly about: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type SchemaNotes = Readonly<Record<string, TypeNote>>;

/** The part of JSON Schema (draft 2020-12) that this module reads and writes. */
export interface JsonSchema {
  readonly [key: string]: unknown;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Exports that are one schema under several names: ids are all of one form. */
const isId = (name: string): boolean => name.endsWith('Id');

function nameOf(wanted: unknown): string {
  const found = Object.entries(schema).find(([name, value]) => value === wanted && !isId(name));
  return found?.[0] ?? '';
}

/** Name of the record type of a list, such as `Claim` for `claims`. */
export function typeOfList(list: RecordListName): string {
  return nameOf(RECORD_LISTS[list]);
}

function registry(): z.core.$ZodRegistry<{ id?: string }> {
  const names = z.registry<{ id?: string }>();
  names.add(schema.RecordId, { id: 'Id' });
  for (const [name, value] of Object.entries(schema)) {
    if (!isId(name) && value instanceof z.core.$ZodType) names.add(value, { id: name === 'text' ? 'Text' : name });
  }
  return names;
}

function noted(name: string, type: JsonSchema, notes: SchemaNotes): JsonSchema {
  const note = notes[name];
  if (note === undefined) return type;
  const properties = Object.entries(type.properties ?? {}).map(([field, value]): [string, JsonSchema] => {
    const description = note.fields[field];
    return [field, description === undefined ? value : { ...value, description: oneLine(description) }];
  });
  return {
    ...(note.about === '' ? {} : { description: oneLine(note.about) }),
    ...type,
    ...(type.properties === undefined ? {} : { properties: Object.fromEntries(properties) }),
  };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** JSON Schemas of all named types, by name, with the notes as descriptions. */
export function typeSchemas(notes: SchemaNotes): Readonly<Record<string, JsonSchema>> {
  const lists = z.strictObject({ manifest: PackManifest, ...RECORD_LISTS });
  // Written out and read back: the generator's own type allows fields to be undefined, which JSON does not know.
  const made = JSON.parse(JSON.stringify(z.toJSONSchema(lists, { metadata: registry(), io: 'input' }))) as JsonSchema;
  return Object.fromEntries(
    Object.entries(made.$defs ?? {})
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { id: _id, ...type }]) => [name, noted(name === 'Text' ? 'text' : name, type, notes)]),
  );
}

/** The JSON Schema of any file of a pack: a manifest, with or without record lists, or a part. */
export function packJsonSchema(notes: SchemaNotes): JsonSchema {
  const types = typeSchemas(notes);
  const { PackManifest: manifest = {}, ...others } = types;
  const lists = Object.fromEntries(
    listNames.map((list): [string, JsonSchema] => [list, { type: 'array', items: { $ref: `#/$defs/${typeOfList(list)}` } }]),
  );
  const editor = { $schema: { type: 'string', description: 'Where an editor finds this JSON Schema. Not read by the loader.' } };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `A file of a pack (${PACK_FORMAT}, version ${schema.PACK_VERSION})`,
    if: { required: ['format'] },
    // eslint-disable-next-line unicorn/no-thenable
    then: { $ref: '#/$defs/PackManifest' },
    else: { $ref: '#/$defs/PackPart' },
    $defs: {
      ...others,
      PackManifest: { ...manifest, properties: { ...editor, ...manifest.properties, ...lists } },
      PackPart: {
        description: 'A part file: any of the record lists.',
        type: 'object',
        properties: { ...editor, ...lists },
        additionalProperties: false,
      },
    },
  };
}
