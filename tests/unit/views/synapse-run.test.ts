/** A recorded run: what is replayed is what the engine did, at every moment and in any order of looking. */
import { beforeAll, describe, expect, it } from 'vitest';
import { BENCH_BASELINE, runEnd } from '../../../src/explorer/bench';
import type { Stage } from '../../../src/model/schema';
import { SynapseEngine } from '../../../src/science/synapse/engine';
import { copyPositions } from '../../../src/science/synapse/record';
import { AMPA, configOf, NMDA } from '../../../src/views/synapse/bench-run';
import { type DrawnReceptor, ReplayCursor } from '../../../src/views/synapse/cursor';
import { countsAt, momentsOf, neighbourMoment } from '../../../src/views/synapse/moments';
import { drawnPlace, DRAWN } from '../../../src/views/synapse/places';
import { pictureAt, POSITION_STEPS, recordReplay, type Replay } from '../../../src/views/synapse/replay';
import { after, pictureMoments, shownSeconds, stretchesOf } from '../../../src/views/synapse/time-warp';
import { flagship } from '../explorer/flagship';

const bench = { ...BENCH_BASELINE, ketamine_uM: 5, mg_mM: 0.1 };
const END = 20;
const MOMENTS = Float64Array.from([0, 0.05, 0.2, 0.6, 1, 2, 5, END]);
const drawn: readonly (readonly DrawnReceptor[])[] = [30, 12].map((count, g) =>
  Array.from({ length: count }, (_, index) => ({
    object: g * 100 + index + 1,
    index,
    anchor: [-80 + (160 * index) / count, -14, -6 * (index % 11)] as const,
  })),
);

let replay: Replay;
let config: ReturnType<typeof configOf>;

beforeAll(() => {
  const model = flagship();
  const [stage] = model.stages as readonly Stage[];
  if (stage === undefined) throw new Error('the flagship pack has no stage');
  config = configOf(bench, stage, model);
  replay = recordReplay(config, 2, MOMENTS);
}, 120_000);

describe('a replay', () => {
  it('has the states, counts and places of a fresh run at each of its pictures', () => {
    const engine = new SynapseEngine(config, 2, 0);
    const cursor = new ReplayCursor(replay, drawn);
    const xyz = new Float32Array(12_000);
    const ids = new Int32Array(4_000);
    for (const [k, ms] of MOMENTS.entries()) {
      engine.advanceTo(ms);
      cursor.seek(ms);
      expect(Array.from(cursor.state)).toEqual(Array.from(engine.chains.state));
      expect(Array.from(cursor.open)).toEqual(Array.from(engine.chains.open));
      const shown = copyPositions(engine, xyz, ids);
      const from = replay.pictures.first[k] ?? 0;
      expect((replay.pictures.first[k + 1] ?? 0) - from).toBe(shown);
      expect(Array.from(replay.pictures.ids.subarray(from, from + shown))).toEqual(Array.from(ids.subarray(0, shown)));
      const stored = Array.from(replay.pictures.xyz.subarray(3 * from, 3 * (from + shown)), (value) => value / POSITION_STEPS);
      const off = stored.map((value, i) => Math.abs(value - (xyz[i] ?? 0)));
      expect(Math.max(0, ...off)).toBeLessThanOrEqual(0.5 / POSITION_STEPS + 1e-6);
    }
  }, 120_000);

  it('is the same whichever way the reader came', () => {
    const forwards = new ReplayCursor(replay, drawn);
    const about = new ReplayCursor(replay, drawn);
    for (const ms of [9, 0.3, 19, 2, 0, 4.4]) {
      about.seek(ms);
      const straight = new ReplayCursor(replay, drawn);
      straight.seek(ms);
      expect(Array.from(about.state)).toEqual(Array.from(straight.state));
      expect(about.at.map((places) => Array.from(places))).toEqual(straight.at.map((places) => Array.from(places)));
    }
    forwards.seek(9);
    expect(replay.changes.time_ms.length).toBeGreaterThan(50);
  });

  it('draws as many open receptors as there are, at every change', () => {
    const cursor = new ReplayCursor(replay, drawn);
    let most = 0;
    for (const ms of replay.changes.time_ms) {
      cursor.seek(ms);
      const open = Array.from(cursor.open);
      expect(drawn.map((places, g) => Math.min(places.length, open[g] ?? 0))).toEqual(drawn.map((_, g) => cursor.openDrawn(g)));
      most = Math.max(most, ...open);
    }
    expect(most).toBeGreaterThan(3);
  });

  it('never draws one receptor in two places', () => {
    const cursor = new ReplayCursor(replay, drawn);
    cursor.seek(END);
    for (const places of cursor.at) expect(new Set(places).size).toBe(places.length);
  });

  it('finds the picture of a moment', () => {
    expect([0, 0.04, 0.05, 1.5, 99].map((ms) => pictureAt(replay, ms))).toEqual([0, 0, 1, 4, 7]);
  });
});

describe('the moments of a run', () => {
  it('come in the order that the mechanism asks for', () => {
    const at = new Map(momentsOf(replay).map(({ kind, ms }) => [kind, ms]));
    expect(at.get('rest')).toBe(0);
    expect(at.get('fusion')).toBe(0);
    expect(at.get('ampaOpen')).toBeGreaterThan(0);
    expect(at.get('nmdaOpen')).toBeGreaterThan(at.get('ampaOpen') ?? 0);
    expect(at.get('mgLeaves')).toBeGreaterThanOrEqual(at.get('nmdaOpen') ?? 0);
    expect(at.get('ketamineTrapped')).toBeGreaterThan(at.get('mgLeaves') ?? 0);
    expect(at.get('peak')).toBeGreaterThanOrEqual(at.get('ampaOpen') ?? 0);
  });

  it('are where the counts change', () => {
    const cursor = new ReplayCursor(replay, drawn);
    const opened = momentsOf(replay).find(({ kind }) => kind === 'ampaOpen')?.ms ?? 0;
    expect(countsAt(cursor, opened - 1e-6).ampa.open).toBe(0);
    expect(countsAt(cursor, opened).ampa.open).toBe(1);
    const counts = countsAt(cursor, END);
    expect(counts.ampa.total).toBe(80);
    expect(counts.nmda.open + counts.nmda.mg + (counts.nmda.ketamine ?? 0)).toBeLessThanOrEqual(counts.nmda.total);
    expect(replay.groups.map(({ id }) => id)).toEqual([AMPA, NMDA]);
  });

  it('are stepped through one by one and end at the last', () => {
    const moments = momentsOf(replay);
    const happening = moments.flatMap(({ ms }) => (ms === null ? [] : [ms])).sort((a, b) => a - b);
    const seen: number[] = [];
    for (let at = -1, next = neighbourMoment(moments, at, 1); next !== null; next = neighbourMoment(moments, at, 1)) {
      seen.push(next.ms);
      at = next.ms;
    }
    expect(seen).toEqual([...new Set(happening)]);
    expect(neighbourMoment(moments, 0, -1)).toBeNull();
  });
});

describe('slow motion', () => {
  it('shows every stretch of a train at an even pace and reaches its end', () => {
    const train = { ...BENCH_BASELINE, spikes: 3, rate_Hz: 50 };
    const stretches = stretchesOf(train);
    expect(stretches[0]).toEqual({ from: 0, to: 2, slowed: 2_000 });
    stretches.slice(1).forEach((stretch, i) => expect(stretch.from).toBe(stretches[i]?.to));
    expect(stretches.at(-1)?.to).toBe(runEnd(train));
    expect(after(stretches, 0, shownSeconds(stretches))).toBeCloseTo(runEnd(train), 9);
    expect(after(stretches, 0, 1)).toBeCloseTo(0.5, 9);
    const moments = pictureMoments(stretches);
    expect(moments[0]).toBe(0);
    expect(moments.at(-1)).toBe(runEnd(train));
  });
});

describe('the drawing of places', () => {
  const geometry = { cleftHeight: 20, contactRadius: 220, psdRadius: 148, edge: 'ring', ringGap: 40, ringHalfLength: 470 } as const;
  const place = (x: number, y: number, z: number) => drawnPlace(x, y, z, geometry);

  it('takes the membranes to the drawn membranes and the axis to the fusing vesicle', () => {
    expect(place(0, 0, 0)).toEqual([DRAWN.axis, DRAWN.spine, 0]);
    expect(place(0, 0, 20)).toEqual([DRAWN.axis, DRAWN.terminal, 0]);
    expect(place(148, 0, 10)?.[0]).toBeCloseTo(DRAWN.axis + DRAWN.density, 9);
  });

  it('leaves out what lies in front of the cut and behind the section', () => {
    expect(place(0, 30, 10)).toBeNull();
    expect(place(0, -140, 10)).toBeNull();
    expect(place(0, -100, 10)).not.toBeNull();
    expect(place(240, 0, 300)).toBeNull();
  });

  it('keeps order and never jumps on the way out of the cleft', () => {
    let before = place(0, -1, 10) ?? [0, 0, 0];
    for (let x = 1; x <= 260; x++) {
      const now = place(x, -1, 10) ?? [0, 0, 0];
      expect(now[0]).toBeGreaterThan(before[0]);
      expect(now[0] - before[0]).toBeLessThan(1.5);
      before = now;
    }
  });
});
