/** Results on one line: those told without a size, and scales for which there is no room for an axis. Only their time is drawn. */
import type { ReactNode } from 'react';
import { armsText, sizeText } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { emphasisOf, measuredAt, type Choice, type Mark } from '../../explorer/person';
import { textWidth } from '../../design/text-width';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { NAME_SIZE, dodge, nameWidth, placeNames, type Box } from './geometry';
import { MarkField } from './mark-field';
import { MarkShape, sideOf } from './mark-shape';
import { itemOf } from './marks';
import ink from './marks.module.css';
import { insetOf, lastX, NARROW, type TimeFrame } from './time-frame';

interface Props {
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly frame: TimeFrame;
  readonly choice: Choice;
}

/** Marks of one time stand one over the other, height meaning nothing here, or side by side with a line to their time. */
const STEP = 11;
const ROWS = [-5.5, 5.5] as const;
const CROWDED = 12;
export const LANE_HEIGHT = 26;

export function Lane({ title, marks, frame, choice }: Props): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useWords(person);
  const height = LANE_HEIGHT;
  const middle = height / 2;
  const inOrder = marks.toSorted((a, b) => Number(b.failed) - Number(a.failed));
  const trueX = (mark: Mark): number => frame.x(mark.effect.seconds ?? 0);
  const isCrowded = (mark: Mark): boolean => marks.some((other) => other !== mark && Math.abs(trueX(other) - trueX(mark)) < CROWDED);
  const dodged = dodge(
    inOrder.map((mark) => {
      const half = sideOf(mark) / 2;
      const own = { x: trueX(mark), y: middle, half, top: middle - half, bottom: middle + half };
      return isCrowded(mark) ? { ...own, rows: ROWS } : own;
    }),
    { to: lastX(frame), step: STEP, most: frame.width < NARROW ? 3 : 4 },
  );
  const placed = inOrder.map((mark, index) => {
    const { x, dy, moved } = dodged[index] ?? { x: trueX(mark), dy: 0, moved: false };
    const half = sideOf(mark) / 2;
    const y = middle + dy;
    const box: Box = { left: x - half, right: x + half, top: y - half, bottom: y + half };
    return { mark, x, y, box, from: moved ? trueX(mark) : null };
  });
  const titleEnd = frame.from + 12 + textWidth(title, 12, 'strong');
  const wishes = placed
    .toSorted((a, b) => weight(b.mark, choice) - weight(a.mark, choice))
    .map(({ mark, y, box }) => ({
      id: mark.id,
      name: mark.effect.told ?? armsText(mark, words) ?? sizeText(mark, words) ?? mark.effect.name,
      sub: mark.effect.name,
      mark: box,
      y,
    }));
  const names = placeNames(
    wishes,
    placed.map(({ box }) => box),
    [{ left: frame.from, right: titleEnd, top: 0, bottom: height }],
    { left: frame.from + 2, right: frame.width - 2, top: 0, bottom: height },
  );
  return (
    <MarkField
      inset={insetOf(frame)}
      label={words.plotLabel(title, marks.length)}
      items={placed.map(({ mark, x, y, box }) => itemOf(mark, { x, y, top: box.top, bottom: box.bottom }, model, words, messages))}
      width={frame.width}
      height={height}
      onGround={(x) => dispatch({ type: 'setWhen', when: frame.at(x) })}
    >
      <svg width={frame.width} height={height} className={ink['drawing']} aria-hidden="true" data-plot="lane">
        <path d={`M${frame.from} ${middle}H${frame.to}`} className={ink['grid']} />
        {placed
          .toSorted((a, b) => weight(a.mark, choice) - weight(b.mark, choice))
          .map(({ mark, x, y, from }) => (
            <MarkShape
              key={mark.id}
              mark={mark}
              x={x}
              y={y}
              from={from}
              bar={null}
              tone={emphasisOf(mark, choice)}
              now={measuredAt(mark, state.when)}
              selected={state.selection?.kind === 'curve' && state.selection.id === mark.curve.id}
            />
          ))}
        {names.map(({ id, x, y, anchor, whole }) => {
          const wish = wishes.find((item) => item.id === id);
          const mark = marks.find((item) => item.id === id);
          if (wish === undefined || mark === undefined) return null;
          const width = nameWidth(wish.name, whole ? wish.sub : '');
          const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
          return (
            <g key={id}>
              <rect x={left - 3} y={y - 10} width={width + 6} height={13} className={ink['paper']} />
              <text x={x} y={y} textAnchor={anchor} fontSize={NAME_SIZE} className={ink['name']} data-tone={emphasisOf(mark, choice)}>
                <tspan className={ink['strong']}>{wish.name}</tspan>
                {whole && <tspan className={ink['sub']}> {wish.sub}</tspan>}
              </text>
            </g>
          );
        })}
      </svg>
      <b className={ink['laneTitle']} style={{ left: frame.from + 6, top: middle - 8 }}>
        {title}
      </b>
    </MarkField>
  );
}

function weight(mark: Mark, choice: Choice): number {
  return (emphasisOf(mark, choice) === 'full' ? 2 : 0) + (mark.failed ? 1 : 0);
}
