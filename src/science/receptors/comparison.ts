/** Pore blockers side by side on one gating scheme: speed, depth, voltage relief, recovery and trapping. */
import { type PublishedBlocker, poreBlocker, magnesium, withBlockers } from './blockers';
import { compileScheme, type CompiledScheme, type SchemeInput } from './compile';
import { halfInhibition } from './dose-response';
import { evaluate } from './measures';
import type { Segment } from './protocol';
import { openProbability } from './rates';
import { stationary } from './stationary';

/** The medium and the times in which blockers are compared. */
export interface ComparisonConditions {
  /** Holding voltage, mV. */
  readonly v_mV: number;
  /** Glutamate while the receptors are active, mM. */
  readonly glutamate_mM: number;
  readonly magnesium_mM: number;
  /** Blocker concentration as a multiple of its IC50 in this very medium. */
  readonly timesIC50: number;
  /** How long agonist and drug stay away in the trapping test, ms. */
  readonly pause_ms: number;
}

/** One blocker. Times in ms, concentrations in mM, fractions of 1. `constructed` is always true: see `withBlockers`. */
export interface ComparisonRow {
  readonly name: string;
  readonly constructed: true;
  readonly source: string;
  readonly assumption: string;
  readonly ic50_mM: number;
  readonly concentration_mM: number;
  /** Share of the open probability that is gone at equilibrium. */
  readonly steadyBlock: number;
  /** Time to 63 % of that block, agonist present throughout. */
  readonly timeToBlock_ms: number;
  /** Time to 63 % recovery after the drug is removed, agonist kept. */
  readonly recovery_ms: number;
  /** As `recovery_ms`, with a step to +40 mV when the drug is removed. */
  readonly recoveryAtPlus40_ms: number;
  /** Share of blocked receptors still blocked after agonist and drug have been away for `pause_ms`. */
  readonly trapped: number;
}

/** The table. Throws what the compiler and the measures throw. */
export function compareBlockers(
  gating: SchemeInput,
  blockers: readonly PublishedBlocker[],
  conditions: ComparisonConditions,
): readonly ComparisonRow[] {
  return blockers.map((blocker) => compareOne(gating, blocker, conditions));
}

function compareOne(gating: SchemeInput, blocker: PublishedBlocker, conditions: ComparisonConditions): ComparisonRow {
  const { v_mV, glutamate_mM, magnesium_mM } = conditions;
  const scheme: CompiledScheme = compileScheme(
    withBlockers(gating, [magnesium(), poreBlocker(blocker)], `${gating.id}+mg+${blocker.ligand}`),
  );
  const medium = (drug: number, glu: number, v: number, ms: number): Segment => ({
    ms,
    conditions: { v_mV: v, ligands_mM: { glu, mg: magnesium_mM, [blocker.ligand]: drug } },
  });
  const ic50 = halfInhibition(scheme, blocker.ligand, medium(0, glutamate_mM, v_mV, 0).conditions);
  const c = ic50 * conditions.timesIC50;
  const control = medium(0, glutamate_mM, v_mV, Infinity);
  const drugged = medium(c, glutamate_mM, v_mV, Infinity);
  const po = (segment: Segment): number => openProbability(scheme, stationary(scheme, segment.conditions));
  const hour = 3_600_000;
  const relax = (from: Segment, to: Segment): number =>
    evaluate(scheme, { start: { equilibrate: from }, segments: [{ ...to, ms: hour }] }, { kind: 'timeTo63percent_ms' });
  return {
    name: blocker.name,
    constructed: true,
    source: blocker.source,
    assumption: blocker.assumption,
    ic50_mM: ic50,
    concentration_mM: c,
    steadyBlock: 1 - po(drugged) / po(control),
    timeToBlock_ms: relax(control, drugged),
    recovery_ms: relax(drugged, control),
    recoveryAtPlus40_ms: relax(drugged, medium(0, glutamate_mM, 40, hour)),
    trapped: evaluate(
      scheme,
      { start: { equilibrate: drugged }, segments: [medium(0, 0, v_mV, conditions.pause_ms)] },
      { kind: 'sumRatio', top: { suffix: `_${blocker.suffix}`, when: 'end' }, bottom: { suffix: `_${blocker.suffix}`, when: 'start' } },
    ),
  };
}
