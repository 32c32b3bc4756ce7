import { describe, expect, it } from 'vitest';
import { LINK_BASELINE, start } from '../../../src/explorer/defaults';
import { reduce } from '../../../src/explorer/actions';
import { isAtStep, minutesBefore, paragraphsOf, plainProse, selectionOf, stepView, toldStep } from '../../../src/explorer/story';
import { decode, encode } from '../../../src/explorer/url';
import type { Model } from '../../../src/model/model';
import { packNamed } from './flagship';

const flagship = packNamed('ketamine');
const ltp = packNamed('ltp');

const words = (text: string): number => text.trim().split(/\s+/).length;

describe.each([
  ['ketamine', flagship, 4],
  ['ltp', ltp, 1],
] as const)('the stories of %s', (_, model: Model, count) => {
  const steps = model.tours.flatMap((tour) =>
    tour.steps.map((step, index) => ({ name: `${tour.id}.${step.id}`, tour, step, at: index + 1 })),
  );
  /** Names of the steps that break a rule. */
  const breaking = (rule: (each: (typeof steps)[number]) => boolean): readonly string[] => steps.filter(rule).map(({ name }) => name);

  it('are all there', () => {
    expect(model.tours).toHaveLength(count);
  });

  it.each(model.tours.map((tour) => [tour.id, tour] as const))('%s is of lecture length, with questions to answer first', (__, tour) => {
    expect(tour.steps.length).toBeGreaterThanOrEqual(8);
    expect(tour.steps.length).toBeLessThanOrEqual(14);
    expect(tour.steps.filter(({ predict }) => predict !== undefined).length).toBeGreaterThanOrEqual(2);
    expect(minutesBefore(tour, tour.steps.length + 1)).toBeGreaterThan(12);
  });

  it('show each step as it was written: its view is read without a remark', () => {
    expect(breaking(({ step }) => decode(step.state, model).notices.length > 0)).toEqual([]);
  });

  it('lead every link of their prose to a record, and cite records', () => {
    const linksOf = ({ step }: (typeof steps)[number]): readonly string[] =>
      [step.prose, step.predict?.finding ?? ''].flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? ''));
    expect(breaking((each) => linksOf(each).some((id) => selectionOf(id, model) === null))).toEqual([]);
    expect(breaking(({ step }) => step.cites.length === 0)).toEqual([]);
  });

  it('are short enough for a slide', () => {
    expect(breaking(({ step }) => words(step.title) > 12 || words(step.lead) > 22)).toEqual([]);
  });

  it('name an answer among the choices of each question', () => {
    expect(breaking(({ step: { predict } }) => predict !== undefined && predict.choices[predict.answer] === undefined)).toEqual([]);
  });

  it('have a link for each step that comes back as the same step and view', () => {
    const state = { ...start(model), pack: model.manifest.id };
    for (const { tour, at } of steps) {
      const view = stepView(state, model, { id: tour.id, step: at });
      const again = decode(encode(view), model).state;
      expect(again).toEqual(view);
      expect(toldStep(again, model)?.step.id).toBe(tour.steps[at - 1]?.id);
      expect(isAtStep(again, model)).toBe(true);
    }
  });
});

describe('going through a story', () => {
  const tour = flagship.tours[0];
  if (tour === undefined) throw new Error('the flagship has stories');
  const first = stepView(start(flagship), flagship, { id: tour.id, step: 1 });

  it('keeps theme, language and quality of the reader', () => {
    const mine = { ...LINK_BASELINE, theme: 'lecture', tier: 'low', locale: 'qps-long', present: true } as const;
    expect(stepView(mine, flagship, { id: tour.id, step: 2 })).toMatchObject({
      theme: 'lecture',
      tier: 'low',
      locale: 'qps-long',
      present: true,
    });
  });

  it('knows when the reader has changed the view, and keeps the story', () => {
    const strayed = reduce(first, { type: 'setWhen', when: { basis: 'afterDose', seconds: 60 } }, flagship);
    expect(isAtStep(strayed, flagship)).toBe(false);
    expect(strayed.story).toEqual({ id: tour.id, step: 1 });
  });

  it('leaves the view as it is when the story is left', () => {
    expect(reduce(first, { type: 'tellStory', story: null }, flagship)).toEqual({ ...first, story: null });
  });

  it('holds a step beyond the end at the last one and says nothing of a story the pack does not have', () => {
    expect(reduce(first, { type: 'tellStory', story: { id: tour.id, step: 99 } }, flagship).story?.step).toBe(tour.steps.length);
    expect(reduce(first, { type: 'tellStory', story: { id: 'nowhere', step: 1 } }, flagship).story).toBeNull();
    expect(decode('v=1&story=nowhere.3', flagship).notices.map(({ field }) => field)).toEqual(['story']);
  });

  it('cuts prose into words and links, and can say it without them', () => {
    const prose = 'The [gate](nmdar_syn) opens.\n\nA [dead link](nowhere) is words.';
    expect(paragraphsOf(prose, flagship)).toEqual([
      [
        { text: 'The ', selection: null },
        { text: 'gate', selection: { kind: 'entity', id: 'nmdar_syn' } },
        { text: ' opens.', selection: null },
      ],
      [
        { text: 'A ', selection: null },
        { text: 'dead link', selection: null },
        { text: ' is words.', selection: null },
      ],
    ]);
    expect(plainProse(prose)).toBe('The gate opens.\n\nA dead link is words.');
  });
});
