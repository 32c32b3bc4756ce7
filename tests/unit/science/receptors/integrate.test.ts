import { describe, expect, it } from 'vitest';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { integrate, Integrator, type Waveform } from '../../../../src/science/receptors/integrate';
import { respond } from '../../../../src/science/receptors/protocol';
import { maximum, poAt } from '../../../../src/science/receptors/trace';
import { library, medium, sum, twoState } from './pack';

/** Glutamate pulse of 1 ms and 1 mM in a fixed medium, for one scheme. */
function pulse(ligands: readonly string[], fixed: Readonly<Record<string, number>>, v: number): Waveform {
  return (t, out) => {
    ligands.forEach((name, i) => {
      out[i] = name === 'glu' ? (t < 1 ? 1 : 0) : (fixed[name] ?? 0);
    });
    return v;
  };
}

describe('the stiff integrator', () => {
  it.each(library.ids())('agrees with exact propagation for %s', (id) => {
    const scheme = library.get(id);
    const fixed = { mg: 1, ket: 0.01 };
    const exact = respond(scheme, {
      start: 'initial',
      segments: [
        { ms: 1, conditions: medium(-60, { ...fixed, glu: 1 }) },
        { ms: 200, conditions: medium(-60, fixed) },
      ],
    });
    const run = integrate(scheme, { start: scheme.initial, duration_ms: 201, breaks: [1], waveform: pulse(scheme.ligands, fixed, -60) });
    const peak = maximum(exact).po;
    for (let t = 0.01; t < 200; t *= 1.1) expect(Math.abs(poAt(run, t) - poAt(exact, t))).toBeLessThan(2e-5 * peak);
    expect(Math.abs(sum(run.last) - 1)).toBeLessThan(1e-10);
  });

  it('converges at fourth order in the step where the medium moves', () => {
    const scheme = library.get('NMDA_GLUN2A_8');
    const at = (longestStep_ms: number): Float64Array =>
      integrate(scheme, {
        start: scheme.initial,
        duration_ms: 8,
        relativeTolerance: 1e3,
        firstStep_ms: longestStep_ms,
        longestStep_ms,
        waveform: (t, out) => {
          out[0] = 0.05 * Math.exp(-t / 4);
          return -60;
        },
      }).last;
    const exact = at(1 / 512);
    const error = (step: number): number => Math.abs((at(step)[7] ?? 0) - (exact[7] ?? 0));
    const order = Math.log2(error(1 / 4) / error(1 / 8));
    expect(order).toBeGreaterThan(3.5);
    expect(order).toBeLessThan(5);
  });

  it('needs no short steps where the medium stands still, only samples for its trace', () => {
    const scheme = library.get('NMDA_2A_MGKET');
    const conditions = medium(-60, { glu: 0.01, mg: 1, ket: 0.001 });
    const waveform = pulse(scheme.ligands, { glu: 0.01, mg: 1, ket: 0.001 }, -60);
    const constant: Waveform = (_, out) => {
      waveform(0, out);
      out[scheme.ligands.indexOf('glu')] = 0.01;
      return -60;
    };
    const exact = respond(scheme, { start: 'initial', segments: [{ ms: 600_000, conditions }] });
    const run = integrate(scheme, { start: scheme.initial, duration_ms: 600_000, waveform: constant });
    run.last.forEach((value, s) => expect(Math.abs(value - (exact.last[s] ?? 0))).toBeLessThan(1e-9));
    const peak = maximum(exact).po;
    for (let t = 0.001; t < 600_000; t *= 1.3) expect(Math.abs(poAt(run, t) - poAt(exact, t))).toBeLessThan(2e-5 * peak);
    // Nothing is passed over that is hidden behind a Po of 0: the first openings come after three bindings.
    const early = integrate(scheme, {
      start: scheme.initial,
      duration_ms: 600_000,
      waveform: constant,
      relativeTolerance: 0.1,
      absoluteTolerance: 1e-3,
    });
    expect(maximum(early).po / peak).toBeCloseTo(1, 1);
    // Asked for one step only, it is exact all the same.
    const once = { relativeTolerance: 1e9, firstStep_ms: 50 };
    const single = integrate(scheme, { start: scheme.initial, duration_ms: 50, waveform: constant, ...once });
    const fifty = respond(scheme, { start: 'initial', segments: [{ ms: 50, conditions }] });
    expect(single.steps).toBe(1);
    single.last.forEach((value, s) => expect(Math.abs(value - (fifty.last[s] ?? 0))).toBeLessThan(1e-10));
  });

  it('follows a ligand that changes all the time: closed form of two states', () => {
    // dp/dt = k(t) (1 - p) - p with k(t) = exp(-t): p = integral of k(s) exp(-(t - s) - K(s, t)).
    const scheme = compileScheme({
      ...twoState(1, 1),
      transitions: [
        { from: 'C', to: 'O', rate: 1, unit: 'per_mM_ms', ligand: 'glu' },
        { from: 'O', to: 'C', rate: 1, unit: 'per_ms' },
      ],
    });
    const run = integrate(scheme, {
      start: scheme.initial,
      duration_ms: 5,
      relativeTolerance: 1e-9,
      absoluteTolerance: 1e-12,
      waveform: (t, out) => {
        out[0] = Math.exp(-t);
        return 0;
      },
    });
    for (const t of [0.3, 1, 2.5, 5]) {
      const steps = 20_000;
      let exact = 0;
      for (let i = 0; i < steps; i++) {
        const s = ((i + 0.5) * t) / steps;
        exact += (Math.exp(-s) * Math.exp(-(t - s) - (Math.exp(-s) - Math.exp(-t))) * t) / steps;
      }
      expect(poAt(run, t)).toBeCloseTo(exact, 7);
    }
  });

  it('follows a voltage ramp as a staircase of exact pieces does', () => {
    const scheme = library.get('NMDA_KAMPA04');
    const [glu, mg] = [scheme.ligands.indexOf('glu'), scheme.ligands.indexOf('mg')];
    const ramp = (t: number): number => -80 + 2 * t;
    const run = integrate(scheme, {
      start: scheme.initial,
      duration_ms: 60,
      waveform: (t, out) => {
        out[glu] = 1;
        out[mg] = 1;
        return ramp(t);
      },
    });
    const pieces = 2400;
    const staircase = respond(scheme, {
      start: 'initial',
      segments: Array.from({ length: pieces }, (_, i) => ({
        ms: 60 / pieces,
        conditions: medium(ramp(((i + 0.5) * 60) / pieces), { glu: 1, mg: 1 }),
      })),
    });
    // In the middle of a step the staircase has the voltage of the ramp.
    for (const t of [5, 20, 45, 59].map((ms) => ms + 30 / pieces)) expect(poAt(run, t) / poAt(staircase, t)).toBeCloseTo(1, 3);
  });

  it('takes fewer steps for a looser tolerance and gives the same bits when run again', () => {
    const scheme = library.get('NMDA_2A_MGKET');
    const integrator = new Integrator(scheme);
    const options = { start: scheme.initial, duration_ms: 50, breaks: [1], waveform: pulse(scheme.ligands, { mg: 1 }, -65) };
    const fine = integrator.run({ ...options, relativeTolerance: 1e-8 });
    const coarse = integrator.run({ ...options, relativeTolerance: 1e-3 });
    expect(coarse.steps).toBeLessThan(fine.steps / 3);
    expect(integrator.run({ ...options, relativeTolerance: 1e-8 }).last).toEqual(fine.last);
  });

  it('refuses a run that makes no sense', () => {
    const scheme = library.get('AMPA_JONAS93');
    const waveform = pulse(scheme.ligands, {}, -60);
    expect(() => integrate(scheme, { start: scheme.initial, duration_ms: 0, waveform })).toThrow(RangeError);
    expect(() => integrate(scheme, { start: new Float64Array(3), duration_ms: 1, waveform })).toThrow(RangeError);
    expect(() => integrate(scheme, { start: scheme.initial, duration_ms: 1, relativeTolerance: 0, waveform })).toThrow(RangeError);
  });
});
