/** A plot of curves over time (ART-DIRECTION 12): grid, lines with their names beside them, what changed as an area, a playhead. */
import { scaleLinear } from 'd3-scale';
import { useId, useMemo, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { SciTspans } from '../../design/sci';
import type { Tint } from '../../model/schema';
import css from './plots.module.css';
import { bandPath, betweenPath, curvePath, spanOf, stackLabels, valueAt, type Curve } from './traces';

export interface PlotLine extends Curve {
  readonly id: string;
  /** Stands beside the line; empty for a line without a name. */
  readonly label: string;
  /** "now" is ink 2 px, "before" dashed ink-3 1.5 px, "stale" plain ink-3; a tint is its line token at 1.75 px. */
  readonly tone: 'now' | 'before' | 'stale' | Tint;
  readonly dash?: string;
  /** Values hold until they change. */
  readonly step?: boolean;
  /** Half the height of a band round the line, at each sample. */
  readonly band?: ArrayLike<number> | undefined;
  /** Time at which the label looks for its line; the end of the axis when left out. */
  readonly labelAt?: number;
}

export interface PlotArea {
  readonly from: string;
  readonly to: string;
  readonly tint: Tint;
}

export interface Playhead {
  readonly at: number;
  /** Name of the slider and its value in words. */
  readonly label: string;
  readonly valueText: string;
  /** The reader drags it, or steps it with keys by `step`. */
  readonly onMove: (time: number) => void;
  readonly step: number;
}

interface Props {
  readonly width: number;
  readonly height: number;
  /** Room at the right for names of lines. */
  readonly labelRoom?: number;
  readonly lines: readonly PlotLine[];
  readonly area?: PlotArea | undefined;
  readonly xDomain: readonly [number, number];
  /** The values' own span when left out. */
  readonly yDomain?: readonly [number, number];
  /** Unit of time, on the last tick. */
  readonly xUnit: string;
  readonly yTicks?: number;
  readonly playhead?: Playhead | undefined;
  /** The plot in words, for who does not see it. */
  readonly summary: string;
}

const LEFT = 42;
const TOP = 8;
const FOOT = 22;
const LABEL_GAP = 15;
const LABEL_SIZE = 12;
const LABEL_SHIFT = 8;

const minus = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '−');

export function TracePlot({ width, height, labelRoom = 150, lines, area, xDomain, yDomain, xUnit, yTicks = 3, ...rest }: Props): ReactNode {
  const { playhead, summary } = rest;
  const title = useId();
  const right = Math.max(LEFT + 40, width - labelRoom);
  const bottom = Math.max(TOP + 20, height - FOOT);
  const [from, to] = xDomain;
  const [low, high] = yDomain ?? spanOf(lines);
  const x = useMemo(() => scaleLinear([from, to], [LEFT, right]), [from, to, right]);
  const y = useMemo(() => scaleLinear([low, high], [bottom, TOP]).nice(yTicks), [low, high, bottom, yTicks]);
  const grid = y.ticks(yTicks);
  const ticks = x.ticks(Math.max(2, Math.floor((right - LEFT) / 90)));
  const byId = new Map(lines.map((line) => [line.id, line]));
  const labels = stackLabels(
    lines
      .filter((line) => line.label !== '' && line.x.length > 0)
      .map((line) => ({ id: line.id, y: y(valueAt(line, line.labelAt ?? to)) || bottom })),
    LABEL_GAP,
    TOP + 4,
    bottom - 2,
  );
  const shaded = area === undefined ? undefined : { from: byId.get(area.from), to: byId.get(area.to), tint: area.tint };
  return (
    <div className={css['plot']} style={{ width, height }} dir="ltr">
      <svg width={width} height={height} role="img" aria-labelledby={title}>
        <title id={title}>{summary}</title>
        {grid.map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${right}`} className={css['grid']} />
            {/* Without a curve there is nothing to read off. */}
            {lines.length > 0 && (
              <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" className={css['tick']}>
                {minus(value)}
              </text>
            )}
          </g>
        ))}
        <path d={`M${LEFT} ${bottom + 0.5}H${right}`} className={css['axis']} />
        {ticks.map((value, i) => (
          <g key={value}>
            <path d={`M${x(value)} ${bottom}v4`} className={css['axis']} />
            <text x={x(value)} y={bottom + 16} textAnchor={i === ticks.length - 1 ? 'end' : 'middle'} className={css['tick']}>
              {minus(value)}
              {i === ticks.length - 1 ? ` ${xUnit}` : ''}
            </text>
          </g>
        ))}
        {shaded?.from !== undefined && shaded.to !== undefined && (
          <path d={betweenPath(shaded.from, shaded.to, x, y)} fill={`var(--fill-${shaded.tint})`} className={css['area']} data-area="" />
        )}
        {lines.map(
          (line) =>
            line.band !== undefined && (
              <path
                key={`band:${line.id}`}
                d={bandPath(line, line.band, x, y)}
                className={css['band']}
                data-tone={line.tone}
                data-band={line.id}
              />
            ),
        )}
        {lines.map((line) => (
          <path
            key={line.id}
            d={curvePath(line, x, y, line.step)}
            className={css['line']}
            data-tone={line.tone}
            data-line={line.id}
            style={colourOf(line.tone) === null ? undefined : { stroke: colourOf(line.tone) ?? undefined }}
            strokeDasharray={line.dash}
          />
        ))}
        {labels.map(({ id, y: at }) => {
          const line = byId.get(id);
          return line === undefined ? null : (
            <text
              key={id}
              x={right + LABEL_SHIFT}
              y={at + 4}
              className={css['label']}
              data-tone={line.tone}
              style={{ fill: colourOf(line.tone) ?? undefined }}
            >
              <SciTspans text={line.label} size={LABEL_SIZE} />
            </text>
          );
        })}
      </svg>
      {playhead !== undefined && <Head playhead={playhead} x={x} from={from} to={to} bottom={bottom} />}
    </div>
  );
}

function colourOf(tone: PlotLine['tone']): string | null {
  return tone === 'now' || tone === 'before' || tone === 'stale' ? null : `var(--line-${tone})`;
}

interface HeadProps {
  readonly playhead: Playhead;
  readonly x: (value: number) => number;
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
}

/** The playhead: drag it, press anywhere on the plot, or use the arrow keys. */
function Head({ playhead, x, from, to, bottom }: HeadProps): ReactNode {
  const { at, label, valueText, onMove, step } = playhead;
  const left = x(from);
  const span = x(to) - left;
  const inside = (time: number): number => Math.min(to, Math.max(from, time));
  const report = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onMove(inside(from + ((event.clientX - box.left) / Math.max(1, box.width)) * (to - from)));
  };
  const onKey = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + step,
      ArrowLeft: at - step,
      PageUp: at + 10 * step,
      PageDown: at - 10 * step,
      Home: from,
      End: to,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onMove(inside(next));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css['scrub']}
      style={{ left, width: span, top: 0, height: bottom }}
      aria-label={label}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={Number(at.toPrecision(4))}
      aria-valuetext={valueText}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        report(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) report(event);
      }}
    >
      <span className={css['head']} style={{ left: x(inside(at)) - left, height: bottom }} />
    </div>
  );
}
