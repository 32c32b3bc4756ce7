/**
 * One scale on a phone: a row a result, in the order of time, with its name, how many people, and its size with the interval on a scale
 * that all rows share. What was measured at the playhead's moment is brought out.
 */
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { durationShort } from '../../describe/duration';
import { armsText, figure, markLabel, sizeText } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { Sci } from '../../design/sci';
import { emphasisOf, extentOf, measuredAt, type Choice, type Mark, type MarkGroup } from '../../explorer/person';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import css from './forest.module.css';
import { RING, Square, sideOf } from './mark-shape';
import ink from './marks.module.css';

/** Share of the width that the scale takes, and its room at both ends, px. */
const SHARE = 0.42;
const END = 9;
const ROW = 22;
const HEAD = 16;

interface Props {
  readonly group: MarkGroup;
  /** Width of the picture, px. */
  readonly width: number;
  readonly choice: Choice;
}

export function Forest({ group, width, choice }: Props): ReactNode {
  const words = useWords(person);
  const scale = words.scales[group.measure];
  const across = Math.round(width * SHARE);
  const x = scaleLinear(extentOf(group), [END, across - END]);
  const ticks = x.ticks(3).filter((value) => value !== 0);
  return (
    <section className={css['forest']} aria-label={words.plotLabel(scale.title, group.marks.length)} data-plot={group.measure}>
      <p className={css['head']}>
        <b>{scale.title}</b> {scale.about}
      </p>
      <div className={css['rows']}>
        <svg className={css['scale']} width={across} height="100%" aria-hidden="true">
          {ticks.map((value) => (
            <g key={value}>
              <line x1={x(value)} x2={x(value)} y1={HEAD} y2="100%" className={ink['grid']} />
              <text x={x(value)} y={11} textAnchor="middle" className={ink['tick']}>
                {figure(value)}
              </text>
            </g>
          ))}
          <line x1={x(0)} x2={x(0)} y1={HEAD} y2="100%" className={ink['zero']} data-axis="" />
          <text x={x(0)} y={11} textAnchor="middle" className={ink['tick']}>
            0
          </text>
        </svg>
        <ul>
          {group.marks.map((mark, index) => (
            <Row key={mark.id} mark={mark} before={group.marks[index - 1]} choice={choice}>
              <Bar mark={mark} across={across} x={x} />
            </Row>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Results without a size on a scale: what the report says stands in its place. */
export function ToldRows({
  title,
  marks,
  choice,
}: {
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly choice: Choice;
}): ReactNode {
  const words = useWords(person);
  const inOrder = marks.toSorted((a, b) => (a.effect.seconds ?? 0) - (b.effect.seconds ?? 0));
  return (
    <section className={css['forest']} aria-label={words.plotLabel(title, marks.length)} data-told>
      <p className={css['head']}>
        <b>{title}</b>
      </p>
      <ul>
        {inOrder.map((mark, index) => (
          <Row key={mark.id} mark={mark} before={inOrder[index - 1]} choice={choice}>
            <svg width={ROW} height={ROW} className={css['bar']} aria-hidden="true">
              <MarkAt mark={mark} x={ROW / 2} />
            </svg>
          </Row>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly mark: Mark;
  /** The row above, whose time is not said again. */
  readonly before: Mark | undefined;
  readonly choice: Choice;
  readonly children: ReactNode;
}

function Row({ mark, before, choice, children }: RowProps): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(person);
  const { effect, up } = mark;
  const time = (of: Mark | undefined): string => (of?.effect.seconds == null ? '' : durationShort(of.effect.seconds, messages));
  const told = up === null ? (effect.told ?? armsText(mark, words) ?? sizeText(mark, words)) : null;
  return (
    <li
      className={ink['mark']}
      data-tone={emphasisOf(mark, choice)}
      data-mark={mark.id}
      data-failed={mark.failed}
      data-now={measuredAt(mark, state.when)}
    >
      <StateLink
        className={css['row'] ?? ''}
        action={{ type: 'select', selection: { kind: 'curve', id: mark.curve.id } }}
        current={state.selection?.kind === 'curve' && state.selection.id === mark.curve.id}
        label={markLabel(mark, model, words, messages)}
      >
        <span className={css['time']}>{time(mark) === time(before) ? '' : time(mark)}</span>
        <span className={css['name']}>
          <b>
            <Sci text={effect.name} />
          </b>{' '}
          {told !== null && <Sci text={told} />} {effect.people !== undefined && <i>{words.few(effect.people)}</i>}
        </span>
        {children}
      </StateLink>
    </li>
  );
}

function Bar({ mark, across, x }: { readonly mark: Mark; readonly across: number; readonly x: (value: number) => number }): ReactNode {
  const { low, high, up, effect } = mark;
  const middle = ROW / 2;
  const unchecked = effect.check === 'unchecked';
  return (
    <svg width={across} height={ROW} className={css['bar']} aria-hidden="true">
      {low !== null && high !== null && (
        <>
          <path d={`M${x(low)} ${middle}H${x(high)}`} className={ink['bar']} data-unchecked={unchecked} />
          {!unchecked && <path d={`M${x(low)} ${middle - 3.5}v7M${x(high)} ${middle - 3.5}v7`} className={ink['cap']} />}
        </>
      )}
      <MarkAt mark={mark} x={x(up ?? 0)} />
    </svg>
  );
}

function MarkAt({ mark, x }: { readonly mark: Mark; readonly x: number }): ReactNode {
  const { state } = useExplorer();
  const side = sideOf(mark);
  const ring = side / 2 + RING;
  const selected = state.selection?.kind === 'curve' && state.selection.id === mark.curve.id;
  const y = ROW / 2;
  return (
    <>
      {(measuredAt(mark, state.when) || selected) && (
        <rect x={x - ring} y={y - ring} width={2 * ring} height={2 * ring} className={ink['ring']} data-selected={selected} />
      )}
      <Square x={x} y={y} side={side} separated={mark.effect.separated} alone={mark.effect.controls.length === 0} />
      {mark.low === null && mark.effect.check === 'unchecked' && (
        <path d={`M${x - side / 2} ${y + side / 2 + 2.5}h${side}`} className={ink['bar']} data-unchecked />
      )}
    </>
  );
}
