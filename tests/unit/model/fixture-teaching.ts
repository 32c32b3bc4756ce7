/** Records of the fixture pack that teach: statements of an article and tours. */
import type { Raw } from './fixture-records';

export function statements(): Raw[] {
  return [
    {
      id: 'a',
      paraphrase: 'p',
      short: 's',
      sentence: 'Words that are wrong.',
      implies: 'i',
      distortions: ['unit'],
      marks: [{ mark: 'strike', words: 'wrong', note: 'n', say: 's' }],
      corrected: 'c',
      view: 'v=1',
      grade: 'supported',
      strength: 'strong',
      species: 'rat',
      verdict: 'v',
      leavesOut: 'l',
      references: ['one1990'],
      contradicting: ['against2001'],
      entities: ['kinase'],
    },
  ];
}

export function tours(): Raw[] {
  return [
    {
      id: 'tour',
      title: 'Tour',
      summary: 'Short.',
      steps: [
        {
          id: 'step-1',
          title: 'First',
          lead: 'It opens.',
          prose: 'See the [receptor](nmdar) open.',
          minutes: 2,
          notes: 'n',
          state: 'v1',
          records: ['nmdar', 'direct'],
          cites: ['nmdar'],
        },
      ],
    },
  ];
}
