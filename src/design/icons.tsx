/** Interface icons: 16 px box, 1.25 line, square ends, ink. They never carry meaning alone; a control names itself in words. */
import type { JSX } from 'react';

interface Drawing {
  /** Stroked path. */
  readonly line?: string;
  /** Filled path, for the few solid parts. */
  readonly solid?: string;
}

const DRAWINGS = {
  search: { line: 'M10.3 10.3 14 14M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z' },
  theme: { line: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z', solid: 'M8 2.5a5.5 5.5 0 0 1 0 11z' },
  share: { line: 'M8 10V2.6M5 5.4l3-3l3 3M4.5 7.5H3v6h10v-6h-1.5' },
  play: { solid: 'M4 2.5v11l9-5.5z' },
  pause: { solid: 'M4 3h3v10H4zM9 3h3v10H9z' },
  previous: { line: 'M10.5 3 5.5 8l5 5' },
  next: { line: 'M5.5 3l5 5l-5 5' },
  menu: { line: 'M2 4.5h12M2 8h12M2 11.5h12' },
  openOutside: { line: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5' },
  dish: {
    line: 'M1.5 6.5h13M3 6.5v3.2q0 1.8 5 1.8t5-1.8V6.5',
    solid: 'M6.5 8.1a.9.9 0 1 1 0 1.8a.9.9 0 1 1 0-1.8zM9.7 8.3a.9.9 0 1 1 0 1.8a.9.9 0 1 1 0-1.8z',
  },
  mouse: {
    line: 'M2.4 11.5C2.2 7.6 5 5.1 8.5 5.5C8.9 4 11.1 4.2 11.3 5.8C13 6.8 14 8.6 14.5 10.2C14.7 11 14 11.5 13 11.5zM2.4 11.5q-1.7 1.4.3 2.5h3',
    solid: 'M12.2 8a.75.75 0 1 1 0 1.5a.75.75 0 1 1 0-1.5z',
  },
  person: { line: 'M8 1.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4zM3.5 14c0-3.5 1.6-5.7 4.5-5.7s4.5 2.2 4.5 5.7' },
  undo: { line: 'M5.8 2.8 2.6 6l3.2 3.2M2.8 6H9.5a3.6 3.6 0 0 1 0 7.2H5.5' },
  redo: { line: 'M10.2 2.8 13.4 6l-3.2 3.2M13.2 6H6.5a3.6 3.6 0 0 0 0 7.2h4' },
  close: { line: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  zoomIn: { line: 'M8 2.5v11M2.5 8h11' },
  zoomOut: { line: 'M2.5 8h11' },
  fit: { line: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10' },
  help: {
    line: 'M5.2 5.6C5.2 3.9 6.4 2.8 8 2.8S10.9 3.8 10.9 5.4C10.9 7.7 8 7.6 8 10.2',
    solid: 'M7.2 12h1.6v1.6H7.2z',
  },
  outline: { line: 'M2 3.5h4M5 8h9M5 12.5h9M8 3.5h6', solid: 'M2 7.4h1.5v1.2H2zM2 11.9h1.5v1.2H2z' },
  table: { line: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 3v10' },
  down: { line: 'M3.5 6 8 10.5 12.5 6' },
  check: { line: 'M3 8.3l3.4 3.4L13 4.8' },
} as const satisfies Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof DRAWINGS;

interface IconProps {
  readonly name: IconName;
  /** CSS pixels; 16 unless told. */
  readonly size?: number;
}

/** An interface icon in the current text colour, hidden from assistive technology. */
export function Icon({ name, size = 16 }: IconProps): JSX.Element {
  const drawing: Drawing = DRAWINGS[name];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawing.line !== undefined && <path d={drawing.line} fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="miter" />}
      {drawing.solid !== undefined && <path d={drawing.solid} fill="currentColor" />}
    </svg>
  );
}

/** The mark of the project: a curve on two axes. */
export function Mark({ size = 22 }: { readonly size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <path d="M1 18.5H21M4 1V21" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 14.5C10 14.5 9.5 6 13 6S17 11 20 11" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
