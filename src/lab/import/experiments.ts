/** Turns the survey's perturbation experiments into pack records. */
import type * as z from 'zod/mini';
import type { Experiment } from '../../model/schema';
import type { Loose } from './network';
import { hypothesesOf } from './network';
import type { Sources } from './source';
import { typeset } from './typeset';

/**
 * Experiments in survey order. The survey repeats on each experiment whether its paper was verified; the pack says that once, on
 * the reference, so within the survey the two must agree.
 */
export function experiments(sources: Sources): Loose<z.input<typeof Experiment>>[] {
  const verified = new Map(sources.network.references.map((reference) => [reference.id, reference.verified]));
  return sources.experiments.experiments.map((experiment) => {
    if (experiment.refVerified !== verified.get(experiment.refId)) {
      throw new Error(`${experiment.id} and its reference ${experiment.refId} disagree on whether the paper was verified`);
    }
    return {
      id: experiment.id,
      reference: experiment.refId,
      species: experiment.species,
      system: experiment.system,
      perturbations: experiment.perturbations.map(({ node, op, agent, dose, site, role }) => ({
        entity: node,
        operation: op,
        agent: typeset(agent),
        ...(dose === '' ? {} : { dose: typeset(dose) }),
        site,
        role,
      })),
      readouts: experiment.readouts.map(({ node, time, direction, note }) => ({
        entity: node,
        time,
        direction,
        ...(note === '' ? {} : { note: typeset(note) }),
      })),
      comparedTo: typeset(experiment.comparedTo),
      hypotheses: hypothesesOf(experiment.hypothesisRelevance),
      nullOrContradiction: experiment.nullOrContradiction,
      check: experiment.findingSeen ? 'checked' : 'unchecked',
    };
  });
}
