/** Claims as lines: style from the evidence, ending from the effect, weight from route and selection. */
import { memo, type JSX } from 'react';
import { lineStyle } from '../../design/evidence-marks';
import type { SceneEdge, SceneGroupEdge } from '../../explorer/scene';
import { EDGE_CORNER } from '../../model/layout';
import type { Point } from '../../model/schema';
import { classes } from '../../design/class-names';
import css from './cell.module.css';
import tagCss from './tags.module.css';
import { CORES, EDGE_WEIGHT, emphasisOf, type Emphasis } from './emphasis';
import { endingShape, type EndingShape } from './endings';
import { roundedRun, shortened } from './geometry';
import type { EdgePlan, GroupEdgePlan } from './plan';
import type { Tag } from './tags';

interface EdgeLayerProps {
  readonly edges: readonly EdgePlan[];
  readonly selecting: boolean;
  readonly focusId: string | null;
  readonly domId: (id: string) => string;
  readonly describe: (id: string) => string;
}

/** Weak lines first, so that what is lit or selected lies on top. */
const ORDER: Readonly<Record<Emphasis, number>> = { off: 0, plain: 1, near: 2, both: 3, b: 4, a: 5, on: 6 };

/** All drawn claims, each reachable by its own name. */
export const EdgeLayer = memo(function EdgeLayer({ edges, selecting, focusId, domId, describe }: EdgeLayerProps): JSX.Element {
  const rank = (edge: SceneEdge): number => ORDER[emphasisOf(edge, selecting)] + (edge.selected ? 10 : 0) + (edge.id === focusId ? 20 : 0);
  return (
    <g>
      {edges
        .toSorted((p, q) => rank(p.edge) - rank(q.edge))
        .map(({ edge, points }) => (
          <Edge
            key={edge.id}
            id={domId(edge.id)}
            edge={edge}
            points={points}
            selecting={selecting}
            focused={edge.id === focusId}
            label={describe(edge.id)}
          />
        ))}
    </g>
  );
});

interface EdgeProps {
  readonly id: string;
  readonly edge: SceneEdge;
  readonly points: readonly Point[];
  readonly selecting: boolean;
  readonly focused: boolean;
  readonly label: string;
}

const Edge = memo(function Edge({ id, edge, points, selecting, focused, label }: EdgeProps): JSX.Element {
  const emphasis = emphasisOf(edge, selecting);
  const style = lineStyle(edge.strength);
  const weight = EDGE_WEIGHT[emphasis] * (edge.selected ? 1.5 : 1);
  const scale = emphasis === 'on' || edge.selected || emphasis === 'a' || emphasis === 'b' || emphasis === 'both' ? 1.25 : 1;
  const ending = endingShape(points, edge.ending, scale);
  const d = roundedRun(shortened(points, ending.stop), EDGE_CORNER);
  const width = style.width * weight;
  const cores = CORES[emphasis];
  const hollow = edge.ending === 'moves' && cores.length === 0;
  return (
    <g
      id={id}
      role="button"
      aria-label={label}
      data-kind="claim"
      data-id={edge.id}
      className={classes(css['edge'], css[emphasis], edge.selected && css['selected'], focused && css['focused'])}
    >
      <path d={d} className={css['edgeHit']} />
      {focused && <path d={d} className={css['edgeFocus']} strokeWidth={width + 11} />}
      {(focused || edge.selected) && <path d={d} className={css['edgeCasing']} strokeWidth={width + 5} />}
      <Line d={d} width={width + (hollow ? 2.6 : (cores[0] ?? 0))} dash={style.dash} cap={style.cap} />
      {hollow && <path d={d} className={css['edgeCore']} strokeWidth={width} />}
      {cores.map((core, i) =>
        i === 0 ? (
          <path key={core} d={d} className={css['edgeCore']} strokeWidth={width + core - 2.4} />
        ) : (
          <Line key={core} d={d} width={width} dash={style.dash} cap={style.cap} />
        ),
      )}
      <EndingMark shape={ending} />
    </g>
  );
});

interface LineProps {
  readonly d: string;
  readonly width: number;
  readonly dash: string | undefined;
  readonly cap: 'butt' | 'round';
}

function Line({ d, width, dash, cap }: LineProps): JSX.Element {
  return <path d={d} className={css['edgeLine']} strokeWidth={width} strokeDasharray={dash} strokeLinecap={cap} />;
}

function EndingMark({ shape }: { readonly shape: EndingShape }): JSX.Element {
  return <path d={shape.d} className={css[`ending-${shape.body}`]} strokeWidth={shape.width} />;
}

/** Letters on the edges of two compared routes. */
export const TagLayer = memo(function TagLayer({ tags }: { readonly tags: readonly Tag[] }): JSX.Element {
  return (
    <g aria-hidden="true" className={tagCss['tags']}>
      {tags.map((tag) => (
        <g key={tag.id} transform={`translate(${tag.x} ${tag.y})`} className={tag.route === 'onlyB' ? tagCss['tagB'] : tagCss['tagA']}>
          <rect x={-tag.width / 2} y={-tag.height / 2} width={tag.width} height={tag.height} rx={tag.height / 2} />
          <text y={tag.size * 0.35} fontSize={tag.size}>
            {tag.text}
          </text>
        </g>
      ))}
    </g>
  );
});

interface GroupEdgeLayerProps {
  readonly edges: readonly GroupEdgePlan[];
  /** CSS pixels in layout units. */
  readonly pixel: number;
  readonly selecting: boolean;
  readonly focusId: string | null;
  readonly domId: (id: string) => string;
  readonly describe: (id: string) => string;
}

/** Far out: one line for all claims between two processes. */
export const GroupEdgeLayer = memo(function GroupEdgeLayer(props: GroupEdgeLayerProps): JSX.Element {
  const { edges, pixel, selecting, focusId, domId, describe } = props;
  const rank = (edge: SceneGroupEdge): number => ORDER[emphasisOf(edge, selecting)] + (edge.selected ? 10 : 0);
  return (
    <g>
      {edges
        .toSorted((p, q) => rank(p.edge) - rank(q.edge))
        .map(({ edge, points }) => (
          <GroupEdge
            key={edge.id}
            id={domId(edge.id)}
            edge={edge}
            points={points}
            pixel={pixel}
            selecting={selecting}
            focused={edge.id === focusId}
            label={describe(edge.id)}
          />
        ))}
    </g>
  );
});

interface GroupEdgeProps {
  readonly id: string;
  readonly edge: SceneGroupEdge;
  readonly points: readonly Point[];
  readonly pixel: number;
  readonly selecting: boolean;
  readonly focused: boolean;
  readonly label: string;
}

const GroupEdge = memo(function GroupEdge({ id, edge, points, pixel, selecting, focused, label }: GroupEdgeProps): JSX.Element {
  const emphasis = emphasisOf(edge, selecting);
  const lit = emphasis !== 'plain' && emphasis !== 'off';
  const scaled = points.map(([x, y]): Point => [x / pixel, y / pixel]);
  const ending = endingShape(scaled, edge.ending, 1);
  const d = roundedRun(shortened(scaled, ending.stop), EDGE_CORNER);
  // One arrow is a thin line; more claims between the same two processes make a heavier one.
  const width = edge.selected ? 3.5 : lit ? 2.5 : edge.claims.length > 1 ? 1.75 : 1;
  const cores = CORES[emphasis];
  const { dash, cap } = lineStyle(edge.strength);
  return (
    <g
      id={id}
      role="button"
      aria-label={label}
      data-kind="link"
      data-id={edge.id}
      transform={`scale(${pixel})`}
      className={classes(
        css['edge'],
        css[emphasis],
        edge.claims.length === 1 && css['single'],
        edge.selected && css['selected'],
        focused && css['focused'],
      )}
    >
      <path d={d} className={css['edgeHit']} />
      {focused && <path d={d} className={css['edgeFocus']} strokeWidth={width + 9} />}
      {(focused || edge.selected) && <path d={d} className={css['edgeCasing']} strokeWidth={width + 4} />}
      <Line d={d} width={width + (edge.ending === 'moves' && cores.length === 0 ? 2.5 : (cores[0] ?? 0))} dash={dash} cap={cap} />
      {(edge.ending === 'moves' || cores.length > 0) && (
        <path d={d} className={css['edgeCore']} strokeWidth={width + (cores[0] ?? 2.4) - 2.4} />
      )}
      {cores.length > 1 && <Line d={d} width={width} dash={dash} cap={cap} />}
      <EndingMark shape={ending} />
    </g>
  );
});
