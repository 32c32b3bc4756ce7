/** Conservation, determinism, snapshots and rewinding. */
import { describe, expect, it } from 'vitest';
import { SynapseEngine } from '../../../../src/science/synapse/engine';
import { copyPositions, glutamateBalance, recordTrial } from '../../../../src/science/synapse/record';
import { decodeSnapshot, encodeSnapshot, fromSnapshot, restoreSnapshot, takeSnapshot } from '../../../../src/science/synapse/snapshot';
import { SynapseTimeline } from '../../../../src/science/synapse/timeline';
import type { Scenario } from '../../../../src/science/synapse/scenario';
import { configure } from './helpers';

const SMALL: Scenario = {
  release: { molecules: 400, spikes_ms: [0, 0.15] },
  geometry: { ringHalfLength_nm: 150 },
  medium: { mg_mM: 1, ketamine_uM: 1 },
  glutamate: { ambient_nM: 2000 },
};

/** Everything that a picture or a trace could show, as text. */
function fingerprint(engine: SynapseEngine): string {
  const snapshot = takeSnapshot(engine);
  return encodeSnapshot(snapshot);
}

describe('conservation of glutamate', () => {
  const scenarios: Record<string, Scenario> = {
    'release, uptake and ambient glutamate': SMALL,
    'an absorbing edge': { ...SMALL, geometry: { edge: 'absorbing' } },
    'a vesicle off the axis in nanocolumns': {
      ...SMALL,
      placement: { nanocolumns: 3 },
      release: { molecules: 500, site: 'nanocolumn', moleculesCv: 0.5 },
    },
    'a prescribed transient': { ...SMALL, glutamate: { mode: 'transient' } },
    'fast uptake on all sides': { ...SMALL, uptake: { coverage: 1, kon_per_mM_ms: 60, km_uM: 2, turnover_per_s: 100 } },
  };
  for (const [name, scenario] of Object.entries(scenarios)) {
    it(`is exact with ${name}`, () => {
      const engine = new SynapseEngine(configure(scenario), 5);
      const seen = { bound: 0, gone: 0 };
      // Every step while molecules bind and leave, then at intervals.
      for (let n = 1; n <= 1200; n++) {
        engine.advanceToStep(n);
        if (glutamateBalance(engine) !== 0) throw new Error(`step ${n}: ${glutamateBalance(engine)} molecules too many`);
      }
      for (let k = 16; k <= 100; k++) {
        engine.advanceTo(k * 0.02);
        expect(glutamateBalance(engine)).toBe(0);
        seen.bound = Math.max(seen.bound, engine.chains.bound);
        seen.gone = engine.ledger.escaped + engine.ledger.takenUp + engine.ledger.toField;
      }
      // The law means nothing in a run where nothing happens.
      expect(seen.bound).toBeGreaterThan(20);
      expect(seen.gone).toBeGreaterThan(0);
    });
  }
});

describe('determinism', () => {
  it('a seed gives the same run, however it is cut into steps', () => {
    const config = configure(SMALL);
    const whole = new SynapseEngine(config, 9);
    whole.advanceTo(6);
    const pieces = new SynapseEngine(config, 9);
    for (let k = 1; k <= 600; k++) pieces.advanceTo(k * 0.01);
    const uneven = new SynapseEngine(config, 9);
    for (const t of [0.00013, 0.07, 0.0733, 0.5, 0.50001, 2, 5.9999, 6]) uneven.advanceTo(t);
    expect(fingerprint(pieces)).toBe(fingerprint(whole));
    expect(fingerprint(uneven)).toBe(fingerprint(whole));
  });

  it('step(dt) stays on the grid', () => {
    const engine = new SynapseEngine(configure(SMALL), 9);
    engine.step(0.1);
    engine.step(0.1);
    const straight = new SynapseEngine(configure(SMALL), 9);
    straight.advanceTo(0.2);
    expect(engine.time_us).toBe(200);
    expect(fingerprint(engine)).toBe(fingerprint(straight));
  });

  it('seeds and trials differ; receptors keep their places between trials', () => {
    const config = configure(SMALL);
    const run = (seed: number, trial: number): SynapseEngine => {
      const engine = new SynapseEngine(config, seed, trial);
      engine.advanceTo(1);
      return engine;
    };
    const [a, b, c] = [run(1, 0), run(1, 1), run(2, 0)];
    expect(new Set([a, b, c].map(fingerprint)).size).toBe(3);
    expect([...a.sites.x]).toEqual([...b.sites.x]);
    expect([...a.sites.x]).not.toEqual([...c.sites.x]);
  });

  it('free voltage changes the run and stays deterministic', () => {
    const config = configure({ ...SMALL, membrane: { free: true } });
    const whole = new SynapseEngine(config, 9);
    whole.advanceTo(3);
    const pieces = new SynapseEngine(config, 9);
    for (let k = 1; k <= 300; k++) pieces.advanceTo(k * 0.01);
    expect(fingerprint(pieces)).toBe(fingerprint(whole));
    const trace = recordTrial(config, 9, 0, { duration_ms: 3, sample_ms: 0.05 });
    const v = trace.columns.v_mV as Float64Array;
    expect(Math.max(...v)).toBeGreaterThan(-65 + 0.2);
    expect(Math.min(...v)).toBeGreaterThanOrEqual(-65 - 1e-9);
  });
});

describe('snapshots', () => {
  it('have the same future, through text and in a new engine', () => {
    const config = configure({ ...SMALL, membrane: { free: true } });
    for (const t of [0, 0.05, 0.2, 1.3]) {
      const engine = new SynapseEngine(config, 3);
      engine.advanceTo(t);
      const copy = fromSnapshot(decodeSnapshot(encodeSnapshot(takeSnapshot(engine))));
      expect(fingerprint(copy)).toBe(fingerprint(engine));
      engine.advanceTo(t + 1.5);
      copy.advanceTo(t + 1.5);
      expect(fingerprint(copy)).toBe(fingerprint(engine));
    }
  });

  it('of a prescribed transient have the same future', () => {
    const config = configure({ ...SMALL, glutamate: { mode: 'transient' } });
    const engine = new SynapseEngine(config, 3);
    engine.advanceTo(0.8);
    const copy = fromSnapshot(takeSnapshot(engine));
    engine.advanceTo(30);
    copy.advanceTo(30);
    expect(fingerprint(copy)).toBe(fingerprint(engine));
  });

  it('of another run are refused, and other text too', () => {
    const engine = new SynapseEngine(configure(SMALL), 3);
    const other = takeSnapshot(new SynapseEngine(configure(SMALL), 4));
    expect(() => restoreSnapshot(engine, other)).toThrow('another run');
    expect(() => decodeSnapshot('{"version":2}')).toThrow('version 1');
  });
});

describe('timeline', () => {
  it('rewinds to the bits it had, changes of the medium included', () => {
    const config = configure(SMALL);
    const timeline = new SynapseTimeline(config, 4, 0, { keyframe_ms: 0.3, maxKeyframes: 4 });
    timeline.seek(1);
    timeline.setLigand('ket', 0.5);
    timeline.seek(2.5);
    timeline.setLigand('mg', 0);
    timeline.seek(4);
    const end = fingerprint(timeline.engine);
    timeline.seek(0.7);
    const early = fingerprint(timeline.engine);
    expect(timeline.engine.fields.ket).toBe(0.001);
    const straight = new SynapseEngine(config, 4);
    straight.advanceTo(0.7);
    expect(early).toBe(fingerprint(straight));
    timeline.seek(1.8);
    expect(timeline.engine.fields.ket).toBe(0.5);
    timeline.seek(4);
    expect(fingerprint(timeline.engine)).toBe(end);
  });

  it('a change after a rewind replaces the old future', () => {
    const timeline = new SynapseTimeline(configure(SMALL), 4);
    timeline.seek(1);
    timeline.setLigand('ket', 0.5);
    timeline.seek(2);
    timeline.seek(0.5);
    timeline.setLigand('ket', 0);
    timeline.seek(2);
    expect(timeline.engine.fields.ket).toBe(0);
    timeline.seek(0.2);
    timeline.seek(2);
    expect(timeline.engine.fields.ket).toBe(0);
  });
});

describe('pictures', () => {
  it('positions and ids follow free molecules only', () => {
    const engine = new SynapseEngine(configure(SMALL), 6);
    engine.advanceTo(0.05);
    const xyz = new Float32Array(3 * 600);
    const ids = new Int32Array(600);
    const shown = copyPositions(engine, xyz, ids);
    const free = engine.particles.count - engine.particles.dead;
    expect(shown).toBe(free);
    expect(new Set(ids.subarray(0, shown)).size).toBe(shown);
  });
});

describe('bad configurations', () => {
  it('are named', () => {
    const config = configure(SMALL);
    expect(() => new SynapseEngine({ ...config, dt_us: 0 }, 1)).toThrow('dt_us');
    expect(() => new SynapseEngine({ ...config, bindingHeight_nm: 30 }, 1)).toThrow('bindingHeight_nm');
    expect(() => new SynapseEngine({ ...config, geometry: { ...config.geometry, psdRadius: 400 } }, 1)).toThrow('psdRadius');
    expect(() => new SynapseEngine({ ...config, geometry: { ...config.geometry, psdRadius: 20 } }, 1)).toThrow('do not fit');
    expect(() => new SynapseEngine(config, 1).setLigand('glu', 1)).toThrow('ambient_mM');
    expect(() => new SynapseEngine(config, 1).setLigand('ket', -1)).toThrow('ket');
  });
});
