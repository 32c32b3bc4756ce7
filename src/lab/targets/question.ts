/**
 * Questions in machine form, for targets whose input is only worded.
 *
 * `questions.json` holds patterns of such wordings with slots for the numbers, and for each the question it asks. A slot
 * `{name}` matches a number, `{name:word}` an identifier, `{name:name}` anything
 * without a quotation mark, `{name:list}` a bracketed list of numbers; "$name" in the
 * question stands for what it matched. A wording that begins with "same" refers to the target before it: its question
 * is that one with the given fields replaced. A target may also carry its own `question`.
 */
import { readFileSync } from 'node:fs';
import { asArray, asRecord, asText, field, type Json, TargetError } from './json';

interface Pattern {
  readonly expression: RegExp;
  readonly slots: readonly { readonly name: string; readonly kind: string }[];
  readonly question: Json;
  readonly same: boolean;
}

const NUMBER = '[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?';
const KINDS: Readonly<Record<string, string>> = { number: NUMBER, word: '[A-Za-z0-9_.-]+', name: "[^']+", list: '\\[[^\\]]*\\]' };

/** Patterns of the file beside this module. */
export function readPatterns(): readonly Pattern[] {
  const file: unknown = JSON.parse(readFileSync(new URL('./questions.json', import.meta.url), 'utf8'));
  return asArray(field(asRecord(file, 'questions.json'), 'patterns'), 'patterns').map((entry, i) => {
    const record = asRecord(entry, `patterns[${i}]`);
    return compilePattern(
      asText(field(record, 'input'), `patterns[${i}].input`),
      asRecord(field(record, 'question') ?? field(record, 'same'), `patterns[${i}].question`),
      field(record, 'same') !== undefined,
    );
  });
}

/** The question of a wording, or undefined if no pattern fits. `before` is the question of the target before it. */
export function questionOf(input: string, patterns: readonly Pattern[], before: Json | undefined): Json | undefined {
  for (const pattern of patterns) {
    const match = pattern.expression.exec(input);
    if (match === null) continue;
    const values = new Map(pattern.slots.map((slot, i) => [slot.name, slotValue(slot.kind, match[i + 1] ?? '')] as const));
    const question = asRecord(fill(pattern.question, values), 'question');
    if (!pattern.same) return question;
    if (before === undefined) throw new TargetError('the wording refers to the target before it, which asks nothing that can be computed');
    return merge(before, question);
  }
  return undefined;
}

function compilePattern(input: string, question: Json, same: boolean): Pattern {
  const slots: { name: string; kind: string }[] = [];
  const source = input
    .split(/(\{[a-zA-Z0-9]+(?::[a-z]+)?\})/)
    .map((part, i) => {
      if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const [name = '', kind = 'number'] = part.slice(1, -1).split(':');
      slots.push({ name, kind });
      return `(${KINDS[kind] ?? NUMBER})`;
    })
    .join('');
  return { expression: new RegExp(`^${source}$`), slots, question, same };
}

function slotValue(kind: string, text: string): unknown {
  if (kind === 'word' || kind === 'name') return text;
  if (kind === 'number') return Number(text);
  const list: unknown = JSON.parse(text);
  return list;
}

function fill(value: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string' && value.startsWith('$')) return values.get(value.slice(1));
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fill(v, values)]));
  return value;
}

/** Fields of `over` replace those of `base`; objects are merged field by field. */
function merge(base: Json, over: Json): Json {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = field(base, key);
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value) && typeof old === 'object' && old !== null;
    result[key] = nested ? merge(asRecord(old, key), asRecord(value, key)) : value;
  }
  return result;
}
