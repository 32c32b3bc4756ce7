/** The camera of the synapse: its place in the state, its turn in the windows of a presentation. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Camera } from '../../explorer/state';
import type { PlateView } from '../plate3d/camera';
import { STILL_VIEWS } from '../plate3d/stills';
import { useExplorer } from '../shared/explorer-context';
import { heardNumber, heardYes, tellLive, useLive } from '../shared/live';
import type { Size } from '../shared/use-size';

/** Narrowest and widest frame, nm. */
export const WIDTHS = [60, 430] as const;
/** What the frame shows at first: this much of the height, within these widths, nm. */
const FIRST = { height: 184, narrowest: 172, widest: 366 } as const;
/** Names return this long after the camera came to rest, ms. */
const REST_MS = 120;

type Turn = Pick<PlateView, 'yaw' | 'tilt'>;
const STILL_TURN: Turn = { yaw: STILL_VIEWS.synapse.yaw, tilt: STILL_VIEWS.synapse.tilt };

export interface ViewControl {
  readonly view: PlateView;
  readonly onView: (view: PlateView) => void;
  /** Tells other windows where the picture is while it is dragged; null when it is let go. */
  readonly onHold: (view: PlateView | null) => void;
  /** False while the camera moves and a moment longer. */
  readonly resting: boolean;
  /** Says that the picture is being dragged. */
  readonly stir: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

/** The camera of the state as a view of the plate: centre in nm, zoom in px a nm. Turning is not kept in links. */
export function useView(size: Size): ViewControl {
  const { state, dispatch } = useExplorer();
  const [turned, setTurned] = useState(STILL_TURN);
  const [resting, setResting] = useState(true);
  /** Where another window drags the picture, until the state says where it came to rest. */
  const [heard, setHeard] = useState<{ readonly place: NonNullable<Camera>; readonly turn: Turn; readonly under: Camera } | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const held = heard !== null && heard.under === state.camera ? heard : null;
  const camera = held?.place ?? state.camera;
  const turn = held?.turn ?? turned;
  const width = Math.max(1, size.width);
  const first = Math.min(FIRST.widest, Math.max(FIRST.narrowest, (FIRST.height * width) / Math.max(1, size.height)));
  const view = useMemo(
    (): PlateView => ({
      ...STILL_VIEWS.synapse,
      ...turn,
      widthNm: Math.min(WIDTHS[1], Math.max(WIDTHS[0], camera === null ? first : width / camera.zoom)),
      x: camera?.x ?? STILL_VIEWS.synapse.x,
      y: camera?.y ?? STILL_VIEWS.synapse.y,
    }),
    [camera, turn, first, width],
  );
  const stir = useCallback(() => {
    setResting(false);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setResting(true), REST_MS);
  }, []);
  const rest = useCallback((next: Turn) => {
    setHeard(null);
    setTurned((old) => (old.yaw === next.yaw && old.tilt === next.tilt ? old : { yaw: next.yaw, tilt: next.tilt }));
  }, []);
  const settle = useCallback(
    (next: Turn, at: Camera) => {
      rest(next);
      dispatch({ type: 'setCamera', camera: at });
      tellLive('plate', { ...next, held: false });
    },
    [dispatch, rest],
  );
  const onView = useCallback(
    (next: PlateView) => {
      stir();
      settle({ yaw: next.yaw, tilt: next.tilt }, { x: next.x, y: next.y, zoom: width / next.widthNm });
    },
    [settle, stir, width],
  );
  const onHold = useCallback(
    (next: PlateView | null) => {
      const told = next === null ? turn : { yaw: next.yaw, tilt: next.tilt, x: next.x, y: next.y, zoom: width / next.widthNm };
      tellLive('plate', { ...told, held: next !== null });
    },
    [turn, width],
  );
  useLive('plate', {
    read: () => ({ ...turned, held: false }),
    hear: (value) => {
      const told = { yaw: heardNumber(value, 'yaw') ?? turned.yaw, tilt: heardNumber(value, 'tilt') ?? turned.tilt };
      const [x, y, zoom] = [heardNumber(value, 'x'), heardNumber(value, 'y'), heardNumber(value, 'zoom')];
      stir();
      if (!heardYes(value, 'held') || x === null || y === null || zoom === null || zoom <= 0) rest(told);
      else setHeard({ place: { x, y, zoom }, turn: told, under: state.camera });
    },
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return {
    view,
    onView,
    onHold,
    resting,
    stir,
    zoomBy: (factor) => onView({ ...view, widthNm: Math.min(WIDTHS[1], Math.max(WIDTHS[0], view.widthNm * factor)) }),
    fit: () => settle(STILL_TURN, null),
  };
}
