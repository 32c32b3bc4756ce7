/** The events of the score as trapezoids with whole labels: one tab stop, arrows walk from event to event. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { eventName } from '../../describe/names';
import { lineStyle } from '../../design/evidence-marks';
import { bar as barColour, onBar } from '../../design/names';
import { Sci } from '../../design/sci';
import { slopes, type Score, type Shape } from '../../explorer/score';
import type { Event } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { lanesOf, type ScoreShape } from './frame';
import css from './score.module.css';

/** Shortest mark of a peak, in pixels: one measured moment. */
const MIN_PEAK = 4;

interface Props {
  readonly score: Score;
  /** Top of the first lane of each row, in pixels. */
  readonly rowTop: readonly number[];
  readonly shape: ScoreShape;
  readonly onVisit: (event: Event) => void;
}

/**
 * The trapezoid in its own box. A side whose time is not known stands open: no line closes it, and dots lead on. `peak` is the heavy part
 * of the top edge, where the sources put the height of the event.
 */
export function trapezoid(
  item: Shape,
  height: number,
): { readonly fill: string; readonly line: string; readonly peak: string; readonly dots: string } {
  const { known } = item;
  const { top, down } = slopes(item);
  const length = item.end - item.onset;
  const [a, b, c, d] = [`0 ${height}`, `${top.toFixed(1)} 0`, `${down.toFixed(1)} 0`, `${length.toFixed(1)} ${height}`];
  const line = [
    known.onset ? `M${a}L${b}` : `M${b}`,
    `L${c}`,
    known.end ? `L${d}` : `M${d}`,
    known.onset && known.end ? 'Z' : `L${a}`,
  ].join('');
  const middle = height / 2;
  const trail = (x: number, step: number): string => [1, 2, 3].map((i) => `M${(x + i * step).toFixed(1)} ${middle}h.01`).join('');
  const dots = [known.onset ? '' : trail(0, -3.5), known.end ? '' : trail(length, 3.5)].join('');
  if (!known.peakStart && !known.peakEnd) return { fill: `M${a}L${b}L${c}L${d}Z`, line, peak: '', dots };
  const least = Math.max(top, Math.min(item.peakStart - item.onset, down - MIN_PEAK));
  const most = Math.min(down, Math.max(item.peakEnd - item.onset, least + MIN_PEAK));
  return { fill: `M${a}L${b}L${c}L${d}Z`, line, peak: `M${least.toFixed(1)} 0H${most.toFixed(1)}`, dots };
}

export function ScoreBars({ score, rowTop, shape, onVisit }: Props): ReactNode {
  const { messages } = useExplorer();
  const bars = score.rows.flatMap((row, index) => {
    const { lane, bar } = lanesOf(row.lanes, shape);
    return row.bars.map((item) => ({ item, current: row.current, bar, top: (rowTop[index] ?? 0) + item.lane * lane + (lane - bar) / 2 }));
  });
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
      {bars.map(({ item, current, bar, top }) => {
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
            data-current={current}
            data-active={item.active}
            data-selected={item.selected}
            // Where bars must share a lane, the shorter lies on the longer, so that each can be seen and pressed.
            style={{ insetInlineStart: item.onset, top, width, height: bar, zIndex: Math.max(1, 60 - Math.round(width / 10)) }}
            tabIndex={item.id === stop ? 0 : -1}
            aria-pressed={item.selected}
            aria-label={eventName(event, item.strength, messages)}
            title={`${event.name} (${event.species.join(', ')})`}
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
              {outline.peak !== '' && <path d={outline.peak} className={css['peak']} />}
              {current && outline.dots !== '' && <path d={outline.dots} className={css['dots']} />}
            </svg>
            {item.label !== null && item.label.width > 0 && (
              <span
                className={css['label']}
                data-side={item.label.side}
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
