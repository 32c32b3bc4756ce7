/** JSON from text, with the line and column of the first fault. Engines word and place such faults differently; this does not. */

export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

const SPACE = /[\t\n\r ]*/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end' | 'string';

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value was expected',
  'value or ]': 'a value or "]" was expected',
  key: 'a key in double quotes was expected',
  'key or }': 'a key in double quotes or "}" was expected',
  ':': '":" was expected after the key',
  ', or ]': '"," or "]" was expected',
  ', or }': '"," or "}" was expected',
  end: 'the file goes on after its end',
  string: 'this text is not closed, or holds a character that must be escaped',
};

function eat(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Offset after the string that starts at `from`; `from` itself when it is not closed or holds what must be escaped. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    // NaN (the end of the text) and control characters, line ends among them, may not stand in a string.
    if (!(code >= 0x20)) return from;
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') {
      const next = eat(ESCAPE, text, at);
      if (next === at) return from;
      at = next;
    } else at += 1;
  }
}

/** Offset of the first character that no JSON could have there, and what should have been. Null for sound text. */
function firstFault(text: string): { at: number; expected: Expected } | null {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const after = (): Expected => {
    const inside = open.at(-1);
    if (inside === undefined) return 'end';
    return inside === '[' ? ', or ]' : ', or }';
  };
  for (;;) {
    at = eat(SPACE, text, at);
    const sign = text[at];
    if (sign === undefined) return expected === 'end' ? null : { at, expected };
    if (
      (sign === ']' && (expected === 'value or ]' || expected === ', or ]')) ||
      (sign === '}' && (expected === 'key or }' || expected === ', or }'))
    ) {
      open.pop();
      expected = after();
      at += 1;
    } else if (sign === ',' && (expected === ', or ]' || expected === ', or }')) {
      expected = expected === ', or ]' ? 'value' : 'key';
      at += 1;
    } else if (sign === ':' && expected === ':') {
      expected = 'value';
      at += 1;
    } else if (sign === '[' && (expected === 'value' || expected === 'value or ]')) {
      open.push('[');
      expected = 'value or ]';
      at += 1;
    } else if (sign === '{' && (expected === 'value' || expected === 'value or ]')) {
      open.push('{');
      expected = 'key or }';
      at += 1;
    } else {
      const isKey: boolean = expected === 'key' || expected === 'key or }';
      const mayStand = isKey ? sign === '"' : expected === 'value' || expected === 'value or ]';
      if (!mayStand) return { at, expected };
      const end: number = sign === '"' ? endOfString(text, at) : eat(WORD, text, at);
      if (end === at) return { at, expected: sign === '"' ? 'string' : expected };
      expected = isKey ? ':' : after();
      at = end;
    }
  }
}

/** Parses JSON text; a byte-order mark at its start is passed over. Lines and columns count from 1. Never throws. */
export function parseJson(source: string): JsonText {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    const fault = firstFault(text) ?? { at: text.length, expected: 'value' as const };
    const before = text.slice(0, fault.at);
    const line = before.split('\n').length;
    const column = fault.at - before.lastIndexOf('\n');
    const found = fault.at >= text.length ? 'the file ends here' : `found ${JSON.stringify(text.slice(fault.at, fault.at + 12))}`;
    return { ok: false, line, column, message: `${WORDS[fault.expected]}, ${found}` };
  }
}
