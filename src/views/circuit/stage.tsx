/**
 * The circuit: one drawing in which every line ends on the part of the cell it reaches, with the simulated firing under the cells. The
 * rates, the field and every spike follow below it where the panel is not beside it.
 */
import { useContext, type CSSProperties, type ReactNode } from 'react';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { percentWords } from '../../describe/circuit';
import { Segments } from '../../design/tabs';
import { chosenCell, circuitOf, circuitRoute, reachedCells, settingOf, visitCell } from '../../explorer/circuit';
import type { PageScene } from '../../explorer/page-scene';
import type { Circuit } from '../../model/schema';
import { Compact, OnSlide } from '../shared/compact';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { useWords } from '../shared/use-words';
import css from './circuit.module.css';
import own from './panel.module.css';
import { Controls } from './controls';
import { Drawing } from './drawing';
import { Labels } from './labels';
import { Outcome } from './outcome';
import { planOf } from './plan';
import { Plots } from './plots';
import { resultsOf } from './results';
import type { CircuitState } from './run-store';
import { useCircuitRun } from './use-circuit';

/** A frame narrower than this is a phone: the drawing keeps a height of its own and the plots follow. */
const STACKED = 560;
/** The drawing's shape above which a neighbour and the ruler of parts are drawn. */
const WIDE = 1.15;
/** In a narrower frame, px, a neighbour would leave no room for numbers and names. */
const LEAST_WIDE = 480;
/** Under this scale labels keep only their names. */
const SMALL = 0.78;
const STACKED_SHAPE = 1.12;
/** Numbers of a route: their size in design units, and the least that is drawn, px; on a slide, which is drawn at twice its size, more. */
const TYPE = { units: 11, least: 9.5, slide: 12 } as const;
/** Above this size the places of numbers and names make room for them. */
const LARGE = 13;
/** Height that the head of a compact frame takes, px, and the lowest drawing that it leaves. */
const HEADED = { wide: 52, narrow: 92 } as const;
const LEAST_HEADED = 200;

export function CircuitStage({ scene }: { readonly scene: PageScene }): ReactNode {
  const { state, model } = useExplorer();
  const circuit = circuitOf(model, state.places);
  return circuit === undefined ? null : <Stage circuit={circuit} level={scene.level} />;
}

function Stage({ circuit, level }: { readonly circuit: Circuit; readonly level: string }): ReactNode {
  const { state, dispatch, announce } = useExplorer();
  const words = useWords(circuitWords);
  const compact = useContext(Compact);
  const onSlide = useContext(OnSlide);
  const [box, size] = useSize<HTMLDivElement>();
  const run = useCircuitRun();
  const stacked = size.width < STACKED && !compact;
  // In a figure or on a slide what is told stands over the drawing, which has no room to spare.
  const head = size.width < STACKED ? HEADED.narrow : HEADED.wide;
  const over = stacked || (compact && size.height >= LEAST_HEADED + head);
  const height = stacked ? Math.round(size.width * STACKED_SHAPE) : size.height - (over ? head : 0);
  const shown = run.shown?.model === circuit.model ? run.shown : null;
  const results = resultsOf(shown);
  const wide = height > 0 && size.width / height > WIDE && size.width >= LEAST_WIDE;
  const usual = planOf(circuit, wide);
  const scale = Math.min(size.width / usual.width, height / usual.height);
  const type = scale > 0 ? Math.max(TYPE.units, (onSlide ? TYPE.slide : TYPE.least) / scale) : TYPE.units;
  const plan = type > LARGE ? planOf(circuit, wide, true) : usual;
  const width = scale > 0 ? size.width / scale : plan.width;
  const left = (plan.width - width) / 2;
  const top = scale > 0 ? (plan.height - height / scale) / 2 : 0;
  const chosen = chosenCell(circuit, state)?.id ?? null;
  const route = circuitRoute(circuit, state.lit);
  const drugged = new Set(reachedCells(circuit, settingOf(circuit, state.places)).map(({ id }) => id));
  const choose = (cell: string): void => {
    dispatch(visitCell(state, circuit, cell === chosen ? null : cell));
    announce(cell === chosen ? circuit.title : (circuit.cells.find(({ id }) => id === cell)?.name ?? cell));
  };
  return (
    <div
      className={css['level']}
      data-level={level}
      data-circuit={circuit.id}
      data-stacked={stacked || undefined}
      data-headed={(over && !stacked) || undefined}
    >
      <section
        ref={box}
        className={css['page']}
        style={{ '--head': `${head}px` } as CSSProperties}
        aria-label={words.region(circuit.title)}
        dir="ltr"
      >
        {size.width > 0 && (
          <>
            {over && <Head circuit={circuit} compact={compact} run={run} brief />}
            <div className={css['plane']} style={{ height, '--scale': scale } as CSSProperties}>
              <Drawing
                plan={plan}
                left={left}
                top={top}
                width={width}
                type={type}
                route={route}
                drugged={drugged}
                chosen={chosen}
                results={results}
                trace={shown?.model === 'habenula' ? { before: shown.before.v_mV, with: shown.with.v_mV } : null}
                onChoose={choose}
              />
              <Labels
                circuit={circuit}
                plan={plan}
                left={left}
                top={top}
                scale={scale}
                route={route}
                chosen={chosen}
                results={results}
                small={scale < SMALL || compact}
                drugless={shown?.model === 'prefrontal' && shown.request.ketamine_uM === 0}
                onChoose={choose}
              />
              {!over && <Head circuit={circuit} compact={compact} run={run} brief={!compact} />}
              <div className={css['coming']}>
                <Status run={run} />
              </div>
            </div>
            {stacked && (
              <div className={own['below']}>
                <p className={own['note']}>{words.strips}</p>
                <Controls circuit={circuit} />
                <Plots circuit={circuit} run={run} />
              </div>
            )}
          </>
        )}
      </section>
    </div>
  );
}

interface HeadProps {
  readonly circuit: Circuit;
  readonly compact: boolean;
  readonly run: CircuitState;
  /** Whether there is room to tell what the run shows. */
  readonly brief: boolean;
}

function Head({ circuit, compact, run, brief }: HeadProps): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(circuitWords);
  return (
    <div className={css['stageHead']}>
      {model.circuits.length > 1 && !compact ? (
        <Segments
          label={words.which}
          choices={model.circuits.map(({ id, title }) => ({ value: id as string, label: title }))}
          value={circuit.id}
          onChange={(id) => {
            const next = model.circuits.find((item) => item.id === id);
            if (next !== undefined) dispatch(visitCell(state, next, null));
          }}
        />
      ) : (
        <p className={css['plateName']}>{circuit.title}</p>
      )}
      {brief && <Outcome circuit={circuit} run={run} brief />}
    </div>
  );
}

/** What the numbers are: still coming, of earlier settings, or not to be had. */
export function Status({ run }: { readonly run: CircuitState }): ReactNode {
  const words = useWords(circuitWords);
  const told =
    run.failure !== null
      ? `${words.failed(run.failure)}${run.shown === null ? '' : ` ${words.kept}`}`
      : run.ready
        ? ''
        : run.done > 0
          ? words.running(percentWords(run.done))
          : words.waiting;
  return (
    <p className={own['status']} role={run.failure === null ? undefined : 'alert'} data-ready={run.ready} hidden={told === ''}>
      {told}
    </p>
  );
}
