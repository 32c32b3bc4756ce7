/** WHEN: the score under the scene. Events on log time, a playhead to drag, and the visible break between the two clocks. */
import { lazy, Suspense, useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { clockWords, durationShort, whenWords } from '../../describe/duration';
import { IconButton } from '../../design/button';
import { compareWhen, eventEdges, FIRST_MOMENT, LAST_MOMENT, neighbour, TICK_MOMENTS, type Tick } from '../../explorer/clocks';
import { levelsOf } from '../../explorer/levels';
import { scoreOf, visitEvent, type ScoreRow } from '../../explorer/score';
import { shortcutFor, type ShortcutId } from '../../explorer/shortcuts';
import type { When } from '../../explorer/state';
import type { Event } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { usePublishScore } from '../shared/score-place';
import { useSize } from '../shared/use-size';
import { lanesOf, SCORE_SHAPES, type ScoreShape, type ScoreSize } from './frame';
import { forgetWidths, measureLabel } from './measure';
import { ScoreBars } from './score-bars';
import css from './score.module.css';
import { Tear } from './tear';
import { usePlay } from './use-play';
import { useScrub } from './use-scrub';

const DoseButton = lazy(() => import('../dose/dose-button').then((module) => ({ default: module.DoseButton })));

const AXIS = 26;
/** Half the width of the time plate, at least. */
const PLATE = 34;

export function Score({ size }: { readonly size: ScoreSize }): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.navigator;
  const [box, { width }] = useSize<HTMLDivElement>();
  usePublishScore(box, size, width);
  const { playing, toggle } = usePlay();
  const shape = SCORE_SHAPES[size];
  const named = size === 'full' || size === 'compact';
  const fonts = useFontsReady();
  const length = Math.max(0, width - shape.start - shape.end);
  const { selection, when, level } = state;
  const score = useMemo(
    () =>
      scoreOf({ ...state, selection, when, level }, model, {
        width: length,
        ...(size === 'strip' ? { levels: [level] } : {}),
        measure: named ? measureLabel : () => 0,
        maxLanes: shape.lanes,
        otherLanes: 1,
        tickWidth: ({ seconds }) => measureLabel(durationShort(seconds, messages)),
      }),
    // `fonts` is not read, but text measures differently once the faces are there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [selection, when, level, model, length, size, shape.lanes, messages, fonts],
  );
  const rowTop: number[] = [];
  let height = shape.top;
  for (const row of score.rows) {
    rowTop.push(height);
    height += rowHeight(row, shape);
  }
  const axisTop = height;
  const here = Math.max(
    0,
    score.rows.findIndex((row) => row.current),
  );

  const moveTo = (next: When): void => dispatch({ type: 'setWhen', when: next });
  const scrub = useScrub((clientX, target) => moveTo(score.axis.at(along(clientX, target))));
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
  const hasRoom = (x: number, anchor: Tick['anchor'], text: string): boolean => {
    const reach = measureLabel(text) / 2;
    const middle = anchor === 'middle' ? x : anchor === 'start' ? x + reach : x - reach;
    return Math.abs(middle - plate) > half + reach && middle - reach > (named ? 3 : -shape.start) && middle + reach < length + shape.end;
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
          style={{ top: rowTop[index], height: rowHeight(row, shape) }}
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
          {named && row.current && row.lanes > 1 && <Untimed events={row.unknown} />}
        </div>
      ))}
      {size !== 'strip' && model.complete && model.pkModels.length > 0 && (
        <div className={css['dose']} style={named ? { insetInlineEnd: shape.end } : undefined}>
          <Suspense fallback={null}>
            <DoseButton short={!named} />
          </Suspense>
        </div>
      )}
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
          <path d={`M${-shape.start} ${axisTop + 0.5}H${length + shape.end}`} className={css['axisLine']} />
          <Tear from={score.axis.gap.from} to={score.axis.gap.to} height={axisTop + AXIS} />
          {score.ticks.map(({ when: tick, x, anchor }) => (
            <g key={`${tick.basis}${tick.seconds}`}>
              <path d={`M${x} ${axisTop}v5`} className={css['axisLine']} />
              {hasRoom(x, anchor, durationShort(tick.seconds, messages)) && (
                <text x={x + SHIFT[anchor]} y={axisTop + 17} textAnchor={anchor} className={css['tick']}>
                  {durationShort(tick.seconds, messages)}
                </text>
              )}
            </g>
          ))}
        </svg>
        {named &&
          (['afterSpike', 'afterDose'] as const).map((basis) => (
            <span
              key={basis}
              className={css['basis']}
              style={{ insetInlineStart: basis === 'afterSpike' ? 0 : score.axis.gap.to + TEAR_PAD }}
            >
              {clockWords(basis, messages, model.manifest.clocks)}
            </span>
          ))}
        <div className={css['playhead']} style={{ insetInlineStart: score.playhead, height: axisTop + 5 }} />
        <div className={css['scrub']} style={{ top: axisTop - 2, height: AXIS + 2 }} {...scrub} />
        <ScoreBars
          score={score}
          rowTop={rowTop.map((top, index) => {
            const row = score.rows[index];
            return row === undefined ? top : top + (rowHeight(row, shape) - row.lanes * lanesOf(row.lanes, shape).lane) / 2;
          })}
          shape={shape}
          onVisit={(event) => dispatch(visitEvent(event, model))}
        />
        {size !== 'strip' && (
          <div
            className={css['here']}
            style={{ insetInlineStart: score.playhead, top: (rowTop[here] ?? 0) + rowHeight(score.rows[here], shape) / 2 }}
          />
        )}
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

/** Pixels of the axis from its start to a place in the window, also where the page is shown enlarged. */
function along(clientX: number, axis: HTMLElement): number {
  const { left, width } = axis.getBoundingClientRect();
  return ((clientX - left) * axis.offsetWidth) / Math.max(1, width);
}

function rowHeight(row: ScoreRow | undefined, shape: ScoreShape): number {
  return row?.current === true ? Math.max(shape.row, row.lanes * lanesOf(row.lanes, shape).lane + 6) : shape.row;
}

/** How far the words beside the tear stand from it, in pixels. */
const TEAR_PAD = 5;
const SHIFT: Readonly<Record<Tick['anchor'], number>> = { start: TEAR_PAD, middle: 0, end: -TEAR_PAD };

/** Events of the row whose times nobody knows stand beside the axis, never on it: each press opens the card of the next one. */
function Untimed({ events }: { readonly events: readonly Event[] }): ReactNode {
  const { state, messages, dispatch } = useExplorer();
  const at = events.findIndex(({ id }) => state.selection?.kind === 'event' && state.selection.id === id);
  const next = events[(at + 1) % Math.max(1, events.length)];
  if (next === undefined) return null;
  return (
    <button
      type="button"
      className={css['untimed']}
      aria-pressed={at >= 0}
      title={events.map(({ name }) => name).join('\n')}
      onClick={() => dispatch({ type: 'select', selection: { kind: 'event', id: next.id } })}
    >
      {messages.navigator.untimed(events.length)}
    </button>
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
