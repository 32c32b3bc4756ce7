/** What makes a claim a claim: it stands on evidence, its sign agrees with its verb, and routes are made of joined claims. */
import type { Effect, Sign } from '../schema';
import type { Draft, Finding } from './draft';
import { claimIndex, kept, livingOf } from './draft';

/** No claim without evidence. */
export function hasEvidence(draft: Draft): Finding[] {
  return livingOf(draft, 'claims')
    .filter((entry) => kept(entry, 'evidence', entry.value.evidence).length === 0)
    .map((entry) => ({
      entry,
      path: ['evidence'],
      message: `the claim "${entry.value.id}" stands on no evidence`,
      remedy: 'add the finding of at least one reference',
      loss: 'record',
    }));
}

/**
 * Verbs that fix the sign of a claim. Binding, moving and (de)phosphorylating do not: a phosphate may switch its target on or
 * off, and a transporter lowers what it carries away.
 */
export const FORCED_SIGN: Readonly<Record<Effect, Sign | null>> = {
  increases: 1,
  activates: 1,
  decreases: -1,
  blocks: -1,
  inhibits: -1,
  expresses: 1,
  translates: 1,
  transcribes: 1,
  phosphorylates: null,
  dephosphorylates: null,
  binds: null,
  trafficks: null,
  transports: null,
};

/** The sign agrees with the verb. */
export function signAgrees(draft: Draft): Finding[] {
  return livingOf(draft, 'claims').flatMap((entry): Finding[] => {
    const { effect, sign } = entry.value;
    const forced = FORCED_SIGN[effect];
    if (forced === null || forced === sign) return [];
    const message = `"${effect}" goes with sign ${forced}, but the sign is ${sign}`;
    return [{ entry, path: ['sign'], message, remedy: 'change the sign or the effect', loss: 'record' }];
  });
}

/**
 * The claims of a route hang together: each one after the first begins or ends at an entity that an earlier one touches.
 * A claim that is not in the pack, or one of whose ends is not, is the business of the rule on references; nothing can be said
 * about what follows it.
 */
export function routesConnected(draft: Draft): Finding[] {
  const claims = claimIndex(draft);
  const entities = draft.byId.get('entities');
  const now = (id: string): string => draft.aliases.get(id) ?? id;
  return livingOf(draft, 'hypotheses').flatMap((entry): Finding[] => {
    const route = entry.value.route.map((id) => {
      const claim = claims.get(now(id));
      const whole = claim !== undefined && entities?.has(now(claim.source)) === true && entities.has(now(claim.target));
      return whole ? claim : null;
    });
    const known = route.includes(null) ? route.slice(0, route.indexOf(null)) : route;
    const touched = new Set<string>();
    return known.flatMap((claim, index): Finding[] => {
      if (claim === null) return [];
      const ends = [now(claim.source), now(claim.target)];
      const joined = index === 0 || ends.some((id) => touched.has(id));
      if (joined) for (const id of ends) touched.add(id);
      const path = ['route', index];
      const message = `the claim "${claim.id}" touches no entity of the route before it`;
      return joined ? [] : [{ entry, path, message, remedy: 'reorder the route or add the claim between', loss: { cut: path } }];
    });
  });
}
