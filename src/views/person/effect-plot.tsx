/** One scale: every published size of effect on it, over time. Choices change the tone of marks and never which there are. */
import { scaleLinear } from 'd3-scale';
import { useMemo, type ReactNode } from 'react';
import { figure, populationText } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { emphasisOf, extentOf, measuredAt, READINGS, type Choice, type Mark, type MarkGroup } from '../../explorer/person';
import { textWidth } from '../../design/text-width';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { NAME_SIZE, dodge, placeNames, type Box } from './geometry';
import { MarkField } from './mark-field';
import { MarkShape, RING, sideOf } from './mark-shape';
import { itemOf } from './marks';
import ink from './marks.module.css';
import { insetOf, lastX, NARROW, type TimeFrame } from './time-frame';

interface Props {
  readonly group: MarkGroup;
  readonly frame: TimeFrame;
  readonly height: number;
  readonly choice: Choice;
  /** The title stands in the empty early part of the plot, or over it where there is none. */
  readonly titled: 'inside' | 'left';
}

const PAD = 7;
/** Distance of marks of one time. */
const STEP = 14;

export function EffectPlot({ group, frame, height, choice, titled }: Props): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useWords(person);
  const scale = words.scales[group.measure];
  const [low, high] = extentOf(group);
  const y = useMemo(() => scaleLinear([low, high], [height - PAD, PAD + 3]), [low, high, height]);
  const inOrder = group.marks.toSorted((a, b) => standing(b) - standing(a));
  const wanted = inOrder.map((mark) => place(mark, frame.x(mark.effect.seconds ?? 0), y));
  const dodged = dodge(
    wanted.map(({ x, y, mark, box }) => ({
      x,
      y,
      half: sideOf(mark) / 2 + (measuredAt(mark, state.when) ? RING : 0),
      top: box.top,
      bottom: box.bottom,
    })),
    { to: lastX(frame), step: STEP, most: frame.width < NARROW ? 3 : 4 },
  );
  const placed = wanted.map((item, index) => ({
    ...place(item.mark, dodged[index]?.x ?? item.x, y),
    from: dodged[index]?.moved === true ? item.x : null,
  }));
  const title: Box = titled === 'inside' ? { left: frame.from, right: frame.from + titleWidth(scale), top: 0, bottom: 36 } : NOWHERE;
  const order = placed.toSorted((a, b) => rank(b.mark, choice) - rank(a.mark, choice));
  const named = new Set<string>();
  const wishes = order.flatMap((item) => {
    if (named.has(item.mark.effect.name)) return [];
    named.add(item.mark.effect.name);
    const { people } = item.mark.effect;
    return [
      { id: item.mark.id, name: item.mark.effect.name, sub: people === undefined ? '' : words.few(people), mark: item.box, y: item.y },
    ];
  });
  const names = placeNames(
    wishes,
    placed.map(({ box }) => box),
    [title],
    { left: frame.from + 2, right: frame.width - 2, top: 0, bottom: height },
  );
  const ticks = y
    .ticks(3)
    .filter((value) => value !== 0)
    .slice(-2);
  return (
    <MarkField
      inset={insetOf(frame)}
      label={words.plotLabel(scale.title, group.marks.length)}
      items={placed.map(({ mark, x, y: at, box }) => itemOf(mark, { x, y: at, top: box.top, bottom: box.bottom }, model, words, messages))}
      width={frame.width}
      height={height}
      onGround={(x) => dispatch({ type: 'setWhen', when: frame.at(x) })}
    >
      <svg width={frame.width} height={height} className={ink['drawing']} aria-hidden="true" data-plot={group.measure}>
        {ticks.map((value) => (
          <g key={value}>
            <path d={`M${frame.from} ${y(value)}H${frame.to}`} className={ink['grid']} />
            <text x={frame.from - 7} y={y(value) + 4} textAnchor="end" className={ink['tick']}>
              {figure(value)}
            </text>
          </g>
        ))}
        <path d={`M${frame.from} ${y(0)}H${frame.to}`} className={ink['zero']} data-axis="" />
        <text x={frame.from - 7} y={y(0) + 4} textAnchor="end" className={ink['tick']}>
          0
        </text>
        {placed
          .toSorted((a, b) => rank(a.mark, choice) - rank(b.mark, choice))
          .map(({ mark, x, y: at, bar, from }) => (
            <MarkShape
              key={mark.id}
              mark={mark}
              x={x}
              y={at}
              from={from}
              bar={bar}
              tone={emphasisOf(mark, choice)}
              now={measuredAt(mark, state.when)}
              selected={state.selection?.kind === 'curve' && state.selection.id === mark.curve.id}
            />
          ))}
        {names.map(({ id, x, y: at, anchor, whole }) => {
          const wish = wishes.find((item) => item.id === id);
          const item = placed.find(({ mark }) => mark.id === id);
          if (wish === undefined || item === undefined) return null;
          return (
            <text
              key={id}
              x={x}
              y={at}
              textAnchor={anchor}
              fontSize={NAME_SIZE}
              className={ink['name']}
              data-tone={emphasisOf(item.mark, choice)}
            >
              <tspan className={ink['strong']}>{wish.name}</tspan>
              {whole && wish.sub !== '' && <tspan className={ink['sub']}> {wish.sub}</tspan>}
            </text>
          );
        })}
      </svg>
      <PlotTitle title={scale.title} about={scale.about} frame={frame} titled={titled} />
      <p className="visually-hidden">
        {[...new Set(group.marks.map(({ effect }) => populationText(effect.population, words)))].join(', ')}
      </p>
    </MarkField>
  );
}

const NOWHERE: Box = { left: -1, right: -1, top: -1, bottom: -1 };

/** Name of a plot and what its numbers are. */
export function PlotTitle(props: {
  readonly title: string;
  readonly about: string;
  readonly frame: TimeFrame;
  readonly titled: 'inside' | 'left';
}): ReactNode {
  const { title, about, frame, titled } = props;
  return (
    <div
      className={ink['plotTitle']}
      data-titled={titled}
      style={titled === 'inside' ? { left: frame.from + 6 } : { left: 12, width: Math.max(60, frame.from - 44) }}
    >
      <b>{title}</b>
      <span>{about}</span>
    </div>
  );
}

function titleWidth({ title, about }: { readonly title: string; readonly about: string }): number {
  return Math.max(textWidth(title, 12.5, 'strong'), textWidth(about, 11, 'sub')) + 14;
}

interface Placed {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly bar: { readonly low: number; readonly high: number } | null;
  readonly box: Box;
}

function place(mark: Mark, x: number, scale: (value: number) => number): Placed {
  const y = scale(mark.up ?? 0);
  const half = sideOf(mark) / 2;
  const bar = mark.low === null || mark.high === null ? null : { low: scale(mark.low), high: scale(mark.high) };
  const top = Math.min(y - half, bar?.high ?? y);
  const bottom = Math.max(y + half, bar?.low ?? y);
  return { mark, x, y, bar, box: { left: x - half, right: x + half, top, bottom } };
}

/** Which marks keep their time where several would meet; a choice never moves a mark. */
function standing(mark: Mark): number {
  return (mark.failed ? 2 : 0) + (mark.basis === 'pooled' ? 1 : 0) + (READINGS.includes(mark.effect.measure) ? 0.5 : 0);
}

/** What is named and drawn last: what was chosen and pooled, then what failed, then what was chosen, then the rest. */
function rank(mark: Mark, choice: Choice): number {
  const full = emphasisOf(mark, choice) === 'full' ? 4 : 0;
  return full + standing(mark);
}
