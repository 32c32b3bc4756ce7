/** Text for ears: a region whose changes are read. */
import type { JSX } from 'react';

interface LiveRegionProps {
  readonly text: string;
  /** Changes with every announcement, so that the same words twice are read twice. */
  readonly turn: number;
}

/** Reads `text` politely whenever `turn` or `text` changes. Keep one in the page from the start. */
export function LiveRegion({ text, turn }: LiveRegionProps): JSX.Element {
  return (
    <output className="visually-hidden" aria-live="polite">
      {/* A changed no-break space makes equal words a change. */}
      {text === '' ? '' : `${text}${turn % 2 === 0 ? '' : '\u00a0'}`}
    </output>
  );
}
