/**
 * `npm run -s lab -- targets <file.json>`: the engine against a file of targets.
 *
 * The file holds `targets` (or a pack part's `kineticTargets`) and optionally `schemes`, else the pack's schemes are used.
 * One line a target: id, computed, expected, tolerance, ok or off. A target that cannot be run counts as failed and says
 * why. Literature values without a protocol are listed afterwards with what the engine gives; they do not count.
 */
import { readFileSync } from 'node:fs';
import { asArray, asRecord, field, type Json, reason, TargetError } from './json';
import { literatureRows, type LiteratureRow, readLiterature } from './literature';
import { runProtocol } from './protocol-json';
import { questionOf, readPatterns } from './question';
import { answer, type Answer } from './run-question';
import { readPackParts, SchemeLibrary } from './schemes';
import { convert, readExpected, readTolerance } from './tolerance';

/** The outcome of one counted target. */
export interface TargetResult {
  readonly id: string;
  readonly computed: string;
  readonly expected: string;
  readonly tolerance: string;
  readonly ok: boolean;
  /** Why it could not be run; empty when it could. */
  readonly problem: string;
}

export interface TargetReport {
  readonly results: readonly TargetResult[];
  readonly literature: readonly LiteratureRow[];
}

/** Runs the command; the exit status is 1 if any target failed or the file cannot be read, 2 without a file name. */
export function targetsCommand(args: readonly string[], print: (line: string) => void = console.log): number {
  const [path] = args;
  if (path === undefined || args.length !== 1) {
    print('usage: npm run -s lab -- targets <file.json>');
    return 2;
  }
  let report: TargetReport;
  try {
    report = runTargets(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    print(`${path}: ${reason(error)}`);
    print('0 passed, 1 failed');
    return 1;
  }
  printResults(report.results, print);
  printLiterature(report.literature, print);
  const failed = report.results.filter((result) => !result.ok).length;
  print(`${report.results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Runs the content of a target file. Throws a TargetError if it is not one at all; faults of single targets are results. */
export function runTargets(content: unknown): TargetReport {
  const file = asRecord(content, 'the file');
  const targets = asArray(field(file, 'targets') ?? field(file, 'kineticTargets'), 'targets');
  if (targets.length === 0) throw new TargetError('targets is empty: there is nothing to check');
  const pack = readPackParts();
  const library = new SchemeLibrary(pack.parameters);
  library.add(field(file, 'schemes') ?? pack.schemes);
  const patterns = readPatterns();
  const inPack = packQuestions(pack.targets, patterns);
  const texts = readLiterature();
  const results: TargetResult[] = [];
  const literature: LiteratureRow[] = [];
  const ids = new Set<unknown>();
  let before: Json | undefined;
  targets.forEach((entry, i) => {
    const target: Json = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? (entry as Json) : {};
    const place = `targets[${i}]`;
    const id = field(target, 'id');
    const repeated = typeof id === 'string' && ids.has(id);
    ids.add(id);
    const runnable = field(target, 'protocol') !== undefined || field(target, 'question') !== undefined;
    if (field(target, 'kind') === 'literature' && !runnable) {
      literature.push(...literatureRows(target, texts, library));
      return;
    }
    results.push(
      check(repeated ? { ...target, id: `${String(id)} (${place})` } : target, place, () => {
        if (entry !== target) throw new TargetError(`${place} must be an object`);
        if (field(target, 'protocol') !== undefined) {
          const { value, unit } = runProtocol(field(target, 'protocol'), library);
          return { values: [value], unit };
        }
        const question = wordedQuestion(target, patterns, before, inPack);
        before = question;
        return answer(question, library);
      }),
    );
  });
  return { results, literature };
}

/** The target's own question, or the one its wording asks; a reference to "the same" may also be resolved from the pack. */
function wordedQuestion(
  target: Json,
  patterns: ReturnType<typeof readPatterns>,
  before: Json | undefined,
  inPack: ReadonlyMap<string, Json>,
): Json {
  const own = field(target, 'question');
  if (own !== undefined) return asRecord(own, 'question');
  const input = field(target, 'input');
  if (typeof input !== 'string') throw new TargetError('there is no protocol, no question and no wording');
  const packed = inPack.get(`${String(field(target, 'id'))}\n${input}`);
  if (packed !== undefined) return packed;
  const question = questionOf(input, patterns, before);
  if (question === undefined) throw new TargetError(`there is no protocol, and the wording is not a known question: "${input}"`);
  return question;
}

/** Questions of the pack's own worded targets, by id and wording, each read in its place in the list. */
function packQuestions(targets: readonly unknown[], patterns: ReturnType<typeof readPatterns>): ReadonlyMap<string, Json> {
  const questions = new Map<string, Json>();
  let before: Json | undefined;
  targets.forEach((entry, i) => {
    const target = asRecord(entry, `kineticTargets[${i}]`);
    const input = field(target, 'input');
    if (typeof input !== 'string' || field(target, 'protocol') !== undefined || field(target, 'kind') === 'literature') return;
    const question = questionOf(input, patterns, before);
    if (question === undefined) return;
    before = question;
    questions.set(`${String(field(target, 'id'))}\n${input}`, question);
  });
  return questions;
}

/** Runs one target and compares. Never throws. */
function check(target: Json, place: string, run: () => Answer): TargetResult {
  const id = field(target, 'id');
  const tolerance = field(target, 'tolerance');
  const base = {
    id: typeof id === 'string' && id !== '' ? id : place,
    expected: show(field(target, 'expected')),
    tolerance: typeof tolerance === 'string' ? tolerance : show(tolerance),
  };
  try {
    const { values, unit } = run();
    const wanted = field(target, 'unit');
    const computed = values.map((value) => convert(value, unit, wanted ?? unit));
    if (!computed.every(Number.isFinite)) throw new TargetError('the computed value is not a finite number');
    const text = computed.map(brief).join(', ');
    try {
      const expected = readExpected(field(target, 'expected'));
      const within = readTolerance(tolerance);
      if (expected.length !== computed.length) throw new TargetError(`${computed.length} values computed, ${expected.length} expected`);
      return { ...base, computed: text, ok: computed.every((value, i) => within(value, expected[i] ?? NaN)), problem: '' };
    } catch (error) {
      return { ...base, computed: text, ok: false, problem: reason(error) };
    }
  } catch (error) {
    return { ...base, computed: '-', ok: false, problem: reason(error) };
  }
}

function brief(value: number): string {
  return Number(value.toPrecision(6)).toString();
}

function show(value: unknown): string {
  if (typeof value === 'number') return brief(value);
  if (value === undefined) return '-';
  const text = Array.isArray(value) ? value.map(show).join(', ') : (JSON.stringify(value) ?? '-');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function printResults(results: readonly TargetResult[], print: (line: string) => void): void {
  const width = (pick: (result: TargetResult) => string): number =>
    Math.min(50, Math.max(0, ...results.map((result) => pick(result).length)));
  const [id, computed, expected, tolerance] = [
    width((r) => r.id),
    width((r) => r.computed),
    width((r) => r.expected),
    width((r) => r.tolerance),
  ];
  for (const r of results) {
    const problem = r.problem === '' ? '' : `  ${oneLine(r.problem)}`;
    print(
      `${oneLine(r.id).padEnd(id)}  ${r.computed.padEnd(computed)}  ${r.expected.padEnd(expected)}  ${oneLine(r.tolerance).padEnd(tolerance)}  ${r.ok ? 'ok' : 'off'}${problem}`,
    );
  }
}

function printLiterature(rows: readonly LiteratureRow[], print: (line: string) => void): void {
  if (rows.length === 0) return;
  print('');
  print('Published values, shown but not counted: quantity, published, tolerance, engine, verdict, note');
  let last = '';
  for (const row of rows) {
    if (row.id !== last) print(row.id);
    last = row.id;
    print(
      `  ${row.quantity.slice(0, 48).padEnd(28)}  ${row.published.slice(0, 24).padEnd(12)}  ${row.tolerance.slice(0, 12).padEnd(8)}  ${row.engine.padEnd(12)}  ${row.verdict.padEnd(12)}  ${row.note}`,
    );
  }
  print('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 300);
}
