/** Questions about the network of claims. Pure functions of the model; results keep pack order unless said otherwise. */
import type { Model } from './model';
import type { Claim, ClaimId, Entity, EntityId, Hypothesis, HypothesisId, RecordListName, ReferenceId, Sign } from './schema';

export interface Neighbour {
  readonly entity: Entity;
  readonly claim: Claim;
  /** `out`: the claim leaves the entity asked about; `in`: it arrives there. */
  readonly direction: 'out' | 'in';
}

/** A predicate on claims, for walking only what is on screen. */
export type ClaimTest = (claim: Claim) => boolean;

const any: ClaimTest = () => true;

/** Entities one claim away, claims that leave before claims that arrive. An unknown id has no neighbours. */
export function neighbours(model: Model, id: EntityId, test: ClaimTest = any): Neighbour[] {
  const step = (claim: Claim, direction: 'out' | 'in'): Neighbour[] => {
    const entity = model.entityById.get(direction === 'out' ? claim.target : claim.source);
    return entity === undefined || !test(claim) ? [] : [{ entity, claim, direction }];
  };
  return [
    ...(model.claimsFrom.get(id) ?? []).flatMap((claim) => step(claim, 'out')),
    ...(model.claimsTo.get(id) ?? []).flatMap((claim) => step(claim, 'in')),
  ];
}

/** Claims that join two entities, in either direction. */
export function claimsBetween(model: Model, a: EntityId, b: EntityId): Claim[] {
  const forth = (model.claimsFrom.get(a) ?? []).filter((claim) => claim.target === b);
  const back = a === b ? [] : (model.claimsFrom.get(b) ?? []).filter((claim) => claim.target === a);
  return [...forth, ...back];
}

export interface CausalPath {
  readonly claims: readonly Claim[];
  /** Product of the signs along the path: what more of the first entity does to the last, by this path alone. */
  readonly sign: Sign;
}

/** Steps from every entity that can reach `to`, walking claims backwards. */
function stepsTo(model: Model, to: EntityId, test: ClaimTest): Map<EntityId, number> {
  const steps = new Map<EntityId, number>([[to, 0]]);
  let front: EntityId[] = [to];
  for (let distance = 1; front.length > 0; distance += 1) {
    const next: EntityId[] = [];
    for (const id of front) {
      for (const claim of model.claimsTo.get(id) ?? []) {
        if (steps.has(claim.source) || !test(claim)) continue;
        steps.set(claim.source, distance);
        next.push(claim.source);
      }
    }
    front = next;
  }
  return steps;
}

interface Trail {
  readonly at: EntityId;
  readonly claim: Claim | null;
  readonly before: Trail | null;
  readonly sign: Sign;
}

function claimsAlong(end: Trail): Claim[] {
  const claims: Claim[] = [];
  for (let trail: Trail | null = end; trail !== null; trail = trail.before) if (trail.claim !== null) claims.push(trail.claim);
  return claims.toReversed();
}

/**
 * The shortest causal paths from one entity to another along the direction of claims, at most `most` of them.
 * Empty when there is none or when both are the same.
 */
export function shortestPaths(model: Model, from: EntityId, to: EntityId, test: ClaimTest = any, most = 16): CausalPath[] {
  const steps = stepsTo(model, to, test);
  if (from === to || !steps.has(from)) return [];
  const paths: CausalPath[] = [];
  // A stack instead of recursion: a chain may be as long as a pack allows.
  const open: Trail[] = [{ at: from, claim: null, before: null, sign: 1 }];
  for (let trail = open.pop(); trail !== undefined && paths.length < most; trail = open.pop()) {
    if (trail.at === to) {
      paths.push({ claims: claimsAlong(trail), sign: trail.sign });
      continue;
    }
    const left = (steps.get(trail.at) ?? 0) - 1;
    for (const claim of (model.claimsFrom.get(trail.at) ?? []).toReversed()) {
      if (steps.get(claim.target) !== left || !test(claim)) continue;
      open.push({ at: claim.target, claim, before: trail, sign: claim.sign === trail.sign ? 1 : -1 });
    }
  }
  return paths;
}

export interface Members {
  /** Claims tagged with the hypothesis and claims of its route. */
  readonly claims: ReadonlySet<ClaimId>;
  /** Entities that those claims join. */
  readonly entities: ReadonlySet<EntityId>;
}

/** What belongs to a hypothesis. A claim shared by all hypotheses (no tag) belongs to it only where its route passes. */
export function membersOf(model: Model, id: HypothesisId): Members {
  const route = new Set(model.hypothesisById.get(id)?.route ?? []);
  const claims = model.claims.filter((claim) => claim.hypotheses.includes(id) || route.has(claim.id));
  return {
    claims: new Set(claims.map((claim) => claim.id)),
    entities: new Set(claims.flatMap((claim) => [claim.source, claim.target])),
  };
}

export interface Comparison {
  readonly shared: readonly ClaimId[];
  readonly onlyA: readonly ClaimId[];
  readonly onlyB: readonly ClaimId[];
}

/** Claims of two hypotheses, sorted into those both need and those that only one does. */
export function compareHypotheses(model: Model, a: HypothesisId, b: HypothesisId): Comparison {
  const inA = membersOf(model, a).claims;
  const inB = membersOf(model, b).claims;
  const pick = (test: (id: ClaimId) => boolean): ClaimId[] => model.claims.map((claim) => claim.id).filter(test);
  return {
    shared: pick((id) => inA.has(id) && inB.has(id)),
    onlyA: pick((id) => inA.has(id) && !inB.has(id)),
    onlyB: pick((id) => !inA.has(id) && inB.has(id)),
  };
}

/** Hypotheses that count an entity among their members. */
export function hypothesesOf(model: Model, id: EntityId): Hypothesis[] {
  return model.hypotheses.filter((hypothesis) => membersOf(model, hypothesis.id).entities.has(id));
}

export interface RestsOn {
  readonly claims: readonly Claim[];
  /** Entities that those claims join: what lights up on the map. */
  readonly entities: ReadonlySet<EntityId>;
  /** Ids of all other records that cite the paper, by list. */
  readonly others: ReadonlyMap<RecordListName, readonly string[]>;
}

/** Everything that rests on a paper. Claims count whatever the stance of the paper. */
export function restsOn(model: Model, id: ReferenceId): RestsOn {
  const claims: Claim[] = [];
  const others = new Map<RecordListName, string[]>();
  for (const record of model.restingOn.get(id) ?? []) {
    const claim = record.list === 'claims' ? model.claimById.get(record.id as ClaimId) : undefined;
    if (claim !== undefined) claims.push(claim);
    else others.set(record.list, [...(others.get(record.list) ?? []), record.id]);
  }
  return { claims, entities: new Set(claims.flatMap((claim) => [claim.source, claim.target])), others };
}

/** Entities in the same compartment of the same level, the entity itself among them, so that walking can wrap round. */
export function siblings(model: Model, id: EntityId): Entity[] {
  const own = model.entityById.get(id);
  if (own === undefined) return [];
  return model.entities.filter((entity) => entity.level === own.level && entity.compartment === own.compartment);
}

/** Claims that leave the same entity, the claim itself among them. */
export function siblingClaims(model: Model, id: ClaimId): readonly Claim[] {
  const own = model.claimById.get(id);
  return own === undefined ? [] : (model.claimsFrom.get(own.source) ?? []);
}
