import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { compileScheme, type CompiledScheme } from '../../../../src/science/receptors/compile';
import { ReceptorCounts } from '../../../../src/science/receptors/counts';
import { integrate } from '../../../../src/science/receptors/integrate';
import { respondMany } from '../../../../src/science/receptors/many';
import { ReceptorPopulation } from '../../../../src/science/receptors/population';
import { transitionProbabilities } from '../../../../src/science/receptors/propagator';
import { respond, type Segment } from '../../../../src/science/receptors/protocol';
import { rateMatrix } from '../../../../src/science/receptors/rates';
import { samplePo } from '../../../../src/science/receptors/trace';
import { createRng } from '../../../../src/science/random';
import { largestDifference, library, medium } from './pack';

const Reference = z.object({
  traces: z.array(
    z.object({
      id: z.string(),
      scheme: z.string(),
      segments: z.array(z.object({ ms: z.number(), glu_mM: z.number(), mg_mM: z.number(), ket_mM: z.number(), V_mV: z.number() })),
      t_ms: z.array(z.number()),
      po: z.array(z.number()),
    }),
  ),
});
type Trace = z.infer<typeof Reference>['traces'][number];

const { traces } = Reference.parse(JSON.parse(readFileSync(new URL('../../../reference/neuron/traces.json', import.meta.url), 'utf8')));

/** Largest deviation allowed anywhere, as a fraction of the peak, and of a decay time. */
const OF_PEAK = 0.005;
const OF_DECAY = 0.02;
/** What converged solutions of the same equations differ by: a fraction of the peak, or what NEURON's absolute tolerance leaves. */
const converged = (trace: Trace): number => Math.max(2e-6 * Math.max(...trace.po), 8e-9);

function segmentsOf(trace: Trace): readonly Segment[] {
  return trace.segments.map((s) => ({ ms: s.ms, conditions: medium(s.V_mV, { glu: s.glu_mM, mg: s.mg_mM, ket: s.ket_mM }) }));
}

function onsets(trace: Trace): number[] {
  const times = [0];
  for (const segment of trace.segments) times.push((times[times.length - 1] ?? 0) + segment.ms);
  return times;
}

/** The three deterministic answers at NEURON's sample times. */
function exactly(scheme: CompiledScheme, trace: Trace): Float64Array {
  return samplePo(respond(scheme, { start: 'initial', segments: segmentsOf(trace) }), trace.t_ms);
}

function sparsely(scheme: CompiledScheme, trace: Trace): Float64Array {
  return respondMany(scheme, [{ start: 'initial', segments: segmentsOf(trace) }], trace.t_ms);
}

function adaptively(scheme: CompiledScheme, trace: Trace): Float64Array {
  const starts = onsets(trace);
  const segments = segmentsOf(trace);
  const end = starts.pop() ?? 0;
  const run = integrate(scheme, {
    start: scheme.initial,
    duration_ms: end,
    breaks: starts.slice(1),
    waveform: (t, ligands) => {
      const now = segments[starts.findLastIndex((onset) => onset <= t)]?.conditions ?? medium(0, {});
      scheme.ligands.forEach((name, i) => {
        ligands[i] = now.ligands_mM[name] ?? 0;
      });
      return now.v_mV;
    },
  });
  return samplePo(run, trace.t_ms);
}

/** Time from the greatest sample to 1/e of it, by straight lines between samples; undefined if it is not reached. */
function decay(times: readonly number[], po: ArrayLike<number>): number | undefined {
  let top = 0;
  for (let i = 0; i < po.length; i++) if ((po[i] ?? 0) > (po[top] ?? 0)) top = i;
  const level = (po[top] ?? 0) / Math.E;
  for (let i = top + 1; i < po.length; i++) {
    const [a, b] = [po[i - 1] ?? 0, po[i] ?? 0];
    if (b > level) continue;
    const [ta, tb] = [times[i - 1] ?? 0, times[i] ?? 0];
    return ta + ((a - level) / (a - b)) * (tb - ta) - (times[top] ?? 0);
  }
  return undefined;
}

function named(prefix: string): readonly Trace[] {
  return traces.filter((trace) => trace.id.startsWith(prefix));
}

describe('against NEURON 8.2', () => {
  it('covers every scheme but the composites that are built from these, with pulses, trains, voltage steps and drug', () => {
    expect(traces.length).toBeGreaterThanOrEqual(40);
    const composites = library.ids().filter((id) => id.includes('_MGKET') && id !== 'NMDA_LJ92_MGKET');
    expect([...new Set(traces.map((trace) => trace.scheme))].sort()).toEqual(
      library
        .ids()
        .filter((id) => !composites.includes(id))
        .sort(),
    );
    expect(named('lj.').map((trace) => trace.id)).toContain('lj.washIn.ket');
  });

  it.each(traces.map((trace) => [trace.id, trace] as const))('%s, everywhere', (_, trace) => {
    const scheme = library.get(trace.scheme);
    const peak = Math.max(...trace.po);
    for (const po of [exactly(scheme, trace), sparsely(scheme, trace), adaptively(scheme, trace)]) {
      expect(largestDifference(po, trace.po) / peak).toBeLessThan(OF_PEAK);
      const [ours, theirs] = [decay(trace.t_ms, po), decay(trace.t_ms, trace.po)];
      expect(Math.abs((ours ?? 0) - (theirs ?? 0))).toBeLessThanOrEqual(OF_DECAY * (theirs ?? 0));
    }
    // Far inside the stated limits: both sides are converged.
    expect(largestDifference(exactly(scheme, trace), trace.po)).toBeLessThan(converged(trace));
  });

  it.each(['ampa.pulse', 'glun2a.pulse', 'glun2b.train50Hz', 'lj.pulse.mgket', 'lj.trapping.ket', 'kampa.voltageSteps.mg'])(
    '%s, by 4000 single receptors and by counts of a million, within chance',
    (id) => {
      const trace = named(id)[0] as Trace;
      const scheme = library.get(trace.scheme);
      const starts = onsets(trace);
      const segments = segmentsOf(trace);
      const single = new ReceptorPopulation(scheme, 4000, createRng(21), { conditions: segments[0]?.conditions ?? medium(0, {}) });
      const counts = new ReceptorCounts(scheme, 1_000_000, createRng(22));
      let at = 0;
      let part = -1;
      let compared = 0;
      for (let k = 1; k < trace.t_ms.length; k++) {
        const t = trace.t_ms[k] ?? 0;
        const now = starts.findLastIndex((onset) => onset < t);
        if (now !== part) single.setConditions(segments[now]?.conditions ?? medium(0, {}));
        part = now;
        single.step(t - at);
        counts.step(transitionProbabilities(rateMatrix(scheme, segments[part]?.conditions ?? medium(0, {})), scheme.n, t - at));
        at = t;
        // Neighbouring samples are correlated: some of them, with a limit of four and a half standard errors.
        if (k % 12 !== 0) continue;
        compared += 1;
        const p = trace.po[k] ?? 0;
        expect(Math.abs(single.openCount() / 4000 - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / 4000) + 1 / 4000);
        expect(Math.abs(counts.openCount() / 1e6 - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / 1e6) + 1e-6);
      }
      expect(compared).toBeGreaterThan(8);
    },
  );

  it('would notice any rate that is 5 % off', () => {
    const missed: string[] = [];
    for (const id of new Set(traces.map((trace) => trace.scheme))) {
      const record = library.record(id);
      record.transitions.forEach((wrong, k) => {
        const transitions = record.transitions.map((t, i) => (i === k ? { ...t, rate: t.rate * 1.05 } : t));
        const scheme = compileScheme({ ...record, transitions });
        const noticed = traces
          .filter((trace) => trace.scheme === id)
          .some((trace) => largestDifference(exactly(scheme, trace), trace.po) > converged(trace));
        if (!noticed) missed.push(`${id} ${wrong.from} to ${wrong.to}`);
      });
    }
    expect(missed).toEqual([]);
  });
});
