/** Pointer handlers that report the pointer against the axis while it is held. */
import { useRef, type PointerEvent } from 'react';

interface Scrub {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
}

/** `report` is given the pointer's x in the window and the element that the handlers' element stands in. */
export function useScrub(report: (clientX: number, axis: HTMLElement) => void): Scrub {
  const held = useRef(false);
  const tell = (event: PointerEvent<HTMLElement>): void => {
    const axis = event.currentTarget.parentElement;
    if (axis !== null) report(event.clientX, axis);
  };
  const release = (): void => {
    held.current = false;
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      held.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      tell(event);
    },
    onPointerMove: (event) => {
      if (held.current) tell(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}
