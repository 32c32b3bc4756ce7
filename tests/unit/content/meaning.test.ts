/** What was added by hand holds together: stances, counter-evidence, routes, events, words. */
import { describe, expect, it } from 'vitest';
import type { Claim, Evidence } from '../../../src/model/schema';
import { flagship, survey } from './survey';

const model = flagship();

function claim(id: string): Claim {
  const found = model.claims.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
}

function stance(id: string, reference: string): Evidence['stance'] | undefined {
  return claim(id).evidence.find((piece) => piece.reference === reference)?.stance;
}

describe('stances', () => {
  it.each([
    ['ketamine--nmdar_pv', 'pozzi2014', 'contradicts'],
    ['ketamine--mor', 'zhangHashimoto2019', 'contradicts'],
    ['hnk--nmdar_spont', 'lumsden2019', 'contradicts'],
    ['hnk--nmdar_spont', 'suzuki2017', 'supports'],
    ['gsk3b--affect_state', 'maXC2013', 'contradicts'],
    ['ketamine--nmdar_ex', 'gerhard2020', 'contradicts'],
    ['spine_density--affect_state', 'holmes2022', 'contradicts'],
    ['affect_state--depressive_symptoms', 'lii2023', 'contradicts'],
    ['ketamine--nmdar_syn', 'zhangY2021', 'supports'],
  ] as const)('%s: %s %s it', (id, reference, expected) => {
    expect(stance(id, reference)).toBe(expected);
  });

  it('shows at least twenty pieces of counter-evidence on arrows that the surveys kept elsewhere', () => {
    const known = new Set(survey.evidence);
    const added = model.claims.flatMap((each) =>
      each.evidence.filter((piece) => piece.stance === 'contradicts' && !known.has(`${each.id} ${piece.reference}`)),
    );
    expect(added.length).toBeGreaterThanOrEqual(20);
  });

  it('gives every hypothesis arguments on both sides', () => {
    for (const hypothesis of model.hypotheses) {
      expect(hypothesis.contradicting.length).toBeGreaterThan(1);
      expect(hypothesis.supporting.length).toBeGreaterThan(1);
    }
  });

  it('marks what a review reports as a review', () => {
    const reviews = new Set(model.references.filter((reference) => reference.kind === 'review').map((reference) => reference.id));
    const unmarked = model.claims.flatMap((each) =>
      each.evidence
        .filter((piece) => reviews.has(piece.reference) && !['review', 'clinical'].includes(piece.preparation))
        .map(() => each.id),
    );
    expect(unmarked).toEqual([]);
  });

  it('never calls evidence checked when its paper is not', () => {
    const unread = new Set(model.references.filter((reference) => reference.check === 'unchecked').map((reference) => reference.id));
    const wrong = model.claims.filter((each) => each.evidence.some((piece) => piece.check === 'checked' && unread.has(piece.reference)));
    expect(wrong.map((each) => each.id)).toEqual([]);
  });

  it('marks claims that stand on a relative of their source', () => {
    const marked = model.claims.filter((each) => each.extrapolated === true);
    expect(marked.map((each) => each.id)).toContain('s_ketamine--nmdar_lhb');
    expect(marked.every((each) => each.evidence.every((piece) => /extrapolated/i.test(piece.finding)))).toBe(true);
  });
});

describe('routes', () => {
  it.each(model.hypotheses.map((hypothesis) => [hypothesis.id, hypothesis] as const))('%s is a chain of core claims', (_, hypothesis) => {
    const steps = hypothesis.route.map((id) => claim(id));
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(9);
    expect(steps[0]?.source).toBe('ketamine');
    expect(steps.every((step) => step.tier === 'core')).toBe(true);
    expect(steps.slice(1).map((step) => step.source)).toEqual(steps.slice(0, -1).map((step) => step.target));
    expect(hypothesis.route.filter((id) => hypothesis.mutesInStrictMode.includes(id))).toEqual([]);
  });

  it('holds at least one claim that belongs to its hypothesis alone', () => {
    for (const hypothesis of model.hypotheses) {
      const own = hypothesis.route.filter((id) => claim(id).hypotheses.includes(hypothesis.id));
      expect(own.length).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('words', () => {
  it('gives every entity a short name that fits the map and no two on the cell level the same', () => {
    const cell = model.entities.filter((entity) => entity.level === 'cell');
    expect(model.entities.filter((entity) => entity.short.length > 16).map((entity) => entity.short)).toEqual([]);
    expect(new Set(cell.map((entity) => entity.short)).size).toBe(cell.length);
    expect(cell.length).toBeGreaterThanOrEqual(70);
  });

  it('finds molecules by gene symbol and trade name', () => {
    const named = (word: string): string[] =>
      model.entities.filter((entity) => entity.synonyms.includes(word)).map((entity): string => entity.id);
    expect(named('Ketalar')).toEqual(['ketamine']);
    expect(named('Spravato')).toEqual(['s_ketamine']);
    expect(named('GRIN2B')).toEqual(['glun2b']);
    expect(named('NTRK2')).toEqual(['trkb']);
  });

  it('says what "up" means where the sign is ambiguous, and that the affect state is latent', () => {
    for (const id of ['eef2', 'e4bp', 'gsk3b', 'hdac5', 'mecp2_p']) {
      expect(model.entities.find((entity) => entity.id === id)?.signMeans).toBeDefined();
    }
    expect(model.entities.filter((entity) => entity.latent === true).map((entity) => entity.id)).toEqual(['affect_state']);
  });

  it('opens with a claim of at most twelve words that has the lit hypothesis behind it', () => {
    const { headline, intro, lit, level } = model.manifest.start;
    expect(headline.split(' ').length).toBeLessThanOrEqual(12);
    expect(intro.match(/\.(\s|$)/g)?.length).toBeLessThanOrEqual(4);
    expect(level).toBe('cell');
    expect(lit.every((id) => model.hypothesisById.has(id))).toBe(true);
    expect(model.manifest.limits.length).toBeGreaterThan(5);
  });

  it('prints no plain-ASCII units or Greek in findings', () => {
    const prose = [
      ...model.claims.flatMap((each) => each.evidence.flatMap((piece) => [piece.finding, piece.dose ?? ''])),
      ...model.hypotheses.flatMap((each) => [each.statement, ...each.predictions, ...each.contradicting.map((one) => one.finding)]),
      ...model.statements.flatMap((each) => [each.verdict, each.leavesOut]),
    ];
    expect(prose.filter((text) => /\bu[MgL]\b|GSK-3beta|TGF-beta|PLC-gamma|mu-opioid|\balpha5\b/.test(text))).toEqual([]);
  });
});

describe('events', () => {
  const timed = model.events.filter((event) =>
    [event.onset, event.peakStart, event.peakEnd, event.end].some((moment) => moment.seconds !== null),
  );

  it('keeps the words of the source beside every second', () => {
    const surge = model.events.find((event) => event.id === 'tc04');
    expect(surge?.onset).toEqual({ seconds: 1200, words: '20 min' });
    expect(surge?.peakStart).toEqual({ seconds: 1800, words: '30-60 min' });
    expect(surge?.peakEnd).toEqual({ seconds: 3600, words: '30-60 min' });
    expect(surge?.end).toEqual({ seconds: 7200, words: 'returns by about 100-120 min' });
  });

  it('has events after a spike within a second and events after a dose within four weeks', () => {
    for (const event of timed) {
      const limit = event.basis === 'afterSpike' ? 1 : 28 * 86_400;
      for (const moment of [event.onset, event.peakStart, event.peakEnd, event.end]) expect(moment.seconds ?? 0).toBeLessThanOrEqual(limit);
    }
    expect(timed.filter((event) => event.basis === 'afterSpike').length).toBeGreaterThanOrEqual(4);
  });

  it('gives no place on the clock of a dose to what counts from something else', () => {
    const outside = model.events.filter((event) => !timed.includes(event)).map((event): string => event.id);
    expect(outside).toEqual(['tc26', 'tc29', 'tc30']);
    expect(model.events.filter((event) => outside.includes(event.id)).every((event) => /count from/.test(event.note ?? ''))).toBe(true);
  });

  it('has short labels and leads to claims and papers', () => {
    for (const event of model.events) {
      expect(event.short.length).toBeLessThanOrEqual(24);
      expect(event.references.length).toBeGreaterThan(0);
    }
  });
});
