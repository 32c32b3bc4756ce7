/** The habenula: silent, tonic or bursting by its resting voltage, and what blockers and trapped ketamine do to it. */
import { describe, expect, test } from 'vitest';
import { HABENULA_OPTIONS, habenulaConfig, type HabenulaSettings, runHabenula } from '../../../../src/science/network/habenula/circuit';
import { type DayOptions, gateAt, type HabenulaDay, habenulaDay } from '../../../../src/science/network/habenula/day';
import { burstsOf, burstShare, regimeOf } from '../../../../src/science/network/habenula/neuron';
import { activation, availability } from '../../../../src/science/network/habenula/tcurrent';
import { PART } from './source';

const run = (settings: HabenulaSettings, blocked = 0): ReturnType<typeof runHabenula> =>
  runHabenula(habenulaConfig(PART, settings).config, { ...HABENULA_OPTIONS, duration_ms: 2000, blocked });

describe('regimes of the typical cell', () => {
  test('follow the holding current: silent, then bursting, then tonic, in this order', () => {
    const regimes = [-30, -20, -4, 0, 14, 25].map((holding_pA) => run({ stress: true, holding_pA }).regime);
    expect(regimes).toEqual(['silent', 'silent', 'burst', 'burst', 'tonic', 'tonic']);
  });

  test('stress moves the cells from tonic firing into bursting', () => {
    expect(run({ stress: false }).regime).toBe('tonic');
    const stressed = run({ stress: true });
    expect(stressed.regime).toBe('burst');
    expect(stressed.burstShare).toBeGreaterThan(0.9);
  });

  test.each([
    ['NMDA', { stress: true, nmdaScale: 0 }],
    ['T-type', { stress: true, tTypeScale: 0 }],
  ])('bursting stops without the %s current', (_, settings) => {
    const result = run(settings);
    expect(result.regimes.burst).toBe(0);
    expect(result.burstShare).toBe(0);
  });

  test('without T-type channels a depolarised cell still fires tonically', () => {
    expect(run({ stress: false, tTypeScale: 0 }).regime).toBe('tonic');
  });
});

test('bursts excite the relay and hold back dopamine and serotonin cells; ketamine in the channels lets them go', () => {
  const bursting = run({ stress: true });
  const blocked = run({ stress: true }, 0.7);
  expect(blocked.regimes.burst).toBe(0);
  expect(blocked.rates_Hz.rmtg).toBeLessThan(bursting.rates_Hz.rmtg / 2);
  expect(blocked.rates_Hz.vta).toBeGreaterThan(bursting.rates_Hz.vta * 1.5);
  expect(blocked.rates_Hz.drn).toBeGreaterThan(bursting.rates_Hz.drn * 1.5);
});

test('a run is the same again for its seed', () => {
  expect(run({ stress: true })).toEqual(run({ stress: true }));
});

describe('the day after the drug', () => {
  const day = (change: Partial<DayOptions>): HabenulaDay => {
    const { config } = habenulaConfig(PART, { stress: true });
    const steps = habenulaDay(config, {
      seed: 1,
      peak_uM: 10,
      halfLife_min: 13,
      duration_h: 24,
      active_min: 10,
      active_nM: 400,
      ...change,
    });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };
  const quiet = day({});
  const busy = day({ active_min: 1440 });
  /** A column at the first point after a time in seconds. */
  const at = ({ time_s }: HabenulaDay, column: Float64Array, seconds: number): number =>
    column[time_s.findIndex((t) => t >= seconds)] ?? NaN;

  test('bursting stops within minutes', () => {
    expect(at(quiet, quiet.bursting, 300)).toBeLessThan(0.2 * (quiet.bursting[0] ?? NaN));
  });

  test('ketamine outlasts its concentration where gates close, and leaves with it where inputs keep them open', () => {
    const gone = 90 * 60;
    expect(at(quiet, quiet.ketamine_uM, gone)).toBeLessThan(0.1);
    expect(at(quiet, quiet.blocked, gone)).toBeGreaterThan(5 * at(busy, busy.blocked, gone));
    expect(at(quiet, quiet.bursting, gone)).toBeLessThan(at(busy, busy.bursting, gone));
  });

  test('without ketamine nothing happens', () => {
    const nothing = day({ peak_uM: 0 });
    expect(nothing.blocked.every((share) => share === 0)).toBe(true);
    expect(nothing.burstsReturn_s).toBeNull();
  });
});

test('the gate opens more often the more glutamate there is', () => {
  const { config } = habenulaConfig(PART, { stress: true });
  const open = [10, 25, 60, 300, 1000].map((nM) => gateAt(config, nM));
  expect(open.toSorted((a, b) => a - b)).toEqual(open);
});

test('half activation and half availability lie where the current says, shift included', () => {
  const { t } = habenulaConfig(PART, { stress: true }).config.cell;
  expect(activation(t, t.activationHalf_mV + t.shift_mV)).toBeCloseTo(0.5, 12);
  expect(availability(t, t.inactivationHalf_mV + t.shift_mV)).toBeCloseTo(0.5, 12);
});

test('what counts as a burst', () => {
  const times = [0, 5, 10, 200, 205, 400, 600];
  expect(burstsOf(times)).toEqual([
    { first: 0, count: 3 },
    { first: 3, count: 2 },
  ]);
  expect(burstShare(times)).toBeCloseTo(5 / 7);
  expect([regimeOf([]), regimeOf([0, 100, 200]), regimeOf([0, 10, 20, 30]), regimeOf(times)]).toEqual([
    'silent',
    'tonic',
    'tonic',
    'burst',
  ]);
});
