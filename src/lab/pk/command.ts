/** `npm run -s lab -- pk <scenario.json>`: runs a dose in every drug model that applies and prints JSON or CSV. `--help` says more. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problemSentence } from '../../describe/dose';
import { dose as words } from '../../describe/messages/en/dose';
import type { Model } from '../../model/model';
import { readScenario } from '../../science/pharmacokinetics/read';
import { runDose } from '../../science/pharmacokinetics/run';
import { DEFAULT_SCENARIO, type DoseScenario } from '../../science/pharmacokinetics/scenario';
import { readPack } from '../read-pack';
import { HELP, USAGE } from './help';
import { csvOf, reportOf } from './report';
import { printTargets } from './targets';

const PACK = fileURLToPath(new URL('../../content/ketamine/pack.json', import.meta.url));

type Print = (line: string) => void;

/** Where the scenario comes from: `-` is standard input. */
function read(path: string): { readonly json: unknown } | { readonly fault: string } {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    return { fault: 'the file cannot be read; check the path' };
  }
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: `the file is not JSON (${error instanceof Error ? error.message : ''})` };
  }
}

/** Takes `end_h` and `times_min`, which say what to print, out of a scenario file. */
function options(json: unknown): {
  readonly scenario: unknown;
  readonly end_min?: number;
  readonly times_min?: readonly number[];
  readonly faults: readonly string[];
} {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { scenario: json, faults: [] };
  const { end_h, times_min, name: _name, ...scenario } = json as Record<string, unknown>;
  const faults: string[] = [];
  const hours = typeof end_h === 'number' && end_h >= 0.1 && end_h <= 72_000 ? end_h : undefined;
  if (end_h !== undefined && hours === undefined) faults.push('end_h accepts 0.1 to 72000 h.');
  const times =
    Array.isArray(times_min) && times_min.length > 0 && times_min.length <= 5000 && times_min.every(isTime) ? times_min : undefined;
  if (times_min !== undefined && times === undefined) faults.push('times_min accepts a list of 1 to 5000 times from 0 to 4320000 min.');
  return {
    scenario,
    ...(hours === undefined ? {} : { end_min: hours * 60 }),
    ...(times === undefined ? {} : { times_min: times }),
    faults,
  };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 4_320_000;
}

/** Runs the command: exit status 0, 1 for a bad scenario or file, 2 for wrong arguments. */
export function pkCommand(args: readonly string[], print: Print = console.log, complain: Print = console.error): number {
  const flags = new Set(args.filter((arg) => arg.startsWith('--')));
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (flags.has('--help')) {
    print(HELP);
    return 0;
  }
  const [file] = files;
  const wanted = [...flags].every((flag) => flag === '--csv' || flag === '--targets');
  if (!wanted || files.length > 1 || (file === undefined) !== flags.has('--targets') || (flags.has('--targets') && flags.has('--csv'))) {
    complain(USAGE);
    return 2;
  }
  const { model, issues } = readPack(PACK);
  if (model === null) {
    for (const issue of issues) complain(`${issue.file}: ${issue.message}`);
    return 1;
  }
  return file === undefined ? printTargets(model, print) : runFile(file, flags.has('--csv'), model, print, complain);
}

function runFile(file: string, csv: boolean, model: Model, print: Print, complain: Print): number {
  const found = read(file);
  if ('fault' in found) {
    complain(`${file}: ${found.fault}`);
    return 1;
  }
  const asked = options(found.json);
  const ids = model.pkModels.filter(({ parameters }) => parameters['system'] !== undefined).map(({ id }) => id);
  const { scenario, faults } = readScenario(asked.scenario, DEFAULT_SCENARIO, ids);
  const sentences = [...asked.faults, ...faults.map((fault) => problemSentence(fault, words))];
  if (sentences.length > 0) {
    for (const sentence of sentences) complain(`${file}: ${sentence}`);
    complain('Nothing was run.');
    return 1;
  }
  return output(scenario, asked, csv, model, print, complain);
}

function output(
  scenario: DoseScenario,
  asked: { readonly end_min?: number; readonly times_min?: readonly number[] },
  csv: boolean,
  model: Model,
  print: Print,
  complain: Print,
): number {
  const last = asked.times_min === undefined ? undefined : Math.max(1, ...asked.times_min);
  const end_min = asked.end_min ?? last;
  const run = runDose(model, scenario, {
    ...(end_min === undefined ? {} : { end_min }),
    ...(asked.times_min === undefined ? {} : { times_min: asked.times_min }),
  });
  const report = reportOf(run, model, asked.times_min);
  print(csv ? csvOf(report) : JSON.stringify(report, null, 2));
  for (const { model: id, note } of run.excluded.filter(({ reason }) => reason === 'solver'))
    complain(`${id}: could not be run: ${note ?? ''}`);
  return run.excluded.some(({ reason }) => reason === 'solver') ? 1 : 0;
}
