/** What the drug does in the same hours: its level and the receptors it occupies, modelled as bands, with what was measured. */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { ReactNode } from 'react';
import { durationWords, whenWords } from '../../describe/duration';
import { citation, nameOf } from '../../describe/names';
import { figure } from '../../describe/person';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { person } from '../../describe/messages/en/person';
import { referenceOf } from '../../explorer/lookup';
import { measuredLevels, occupancyContradictions, peakOf } from '../../explorer/person-drug';
import { bandAt } from '../../science/pharmacokinetics/band';
import type { DoseBand, SpreadColumn } from '../../science/pharmacokinetics/types';
import { useDoseRun, type DoseSide } from '../dose/use-dose-run';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import { bandPaths } from './band-path';
import { PlotTitle } from './effect-plot';
import { nameWidth } from './geometry';
import { MarkField, type FieldItem } from './mark-field';
import { OtherDose, reachOf } from './other-dose';
import ink from './marks.module.css';
import { insetOf, type TimeFrame } from './time-frame';

interface Props {
  readonly side: DoseSide;
  readonly frame: TimeFrame;
  readonly height: number;
  readonly titled: 'inside' | 'left';
}

const PAD = 6;
/** Two doses further apart than this share a logarithmic scale of three decades or a little more, on which both can be read. */
const FAR_APART = 4;
const LOG_SPAN = 1000;
const plasma = (band: DoseBand): SpreadColumn | undefined => band.ngPerMl.ketamine;
const occupied = (band: DoseBand): SpreadColumn => band.occupancy;
const round = (value: number): string => figure(Number(value.toPrecision(value < 1 ? 1 : 3)));

export function LevelPlot({ side, frame, height, titled }: Props): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useWords(person);
  const { run } = side;
  const column = run?.band?.ngPerMl.ketamine;
  const models = column?.models.length ?? 0;
  const about = run?.band?.relativeOnly === true ? words.level.relative : models === 1 ? words.level.one : words.level.about(models);
  const peak = run === null ? null : peakOf(run);
  const measured = measuredLevels(model, state.dose, peak?.seconds ?? null);
  const other = useDoseRun().b?.run ?? null;
  const reach = [reachOf(run, plasma), reachOf(other, plasma)] as const;
  const top = Math.max(...reach, ...measured.map(({ range, ngPerMl }) => range?.[1] ?? ngPerMl), 1);
  const logarithmic = Math.min(...reach) > 0 && Math.max(...reach) > FAR_APART * Math.min(...reach);
  const least = 10 ** Math.floor(Math.log10(top / LOG_SPAN));
  const span = [height - PAD, PAD];
  const y = logarithmic ? scaleLog([least, top], span).clamp(true) : scaleLinear([0, top], span);
  const tick = logarithmic ? 10 ** Math.floor(Math.log10(top)) : y.ticks(2).findLast((value) => value > 0 && y(value) > 4);
  const paths = run?.band == null || column === undefined ? null : bandPaths(run.band, column, frame.x, y);
  const minutes = state.when.seconds / 60;
  const now =
    run === null || state.when.basis !== 'afterDose'
      ? null
      : minutes > run.end_min
        ? null
        : (bandAt(run, minutes)?.ngPerMl.ketamine ?? null);
  const { letters } = useWords(dosePanel);
  const said = now === null ? '' : words.level.band(round(now.low), round(now.value), round(now.high));
  const otherNow =
    other === null || state.when.basis !== 'afterDose' || minutes > other.end_min
      ? null
      : (bandAt(other, minutes)?.ngPerMl.ketamine ?? null);
  const items = measured.map(({ target, ngPerMl, range, seconds, timeFrom }): FieldItem => {
    const sources = target.references.flatMap((id) => {
      const reference = referenceOf(model, id);
      return reference === undefined ? [] : [citation(reference, messages)];
    });
    const name = words.level.measured(figure(ngPerMl));
    const lines = [
      target.description,
      messages.speech.list([
        words.at(durationWords(seconds, messages)),
        words.level.timeFrom[timeFrom],
        ...(range === null ? [] : [words.level.range(figure(range[0]), figure(range[1]))]),
      ]),
      sources.join('; '),
    ];
    return {
      id: `${target.id}${seconds}`,
      name,
      lines,
      label: words.mark(name, messages.speech.list(lines)),
      x: frame.x(seconds),
      y: y(ngPerMl),
      top: y(range?.[1] ?? ngPerMl),
      bottom: y(range?.[0] ?? ngPerMl),
      selection: { kind: 'reference', id: target.references[0] ?? target.id },
    };
  });
  const fits = ({ x, name }: FieldItem): boolean => x + 11 + nameWidth(name, '') < frame.width - 4;
  return (
    <MarkField
      inset={insetOf(frame)}
      label={words.plotLabel(words.level.title, items.length)}
      items={items}
      width={frame.width}
      height={height}
      onGround={(x) => dispatch({ type: 'setWhen', when: frame.at(x) })}
    >
      <svg width={frame.width} height={height} className={ink['drawing']} aria-hidden="true" data-plot="level" data-stale={!side.current}>
        {tick !== undefined && run?.band?.relativeOnly !== true && (
          <g>
            <path d={`M${frame.from} ${y(tick)}H${frame.to}`} className={ink['grid']} />
            <text x={frame.from - 7} y={y(tick) + 4} textAnchor="end" className={ink['tick']}>
              {figure(tick)}
            </text>
          </g>
        )}
        {paths !== null && (
          <>
            <path d={paths.area} className={ink['band']} />
            <path d={paths.line} className={ink['line']} />
          </>
        )}
        {other !== null && <OtherDose a={run} b={other} pick={plasma} x={frame.x} y={y} />}
        <path d={`M${frame.from} ${y(0)}H${frame.to}`} className={ink['zero']} />
        <text x={frame.from - 7} y={y(0) + 4} textAnchor="end" className={ink['tick']}>
          {logarithmic ? figure(least) : '0'}
        </text>
        {items.map((item) => (
          <g key={item.id} className={ink['mark']} data-tone="full">
            <path
              d={`M${item.x} ${item.top}V${item.bottom}M${item.x - 3.5} ${item.top}h7M${item.x - 3.5} ${item.bottom}h7`}
              className={ink['cap']}
            />
            <circle cx={item.x} cy={item.y} r="4" className={ink['square']} data-fill="full" />
            <text
              x={fits(item) ? item.x + 11 : frame.width - 4}
              y={fits(item) ? Math.max(12, item.y - 4) : 11}
              textAnchor={fits(item) ? 'start' : 'end'}
              className={ink['name']}
              data-tone="full"
            >
              <tspan className={ink['strong']}>{item.name}</tspan>
            </text>
          </g>
        ))}
      </svg>
      <PlotTitle
        title={words.level.title}
        about={
          run === null
            ? (side.failure ?? words.level.waiting)
            : run.band === null
              ? words.level.none
              : logarithmic
                ? words.level.logarithmic(about)
                : about
        }
        frame={frame}
        titled={titled}
      />
      {now !== null && run?.band?.relativeOnly !== true && (
        <span className={ink['reading']} data-kind="modelled">
          {other === null ? said : words.level.dose(letters.A, said)}
          {otherNow !== null && (
            <span>{words.level.dose(letters.B, words.level.band(round(otherNow.low), round(otherNow.value), round(otherNow.high)))}</span>
          )}
        </span>
      )}
      {!side.current && run !== null && <span className={ink['stale']}>{side.failure ?? words.level.stale}</span>}
      {now !== null && (
        <p className="visually-hidden">
          {words.level.summary(round(now.low), round(now.value), round(now.high), whenWords(state.when, messages, model.manifest.clocks))}
        </p>
      )}
    </MarkField>
  );
}

export function OccupancyPlot({ side, frame, height, titled }: Props): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useWords(person);
  const { run } = side;
  const column = run?.band?.occupancy;
  const other = useDoseRun().b?.run ?? null;
  const top = column === undefined ? 0.5 : Math.max(0.1, reachOf(run, occupied), reachOf(other, occupied));
  const y = scaleLinear([0, top], [height - PAD, PAD]);
  const paths = run?.band == null || column === undefined ? null : bandPaths(run.band, column, frame.x, y);
  const tick = y.ticks(2).findLast((value) => value > 0);
  const against = occupancyContradictions(model);
  const minutes = state.when.seconds / 60;
  const now = run === null || state.when.basis !== 'afterDose' || minutes > run.end_min ? null : (bandAt(run, minutes)?.occupancy ?? null);
  const percent = (share: number): string => String(Math.round(share * 100));
  return (
    <MarkField
      inset={insetOf(frame)}
      label={words.occupancy.title}
      items={[]}
      width={frame.width}
      height={height}
      onGround={(x) => dispatch({ type: 'setWhen', when: frame.at(x) })}
    >
      <svg
        width={frame.width}
        height={height}
        className={ink['drawing']}
        aria-hidden="true"
        data-plot="occupancy"
        data-stale={!side.current}
      >
        {tick !== undefined && (
          <g>
            <path d={`M${frame.from} ${y(tick)}H${frame.to}`} className={ink['grid']} />
            <text x={frame.from - 7} y={y(tick) + 4} textAnchor="end" className={ink['tick']}>
              {percent(tick)}
            </text>
          </g>
        )}
        {paths !== null && (
          <>
            <path d={paths.area} className={ink['band']} />
            <path d={paths.line} className={ink['line']} data-modelled />
          </>
        )}
        {other !== null && <OtherDose a={run} b={other} pick={occupied} x={frame.x} y={y} />}
        <path d={`M${frame.from} ${y(0)}H${frame.to}`} className={ink['zero']} />
        <text x={frame.from - 7} y={y(0) + 4} textAnchor="end" className={ink['tick']}>
          0
        </text>
      </svg>
      <PlotTitle title={words.occupancy.title} about={words.occupancy.about} frame={frame} titled={titled} />
      <span className={ink['reading']} data-kind="modelled">
        {now !== null && <span>{words.occupancy.band(percent(now.low), percent(now.value), percent(now.high))}</span>}
        {against.map((item) => (
          <StateLink
            key={item.reference}
            className={ink['against'] ?? ''}
            action={{ type: 'select', selection: { kind: 'reference', id: item.reference } }}
            label={messages.speech.list([
              words.occupancy.againstLong(item.says),
              nameOf({ kind: 'reference', id: item.reference }, model, messages),
            ])}
          >
            {words.occupancy.against}
          </StateLink>
        ))}
      </span>
    </MarkField>
  );
}
