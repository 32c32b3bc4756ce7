/** The signalling map: draws a MapScene. Everything it shows is a function of its props; only the running gesture is its own. */
import { useCallback, useEffect, useId, useMemo, useRef, type FocusEvent, type JSX, type KeyboardEvent, type MouseEvent } from 'react';
import type { Messages } from '../../describe/messages';
import type { MapScene } from '../../explorer/scene';
import type { Camera, Selection } from '../../explorer/state';
import { cameraShowing, placedCamera, type Placed } from './camera';
import css from './cell.module.css';
import { EdgeLayer, GroupEdgeLayer, TagLayer } from './edge-layer';
import { GroundLayer } from './ground-layer';
import { GroupLayer, PlaceLayer } from './group-layer';
import { boxOfItem, selectionOf, type Drawn } from './items';
import { NodeLayer, PictureLayer } from './node-layer';
import { planOf } from './plan';
import { tagPlaces } from './tags';
import { useCamera } from './use-camera';
import { useFrame } from './use-frame';

export interface CellMapProps {
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly onCamera: (camera: Placed, options: { readonly committed: boolean }) => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onHover?: (selection: Selection) => void;
  readonly messages: Messages;
  /** The entity, claim, group or link in keyboard focus; `walk` decides which. */
  readonly focusId: string | null;
  /** The sentence that names an item. */
  readonly describe: (id: string) => string;
  /** Id of an element that explains the keys. */
  readonly helpId?: string;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Names of the lit explanations for a plate in the corner: one, or A and B. Without them there is no plate. */
  readonly routes?: readonly string[];
  /** Less motion: the camera jumps. */
  readonly still?: boolean;
}

/** One tab stop. The item in focus is named through aria-activedescendant; Enter opens it. */
export function CellMap({
  scene,
  camera,
  onCamera,
  onSelect,
  onHover,
  messages,
  focusId,
  describe,
  helpId,
  onFocus,
  onBlur,
  onKeyDown,
  routes = [],
  still = false,
}: CellMapProps): JSX.Element {
  const [frame, size] = useFrame<HTMLDivElement>();
  const stage = useRef<SVGSVGElement>(null);
  const prefix = useId();
  const { layout } = scene;
  const detail = useCamera({ frame, stage, size, layout, camera, onCamera, still });
  const plan = useMemo(() => planOf(scene, detail, focusId), [scene, detail, focusId]);
  const tags = useMemo(() => tagPlaces(plan), [plan]);
  const domId = useCallback((id: string) => `${prefix}${id}`, [prefix]);
  const selecting = useMemo(() => scene.nodes.some((node) => !node.related), [scene]);
  const pixel = 1 / detail.middle;
  const drawn: Drawn = detail.shows === 'far' ? 'far' : 'near';

  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (focusId === null || focusId === shown.current || size.width === 0) return;
    shown.current = focusId;
    const box = boxOfItem(scene, focusId, drawn);
    const now = placedCamera(camera, layout, size);
    const next = box === null ? now : cameraShowing(now, size, box);
    if (next !== now) onCamera(next, { committed: true });
  }, [focusId, drawn, scene, camera, layout, size, onCamera]);

  const press = (event: MouseEvent): void => onSelect(itemAt(scene, event.target));
  const over = (event: MouseEvent): void => onHover?.(itemAt(scene, event.target));
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    onKeyDown?.(event);
    if (event.defaultPrevented || focusId === null || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onSelect(selectionOf(scene, focusId, drawn));
  };
  const common = { focusId, domId, describe };
  return (
    // A map walked with keys is one widget of its own kind; "application" is the role for that, which the lint rules do not know.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className={css['frame']}
      role="application"
      aria-label={messages.cell.label}
      aria-describedby={helpId}
      aria-activedescendant={focusId === null ? undefined : domId(focusId)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-detail={detail.name}
      onClick={press}
      onMouseOver={over}
      onMouseLeave={() => onHover?.(null)}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={keys}
    >
      <svg ref={stage} className={`plate ${css['stage'] ?? ''}`} width={layout.width} height={layout.height}>
        <GroundLayer layout={layout} plain={detail.name === 'overview'} />
        <PlaceLayer places={plan.places} size={detail.place} />
        <GroupEdgeLayer edges={plan.groupEdges} pixel={pixel} selecting={selecting} {...common} />
        <PictureLayer pictures={plan.pictures} />
        <EdgeLayer edges={plan.edges} selecting={selecting} {...common} />
        <NodeLayer nodes={plan.nodes} badges={plan.badges} detail={detail} kinds={messages.panel.kinds} selecting={selecting} {...common} />
        <GroupLayer groups={plan.groups} detail={detail} pixel={pixel} selecting={selecting} {...common} />
        <TagLayer tags={tags} />
      </svg>
      <div className={css['foot']}>
        {routes.length > 0 && <RoutePlate routes={routes} messages={messages} />}
        <p className={css['note']}>{messages.cell.scale}</p>
      </div>
    </div>
  );
}

/** Which routes are lit, beside samples of their lines. */
function RoutePlate({ routes, messages }: { readonly routes: readonly string[]; readonly messages: Messages }): JSX.Element {
  const rows =
    routes.length === 2
      ? [...routes.map((name, i) => [i === 0 ? 'A' : 'B', name]), ['A B', messages.panel.routes.shared]]
      : [['', routes[0] ?? '']];
  return (
    <ul className={css['routes']}>
      {rows.map(([letter = '', name = ''], i) => (
        <li key={letter}>
          <svg width="40" height="12" aria-hidden="true">
            <path d="M1 6H39" className={css['edgeLine']} strokeWidth={[routes.length === 2 ? 4 : 3.4, 5.7, 9][i]} />
            {i > 0 && <path d="M1 6H39" className={css['edgeCore']} strokeWidth={i === 1 ? 3.2 : 6} />}
            {i === 2 && <path d="M1 6H39" className={css['edgeLine']} strokeWidth="3" />}
          </svg>
          {letter !== '' && <b>{letter}</b>}
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function itemAt(scene: MapScene, target: EventTarget): Selection {
  const item = target instanceof Element ? target.closest('[data-id]') : null;
  const id = item?.getAttribute('data-id') ?? null;
  return id === null ? null : selectionOf(scene, id, item?.getAttribute('data-kind') === 'group' ? 'far' : 'near');
}
