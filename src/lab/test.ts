/**
 * `npm test`: types, lint with the floor rule, formatting, content validation, a build, unit tests and browser tests.
 * The unit tests run beside all that comes before them, on every core; what a stage says is printed whole and in this order.
 * Every stage runs even when an earlier one fails; the last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'bouton-test-'));
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
/** Programs that write to a pipe leave colour out; a person at a terminal sees it all the same. */
const colour: Readonly<Record<string, string>> = process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? { FORCE_COLOR: '1' } : {};

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** A stage of the whole. What it says before its turn is kept; from then on it speaks at once. */
class Stage {
  private kept: (string | Buffer)[] | null = [];
  readonly count: Promise<Count>;

  constructor(title: string, work: (stage: Stage) => Promise<Count>) {
    this.say(`\n— ${title}\n`);
    this.count = Promise.resolve(this)
      .then(work)
      .catch((error: unknown) => {
        this.say(`${error instanceof Error ? error.message : String(error)}\n`);
        return { passed: 0, failed: 1 };
      });
  }

  say(words: string | Buffer): void {
    if (this.kept === null) process.stdout.write(words);
    else this.kept.push(words);
  }

  /** Gives it its turn; resolves to its count. */
  async speak(): Promise<Count> {
    for (const words of this.kept ?? []) process.stdout.write(words);
    this.kept = null;
    return this.count;
  }

  /** Runs a command to its end; true when it ended well. */
  run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...colour, ...env } });
      child.stdout.on('data', (words: Buffer) => this.say(words));
      child.stderr.on('data', (words: Buffer) => this.say(words));
      child.on('error', reject);
      child.on('close', (code) => resolve(code === 0));
    });
  }
}

/** Stages that are right or wrong as a whole, one after the other. */
function inTurn(checks: readonly (readonly [title: string, command: string, args: readonly string[]])[]): readonly Stage[] {
  let before: Promise<unknown> = Promise.resolve();
  return checks.map(([title, command, args]) => {
    const turn = before;
    const stage = new Stage(title, async (own) => {
      await turn;
      return (await own.run(command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    });
    before = stage.count;
    return stage;
  });
}

/** Counts of a vitest JSON report; a run that wrote none has failed once. */
async function unit(stage: Stage): Promise<Count> {
  const report = join(scratch, 'unit.json');
  const ok = await stage.run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  // A file that does not even load fails the run without counting a test.
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
}

/** Counts of a Playwright JSON report; a machine on which no Chromium can be had has failed once. */
async function browser(stage: Stage): Promise<Count> {
  const chromium = findChromium((line) => stage.say(`${line}\n`));
  const report = join(scratch, 'browser.json');
  const env = { BOUTON_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const ok = await stage.run(bin('playwright'), ['test', '--reporter=list,json'], env);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected + stats.flaky, failed: ok ? stats.unexpected : Math.max(1, stats.unexpected) };
}

const packs = readdirSync(join(root, 'src/content'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join('src/content', entry.name, 'pack.json'));

const units = new Stage('unit tests', unit);
const checks = inTurn([
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the rooms that know no browser', bin('tsc'), ['--noEmit', '-p', 'tsconfig.core.json']],
  ['lint', bin('oxlint'), []],
  ['floor rule', bin('tsx'), ['src/lab/floors.ts']],
  // What is formatted is known by its content, so that a second run reads only what changed.
  ['formatting', bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '.']],
  ...packs.map((pack) => [`content: ${pack}`, bin('tsx'), ['src/lab/main.ts', 'validate', pack]] as const),
  ['build', bin('vite'), ['build', '--logLevel', 'warn']],
]);

const counts: Count[] = [];
for (const stage of [...checks, units]) counts.push(await stage.speak());
// The browsers want the cores for themselves: what they do has to be done in time.
counts.push(await new Stage('browser tests', browser).speak());

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
