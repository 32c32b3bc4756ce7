/** `lab network`: what it prints and how it refuses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { networkCommand } from '../../../src/lab/network';

const folder = mkdtempSync(join(tmpdir(), 'bouton-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lab(scenario: unknown): { readonly status: number; readonly out: string; readonly complaints: string } {
  const path = join(folder, 'scenario.json');
  writeFileSync(path, typeof scenario === 'string' ? scenario : JSON.stringify(scenario));
  const out: string[] = [];
  const complaints: string[] = [];
  const status = networkCommand(
    [path],
    (line) => out.push(line),
    (line) => complaints.push(line),
  );
  return { status, out: out.join('\n'), complaints: complaints.join('\n').replaceAll(path, 'scenario.json') };
}

const SHORT = { settle_ms: 100, before_ms: 200, onset_ms: 200, with_ms: 200, scale: 0.2 };

test('prints rates with errors over seeds, block and the Parameter behind each default', () => {
  const { status, out } = lab({ ...SHORT, seeds: 3, setting: 'interneurons', ketamine_uM: 2 });
  expect(status).toBe(0);
  const result = JSON.parse(out) as {
    readonly seeds: number[];
    readonly before: { readonly rates_Hz: Record<string, { readonly mean: number; readonly se: number }> };
    readonly runs: { readonly before: Record<string, number> }[];
    readonly block: { readonly pool: string; readonly share: { readonly mean: number } }[];
    readonly defaults: Record<string, string>;
  };
  expect(result.seeds).toEqual([1, 2, 3]);
  const pv = result.runs.map(({ before }) => before['pv'] ?? NaN);
  const mean = pv.reduce((sum, rate) => sum + rate, 0) / 3;
  expect(result.before.rates_Hz['pv']?.mean).toBeCloseTo(mean, 4);
  expect(result.before.rates_Hz['pv']?.se).toBeCloseTo(Math.sqrt(pv.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / 6), 4);
  for (const { pool, share } of result.block) expect(share.mean > 0).toBe(pool.startsWith('pv') || pool.startsWith('sst'));
  expect(result.defaults['pv.capacitance']).toBe('network.pv.capacitance');
  expect(result.defaults['mg_mM']).toBe('medium.mg');
});

test('a number that is given has no default', () => {
  const result = JSON.parse(lab({ ...SHORT, mg_mM: 0.5 }).out) as { readonly defaults: Record<string, string> };
  expect(result.defaults).not.toHaveProperty('mg_mM');
});

test('the habenula and its day', () => {
  const { status, out } = lab({ circuit: 'habenula', stress: true, blocked: 0.8, day: { duration_h: 1, peak_uM: 5 } });
  expect(status).toBe(0);
  const result = JSON.parse(out) as {
    readonly regime: string;
    readonly day: { readonly time_s: number[] };
    readonly defaults: Record<string, string>;
  };
  expect(result.regime).toBe('silent');
  expect(result.day.time_s.at(-1)).toBeCloseTo(3600);
  expect(result.defaults['day.halfLife_min']).toBe('ketamine.halfLifeMouse');
  expect(result.defaults).not.toHaveProperty('day.peak_uM');
});

describe('refuses with a line that names the field', () => {
  test.each([
    [{ seeds: 0 }, 'scenario.json: seeds: must be at least 1; it is 0'],
    [{ ketamin: 1 }, 'scenario.json: ketamin: is not a field of a scenario of the prefrontal circuit'],
    [{ setting: 'nowhere' }, 'scenario.json: setting: must be one of everywhere, interneurons'],
    [{ setting: 'none', reaches: ['pv'] }, 'scenario.json: reaches: must be left out when there is a setting'],
    [{ reaches: ['pv..tonic'] }, 'scenario.json: reaches[0]: must be like'],
    [{ circuit: 'cortex' }, 'scenario.json: circuit: must be "prefrontal" or "habenula"; it is "cortex"'],
    [{ circuit: 'habenula', stress: 'yes' }, 'scenario.json: stress: must be true or false; it is "yes"'],
    [{ circuit: 'habenula', ketamine_uM: 1 }, 'scenario.json: ketamine_uM: is not a field of a scenario of the habenula'],
    [[], 'scenario.json: scenario: must be one JSON object'],
    ['{', 'scenario.json: is not JSON'],
  ])('%j', (scenario, complaint) => {
    const { status, out, complaints } = lab(scenario);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(complaints).toContain(complaint);
  });
});

test('wrong arguments get the usage', () => {
  const lines: string[] = [];
  expect(networkCommand([], undefined, (line) => lines.push(line))).toBe(2);
  expect(lines.join('')).toContain('usage');
});
