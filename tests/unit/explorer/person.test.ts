/** The person level as data, on the flagship pack: what is shown, what choices may change, and where every number comes from. */
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/describe/messages';
import { person } from '../../../src/describe/messages/en/person';
import { markLabel } from '../../../src/describe/person';
import { levelsOf } from '../../../src/explorer/levels';
import {
  emphasisOf,
  illustrated,
  illustrationOf,
  illustrationPoints,
  isChosen,
  marksOf,
  measuredAt,
  outcomesOf,
  outcomeView,
  populationsOf,
  type Mark,
} from '../../../src/explorer/person';
import { moodChain } from '../../../src/explorer/person-chain';
import { measuredLevels } from '../../../src/explorer/person-drug';
import { markerFamilies } from '../../../src/explorer/person-inflammation';
import { ARMS } from '../../../src/explorer/places';
import { decode } from '../../../src/explorer/url';
import { DEFAULT_SCENARIO } from '../../../src/science/pharmacokinetics/scenario';
import { flagship, packNamed } from './flagship';

const model = flagship();
const ltp = packNamed('ltp');
const all = outcomesOf(model).flatMap((outcome) => marksOf(outcomeView(model, outcome)));

function mark(id: string): Mark {
  const found = all.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no mark ${id}`);
  return found;
}

const DAY = 86_400;
const at = (seconds: number): { readonly basis: 'afterDose'; readonly seconds: number } => ({ basis: 'afterDose', seconds });

/** Every number that stands in a value, also inside words. */
function numbersIn(value: unknown): Set<number> {
  const text = JSON.stringify(value) ?? '';
  return new Set((text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
}

describe('the effects of the pack', () => {
  it('can all be read, and every curve with results has some', () => {
    for (const outcome of outcomesOf(model)) expect(outcomeView(model, outcome)).toMatchObject({ outcome, unread: 0 });
    const without = model.responseCurves.filter((curve) => curve.basis !== 'illustration' && (curve.effects ?? []).length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('hold no number that their record does not hold', () => {
    for (const { curve, effect, id } of all) {
      const { points, note, design, title } = curve;
      const held = numbersIn({ points, note, design, title });
      const told = [effect.value, effect.error, effect.people, ...(effect.interval ?? []), ...(effect.arms ?? [])];
      const strange = told.filter((number) => number !== undefined && !held.has(Math.abs(number)));
      expect([id, ...strange]).toEqual([id]);
    }
  });

  it('keep the trials that found no difference among the others', () => {
    const failed = (outcome: 'depression' | 'ptsd'): string[] =>
      marksOf(outcomeView(model, outcome))
        .filter((item) => item.failed)
        .map(({ curve }) => curve.id);
    expect(failed('depression')).toEqual(expect.arrayContaining(['lii2023', 'karmadep2', 'japan2b', 'transform3', 'kishimoto2016_meta']));
    expect(failed('ptsd')).toEqual(expect.arrayContaining(['abdallah2022_PTSD', 'ptsd_meta2024']));
    // An interval that holds no difference never counts as separated.
    const wrong = all.filter(
      ({ low, high, effect }) => low !== null && high !== null && effect.separated === true && low <= (effect.measure === 'odds' ? 1 : 0),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('turn so that up is better, and never make a difference where none was published', () => {
    expect(mark('kishimoto2016_meta.1')).toMatchObject({ up: 1, low: 0.73, high: 1.28, basis: 'pooled' });
    expect(mark('karmadep2.0')).toMatchObject({ up: 3.16, low: -2.22, high: 8.54, failed: true });
    expect(mark('japan2b.1')).toMatchObject({ up: -0.8, derived: 'arms' });
    expect(mark('placebo2024.0')).toMatchObject({ up: null, derived: null });
    expect(mark('bp_iv.0').up).toBe(7.4);
  });
});

describe('what the reader chooses', () => {
  it('never changes which marks there are, and never makes a failed trial lighter', () => {
    for (const outcome of outcomesOf(model)) {
      const view = outcomeView(model, outcome);
      for (const arm of ARMS)
        for (const population of ['all', ...populationsOf(view)]) {
          const choice = { arm, population };
          expect(marksOf(outcomeView(model, outcome))).toEqual(marksOf(view));
          const lighter = marksOf(view).filter((item) => item.failed && emphasisOf(item, choice) !== 'full');
          expect(lighter.map(({ id }) => id)).toEqual([]);
        }
    }
  });

  it('brings forward the trials with that control, pooled ones under each of theirs', () => {
    const saline = { arm: 'saline', population: 'all' } as const;
    expect(emphasisOf(mark('zarate2006.1'), saline)).toBe('full');
    expect(emphasisOf(mark('murrough2013.0'), saline)).toBe('rest');
    expect(isChosen(mark('kishimoto2016_meta.1'), saline)).toBe(true);
    expect(isChosen(mark('kishimoto2016_meta.1'), { arm: 'midazolam', population: 'all' })).toBe(true);
  });
});

describe('at a moment', () => {
  it('says what was measured then, over spans too, and nothing on the other clock', () => {
    expect(measuredAt(mark('kishimoto2016_meta.1'), at(DAY))).toBe(true);
    expect(measuredAt(mark('kishimoto2016_meta.1'), at(DAY * 1.5))).toBe(false);
    expect(measuredAt(mark('lii2023.0'), at(DAY * 2.6))).toBe(true);
    expect(measuredAt(mark('kishimoto2016_meta.1'), { basis: 'afterSpike', seconds: 1 })).toBe(false);
  });

  it('reads the drawn curve between its points only', () => {
    const curve = illustrationOf(model);
    if (curve === null) throw new Error('no drawn curve');
    const points = illustrationPoints(curve);
    expect(illustrated(points, DAY)).toBe(1);
    expect(illustrated(points, 1.5 * DAY)).toBeGreaterThan(0.9);
    expect(illustrated(points, 27 * DAY)).toBeNull();
  });
});

describe('levels in blood', () => {
  it('show only what was measured: a consensus of models is no measurement', () => {
    const ids = measuredLevels(model, DEFAULT_SCENARIO, null).map(({ target }) => target.id as string);
    expect(ids).toContain('iv05_40_cmax');
    expect(ids).not.toContain('iv05_40_80min');
    expect(ids).not.toContain('iv05_40_230min');
    expect(measuredLevels(model, { ...DEFAULT_SCENARIO, amount: 0.7 }, null)).toEqual([]);
  });
});

describe('beside the curves', () => {
  it('links the chain end to end, claim by claim, and has none where a pack has no such stations', () => {
    const chain = moodChain(model);
    expect(chain.map(({ from }) => from.id).slice(1)).toEqual(chain.map(({ to }) => to.id).slice(0, -1));
    expect(chain.filter(({ station }) => station).map(({ to }) => to.id)).toEqual(['bdnf', 'spine_density', 'depressive_symptoms']);
    expect(moodChain(ltp)).toEqual([]);
  });

  it('takes the figures of the safety strip from their facts', () => {
    const figures = model.safety.filter(({ figure }) => figure !== undefined);
    expect(figures).toHaveLength(5);
    for (const { figure, fact, id } of figures) {
      const held = numbersIn(`${fact} ${fact.includes('two hours') ? '2' : ''}`);
      expect([id, ...[...numbersIn(figure)].filter((number) => !held.has(number))]).toEqual([id]);
    }
  });

  it('sets studies of one marker that disagree side by side', () => {
    const il6 = markerFamilies(model).find(({ family }) => family === 'IL-6');
    expect(new Set(il6?.studies.map(({ change }) => change.trend))).toEqual(new Set(['up', 'down']));
    const shown = new Set(markerFamilies(model).flatMap(({ studies }) => studies.map(({ finding }) => finding.id)));
    expect(shown.size).toBe(model.inflammation.length);
  });

  it('says of each result its size, interval, people, control, basis and source', () => {
    const label = markLabel(mark('lii2023.0'), model, person, messagesFor('en'));
    for (const part of ['5.82 points better', '\u22121.64 to 13.3', '40 people', 'anaesthesia', 'did not separate', 'measured', 'Lii'])
      expect(label).toContain(part);
  });

  it('is absent from a pack without such records', () => {
    expect(levelsOf(model)).toContain('person');
    expect(levelsOf(ltp)).not.toContain('person');
  });
});

describe('a group of people in a link', () => {
  it('is kept where a result of the outcome is of it, and gives way to everybody, said, where none is', () => {
    const groupsOf = (outcome: 'depression' | 'pain'): readonly string[] => populationsOf(outcomeView(model, outcome));
    const [own = ''] = groupsOf('pain');
    const foreign = groupsOf('depression').find((group) => !groupsOf('pain').includes(group)) ?? '';
    expect(foreign).not.toBe('');
    const kept = decode(`v=1&level=person&out=pain&pop=${own}`, model);
    expect([kept.state.places.population, kept.notices]).toEqual([own, []]);
    const told = decode(`v=1&level=person&out=pain&pop=${foreign}`, model);
    expect(told.state.places.population).toBe('all');
    expect(told.notices).toEqual([{ kind: 'unknown', field: 'place', value: foreign, kept: 'all' }]);
  });
});
