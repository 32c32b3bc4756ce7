/** What stands for a place until the reader wants it: its pre-drawn picture, as one button that brings the live figure. */
import type { ReactNode } from 'react';
import { Icon } from '../design/icons';
import { PlateStill } from '../views/plate3d/still';
import { STILL_VIEWS, stillOf } from '../views/plate3d/stills';
import { useExplorer } from '../views/shared/explorer-context';
import { useSize } from '../views/shared/use-size';
import { useWords } from '../views/shared/use-words';
import { embed } from '../describe/messages/en/embed';
import css from './frame.module.css';

/** What the live picture shows at first: this much of the height, within these widths, nm. As the stage of the synapse has it. */
const FIRST = { height: 184, narrowest: 172, widest: 366 } as const;

/** Height that the still covers, nm. */
const COVERED = 250;

interface Props {
  /** Text alternative of the picture. */
  readonly alt: string;
  readonly onStart: () => void;
}

export function StillFigure({ alt, onStart }: Props): ReactNode {
  const { state } = useExplorer();
  const words = useWords(embed);
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const { camera } = state;
  const shape = width / Math.max(1, height);
  // A tall frame comes nearer than the live picture would, so that the still covers it.
  const first = Math.min(FIRST.widest, Math.max(FIRST.narrowest, FIRST.height * shape), COVERED * shape);
  const view = {
    ...STILL_VIEWS.synapse,
    ...(camera === null ? {} : { x: camera.x, y: camera.y }),
    widthNm: camera === null ? first : width / camera.zoom,
  };
  return (
    <div ref={box} className={css['still']}>
      {width > 0 && <PlateStill still={stillOf('synapse', state.theme)} view={view} alt={alt} />}
      <button type="button" className={css['start']} data-start="" onClick={onStart}>
        <span>
          <Icon name="play" /> {words.start}
        </span>
      </button>
    </div>
  );
}
