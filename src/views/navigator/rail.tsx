/** WHERE: the left edge of the picture is a length ruler, and the levels that exist stand on it. */
import type { ReactNode } from 'react';
import { levelsOf } from '../../explorer/levels';
import type { Level } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import css from './rail.module.css';

/** Lengths that a frame of each level spans, in metres. They set where the level stands on the ruler, nothing else. */
export const LEVEL_SPAN: Readonly<Record<Level, readonly [number, number]>> = {
  person: [1, 0.15],
  brain: [0.15, 0.02],
  circuit: [0.02, 1e-4],
  cell: [1e-4, 4e-6],
  synapse: [4e-6, 1.2e-7],
  receptor: [1.2e-7, 1e-9],
};

const DECADES: readonly (readonly [number, string])[] = [
  [0, '1 m'],
  [-1, '10 cm'],
  [-2, '1 cm'],
  [-3, '1 mm'],
  [-4, '0.1 mm'],
  [-5, '10 µm'],
  [-6, '1 µm'],
  [-7, '100 nm'],
  [-8, '10 nm'],
  [-9, '1 nm'],
];
const TOP = 20;
const FOOT = 40;

export function Rail(): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.navigator;
  const [box, { width, height }] = useSize<HTMLElement>();
  const y = (metres: number): number => TOP + (-Math.log10(metres) / 9) * Math.max(0, height - TOP - FOOT);
  const edge = width - 6;
  return (
    <nav className={css['rail']} ref={box} aria-label={words.rail} dir="ltr">
      <svg className={css['drawing']} width={width} height={height} aria-hidden="true">
        <path d={`M${edge - 0.5} ${y(1)}V${y(1e-9)}`} className={css['line']} />
        {DECADES.map(([power, text]) => (
          <g key={power}>
            <path d={`M${edge - 6} ${y(10 ** power)}H${edge}`} className={css['line']} />
            <text x={edge - 9} y={y(10 ** power) + 4} textAnchor="end" className={css['tick']}>
              {text}
            </text>
            {power > -9 &&
              [2, 3, 4, 5, 6, 7, 8, 9].map((digit) => (
                <path key={digit} d={`M${edge - 3} ${y(digit * 10 ** (power - 1))}H${edge - 1}`} className={css['minor']} />
              ))}
          </g>
        ))}
      </svg>
      {levelsOf(model).map((level) => {
        const [from, to] = LEVEL_SPAN[level];
        return (
          <button
            key={level}
            type="button"
            className={css['level']}
            style={{ top: y(from), height: Math.max(8, y(to) - y(from)) }}
            aria-current={level === state.level ? 'true' : undefined}
            aria-label={words.levels[level]}
            data-tip={words.levels[level]}
            onClick={() => dispatch({ type: 'goTo', level })}
          />
        );
      })}
      <b className={css['where']}>{words.where}</b>
    </nav>
  );
}
