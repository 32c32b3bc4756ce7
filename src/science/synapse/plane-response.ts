/**
 * Receptors on a disc under a point release into an infinite flat cleft, by ODE: no particles, no binding of glutamate by
 * the receptors, no uptake. The simplest answer to "how many open"; the particle engine adds the rest.
 */
import type { CompiledScheme } from '../receptors/compile';
import { Integrator } from '../receptors/integrate';
import { poAt } from '../receptors/trace';
import type { Trace } from '../receptors/protocol';
import { type PlaneSource, planeConcentration } from './analytic';

/** A source in an infinite cleft and receptors on a disc around it. */
export interface PlaneResponse {
  readonly source: PlaneSource;
  readonly scheme: CompiledScheme;
  /** Receptors spread evenly over a disc centred on the release point. */
  readonly receptors: number;
  readonly disc_nm: number;
  readonly v_mV: number;
  /** Ligands other than glutamate, mM. */
  readonly ligands_mM?: Readonly<Record<string, number>>;
  readonly duration_ms: number;
  /** Rings of equal area; 40 unless given. */
  readonly rings?: number;
}

/**
 * Mean number of open receptors as a trace (its `po` counts receptors, its `slope` is per ms). Every ring of equal area
 * is solved at its middle radius and the rings are added on a common grid that is dense at first.
 */
export function planeResponse(setup: PlaneResponse): Trace {
  const { scheme, source, duration_ms, rings = 40 } = setup;
  const time = growingGrid(duration_ms);
  const po = new Float64Array(time.length);
  const integrator = new Integrator(scheme);
  const glutamate = scheme.ligands.indexOf('glu');
  if (glutamate < 0) throw new RangeError(`Scheme ${scheme.id} does not bind glutamate`);
  const fixed = Float64Array.from(scheme.ligands, (ligand) => setup.ligands_mM?.[ligand] ?? 0);
  let last = new Float64Array(scheme.n);
  for (let ring = 0; ring < rings; ring++) {
    const radius = setup.disc_nm * Math.sqrt((ring + 0.5) / rings);
    const run = integrator.run({
      start: scheme.initial,
      duration_ms,
      relativeTolerance: 1e-7,
      absoluteTolerance: 1e-10,
      firstStep_ms: 1e-6,
      waveform: (t, ligands) => {
        ligands.set(fixed);
        ligands[glutamate] = planeConcentration(source, radius, t);
        return setup.v_mV;
      },
    });
    const share = setup.receptors / rings;
    for (let i = 0; i < time.length; i++) po[i] = (po[i] as number) + share * poAt(run, time[i] as number);
    last = last.map((value, s) => value + (run.last[s] as number) / rings);
  }
  return { pieces: [{ time, po, slope: slopes(time, po) }], duration: duration_ms, first: scheme.initial, last };
}

/** Times from 0 to `end` whose spacing grows by 2 % a step from a hundred-thousandth of a millisecond. */
function growingGrid(end: number): Float64Array {
  const times = [0];
  for (let step = 1e-5, t = step; t < end; step = Math.min(step * 1.02, 0.05), t += step) times.push(t);
  times.push(end);
  return Float64Array.from(times);
}

/** Slopes at the samples by parabolas through neighbours. */
function slopes(time: Float64Array, y: Float64Array): Float64Array {
  const n = time.length;
  const chord = (i: number): number => ((y[i + 1] as number) - (y[i] as number)) / ((time[i + 1] as number) - (time[i] as number));
  return Float64Array.from(time, (t, i) => {
    if (i === 0) return chord(0);
    if (i === n - 1) return chord(n - 2);
    const before = t - (time[i - 1] as number);
    const after = (time[i + 1] as number) - t;
    return (chord(i - 1) * after + chord(i) * before) / (before + after);
  });
}
