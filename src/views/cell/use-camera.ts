/**
 * Wheel, pinch, drag and double press move the stage directly; React is told only when the detail changes and, once a frame, where
 * the camera is. A camera from outside is flown to.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Camera } from '../../explorer/state';
import type { Layout } from '../../model/schema';
import { heardNumber, tellLive, useLive } from '../shared/live';
import { clampZoom, kept, placedCamera, sameCamera, type Frame, type Placed } from './camera';
import { detailOf, ZOOM_RANGE, type Detail } from './detail';
import { along, eased } from './flight';
import { keepTouches } from './touches';
import { pointer } from './under-zoom';

export interface CameraOptions {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<SVGSVGElement | null>;
  readonly size: Frame;
  readonly layout: Layout;
  readonly camera: Camera;
  /** `committed` is false while a gesture goes on. Not called for cameras that came from outside. */
  readonly onCamera: (camera: Placed, options: { readonly committed: boolean }) => void;
  /** True where the reader asked for less motion: the camera jumps. */
  readonly still: boolean;
}

type Behaviour = ZoomBehavior<HTMLDivElement, unknown>;

const FLIGHT_MS = 600;

const toTransform = ({ x, y, zoom: k }: Placed, { width, height }: Frame): ZoomTransform =>
  zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k);

const toCamera = ({ x, y, k }: { readonly x: number; readonly y: number; readonly k: number }, { width, height }: Frame): Placed => ({
  x: (width / 2 - x) / k,
  y: (height / 2 - y) / k,
  zoom: k,
});

/** While it moves the stage is a layer of its own; at rest it is drawn sharp. */
function setMoving(frame: Element | null, on: boolean): void {
  frame?.toggleAttribute('data-moving', on);
}

/** Keeps the stage where the camera says and gives the detail to draw. */
export function useCamera({ frame, stage, size, layout, camera, onCamera, still }: CameraOptions): Detail {
  const behaviour = useRef<Behaviour | null>(null);
  const frameSize = useRef(size);
  const ground = useRef(layout);
  const report = useRef(onCamera);
  const gesture = useRef(false);
  const flight = useRef(0);
  const placedOnce = useRef(false);
  const placedIn = useRef(size);
  const [detail, setDetail] = useState(() => detailOf(placedCamera(camera, layout, size).zoom, size.larger));
  useLayoutEffect(() => {
    report.current = onCamera;
    frameSize.current = size;
    ground.current = layout;
  });

  const land = useCallback(() => {
    cancelAnimationFrame(flight.current);
    flight.current = 0;
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let pending = 0;
    const target = select(element);
    const tell = (committed: boolean): void => report.current(toCamera(zoomTransform(element), frameSize.current), { committed });
    const made: Behaviour = zoom<HTMLDivElement, unknown>()
      .scaleExtent([clampZoom(0, frameSize.current), ZOOM_RANGE.to])
      .constrain((transform) => {
        const now = toCamera(transform, frameSize.current);
        const near = kept(now, ground.current);
        return near === now ? transform : toTransform(near, frameSize.current);
      })
      .clickDistance(5)
      .on('start', ({ sourceEvent }: D3ZoomEvent<HTMLDivElement, unknown>) => {
        if (sourceEvent === null) return;
        land();
        gesture.current = true;
        setMoving(frame.current, true);
      })
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLDivElement, unknown>) => {
        if (stage.current !== null) stage.current.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
        setDetail(detailOf(transform.k, frameSize.current.larger));
        if (sourceEvent === null || pending !== 0) return;
        pending = requestAnimationFrame(() => {
          pending = 0;
          if (!gesture.current) return;
          tell(false);
          tellLive('map', toCamera(zoomTransform(element), frameSize.current));
        });
      })
      .on('end', ({ sourceEvent }: D3ZoomEvent<HTMLDivElement, unknown>) => {
        if (sourceEvent === null || !gesture.current) return;
        gesture.current = false;
        setMoving(frame.current, false);
        tell(true);
      });
    target.call(made);
    // Two presses bring what is under them nearer, with Shift farther: as a camera to fly to, like any other.
    target.on('dblclick.zoom', (event: MouseEvent | TouchEvent) => {
      event.preventDefault();
      const at = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (at === undefined) return;
      const [x, y] = pointer(at, element);
      const now = zoomTransform(element);
      const k = clampZoom(now.k * (event.shiftKey ? 0.5 : 2), frameSize.current);
      const there = { k, x: x - (x - now.x) * (k / now.k), y: y - (y - now.y) * (k / now.k) };
      report.current(toCamera(there, frameSize.current), { committed: true });
    });
    const forget = keepTouches(element);
    behaviour.current = made;
    return () => {
      target.on('.zoom', null);
      forget();
      cancelAnimationFrame(pending);
      behaviour.current = null;
      placedOnce.current = false;
    };
    // Not made anew for a layout: one that comes with the rest of a pack would end the gesture that is under way.
  }, [frame, stage, land]);

  useEffect(() => {
    const element = frame.current;
    const made = behaviour.current;
    if (element === null || made === null || size.width === 0 || gesture.current) return undefined;
    const target = select(element);
    const wanted = placedCamera(camera, layout, size);
    const from = toCamera(zoomTransform(element), size);
    // A frame that changes its size is no journey: the view is there at once.
    const resized = placedIn.current !== size;
    placedIn.current = size;
    // A flight that was broken off may have been at its end: the stage rests until the next.
    setMoving(element, false);
    if (placedOnce.current && sameCamera(from, wanted, size)) return undefined;
    if (!placedOnce.current || still || resized) {
      placedOnce.current = true;
      made.transform(target, toTransform(wanted, size));
      return undefined;
    }
    const began = performance.now();
    setMoving(frame.current, true);
    const fly = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - began) / FLIGHT_MS));
      made.transform(target, toTransform(along(from, wanted, eased(t)), size));
      if (t < 1) flight.current = requestAnimationFrame(fly);
      else setMoving(frame.current, false);
    };
    flight.current = requestAnimationFrame(fly);
    return land;
  }, [frame, camera, layout, size, still, land]);

  // Where another window drags the map; the state says where it comes to rest.
  useLive('map', {
    read: () => null,
    hear: (value) => {
      const [x, y, zoom] = [heardNumber(value, 'x'), heardNumber(value, 'y'), heardNumber(value, 'zoom')];
      if (frame.current === null || gesture.current || (value !== null && (x === null || y === null || zoom === null))) return;
      land();
      const there = x === null || y === null || zoom === null ? placedCamera(camera, layout, frameSize.current) : { x, y, zoom };
      behaviour.current?.transform(select(frame.current), toTransform(there, frameSize.current));
    },
  });

  return detail;
}
