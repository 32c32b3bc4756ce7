/** Scenarios: checking, defaults and the command line. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synapseCommand } from '../../../../src/lab/synapse/command';
import { recordTrial } from '../../../../src/science/synapse/record';
import { resolveScenario, ScenarioError, type ScenarioSource } from '../../../../src/science/synapse/resolve';
import { readScenario, type Scenario } from '../../../../src/science/synapse/scenario';
import { source } from './helpers';

const EXAMPLES = 'src/lab/synapse/examples';

function faultsOf(input: unknown): Record<string, string> {
  const reading = readScenario(input);
  if (!reading.ok) return Object.fromEntries(reading.faults.map((fault) => [fault.field, fault.message]));
  try {
    resolveScenario(reading.scenario, source);
  } catch (error) {
    if (error instanceof ScenarioError) return Object.fromEntries(error.faults.map((fault) => [fault.field, fault.message]));
    throw error;
  }
  return {};
}

describe('faults of a scenario', () => {
  const cases: readonly [unknown, string, RegExp][] = [
    [{ release: { molecules: 0 } }, 'release.molecules', /whole number of molecules from 1 to 20000; it is 0/],
    [{ release: { molecules: 10.5 } }, 'release.molecules', /whole number/],
    [{ release: { probability: 2 } }, 'release.probability', /from 0 to 1; it is 2/],
    [{ release: { probability: 'often' } }, 'release.probability', /"certain"/],
    [{ release: { site: 'middle' } }, 'release.site', /"centre" or "uniform" or "nanocolumn"/],
    [{ release: { site: { x_nm: 5 } } }, 'release.site.y_nm', /missing/],
    [{ release: { spikes_ms: [0, -1] } }, 'release.spikes_ms[1]', /from 0 to 10000 ms; it is -1/],
    [{ release: { spikes_ms: [0], train: { rate_Hz: 10, count: 2 } } }, 'release.train', /spikes_ms/],
    [{ geometry: { cleftHeight_nm: '20' } }, 'geometry.cleftHeight_nm', /from 5 to 100 nm; it is "20"/],
    [{ geometry: { psdRadius_nm: 300 } }, 'geometry.psdRadius_nm', /must not exceed contactRadius_nm/],
    [{ geometry: { cleftHight_nm: 20 } }, 'geometry.cleftHight_nm', /not a field/],
    [{ receptors: [{ id: 'A', kind: 'AMPA', scheme: 'NOPE', count: 3 }] }, 'receptors[0].scheme', /use one of AMPA_JONAS93/],
    [{ receptors: [] }, 'receptors', /at least one group/],
    [{ release: { site: { x_nm: 500, y_nm: 0 } } }, 'release.site', /outside the contact/],
    [{ release: { site: 'nanocolumn' } }, 'release.site', /placement.nanocolumns/],
    [{ uptake: { km_uM: 0.1, kon_per_mM_ms: 1 } }, 'uptake.km_uM', /raise Km or kon/],
    [{ numerics: { bindingHeight_nm: 50 } }, 'numerics.bindingHeight_nm', /must not exceed/],
    [{ sample_ms: 50 }, 'sample_ms', /must not exceed duration_ms/],
    [{ trials: 0 }, 'trials', /from 1 to 5000/],
    ['a text', 'scenario', /it is "a text"/],
  ];
  for (const [input, field, message] of cases) {
    it(`names ${field} in ${JSON.stringify(input)}`, () => {
      expect(faultsOf(input)[field]).toMatch(message);
    });
  }

  it('reports every fault at once', () => {
    expect(Object.keys(faultsOf({ trials: 0, seed: 'x', release: { molecules: -1 }, extra: 1 })).sort()).toEqual([
      'extra',
      'release.molecules',
      'seed',
      'trials',
    ]);
  });
});

describe('defaults', () => {
  const resolved = resolveScenario(
    { membrane: { free: true }, placement: { nanocolumns: 2 }, release: { probability: { depressing: true } } },
    source,
  );
  const known = new Set<string>(source.parameters.map((p) => p.id));

  it('each name a Parameter that exists', () => {
    expect(resolved.defaults.length).toBeGreaterThan(30);
    for (const { field, from, value } of resolved.defaults) {
      const named = [...known].filter((id) => from.includes(id));
      expect(`${field} ${named.length > 0} ${Number.isFinite(value)}`).toBe(`${field} true true`);
    }
  });

  it('do not let a group take the name of the sum over groups', () => {
    const receptors = [{ id: 'total', kind: 'AMPA' as const, scheme: 'AMPA_JONAS93', count: 5 }];
    expect(() => resolveScenario({ receptors }, source)).toThrow('"total" stands for the sum');
    expect(() => resolveScenario({ receptors: [...receptors, ...receptors].map((group) => ({ ...group, id: 'A' })) }, source)).toThrow(
      '"A" is used twice',
    );
  });

  it('are missed by name when the pack lacks one', () => {
    const without = (id: string): ScenarioSource => ({ ...source, parameters: source.parameters.filter((p) => p.id !== id) });
    for (const id of ['numerics.dt', 'uptake.kon', 'release.poreTau', 'receptors.share2A']) {
      expect(() => resolveScenario({}, without(id))).toThrow(`There is no Parameter "${id}"`);
    }
  });

  it('follow the pack when it changes', () => {
    const changed = source.parameters.map((p) => (p.id === 'release.glutamatePerVesicle' ? { ...p, value: 1500 } : p));
    expect(resolveScenario({}, { ...source, parameters: changed }).config.release.molecules).toBe(1500);
    const inWrongUnit = source.parameters.map((p) => (p.id === 'geometry.cleftHeight' ? { ...p, unit: 'um' as const } : p));
    expect(() => resolveScenario({}, { ...source, parameters: inWrongUnit })).toThrow('geometry.cleftHeight');
  });

  it('are not used where the scenario speaks', () => {
    const { config, defaults } = resolveScenario({ release: { molecules: 1234 }, medium: { mg_mM: 0.5, ketamine_uM: 2 } }, source);
    expect(config.release.molecules).toBe(1234);
    expect(config.ligands_mM).toMatchObject({ mg: 0.5, ket: 0.002 });
    expect(defaults.some(({ field }) => field === 'release.molecules' || field === 'medium.mg_mM')).toBe(false);
  });

  it('make transporters with the Michaelis constant of the pack', () => {
    const t = resolved.config.transporters;
    if (t === null) throw new Error('no transporters');
    expect((t.koff_per_ms + t.turnover_per_ms) / t.kon_per_mM_ms).toBeCloseTo(0.02, 12);
  });
});

describe('runs', () => {
  // Computed when these defaults still stood in the engine's code. Another number means that somebody's results have changed.
  it('give the same bits as ever for a scenario and a seed', () => {
    const digest = (scenario: Scenario): string => {
      const { config } = resolveScenario(scenario, source);
      const { time_ms, columns } = recordTrial(config, 7, 0, { duration_ms: 2, sample_ms: 0.25 });
      const plain = Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, [...values]]));
      return createHash('sha256')
        .update(JSON.stringify({ time_ms: [...time_ms], columns: plain }))
        .digest('hex')
        .slice(0, 16);
    };
    expect(digest({})).toBe('f0ab47b7ba48d44d');
    expect(digest({ membrane: { free: true }, placement: { nanocolumns: 2 }, release: { probability: { depressing: true } } })).toBe(
      '049386046947cd76',
    );
    expect(digest({ glutamate: { mode: 'transient' } })).toBe('79887cd6c2882c92');
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'synapse-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const call = (...args: string[]): { status: number; out: string[]; err: string[] } => {
    const out: string[] = [];
    const err: string[] = [];
    const status = synapseCommand(
      args,
      (line) => out.push(line),
      (line) => err.push(line),
    );
    return { status, out, err };
  };

  it('prints traces, means, errors and the source of every default as JSON', () => {
    const path = file('good.json', JSON.stringify({ trials: 2, duration_ms: 1, sample_ms: 0.25, meanField: true }));
    const { status, out } = call(path);
    expect(status).toBe(0);
    const printed = JSON.parse(out.join('')) as {
      traces: { trial: number; time_ms: number[]; columns: Record<string, number[]> }[];
      mean: { columns: Record<string, number[]> };
      units: Record<string, string>;
      summary: { perTrial: Record<string, { mean: number; se: number }> };
      meanField: { columns: Record<string, number[]> };
      wall_ms: number;
      defaults: { from: string }[];
    };
    expect(printed.traces.map(({ trial }) => trial)).toEqual([0, 1]);
    expect(printed.traces[0]?.time_ms).toEqual([0, 0.25, 0.5, 0.75, 1]);
    for (const id of ['open_AMPA', 'i_total', 'ca_uM', 'v_mV', 'glu_mM']) {
      const [a, b] = printed.traces.map((trace) => trace.columns[id]?.[2] ?? NaN);
      expect(printed.mean.columns[id]?.[2]).toBeCloseTo(((a ?? NaN) + (b ?? NaN)) / 2, 5);
      expect(printed.units[id]).toBeDefined();
      expect(printed.meanField.columns[id]).toHaveLength(5);
    }
    expect(printed.summary.perTrial.openPeak_AMPA?.mean).toBeGreaterThan(0);
    expect(printed.wall_ms).toBeGreaterThan(0);
    expect(printed.defaults.length).toBeGreaterThan(20);
  });

  it('says what is wrong and ends with status 1', () => {
    expect(call(file('bad.json', '{"release":{"molecules":0}}'))).toMatchObject({ status: 1, out: [] });
    expect(call(file('bad.json', '{"release":{"molecules":0}}')).err[0]).toMatch(/bad\.json: release\.molecules: must be a whole number/);
    expect(call(file('text.json', '{')).err[0]).toContain('is not JSON');
    expect(call(join(folder, 'none.json')).err[0]).toContain('cannot be read');
    expect(call(file('full.json', '{"placement":{"nanocolumns":2,"radius_nm":10}}'))).toMatchObject({ status: 1 });
    expect(call()).toMatchObject({ status: 2 });
  });

  it('has examples that all read and resolve', () => {
    const names = readdirSync(EXAMPLES);
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const name of names) expect(faultsOf(JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8')))).toEqual({});
  });
});
