/** Entities: pills, boxes, and membrane proteins with their name plates. */
import { memo, type JSX } from 'react';
import { GlyphShape } from '../../design/glyphs';
import { SciTspans } from '../../design/sci';
import { classes } from '../../design/class-names';
import type { Messages } from '../../describe/messages';
import type { MeasuredNow } from '../../explorer/scene';
import {
  MEMBRANE_GLYPH,
  NODE_GLYPH,
  NODE_GLYPH_INSET,
  NODE_HEIGHT,
  NODE_TEXT,
  nodeRadius,
  PLATE_HEIGHT,
  type Box,
} from '../../model/layout';
import css from './cell.module.css';
import type { Detail } from './detail';
import { emphasisOf } from './emphasis';
import type { Badge } from './badges';
import { nameRoom, secondLine } from './labels';
import type { NodePlan, PicturePlan } from './plan';

/** A glyph's box is 24; its outline at pill size, and the heavier one of a membrane protein. */
const GLYPH_BOX = 24;
const GLYPH_OUTLINE = 1.25;
const MEMBRANE_OUTLINE = 1.1;
/** Baseline below the middle of a line, as a share of the text size. */
const BASELINE = 0.352;
const TURN = { up: 0, right: 90, down: 180, left: -90 } as const;

type Kinds = Messages['panel']['kinds'];

interface NodeLayerProps {
  readonly nodes: readonly NodePlan[];
  readonly badges: ReadonlyMap<string, Badge>;
  readonly detail: Detail;
  readonly kinds: Kinds;
  readonly selecting: boolean;
  readonly focusId: string | null;
  readonly domId: (id: string) => string;
  readonly describe: (id: string) => string;
}

/** All drawn entities, each reachable by its own name. */
export const NodeLayer = memo(function NodeLayer({
  nodes,
  badges,
  detail,
  kinds,
  selecting,
  focusId,
  domId,
  describe,
}: NodeLayerProps): JSX.Element {
  return (
    <g>
      {/* Under all nodes, so that the room around one never covers another. */}
      {nodes.map(({ node, body, plate }) => (
        <g key={node.id} data-id={node.id}>
          <HitBox box={body} />
          {plate !== null && <HitBox box={plate} />}
        </g>
      ))}
      {nodes.map((plan) => (
        <Node
          key={plan.node.id}
          id={domId(plan.node.id)}
          plan={plan}
          badge={badges.get(plan.node.id)}
          detail={detail}
          kinds={kinds}
          selecting={selecting}
          focused={plan.node.id === focusId}
          label={describe(plan.node.id)}
        />
      ))}
    </g>
  );
});

function HitBox({ box }: { readonly box: Box }): JSX.Element {
  return <rect x={box.left} y={box.top} width={box.right - box.left} height={box.bottom - box.top} className={css['hit']} />;
}

interface NodeProps {
  readonly id: string;
  readonly plan: NodePlan;
  readonly badge: Badge | undefined;
  readonly detail: Detail;
  readonly kinds: Kinds;
  readonly selecting: boolean;
  readonly focused: boolean;
  readonly label: string;
}

const Node = memo(function Node({ id, plan, badge, detail, kinds, selecting, focused, label }: NodeProps): JSX.Element {
  const { node, scale } = plan;
  const { place } = node;
  const emphasis = emphasisOf(node, selecting);
  return (
    <g
      id={id}
      role="button"
      aria-label={label}
      data-kind="entity"
      data-id={node.id}
      className={classes(css['node'], css[emphasis], node.selected && css['selected'], focused && css['focused'])}
    >
      <g transform={`translate(${place.x} ${place.y})${scale === 1 ? '' : ` scale(${scale})`}`}>
        {place.form === 'membrane' ? (
          <MembraneNode plan={plan} detail={detail} kinds={kinds} />
        ) : (
          <BodyNode plan={plan} detail={detail} kinds={kinds} />
        )}
      </g>
      {badge !== undefined && (
        <g transform={`translate(${badge.x} ${badge.y})`} className={css['step']}>
          <rect x={-badge.width / 2} y={-badge.height / 2} width={badge.width} height={badge.height} rx={badge.height / 2} />
          <text y={detail.step * BASELINE} fontSize={detail.step}>
            {badge.text}
          </text>
        </g>
      )}
      {node.now !== null && plan.named && <NowMark plan={plan} now={node.now} />}
    </g>
  );
}, sameNode);

/** Plans are made anew with every scene; what they say about an unchanged node is compared by value. */
function sameNode(a: NodeProps, b: NodeProps): boolean {
  return (
    a.plan.node === b.plan.node &&
    a.plan.scale === b.plan.scale &&
    a.plan.named === b.plan.named &&
    a.badge?.x === b.badge?.x &&
    a.badge?.y === b.badge?.y &&
    a.badge?.text === b.badge?.text &&
    a.detail === b.detail &&
    a.kinds === b.kinds &&
    a.selecting === b.selecting &&
    a.focused === b.focused &&
    a.label === b.label &&
    a.id === b.id
  );
}

interface FormProps {
  readonly plan: NodePlan;
  readonly detail: Detail;
  readonly kinds: Kinds;
}

/** A pill with glyph and name, or a box with a name. */
function BodyNode({ plan, detail, kinds }: FormProps): JSX.Element {
  const { place, entity } = plan.node;
  const height = NODE_HEIGHT[place.tier];
  const room = nameRoom(plan);
  const left = -place.width / 2;
  const glyph = NODE_GLYPH[place.tier];
  return (
    <>
      <Plate x={left} y={-height / 2} width={place.width} height={height} radius={nodeRadius(place)} />
      {!room.centred && (
        <g transform={`translate(${left + NODE_GLYPH_INSET[place.tier] + glyph / 2} 0) scale(${glyph / GLYPH_BOX})`}>
          <GlyphShape name={entity.glyph} outline={GLYPH_OUTLINE} />
        </g>
      )}
      {plan.named && <Name plan={plan} detail={detail} kinds={kinds} x={room.centred ? 0 : left + room.from} middle={room.centred} />}
    </>
  );
}

/** A membrane protein standing in its bilayer, outer end as the layout says, with its name beside it. */
function MembraneNode({ plan, detail, kinds }: FormProps): JSX.Element {
  const { place, entity } = plan.node;
  const size = MEMBRANE_GLYPH[place.tier].through / GLYPH_BOX;
  const height = PLATE_HEIGHT[place.tier];
  const [px, py] = place.plate ?? [place.x, place.y + height];
  const name = entity.glyph === 'none' ? 'channel' : entity.glyph;
  return (
    <>
      <g transform={`rotate(${TURN[place.facing ?? 'up']}) scale(${size})`} className={css['protein']}>
        <GlyphShape name={name} outline={MEMBRANE_OUTLINE} />
      </g>
      {plan.named && (
        <g transform={`translate(${px - place.x} ${py - place.y})`}>
          <Plate x={-place.width / 2} y={-height / 2} width={place.width} height={height} radius={0} />
          <Name plan={plan} detail={detail} kinds={kinds} x={0} middle />
        </g>
      )}
    </>
  );
}

interface PlateProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** The body of a pill, box or name plate, with the rings that focus, selection and comparison add. */
function Plate({ x, y, width, height, radius }: PlateProps): JSX.Element {
  const ring = (out: number): { x: number; y: number; width: number; height: number; rx: number } => ({
    x: x - out,
    y: y - out,
    width: width + 2 * out,
    height: height + 2 * out,
    rx: radius + (radius > 2 ? out : 0),
  });
  return (
    <>
      <rect {...ring(6)} className={css['ringFocus']} />
      <rect {...ring(3.5)} className={css['ringOuter']} />
      <rect {...ring(0)} className={css['body']} />
      <rect {...ring(0)} className={css['ringCore']} />
    </>
  );
}

interface NameProps extends FormProps {
  readonly x: number;
  readonly middle: boolean;
}

/** The name, and close up a second line. */
function Name({ plan, detail, kinds, x, middle }: NameProps): JSX.Element {
  const { entity, place } = plan.node;
  const size = NODE_TEXT[place.tier] * detail.name1;
  const second = secondLine(plan, detail, kinds);
  const small = NODE_TEXT[place.tier] * detail.name2;
  const up = second === '' ? 0 : small * 0.56;
  return (
    <>
      <text className={classes(css['name'], middle && css['middle'])} x={x} y={size * BASELINE - up} fontSize={size}>
        <SciTspans text={entity.short} size={size} />
      </text>
      {second !== '' && (
        <text className={classes(css['second'], middle && css['middle'])} x={x} y={size * 0.5 + small * BASELINE} fontSize={small}>
          <SciTspans text={second} size={small} />
        </text>
      )}
    </>
  );
}

const NOW_SHAPE = { up: 'M0-4L4 3H-4Z', down: 'M0 4L4-3H-4Z', present: 'M-3-3H3V3H-3Z' } as const;

/** What was measured at the moment of the score: a mark at the upper left. */
function NowMark({ plan, now }: { readonly plan: NodePlan; readonly now: MeasuredNow }): JSX.Element {
  const box = plan.plate ?? plan.body;
  return (
    <g transform={`translate(${box.left + 3} ${box.top})`} className={css['now']} aria-hidden="true">
      <circle r="7.5" />
      <path d={NOW_SHAPE[now.direction]} />
    </g>
  );
}

/** Far out: glyphs that need no name, at their place. */
export const PictureLayer = memo(function PictureLayer({ pictures }: { readonly pictures: readonly PicturePlan[] }): JSX.Element {
  return (
    <g aria-hidden="true">
      {pictures.map(({ node, size }) => {
        const { place, entity } = node;
        const scale = size === 0 ? MEMBRANE_GLYPH[place.tier].through / GLYPH_BOX : size / GLYPH_BOX;
        const turn = size === 0 ? TURN[place.facing ?? 'up'] : 0;
        return (
          <g
            key={node.id}
            data-kind="entity"
            data-id={node.id}
            transform={`translate(${place.x} ${place.y}) rotate(${turn}) scale(${scale})`}
          >
            <GlyphShape name={entity.glyph} outline={GLYPH_OUTLINE} />
          </g>
        );
      })}
    </g>
  );
});
