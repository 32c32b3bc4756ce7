/** The reference documentation of the pack format in Markdown, made from the schema, the rules and the links. */
import { typeOfList, typeSchemas } from './json-schema';
import type { JsonSchema, SchemaNotes } from './json-schema';
import { STEPS } from './migrate';
import { PACK_FORMAT, PACK_LIMIT_BYTES } from './parts';
import { FILE_RULES, RULES } from './rules';
import { listNames } from './rules/draft';
import { LINKS } from './rules/links';
import { PACK_VERSION } from './schema';

type Types = Readonly<Record<string, JsonSchema>>;

function refName(type: JsonSchema): string | null {
  return type.$ref?.startsWith('#/$defs/') === true ? type.$ref.slice('#/$defs/'.length) : null;
}

function anchor(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function listOf(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? (value as JsonSchema[]) : [];
}

/** The form of a value in a few words. */
function form(type: JsonSchema, types: Types): string {
  const name = refName(type);
  if (name === 'Text') return 'text';
  if (name === 'Id') return 'id';
  if (name !== null) return anchor(name);
  if (Array.isArray(type['enum'])) return type['enum'].map((value) => `\`${String(value)}\``).join(', ');
  if (type['const'] !== undefined) return `\`${JSON.stringify(type['const'])}\``;
  if (Array.isArray(type['anyOf'])) {
    const forms = listOf(type['anyOf']).map((each) => (each.type === 'null' ? '`null`' : form(each, types)));
    return [...new Set(forms)].join(' or ');
  }
  if (Array.isArray(type['prefixItems']))
    return `[${listOf(type['prefixItems'])
      .map((each) => form(each, types))
      .join(', ')}]`;
  if (type.type === 'array') return `list of ${type.items === undefined ? 'anything' : form(type.items, types)}`;
  if (type.type === 'object') return 'object';
  if (type.type === 'string') return type['pattern'] === undefined ? 'text' : 'text of fixed form';
  if (Array.isArray(type.type)) return type.type.map((each) => (each === 'null' ? '`null`' : String(each))).join(' or ');
  return typeof type.type === 'string' ? type.type : 'anything';
}

/** For every `Type.field` that holds ids: the lists in which they are looked up. */
function linkTargets(types: Types): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const list of listNames) {
    for (const { at, to } of LINKS[list]) {
      let type = typeOfList(list);
      let place = '';
      for (const step of at.replaceAll('[]', '').split('.')) {
        place = `${type}.${step}`;
        const field = types[type]?.properties?.[step];
        type = field === undefined ? '' : (refName(field.items ?? field) ?? '');
      }
      targets.set(place, to.length > 3 ? 'any list' : to.map((name) => `\`${name}\``).join(' or '));
    }
  }
  targets.set('PackStart.selection', '`entities` or `claims`').set('PackStart.lit', '`hypotheses`');
  return targets;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function fieldTable(name: string, types: Types, links: ReadonlyMap<string, string>): string[] {
  const type = types[name] ?? {};
  const needed = new Set(type.required ?? []);
  const rows = Object.entries(type.properties ?? {}).map(([field, value]) => {
    const target = links.get(`${name}.${field}`);
    const ids = target === undefined ? '' : ` (in ${target})`;
    const typeName = refName(value) ?? 'Text';
    const ofType = typeName === 'Text' ? undefined : types[typeName]?.description;
    const meaning = value.description ?? ofType ?? COMMON[field] ?? '';
    return `| \`${field}\` | ${cell(form(value, types))}${ids} | ${needed.has(field) ? 'yes' : 'no'} | ${cell(meaning)} |`;
  });
  return ['| field | form | needed | meaning |', '|---|---|---|---|', ...rows, ''];
}

/** Fields that mean the same in every record. */
const COMMON: Readonly<Record<string, string>> = {
  id: 'Unique in its list.',
  check: 'Whether somebody compared the record with the text of its source.',
  note: 'Anything a reader should know besides.',
  references: 'Papers it rests on.',
};

function typeSection(name: string, types: Types, links: ReadonlyMap<string, string>): string[] {
  const type = types[name] ?? {};
  const about = type.description === undefined ? [] : [type.description, ''];
  if (type.properties !== undefined) return [`### ${name}`, '', ...about, ...fieldTable(name, types, links)];
  return [`### ${name}`, '', ...about, `Form: ${form({ ...type }, types)}`, ''];
}

/**
 * The whole document. `notes` are the docstrings of the schema files.
 */
export function packFormatDoc(notes: SchemaNotes): string {
  const types = typeSchemas(notes);
  const links = linkTargets(types);
  const records = listNames.map(typeOfList);
  const others = Object.keys(types).filter((name) => !records.includes(name) && !['PackManifest', 'Text', 'Id'].includes(name));
  const rules = [...FILE_RULES, ...RULES].map(({ name, says, severity }) => `| \`${name}\` | ${cell(says)} | ${severity} |`);
  const steps = STEPS.map(({ from, says }) => `- ${from} to ${from + 1}: ${says}`);
  const lines = [
    '# The pack format',
    '',
    '<!-- Written by `npm run -s lab -- schema` from src/model/schema. Change it there. -->',
    '',
    `A pack is content for Bouton: entities, claims between them, the evidence the claims stand on, and how to show it. It is plain JSON, version ${PACK_VERSION} of the format, at most ${PACK_LIMIT_BYTES / 1e6} MB in all. Nothing in it is executed.`,
    '',
    `One file is the manifest. It says \`"format": "${PACK_FORMAT}"\` and holds the fields of [PackManifest](#the-manifest). Record lists may stand beside these fields, so that a small pack is one file, or in part files that the manifest names in \`parts\` and \`deferred\`. A part is an object with any of the record lists. Parts lie beside or below the manifest.`,
    '',
    'Check a pack with `npm run -s lab -- validate <file>`. For help while writing, point the `$schema` field of a file at `schema/pack.schema.json` of a Bouton site.',
    '',
    '## The manifest',
    '',
    ...fieldTable('PackManifest', types, links),
    'An alias is an old id and the present one. Old ids go on working in links and inside the pack.',
    '',
    '## Record lists',
    '',
    '| list | record | what it is |',
    '|---|---|---|',
    ...listNames.map((list) => `| \`${list}\` | ${anchor(typeOfList(list))} | ${cell(types[typeOfList(list)]?.description ?? '')} |`),
    '',
    'An id has letters, digits and `_ . : + -`, at most 120 of them, and begins with a letter or a digit.',
    '',
    '## Records',
    '',
    ...records.flatMap((name) => typeSection(name, types, links)),
    '## Parts of records and closed lists of words',
    '',
    ...others.flatMap((name) => typeSection(name, types, links)),
    '## Rules',
    '',
    'Each record is judged alone. An error leaves out the smallest thing that can go: an item of a list, an optional field, or the record. What stood on it goes too and is named. A warning leaves nothing out. `validate` fails on both; with `--lenient` on errors only.',
    '',
    '| rule | what must hold | severity |',
    '|---|---|---|',
    ...rules,
    '',
    '## Versions',
    '',
    steps.length === 0
      ? `Version ${PACK_VERSION} is the first. Packs of older versions will be rewritten when they are loaded.`
      : steps.join('\n'),
    '',
  ];
  return lines.join('\n');
}
