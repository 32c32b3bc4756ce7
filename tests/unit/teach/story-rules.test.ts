/** Every story keeps the rules, and each rule finds the fault that it is for. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/model/load';
import type { PackFile } from '../../../src/model/model';
import { breaches } from './story-rules';

type Json = Record<string, unknown>;

function filesOf(pack: string): readonly PackFile[] {
  const folder = join(import.meta.dirname, '../../../src/content', pack);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }));
}

/** What loading and the rules of stories find in a pack whose first story's first step was edited. */
function found(edit: (step: Json) => void): readonly string[] {
  const files = structuredClone(filesOf('ltp'));
  const part = files.find(({ name }) => name === 'tours.json')?.json as { tours: { steps: Json[] }[] } | undefined;
  const step = part?.tours[0]?.steps[0];
  if (step === undefined) throw new Error('the pack has a story');
  edit(step);
  const { model, issues } = loadPack(files);
  if (model === null) throw new Error('one slip in a story must not cost the pack');
  return [...issues.map(({ rule, path }) => `${rule} ${path}`), ...breaches(model)];
}

describe.each(['ketamine', 'ltp'])('the stories of %s', (pack) => {
  it('load without an issue and keep every rule', () => {
    const { model, issues } = loadPack(filesOf(pack));
    expect(issues).toEqual([]);
    expect(model === null ? null : breaches(model)).toEqual([]);
  });
});

describe('a slip in a step', () => {
  const first = 'one-tetanus.one-second';

  it.each<readonly [string, (step: Json) => void, readonly string[]]>([
    ['a view that cannot be read', (step) => (step['state'] = 'v=1&pack=ltp&level=cloud'), [`${first}: the view is read with a remark`]],
    [
      'a view without the words',
      (step) => (step['state'] = 'v=1&pack=ltp&mode=evidence'),
      [`${first}: the view does not show the step’s words`],
    ],
    ['a link to a missing record', (step) => (step['prose'] = `A [paper](nobody1900).`), ['prose-link tours[0].steps[0].prose']],
    ['a missing record among its records', (step) => (step['records'] = ['nothing']), ['reference-resolves tours[0].steps[0].records[0]']],
    [
      'a citation of a missing record',
      (step) => (step['cites'] = ['bliss1973', 'nobody1900']),
      ['reference-resolves tours[0].steps[0].cites[1]'],
    ],
    ['no citation', (step) => (step['cites'] = []), ['schema tours[0].steps[0].cites']],
    [
      'a number that no record has',
      (step) => (step['lead'] = 'It lasted for 77 hours.'),
      [`${first}: a number stands in no record that the step rests on`],
    ],
    [
      'a place for a number that is not there',
      (step) => (step['lead'] = 'It lasted {long}.'),
      ['computed tours[0].steps[0].lead', `${first}: a text has marks that nothing draws`],
    ],
    [
      'a number of the model that nobody computed',
      (step) =>
        (step['predict'] = {
          question: 'q',
          choices: ['a', 'b'],
          answer: 0,
          finding: 'f',
          model: 'The model gives 77.',
          cites: ['bliss1973'],
        }),
      [`${first}: a number of the model is typed by hand`, `${first}: a number stands in no record that the step rests on`],
    ],
    [
      'an answer beyond the choices',
      (step) => (step['predict'] = { question: 'q', choices: ['a', 'b'], answer: 3, finding: 'f', cites: ['bliss1973'] }),
      [`${first}: the answer is none of the choices`],
    ],
    [
      'a slide line of 23 words',
      (step) => (step['lead'] = Array.from({ length: 23 }, () => 'word').join(' ')),
      [`${first}: a line of the slide is too long`],
    ],
    ['a question as title', (step) => (step['title'] = 'What lasts?'), [`${first}: the title is a question or shouts`]],
    [
      'a parameter typed on the slide',
      (step) => (step['figure'] = { value: '20 nm', caption: 'gap', record: 'geometry.cleftHeight' }),
      [`${first}: the number on the slide is a parameter’s but typed by hand`],
    ],
  ])('%s is found', (_, edit, expected) => {
    expect(found(edit)).toEqual(expected);
  });
});

it('the stories count the explanations that the pack has', () => {
  const { model } = loadPack(filesOf('ketamine'));
  const told = JSON.stringify(model?.tours).match(/(\w+) (?:explanations|routes)\b/g) ?? [];
  expect(new Set(told.filter((words) => /^(?:seven|eight|nine|ten)\b/.test(words)))).toEqual(
    new Set(['eight explanations', 'eight routes']),
  );
  expect(model?.hypotheses).toHaveLength(8);
});
