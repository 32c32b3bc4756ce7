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
  const steps = model.tours.flatMap((tour) => tour.steps.map((step, index) => ({ tour, step, at: index + 1 })));

  it('are all there, each of lecture length with questions to answer first', () => {
    expect(model.tours).toHaveLength(count);
    for (const tour of model.tours) {
      expect(tour.steps.length, tour.id).toBeGreaterThanOrEqual(8);
      expect(tour.steps.length, tour.id).toBeLessThanOrEqual(14);
      expect(tour.steps.filter(({ predict }) => predict !== undefined).length, tour.id).toBeGreaterThanOrEqual(2);
      expect(minutesBefore(tour, tour.steps.length + 1), tour.id).toBeGreaterThan(12);
    }
  });

  it('show each step as it was written: its view is read without a remark', () => {
    for (const { tour, step } of steps) expect(decode(step.state, model).notices, `${tour.id}.${step.id}`).toEqual([]);
  });

  it('lead every link of their prose to a record, and cite records', () => {
    for (const { tour, step } of steps) {
      const texts = [step.prose, step.predict?.finding ?? ''];
      const links = texts.flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? ''));
      for (const id of links) expect(selectionOf(id, model), `${tour.id}.${step.id}: ${id}`).not.toBeNull();
      expect(step.cites.length, `${tour.id}.${step.id}`).toBeGreaterThan(0);
    }
  });

  it('are short enough for a slide', () => {
    for (const { tour, step } of steps) {
      expect(words(step.title), `${tour.id}.${step.id}`).toBeLessThanOrEqual(12);
      expect(words(step.lead), `${tour.id}.${step.id}`).toBeLessThanOrEqual(22);
    }
  });

  it('name an answer among the choices of each question', () => {
    for (const { step } of steps) {
      if (step.predict !== undefined) expect(step.predict.choices[step.predict.answer], step.id).toBeDefined();
    }
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
