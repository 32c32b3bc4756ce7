/** Moving about in a plate: drag pans, drag with Shift or two fingers turning tilts, wheel and pinch zoom, a press picks. */
import { useEffect, useRef, type PointerEvent, type RefObject, type WheelEvent } from 'react';
import { withinLimits, type PlateView } from './camera';
import type { Plate } from './mount';
import type { Plate3DProps } from './plate-3d';

/** A press that moves less than this is a pick, CSS pixels. */
const SLOP = 5;
/** The view is committed this long after the last turn of the wheel, ms. */
const WHEEL_REST_MS = 160;
/** Degrees a pixel when turning. */
const TURN = 0.12;

interface Held {
  readonly view: PlateView;
  readonly x: number;
  readonly y: number;
  readonly spread: number;
  moved: boolean;
}

export interface Gestures {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onWheel: (event: WheelEvent<HTMLDivElement>) => void;
}

interface Options {
  readonly plate: RefObject<Plate | null>;
  readonly latest: RefObject<Plate3DProps>;
}

export function useGestures({ plate, latest }: Options): Gestures {
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const held = useRef<Held | null>(null);
  const current = useRef<PlateView | null>(null);
  const wheelTimer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(wheelTimer.current), []);

  const local = (event: PointerEvent<HTMLDivElement> | WheelEvent<HTMLDivElement>): { x: number; y: number; width: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };
  const middle = (): { x: number; y: number; spread: number } => {
    const all = [...pointers.current.values()];
    const x = all.reduce((sum, point) => sum + point.x, 0) / Math.max(1, all.length);
    const y = all.reduce((sum, point) => sum + point.y, 0) / Math.max(1, all.length);
    const [a, b] = all;
    return { x, y, spread: a !== undefined && b !== undefined ? Math.hypot(a.x - b.x, a.y - b.y) : 0 };
  };
  const viewNow = (): PlateView => current.current ?? latest.current.view;
  const begin = (): void => {
    held.current = { view: viewNow(), ...middle(), moved: held.current?.moved ?? false };
  };
  const move = (view: PlateView): void => {
    current.current = withinLimits(view, latest.current.widths);
    plate.current?.holdView(current.current);
  };
  const commit = (): void => {
    const view = current.current;
    current.current = null;
    if (view !== null) latest.current.onView(view);
  };
  const release = (event: PointerEvent<HTMLDivElement>): void => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size > 0) return begin();
    const was = held.current;
    held.current = null;
    if (was?.moved === true) commit();
    else if (was !== null && event.type === 'pointerup') {
      const { x, y } = local(event);
      latest.current.onPick(plate.current?.pick(x, y) ?? null, 'press');
    }
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, local(event));
      begin();
    },
    onPointerMove: (event) => {
      const point = local(event);
      if (held.current === null) {
        if (event.pointerType === 'mouse') latest.current.onPick(plate.current?.pick(point.x, point.y) ?? null, 'hover');
        return;
      }
      pointers.current.set(event.pointerId, point);
      const { view, x, y, spread } = held.current;
      const to = middle();
      const [dx, dy] = [to.x - x, to.y - y];
      if (Math.hypot(dx, dy) > SLOP || Math.abs(to.spread - spread) > SLOP) held.current.moved = true;
      if (!held.current.moved) return;
      if (event.shiftKey) return move({ ...view, yaw: view.yaw - dx * TURN, tilt: view.tilt + dy * TURN });
      const widthNm = spread > 0 && to.spread > 0 ? view.widthNm * (spread / to.spread) : view.widthNm;
      const nm = view.widthNm / point.width;
      move({ ...view, widthNm, x: view.x - dx * nm, y: view.y + dy * nm });
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: () => latest.current.onPick(null, 'hover'),
    onWheel: (event) => {
      const { x, y, width } = local(event);
      const height = event.currentTarget.clientHeight;
      const view = viewNow();
      const next = withinLimits({ ...view, widthNm: view.widthNm * 1.0015 ** event.deltaY }, latest.current.widths);
      // The place under the pointer stays under it.
      const nm = (view.widthNm - next.widthNm) / width;
      move({ ...next, x: view.x + (x - width / 2) * nm, y: view.y - (y - height / 2) * nm });
      window.clearTimeout(wheelTimer.current);
      wheelTimer.current = window.setTimeout(commit, WHEEL_REST_MS);
    },
  };
}
