/** The map in its frame: camera and keys wired to the state, the place named, buttons for zooming. */
import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { announceFocus } from '../../describe/announce';
import { claimLabel } from '../../describe/sentences';
import { sceneSummary } from '../../describe/summary';
import { IconButton } from '../../design/button';
import { isFiltering } from '../../explorer/filters';
import { claimOf, entityOf, groupOf, hypothesisOf } from '../../explorer/lookup';
import type { MapScene } from '../../explorer/scene';
import { shortcutFor } from '../../explorer/shortcuts';
import type { Selection } from '../../explorer/state';
import { enter, step, walkableOf, type WalkFocus, type WalkCommand, WALK_COMMANDS } from '../../explorer/walk';
import { useExplorer } from '../shared/explorer-context';
import { useReducedMotion } from '../shared/use-reduced-motion';
import { cameraHolding, cameraNaming, cameraOf, placedCamera, zoomBy, type Placed } from './camera';
import { CellMap } from './cell-map';
import { detailOf } from './detail';
import { boxOfSelection, groupMembersBox, selectionOf, type Drawn } from './items';
import css from './stage.module.css';
import { useFrame } from './use-frame';

export interface StageHandle {
  /** Brings the members of a group into the frame, near enough to read. */
  readonly zoomTo: (group: string) => void;
}

interface Props {
  readonly ref: Ref<StageHandle>;
  readonly scene: MapScene;
}

const ZOOM_STEP = 1.4;

export function CellStage({ ref, scene }: Props): ReactNode {
  const { state, model, messages, dispatch, announce } = useExplorer();
  const words = messages.navigator;
  const [box, size] = useFrame<HTMLDivElement>();
  const help = useId();
  const still = useReducedMotion();
  const placed = placedCamera(state.camera, scene.layout, size);
  const drawn: Drawn = detailOf(placed.zoom, size.larger).shows === 'far' ? 'far' : 'near';
  const walkable = useMemo(() => walkableOf(scene, drawn), [scene, drawn]);
  // Where the keys have walked to counts as long as the selection it was walked under: a choice made elsewhere is where they go on.
  const [steps, setSteps] = useState<{ readonly focus: WalkFocus | null; readonly under: string | null }>({ focus: null, under: null });
  const under = state.selection?.id ?? null;
  const walked = steps.under === under ? steps.focus : null;
  const setWalked = (focus: WalkFocus | null, selection: string | null): void => setSteps({ focus, under: selection });
  const [active, setActive] = useState(false);
  /** What had the focus before the map, for the way back out of it. */
  const cameFrom = useRef<HTMLElement | null>(null);
  const focus = active ? (walked ?? enter(walkable, state.selection?.id ?? null)) : null;

  const moveTo = useCallback((camera: Placed) => dispatch({ type: 'setCamera', camera }), [dispatch]);
  const onCamera = useCallback(
    (camera: Placed, { committed }: { readonly committed: boolean }) => {
      if (committed) moveTo(camera);
    },
    [moveTo],
  );
  const onSelect = useCallback(
    (selection: Selection) => {
      dispatch(selection === null ? { type: 'clearSelection' } : { type: 'select', selection });
    },
    [dispatch],
  );
  useImperativeHandle(ref, () => ({
    zoomTo: (group) => {
      const members = groupMembersBox(scene, group);
      if (members !== null) moveTo(cameraOf(members, size));
      announce(messages.cell.zoomedTo(groupOf(model, group)?.name ?? group));
    },
  }));

  // What is chosen, here or elsewhere, is brought into the frame and near enough to be drawn; else the reader's view is left alone.
  const chosen = state.selection;
  const last = useRef({ chosen, camera: state.camera });
  useEffect(() => {
    if (size.width === 0) return;
    const { chosen: before, camera } = last.current;
    last.current = { chosen, camera: state.camera };
    // A step back, an undo or a link brings a camera of its own.
    if ((chosen?.id === before?.id && chosen?.kind === before?.kind) || camera !== state.camera) return;
    const target = chosen === null ? null : boxOfSelection(scene, chosen);
    if (chosen === null || target === null) return;
    const single = chosen.kind === 'entity' || chosen.kind === 'claim';
    const next = single ? cameraNaming(placed, size, target) : cameraHolding(placed, size, target);
    if (next !== placed) dispatch({ type: 'replace', state: { ...state, camera: next }, effect: 'view' });
  }, [chosen, scene, size, placed, state, dispatch]);

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const shortcut = shortcutFor(event, 'map');
    if (shortcut === null || focus === null) return;
    const command = WALK_COMMANDS.find((item): item is WalkCommand => item === shortcut);
    if (command !== undefined) {
      const next = step(walkable, focus, command);
      setWalked(next, under);
      announce(announceFocus(next, model, scene, messages, drawn));
    } else if (shortcut === 'open') onSelect(selectionOf(scene, focus.id, drawn));
    else if (shortcut === 'leave') {
      if (state.selection === null) cameFrom.current?.focus();
      else {
        setWalked(enter(walkable, state.selection.id), null);
        dispatch({ type: 'clearSelection' });
      }
    } else if (shortcut === 'zoomIn') moveTo(zoomBy(placed, ZOOM_STEP, size));
    else if (shortcut === 'zoomOut') moveTo(zoomBy(placed, 1 / ZOOM_STEP, size));
    else if (shortcut === 'fit') dispatch({ type: 'setCamera', camera: null });
    event.preventDefault();
  };
  const describe = useCallback(
    (id: string): string => {
      const claim = claimOf(model, id);
      if (claim !== undefined) return claimLabel(claim, model, messages);
      const line = scene.groupEdges.find((edge) => edge.id === id);
      if (line !== undefined) return announceFocus({ id, anchor: id }, model, scene, messages, 'far');
      const [thing, group] = [entityOf(model, id)?.name, groupOf(model, id)?.name];
      return (drawn === 'far' ? (group ?? thing) : (thing ?? group)) ?? id;
    },
    [model, messages, scene, drawn],
  );
  const hidden = scene.edges.filter(({ passes, claim }) => !passes && (claim.tier === 'core' || state.filters.extended)).length;
  const routes = useMemo(() => state.lit.map((id) => hypothesisOf(model, id)?.short ?? id), [state.lit, model]);
  return (
    <div className={css['stage']} ref={box}>
      <p id={help} className="visually-hidden">
        {messages.cell.instructions} {sceneSummary(scene, state, model, messages)}
      </p>
      <CellMap
        scene={scene}
        camera={state.camera}
        onCamera={onCamera}
        onSelect={onSelect}
        messages={messages}
        focusId={focus?.id ?? null}
        describe={describe}
        helpId={help}
        onFocus={({ relatedTarget }) => {
          cameFrom.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
          setActive(true);
        }}
        onBlur={() => setActive(false)}
        onKeyDown={onKey}
        routes={routes}
        still={still}
      />
      {isFiltering(state.filters) && (
        <div className={css['filtered']}>
          <span>{messages.panel.filters.hidden(hidden)}</span>
          <button type="button" onClick={() => dispatch({ type: 'clearFilters' })}>
            {messages.evidence.filters.clear}
          </button>
        </div>
      )}
      <div className={css['zoom']} role="group" aria-label={messages.cell.zoom} data-tool>
        <IconButton icon="zoomIn" label={words.zoomIn} onClick={() => moveTo(zoomBy(placed, ZOOM_STEP, size))} plate={{ inline: 'end' }} />
        <IconButton
          icon="zoomOut"
          label={words.zoomOut}
          onClick={() => moveTo(zoomBy(placed, 1 / ZOOM_STEP, size))}
          plate={{ inline: 'end' }}
        />
        <IconButton icon="fit" label={words.fit} onClick={() => dispatch({ type: 'setCamera', camera: null })} plate={{ inline: 'end' }} />
      </div>
    </div>
  );
}
