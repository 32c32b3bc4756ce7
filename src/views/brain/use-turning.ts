/** Turning the free view: drag, and arrows with Shift. The turn is told when it rests. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { limitedOrbit, type Orbit } from '../../design/atlas/views';
import { heardNumber, tellLive, useLive } from '../shared/live';

/** Degrees a CSS pixel of the picture, degrees a key, and how far a pointer moves before it drags, px of the window. */
const DRAG = 0.4;
const STEP = 10;
const SLACK = 4;

const KEYS: Readonly<Record<string, Orbit>> = {
  ArrowLeft: { yaw: -STEP, pitch: 0 },
  ArrowRight: { yaw: STEP, pitch: 0 },
  ArrowUp: { yaw: 0, pitch: STEP },
  ArrowDown: { yaw: 0, pitch: -STEP },
};

export interface Turning {
  /** The turn that is shown while it is dragged, else null. */
  readonly orbit: Orbit | null;
  readonly moving: boolean;
  readonly handlers: {
    readonly onPointerDown?: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerMove?: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerUp?: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerCancel?: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  };
}

/** `orbit` is null in a view that does not turn. */
export function useTurning(orbit: Orbit | null, onOrbit: (orbit: Orbit) => void): Turning {
  const [shown, setShown] = useState<Orbit | null>(null);
  const held = useRef<{ readonly x: number; readonly y: number; readonly from: Orbit; moved: boolean } | null>(null);
  useLive('orbit', {
    read: () => null,
    hear: (value) => {
      const [yaw, pitch] = [heardNumber(value, 'yaw'), heardNumber(value, 'pitch')];
      setShown(yaw === null || pitch === null ? null : limitedOrbit({ yaw, pitch }));
    },
  });
  if (orbit === null) return { orbit: null, moving: false, handlers: {} };
  const release = (event: PointerEvent<HTMLDivElement>): void => {
    const was = held.current;
    held.current = null;
    if (was?.moved !== true) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    // Both in one update, so that the picture does not jump back in between.
    setShown(null);
    if (shown !== null) onOrbit(shown);
    tellLive('orbit', null);
  };
  return {
    orbit: shown,
    moving: shown !== null,
    handlers: {
      onPointerDown: (event) => {
        if (event.button === 0) held.current = { x: event.clientX, y: event.clientY, from: orbit, moved: false };
      },
      onPointerMove: (event) => {
        const now = held.current;
        if (now === null) return;
        const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
        if (!now.moved && Math.hypot(dx, dy) < SLACK) return;
        if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId);
        now.moved = true;
        // On a slide a pixel of the picture is several of the window's.
        const degrees = (DRAG * event.currentTarget.offsetWidth) / Math.max(1, event.currentTarget.getBoundingClientRect().width);
        const turn = limitedOrbit({ yaw: now.from.yaw + dx * degrees, pitch: now.from.pitch + dy * degrees });
        setShown(turn);
        tellLive('orbit', turn);
      },
      onPointerUp: release,
      onPointerCancel: release,
      onKeyDown: (event) => {
        const step = event.shiftKey && Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
        if (step === undefined) return;
        event.preventDefault();
        onOrbit(limitedOrbit({ yaw: orbit.yaw + step.yaw, pitch: orbit.pitch + step.pitch }));
      },
    },
  };
}
