/** The brain level: what was measured in the brain of one species at the time of the score, as a picture or as a table. */
import { lazy, Suspense, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { brain } from '../../describe/messages/en/brain';
import { whenWords } from '../../describe/duration';
import { litParts, regionOfPart } from '../../explorer/brain';
import type { PageScene } from '../../explorer/page-scene';
import { Compact } from '../shared/compact';
import { useExplorer } from '../shared/explorer-context';
import { useReducedMotion } from '../shared/use-reduced-motion';
import { useSize } from '../shared/use-size';
import { useWords } from '../shared/use-words';
import type { Lit } from './brain-picture';
import { Arcs } from './findings/arcs';
import { BrainControls } from './findings/controls';
import css from './findings/findings.module.css';
import type { LabelFrame } from './findings/label-layout';
import { FindingLabels, type Anchors } from './findings/labels';
import { RodentSection } from './findings/rodent-section';
import { useBrain, type BrainNow } from './findings/use-brain';
import { isOnView } from './findings/view-parts';

const BrainPicture = lazy(() => import('./brain-picture').then((module) => ({ default: module.BrainPicture })));
const BrainMatrix = lazy(() => import('./findings/matrix').then((module) => ({ default: module.BrainMatrix })));

export function BrainStage({ scene }: { readonly scene: PageScene }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(brain);
  const compact = useContext(Compact);
  const shown = useBrain();
  return (
    <section className={css['level']} aria-label={words.region} data-level={scene.level} dir="ltr">
      {!compact && <BrainControls />}
      <p className="visually-hidden">{whenWords(state.when, messages, model.manifest.clocks)}</p>
      {state.places.brainForm === 'matrix' ? (
        <Suspense fallback={null}>
          <BrainMatrix />
        </Suspense>
      ) : (
        <Picture shown={shown} />
      )}
    </section>
  );
}

/** Columns of plates need this much width; narrower, the marks stand on the brain and the words in the list. */
const COLUMNS = 700;
/** Rows above and below the plates that the picture's own notes take, px. */
const ROOM = { top: 54, topRight: 34, notes: 74, corner: 196 } as const;
/** Frames with room for the second cut (see BrainPicture). */
const SECOND_CUT = { width: 880, height: 540 } as const;
/** Few plates in a low frame (ART-DIRECTION 9). */
const LOW = 415;
const LOWEST = 320;
const NOTHING: readonly string[] = [];
/** The note of the rodent section stands in the list instead where the frame is lower, px. */
const ROOM_FOR_NOTE = 400;

function Picture({ shown }: { readonly shown: BrainNow }): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(brain);
  const reducedMotion = useReducedMotion();
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const [anchors, setAnchors] = useState<Anchors>(new Map());
  const { species, now, connections, chosen } = shown;
  const { brainView, brainYaw, brainPitch } = state.places;
  const lit = useMemo(() => litParts(now), [now]);
  const chosenRegion = model.regions.find(({ id }) => id === chosen);
  const chosenParts = chosenRegion?.drawn ?? NOTHING;
  const marks = useMemo(
    () =>
      new Map(
        [...lit]
          .filter(([part]) => isOnView(brainView, part, chosenParts))
          .map(([part, { sign, strength }]): [string, Lit] => [part, { direction: sign, strength }]),
      ),
    [lit, brainView, chosenParts],
  );
  const seen = useMemo<Anchors>(
    () => (species === 'rodent' ? anchors : new Map([...anchors].filter(([part]) => isOnView(brainView, part, chosenParts)))),
    [anchors, species, brainView, chosenParts],
  );
  const wide = width >= COLUMNS;
  const cut = species === 'human' && brainView === 'midsagittal' && width >= SECOND_CUT.width && height >= SECOND_CUT.height;
  const frame = useMemo<LabelFrame>(
    () => ({
      width,
      left: { top: ROOM.top, bottom: height - ROOM.notes },
      right: { top: ROOM.topRight, bottom: height - (cut ? ROOM.corner : ROOM.notes / 2) },
      most: height < LOWEST ? 4 : height < LOW ? 8 : 10,
    }),
    [width, height, cut],
  );
  const insets = useMemo(() => {
    const side = wide ? Math.min(190, width * 0.19) : 8;
    return { top: 30, right: side, bottom: 44, left: side };
  }, [wide, width]);
  const pick = useCallback(
    (part: string | null, kind: 'hover' | 'press') => {
      if (kind === 'hover') return;
      const region = part === null ? undefined : regionOfPart(model, 'human', part);
      if (region === undefined || region.id === chosen) dispatch({ type: 'clearSelection' });
      else dispatch({ type: 'select', selection: { kind: 'region', id: region.id } });
    },
    [model, chosen, dispatch],
  );
  const [title, about] = species === 'rodent' ? words.titles.rodent : words.titles[brainView];
  return (
    <div ref={box} className={css['stage']} data-species={species}>
      {species === 'human' ? (
        <Suspense fallback={null}>
          <BrainPicture
            theme={state.theme}
            tier={state.tier}
            view={brainView}
            orbit={{ yaw: brainYaw, pitch: brainPitch }}
            onOrbit={({ yaw, pitch }) => dispatch({ type: 'setPlaces', places: { brainYaw: yaw, brainPitch: pitch } })}
            lit={marks}
            selected={chosenRegion?.drawn[0] ?? null}
            onPick={pick}
            onAnchors={setAnchors}
            onStatus={ignore}
            reducedMotion={reducedMotion}
            marks={!wide}
          />
        </Suspense>
      ) : (
        width > 0 && (
          <RodentSection
            width={width}
            height={height}
            insets={insets}
            lit={lit}
            chosen={chosenParts}
            marks={!wide}
            onAnchors={setAnchors}
          />
        )
      )}
      {width > 0 && (wide || state.selection !== null) && <Arcs connections={connections} anchors={seen} width={width} height={height} />}
      <p className={css['title']} data-view={species === 'human' ? brainView : undefined}>
        <strong>{title}</strong>
        <span>{about}</span>
      </p>
      {species === 'rodent' && wide && height >= ROOM_FOR_NOTE && <p className={css['rodentNote']}>{words.rodentNote}</p>}
      {wide && (
        <FindingLabels
          now={now}
          anchors={seen}
          frame={frame}
          height={height}
          chosen={chosen}
          cut={species === 'rodent' || brainView === 'midsagittal'}
        />
      )}
    </div>
  );
}

function ignore(): void {
  // How the picture is drawn is no matter of this level: it is the same map over a still.
}
