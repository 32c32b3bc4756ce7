/** Which claims and entities take part in what is lit. */
import type { Model } from '../model/model';
import type { Claim } from '../model/schema';
import { hypothesisOf } from './lookup';
import type { Ending, RouteState } from './scene';
import type { Lit } from './state';

/** The claims that tell one hypothesis: those tagged with it and those on its numbered route. */
export function claimsOfHypothesis(model: Model, id: string): ReadonlySet<string> {
  const hypothesis = hypothesisOf(model, id);
  if (!hypothesis) return new Set();
  const tagged = model.claims.filter((claim) => claim.hypotheses.includes(hypothesis.id)).map((claim): string => claim.id);
  return new Set([...hypothesis.route, ...tagged]);
}

/** How each claim and entity of a model takes part in the lit hypotheses. */
export interface Route {
  claim(id: string): RouteState;
  entity(id: string): RouteState;
  /** Step numbers of the single lit route that arrive at an entity, from 1; empty while two routes are compared. */
  steps(entityId: string): readonly number[];
}

const PLAIN: Route = { claim: () => 'plain', entity: () => 'plain', steps: () => [] };

export function routeOf(model: Model, lit: Lit): Route {
  const [a, b] = lit;
  if (a === undefined) return PLAIN;
  const inA = claimsOfHypothesis(model, a);
  const nearA = touched(model, inA);
  if (b === undefined) {
    const steps = stepsOf(model, a);
    return {
      claim: (id) => (inA.has(id) ? 'onRoute' : 'offRoute'),
      entity: (id) => (nearA.has(id) ? 'onRoute' : 'offRoute'),
      steps: (id) => steps.get(id) ?? [],
    };
  }
  const inB = claimsOfHypothesis(model, b);
  const nearB = touched(model, inB);
  return {
    claim: (id) => compared(inA.has(id), inB.has(id)),
    entity: (id) => compared(nearA.has(id), nearB.has(id)),
    steps: () => [],
  };
}

function compared(inA: boolean, inB: boolean): RouteState {
  if (inA && inB) return 'shared';
  if (inA) return 'onlyA';
  return inB ? 'onlyB' : 'offRoute';
}

function touched(model: Model, claims: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(model.claims.filter((claim) => claims.has(claim.id)).flatMap((claim): string[] => [claim.source, claim.target]));
}

function stepsOf(model: Model, hypothesis: string): ReadonlyMap<string, readonly number[]> {
  const steps = new Map<string, number[]>();
  hypothesisOf(model, hypothesis)?.route.forEach((id, index) => {
    const target = model.claimById.get(id)?.target;
    if (target === undefined) return;
    const arrived = steps.get(target);
    if (arrived) arrived.push(index + 1);
    else steps.set(target, [index + 1]);
  });
  return steps;
}

/** The state of a whole made of parts, such as a process standing for its members. */
export function joined(parts: readonly RouteState[]): RouteState {
  const has = new Set(parts);
  if (has.has('shared') || (has.has('onlyA') && has.has('onlyB'))) return 'shared';
  for (const state of ['onlyA', 'onlyB', 'onRoute', 'offRoute'] as const) if (has.has(state)) return state;
  return 'plain';
}

/**
 * The line ending that says what a claim does. A negative sign is always a bar. Binding that favours its target is a gain;
 * what moves or is made has the hollow double line; the rest is an arrow.
 */
export function endingOf(claim: Pick<Claim, 'effect' | 'sign'>): Ending {
  if (claim.sign === -1) return 'inhibits';
  switch (claim.effect) {
    case 'binds':
      return 'gain';
    case 'expresses':
    case 'translates':
    case 'transcribes':
    case 'trafficks':
    case 'transports':
      return 'moves';
    case 'increases':
    case 'activates':
    case 'phosphorylates':
    case 'dephosphorylates':
    case 'decreases':
    case 'blocks':
    case 'inhibits':
      return 'activates';
  }
}
