/** What the windows of one presentation share beyond the view. */

export interface Lecture {
  readonly curtain: 'none' | 'black' | 'white';
  readonly tool: 'none' | 'laser' | 'spotlight';
  /** The screen of the audience keeps what it shows. */
  readonly frozen: boolean;
  /** Milliseconds since 1970 at which the clock was started; 0 before. */
  readonly startedAt: number;
  /** Steps whose question has been resolved before the audience, as "story.step". */
  readonly revealed: readonly string[];
}

export const CALM: Lecture = { curtain: 'none', tool: 'none', frozen: false, startedAt: 0, revealed: [] };

/** A lecture in sound form, whatever was sent. */
export function readLecture(value: unknown): Lecture {
  if (typeof value !== 'object' || value === null) return CALM;
  const get = (key: string): unknown => Reflect.get(value, key);
  const [curtain, tool, startedAt, revealed] = [get('curtain'), get('tool'), get('startedAt'), get('revealed')];
  return {
    curtain: curtain === 'black' || curtain === 'white' ? curtain : 'none',
    tool: tool === 'laser' || tool === 'spotlight' ? tool : 'none',
    frozen: get('frozen') === true,
    startedAt: typeof startedAt === 'number' && Number.isFinite(startedAt) ? startedAt : 0,
    revealed: Array.isArray(revealed) ? revealed.filter((item) => typeof item === 'string') : [],
  };
}

/** Minutes that a lecture is ahead of its plan at a step; negative when behind. It is on time while the step's own minutes last. */
export function aheadBy(elapsed_min: number, before_min: number, step_min: number): number {
  if (elapsed_min < before_min) return before_min - elapsed_min;
  return elapsed_min > before_min + step_min ? before_min + step_min - elapsed_min : 0;
}

/** "4:05" of 4 minutes and 5 seconds. */
export function clockText(minutes: number): { readonly whole: string; readonly seconds: string } {
  const seconds = Math.max(0, Math.round(Math.abs(minutes) * 60));
  return { whole: String(Math.floor(seconds / 60)), seconds: String(seconds % 60).padStart(2, '0') };
}
