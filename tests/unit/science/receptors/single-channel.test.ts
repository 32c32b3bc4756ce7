import { describe, expect, it } from 'vitest';
import { binOf, binShares, criticalGap, dwellLaw, ladder } from '../../../../src/science/receptors/dwell-times';
import { DwellStatistics } from '../../../../src/science/receptors/dwell-statistics';
import { meanOpenTime } from '../../../../src/science/receptors/openings';
import { openProbability, type Conditions } from '../../../../src/science/receptors/rates';
import { openCurrent_pA, SingleChannel } from '../../../../src/science/receptors/single-channel';
import { stationary } from '../../../../src/science/receptors/stationary';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { chiSquared, chiSquaredLimit } from '../statistics';
import { library, twoState } from './pack';

const STEPS = ladder(1e-4, 1e7);
const SATURATING: Conditions = { v_mV: -60, ligands_mM: { glu: 1 } };
const WITH_MG: Conditions = { v_mV: -60, ligands_mM: { glu: 1, mg: 1 } };
const WITH_BOTH: Conditions = { v_mV: -60, ligands_mM: { glu: 1, mg: 0.2, ket: 0.01 } };

/** A long recording from the stationary state, summarised. */
function record(id: string, conditions: Conditions, ms: number, seed: number) {
  const scheme = library.get(id);
  const channel = new SingleChannel(scheme, { conditions, seed, start: stationary(scheme, conditions) });
  const gap = criticalGap(dwellLaw(scheme, conditions, 'shut', STEPS), STEPS);
  const statistics = new DwellStatistics(scheme.conducting, STEPS, gap, 0, channel.state);
  for (let done = 0; done < ms; done += 1000) channel.advance(1000, (time, state) => statistics.jump(time, state));
  return { scheme, channel, statistics, gap, summary: statistics.summary(channel.now_ms) };
}

describe('the law of dwell times', () => {
  it('is exponential for one open and one shut state', () => {
    const scheme = compileScheme(twoState(0.5, 0.25));
    const steps = ladder(0.01, 1000);
    const open = dwellLaw(scheme, { v_mV: 0, ligands_mM: {} }, 'open', steps);
    expect(open.mean_ms).toBeCloseTo(4, 10);
    steps.edges_ms.forEach((t, k) => expect(open.survival[k]).toBeCloseTo(Math.exp(-t / 4), 10));
  });

  it('has the mean of the scheme, as an integral of its survival', () => {
    for (const id of ['NMDA_2A_MGKET', 'NMDA_2B_MGKET', 'NMDA_2D_MGKET', 'AMPA_JONAS93']) {
      for (const kind of ['open', 'shut'] as const) {
        const law = dwellLaw(library.get(id), WITH_MG, kind, STEPS);
        let area = STEPS.first_ms;
        for (let k = 1; k < law.survival.length; k++) {
          area += (((law.survival[k] ?? 0) + (law.survival[k - 1] ?? 0)) / 2) * ((STEPS.edges_ms[k] ?? 0) - (STEPS.edges_ms[k - 1] ?? 0));
        }
        expect(area / law.mean_ms).toBeCloseTo(1, 1);
      }
      expect(dwellLaw(library.get(id), WITH_MG, 'open', STEPS).mean_ms).toBeCloseTo(meanOpenTime(library.get(id), WITH_MG), 10);
    }
  });

  it('does not exist for a receptor that never opens', () => {
    expect(() => dwellLaw(library.get('NMDA_2A_MGKET'), { v_mV: -60, ligands_mM: {} }, 'open', STEPS)).toThrow(RangeError);
  });

  it('places every time in the bin whose edges enclose it', () => {
    for (const t of [1e-4, 0.00037, 0.1, 1, 2, 4, 1023.9, 1024, 5e6]) {
      const bin = binOf(STEPS, t);
      expect(STEPS.edges_ms[bin]).toBeLessThanOrEqual(t);
      expect(STEPS.edges_ms[bin + 1]).toBeGreaterThan(t);
    }
    expect(binOf(STEPS, 9e-5)).toBe(-1);
    expect(binOf(STEPS, 1e9)).toBe(STEPS.edges_ms.length - 1);
  });
});

describe('one simulated channel', () => {
  it.each([
    ['NMDA_2A_MGKET', SATURATING, 400_000, 11],
    ['NMDA_2A_MGKET', WITH_MG, 200_000, 12],
    ['NMDA_2A_MGKET', WITH_BOTH, 400_000, 13],
    ['NMDA_2D_MGKET', SATURATING, 400_000, 14],
    ['AMPA_JONAS93', SATURATING, 400_000, 15],
  ] as const)('%s opens and shuts as its scheme says (%#)', (id, conditions, ms, seed) => {
    const { scheme, statistics, summary } = record(id, conditions, ms, seed);
    for (const kind of ['open', 'shut'] as const) {
      const shares = binShares(dwellLaw(scheme, conditions, kind, STEPS));
      const counts = kind === 'open' ? statistics.openBins : statistics.shutBins;
      const total = kind === 'open' ? summary.openings : summary.shuttings;
      expect(total).toBeGreaterThan(500);
      const { statistic, freedom } = chiSquared(
        counts,
        Array.from(shares, (share) => share * total),
      );
      expect(statistic).toBeLessThan(chiSquaredLimit(freedom));
    }
    const within = (estimate: { value: number; standardError: number | null } | null, truth: number): void => {
      if (estimate?.standardError == null) throw new Error('no estimate');
      expect(Math.abs(estimate.value - truth)).toBeLessThan(4 * estimate.standardError);
    };
    within(summary.meanOpen_ms, meanOpenTime(scheme, conditions));
    within(summary.openProbability, openProbability(scheme, stationary(scheme, conditions)));
  });

  it('opens as often in a burst as the scheme says', () => {
    const { scheme, gap, summary } = record('NMDA_2A_MGKET', WITH_MG, 200_000, 21);
    if (gap === null) throw new Error('no gap');
    // With one open state every shut time is drawn anew, so a burst is a geometric number of openings.
    const fine = ladder(gap, gap * 2);
    const longer = dwellLaw(scheme, WITH_MG, 'shut', fine).survival[0] ?? 1;
    const seen = summary.openingsPerBurst;
    if (seen?.standardError == null) throw new Error('no bursts');
    expect(Math.abs(seen.value - 1 / longer)).toBeLessThan(4 * seen.standardError);
  });

  it('gives the same recording for the same seed and another one for another', () => {
    const run = (seed: number) => record('NMDA_2A_MGKET', SATURATING, 5_000, seed).channel.stays(0, 5_000);
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  it('is remembered without gaps and without staying in place', () => {
    const { channel, scheme } = record('NMDA_2A_MGKET', WITH_BOTH, 5_000, 5);
    const stays = channel.stays(channel.remembers_ms, channel.now_ms);
    expect(stays[0]?.from_ms).toBe(channel.remembers_ms);
    expect(stays.at(-1)?.to_ms).toBe(channel.now_ms);
    stays.slice(1).forEach((stay, k) => {
      expect(stay.from_ms).toBe(stays[k]?.to_ms);
      const before = stays[k]?.state;
      let joined = false;
      for (let t = 0; t < scheme.m; t++) joined ||= scheme.from[t] === before && scheme.to[t] === stay.state;
      expect(joined).toBe(true);
    });
  });

  it('finds the next opening and the last one', () => {
    const { channel, scheme } = record('NMDA_2A_MGKET', SATURATING, 1_000, 6);
    const opens = (state: number): boolean => scheme.conducting[state] === 1;
    const next = channel.nextEntry(opens, 900, 60_000);
    if (next === null) throw new Error('never opened');
    expect(next).toBeGreaterThan(900);
    expect(opens(channel.stateAt(next))).toBe(true);
    expect(channel.sinceAt(next)).toBe(next);
    const last = channel.lastEntry(opens, next);
    expect(last ?? Infinity).toBeLessThan(next);
    const openings = channel.stays((last ?? 0) + 1e-9, next).filter((stay) => opens(stay.state) && stay.from_ms > (last ?? 0) + 1e-6);
    expect(openings).toEqual([]);
    expect(channel.nextEntry(() => false, 0, 100)).toBeNull();
  });

  it('changes the medium in the middle of what was simulated', () => {
    const { channel } = record('NMDA_2A_MGKET', SATURATING, 2_000, 7);
    const state = channel.stateAt(1_234);
    channel.setConditions({ v_mV: -60, ligands_mM: {} }, 1_234);
    expect(channel.now_ms).toBe(1_234);
    expect(channel.state).toBe(state);
    channel.advance(200_000);
    expect(library.get('NMDA_2A_MGKET').states[channel.state]).toBe('R');
  });

  it('forgets old jumps but not new ones', () => {
    const scheme = library.get('NMDA_2A_MGKET');
    const channel = new SingleChannel(scheme, { conditions: SATURATING, seed: 8, memory: 50 });
    for (let k = 0; k < 50; k++) channel.advance(100);
    expect(channel.remembers_ms).toBeGreaterThan(0);
    const stays = channel.stays(channel.remembers_ms, channel.now_ms);
    expect(stays.length).toBeGreaterThanOrEqual(50);
    expect(stays.at(-1)?.to_ms).toBe(channel.now_ms);
  });

  it('carries 3 pA inward through 50 pS at -60 mV', () => {
    expect(openCurrent_pA(50, -60, 0)).toBeCloseTo(-3, 12);
    expect(openCurrent_pA(50, 40, 0)).toBeCloseTo(2, 12);
  });
});

describe('a channel that runs in other steps', () => {
  it('jumps at the very same times', () => {
    const start = stationary(library.get('NMDA_2A_MGKET'), SATURATING);
    const run = (step_ms: number): readonly (readonly [number, number])[] => {
      const channel = new SingleChannel(library.get('NMDA_2A_MGKET'), { conditions: WITH_BOTH, seed: 5, begin_ms: 123.456, start });
      const jumps: [number, number][] = [];
      while (channel.now_ms < 2000) channel.advance(step_ms, (time, state) => jumps.push([time, state]));
      return jumps.filter(([time]) => time < 2000);
    };
    const once = run(2000);
    expect(once.length).toBeGreaterThan(50);
    for (const step_ms of [0.33, 7, 16.7]) expect(run(step_ms)).toEqual(once);
  });
});
