/** Names on the picture: plates with leaders, placed by rule. For the mouse; the list beside the picture says the same to the keyboard. */
import { useMemo, type ReactNode } from 'react';
import { Sci } from '../../design/sci';
import { classes } from '../../design/class-names';
import { useExplorer } from '../shared/explorer-context';
import { placeLabels, type LabelFrame, type Point } from './label-layout';
import type { Wishes } from './label-wishes';
import line from '../shared/leader.module.css';
import css from './labels.module.css';

interface Props extends Wishes {
  readonly frame: LabelFrame;
  /** The camera moves: names wait until it rests. */
  readonly hidden: boolean;
}

const pathOf = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

export function Labels({ wishes, texts, frame, hidden }: Props): ReactNode {
  const { dispatch } = useExplorer();
  const placed = useMemo(() => placeLabels(wishes, frame), [wishes, frame]);
  return (
    <div className={css['labels']} data-hidden={hidden} aria-hidden="true">
      <svg className={css['leaders']} width={frame.width} height={frame.height}>
        {placed
          .filter(({ leader }) => leader.length > 0)
          .map(({ id, leader }) => (
            <g key={id}>
              <path d={pathOf(leader)} className={line['casing']} />
              <path d={pathOf(leader)} className={line['leader']} />
              {leader.slice(-1).map(([x, y]) => (
                <circle key={id} cx={x} cy={y} r={2.5} className={line['dot']} />
              ))}
            </g>
          ))}
      </svg>
      {placed.map(({ id, box }) => {
        const label = texts.get(id);
        if (label === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            data-label={id}
            className={classes(css['label'], label.inverted && css['inverted'])}
            style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
            onClick={() => dispatch({ type: 'select', selection: { kind: 'part', id: label.part } })}
          >
            <span>
              <Sci text={label.text} />
            </span>
            {label.sub !== '' && (
              <span className={css['sub']}>
                <Sci text={label.sub} />
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
