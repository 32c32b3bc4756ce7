/** Moving about in a plate: drag pans, drag with Shift or two fingers turns, wheel and pinch zoom, a press picks. */
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { Frame, PlateView, Point } from './camera';
import { draggedView, gripOf, isDrag, wheeledView, wheelPixels, type Grip } from './gesture-maths';
import type { Plate } from './mount';
import type { Plate3DProps } from './plate-3d';

/** The view is committed this long after the last turn of the wheel, ms. */
const WHEEL_REST_MS = 160;

interface Held {
  readonly view: PlateView;
  readonly grip: Grip;
  moved: boolean;
}

type On<Kind> = (event: Kind) => void;

export interface Gestures {
  readonly onPointerDown: On<PointerEvent<HTMLDivElement>>;
  readonly onPointerMove: On<PointerEvent<HTMLDivElement>>;
  readonly onPointerUp: On<PointerEvent<HTMLDivElement>>;
  readonly onPointerCancel: On<PointerEvent<HTMLDivElement>>;
  readonly onPointerLeave: () => void;
}

interface Options {
  /** The element that the gestures are made on. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly plate: RefObject<Plate | null>;
  readonly latest: RefObject<Plate3DProps>;
}

/** A place of the window in the element's own pixels, which are larger than the window's where a part of the page is zoomed. */
function pointIn(element: HTMLElement, at: { readonly clientX: number; readonly clientY: number }): Point {
  const box = element.getBoundingClientRect();
  const own = element.clientWidth / Math.max(1, box.width);
  return [(at.clientX - box.left) * own, (at.clientY - box.top) * own];
}

/** In a page of somebody else's the wheel scrolls that page, unless the picture has the focus or the wheel is a pinch. */
function mayTakeWheel(element: HTMLElement, event: WheelEvent): boolean {
  return element.dataset['framed'] !== 'true' || event.ctrlKey || element.parentElement?.contains(document.activeElement) === true;
}

export function useGestures({ box, plate, latest }: Options): Gestures {
  const pointers = useRef(new Map<number, Point>());
  const held = useRef<Held | null>(null);
  const current = useRef<PlateView | null>(null);
  const wheelTimer = useRef<number | undefined>(undefined);
  const hovered = useRef<number | null>(null);
  const hoverFrame = useRef<number | null>(null);
  useEffect(
    () => () => {
      window.clearTimeout(wheelTimer.current);
      if (hoverFrame.current !== null) cancelAnimationFrame(hoverFrame.current);
    },
    [],
  );

  const local = (event: PointerEvent<HTMLDivElement>): Point => pointIn(event.currentTarget, event);
  const frameOf = (element: HTMLElement): Frame => ({ width: element.clientWidth, height: element.clientHeight });
  const viewNow = (): PlateView => current.current ?? latest.current.view;
  const begin = (): void => {
    held.current = { view: viewNow(), grip: gripOf([...pointers.current.values()]), moved: held.current?.moved ?? false };
  };
  const move = (view: PlateView): void => {
    current.current = view;
    plate.current?.holdView(view);
    latest.current.onHold?.(view);
  };
  const commit = (): void => {
    const view = current.current;
    current.current = null;
    if (view !== null) latest.current.onView(view);
  };
  const dropped = (): void => {
    current.current = null;
    plate.current?.setView(latest.current.view);
    latest.current.onHold?.(null);
  };
  const pick = ([x, y]: Point): number | null => plate.current?.pick(x, y) ?? null;
  /** Asks for the thing under the pointer once a frame at most: reading from the card makes it finish first. */
  const hover = (point: Point | null): void => {
    if (hoverFrame.current !== null) cancelAnimationFrame(hoverFrame.current);
    hoverFrame.current = requestAnimationFrame(() => {
      hoverFrame.current = null;
      const id = point === null ? null : pick(point);
      if (id === hovered.current) return;
      hovered.current = id;
      latest.current.onPick(id, 'hover');
    });
  };
  // Listening without React, which promises the browser never to stop a wheel from scrolling.
  const onWheel = useRef<(event: WheelEvent) => void>(() => undefined);
  useEffect(() => {
    onWheel.current = (event) => {
      const element = box.current;
      if (element === null || !mayTakeWheel(element, event)) return;
      event.preventDefault();
      move(wheeledView(viewNow(), pointIn(element, event), wheelPixels(event), frameOf(element), latest.current.widths));
      window.clearTimeout(wheelTimer.current);
      wheelTimer.current = window.setTimeout(commit, WHEEL_REST_MS);
    };
  });
  useEffect(() => {
    const element = box.current;
    const listen = (event: WheelEvent): void => onWheel.current(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [box]);

  const release = (event: PointerEvent<HTMLDivElement>): void => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size > 0) return begin();
    const was = held.current;
    held.current = null;
    // What the browser took over, to scroll the page, was no gesture of this picture's.
    if (event.type === 'pointercancel') return dropped();
    if (was?.moved === true) commit();
    else if (was !== null && event.type === 'pointerup') latest.current.onPick(pick(local(event)), 'press');
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
        if (event.pointerType === 'mouse') hover(point);
        return;
      }
      pointers.current.set(event.pointerId, point);
      const { view, grip } = held.current;
      const to = gripOf([...pointers.current.values()]);
      held.current.moved ||= isDrag(grip, to);
      if (held.current.moved) move(draggedView(view, grip, to, frameOf(event.currentTarget), event.shiftKey, latest.current.widths));
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: () => hover(null),
  };
}
