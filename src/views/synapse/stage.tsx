/** The picture of the synapse with everything that moves in it, its names, and the buttons that belong to it. */
import { lazy, Suspense, useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { plateSummary } from '../../describe/plate';
import { IconButton } from '../../design/button';
import { Sci } from '../../design/sci';
import type { PlateScene } from '../../explorer/plate-scene';
import { moveBy, projector, stepOfKey, type PlateView } from '../plate3d/camera';
import type { Anchors, PlateStatus } from '../plate3d/plate-3d';
import { PlateStill } from '../plate3d/still';
import { stillOf } from '../plate3d/stills';
import { useTier } from '../plate3d/use-tier';
import { useExplorer } from '../shared/explorer-context';
import { useReducedMotion } from '../shared/use-reduced-motion';
import { useSize, type Size } from '../shared/use-size';
import type { LabelFrame } from './label-layout';
import { labelWishes } from './label-wishes';
import { Labels } from './labels';
import { Door } from './door';
import { marksOf, selectedPart } from './marks';
import { DRAWN } from './places';
import { sceneAddress, stageKind, useSceneIndex, type SceneIndex } from './scene-index';
import { PictureButton } from './picture-settings';
import { ScaleBar, TitlePlate } from './plates';
import { StepBar } from './step-buttons';
import type { ReleaseState } from './release-store';
import css from './stage.module.css';
import { useMoving } from './use-moving';
import { useRelease, useReleaseState } from './use-release';
import { useSynapseWords } from './use-synapse-words';
import { useView, WIDTHS } from './use-view';

const Plate3D = lazy(() => import('../plate3d/plate-3d').then((module) => ({ default: module.Plate3D })));

const ZOOM_STEP = 1.25;
/** Frames narrower than this leave the crowd out, and have fewer names, px. */
const SMALL = 560;
/** Frames lower than this have fewer names too, such as a figure in a course page, px. */
const LOW = 415;
const BUDGET = { small: 4, large: 12 } as const;
const NO_ANCHORS: Anchors = new Map();

export function SynapseStage({ scene }: { readonly scene: PlateScene }): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useSynapseWords();
  const [tier] = useTier();
  const { stage } = scene;
  const [box, size] = useSize<HTMLDivElement>();
  const reducedMotion = useReducedMotion();
  const store = useRelease(reducedMotion);
  const release = useReleaseState();
  const index = useSceneIndex(stage);
  const [anchors, setAnchors] = useState<Anchors>(NO_ANCHORS);
  const [status, setStatus] = useState<PlateStatus>('still');
  const [underPointer, setHovered] = useState<number | null>(null);
  const pointed = release?.pointed ?? null;
  const hovered = underPointer ?? (pointed === null || index === null ? null : objectOf(pointed, index));
  const { selection } = state;
  const { view, onView, onHold, resting, stir, zoomBy, fit } = useView(size);
  const marks = useMemo(
    () => marksOf({ selection, stage, index, hovered: underPointer, pointed }),
    [selection, stage, index, underPointer, pointed],
  );
  const moving = useMoving(index, marks);
  const small = size.width < SMALL;
  const few = small || size.height < LOW;

  const onPick = useCallback(
    (id: number | null, kind: 'hover' | 'press') => {
      if (kind === 'hover') return setHovered(id);
      const object = id === null ? undefined : index?.byId.get(id);
      if (object === undefined) return dispatch({ type: 'clearSelection' });
      const name = stageKind(object.kind);
      const several = stage.objects.find((item) => item.kind === name)?.plural !== undefined && name !== 'astrocyte';
      return dispatch({ type: 'select', selection: { kind: 'part', id: several ? `${name}.${object.index}` : name } });
    },
    [index, stage, dispatch],
  );

  const wishes = useMemo(
    () =>
      index === null
        ? { wishes: [], texts: new Map() }
        : labelWishes({
            stage,
            model,
            index,
            anchors,
            selection,
            states: moving.states,
            hovered,
            pointed,
            lit: marks.lit,
            small,
            messages,
            words,
          }),
    [stage, model, index, anchors, selection, moving.states, hovered, pointed, marks.lit, small, messages, words],
  );
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.target === event.currentTarget ? stepOfKey(event.key, event.shiftKey) : null;
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onView(moveBy(view, step, WIDTHS));
  };
  const frame = useMemo(() => labelFrame(view, size, small, few), [view, size, small, few]);
  const still = stillOf('synapse', state.theme);
  const alt = plateSummary(scene, state, messages);
  return (
    // The picture is one thing to the keyboard, with keys of its own; what is in it is listed beside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={css['stage']}
      ref={box}
      data-open-ampa={moving.open[0]}
      data-open-nmda={moving.open[1]}
      data-drawn-open-ampa={moving.drawnOpen[0]}
      data-drawn-open-nmda={moving.drawnOpen[1]}
      data-glutamate={moving.glutamate}
      data-status={status}
      data-moment={release?.moment_ms}
      data-playing={release?.playing}
      data-turn={`${view.yaw} ${view.tilt}`}
      data-dimmed={marks.looks.filter(({ look }) => look === 'dimmed').length}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={words.picture}
      onKeyDown={onKey}
      onPointerMoveCapture={(event) => {
        if (event.buttons !== 0) stir();
      }}
    >
      {size.width > 0 && (
        <Suspense fallback={<PlateStill still={still} view={view} alt={alt} />}>
          <Plate3D
            scene={sceneAddress(stage)}
            still={still}
            alt={alt}
            theme={state.theme}
            detail={state.detail === 'auto' ? (small ? 'calm' : 'plate') : state.detail}
            tier={tier}
            view={view}
            widths={WIDTHS}
            onView={onView}
            onHold={onHold}
            actors={moving.actors}
            looks={moving.looks}
            frame={moving.frame}
            onPick={onPick}
            onAnchors={setAnchors}
            onStatus={setStatus}
            reducedMotion={reducedMotion}
          />
        </Suspense>
      )}
      <Labels {...wishes} frame={frame} hidden={!resting} />
      {index !== null && <Door index={index} kind={state.bench.receptor} part={selectedPart(selection, stage)} view={view} size={size} />}
      <TitlePlate stage={stage} />
      <div className={css['foot']}>
        {store !== null && <StepBar store={store} />}
        <StatusLine status={status} release={release} />
      </div>
      <ScaleBar view={view} width={size.width} />
      <div className={css['options']} data-tool>
        <PictureButton />
      </div>
      <div className={css['zoom']} role="group" aria-label={messages.cell.zoom} data-tool>
        <IconButton icon="zoomIn" label={messages.navigator.zoomIn} onClick={() => zoomBy(1 / ZOOM_STEP)} plate={{ inline: 'end' }} />
        <IconButton icon="zoomOut" label={messages.navigator.zoomOut} onClick={() => zoomBy(ZOOM_STEP)} plate={{ inline: 'end' }} />
        <IconButton icon="fit" label={words.fit} onClick={fit} plate={{ inline: 'end' }} />
      </div>
    </div>
  );
}

/** Why the still is shown, where it stays, and that a run failed. */
function StatusLine({ status, release }: { readonly status: PlateStatus; readonly release: ReleaseState | null }): ReactNode {
  const { still, failure } = useSynapseWords();
  const said = [
    ...(release === null || release.failure === null ? [] : [release.shown === null ? failure.nothing : failure.picture]),
    ...(status === 'live' || status === 'still' ? [] : [still[status]]),
  ];
  if (said.length === 0) return null;
  return (
    <p className={css['status']} role="status" data-tool>
      <Sci text={said.join(' ')} />
    </p>
  );
}

/** The object that stands for a kind: the one nearest to the viewer. */
function objectOf(kind: string, index: SceneIndex): number | null {
  const objects = index.objects.filter((object) => stageKind(object.kind) === kind);
  return objects.toSorted((a, b) => b.anchor[2] - a.anchor[2])[0]?.id ?? null;
}

/** Where names may stand: never over the cleft, the title, the bar of moments, the scale or the zoom buttons. */
function labelFrame(view: PlateView, size: Size, small: boolean, few: boolean): LabelFrame {
  const { width, height } = size;
  const project = projector(view, { width: Math.max(1, width), height: Math.max(1, height) });
  const [left, top] = project([DRAWN.axis - DRAWN.density, DRAWN.terminal, 0]);
  const [right, bottom] = project([DRAWN.axis + DRAWN.density, DRAWN.spine, 0]);
  const cleft = { x: left, y: top, width: right - left, height: bottom - top };
  return {
    width,
    height,
    free: [
      cleft,
      { x: 0, y: 0, width: small ? 150 : 236, height: small ? 34 : 54 },
      { x: 0, y: height - 44, width, height: 44 },
      ...(few ? [{ x: width - 180, y: height - 90, width: 180, height: 46 }] : []),
    ],
    above: 22,
    below: Math.min(height - 74, project([0, -58, 0])[1]),
    budget: few ? BUDGET.small : BUDGET.large,
  };
}
