/** Says in plain words what the schema found, because zod's small build carries no sentences of its own. */
import type * as z from 'zod/mini';
import { isRecord, pathText } from './draft';
import type { Path } from './draft';
import { suggestion } from './nearest';

export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

type Raw = z.core.$ZodIssue;

function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (Array.isArray(here) && typeof step === 'number') here = here[step];
    else if (isRecord(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}

/** A short rendering of any value for a message. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a finite number',
  boolean: 'true or false',
  object: 'an object in { }',
  record: 'an object in { }',
  array: 'a list in [ ]',
  tuple: 'a list in [ ] of fixed length',
  null: 'null',
};

const UNIT_WORD: Readonly<Record<string, string>> = { string: 'characters', array: 'items' };

function steps(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function bound(issue: { origin: string; minimum?: unknown; maximum?: unknown; inclusive?: boolean | undefined }): string {
  const word = UNIT_WORD[issue.origin];
  const low = issue.minimum !== undefined;
  const edge = String(low ? issue.minimum : issue.maximum);
  if (word !== undefined) return `give ${low ? 'at least' : 'at most'} ${edge} ${word}`;
  const inclusive = issue.inclusive !== false;
  if (low) return `give a number ${inclusive ? `of ${edge} or more` : `above ${edge}`}`;
  return `give a number ${inclusive ? `of ${edge} or less` : `below ${edge}`}`;
}

/** The fields an object schema knows, for suggestions on unknown keys. */
export function shapeKeys(schema: unknown): readonly string[] {
  if (!isRecord(schema) || !isRecord(schema['def']) || !isRecord(schema['def']['shape'])) return [];
  return Object.keys(schema['def']['shape']);
}

function unionWords(issue: Extract<Raw, { code: 'invalid_union' }>, value: unknown): string {
  const remedies = issue.errors.flatMap((branch) => branch.map((inner) => wordFault(inner, value, []).remedy));
  const unique = [...new Set(remedies)].slice(0, 4);
  return unique.length === 0 ? 'give one of the documented forms' : unique.join(', or ');
}

/** One zod issue as message and remedy. `value` is what was parsed; `keys` are the fields its object may have. */
export function wordFault(issue: Raw, value: unknown, keys: readonly string[]): Fault {
  const path = steps(issue.path);
  const here = at(value, path);
  const name = path.length === 0 ? 'the record' : `"${pathText(path)}"`;
  switch (issue.code) {
    case 'invalid_type': {
      const noun = NOUNS[issue.expected] ?? issue.expected;
      if (here === undefined) return { path, message: `${name} is missing`, remedy: `add it as ${noun}` };
      return { path, message: `${name} is ${show(here)}`, remedy: `give ${noun}` };
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      const shown = options.length > 12 ? `${options.slice(0, 12).join(', ')} and ${options.length - 12} more` : options.join(', ');
      const near = typeof here === 'string' ? suggestion(here, options) : '';
      const message = here === undefined ? `${name} is missing` : `${name} is ${show(here)}`;
      return { path, message, remedy: `use ${options.length === 1 ? shown : `one of ${shown}`}${near}` };
    }
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const near = path.length === 0 ? suggestion(key, keys) : '';
      const all = issue.keys.slice(0, 8).map((each) => JSON.stringify(each));
      const one = issue.keys.length === 1;
      return {
        path: one ? [...path, key] : path,
        message: `${all.join(', ')} ${one ? 'is not a field' : 'are not fields'} of this record`,
        remedy: `remove or rename ${one ? 'it' : 'them'}${near}`,
      };
    }
    case 'too_small':
    case 'too_big': {
      const empty = here === '' || (Array.isArray(here) && here.length === 0);
      return { path, message: empty ? `${name} is empty` : `${name} is ${show(here)}`, remedy: bound(issue) };
    }
    case 'invalid_union':
      return { path, message: here === undefined ? `${name} is missing` : `${name} is ${show(here)}`, remedy: unionWords(issue, value) };
    default: {
      const advice = issue.message === 'Invalid input' ? 'give it in the documented form' : issue.message;
      return { path, message: `${name} is ${show(here)}`, remedy: advice };
    }
  }
}
