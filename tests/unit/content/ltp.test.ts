/** The second pack: it loads without a complaint, holds together, says what was read, and nothing in it is about a dose. */
import { describe, expect, it } from 'vitest';
import { whenWords } from '../../../src/describe/duration';
import { messagesFor } from '../../../src/describe/messages';
import { sceneSummary } from '../../../src/describe/summary';
import { start } from '../../../src/explorer/defaults';
import { levelsOf } from '../../../src/explorer/levels';
import { sceneOf } from '../../../src/explorer/scene-of';
import { strengthOf } from '../../../src/explorer/strength-of';
import { checkLayout } from '../../../src/lab/layout/check';
import { readPack } from '../../../src/lab/read-pack';
import type { Model } from '../../../src/model/model';
import { PackManifest } from '../../../src/model/schema';
import { flagship } from './survey';

const FILE = 'src/content/ltp/pack.json';
const loaded = readPack(FILE);
const messages = messagesFor('en');

function pack(): Model {
  if (loaded.model === null) throw new Error(`the pack does not load: ${JSON.stringify(loaded.issues.slice(0, 3))}`);
  return loaded.model;
}

const model = pack();
const claimOf = new Map(model.claims.map((claim) => [claim.id as string, claim]));

describe('the pack on long-term potentiation', () => {
  it('loads with neither errors nor warnings', () => {
    expect(loaded.issues).toEqual([]);
    expect(levelsOf(model)).toEqual(['cell', 'synapse']);
  });

  it('draws every entity and every claim by the rules of the authored map', () => {
    const [layout] = model.layouts;
    if (layout === undefined) throw new Error('no layout');
    expect(checkLayout(layout, { entities: [...model.entities], claims: [...model.claims] }).faults).toEqual([]);
    expect(layout.nodes.map((node) => node.entity as string).sort()).toEqual(model.entities.map((entity) => entity.id as string).sort());
    expect(layout.edges).toHaveLength(model.claims.length);
  });

  it('shows every event on a level that has a drawing', () => {
    expect(model.events.filter((event) => !levelsOf(model).includes(event.level))).toEqual([]);
    expect(new Set(model.events.map((event) => event.basis))).toEqual(new Set(['afterSpike', 'afterDose']));
  });
});

describe('its rival explanations', () => {
  it.each(model.hypotheses.map((hypothesis) => [hypothesis.id as string, hypothesis] as const))(
    '%s has a connected route of its own claims, support, contradiction and predictions',
    (id, hypothesis) => {
      const touched = new Set<string>();
      const apart = hypothesis.route.filter((step, index) => {
        const claim = claimOf.get(step);
        if (claim === undefined || !(claim.hypotheses.length === 0 || claim.hypotheses.some((each) => each === id))) return true;
        const reached = index === 0 || touched.has(claim.source) || touched.has(claim.target);
        touched.add(claim.source).add(claim.target);
        return !reached;
      });
      expect(apart).toEqual([]);
      expect(hypothesis.route.length).toBeGreaterThanOrEqual(3);
      expect(hypothesis.supporting.length).toBeGreaterThanOrEqual(2);
      expect(hypothesis.contradicting.length).toBeGreaterThanOrEqual(2);
      expect(hypothesis.predictions.length).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(['pkmz--late_ltp', 'camkii_nmdar--late_ltp', 'release--ltp', 'glua1_p--ampar'])('the disputed claim %s is contested', (id) => {
    const claim = claimOf.get(id);
    if (claim === undefined) throw new Error(`no claim ${id}`);
    expect(claim.evidence.some((piece) => piece.stance === 'contradicts')).toBe(true);
    expect(strengthOf(model, claim)).toBe('contested');
  });
});

describe('its papers', () => {
  it('are all used', () => {
    const used = new Set<string>([
      ...model.claims.flatMap((claim) => claim.evidence.map((piece) => piece.reference)),
      ...model.hypotheses.flatMap((each) => [...each.supporting, ...each.contradicting].map((piece) => piece.reference)),
      ...[...model.events, ...model.parameters, ...model.gates, ...model.schemes].flatMap((record) => record.references),
      ...model.experiments.map((experiment) => experiment.reference),
    ]);
    expect(model.references.filter((reference) => !used.has(reference.id))).toEqual([]);
  });

  it('were read in public text, all but two, and say how', () => {
    const unchecked = model.references.filter((reference) => reference.check === 'unchecked').map((reference) => reference.id as string);
    expect(unchecked.sort()).toEqual(['hayashi2000', 'murakoshi2017']);
    expect(model.references.length).toBeGreaterThanOrEqual(25);
    const silent = model.references.filter(
      ({ doi, doiCheck, checkNote }) => checkNote === undefined || (doi === undefined) !== (doiCheck === undefined),
    );
    expect(silent).toEqual([]);
    // A DOI that was recalled is said to be so, and never becomes a link.
    const recalled = model.references.filter(({ checkNote }) => /DOI (is|are) recalled/.test(checkNote ?? ''));
    expect(recalled.length).toBeGreaterThan(5);
    expect(recalled.filter(({ doiCheck }) => doiCheck !== 'unchecked')).toEqual([]);
  });

  it('that were not read give no checked finding', () => {
    const pieces = model.claims.flatMap((claim) => claim.evidence);
    expect(pieces.filter((piece) => piece.reference === 'hayashi2000').map((piece) => piece.check)).toEqual(['unchecked']);
    const event = model.events.find((each) => each.references.some((id) => id === 'sabatini2002'));
    expect(event?.timesCheck).toBe('unchecked');
  });
});

describe('its words', () => {
  it('count from the tetanus, while the flagship counts from the dose', () => {
    const when = { basis: 'afterDose', seconds: 2_400 } as const;
    expect(whenWords(when, messages, model.manifest.clocks)).toBe('40 minutes after the tetanus');
    expect(whenWords(when, messages, flagship().manifest.clocks)).toBe('40 minutes after the dose');
    expect(whenWords({ basis: 'afterSpike', seconds: 0.005 }, messages, model.manifest.clocks)).toBe('5 milliseconds after one spike');
  });

  it('name neither a dose nor the flagship drug in the description of the first screen', () => {
    const state = start(model);
    const scene = sceneOf(state, model);
    if (!scene) throw new Error('no scene');
    const summary = sceneSummary(scene, state, model, messages);
    expect(summary).toContain('after the tetanus');
    expect(summary).not.toMatch(/dose|ketamine/i);
    expect(JSON.stringify([model.entities, model.claims, model.hypotheses, model.events])).not.toMatch(/ketamine/i);
  });

  it('of an unknown clock are refused', () => {
    const { clocks, ...rest } = model.manifest;
    expect(PackManifest.safeParse({ ...rest, clocks }).success).toBe(true);
    expect(PackManifest.safeParse({ ...rest, clocks: { afterLunch: 'after lunch' } }).success).toBe(false);
    expect(PackManifest.safeParse({ ...rest, clocks: { afterDose: '' } }).success).toBe(false);
  });
});
