/** The panel as a sheet: three stops on a phone, open or put away on a tablet and in a low frame. */
import { useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import type { Frame } from './frame';

export type Stop = 'peek' | 'half' | 'full';

/** The stop that pressing the handle leads to. */
export function nextStop(stop: Stop, frame: Frame): Stop {
  if (frame !== 'phone') return stop === 'peek' ? 'full' : 'peek';
  return stop === 'peek' ? 'half' : stop === 'half' ? 'full' : 'peek';
}

/** The stop nearest to a dragged height, as a fraction of the room the sheet has. */
export function stopNear(fraction: number): Stop {
  if (fraction < 0.3) return 'peek';
  return fraction < 0.76 ? 'half' : 'full';
}

const FIRST: Readonly<Record<Frame, Stop>> = { desktop: 'full', tablet: 'full', phone: 'half', low: 'peek' };
/** Beside a page for reading, or a plate with its controls, the sheet starts put away. */
const FIRST_READING: Readonly<Record<Frame, Stop>> = { ...FIRST, phone: 'peek' };
/** A press that moves less than this is a click. */
const SLOP = 6;

export interface Sheet {
  readonly stop: Stop;
  readonly panelProps: { readonly 'data-stop': Stop; readonly 'data-dragging'?: ''; readonly style?: CSSProperties };
  readonly handleProps: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
    readonly onClick: () => void;
  };
}

export function useSheet(frame: Frame, reading: boolean): Sheet {
  // A stop belongs to the frame and the kind of page it was chosen in: another one starts at its own first stop.
  const [chosen, setChosen] = useState<{ readonly frame: Frame; readonly reading: boolean; readonly stop: Stop } | null>(null);
  const stop = chosen?.frame === frame && chosen.reading === reading ? chosen.stop : (reading ? FIRST_READING : FIRST)[frame];
  const setStop = (next: Stop): void => setChosen({ frame, reading, stop: next });
  const [height, setHeight] = useState<number | null>(null);
  const drag = useRef<{ readonly startY: number; readonly startHeight: number; readonly room: number; moved: boolean } | null>(null);

  return {
    stop,
    panelProps: { 'data-stop': stop, ...(height === null ? {} : { 'data-dragging': '' as const, style: { height } }) },
    handleProps: {
      onPointerDown: (event) => {
        const panel = event.currentTarget.parentElement;
        if (frame !== 'phone' || panel?.parentElement == null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { startY: event.clientY, startHeight: panel.offsetHeight, room: panel.parentElement.offsetHeight, moved: false };
      },
      onPointerMove: (event) => {
        const held = drag.current;
        if (held === null) return;
        if (Math.abs(event.clientY - held.startY) > SLOP) held.moved = true;
        if (held.moved) setHeight(Math.min(held.room, Math.max(60, held.startHeight + held.startY - event.clientY)));
      },
      onPointerUp: () => {
        const held = drag.current;
        if (held?.moved === true && height !== null) setStop(stopNear(height / held.room));
        setHeight(null);
      },
      onPointerCancel: () => {
        drag.current = null;
        setHeight(null);
      },
      onClick: () => {
        const dragged = drag.current?.moved === true;
        drag.current = null;
        if (!dragged) setStop(nextStop(stop, frame));
      },
    },
  };
}
