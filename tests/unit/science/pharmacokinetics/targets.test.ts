/** Published levels, and the numbers that the survey read off its own runs. */
import { describe, expect, it } from 'vitest';
import { channelOccupancy, freeConcentration } from '../../../../src/science/pharmacokinetics/occupancy';
import { bindingOf } from '../../../../src/science/pharmacokinetics/records';
import { measuredFor } from '../../../../src/science/pharmacokinetics/points';
import { compareTargets, type TargetRow } from '../../../../src/science/pharmacokinetics/targets';
import { courseOf, ketamine, model, scenario, source, withQuantity, withSystem } from './flagship';

const rows = compareTargets(source, model.pkTargets);
const verdicts = (from: readonly TargetRow[], verdict: TargetRow['verdict']): string[] =>
  from.filter((row) => row.verdict === verdict).map((row) => `${row.target} ${row.model}`);
const rowOf = (target: string, modelId: string, label = ''): TargetRow | undefined =>
  rows.find((row) => row.target === target && row.model === modelId && row.label === label);

describe('targets', () => {
  it('are all there, asked or with a reason', () => {
    expect([...new Set(rows.map((row) => row.target))]).toEqual(model.pkTargets.map(({ id }): string => id));
    expect(rows.filter((row) => row.verdict === 'not simulable').map((row) => row.target)).toEqual(['in_rac50', 'mouse_occupancy']);
    expect(rows.filter((row) => row.verdict === 'not simulable' && row.note === '')).toEqual([]);
  });

  it('of a model’s own papers are all met', () => {
    expect(verdicts(rows, 'failed')).toEqual([]);
    for (const [target, id] of [
      ['sket20_20', 'simons2022'],
      ['sublingual_F', 'simons2022'],
    ] as const) {
      expect(rowOf(target, id)?.verdict).toBe('passed');
    }
    for (const target of ['in28', 'in56', 'in84']) {
      for (const label of ['peak', 'AUC over 24 h', 'norketamine peak'])
        expect(rowOf(target, 'perezRuixo2021', label)?.verdict).toBe('passed');
    }
  });

  it('say what they say by their range', () => {
    for (const row of rows.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed' || verdict === 'literature difference')) {
      const [low, high] = row.range ?? [NaN, NaN];
      expect((row.computed ?? NaN) >= low && (row.computed ?? NaN) <= high).toBe(row.verdict === 'passed');
    }
  });

  it('show the known disagreement over hydroxynorketamine: the model is about twice as high', () => {
    const row = rowOf('kamp_rac_hnk', 'simons2022');
    expect(row?.verdict).toBe('literature difference');
    expect((row?.computed ?? 0) / (row?.value ?? NaN)).toBeCloseTo(2.1, 1);
  });

  it('do not hold an arterial model against blood from a vein', () => {
    expect(rowOf('iv05_40_cmax', 'simons2022')?.verdict).toBe('other sampling site');
    expect(rowOf('iv05_40_cmax', 'ottoFanta')?.verdict).toBe('passed');
    expect(rowOf('sket20_20', 'ottoFanta')?.verdict).toBe('other sampling site');
  });

  it('count no teaching construction and no bound', () => {
    const counted = rows.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed');
    expect(counted.some((row) => ['compositeVenousTeaching', 'mouseTeaching', 'kampRefit2cpt'].includes(row.model))).toBe(false);
  });

  it('fail when a model no longer does what its paper says', () => {
    const own = model.pkTargets.filter(({ id }) => ['in28', 'in84', 'sket20_20'].includes(id));
    const slow = compareTargets(withQuantity('perezRuixo2021', 'kaNose', 0.5), own);
    expect(verdicts(slow, 'failed')).toContain('in84 perezRuixo2021');
    const fast = compareTargets(withQuantity('simons2022', 'CL', 2.2), own);
    expect(verdicts(fast, 'failed')).toContain('sket20_20 simons2022');
    const sealed = compareTargets(
      withSystem('perezRuixo2021', (system) => (system.flows = system.flows.filter((flow) => flow['quantity'] !== 'kel'))),
      own,
    );
    expect(verdicts(sealed, 'failed')).toContain('in28 perezRuixo2021');
  });
});

describe('measured points', () => {
  const of = (changes: Parameters<typeof scenario>[0]): string[] =>
    measuredFor(source, model.pkTargets, scenario(changes)).map((point) => point.target);

  it('are those of the very dose, in whatever unit it is written, and never a consensus of models', () => {
    expect(of({})).toEqual(['iv05_40_cmax', 'iv05_40_nk', 'iv05_40_hnk']);
    expect(of({ amount: 35, unit: 'mg', repeats: { count: 8, interval_h: 84 }, model: 'simons2022' })).toEqual(of({}));
    expect(of({ weight_kg: 80, amount: 35, unit: 'mg' })).toEqual([]);
    expect(of({ weight_kg: 80 })).toEqual(of({}));
    expect(of({ minutes: 39 })).toEqual([]);
    expect(of({ form: 'S', route: 'intranasal', amount: 84, unit: 'mg' })).toEqual(['in84', 'in84']);
    expect(of({ route: 'intranasal', amount: 50, unit: 'mg' })).toEqual(['in_rac50']);
  });

  it('come with their range, time and sampling site', () => {
    const [point] = measuredFor(source, model.pkTargets, scenario());
    expect(point).toMatchObject({
      kind: 'peak',
      at_min: 40,
      ngPerMl: 185,
      range_ngPerMl: [100, 250],
      sampling: 'venous',
      check: 'checked',
    });
  });

  it('are told in ng/mL where the paper counts molecules', () => {
    const steps = [
      { start_min: 60, amount: 0.28, unit: 'mg/kg', minutes: 60 },
      { start_min: 120, amount: 0.57, unit: 'mg/kg', minutes: 60 },
    ] as const;
    const [level] = measuredFor(source, model.pkTargets, scenario({ form: 'S', amount: 0.14, minutes: 60, steps }));
    expect(level).toMatchObject({ kind: 'level', at_min: 180 });
    expect(level?.ngPerMl).toBeCloseTo(1.03 * 237.73, 6);
  });
});

describe('what the survey got from the same models', () => {
  it.each([
    [
      'simons2022',
      [
        [42, 192],
        [45, 139],
        [80, 63],
        [230, 21],
      ],
    ],
    [
      'clementsNimmo1981',
      [
        [40, 177],
        [80, 85],
        [230, 36],
      ],
    ],
    [
      'ottoFanta',
      [
        [40, 158],
        [80, 79],
        [230, 27],
      ],
    ],
    [
      'domino1982',
      [
        [80, 46],
        [230, 18],
      ],
    ],
    ['kampRefit2cpt', [[40, 291]]],
    [
      'compositeVenousTeaching',
      [
        [40, 208],
        [80, 89],
        [230, 33],
      ],
    ],
  ] as const)('%s after 0.5 mg/kg over 40 min', (id, points) => {
    const course = courseOf(id);
    for (const [time, expected] of points) expect(Math.abs(ketamine(course, time) - expected)).toBeLessThanOrEqual(1);
  });
});

describe('occupancy', () => {
  const binding = bindingOf(source);
  if (binding === null) throw new Error('no binding record');

  it.each([
    [20, 28, 17, 41],
    [40, 32, 21, 47],
    [45, 20, 12, 31],
    [60, 14, 8, 23],
    [80, 10, 6, 17],
    [110, 7, 4, 13],
    [230, 4, 2, 7],
  ])('at %i min of 0.5 mg/kg is modelled at %i %% (%i to %i)', (time, value, low, high) => {
    const { occupancy } = courseOf('simons2022').at(time);
    for (const [found, expected] of [
      [occupancy.value, value],
      [occupancy.low, low],
      [occupancy.high, high],
    ] as const) {
      expect(Math.abs(found * 100 - expected)).toBeLessThanOrEqual(1);
    }
  });

  it('is half where the free concentration is the constant, and never reaches one', () => {
    expect(channelOccupancy(binding, { ketamine: 1.42 / 0.55 }).value).toBeCloseTo(0.5, 12);
    expect(channelOccupancy(binding, { ketamine: 1e6 }).high).toBeLessThan(1);
    expect(channelOccupancy(binding, {})).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('counts norketamine beside ketamine', () => {
    const alone = channelOccupancy(binding, { ketamine: 1 });
    const both = channelOccupancy(binding, { ketamine: 1, norketamine: 1 });
    const odds = (share: number): number => share / (1 - share);
    expect(odds(both.value) - odds(alone.value)).toBeCloseTo(0.5 / 9.11, 12);
  });

  it('rests on unbound plasma and on no ratio of brain to plasma', () => {
    const free = freeConcentration(binding, 'ketamine', 2);
    expect(free.value).toBeCloseTo(1.1, 12);
    expect(free.low).toBeCloseTo(0.9, 12);
    expect(free.high).toBeCloseTo(1.4, 12);
  });
});
