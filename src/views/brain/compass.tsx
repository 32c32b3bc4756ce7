/** Which way a turned brain lies: its left, its right, its front and its crown, as they point in the picture. */
import type { ReactNode } from 'react';
import type { Axes } from '../../design/atlas/views';
import type { Widen } from '../../describe/messages';
import type { atlas } from '../../describe/messages/en/atlas';
import css from './brain-picture.module.css';

interface Props {
  readonly axes: Axes;
  readonly small: boolean;
  readonly words: Widen<typeof atlas>['compass'];
}

/** Directions of MNI space: x to the person's right, y to the front, z up. */
const WAYS = [
  ['left', -1, 0, 0],
  ['right', 1, 0, 0],
  ['front', 0, 1, 0],
  ['top', 0, 0, 1],
] as const;
/** A direction that points this nearly at the viewer has no arm; the letter of what looks at the viewer stands in the middle. */
const FORESHORTENED = 0.32;

export function Compass({ axes, small, words }: Props): ReactNode {
  const side = small ? 46 : 76;
  const reach = small ? 12 : 23;
  const letter = small ? 19 : 32;
  // Beside a small brain only the sides are told: which end is front can be seen.
  const ways = small ? WAYS.filter(([name]) => name === 'left' || name === 'right') : WAYS;
  const arms = ways.map(([name, x, y, z]) => {
    const along = ([a, b, c]: readonly [number, number, number]): number => a * x + b * y + c * z;
    const [right, down, near] = [along(axes.right), -along(axes.up), along(axes.back)];
    return { name, right, down, near, length: Math.hypot(right, down) };
  });
  const told = arms
    .filter(({ length }) => length > FORESHORTENED)
    .map(({ name, near }) => (near < -0.05 ? words.away(words.names[name]) : words.names[name]));
  return (
    <svg
      className={css['compass']}
      width={side}
      height={side}
      viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`}
      role="img"
      aria-label={words.label(told)}
      data-compass
    >
      {arms
        .toSorted((a, b) => a.near - b.near)
        .map(({ name, right, down, near, length }) => {
          const behind = near < -0.05;
          if (length <= FORESHORTENED) {
            return behind ? null : (
              <text key={name} y={4} data-behind={false}>
                {words.letters[name]}
              </text>
            );
          }
          const [x, y] = [right / length, down / length];
          return (
            <g key={name} data-behind={behind} data-way={name}>
              <line x2={right * reach} y2={down * reach} />
              <text x={right * reach + x * (letter - reach)} y={down * reach + y * (letter - reach) + 4}>
                {words.letters[name]}
              </text>
            </g>
          );
        })}
    </svg>
  );
}
