/**
 * The person: what was rated and measured in people after a dose, on the time of the score below. Benefit stands above an ink rule,
 * the drug and its cost below it, with the same room.
 */
import { useContext, useRef, type ReactNode } from 'react';
import { whenWords } from '../../describe/duration';
import { person } from '../../describe/messages/en/person';
import { outcomeView, type Mark, type MarkGroup, type OutcomeView } from '../../explorer/person';
import type { PageScene } from '../../explorer/page-scene';
import { useDoseRun, type DoseSide } from '../dose/use-dose-run';
import { Compact } from '../shared/compact';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { useWords } from '../shared/use-words';
import { Chain } from './chain';
import { DrugClock, MoodClock } from './clocks';
import { ArmSwitch, choiceOf, MarkKey, OutcomeSelect, PopulationSelect } from './controls';
import { DissociationPlot, PressurePlot } from './course-plots';
import { LevelPlot, OccupancyPlot } from './drug-plots';
import { EffectPlot } from './effect-plot';
import { Forest, ToldRows } from './forest';
import { SafetyStrip } from './foot';
import { InflammationView } from './inflammation';
import { Lane, LANE_HEIGHT } from './lane';
import ink from './marks.module.css';
import css from './person.module.css';
import { Timeless, timelessHeight } from './timeless';
import { useTimeFrame, type TimeFrame } from './time-frame';

/** The clocks stand left of the plots where there is this much room before the dose's clock. */
const CLOCK_ROOM = 236;
const HEAD = 44;
/** Heights of the plots below the rule; they keep their shares and grow with the picture. */
const COST = { level: 62, occupancy: 54, dissociation: 44, pressure: 52 } as const;
const LEAST_AXIS = 70;
const LEAST_BENEFIT = 208;
const MOST_AXIS = 190;
const STACKED_AXIS = 104;
const COMPACT_HEAD = 38;
const COMPACT_LEVEL = 78;
const COMPACT_AXIS = 60;
/** On a phone the words beside the drug level need this much height. */
const COMPACT_LEVEL_NARROW = 112;
/** In narrower pictures trials stand in rows, each with its name: side by side in time they would cover one another. */
const ROWS_UNDER = 480;

export function PersonStage({ scene }: { readonly scene: PageScene }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(person);
  const root = useRef<HTMLDivElement>(null);
  const [box, size] = useSize<HTMLDivElement>();
  const frame = useTimeFrame(root, size.width, size.height);
  const { a } = useDoseRun();
  const compact = useContext(Compact);
  const wide = frame !== null && frame.from >= CLOCK_ROOM;
  return (
    <div ref={root} className={css['level']} data-layout={wide ? 'wide' : 'stack'} data-level={scene.level}>
      <div ref={box} className={css['page']}>
        {frame !== null && (
          <section aria-label={words.region} dir="ltr">
            <p className="visually-hidden">{whenWords(state.when, messages, model.manifest.clocks)}</p>
            {state.places.outcome === 'inflammation' ? (
              <>
                <div className={css['head']} style={{ minHeight: HEAD }}>
                  <OutcomeSelect />
                </div>
                <InflammationView frame={frame} />
                <Explains from={0} />
              </>
            ) : compact ? (
              <CompactFigure view={outcomeView(model, state.places.outcome)} frame={frame} side={a} />
            ) : (
              <Response view={outcomeView(model, state.places.outcome)} frame={frame} wide={wide} side={a} />
            )}
          </section>
        )}
      </div>
    </div>
  );
}

interface ResponseProps {
  readonly view: OutcomeView;
  readonly frame: TimeFrame;
  readonly wide: boolean;
  readonly side: DoseSide;
}

function Response({ view, frame, wide, side }: ResponseProps): ReactNode {
  const { state } = useExplorer();
  const words = useWords(person);
  const choice = choiceOf(view, state.places);
  const titled = wide ? 'inside' : 'left';
  const plan = planOf(view, frame, wide, timelessHeight(view.timeless, frame.to - frame.from, words));
  const readings = view.outcome === 'bloodPressure';
  const rows = !wide && frame.width < ROWS_UNDER;
  // A course that is told in words has no scale: it stands where the scales do, once.
  const described = view.outcome === 'dissociation';
  const playhead = frame.now !== null && <div className={ink['playhead']} style={{ left: frame.now }} />;
  const benefit = (
    <section aria-label={words.outcomes[view.outcome]} className={css['benefit']} style={wide ? { minHeight: plan.benefit } : undefined}>
      {plan.axes.map((group) =>
        rows ? (
          <Forest key={group.measure} group={group} width={frame.width} choice={choice} />
        ) : (
          <EffectPlot key={group.measure} group={group} frame={frame} height={plan.axis} choice={choice} titled={titled} />
        ),
      )}
      {plan.lanes.map((group) => (
        <Lane key={group.measure} title={words.scales[group.measure].title} marks={group.marks} frame={frame} choice={choice} />
      ))}
      {plan.told.length > 0 &&
        (rows ? (
          <ToldRows title={words.told} marks={plan.told} choice={choice} />
        ) : (
          <Lane title={words.told} marks={plan.told} frame={frame} choice={choice} />
        ))}
      {described && <DissociationPlot frame={frame} height={plan.axis} titled={titled} />}
      {view.plots.length === 0 && !described && <p className={css['empty']}>{words.none}</p>}
      {(view.timeless.length > 0 || view.unread > 0) && (
        <div style={{ marginLeft: wide ? frame.from + 6 : 12 }}>
          <Timeless marks={view.timeless} choice={choice} />
          {view.unread > 0 && <p className={css['about']}>{words.unread(view.unread)}</p>}
        </div>
      )}
    </section>
  );
  const cost = (
    <section aria-label={words.cost} className={css['cost']}>
      {!wide && <h2 className={css['costTitle']}>{words.cost}</h2>}
      <LevelPlot side={side} frame={frame} height={plan.cost.level} titled={titled} />
      <OccupancyPlot side={side} frame={frame} height={plan.cost.occupancy} titled={titled} />
      {!described && <DissociationPlot frame={frame} height={plan.cost.dissociation} titled={titled} />}
      <PressurePlot frame={frame} height={plan.cost.pressure} titled={titled} />
    </section>
  );
  if (!wide) {
    return (
      <div className={css['plots']}>
        <div className={css['head']}>
          <OutcomeSelect />
          <PopulationSelect view={view} />
          <ArmSwitch view={view} narrow={rows} />
        </div>
        <div className={css['stackHead']}>
          <p>{rows ? words.across[readings ? 'readings' : 'trials'] : readings ? words.plateReadings : words.plate}</p>
          <MarkKey rows={rows} />
        </div>
        <div className={css['timed']}>
          {!rows && playhead}
          {benefit}
        </div>
        <Clocks side={side} radius={plan.radius} />
        <div className={css['timed']}>
          {playhead}
          {cost}
        </div>
        <SafetyStrip />
        <Explains from={0} />
      </div>
    );
  }
  return (
    <div className={css['plots']}>
      <div className={css['head']} data-wide="true" style={{ paddingLeft: frame.from + 4, height: HEAD }}>
        <ArmSwitch view={view} />
        <PopulationSelect view={view} />
      </div>
      <div className={css['timed']} style={{ minHeight: frame.height - HEAD }}>
        {playhead}
        {benefit}
        {cost}
        <Explains from={frame.from - 6} />
      </div>
      <div className={css['low']}>
        <SafetyStrip />
      </div>
      <div className={css['left']} style={{ width: frame.from - 44 }}>
        <div className={css['leftTop']} style={{ height: HEAD + plan.benefit }}>
          <div className={css['plateTop']}>
            <OutcomeSelect />
            <p>{readings ? words.plateReadings : words.plate}</p>
            <MarkKey />
          </div>
          <MoodClock radius={plan.radius} />
        </div>
        <div className={css['leftFoot']} style={{ height: plan.total - HEAD - plan.benefit }}>
          <Chain />
          <div>
            <h2 className={css['costTitle']}>{words.cost}</h2>
            <DrugClock radius={plan.radius} side={side} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** In a figure of a course page: the switch, the first scales, and the drug level, as high as the figure and no higher. */
function CompactFigure({ view, frame, side }: Omit<ResponseProps, 'wide'>): ReactNode {
  const { state } = useExplorer();
  const words = useWords(person);
  const choice = choiceOf(view, state.places);
  const narrow = frame.width < ROWS_UNDER;
  // A course that is told in words stands where the scales do.
  const described = view.outcome === 'dissociation';
  const level = narrow ? COMPACT_LEVEL_NARROW : COMPACT_LEVEL;
  const told = view.told.length > 0 ? LANE_HEIGHT : 0;
  const room = frame.height - COMPACT_HEAD - level - told - FOOT;
  const axes = view.plots.slice(0, Math.max(1, Math.min(2, Math.floor(room / COMPACT_AXIS))));
  const axis = Math.max(COMPACT_AXIS, Math.floor(room / Math.max(1, axes.length + Number(described))));
  return (
    <div className={css['plots']} data-compact="true">
      <div className={css['head']} style={{ height: COMPACT_HEAD }}>
        <ArmSwitch view={view} narrow={narrow} />
      </div>
      <div className={css['timed']}>
        {frame.now !== null && <div className={ink['playhead']} style={{ left: frame.now }} />}
        <section aria-label={words.outcomes[view.outcome]} className={css['benefit']}>
          {axes.map((group) => (
            <EffectPlot key={group.measure} group={group} frame={frame} height={axis} choice={choice} titled="left" />
          ))}
          {described && <DissociationPlot frame={frame} height={axis} titled="left" />}
          {told > 0 && <Lane title={words.told} marks={view.told} frame={frame} choice={choice} />}
        </section>
        <section aria-label={words.cost} className={css['cost']}>
          <LevelPlot side={side} frame={frame} height={level} titled="left" />
        </section>
        <p className={css['explains']} style={{ marginLeft: narrow ? 0 : frame.from - 6 }}>
          {words.explains}
        </p>
      </div>
    </div>
  );
}

function Clocks({ side, radius }: { readonly side: DoseSide; readonly radius: number }): ReactNode {
  const words = useWords(person).clocks;
  return (
    <section aria-label={words.label} className={css['clocks']}>
      <MoodClock radius={radius} />
      <DrugClock radius={radius} side={side} />
      <Chain />
    </section>
  );
}

/** Stands at the foot of the picture, always. */
function Explains({ from }: { readonly from: number }): ReactNode {
  const words = useWords(person);
  return (
    <p className={css['explains']} style={{ marginLeft: from }}>
      {words.explains} {words.crisis}
    </p>
  );
}

interface Plan {
  /** Scales with an axis, scales on a line of their own, and everything else on one line. */
  readonly axes: readonly MarkGroup[];
  readonly lanes: readonly MarkGroup[];
  readonly told: readonly Mark[];
  readonly axis: number;
  readonly benefit: number;
  readonly cost: Readonly<Record<keyof typeof COST, number>>;
  readonly total: number;
  readonly radius: number;
}

const STACKED_COST: Plan['cost'] = { level: 98, occupancy: 106, dissociation: 78, pressure: 104 };

/** Shares the height of the picture out: half to the benefit, half to drug and cost, no plot under what can be read. */
function planOf(view: OutcomeView, frame: TimeFrame, wide: boolean, timeless: number): Plan {
  const split = (axes: number): Pick<Plan, 'axes' | 'lanes' | 'told'> => {
    const rest = view.plots.slice(axes);
    const lanes = rest.filter((group) => group.marks.length > 1);
    const single = rest.filter((group) => group.marks.length === 1).flatMap((group) => group.marks);
    return { axes: view.plots.slice(0, axes), lanes, told: [...single, ...view.told] };
  };
  const linesOf = ({ lanes, told }: Pick<Plan, 'lanes' | 'told'>): number =>
    lanes.length * LANE_HEIGHT + (told.length > 0 ? LANE_HEIGHT : 0) + timeless;
  if (!wide) return { ...split(view.plots.length), axis: STACKED_AXIS, benefit: 0, cost: STACKED_COST, total: 0, radius: 46 };
  const costLeast = Object.values(COST).reduce((sum, height) => sum + height, 0);
  const room = frame.height - HEAD - FOOT;
  const forBenefit = room - Math.max(costLeast, room / 2);
  const counts = view.plots.map((_, index) => view.plots.length - index);
  const fitting = counts.find((count) => count * LEAST_AXIS + linesOf(split(count)) <= forBenefit);
  const parts = split(fitting ?? Math.min(2, view.plots.length));
  const lines = linesOf(parts);
  const axes = Math.max(1, parts.axes.length);
  const axis = Math.min(MOST_AXIS, Math.max(LEAST_AXIS, Math.floor((forBenefit - lines) / axes)));
  // Never lower than what stands left of it.
  const benefit = Math.max(axes * axis + lines, LEAST_BENEFIT);
  const stretch = Math.max(1, (room - benefit) / costLeast);
  const cost: Plan['cost'] = {
    level: Math.floor(COST.level * stretch),
    occupancy: Math.floor(COST.occupancy * stretch),
    dissociation: Math.floor(COST.dissociation * stretch),
    pressure: Math.floor(COST.pressure * stretch),
  };
  const total = benefit + Object.values(cost).reduce((sum, height) => sum + height, 0) + HEAD;
  return {
    ...parts,
    axis,
    benefit,
    cost,
    total,
    radius: Math.max(38, Math.min(64, (HEAD + benefit - PLATE_TOP) / 2 - DIAL_EDGE, (frame.from - 44 - CLOCK_TEXT) / 2 - DIAL_EDGE)),
  };
}

const FOOT = 24;
/** Heights and widths that the left side keeps from its dials: title plate and chain, words beside a dial, its ticks. */
const PLATE_TOP = 128;
const CLOCK_TEXT = 92;
const DIAL_EDGE = 22;
