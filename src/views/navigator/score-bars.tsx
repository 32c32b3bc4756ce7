/** The events of the score as trapezoids with whole labels: one tab stop, arrows walk from event to event. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { eventName } from '../../describe/names';
import { lineStyle } from '../../design/evidence-marks';
import { bar as barColour, onBar } from '../../design/names';
import { Sci } from '../../design/sci';
import type { Score, ScoreBar } from '../../explorer/score';
import type { Event } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import css from './score.module.css';

interface Props {
  readonly score: Score;
  readonly rowTop: readonly number[];
  /** Height of a lane and of the trapezoid in it, in pixels. */
  readonly lane: number;
  readonly bar: number;
  readonly onVisit: (event: Event) => void;
}

/** The trapezoid's outline. A side whose time is not known is left open: only the top edge and the known side are drawn. */
export function trapezoid(
  item: Pick<ScoreBar, 'onset' | 'peakStart' | 'peakEnd' | 'end' | 'known'>,
  height: number,
): { readonly fill: string; readonly line: string } {
  const rise = Math.min(item.peakStart, item.onset + 9);
  const top = Math.max(rise, item.known.onset ? Math.max(item.onset + 4, rise) : item.onset);
  const fall = Math.min(item.end, Math.max(item.peakEnd, top));
  const down = item.known.end ? Math.min(fall, item.end - 4) : item.end;
  const corners = [
    [item.onset, height],
    [top, 0],
    [Math.max(top, down), 0],
    [item.end, height],
  ] as const;
  const points = corners.map(([x, y]) => `${(x - item.onset).toFixed(1)} ${y.toFixed(1)}`);
  const [a, b, c, d] = points;
  const line = [
    item.known.onset ? `M${a}L${b}` : `M${b}`,
    `L${c}`,
    item.known.end ? `L${d}` : `M${d}`,
    item.known.onset && item.known.end ? 'Z' : `L${a}`,
  ].join('');
  return { fill: `M${points.join('L')}Z`, line };
}

export function ScoreBars({ score, rowTop, lane, bar, onVisit }: Props): ReactNode {
  const { messages } = useExplorer();
  const bars = score.rows.flatMap((row, index) =>
    row.bars.map((item) => ({ item, top: (rowTop[index] ?? 0) + 3 + item.lane * lane + (lane - bar) / 2 })),
  );
  const [focused, setFocused] = useState<string | null>(null);
  const stop = bars.find(({ item }) => item.id === focused)?.item.id ?? bars.find(({ item }) => item.selected)?.item.id ?? bars[0]?.item.id;
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    // The group only passes arrow keys on to its buttons.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={walk}>
      {bars.map(({ item, top }) => {
        const { event } = item;
        const style = lineStyle(event.timesCheck === 'checked' ? (item.strength ?? 'moderate') : 'early');
        const outline = trapezoid(item, bar);
        const width = item.end - item.onset;
        const inside = item.label?.side === 'inside';
        return (
          <button
            key={item.id}
            type="button"
            className={css['event']}
            data-active={item.active}
            data-selected={item.selected}
            style={{ insetInlineStart: item.onset, top, width, height: bar }}
            tabIndex={item.id === stop ? 0 : -1}
            aria-pressed={item.selected}
            aria-label={eventName(event, item.strength, messages)}
            title={event.name}
            onFocus={() => setFocused(item.id)}
            onClick={() => onVisit(event)}
          >
            <svg width={width} height={bar} className={css['trapezoid']} aria-hidden="true">
              <path d={outline.fill} fill={barColour(event.tint)} />
              <path
                d={outline.line}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={item.selected ? 2.5 : style.width > 2 ? 1.5 : 1}
                strokeDasharray={style.dash}
                strokeLinejoin="round"
              />
            </svg>
            {item.label !== null && item.label.width > 0 && (
              <span
                className={css['label']}
                style={{
                  insetInlineStart: item.label.x - item.onset,
                  color: inside ? onBar(event.tint) : 'var(--ink)',
                  lineHeight: `${bar}px`,
                }}
              >
                <Sci text={event.short} />
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
