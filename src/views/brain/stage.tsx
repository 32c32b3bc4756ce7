/** The brain level: what was measured in the brain of one species at the time of the score, as a picture or as a table. */
import { lazy, Suspense, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { brain } from '../../describe/messages/en/brain';
import { whenWords } from '../../describe/duration';
import { EXTENT } from '../../design/atlas/views';
import { litParts, namedRegions, regionOfPart } from '../../explorer/brain';
import type { PageScene } from '../../explorer/page-scene';
import { isMarkerRegion } from '../../model/atlas';
import { Compact } from '../shared/compact';
import { useExplorer } from '../shared/explorer-context';
import { useReducedMotion } from '../shared/use-reduced-motion';
import { useSize } from '../shared/use-size';
import { useWords } from '../shared/use-words';
import type { Lit } from './brain-picture';
import { Arcs } from './findings/arcs';
import { BrainControls } from './findings/controls';
import css from './findings/findings.module.css';
import { lineSize, roomFor } from './findings/label-room';
import { FindingLabels, usePlaced, type Anchors } from './findings/labels';
import { RodentSection } from './findings/rodent-section';
import { RODENT_FRAME } from './findings/rodent-shapes';
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

/** Frames with room for the second cut (see BrainPicture). */
const SECOND_CUT = { width: 880, height: 540 } as const;
const NOTHING: readonly string[] = [];
/** The note of the rodent section stands in the list instead where the frame is lower, px. */
const ROOM_FOR_NOTE = 400;
/** Characters of the notes at the foot of a narrow frame: whose brain, what dashed circles are, and where a chosen nucleus is. */
const NOTES = { whose: 64, circles: 42, nucleus: 62 } as const;

function Picture({ shown }: { readonly shown: BrainNow }): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(brain);
  const reducedMotion = useReducedMotion();
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const [anchors, setAnchors] = useState<Anchors>(new Map());
  const { species, now, connections, chosen } = shown;
  const { brainView, brainYaw, brainPitch } = state.places;
  const lit = useMemo(() => litParts(now), [now]);
  const chosenRegion = model.regions.find((region) => region.id === chosen && region.species === species);
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
  const cut = species === 'human' && brainView === 'midsagittal' && width >= SECOND_CUT.width && height >= SECOND_CUT.height;
  const items = useMemo(
    () =>
      namedRegions(now, chosenRegion).filter(({ region }) =>
        species === 'rodent' ? region.drawn.length > 0 : region.drawn.some((part) => isOnView(brainView, part, chosenParts)),
      ),
    [now, chosenRegion, species, brainView, chosenParts],
  );
  const room = useMemo(() => {
    const human = species === 'human';
    const sidesTold = human && brainView === 'frontal';
    const circles = brainView === 'midsagittal' || items.some(({ region }) => region.drawn.some(isMarkerRegion));
    const nucleus = chosenParts.some(isMarkerRegion);
    const noteLength = human ? NOTES.whose + (circles ? NOTES.circles : 0) + (nucleus ? NOTES.nucleus : 0) : 0;
    const lines = items.map((item) => lineSize(item).width);
    const compass = human && brainView === 'orbit';
    return roomFor({ width, height, extent: human ? EXTENT[brainView] : RODENT_FRAME, lines, noteLength, sidesTold, cut, compass });
  }, [width, height, species, brainView, items, chosenParts, cut]);
  const wide = room.form === 'plates';
  const placed = usePlaced(items, seen, room, chosen, species === 'rodent' || brainView === 'midsagittal');
  /** Places on this view without a name, for want of room. */
  const unnamed = placed.length === 0 ? 0 : items.length - placed.length;
  const left = now.filter(({ region }) => !placed.some(({ id }) => id === region.id)).length;
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
            marks={room.form === 'none'}
            insets={room.insets}
            notes={room.notes}
          />
        </Suspense>
      ) : (
        width > 0 && (
          <RodentSection
            width={width}
            height={height}
            insets={room.insets}
            lit={lit}
            chosen={chosenParts}
            marks={room.form === 'none'}
            names={wide}
            onAnchors={setAnchors}
          />
        )
      )}
      {width > 0 && (wide || state.selection !== null) && <Arcs connections={connections} anchors={seen} width={width} height={height} />}
      <p className={css['title']} data-view={species === 'human' ? brainView : undefined} data-form={room.form}>
        {wide ? (
          <>
            <strong>{title}</strong>
            <span>{about}</span>
          </>
        ) : (
          <strong>{words.titlesShort[species === 'rodent' ? 'rodent' : brainView]}</strong>
        )}
        {!wide && unnamed > 0 && <span>{words.more(unnamed)}</span>}
      </p>
      {wide && left > 0 && <p className={css['rest']}>{words.more(left)}</p>}
      {species === 'rodent' && wide && height >= ROOM_FOR_NOTE && <p className={css['rodentNote']}>{words.rodentNote}</p>}
      {placed.length > 0 && <FindingLabels items={items} placed={placed} form={room.form} width={width} height={height} chosen={chosen} />}
    </div>
  );
}

function ignore(): void {
  // How the picture is drawn is no matter of this level: it is the same map over a still.
}
