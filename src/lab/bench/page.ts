/**
 * How free the page stays while a pool of workers runs 200 trials: the longest task of its main thread, from the browser's own trace, in
 * processor time (what the page itself asks of a core) and by the clock (with whatever else the machine does). The trials draw no
 * molecules, so that they arrive as fast as they can; what the page does with each does not depend on that.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { resolveScenario } from '../../science/synapse/resolve';
import { CHROMIUM_FLAGS, findChromium } from '../chromium';
import { readSynapsePart } from '../synapse/pack';
import type { BenchRow } from './receptors';

const ORIGIN = 'http://bench.test/';
const TRIALS = 200;
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
    for (const options of [
      { duration_ms: 20, sample_ms: 0.05 },
      { duration_ms: 400, sample_ms: 0.2 },
    ]) {
      const { cpu_ms, wall_ms, over, whole_ms } = await longestTask(browser, page, { config, options, trials: TRIALS, workers: WORKERS });
      rows.push({
        name: `page with ${TRIALS} trials of ${options.duration_ms} ms in the pool: longest task`,
        value: cpu_ms.toFixed(1),
        unit: 'ms',
        note: `of processor time; ${wall_ms.toFixed(0)} ms by the clock, ${over} tasks over 50 ms by it; ${(whole_ms / 1000).toFixed(1)} s in all; aim under 50`,
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
}

/** An event of Chromium's trace: `dur` and `tdur` in us, the latter of the thread's own processor time. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

async function longestTask(
  browser: Browser,
  page: Page,
  job: Job,
): Promise<{ readonly cpu_ms: number; readonly wall_ms: number; readonly over: number; readonly whole_ms: number }> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const whole_ms = await page.evaluate(run, job);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`));
  const most = (of: (event: TraceEvent) => number): number => tasks.reduce((best, event) => Math.max(best, of(event) / 1000), 0);
  return {
    cpu_ms: most(({ tdur = 0 }) => tdur),
    wall_ms: most(({ dur = 0 }) => dur),
    over: tasks.filter(({ dur = 0 }) => dur > 50_000).length,
    whole_ms,
  };
}

/** Runs in the page; gives the time of the whole, ms. */
async function run({ config, options, trials, workers }: Job): Promise<number> {
  const address = '/pool.js';
  const { SynapsePool } = (await import(/* @vite-ignore */ address)) as typeof import('../../science/synapse/pool');
  const pool = new SynapsePool(() => new Worker('/worker.js', { type: 'module' }), workers);
  const begin = performance.now();
  await pool.run(config, 1, trials, options).result;
  const whole_ms = performance.now() - begin;
  pool.close();
  return whole_ms;
}
