import { describe, expect, it } from 'vitest';
import type { ProofMark, Statement } from '../../../src/model/schema';
import { agreementOf, isOpen } from '../../../src/teach/article/grading';
import { placeNotes, runsOf, strokeOf } from '../../../src/teach/article/proof-layout';
import { packNamed } from '../explorer/flagship';

const mark = (kind: ProofMark['mark'], words: string): ProofMark => ({ mark: kind, words, note: 'note', say: 'say' });

describe('a sentence with its marks', () => {
  it('is cut at the words of each mark, and nothing of it is lost', () => {
    const sentence = 'Rats swim longer, so they are happy.';
    const runs = runsOf(sentence, [mark('loop', 'happy'), mark('strike', 'so'), mark('wavy', 'absent')]);
    expect(runs.map(({ text }) => text).join('')).toBe(sentence);
    expect(runs.filter((run) => run.mark !== null)).toEqual([
      { text: 'so', mark: 1 },
      { text: 'happy', mark: 0 },
    ]);
  });

  it('keeps every statement of the flagship whole', () => {
    const torn = packNamed('ketamine').statements.filter(({ sentence, marks }) => {
      const runs = runsOf(sentence, marks);
      return runs.map(({ text }) => text).join('') !== sentence || runs.filter((run) => run.mark !== null).length !== marks.length;
    });
    expect(torn.map(({ id }) => id)).toEqual([]);
  });

  it('draws one stroke for each line that the words stand on', () => {
    const boxes = [
      { x: 200, y: 0, width: 80, height: 30 },
      { x: 0, y: 60, width: 50, height: 30 },
    ];
    expect(strokeOf('strike', boxes).match(/M/g)).toHaveLength(2);
    expect(strokeOf('insert', boxes).match(/M/g)).toHaveLength(1);
    expect(strokeOf('wavy', [])).toBe('');
  });
});

describe('notes of a proof', () => {
  const marks = [mark('strike', 'a'), mark('insert', 'b'), mark('loop', 'c')];
  const boxes = new Map(marks.map((_, index) => [index, [{ x: 300 + index * 10, y: 40, width: 60, height: 30 }]] as const));
  const sizes = new Map(marks.map((_, index) => [index, { width: 120, height: 18 }] as const));

  it('stay inside the width and do not cover each other', () => {
    for (const width of [320, 500, 900]) {
      const notes = placeNotes(marks, boxes, sizes, width);
      expect(notes).toHaveLength(3);
      for (const note of notes) {
        expect(note.x).toBeGreaterThanOrEqual(0);
        expect(note.x + note.width).toBeLessThanOrEqual(width);
      }
    }
    const [a, b, c] = placeNotes(marks, boxes, sizes, 900);
    if (!a || !b || !c) throw new Error('three notes');
    const apart = (one: typeof a, other: typeof a): boolean =>
      one.x >= other.x + other.width || other.x >= one.x + one.width || one.y >= other.y + other.height || other.y >= one.y + one.height;
    expect([apart(a, b), apart(a, c), apart(b, c)]).toEqual([true, true, true]);
  });
});

describe('grades', () => {
  const statements = [
    { id: '1', grade: 'supported' },
    { id: '2', grade: 'misleading' },
    { id: '3', grade: 'contested' },
  ] as unknown as readonly Statement[];

  it('are compared over what was graded, and say on how many the reader was kinder', () => {
    expect(agreementOf({ grades: { '1': 'supported', '2': 'supported' } }, statements)).toEqual({ graded: 2, agreed: 1, kinder: 1 });
    expect(agreementOf({ grades: { '1': 'unsupported' } }, statements)).toEqual({ graded: 1, agreed: 0, kinder: 0 });
  });

  it('open a statement when it is graded, looked at, or all are shown', () => {
    const none = { grades: {}, first: {}, seen: [], showAll: false } as const;
    expect(isOpen(none, '1')).toBe(false);
    expect(isOpen({ ...none, seen: ['1'] }, '1')).toBe(true);
    expect(isOpen({ ...none, grades: { '1': 'contested' } }, '1')).toBe(true);
    expect(isOpen({ ...none, showAll: true }, '2')).toBe(true);
  });
});
