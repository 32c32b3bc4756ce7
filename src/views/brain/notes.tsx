/** What stands on the picture: the scale bar, whose brain it is, and which way is front. */
import type { ReactNode } from 'react';
import type { BrainView } from '../../design/atlas/views';
import type { Widen } from '../../describe/messages';
import type { atlas } from '../../describe/messages/en/atlas';
import css from './brain-picture.module.css';
import { barLength, isNarrow, nucleusRadius } from './layout';

export interface BrainNotesProps {
  readonly view: BrainView;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Whether nuclei are drawn, which are no true outlines. */
  readonly circles: boolean;
  readonly words: Widen<typeof atlas>;
}

export function BrainNotes({ view, scale, width, height, circles, words }: BrainNotesProps): ReactNode {
  const mm = barLength(scale, width);
  return (
    <>
      {view === 'midsagittal' || view === 'lateral' ? (
        <span className={`${css['side']} ${css['front']}`} data-toward={view === 'lateral' ? 'left' : 'right'}>
          {words.front}
          <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true" focusable="false">
            <path d="M0 4H14" strokeWidth="1.25" />
            <path d="M22 4L13 .2V7.8z" stroke="none" />
          </svg>
        </span>
      ) : null}
      {view === 'frontal' ? (
        <>
          <span className={`${css['side']} ${css['leftSide']}`}>{words.right}</span>
          <span className={`${css['side']} ${css['rightSide']}`}>{words.left}</span>
        </>
      ) : null}
      <p className={css['notes']} data-narrow={isNarrow(width, height)}>
        <span className={css['barBox']} style={{ width: mm * scale }} />
        <strong>{words.scale(mm)}</strong> {circles ? words.circles(Math.round((2 * nucleusRadius(scale)) / scale)) : ''} {words.whose}{' '}
        {view === 'frontal' ? words.frontalSides : ''}
      </p>
    </>
  );
}
