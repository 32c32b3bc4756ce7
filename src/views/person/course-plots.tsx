/** Dissociation and blood pressure in the hours of the drug: readings as points, and lines drawn between them that say so. */
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { durationShort, durationWords } from '../../describe/duration';
import { citation } from '../../describe/names';
import { figure } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { referenceOf } from '../../explorer/lookup';
import { outcomeView } from '../../explorer/person';
import { courseOf, type CoursePoint } from '../../explorer/person-course';
import type { ResponseCurve } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { PlotTitle } from './effect-plot';
import { nameWidth } from './geometry';
import { MarkField, type FieldItem } from './mark-field';
import { itemOf } from './marks';
import ink from './marks.module.css';
import { insetOf, type TimeFrame } from './time-frame';

interface Props {
  readonly frame: TimeFrame;
  readonly height: number;
  readonly titled: 'inside' | 'left';
}

const PAD = 6;
const STEPS = 48;

/** A line that is straight in time between readings, drawn on the logarithmic clock. */
function drawnPath(points: readonly CoursePoint[], frame: TimeFrame, y: (value: number) => number): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const [from, to] = [Math.log10(Math.max(1, first.seconds)), Math.log10(last.seconds)];
  const at = (seconds: number): number => {
    const next = points.findIndex((point) => point.seconds >= seconds);
    const [after, before] = [points[next], points[next - 1]];
    if (after === undefined) return last.value;
    if (before === undefined) return after.value;
    return before.value + ((after.value - before.value) * (seconds - before.seconds)) / (after.seconds - before.seconds);
  };
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const seconds = 10 ** (from + ((to - from) * step) / STEPS);
    return `${step === 0 ? 'M' : 'L'}${frame.x(seconds).toFixed(1)} ${y(at(seconds)).toFixed(1)}`;
  }).join('');
}

/** Whether a name beside the end of a line has room; without it the marks still tell. */
function fits(x: number, text: string, frame: TimeFrame): boolean {
  return x + 12 + nameWidth(text, '') < frame.width - 4;
}

function useSources(): (curve: ResponseCurve) => string {
  const { model, messages } = useExplorer();
  return (curve) =>
    curve.references
      .flatMap((id) => {
        const reference = referenceOf(model, id);
        return reference === undefined ? [] : [citation(reference, messages)];
      })
      .join('; ');
}

export function DissociationPlot({ frame, height, titled }: Props): ReactNode {
  const { model, messages, dispatch } = useExplorer();
  const words = useWords(person);
  const sources = useSources();
  const course = courseOf(model, 'described', 'level');
  if (course === null) return null;
  const y = scaleLinear([0, 1], [height - PAD, PAD + 2]);
  const told = outcomeView(model, 'dissociation').told;
  const rated = course.points.filter((point) => point.seconds > 0);
  const items = rated.map((point): FieldItem => {
    const mark = told.find(({ effect }) => Math.abs(effect.seconds ?? 0) === point.seconds);
    const at = { x: frame.x(point.seconds), y: y(point.value), top: y(point.value) - 5, bottom: y(point.value) + 5 };
    if (mark !== undefined) return itemOf(mark, at, model, words, messages);
    const lines = [words.card.described, durationWords(point.seconds, messages), sources(course.curve)];
    return {
      id: `rated${point.seconds}`,
      name: words.dissociation.title,
      lines,
      label: words.mark(words.dissociation.title, messages.speech.list(lines)),
      selection: { kind: 'curve', id: course.curve.id },
      ...at,
    };
  });
  const last = rated.at(-1);
  return (
    <MarkField
      inset={insetOf(frame)}
      label={words.plotLabel(words.dissociation.title, items.length)}
      items={items}
      width={frame.width}
      height={height}
      onGround={(x) => dispatch({ type: 'setWhen', when: frame.at(x) })}
    >
      <svg width={frame.width} height={height} className={ink['drawing']} aria-hidden="true" data-plot="dissociation">
        <path d={`M${frame.from} ${y(1)}H${frame.to}`} className={ink['grid']} />
        <text x={frame.from - 7} y={y(1) + 4} textAnchor="end" className={ink['tick']}>
          {words.dissociation.peak}
        </text>
        <path d={`${drawnPath(course.points, frame, y)}V${y(0)}Z`} className={ink['ground']} />
        <path d={drawnPath(course.points, frame, y)} className={ink['drawn']} />
        <path d={`M${frame.from} ${y(0)}H${frame.to}`} className={ink['zero']} />
        <text x={frame.from - 7} y={y(0) + 4} textAnchor="end" className={ink['tick']}>
          {words.dissociation.none}
        </text>
        {items.map((item) => (
          <circle key={item.id} cx={item.x} cy={item.y} r="3.5" className={ink['point']} />
        ))}
        {last !== undefined && fits(frame.x(last.seconds), words.dissociation.back(durationShort(last.seconds, messages)), frame) && (
          <text x={frame.x(last.seconds) + 12} y={y(0) - 8} className={ink['name']} data-tone="rest">
            <tspan className={ink['strong']}>{words.dissociation.back(durationShort(last.seconds, messages))}</tspan>
          </text>
        )}
      </svg>
      <PlotTitle title={words.dissociation.title} about={words.dissociation.about} frame={frame} titled={titled} />
    </MarkField>
  );
}

export function PressurePlot({ frame, height, titled }: Props): ReactNode {
  const { model, messages, dispatch } = useExplorer();
  const words = useWords(person);
  const view = outcomeView(model, 'bloodPressure');
  const [systolic, diastolic] = [courseOf(model, 'study', 'sys'), courseOf(model, 'study', 'dia')];
  if (systolic === null || diastolic === null) return null;
  const readings = view.plots.flatMap((group) => group.marks).filter(({ effect }) => effect.seconds !== null);
  const pressureEnd = frame.x(systolic.points.at(-1)?.seconds ?? 1);
  const top = Math.max(1, ...readings.map(({ up }) => up ?? 0));
  const y = scaleLinear([0, top], [height - PAD, PAD + 2]);
  const tick = y.ticks(2).findLast((value) => value > 0);
  const items = readings.map((mark, index): FieldItem => {
    const shift = mark.effect.check === 'unchecked' ? 9 + (index % 2) * 9 : 0;
    const at = y(mark.up ?? 0);
    return itemOf(mark, { x: frame.x(mark.effect.seconds ?? 0) + shift, y: at, top: at - 5, bottom: at + 5 }, model, words, messages);
  });
  return (
    <MarkField
      inset={insetOf(frame)}
      label={words.plotLabel(words.pressure.title, items.length)}
      items={items}
      width={frame.width}
      height={height}
      onGround={(x) => dispatch({ type: 'setWhen', when: frame.at(x) })}
    >
      <svg width={frame.width} height={height} className={ink['drawing']} aria-hidden="true" data-plot="pressure">
        {tick !== undefined && (
          <g>
            <path d={`M${frame.from} ${y(tick)}H${frame.to}`} className={ink['grid']} />
            <text x={frame.from - 7} y={y(tick) + 4} textAnchor="end" className={ink['tick']}>
              +{figure(tick)}
            </text>
          </g>
        )}
        <path d={drawnPath(systolic.points, frame, y)} className={ink['drawn']} />
        <path d={drawnPath(diastolic.points, frame, y)} className={ink['drawn']} data-second />
        <path d={`M${frame.from} ${y(0)}H${frame.to}`} className={ink['zero']} />
        <text x={frame.from - 7} y={y(0) + 4} textAnchor="end" className={ink['tick']}>
          0
        </text>
        {items.map((item, index) => (
          <circle
            key={item.id}
            cx={item.x}
            cy={item.y}
            r="3.5"
            className={ink['point']}
            data-unchecked={readings[index]?.effect.check === 'unchecked'}
          />
        ))}
        {fits(pressureEnd, words.pressure.label, frame) && (
          <text x={pressureEnd + 12} y={y(0) - 8} className={ink['name']} data-tone="rest">
            <tspan className={ink['strong']}>{words.pressure.label}</tspan>
          </text>
        )}
      </svg>
      <PlotTitle title={words.pressure.title} about={words.pressure.about} frame={frame} titled={titled} />
    </MarkField>
  );
}
