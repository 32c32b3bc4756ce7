/** What the reading panel tells about one record, gathered from the model: what it is connected to and what it rests on. */
import type { Model } from '../model/model';
import {
  STANCES,
  type Claim,
  type Entity,
  type Event,
  type Evidence,
  type Gate,
  type Hypothesis,
  type Reference,
  type RegionFinding,
  type Stance,
  type Statement,
} from '../model/schema';
import type { Grade } from '../model/strength';
import { entityOf, hypothesisOf, referenceOf } from './lookup';
import { claimsOfHypothesis } from './route';
import { gradeOf } from './strength-of';

export interface StandingEvidence {
  readonly evidence: Evidence;
  /** Undefined while references are still to be loaded. */
  readonly reference: Reference | undefined;
}

export interface ClaimContent {
  readonly claim: Claim;
  readonly source: Entity | undefined;
  readonly target: Entity | undefined;
  readonly grade: Grade;
  /** Stances that occur, in the order supports, contradicts, mixed; none is left out. */
  readonly evidence: readonly { readonly stance: Stance; readonly items: readonly StandingEvidence[] }[];
  /** Hypotheses that tell the claim, whether tagged or as a step of their route. */
  readonly hypotheses: readonly Hypothesis[];
  /** Necessity rules about its target. */
  readonly gates: readonly Gate[];
  readonly events: readonly Event[];
}

export function claimContent(claim: Claim, model: Model): ClaimContent {
  const evidence = STANCES.map((stance) => ({
    stance,
    items: claim.evidence
      .filter((item) => item.stance === stance)
      .map((item) => ({ evidence: item, reference: referenceOf(model, item.reference) })),
  }));
  return {
    claim,
    source: entityOf(model, claim.source),
    target: entityOf(model, claim.target),
    grade: gradeOf(model, claim),
    evidence: evidence.filter((group) => group.items.length > 0),
    hypotheses: model.hypotheses.filter((item) => claim.hypotheses.includes(item.id) || item.route.includes(claim.id)),
    gates: model.gates.filter((gate) => gate.target === claim.target),
    events: model.events.filter((event) => event.claims.includes(claim.id)),
  };
}

export interface EntityContent {
  readonly entity: Entity;
  /** Claims that leave it and claims that arrive, strongest first. */
  readonly out: readonly Claim[];
  readonly in: readonly Claim[];
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly regionFindings: readonly RegionFinding[];
  /** What it needs, and what needs it. */
  readonly needs: readonly Gate[];
  readonly neededBy: readonly Gate[];
}

export function entityContent(entity: Entity, model: Model): EntityContent {
  return {
    entity,
    out: strongestFirst(model.claimsFrom.get(entity.id) ?? [], model),
    in: strongestFirst(model.claimsTo.get(entity.id) ?? [], model),
    events: model.events.filter((event) => event.entity === entity.id),
    statements: model.statements.filter((statement) => statement.entities.includes(entity.id)),
    regionFindings: model.regionFindings.filter((finding) => finding.entity === entity.id),
    needs: model.gates.filter((gate) => gate.target === entity.id),
    neededBy: model.gates.filter((gate) => gate.requires === entity.id),
  };
}

const ORDER: Readonly<Record<Grade['strength'], number>> = { strong: 0, moderate: 1, early: 2, contested: 3 };

/** Core before extended, then by strength; equal ones keep their order in the pack. */
function strongestFirst(claims: readonly Claim[], model: Model): readonly Claim[] {
  const rank = (claim: Claim): number => (claim.tier === 'core' ? 0 : 10) + ORDER[gradeOf(model, claim).strength];
  return claims.toSorted((a, b) => rank(a) - rank(b));
}

export interface ReferenceContent {
  readonly reference: Reference;
  /** Claims it stands under, each with what it says there. */
  readonly claims: readonly { readonly claim: Claim; readonly evidence: readonly Evidence[] }[];
  readonly hypotheses: readonly {
    readonly hypothesis: Hypothesis;
    readonly stance: 'supports' | 'contradicts';
    readonly finding: string;
  }[];
  readonly events: readonly Event[];
  /** Everything else that rests on it, by list. */
  readonly others: readonly { readonly list: string; readonly ids: readonly string[] }[];
}

export function referenceContent(reference: Reference, model: Model): ReferenceContent {
  const { id } = reference;
  const shown = new Set(['claims', 'hypotheses', 'events']);
  const others = new Map<string, string[]>();
  for (const item of model.restingOn.get(id) ?? []) {
    if (!shown.has(item.list)) others.set(item.list, [...(others.get(item.list) ?? []), item.id]);
  }
  return {
    reference,
    claims: model.claims.flatMap((claim) => {
      const evidence = claim.evidence.filter((item) => item.reference === id);
      return evidence.length > 0 ? [{ claim, evidence }] : [];
    }),
    hypotheses: model.hypotheses.flatMap((hypothesis) => [...argued(hypothesis, 'supports', id), ...argued(hypothesis, 'contradicts', id)]),
    events: model.events.filter((event) => event.references.includes(id)),
    others: [...others].map(([list, ids]) => ({ list, ids })),
  };
}

function argued(hypothesis: Hypothesis, stance: 'supports' | 'contradicts', id: Reference['id']): ReferenceContent['hypotheses'] {
  const argumentsOf = stance === 'supports' ? hypothesis.supporting : hypothesis.contradicting;
  return argumentsOf.filter((item) => item.reference === id).map(({ finding }) => ({ hypothesis, stance, finding }));
}

export interface HypothesisContent {
  readonly hypothesis: Hypothesis;
  /** Steps of its route in order, from 1. */
  readonly route: readonly { readonly step: number; readonly claim: Claim }[];
  /** Its other claims, in pack order. */
  readonly beside: readonly Claim[];
}

export function hypothesisContent(hypothesis: Hypothesis, model: Model): HypothesisContent {
  const route = hypothesis.route
    .map((id, index) => ({ step: index + 1, claim: model.claimById.get(id) }))
    .flatMap(({ step, claim }) => (claim ? [{ step, claim }] : []));
  const beside = model.claims.filter((claim) => claim.hypotheses.includes(hypothesis.id) && !hypothesis.route.includes(claim.id));
  return { hypothesis, route, beside };
}

export interface PairContent {
  readonly a: Hypothesis;
  readonly b: Hypothesis;
  readonly shared: readonly Claim[];
  readonly onlyA: readonly Claim[];
  readonly onlyB: readonly Claim[];
}

/** Two hypotheses side by side, by the same membership that lights the map; null when one of them does not exist. */
export function pairContent(aId: string, bId: string, model: Model): PairContent | null {
  const [a, b] = [hypothesisOf(model, aId), hypothesisOf(model, bId)];
  if (!a || !b) return null;
  const [inA, inB] = [claimsOfHypothesis(model, a.id), claimsOfHypothesis(model, b.id)];
  const those = (wantA: boolean, wantB: boolean): readonly Claim[] =>
    model.claims.filter((claim) => inA.has(claim.id) === wantA && inB.has(claim.id) === wantB);
  return { a, b, shared: those(true, true), onlyA: those(true, false), onlyB: those(false, true) };
}
