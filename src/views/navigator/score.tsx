/** WHEN: the score under the scene. Events on log time, a playhead to drag, and the visible break between the two clocks. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { clockWords, durationShort, whenWords } from '../../describe/duration';
import { IconButton } from '../../design/button';
import { compareWhen, eventEdges, FIRST_MOMENT, LAST_MOMENT, neighbour, TICK_MOMENTS } from '../../explorer/clocks';
import { levelsOf } from '../../explorer/levels';
import { scoreOf, visitEvent } from '../../explorer/score';
import { shortcutFor, type ShortcutId } from '../../explorer/shortcuts';
import type { When } from '../../explorer/state';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { forgetWidths, measureLabel } from './measure';
import { ScoreBars } from './score-bars';
import css from './score.module.css';
import { usePlay } from './use-play';

/** "compact" leaves room for what stands under it. */
export type ScoreSize = 'full' | 'compact' | 'phone' | 'strip';

const SIZES = {
  full: { lane: 17, bar: 15, start: 96, end: 22, top: 12, maxLanes: 6, otherLanes: 1 },
  compact: { lane: 14, bar: 12, start: 96, end: 22, top: 12, maxLanes: 4, otherLanes: 1 },
  phone: { lane: 12, bar: 9, start: 48, end: 14, top: 10, maxLanes: 5, otherLanes: 1 },
  strip: { lane: 22, bar: 15, start: 48, end: 14, top: 8, maxLanes: 1, otherLanes: 1 },
} as const;
const AXIS = 26;
/** Half the width of the time plate, at least. */
const PLATE = 34;

export function Score({ size }: { readonly size: ScoreSize }): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.navigator;
  const [box, { width }] = useSize<HTMLDivElement>();
  const { playing, toggle } = usePlay();
  const shape = SIZES[size];
  const named = size === 'full' || size === 'compact';
  const fonts = useFontsReady();
  const length = Math.max(0, width - shape.start - shape.end);
  const { selection, when, level } = state;
  const score = useMemo(
    () =>
      scoreOf({ ...state, selection, when, level }, model, {
        width: length,
        measure: named ? measureLabel : () => 0,
        maxLanes: shape.maxLanes,
        otherLanes: shape.otherLanes,
        tickWidth: ({ seconds }) => measureLabel(durationShort(seconds, messages)),
      }),
    // `fonts` is not read, but text measures differently once the faces are there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [selection, when, level, model, length, size, shape.maxLanes, shape.otherLanes, messages, fonts],
  );
  const rowTop: number[] = [];
  let height = shape.top;
  for (const row of score.rows) {
    rowTop.push(height);
    height += Math.max(25, row.lanes * shape.lane + 6);
  }
  const axisTop = height;

  const moveTo = (next: When): void => dispatch({ type: 'setWhen', when: next });
  const scrub = useScrub((clientX, target) => moveTo(score.axis.at(clientX - target.getBoundingClientRect().left)));
  const onKey = (event: KeyboardEvent): void => {
    const shortcut = shortcutFor(event, 'score');
    if (shortcut === null) return;
    event.preventDefault();
    if (shortcut === 'play') toggle();
    else if (shortcut === 'nextRow' || shortcut === 'previousRow') {
      const levels = levelsOf(model);
      const other = levels[levels.indexOf(level) + (shortcut === 'nextRow' ? 1 : -1)];
      if (other !== undefined) dispatch({ type: 'goTo', level: other });
    } else moveTo(moved(shortcut, when, eventEdges(model.events)));
  };
  const told = whenWords(when, messages, model.manifest.clocks);
  const shortly = durationShort(when.seconds, messages);
  const half = Math.max(PLATE, measureLabel(shortly) / 2 + 12);
  const plate = Math.min(Math.max(score.playhead, half), Math.max(half, length - half));
  /** A label that would be half covered by the time plate or the words beside the axis, or cut by the frame, is worse than none. */
  const hasRoom = (x: number, text: string): boolean => {
    const reach = measureLabel(text) / 2;
    return Math.abs(x - plate) > half + reach && x - reach > (named ? 3 : -shape.start) && x + reach < length + shape.end;
  };
  return (
    <div
      className={css['score']}
      dir="ltr"
      data-size={size}
      ref={box}
      role="group"
      aria-label={words.score}
      style={{ height: axisTop + AXIS }}
    >
      {score.rows.map((row, index) => (
        <div
          key={row.level}
          className={css['row']}
          data-current={row.current}
          style={{ top: rowTop[index], height: (rowTop[index + 1] ?? axisTop) - (rowTop[index] ?? 0) }}
        >
          {named && (
            <button
              type="button"
              className={css['rowName']}
              aria-pressed={row.current}
              onClick={() => dispatch({ type: 'goTo', level: row.level })}
            >
              {words.levels[row.level]}
            </button>
          )}
        </div>
      ))}
      <div className={css['play']}>
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={playing ? words.pause : words.play}
          onClick={toggle}
          plate={{ block: 'up', inline: 'start' }}
        />
      </div>
      <div className={css['axis']} style={{ insetInlineStart: shape.start, width: length, top: 0, height: axisTop + AXIS }}>
        <svg className={css['drawing']} width={length} height={axisTop + AXIS} aria-hidden="true">
          <path
            d={`M${-shape.start} ${axisTop + 0.5}H${score.axis.gap.from - 3}M${score.axis.gap.to + 3} ${axisTop + 0.5}H${length + shape.end}`}
            className={css['axisLine']}
          />
          <path
            d={`M${score.axis.gap.from} ${shape.top - 4}V${axisTop + 5}M${score.axis.gap.to} ${shape.top - 4}V${axisTop + 5}`}
            className={css['gap']}
          />
          {score.ticks.map(({ when: tick, x }) => (
            <g key={`${tick.basis}${tick.seconds}`}>
              <path d={`M${x} ${axisTop}v5`} className={css['axisLine']} />
              {hasRoom(x, durationShort(tick.seconds, messages)) && (
                <text x={x} y={axisTop + 17} textAnchor="middle" className={css['tick']}>
                  {durationShort(tick.seconds, messages)}
                </text>
              )}
            </g>
          ))}
        </svg>
        {named && (
          <>
            <span className={css['basis']} style={{ insetInlineEnd: length - score.axis.gap.from + 6, top: 0 }}>
              {clockWords('afterSpike', messages, model.manifest.clocks)}
            </span>
            <span className={css['basis']} style={{ insetInlineStart: score.axis.gap.to + 6, top: 0 }}>
              {clockWords('afterDose', messages, model.manifest.clocks)}
            </span>
          </>
        )}
        <div className={css['scrub']} style={{ top: axisTop - 2, height: AXIS + 2 }} {...scrub} />
        <ScoreBars
          score={score}
          rowTop={rowTop}
          lane={shape.lane}
          bar={shape.bar}
          onVisit={(event) => dispatch(visitEvent(event, model))}
        />
        <div className={css['playhead']} style={{ insetInlineStart: score.playhead, height: axisTop + 5 }} />
        <div
          role="slider"
          tabIndex={0}
          className={css['time']}
          style={{ insetInlineStart: plate, top: axisTop + 4 }}
          aria-label={words.playhead}
          aria-valuemin={0}
          aria-valuemax={1000}
          aria-valuenow={length === 0 ? 0 : Math.round((score.playhead / length) * 1000)}
          aria-valuetext={told}
          onKeyDown={onKey}
          {...scrub}
        >
          {shortly}
        </div>
      </div>
      <span className={css['when']} style={{ top: axisTop + 5 }}>
        <b>{words.when}</b> {named && <span>{words.logTime}</span>}
      </span>
    </div>
  );
}

/** The moment that a key leads to: the next edge of an event or the next tick, else an end of the axis. */
function moved(shortcut: ShortcutId, when: When, edges: readonly When[]): When {
  const along = (moments: readonly When[], direction: 1 | -1): When => {
    const next = neighbour(moments, when, direction);
    if (compareWhen(next, when) !== 0) return next;
    return direction === 1 ? LAST_MOMENT : FIRST_MOMENT;
  };
  switch (shortcut) {
    case 'nextEdge':
      return along(edges, 1);
    case 'previousEdge':
      return along(edges, -1);
    case 'nextTick':
      return along(TICK_MOMENTS, 1);
    case 'previousTick':
      return along(TICK_MOMENTS, -1);
    case 'firstMoment':
      return FIRST_MOMENT;
    case 'lastMoment':
      return LAST_MOMENT;
    default:
      return when;
  }
}

interface Scrub {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
}

/** Pointer handlers that report the pointer against the axis while it is held. */
function useScrub(report: (clientX: number, axis: HTMLElement) => void): Scrub {
  const held = useRef(false);
  const tell = (event: PointerEvent<HTMLElement>): void => {
    const axis = event.currentTarget.parentElement;
    if (axis !== null) report(event.clientX, axis);
  };
  const release = (): void => {
    held.current = false;
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      held.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      tell(event);
    },
    onPointerMove: (event) => {
      if (held.current) tell(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

/** Turns true when the page's faces have loaded, so that labels are measured with them. */
function useFontsReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let live = true;
    void document.fonts.ready.then(() => {
      forgetWidths();
      if (live) setReady(true);
    });
    return () => {
      live = false;
    };
  }, []);
  return ready;
}
