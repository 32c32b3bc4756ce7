/**
 * Dwell times as the field draws them (Sigworth & Sine 1987, doi 10.1016/S0006-3495(87)83298-8): logarithmic bins, square-root
 * ordinate, so that each exponential is a hump at its time constant. The scheme's prediction is a curve over the bars.
 */
import { useId, type ReactNode } from 'react';
import type { Ladder } from '../../science/receptors/dwell-times';
import css from './recording.module.css';
import { time } from './numbers-text';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly summary: string;
  readonly steps: Ladder;
  readonly counts: Int32Array;
  /** Expected counts in the same bins. */
  readonly expected: Float64Array;
  readonly predictionLabel: string;
  /** A time to mark, ms, with its word. */
  readonly mark?: { readonly at_ms: number; readonly label: string } | undefined;
}

const LEFT = 30;
const TOP = 20;
const FOOT = 20;
const RIGHT = 8;

export function Histogram({ width, height, title, summary, steps, counts, expected, predictionLabel, mark }: Props): ReactNode {
  const id = useId();
  const [first, last] = shown(counts, expected);
  const edges = steps.edges_ms;
  const right = width - RIGHT;
  const bottom = height - FOOT;
  const from = Math.log10(edges[first] ?? 1);
  const to = Math.log10(edges[last + 1] ?? 10);
  const x = (ms: number): number => LEFT + ((Math.log10(ms) - from) / (to - from)) * (right - LEFT);
  const highest = Math.max(1, ...counts, ...expected) * 1.08;
  const y = (count: number): number => bottom - Math.sqrt(Math.max(0, count) / highest) * (bottom - TOP);
  const bins = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const points = bins.map((k) => {
    const middle = Math.sqrt((edges[k] ?? 1) * (edges[k + 1] ?? 1));
    return `${x(middle).toFixed(1)} ${y(expected[k] ?? 0).toFixed(1)}`;
  });
  const decades = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, k) => 10 ** (Math.ceil(from) + k));
  const every = Math.max(1, Math.ceil((decades.length * 46) / Math.max(1, right - LEFT)));
  return (
    <svg width={width} height={height} role="img" aria-labelledby={id} className={css['histogram']} direction="ltr">
      <title id={id}>{summary}</title>
      <text x={LEFT} y={12} className={css['plotTitle']}>
        {title}
      </text>
      {ticksOf(highest).map((value) => (
        <g key={value}>
          <path d={`M${LEFT} ${y(value)}H${right}`} className={css['grid']} />
          <text x={LEFT - 5} y={y(value) + 4} textAnchor="end" className={css['tick']}>
            {value}
          </text>
        </g>
      ))}
      {bins.map((k) => {
        const left = x(edges[k] ?? 1);
        const count = counts[k] ?? 0;
        return count === 0 ? null : (
          <rect
            key={k}
            x={left}
            y={y(count)}
            width={Math.max(0.5, x(edges[k + 1] ?? 1) - left)}
            height={bottom - y(count)}
            className={css['bar']}
          />
        );
      })}
      <path d={`M${points.join('L')}`} className={css['prediction']} />
      <path d={`M${LEFT} ${bottom + 0.5}H${right}`} className={css['axis']} />
      {decades.map((ms, k) => (
        <g key={ms}>
          <path d={`M${x(ms)} ${bottom}v4`} className={css['axis']} />
          {k % every === 0 && (
            <text x={x(ms)} y={bottom + 15} textAnchor="middle" className={css['tick']}>
              {time(ms)}
            </text>
          )}
        </g>
      ))}
      {mark !== undefined && mark.at_ms > 10 ** from && (
        <g>
          <path d={`M${x(mark.at_ms)} ${TOP + 8}V${bottom}`} className={css['mark']} />
          <text x={x(mark.at_ms) + 4} y={TOP + 24} className={css['tick']}>
            {mark.label}
          </text>
        </g>
      )}
      <text x={right} y={TOP + 8} textAnchor="end" className={css['tick']}>
        {predictionLabel}
      </text>
    </svg>
  );
}

/** First and last bin worth drawing: where something was seen or is expected. */
function shown(counts: Int32Array, expected: Float64Array): readonly [number, number] {
  const seen = Array.from(counts, (count, k) => count > 0 || (expected[k] ?? 0) > 0.2);
  const first = seen.indexOf(true);
  const last = seen.lastIndexOf(true);
  return first < 0 ? [0, counts.length - 1] : [Math.max(0, first - 1), Math.min(counts.length - 1, last + 1)];
}

/** Two or three round counts up to the highest. */
function ticksOf(highest: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(highest));
  const top = [5, 2, 1].map((digit) => digit * power).find((value) => value <= highest) ?? power;
  return [...new Set([Math.max(1, Math.round(top / 10)), top])];
}
