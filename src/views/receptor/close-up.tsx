/** The receptor in its frame: the plate, its title, the list of states, the names and what the drawing does not say. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { heardNumber, tellLive, useLive } from '../shared/live';
import { useWords } from '../shared/use-words';
import { Sci } from '../../design/sci';
import { drawnText } from '../../design/typeset';
import { useExplorer } from '../shared/explorer-context';
import type { PlateStatus, PlateView } from '../plate3d/plate-3d';
import { useSize } from '../shared/use-size';
import { LABEL_OF_KIND, type ReceptorKind } from './anatomy';
import { ReceptorDrawing, type Frame, type Shown } from './drawing';
import { Labels } from './labels';
import type { MediumMolecule } from './medium';
import css from './receptor.module.css';
import { subjectOf, type StateName } from './shown';

interface Props {
  /** Level of the title: the first one where the panel with the page's own is put away. */
  readonly heading: 'h1' | 'h2';
  /** Whether the title stands over the picture or above it. */
  readonly over: boolean;
  readonly kind: ReceptorKind;
  readonly subunit: string;
  readonly shown: Shown;
  readonly name: StateName;
  /** What is bound, for the text alternative. */
  readonly ligands: string;
  /** The state in words, for the text alternative. */
  readonly stateWords: string;
  /** Plates over the picture: the chooser of receptors and the list of states. */
  readonly chooser: ReactNode;
  readonly states: ReactNode;
  readonly medium: readonly MediumMolecule[];
  readonly reducedMotion: boolean;
  /** A sentence at the foot. */
  readonly foot: string;
  /** A part of the picture was pressed: its kind. */
  readonly onPress: (kind: string) => void;
  /** Kind of the part that is selected. */
  readonly selected: string | null;
}

const ReceptorPlate = lazy(() => import('./plate').then((module) => ({ default: module.ReceptorPlate })));

const TILT = 6;
const FOV = 16;
/** How far the reader may move from the receptor, nm. */
const REACH = { x: 16, y: 10, narrow: 16, wide: 64 } as const;

/** A view kept near the receptor. */
function within(view: PlateView): PlateView {
  const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
  return {
    ...view,
    widthNm: clamp(view.widthNm, REACH.narrow, REACH.wide),
    x: clamp(view.x, -REACH.x, REACH.x),
    y: clamp(view.y, -REACH.y, REACH.y),
  };
}

/** The receptor with its tails needs this much height, nm; wider frames show more of the membrane. */
const HEIGHT_NM = 25.4;
const MIDDLE_NM = 3.9;
/** A narrow frame shows this width at least, with the receptor left of the middle so that names stand beside it. */
const NARROWEST_NM = 25;
const NARROW_SHIFT_NM = 3.4;

export function frameOf(width: number, height: number): Frame {
  const aspect = width / Math.max(1, height);
  const tall = Math.max(HEIGHT_NM, NARROWEST_NM / aspect);
  const x = tall * aspect < 34 ? NARROW_SHIFT_NM : 0;
  return { x, y: MIDDLE_NM + (tall - HEIGHT_NM) / 4, width: tall * aspect, height: tall };
}

/** A view that another window told; null for the first one. */
function heardView(value: unknown): PlateView | null {
  const of = (key: string): number | null => heardNumber(value, key);
  const [widthNm, x, y, yaw, tilt] = [of('widthNm'), of('x'), of('y'), of('yaw'), of('tilt')];
  if (widthNm === null || x === null || y === null || yaw === null || tilt === null) return null;
  return within({ widthNm, x, y, yaw, tilt, fov: FOV });
}

export function CloseUp({
  heading: Heading,
  onPress,
  selected,
  over,
  kind,
  subunit,
  shown,
  name,
  stateWords,
  ligands,
  chooser,
  states,
  medium,
  reducedMotion,
  foot,
}: Props): ReactNode {
  const { state } = useExplorer();
  const words = useWords(receptorWords);
  const [status, setStatus] = useState<PlateStatus>('still');
  const [moved, setMoved] = useState<PlateView | null>(null);
  const failed = status === 'unavailable' || status === 'slow';
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const frame = frameOf(width, height);
  const wide = width >= 780 && height >= 340;
  const roomy = width >= 1180 && height >= 560;
  const chosen = selected === null ? undefined : LABEL_OF_KIND[selected.split('.').at(-1) ?? ''];
  const baked = state.tier !== 'none' && !failed;
  const onView = (next: PlateView): void => {
    const settled = within(next);
    setMoved(settled);
    tellLive('closeUp', settled);
  };
  useLive('closeUp', { read: () => moved, hear: (value) => setMoved(heardView(value)) });
  const view = moved ?? { widthNm: frame.width, x: frame.x, y: frame.y, yaw: 0, tilt: TILT, fov: FOV };
  const alt = drawnText(words.alt(words.titles[kind], stateWords, ligands));
  const title = (
    <header className={css['title']} data-over={over}>
      <p>{words.cut[kind]}</p>
      <Heading className="plate-title">{words.titles[kind]}</Heading>
      {roomy && (
        <p className={css['lead']}>
          <Sci text={words.leads[kind]} />
        </p>
      )}
      {chooser}
    </header>
  );
  const plate = (
    <div
      ref={box}
      className={css['closeUp']}
      data-wide={wide}
      data-roomy={roomy}
      data-export
      data-view={moved === null ? undefined : [moved.x, moved.y, moved.widthNm, moved.yaw, moved.tilt].join(' ')}
    >
      {width > 0 && (
        <>
          {/* One text for whichever picture is there. */}
          <div className="visually-hidden" role="img" aria-label={alt} />
          {baked && (
            <Suspense fallback={null}>
              <ReceptorPlate
                kind={kind}
                shown={shown}
                medium={medium}
                view={view}
                onView={onView}
                onHold={(next) => tellLive('closeUp', next ?? moved)}
                theme={state.theme}
                detail={state.detail === 'auto' ? (wide ? 'plate' : 'calm') : state.detail}
                tier={state.tier}
                alt=""
                reducedMotion={reducedMotion}
                onStatus={setStatus}
                selected={selected}
                onPress={onPress}
              />
            </Suspense>
          )}
          {!(baked && status === 'live') && (
            <div className={css['standIn']} aria-hidden="true">
              <ReceptorDrawing kind={kind} shown={shown} frame={frame} medium={medium} />
            </div>
          )}
          <Labels
            kind={kind}
            subunit={subunit}
            view={view}
            width={width}
            height={height}
            room={wide ? 'full' : 'sites'}
            subject={chosen ?? subjectOf(name)}
            clear={roomy ? { left: 190, right: states === null ? 4 : 250 } : wide ? { left: 114, right: 4 } : { left: 0, right: 0 }}
          />
        </>
      )}
      {over && title}
      {wide && <div className={css['statesPlate']}>{states}</div>}
      <p className={css['foot']}>
        <Sci text={foot} />
      </p>
    </div>
  );
  return (
    <>
      {over ? null : title}
      {plate}
    </>
  );
}
