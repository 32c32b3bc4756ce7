/** The kinetic scheme unfolded: every state, every transition, and the state that the channel is in now. */
import { useMemo, type ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { drawnText } from '../../design/typeset';
import { SciTspans } from '../../design/sci';
import css from './recording.module.css';
import { schemeLayout, type PlacedState, type SchemeLayout } from './scheme-layout';
import type { ChannelSetup } from './setup';

interface Props {
  readonly setup: ChannelSetup;
  /** Index of the present state. */
  readonly now: number;
  readonly width: number;
  readonly height: number;
}

const NODE_HEIGHT = 16;
const LEFT = 8;
const TOP = 16;
const LAYER_GAP = 13;

export function SchemeDiagram({ setup, now, width, height }: Props): ReactNode {
  const words = useWords(receptorWords).scheme;
  const layout = useMemo(() => schemeLayout(setup.record, setup.states), [setup.record, setup.states]);
  const place = placer(layout, width, height);
  const node = Math.min(62, place.columnWidth - 16);
  const state = setup.states[now];
  const summary = words.summary(setup.states.length, setup.record.transitions.length, state === undefined ? '' : state.state);
  const names: Readonly<Record<string, string>> = { mg: words.layers.mg, ket: words.layers.ket };
  return (
    <svg width={width} height={height} role="img" aria-label={drawnText(summary)} className={css['scheme']} direction="ltr">
      {layout.layers.map((ligand, layer) => (
        <g key={ligand ?? 'free'}>
          <rect
            x={0}
            y={place.layerTop(layer) - 12}
            width={width}
            height={place.layerHeight(layer) + 12}
            className={css['layer']}
            data-blocker={ligand ?? 'free'}
          />
          <text x={LEFT} y={place.layerTop(layer) - 1} className={css['layerName']}>
            <SciTspans text={ligand === null ? words.layers.free : (names[ligand] ?? words.otherLayer(ligand))} size={11} />
          </text>
        </g>
      ))}
      {layout.links.map(({ from, to }) => {
        const [a, b] = [layout.states[from], layout.states[to]];
        if (a === undefined || b === undefined) return null;
        return (
          <path
            key={`${from}-${to}`}
            d={linkPath(place.at(a), place.at(b))}
            className={css['link']}
            data-now={from === now || to === now}
          />
        );
      })}
      {layout.states.map((item) => {
        const [x, y] = place.at(item);
        return (
          <g
            key={item.index}
            transform={`translate(${x} ${y})`}
            className={css['node']}
            data-now={item.index === now}
            data-kind={item.state.kind}
          >
            <title>{`${item.state.state}: ${words.bound(item.state.bound['glu'] ?? 0)}, ${item.state.gateOpen ? words.gateOpen : words.gateShut}`}</title>
            <rect x={-node / 2} y={-NODE_HEIGHT / 2} width={node} height={NODE_HEIGHT} rx={NODE_HEIGHT / 2} />
            <text textAnchor="middle" y={4}>
              {item.state.state.replace(/_.*$/, '')}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Straight between neighbours, bent away where another state would lie under it. */
function linkPath([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): string {
  const [dx, dy] = [x1 - x0, y1 - y0];
  if (Math.abs(dx) < 1 && Math.abs(dy) > 60) return `M${x0} ${y0}C${x0 + 44} ${y0 + dy * 0.25} ${x1 + 44} ${y0 + dy * 0.75} ${x1} ${y1}`;
  return `M${x0} ${y0}L${x1} ${y1}`;
}

interface Placer {
  readonly at: (item: PlacedState) => readonly [number, number];
  readonly layerTop: (layer: number) => number;
  readonly layerHeight: (layer: number) => number;
  readonly columnWidth: number;
}

function placer(layout: SchemeLayout, width: number, height: number): Placer {
  const columnWidth = (width - 2 * LEFT - 92) / layout.columns;
  const total = layout.rows.reduce((sum, rows) => sum + rows, 0);
  const unit = Math.max(NODE_HEIGHT + 1, (height - TOP - LAYER_GAP * layout.rows.length) / total);
  const layerHeight = (layer: number): number => unit * (layout.rows[layer] ?? 1);
  const layerTop = (layer: number): number => TOP + layout.rows.slice(0, layer).reduce((sum, rows) => sum + rows * unit + LAYER_GAP, 0);
  const inColumn = new Map<string, number>();
  for (const item of layout.states) {
    const key = `${item.layer}/${item.column}`;
    inColumn.set(key, Math.max(inColumn.get(key) ?? 0, item.row + 1));
  }
  return {
    columnWidth,
    layerHeight,
    layerTop,
    at: (item) => {
      const own = inColumn.get(`${item.layer}/${item.column}`) ?? 1;
      const share = (item.row + 0.5) / own;
      return [LEFT + 92 + columnWidth * (item.column + 0.5), layerTop(item.layer) + share * layerHeight(item.layer)];
    },
  };
}
