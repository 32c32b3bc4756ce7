/** The synapse engine in Chromium: the same bits as in Node, frames on request, and a page that stays free. */
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { readSynapsePart } from '../../src/lab/synapse/pack';
import type { SynapseConfig } from '../../src/science/synapse/config';
import { recordTrial } from '../../src/science/synapse/record';
import { resolveScenario } from '../../src/science/synapse/resolve';
import { runTrials } from '../../src/science/synapse/trials';

const FOLDER = '/synapse-test/';
const OPTIONS = { duration_ms: 4, sample_ms: 0.5 };

/** Module text of one file of the engine, with what it imports. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'bundle' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error(`${entry} was not built`);
  return first.output[0].code;
}

function config(): SynapseConfig {
  return resolveScenario(
    { membrane: { free: true }, medium: { ketamine_uM: 1 }, release: { molecules: 1500, moleculesCv: 0.3 } },
    readSynapsePart(),
  ).config;
}

test.beforeEach(async ({ page }) => {
  const files: Record<string, string> = {
    'worker.js': await bundle('src/science/synapse/worker.ts'),
    'pool.js': await bundle('src/science/synapse/pool.ts'),
    'client.js': await bundle('src/science/synapse/client.ts'),
  };
  await page.route(`**${FOLDER}*`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(FOLDER.length);
    const body = files[name];
    return body === undefined
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>synapse</title>' })
      : route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`${FOLDER}page.html`);
});

test('a seed gives the same bits in Chromium as in Node', async ({ page }) => {
  const wanted = recordTrial(config(), 21, 2, OPTIONS);
  const columns = await page.evaluate(
    async ([settings, options, folder]) => {
      const { SynapseClient } = (await import(
        /* @vite-ignore */ `${folder}client.js`
      )) as typeof import('../../src/science/synapse/client');
      const client = new SynapseClient(new Worker(`${folder}worker.js`, { type: 'module' }));
      const trace = await client.trial(settings, 21, 2, options).result;
      return Object.entries(trace.columns).map(([id, column]) => [id, Array.from(column)] as const);
    },
    [config(), OPTIONS, FOLDER] as const,
  );
  expect(Object.fromEntries(columns)).toEqual(
    Object.fromEntries(Object.entries(wanted.columns).map(([id, column]) => [id, Array.from(column)])),
  );
});

test('a pool of workers gives the same summary, and frames come back on request', async ({ page }) => {
  const small = { ...config(), release: { ...config().release, molecules: 300 } };
  const wanted = runTrials(small, 5, 12, OPTIONS).summary;
  const { summary, frames } = await page.evaluate(
    async ([settings, options, folder]) => {
      const { SynapsePool } = (await import(/* @vite-ignore */ `${folder}pool.js`)) as typeof import('../../src/science/synapse/pool');
      const { SynapseClient } = (await import(
        /* @vite-ignore */ `${folder}client.js`
      )) as typeof import('../../src/science/synapse/client');
      const worker = (): Worker => new Worker(`${folder}worker.js`, { type: 'module' });
      const pool = new SynapsePool(worker, 2);
      const set = await pool.run(settings, 5, 12, options).result;
      pool.close();
      const client = new SynapseClient(worker());
      await client.open(settings, 5);
      const times: (number | undefined)[] = [];
      for (const t of [0.05, 0.5, 0.1]) times.push((await client.frame(t))?.time_ms);
      return { summary: set.summary, frames: times };
    },
    [small, OPTIONS, FOLDER] as const,
  );
  expect(summary).toEqual(wanted);
  expect(frames).toEqual([0.05, 0.5, 0.1]);
});
