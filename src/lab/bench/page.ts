/**
 * How free the page stays while a pool of workers runs many trials: the longest task of its main thread between asking and the result,
 * from the browser's own trace, in processor time (what the page itself asks of a core) and by the clock (with whatever else the machine
 * does). The trials draw no molecules, so that they arrive as fast as they can; what the page does with each does not depend on that.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { resolveScenario } from '../../science/synapse/resolve';
import { CHROMIUM_FLAGS, findChromium } from '../chromium';
import { readSynapsePart } from '../synapse/pack';
import type { BenchRow } from './receptors';

const ORIGIN = 'http://bench.test/';
/** What is run: short and long trials, many, the longest that a scenario may ask for, and one that is given up for another. */
const CASES = [
  { name: '200 trials of 20 ms', trials: 200, options: { duration_ms: 20, sample_ms: 0.05 } },
  { name: '200 trials of 400 ms', trials: 200, options: { duration_ms: 400, sample_ms: 0.2 } },
  { name: '1000 trials of 200 ms', trials: 1000, options: { duration_ms: 200, sample_ms: 0.2 } },
  { name: '40 trials of 10 s, 50,001 samples each', trials: 40, options: { duration_ms: 10_000, sample_ms: 0.2 } },
  {
    name: '200 trials of 400 ms, given up half way and asked anew',
    trials: 200,
    options: { duration_ms: 400, sample_ms: 0.2 },
    again: true,
  },
] as const;
/** Workers as the synapse level makes them, on a machine of two cores. */
const WORKERS = 2;

/** Module text of a file of the engine with what it imports. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'bundle' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error(`${entry} was not built`);
  return first.output[0].code;
}

/** The rows: for runs of 20 ms and of 400 ms, the longest task of the page. */
export async function benchPage(): Promise<BenchRow[]> {
  const files: Readonly<Record<string, string>> = {
    'worker.js': await bundle('src/science/synapse/worker.ts'),
    'pool.js': await bundle('src/science/synapse/pool.ts'),
  };
  const { config } = resolveScenario({ glutamate: { mode: 'transient' } }, readSynapsePart());
  const browser = await chromium.launch({ executablePath: findChromium(() => undefined), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}*`, (route) => {
      const body = files[new URL(route.request().url()).pathname.slice(1)];
      return body === undefined
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' })
        : route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(ORIGIN);
    const rows: BenchRow[] = [];
    for (const { name, trials, options, ...rest } of CASES) {
      const job = { config, options, trials, workers: WORKERS, again: 'again' in rest };
      const { cpu_ms, wall_ms, over, whole_ms } = await longestTask(browser, page, job);
      rows.push({
        name: `page with ${name} in the pool: longest task`,
        value: cpu_ms.toFixed(1),
        unit: 'ms',
        note: `of processor time; ${wall_ms.toFixed(0)} ms by the clock, ${over} tasks over 50 ms by it; ${(whole_ms / 1000).toFixed(1)} s in all; aim under 25`,
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

interface Job {
  readonly config: ReturnType<typeof resolveScenario>['config'];
  readonly options: { readonly duration_ms: number; readonly sample_ms: number };
  readonly trials: number;
  readonly workers: number;
  /** Whether half of the trials are given up and all asked for again with another seed. */
  readonly again: boolean;
}

/** Names of the page's marks at the two ends of a run. */
const [BEGIN, END] = ['run-begin', 'run-end'] as const;

/** An event of Chromium's trace: `ts` its start, `dur` and `tdur` in us, the latter of the thread's own processor time. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

async function longestTask(
  browser: Browser,
  page: Page,
  job: Job,
): Promise<{ readonly cpu_ms: number; readonly wall_ms: number; readonly over: number; readonly whole_ms: number }> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  const whole_ms = await page.evaluate(run, { ...job, marks: [BEGIN, END] as const });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const at = (mark: string): number => traceEvents.find(({ name }) => name === mark)?.ts ?? NaN;
  const [begin, end] = [at(BEGIN), at(END)];
  if (Number.isNaN(begin + end)) throw new Error('The trace has no marks');
  // Of the two nested events of a task, the inner.
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts, dur = 0 }) => name.endsWith('::RunTask') && main.has(`${pid} ${tid}`) && ts + dur >= begin && ts <= end,
  );
  const most = (of: (event: TraceEvent) => number): number => tasks.reduce((best, event) => Math.max(best, of(event) / 1000), 0);
  return {
    cpu_ms: most(({ tdur = 0 }) => tdur),
    wall_ms: most(({ dur = 0 }) => dur),
    over: tasks.filter(({ dur = 0 }) => dur > 50_000).length,
    whole_ms,
  };
}

/** Runs in the page; gives the time of the whole, ms. */
async function run({
  config,
  options,
  trials,
  workers,
  again,
  marks,
}: Job & { readonly marks: readonly [string, string] }): Promise<number> {
  const address = '/pool.js';
  const { SynapsePool } = (await import(/* @vite-ignore */ address)) as typeof import('../../science/synapse/pool');
  const pool = new SynapsePool(() => new Worker('/worker.js', { type: 'module' }), workers);
  performance.mark(marks[0]);
  const begin = performance.now();
  if (again) {
    const first = pool.run(config, 1, trials, options, (done) => {
      if (done === Math.floor(trials / 2)) first.cancel();
    });
    // It rejects, being given up.
    await first.result.catch(() => undefined);
  }
  await pool.run(config, again ? 2 : 1, trials, options).result;
  const whole_ms = performance.now() - begin;
  performance.mark(marks[1]);
  pool.close();
  return whole_ms;
}
