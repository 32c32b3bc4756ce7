/** What every step of a story must hold beyond the schema: a list of breaches, empty for sound stories. */
import { decode } from '../../../src/explorer/url';
import { plainProse, selectionOf } from '../../../src/explorer/story';
import type { Model } from '../../../src/model/model';
import { listNames } from '../../../src/model/rules/draft';
import type { ReferenceId, Tour, TourStep } from '../../../src/model/schema';

interface Told {
  readonly model: Model;
  readonly tour: Tour;
  readonly step: TourStep;
}

const LINK = /\]\(([^)]+)\)/g;
/** A number as it is written in a text, not part of a name such as GluN2A, p70S6K or interleukin-6. */
const NUMBER = /(?<![\w{(-]|\p{L})\d[\d,]*(?:\.\d+)?(?!\w)/gu;
const words = (text: string): number => text.trim().split(/\s+/).length;

/** Texts of a step that say something of the world or of the model; notes speak to the lecturer. */
function factsOf({ step }: Told): string {
  const { lead, prose, figure, predict } = step;
  return [lead, prose, figure?.value, figure?.caption, predict?.question, predict?.finding, predict?.model]
    .filter((text) => text !== undefined)
    .join('\n');
}

function linksOf({ step }: Told): readonly string[] {
  return [step.prose, step.predict?.finding ?? ''].flatMap((text) => [...text.matchAll(LINK)].map((match) => match[1] ?? ''));
}

/** Every record that a step cites, shows or links to, with what the pack says through the papers among them. */
function groundOf(told: Told): string {
  const { model, step } = told;
  const ids = new Set<string>([
    ...linksOf(told),
    ...step.cites,
    ...step.records,
    ...(step.predict?.cites ?? []),
    ...(step.figure === undefined ? [] : [step.figure.record]),
  ]);
  const spoken = listNames.filter((list) => list !== 'tours' && list !== 'references');
  const records = spoken.flatMap((list) => model[list] as readonly { readonly id: string }[]);
  const papers = new Set([...ids].flatMap((id) => model.restingOn.get(id as ReferenceId) ?? []).map(({ id }) => id));
  return JSON.stringify(records.filter(({ id }) => ids.has(id) || papers.has(id)));
}

const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

/** Numbers of a text that none of some numbers rounds to, as they stand or as a percentage. */
function ungrounded(text: string, ground: readonly number[]): readonly string[] {
  return [...plainProse(text).matchAll(NUMBER)].flatMap(([written]) => {
    const plain = written.replaceAll(',', '');
    const decimals = plain.split('.')[1]?.length ?? 0;
    const is = (value: number): boolean => value.toFixed(decimals) === Number(plain).toFixed(decimals);
    return ground.some((value) => is(value) || is(value * 100)) ? [] : [written];
  });
}

/** What the record of a computed number says in digits: the number, its conditions, its name. */
function computedGround({ computed = [] }: TourStep): readonly number[] {
  return computed.flatMap(({ value, name, with: given }) => [
    value,
    ...numbersIn(name),
    ...Object.values(given).flatMap((each) => numbersIn(String(each))),
  ]);
}

const RULES: Readonly<Record<string, (told: Told) => boolean>> = {
  'the view is read with a remark': ({ model, step }) => decode(step.state, model).notices.length > 0,
  'the view does not show the step’s words': ({ model, step }) => decode(step.state, model).state.mode !== 'explore',
  'a link leads nowhere': (told) => linksOf(told).some((id) => selectionOf(id, told.model) === null),
  'a line of the slide is too long': ({ step }) => words(step.title) > 12 || words(step.lead) > 22,
  'the title is a question or shouts': ({ step }) => /[?!]/.test(step.title),
  'a text has marks that nothing draws': (told) => /[*_]\w[^*_]*\w[*_]|\{/.test(plainProse(`${factsOf(told)}\n${told.step.notes}`)),
  'the answer is none of the choices': ({ step: { predict } }) => predict !== undefined && predict.choices[predict.answer] === undefined,
  'the number on the slide is a parameter’s but typed by hand': ({ model, step: { figure, computed = [] } }) =>
    figure !== undefined &&
    model.parameters.some(({ id }: { readonly id: string }) => id === figure.record) &&
    !computed.some(({ with: given }) => given['id'] === figure.record),
  'a number of the model is typed by hand': ({ step }) => ungrounded(step.predict?.model ?? '', computedGround(step)).length > 0,
  'a number stands in no record that the step rests on': (told) =>
    ungrounded(factsOf(told), [...numbersIn(groundOf(told)), ...computedGround(told.step)]).length > 0,
};

/** `story.step: what is wrong`, one line a breach. */
export function breaches(model: Model): readonly string[] {
  return model.tours.flatMap((tour) =>
    tour.steps.flatMap((step) =>
      Object.entries(RULES).flatMap(([says, broken]) => (broken({ model, tour, step }) ? [`${tour.id}.${step.id}: ${says}`] : [])),
    ),
  );
}
