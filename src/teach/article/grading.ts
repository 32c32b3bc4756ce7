/** The reader's own grades, kept on this device, and how they compare with ours. */
import { GRADES, type Grade, type Statement } from '../../model/schema';
import { deviceStore } from '../device-store';

export interface Grading {
  /** The grade that stands, by statement. */
  readonly grades: Readonly<Record<string, Grade>>;
  /** The grade that was given first, where another stands now. */
  readonly first: Readonly<Record<string, Grade>>;
  /** Statements whose grade was looked at without grading. */
  readonly seen: readonly string[];
  readonly showAll: boolean;
}

function gradesIn(value: unknown): Readonly<Record<string, Grade>> {
  if (typeof value !== 'object' || value === null) return {};
  const isGrade = (item: unknown): item is Grade => GRADES.some((grade) => grade === item);
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Grade] => isGrade(entry[1])));
}

export const grading = deviceStore('bouton.article', (stored): Grading => {
  const value = typeof stored === 'object' && stored !== null ? stored : {};
  const seen: unknown = Reflect.get(value, 'seen');
  return {
    grades: gradesIn(Reflect.get(value, 'grades')),
    first: gradesIn(Reflect.get(value, 'first')),
    seen: Array.isArray(seen) ? seen.filter((id) => typeof id === 'string') : [],
    showAll: Reflect.get(value, 'showAll') === true,
  };
});

export function giveGrade(id: string, grade: Grade): void {
  const now = grading.get();
  const first = now.first[id] ?? now.grades[id] ?? grade;
  grading.set({ ...now, grades: { ...now.grades, [id]: grade }, first: { ...now.first, [id]: first } });
}

/** Takes the grade back, so that the statement can be graded anew; what was said first is kept. */
export function takeBack(id: string): void {
  const now = grading.get();
  const grades = Object.fromEntries(Object.entries(now.grades).filter(([other]) => other !== id));
  grading.set({ ...now, grades, seen: now.seen.filter((other) => other !== id) });
}

export function look(id: string): void {
  const now = grading.get();
  if (!now.seen.includes(id)) grading.set({ ...now, seen: [...now.seen, id] });
}

export function setShowAll(showAll: boolean): void {
  grading.set({ ...grading.get(), showAll });
}

/** Whether our grade of a statement may show. */
export function isOpen({ grades, seen, showAll }: Grading, id: string): boolean {
  return showAll || grades[id] !== undefined || seen.includes(id);
}

export interface Agreement {
  readonly graded: number;
  readonly agreed: number;
  /** Statements that the reader graded better than we do. */
  readonly kinder: number;
}

/** How the reader's grades compare with ours, over the statements that were graded. Grades are ordered from supported to unsupported. */
export function agreementOf({ grades }: Pick<Grading, 'grades'>, statements: readonly Statement[]): Agreement {
  const pairs = statements.flatMap(({ id, grade }) => {
    const yours = grades[id];
    return yours === undefined ? [] : [[GRADES.indexOf(yours), GRADES.indexOf(grade)] as const];
  });
  return {
    graded: pairs.length,
    agreed: pairs.filter(([yours, ours]) => yours === ours).length,
    kinder: pairs.filter(([yours, ours]) => yours < ours).length,
  };
}
