/**
 * `npm test`: types, lint with the floor rule, content validation, unit tests and browser tests, in this order.
 * Every stage runs even when an earlier one fails; the last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'bouton-test-'));
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** A stage that is right or wrong as a whole. */
function check(title: string, command: string, args: readonly string[]): Count {
  console.log(`\n— ${title}`);
  return run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counts of a vitest JSON report; a run that wrote none has failed once. */
function unit(): Count {
  console.log('\n— unit tests');
  const report = join(scratch, 'unit.json');
  const ok = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  // A file that does not even load fails the run without counting a test.
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
}

function browser(): Count {
  console.log('\n— browser tests');
  let chromium: string;
  try {
    chromium = findChromium(console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
  const report = join(scratch, 'browser.json');
  const ok = run(bin('playwright'), ['test', '--reporter=list,json'], { BOUTON_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected + stats.flaky, failed: ok ? stats.unexpected : Math.max(1, stats.unexpected) };
}

const packs = readdirSync(join(root, 'src/content'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join('src/content', entry.name, 'pack.json'));

const counts = [
  check('types', bin('tsc'), ['--noEmit']),
  check('types of the rooms that know no browser', bin('tsc'), ['--noEmit', '-p', 'tsconfig.core.json']),
  check('lint', bin('oxlint'), []),
  check('floor rule', bin('tsx'), ['src/lab/floors.ts']),
  check('formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  ...packs.map((pack) => check(`content: ${pack}`, bin('tsx'), ['src/lab/main.ts', 'validate', pack])),
  unit(),
  check('build', bin('vite'), ['build', '--logLevel', 'warn']),
  browser(),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
