/** What stands on the picture: the scale bar, whose brain it is, and which way is front. */
import type { ReactNode } from 'react';
import type { Axes, BrainView } from '../../design/atlas/views';
import type { Widen } from '../../describe/messages';
import type { atlas } from '../../describe/messages/en/atlas';
import type { AtlasEntry } from '../../model/atlas';
import css from './brain-picture.module.css';
import { Compass } from './compass';
import { barLength, isNarrow, nucleusRadius } from './layout';

export interface BrainNotesProps {
  readonly view: BrainView;
  readonly axes: Axes;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Width that the notes may take, px, in fewer words; 0 for the scale alone, null where the frame has room for all. */
  readonly room: number | null;
  /** Whether nuclei are drawn, which are no true outlines. */
  readonly circles: boolean;
  /** The chosen nucleus, where it is one: its places in MNI space with their uncertainty. */
  readonly nucleus: readonly AtlasEntry[];
  readonly words: Widen<typeof atlas>;
}

/** Narrower frames have the small compass, and this much of the foot is its own, px. */
const SMALL = 700;
const COMPASS_SIDE = 52;
/** Narrower frames have the title where the words would stand, px. */
const TITLED = 290;

const placeOf = ({ centroid }: AtlasEntry): string => centroid.join(', ').replaceAll('-', '\u2212');

export function BrainNotes({ view, axes, scale, width, height, room, circles, nucleus, words }: BrainNotesProps): ReactNode {
  const mm = barLength(scale, width);
  const short = room !== null;
  const across = Math.round((2 * nucleusRadius(scale)) / scale);
  const [first] = nucleus;
  return (
    <>
      {view === 'midsagittal' || view === 'lateral' ? (
        <span className={`${css['side']} ${css['front']}`} data-toward={view === 'lateral' ? 'left' : 'right'}>
          {width < TITLED ? words.frontShort : words.front}
          <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true" focusable="false">
            <path d="M0 4H14" strokeWidth="1.25" />
            <path d="M22 4L13 .2V7.8z" stroke="none" />
          </svg>
        </span>
      ) : null}
      {view === 'orbit' && <Compass axes={axes} small={width < SMALL} words={words.compass} />}
      {view === 'frontal' ? (
        <>
          <span className={`${css['side']} ${css['leftSide']}`}>{words.right}</span>
          <span className={`${css['side']} ${css['rightSide']}`}>{words.left}</span>
        </>
      ) : null}
      <p
        className={css['notes']}
        data-narrow={isNarrow(width, height)}
        style={room === null || room === 0 ? undefined : { maxWidth: view === 'orbit' ? room - COMPASS_SIDE : room }}
      >
        <span className={css['barBox']} style={{ width: mm * scale }} />
        <strong>{words.scale(mm)}</strong>{' '}
        {room !== 0 && (
          <>
            {circles && (short ? words.circlesShort(across) : words.circles(across))}{' '}
            {first !== undefined &&
              `${words.nucleus(short ? null : words.regions[first.region], nucleus.map(placeOf), first.uncertainty ?? 0)} `}
            {short ? words.whoseShort : words.whose} {view === 'frontal' && !short && words.frontalSides}
          </>
        )}
      </p>
    </>
  );
}
