/** The mark of one result: a filled, open or half-filled square with its interval, or a circle where nothing was compared. */
import type { ReactNode } from 'react';
import type { Mark } from '../../explorer/person';
import ink from './marks.module.css';

/** Side of the square; pooled results have the larger one. */
export const SIDE = 9;
export const SIDE_POOLED = 13;

/** From the square to the ring of a mark that was measured now, or is selected. */
export const RING = 2.5;

export function sideOf(mark: Mark): number {
  return mark.basis === 'pooled' ? SIDE_POOLED : SIDE;
}

interface SquareProps {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly separated: boolean | null;
  /** A reading of one group, without a control. */
  readonly alone?: boolean;
}

/** Filled: separated from the control. Open: did not. Half: the report does not say. */
export function Square({ x, y, side, separated, alone = false }: SquareProps): ReactNode {
  const half = side / 2;
  if (alone) return <circle cx={x} cy={y} r={half - 0.5} className={ink['square']} data-fill="full" />;
  return (
    <>
      <rect
        x={x - half}
        y={y - half}
        width={side}
        height={side}
        className={ink['square']}
        data-fill={separated === true ? 'full' : 'open'}
      />
      {separated === null && <path d={`M${x - half} ${y - half}V${y + half}H${x + half}Z`} className={ink['half']} />}
    </>
  );
}

interface ShapeProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  /** Where its time is, if the mark stands beside it for want of room; null where it stands there. */
  readonly from: number | null;
  /** Ends of the interval in pixels; null without one. */
  readonly bar: { readonly low: number; readonly high: number } | null;
  readonly tone: 'full' | 'rest';
  /** Measured at the moment of the playhead. */
  readonly now: boolean;
  readonly selected: boolean;
}

export function MarkShape({ mark, x, y, from, bar, tone, now, selected }: ShapeProps): ReactNode {
  const side = sideOf(mark);
  const unchecked = mark.effect.check === 'unchecked';
  return (
    <g className={ink['mark']} data-tone={tone} data-mark={mark.id} data-failed={mark.failed} data-now={now}>
      {from !== null && <path d={`M${x} ${y}H${from}M${from} ${y - 3}v6`} className={ink['toTime']} />}
      {bar !== null && (
        <>
          <path d={`M${x} ${bar.low}V${bar.high}`} className={ink['bar']} data-unchecked={unchecked} />
          {!unchecked && <path d={`M${x - 3.5} ${bar.low}h7M${x - 3.5} ${bar.high}h7`} className={ink['cap']} />}
        </>
      )}
      {(now || selected) && (
        <rect
          x={x - side / 2 - RING}
          y={y - side / 2 - RING}
          width={side + 2 * RING}
          height={side + 2 * RING}
          className={ink['ring']}
          data-selected={selected}
        />
      )}
      <Square x={x} y={y} side={side} separated={mark.effect.separated} alone={mark.effect.controls.length === 0} />
      {bar === null && unchecked && <path d={`M${x - side / 2} ${y + side / 2 + 3}h${side}`} className={ink['bar']} data-unchecked />}
    </g>
  );
}
