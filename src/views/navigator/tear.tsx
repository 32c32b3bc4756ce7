/** The break between the two clocks: paper torn through rows and axis, because a second after a spike is not a second after the dose. */
import type { ReactNode } from 'react';
import css from './score.module.css';

const TEETH = 8;
/** How far a tooth stands out, in pixels. */
const DEPTH = 4;

interface Props {
  /** Where the tear begins and ends across the axis, and its height, in pixels. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export function Tear({ from, to, height }: Props): ReactNode {
  const edge = (x: number): readonly string[] =>
    Array.from({ length: TEETH + 1 }, (_, i) => `${x + (i % 2) * DEPTH} ${((i * height) / TEETH).toFixed(1)}`);
  const [left, right] = [edge(from), edge(to - DEPTH)];
  return (
    <>
      <path d={`M${[...left, ...right.toReversed()].join('L')}Z`} className={css['torn']} />
      <path d={`M${left.join('L')}M${right.join('L')}`} className={css['axisLine']} />
    </>
  );
}
