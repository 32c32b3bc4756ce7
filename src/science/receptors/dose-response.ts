/** Concentrations of half effect. */
import type { CompiledScheme } from './compile';
import { type Measure, evaluate } from './measures';
import { type Conditions, openProbability } from './rates';
import { stationary } from './stationary';

const LOWEST_mM = 1e-12;
const HIGHEST_mM = 1e4;

/**
 * IC50 in mM: the concentration of `ligand` at which the stationary open probability is half of what it is without that
 * ligand, everything else as in `conditions`. Throws a RangeError if the open probability never falls to half.
 */
export function halfInhibition(scheme: CompiledScheme, ligand: string, conditions: Conditions): number {
  const po = (c: number): number =>
    openProbability(scheme, stationary(scheme, { ...conditions, ligands_mM: { ...conditions.ligands_mM, [ligand]: c } }));
  const control = po(0);
  if (!(control > 0)) throw new RangeError('There is no open probability to inhibit without the ligand');
  return crossingOnLogScale((c) => po(c) / control - 0.5, `"${ligand}" never halves the open probability`);
}

/** A step of one ligand and the measure of the response that a dose-response curve is made of. */
export interface StepResponse {
  readonly ligand: string;
  readonly measure: Measure;
  /** Length of the concentration step, from the scheme's initial state, ms. */
  readonly step_ms: number;
  /** Concentration whose response counts as the maximum, mM. */
  readonly saturating_mM: number;
  /** Everything else in the medium. */
  readonly conditions: Conditions;
}

/**
 * EC50 in mM: the concentration whose response to a step is half of the response to the saturating concentration.
 * Throws a RangeError if the response does not rise through half.
 */
export function halfActivation(scheme: CompiledScheme, step: StepResponse): number {
  const response = (c: number): number =>
    evaluate(
      scheme,
      {
        start: 'initial',
        segments: [
          { ms: step.step_ms, conditions: { ...step.conditions, ligands_mM: { ...step.conditions.ligands_mM, [step.ligand]: c } } },
        ],
      },
      step.measure,
    );
  const full = response(step.saturating_mM);
  if (!(full > 0)) throw new RangeError('There is no response to the saturating concentration');
  return crossingOnLogScale(
    (c) => response(c) / full - 0.5,
    `The response to "${step.ligand}" never reaches half of its maximum`,
    step.saturating_mM,
  );
}

/** The lowest concentration (mM) at which `f` changes sign: a scan of half decades, then bisection on the logarithm. */
function crossingOnLogScale(f: (c: number) => number, absent: string, highest = HIGHEST_mM): number {
  let low = Math.log(LOWEST_mM);
  const top = Math.log(highest);
  let sign = Math.sign(f(LOWEST_mM));
  for (let x = low; x < top;) {
    const next = Math.min(top, x + 1.15);
    if (Math.sign(f(Math.exp(next))) !== sign) {
      low = x;
      let high = next;
      for (let k = 0; k < 60 && high - low > 1e-12; k++) {
        const middle = (low + high) / 2;
        if (Math.sign(f(Math.exp(middle))) === sign) low = middle;
        else high = middle;
      }
      return Math.exp((low + high) / 2);
    }
    x = next;
    sign = sign === 0 ? Math.sign(f(Math.exp(x))) : sign;
  }
  throw new RangeError(absent);
}
