/** Far out: processes that stand for their members, and the names of the places. */
import { memo, type CSSProperties, type JSX } from 'react';
import { classes } from '../../design/class-names';
import { SciTspans } from '../../design/sci';
import type { SceneGroup } from '../../explorer/scene';
import type { Box } from '../../model/layout';
import css from './cell.module.css';
import type { Detail } from './detail';
import { emphasisOf } from './emphasis';
import type { GroupPlan, PlacePlan } from './plan';

interface GroupLayerProps {
  readonly groups: readonly GroupPlan[];
  readonly detail: Detail;
  readonly pixel: number;
  readonly selecting: boolean;
  readonly focusId: string | null;
  readonly domId: (id: string) => string;
  readonly describe: (id: string) => string;
}

/** All processes, each reachable by its own name. */
export const GroupLayer = memo(function GroupLayer(props: GroupLayerProps): JSX.Element {
  const { groups, detail, pixel, selecting, focusId, domId, describe } = props;
  return (
    <g>
      {groups.map(({ group, box }) => (
        <Group
          key={group.id}
          id={domId(group.id)}
          group={group}
          box={box}
          size={detail.group}
          pixel={pixel}
          selecting={selecting}
          focused={group.id === focusId}
          label={describe(group.id)}
        />
      ))}
    </g>
  );
});

interface GroupProps {
  readonly id: string;
  readonly group: SceneGroup;
  readonly box: Box;
  readonly size: number;
  readonly pixel: number;
  readonly selecting: boolean;
  readonly focused: boolean;
  readonly label: string;
}

function Group({ id, group, box, size, pixel, selecting, focused, label }: GroupProps): JSX.Element {
  const selected = group.selected || group.holds;
  const emphasis = emphasisOf({ route: group.route, related: group.related, selected }, selecting);
  const ring = (out: number): { x: number; y: number; width: number; height: number; rx: number } => ({
    x: box.left - out * pixel,
    y: box.top - out * pixel,
    width: box.right - box.left + 2 * out * pixel,
    height: box.bottom - box.top + 2 * out * pixel,
    rx: 2 * pixel,
  });
  return (
    <g
      id={id}
      role="button"
      aria-label={label}
      data-kind="group"
      data-id={group.id}
      style={{ '--px': pixel } as CSSProperties}
      className={classes(css['node'], css['group'], css[emphasis], selected && css['selected'], focused && css['focused'])}
    >
      <g>
        <rect {...ring(0)} className={css['hit']} />
        <rect {...ring(4)} className={css['ringFocus']} />
        <rect {...ring(2.5)} className={css['ringOuter']} />
        <rect {...ring(0)} className={css['body']} />
        <rect {...ring(0)} className={css['ringCore']} />
        <text
          className={classes(css['name'], css['middle'])}
          x={(box.left + box.right) / 2}
          y={(box.top + box.bottom) / 2 + size * 0.352}
          fontSize={size}
        >
          <SciTspans text={group.place.name} size={size} />
        </text>
      </g>
    </g>
  );
}

interface PlaceLayerProps {
  readonly places: readonly PlacePlan[];
  readonly size: number;
}

/** Italic names of the compartments. */
export const PlaceLayer = memo(function PlaceLayer({ places, size }: PlaceLayerProps): JSX.Element {
  return (
    <g aria-hidden="true">
      {places.map((place) => (
        <text key={place.id} className={css['place']} x={place.x} y={place.y + size * 0.33} fontSize={size}>
          {place.name}
        </text>
      ))}
    </g>
  );
});
