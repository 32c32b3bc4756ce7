/** Evidence in ink: the line, the four boxes and the source, always beside the word (ART-DIRECTION 2.6). */
import type { JSX } from 'react';
import { Icon } from './icons';

/** The same list as the pack schema's `Strength`. */
export type StrengthName = 'strong' | 'moderate' | 'early' | 'contested';

export interface LineStyle {
  /** Pixels at scale 1. */
  readonly width: number;
  readonly dash: string | undefined;
  readonly cap: 'butt' | 'round';
}

const STYLES: Readonly<Record<StrengthName, LineStyle & { readonly boxes: number }>> = {
  strong: { width: 2.5, dash: undefined, cap: 'butt', boxes: 4 },
  moderate: { width: 1.75, dash: undefined, cap: 'butt', boxes: 3 },
  early: { width: 1.5, dash: '7 4', cap: 'butt', boxes: 2 },
  contested: { width: 1.5, dash: '1.5 4', cap: 'round', boxes: 1 },
};

/** How a line of this strength is stroked, on the map, the score and in lists. */
export function lineStyle(strength: StrengthName): LineStyle {
  return STYLES[strength];
}

/** A sample of the line, 34 px unless told. */
export function StrengthLine({ strength, width = 34 }: { readonly strength: StrengthName; readonly width?: number }): JSX.Element {
  const style = STYLES[strength];
  return (
    <svg width={width} height="10" viewBox={`0 0 ${width} 10`} aria-hidden="true" focusable="false">
      <path
        d={`M1 5H${width - 1}`}
        fill="none"
        stroke="currentColor"
        strokeWidth={style.width}
        strokeDasharray={style.dash}
        strokeLinecap={style.cap}
      />
    </svg>
  );
}

/** Four boxes, as many filled as the strength has. */
export function StrengthBoxes({ strength }: { readonly strength: StrengthName }): JSX.Element {
  const { boxes } = STYLES[strength];
  return (
    <svg width="31" height="8" viewBox="0 0 31 8" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3].map((i) => (
        <rect key={i} x={i * 8 + 0.5} y="0.5" width="6" height="7" fill={i < boxes ? 'currentColor' : 'none'} stroke="currentColor" />
      ))}
    </svg>
  );
}

/** Where evidence comes from: cells, animals or people. */
export function SourceGlyph({ kind }: { readonly kind: 'dish' | 'mouse' | 'person' }): JSX.Element {
  return <Icon name={kind} size={17} />;
}
