import { describe, expect, it } from 'vitest';
import { magnesium, poreBlocker, publishedBlockers, withBlockers } from '../../../../src/science/receptors/blockers';
import { compareBlockers, type ComparisonRow } from '../../../../src/science/receptors/comparison';
import { compileScheme, type CompiledScheme } from '../../../../src/science/receptors/compile';
import { halfInhibition } from '../../../../src/science/receptors/dose-response';
import {
  competitiveHalfInhibition,
  halfBlockVoltage,
  unblockedByMagnesium,
  voltageShiftOfAffinity,
} from '../../../../src/science/receptors/formulas';
import { evaluate } from '../../../../src/science/receptors/measures';
import { endOccupancy, type Protocol, respond } from '../../../../src/science/receptors/protocol';
import { openProbability, rateMatrix } from '../../../../src/science/receptors/rates';
import { stationary } from '../../../../src/science/receptors/stationary';
import { maximum } from '../../../../src/science/receptors/trace';
import { library, medium, pack } from './pack';

const lj = library.get('NMDA_LJ92_MGKET');

function held(scheme: CompiledScheme, occupancy: Float64Array, suffix: string): number {
  return occupancy.reduce((sum, p, s) => (scheme.states[s]?.endsWith(suffix) === true ? sum + p : sum), 0);
}

/**
 * The largest ratio between the rates of two schemes in two media; infinite where only one has a rate. Beside fast binding, a slow rate
 * that is wrong would not show in the largest difference.
 */
function largestRatio(one: CompiledScheme, other: CompiledScheme): number {
  return Math.max(
    ...[medium(-66, { glu: 1, mg: 1, ket: 0.01 }), medium(30, { glu: 0.1, mg: 0.5, ket: 1 })].flatMap((conditions) => {
      const [a, b] = [rateMatrix(one, conditions), rateMatrix(other, conditions)];
      return Array.from(a, (rate, k) => (rate === b[k] ? 1 : Math.max(rate / (b[k] ?? 0), (b[k] ?? 0) / rate)));
    }),
  );
}

describe('composites', () => {
  it.each([
    ['NMDA_LJ92', 'NMDA_LJ92_MGKET', 0.33, 3.57],
    ['NMDA_GLUN2A_8', 'NMDA_2A_MGKET', 0.33, 3.57],
    ['NMDA_GLUN2B_8', 'NMDA_2B_MGKET', 0.31, 3.57],
    ['NMDA_GLUN2C_4', 'NMDA_2C_MGKET', 0.51, 45.5],
    ['NMDA_GLUN2D_4', 'NMDA_2D_MGKET', 0.83, 23.3],
  ])('%s with Mg2+ and ketamine is the %s of the pack', (gating, composite, kd_uM, k0_mM) => {
    const ketamine = poreBlocker({ ligand: 'ket', suffix: 'K', kd_mM: kd_uM / 1000, at_mV: -66, kon_per_mM_ms: 8, delta: 0.79 });
    const built = compileScheme(withBlockers(library.record(gating), [magnesium(k0_mM), ketamine], 'built'));
    expect(built.states).toEqual(library.get(composite).states);
    expect(largestRatio(built, library.get(composite))).toBeLessThan(1.0001);
  });

  it('the pair of Gilling et al. 2009 is 0.15 per uM and s and 0.22 per s, over the open probability', () => {
    const gating = library.get('NMDA_GLUN2A_8');
    const po = openProbability(gating, stationary(gating, medium(-70, { glu: 1 })));
    const ketamine = poreBlocker({
      ligand: 'ket',
      suffix: 'K',
      kd_mM: 0.22 / 0.15 / 1000,
      at_mV: -70,
      kon_per_mM_ms: 0.15 / po,
      delta: 0.79,
    });
    const built = compileScheme(withBlockers(library.record('NMDA_GLUN2A_8'), [magnesium(), ketamine], 'built'));
    expect(largestRatio(built, library.get('NMDA_2A_MGKET_GILLING'))).toBeLessThan(1.0001);
  });

  it('refuse a scheme that conducts nowhere, and names that clash', () => {
    const gating = library.record('NMDA_LJ92');
    expect(() => withBlockers({ ...gating, conducting: [] }, [magnesium()], 'x')).toThrow(RangeError);
    expect(() => withBlockers(gating, [magnesium(), magnesium()], 'x')).toThrow(/same name/);
  });
});

describe('block is where the scheme says', () => {
  it('needs an open pore: without agonist no drug enters, with agonist it does', () => {
    for (const id of ['NMDA_LJ92_MGKET', 'NMDA_2A_MGKET', 'NMDA_2B_MGKET', 'NMDA_2C_MGKET', 'NMDA_2D_MGKET']) {
      const scheme = library.get(id);
      const after = (glu: number): number =>
        held(
          scheme,
          endOccupancy(scheme, { start: 'initial', segments: [{ ms: 60_000, conditions: medium(-70, { glu, ket: 0.01 }) }] }),
          '_K',
        );
      expect(after(0)).toBe(0);
      expect(after(1)).toBeGreaterThan(0.5);
    }
  });

  it('leaves an AMPA receptor alone', () => {
    const scheme = library.get('AMPA_JONAS93');
    expect(rateMatrix(scheme, medium(-70, { glu: 1, mg: 1, ket: 1 }))).toEqual(rateMatrix(scheme, medium(30, { glu: 1 })));
  });

  it('by Mg2+ also at shut Kampa receptors, as that scheme has it', () => {
    const scheme = library.get('NMDA_KAMPA04');
    const rest = stationary(scheme, medium(-60, { mg: 1 }));
    expect(held(scheme, rest, 'Mg')).toBeGreaterThan(0.5);
  });
});

describe('equilibrium block', () => {
  it('by Mg2+ is that of Jahr & Stevens for every composite of 3.57 mM', () => {
    for (const id of ['NMDA_LJ92_MGKET', 'NMDA_2A_MGKET', 'NMDA_2B_MGKET']) {
      const scheme = library.get(id);
      for (const v of [-90, -60, -20, 0, 40]) {
        const po = (mg: number): number => openProbability(scheme, stationary(scheme, medium(v, { glu: 1, mg })));
        expect(po(1) / po(0)).toBeCloseTo(unblockedByMagnesium(1, v), 6);
      }
    }
    expect(unblockedByMagnesium(1, halfBlockVoltage(1))).toBeCloseTo(0.5, 14);
    expect(() => halfBlockVoltage(0)).toThrow(RangeError);
  });

  it('has IC50 = Kd(V) (1 + [Mg] / K(V)) whatever the glutamate', () => {
    const scheme = library.get('NMDA_2B_MGKET');
    for (const v of [-80, -66, -30]) {
      const kd = 0.31e-3 * voltageShiftOfAffinity(0.79, v, -66);
      for (const mg of [0, 1]) {
        const expected = competitiveHalfInhibition(kd, mg, 3.57 * Math.exp(0.062 * v));
        for (const glu of [1, 1e-3, 1e-4]) expect(halfInhibition(scheme, 'ket', medium(v, { glu, mg })) / expected).toBeCloseTo(1, 5);
      }
    }
  });
});

describe('use dependence, trapping and recovery', () => {
  const train = (ket: number, mg: number): number[] => {
    const one = [
      { ms: 1, conditions: medium(-65, { glu: 1, mg, ket }) },
      { ms: 9999, conditions: medium(-65, { mg, ket }) },
    ];
    const trace = respond(lj, { start: 'initial', segments: Array.from({ length: 8 }, () => one).flat() });
    return Array.from({ length: 8 }, (_, k) => maximum(trace, k * 10_000, (k + 1) * 10_000).po);
  };

  it('each event in the drug deepens the block; without the drug nothing fades', () => {
    const drugged = train(0.01, 0);
    for (let k = 1; k < 5; k++) expect(drugged[k] ?? 1).toBeLessThan((drugged[k - 1] ?? 0) * 0.8);
    const control = train(0, 0);
    expect((control[7] ?? 0) / (control[0] ?? 1)).toBeGreaterThan(0.999);
  });

  it('Mg2+ protects', () => {
    const relative = (mg: number): number => (train(0.01, mg)[7] ?? 0) / (train(0, mg)[0] ?? 1);
    expect(relative(1)).toBeGreaterThan(relative(0) * 5);
  });

  it('what is trapped waits for glutamate', () => {
    const blocked: Protocol['start'] = { equilibrate: { ms: Infinity, conditions: medium(-70, { glu: 1, ket: 0.01 }) } };
    const after = (...segments: Protocol['segments'][number][]): number => held(lj, endOccupancy(lj, { start: blocked, segments }), '_K');
    const wash = { ms: 10_000, conditions: medium(-70, {}) };
    const agonist = { ms: 10_000, conditions: medium(-70, { glu: 1 }) };
    expect(after(agonist)).toBeLessThan(0.2);
    const minute = after(wash, { ms: 60_000, conditions: medium(-70, {}) });
    expect(after(wash) - minute).toBeLessThan(0.01);
    expect(minute).toBeGreaterThan(0.8);
    expect(after(wash, agonist)).toBeLessThan(0.2);
  });

  it('depolarisation frees the pore', () => {
    const recovery = (v: number): number =>
      evaluate(
        lj,
        {
          start: { equilibrate: { ms: Infinity, conditions: medium(-70, { glu: 1, ket: 0.01 }) } },
          segments: [{ ms: 300_000, conditions: medium(v, { glu: 1 }) }],
        },
        { kind: 'timeTo63percent_ms' },
      );
    expect(recovery(-70) / recovery(40)).toBeGreaterThan(50);
  });
});

describe('the comparison table', () => {
  const blockers = publishedBlockers(pack.parameters);
  const table = (gating: string, magnesium_mM: number): Map<string, ComparisonRow> =>
    new Map(
      compareBlockers(library.record(gating), blockers, { v_mV: -70, glutamate_mM: 1, magnesium_mM, timesIC50: 10, pause_ms: 120_000 }).map(
        (row) => [row.name, row],
      ),
    );

  it('orders memantine, ketamine and MK-801 by trapping and speed on any gating', () => {
    for (const gating of ['NMDA_LJ92', 'NMDA_GLUN2A_8', 'NMDA_GLUN2B_8']) {
      const rows = table(gating, 1);
      const of = (pick: (row: ComparisonRow) => number): number[] =>
        ['memantine', 'ketamine', 'MK-801'].map((name) => pick(rows.get(name) as ComparisonRow));
      for (const pick of [(r: ComparisonRow) => r.trapped, (r: ComparisonRow) => r.timeToBlock_ms, (r: ComparisonRow) => r.recovery_ms]) {
        const values = of(pick);
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }
      for (const row of rows.values()) {
        expect(row.steadyBlock).toBeCloseTo(10 / 11, 9);
        expect(row.recoveryAtPlus40_ms).toBeLessThan(row.recovery_ms / 10);
        expect(row.constructed).toBe(true);
        expect(row.source.length).toBeGreaterThan(20);
      }
    }
  });

  it('agrees with the ready-made composite for ketamine', () => {
    const row = table('NMDA_LJ92', 0).get('ketamine') as ComparisonRow;
    const protocol: Protocol = {
      start: { equilibrate: { ms: Infinity, conditions: medium(-70, { glu: 1, ket: row.concentration_mM }) } },
      segments: [{ ms: 120_000, conditions: medium(-70, {}) }],
    };
    const trapped = evaluate(lj, protocol, {
      kind: 'sumRatio',
      top: { suffix: '_K', when: 'end' },
      bottom: { suffix: '_K', when: 'start' },
    });
    expect(row.trapped).toBeCloseTo(trapped, 4);
  });
});
