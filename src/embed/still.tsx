/** What stands for a place until the reader wants it: its pre-drawn picture, as one button that brings the live figure. */
import type { ReactNode } from 'react';
import { Icon } from '../design/icons';
import { Sci } from '../design/sci';
import { PlateStill } from '../views/plate3d/still';
import { STILL_VIEWS, stillOf } from '../views/plate3d/stills';
import { useExplorer } from '../views/shared/explorer-context';
import { useSize } from '../views/shared/use-size';
import { useWords } from '../views/shared/use-words';
import { embed } from '../describe/messages/en/embed';
import css from './frame.module.css';
import line from '../views/shared/leader.module.css';
import names from './still.module.css';
import { stillLabels, type StillLabel } from './still-labels';

/** What the live picture shows at first: this much of the height, within these widths, nm. As the stage of the synapse has it. */
const FIRST = { height: 184, narrowest: 172, widest: 366 } as const;

/** Height that the still covers, nm. */
const COVERED = 250;

interface Props {
  /** Text alternative of the picture. */
  readonly alt: string;
  readonly onStart: () => void;
}

/** The pre-drawn picture of the synapse with its names, filling its positioned parent; `whole` shows all of it, as sharp as it is. */
export function NamedStill({ alt, whole = false }: Pick<Props, 'alt'> & { readonly whole?: boolean }): ReactNode {
  const { state, model } = useExplorer();
  const stage = model.stages.find(({ level }) => level === 'synapse');
  const words = useWords(embed);
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const { camera } = state;
  const shape = width / Math.max(1, height);
  // A tall frame comes nearer than the live picture would, so that the still covers it.
  const first = Math.min(FIRST.widest, Math.max(FIRST.narrowest, FIRST.height * shape), COVERED * shape);
  const view = {
    ...STILL_VIEWS.synapse,
    ...(camera === null ? {} : { x: camera.x, y: camera.y }),
    widthNm: whole ? Math.min(STILL_VIEWS.synapse.widthNm, COVERED * shape) : camera === null ? first : width / camera.zoom,
  };
  return (
    <div ref={box} className={css['still']}>
      {width > 0 && <PlateStill still={stillOf('synapse', state.theme)} view={view} alt={alt} />}
      {stage !== undefined && width > 0 && <Names labels={stillLabels(stage, view, width, height)} about={words.named} />}
    </div>
  );
}

export function StillFigure({ alt, onStart }: Props): ReactNode {
  const words = useWords(embed);
  return (
    <>
      <NamedStill alt={alt} />
      <button type="button" className={css['start']} data-start="" onClick={onStart}>
        <span>
          <Icon name="play" /> {words.start}
        </span>
      </button>
    </>
  );
}

const points = (label: StillLabel): string => [label.bend, label.end].map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** The names as text over the picture: read out as a list, hidden with the labels of the live picture where the host wants none. */
function Names({ labels, about }: { readonly labels: readonly StillLabel[]; readonly about: string }): ReactNode {
  if (labels.length === 0) return null;
  return (
    <div data-hidden="false" data-still-names="">
      <svg className={names['leaders']} width="100%" height="100%" aria-hidden="true" focusable="false">
        {labels.map((label) => (
          <g key={label.kind}>
            <polyline className={line['casing']} points={points(label)} />
            <polyline className={line['leader']} points={points(label)} />
            <circle className={line['dot']} cx={label.end[0]} cy={label.end[1]} r={2.5} />
          </g>
        ))}
      </svg>
      <ul className={names['labels']} aria-label={about}>
        {labels.map(({ kind, text, inverted, x, y, width, height }) => (
          <li key={kind} data-inverted={inverted} style={{ left: x, top: y, width, height }}>
            <Sci text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
