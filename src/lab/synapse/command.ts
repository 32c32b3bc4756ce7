/**
 * `npm run -s lab -- synapse <scenario.json>`: runs a scenario and prints JSON.
 *
 * The output holds the scenario as resolved (`defaults` names the Parameter behind every number that the file left out),
 * the units of the columns, the traces of the trials unless `"traces": false`, mean and standard error, the summary with
 * errors, the mean-field twin if asked for, and the wall time. `--published` prints the comparison with published
 * figures and `--sites` the table of places where ketamine may act.
 */
import { readFileSync } from 'node:fs';
import { comparePublished } from '../../science/synapse/published';
import { meanField } from '../../science/synapse/meanfield';
import { type Trace, traceColumns } from '../../science/synapse/record';
import { type ResolvedScenario, resolveScenario, ScenarioError } from '../../science/synapse/resolve';
import { readScenario, type Scenario, type ScenarioFault } from '../../science/synapse/scenario';
import { compareSites } from '../../science/synapse/sites';
import { runTrials } from '../../science/synapse/trials';
import { readSynapsePart } from './pack';

const USAGE = 'usage: npm run -s lab -- synapse <scenario.json> | --published [trials] | --sites [ketamine uM]';

/** Runs the command: exit status 0, 1 for a bad scenario or file, 2 for wrong arguments. */
export function synapseCommand(
  args: readonly string[],
  print: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
): number {
  const [first, second, ...rest] = args;
  if (first === undefined || rest.length > 0) {
    complain(USAGE);
    return 2;
  }
  if (first === '--published' || first === '--sites') return table(first, second, print, complain);
  if (second !== undefined) {
    complain(USAGE);
    return 2;
  }
  try {
    const scenario = readFile(first);
    print(JSON.stringify(run(scenario, resolveScenario(scenario, readSynapsePart()))));
    return 0;
  } catch (error) {
    if (error instanceof ScenarioError) for (const fault of error.faults) complain(`${first}: ${fault.field}: ${fault.message}`);
    else complain(`${first}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function readFile(path: string): Scenario {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ScenarioError([{ field: 'file', message: 'cannot be read; check the path' }]);
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new ScenarioError([
      { field: 'file', message: `is not JSON (${error instanceof Error ? error.message : ''}); correct the text` } satisfies ScenarioFault,
    ]);
  }
  const reading = readScenario(input);
  if (!reading.ok) throw new ScenarioError(reading.faults);
  return reading.scenario;
}

function table(
  name: '--published' | '--sites',
  value: string | undefined,
  print: (line: string) => void,
  complain: (line: string) => void,
): number {
  const number = value === undefined ? undefined : Number(value);
  if (number !== undefined && !(number > 0)) {
    complain(USAGE);
    return 2;
  }
  const source = readSynapsePart();
  print(JSON.stringify(name === '--sites' ? compareSites(source, number ?? 1) : comparePublished(source, number ?? 40), null, 2));
  return 0;
}

/** The printed object of a scenario. */
function run(scenario: Scenario, resolved: ResolvedScenario): unknown {
  const { config, seed, trials, options } = resolved;
  const started = performance.now();
  const traces: unknown[] = [];
  const set = runTrials(config, seed, trials, options, (trial, trace) => {
    if (scenario.traces !== false) traces.push({ trial, ...plain(trace) });
  });
  const twin = scenario.meanField === true ? plain(meanField(config, seed, options)) : undefined;
  return {
    name: scenario.name,
    seed,
    trials,
    ...options,
    defaults: resolved.defaults,
    config: { ...config, receptors: config.receptors.map((group) => ({ ...group, scheme: group.scheme.id })) },
    units: { time_ms: 'ms', ...Object.fromEntries(traceColumns(config).map((column) => [column.id, column.unit])) },
    summary: set.summary,
    mean: plain(set.mean),
    standardError: plain(set.standardError),
    meanField: twin,
    traces: scenario.traces === false ? undefined : traces,
    wall_ms: round(performance.now() - started),
  };
}

function plain(trace: Trace): { time_ms: number[]; columns: Record<string, number[]> } {
  const columns = Object.entries(trace.columns).map(([id, column]) => [id, Array.from(column, round)] as const);
  return { time_ms: Array.from(trace.time_ms, round), columns: Object.fromEntries(columns) };
}

/** Seven significant digits: what the reader can use, and half the bytes. */
function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(7)) : value;
}
