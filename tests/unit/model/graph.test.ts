/** Questions about the network of claims, on a network small enough to answer by hand. */
import { describe, expect, test } from 'vitest';
import {
  claimsBetween,
  compareHypotheses,
  hypothesesOf,
  membersOf,
  neighbours,
  restsOn,
  shortestPaths,
  siblingClaims,
  siblings,
} from '../../../src/model/graph';
import type { ClaimId, EntityId, HypothesisId, ReferenceId } from '../../../src/model/schema';
import { load, modelOf, rawPack, recordAt } from './fixture';
import type { Raw } from './fixture';

const model = modelOf();
const entity = (id: string): EntityId => id as EntityId;
const claim = (id: string): ClaimId => id as ClaimId;
const hypothesis = (id: string): HypothesisId => id as HypothesisId;

/** A model with the fixture's entities and these claims only, written `source>target` with "-|" for a negative sign. */
function network(...claims: readonly string[]): ReturnType<typeof modelOf> {
  const pack = rawPack();
  const pattern = recordAt(pack, 'claims');
  pack['claims'] = claims.map((written): Raw => {
    const [source, target] = written.split(/>|-\|/);
    const sign = written.includes('-|') ? -1 : 1;
    return { ...pattern, id: written.replace(/>|-\|/, '--'), source, target, sign, effect: sign === 1 ? 'increases' : 'decreases' };
  });
  const { model: made } = load(pack);
  if (made === null) throw new Error('no model');
  return made;
}

const path = (made: ReturnType<typeof modelOf>, from: string, to: string, most?: number): string[] =>
  shortestPaths(made, entity(from), entity(to), undefined, most).map(
    ({ claims, sign }) => `${claims.map(({ id }) => id).join(' ')} ${sign}`,
  );

describe('neighbours', () => {
  test('are what a claim leads to, then what leads there', () => {
    expect(neighbours(model, entity('nmdar')).map((each) => `${each.direction} ${each.entity.id}`)).toEqual([
      'out calcium',
      'in glutamate',
      'in blocker',
    ]);
  });

  test('can be asked for by some claims only, and nobody knows the unknown', () => {
    expect(neighbours(model, entity('nmdar'), ({ sign }) => sign === -1).map((each) => each.entity.id)).toEqual(['blocker']);
    expect(neighbours(model, entity('nowhere'))).toEqual([]);
  });
});

test('claims between two entities run either way, those from the first before those from the second', () => {
  const made = network('glutamate>nmdar', 'nmdar-|glutamate', 'nmdar>calcium', 'kinase>kinase');
  expect(claimsBetween(made, entity('nmdar'), entity('glutamate')).map(({ id }) => id)).toEqual(['nmdar--glutamate', 'glutamate--nmdar']);
  expect(claimsBetween(made, entity('kinase'), entity('kinase'))).toHaveLength(1);
  expect(claimsBetween(made, entity('glutamate'), entity('calcium'))).toEqual([]);
});

describe('shortest paths', () => {
  test('follow the direction of claims and multiply their signs', () => {
    expect(path(model, 'blocker', 'kinase')).toEqual(['blocker--nmdar nmdar--calcium calcium--kinase -1']);
    expect(path(model, 'kinase', 'blocker')).toEqual([]);
  });

  test('are all of the same length and in the order of the pack', () => {
    const made = network('glutamate>nmdar', 'glutamate-|blocker', 'nmdar>kinase', 'blocker-|kinase', 'nmdar>calcium', 'calcium>kinase');
    expect(path(made, 'glutamate', 'kinase')).toEqual(['glutamate--nmdar nmdar--kinase 1', 'glutamate--blocker blocker--kinase 1']);
    expect(path(made, 'glutamate', 'kinase', 1)).toEqual(['glutamate--nmdar nmdar--kinase 1']);
  });

  test('end in circles, and lead nowhere from an entity to itself', () => {
    const made = network('glutamate>nmdar', 'nmdar>glutamate', 'nmdar>nmdar', 'nmdar>calcium');
    expect(path(made, 'glutamate', 'calcium')).toEqual(['glutamate--nmdar nmdar--calcium 1']);
    expect(path(made, 'nmdar', 'nmdar')).toEqual([]);
  });

  test('walk only the claims that pass', () => {
    const made = network('glutamate>kinase', 'glutamate>nmdar', 'nmdar>kinase');
    const around = shortestPaths(made, entity('glutamate'), entity('kinase'), ({ id }) => id !== claim('glutamate--kinase'));
    expect(around.map(({ claims }) => claims.length)).toEqual([2]);
  });
});

describe('hypotheses', () => {
  test('have the claims tagged with them and those of their route', () => {
    const { claims, entities } = membersOf(model, hypothesis('direct'));
    expect([...claims]).toEqual(['nmdar--calcium', 'calcium--kinase', 'blocker--nmdar']);
    expect([...entities].toSorted()).toEqual(['blocker', 'calcium', 'kinase', 'nmdar']);
    const pack = rawPack();
    Object.assign(recordAt(pack, 'hypotheses', 1), { route: ['glutamate--nmdar'] });
    expect([...membersOf(modelOf(pack), hypothesis('indirect')).claims]).toEqual(['glutamate--nmdar', 'calcium--kinase']);
  });

  test('are compared claim by claim', () => {
    expect(compareHypotheses(model, hypothesis('direct'), hypothesis('indirect'))).toEqual({
      shared: ['calcium--kinase'],
      onlyA: ['nmdar--calcium', 'blocker--nmdar'],
      onlyB: [],
    });
  });

  test('of an entity are those that count it among their members', () => {
    expect(hypothesesOf(model, entity('kinase')).map(({ id }) => id)).toEqual(['direct', 'indirect']);
    expect(hypothesesOf(model, entity('glutamate'))).toEqual([]);
  });
});

test('everything that rests on a paper, claims it contradicts among them', () => {
  const found = restsOn(model, 'against2001' as ReferenceId);
  expect(found.claims.map(({ id }) => id)).toEqual(['blocker--nmdar']);
  expect([...found.entities]).toEqual(['blocker', 'nmdar']);
  expect(Object.fromEntries(found.others)).toEqual({ hypotheses: ['direct'], regionFindings: ['R2'], statements: ['a'] });
  expect(restsOn(model, 'nowhere' as ReferenceId).claims).toEqual([]);
});

test('siblings share a compartment and a level; sibling claims a source', () => {
  expect(siblings(model, entity('kinase')).map(({ id }) => id)).toEqual(['calcium', 'kinase']);
  expect(siblings(model, entity('nowhere'))).toEqual([]);
  const made = network('nmdar>calcium', 'glutamate>nmdar', 'nmdar>kinase');
  expect(siblingClaims(made, claim('nmdar--kinase')).map(({ id }) => id)).toEqual(['nmdar--calcium', 'nmdar--kinase']);
  expect(siblingClaims(made, claim('nowhere'))).toEqual([]);
});
