/** The circuit as a drawing: fogged neighbours, layers, cells in their shapes, lines that end on the part they reach, strips of spikes. */
import { memo, type ReactNode } from 'react';
import { GlyphShape } from '../../design/glyphs';
import { textWidth } from '../../design/text-width';
import type { CircuitRoute } from '../../explorer/circuit';
import { STRIP_MS } from '../../explorer/circuit-strips';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { useWords } from '../shared/use-words';
import css from './circuit.module.css';
import { Fog } from './fog';
import { pathOf, type CellPlace, type End, type Place, type Plan, type Wire } from './plan';
import type { CellResult } from './results';
import { silhouetteOf, type Silhouette } from './silhouette';

interface Props {
  readonly plan: Plan;
  /** The part of the plane that is shown: what lies beside the plan is fog. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Size of the numbers of a route and of the drug's name, in design units. */
  readonly type: number;
  readonly route: CircuitRoute | null;
  /** Kinds of cell that the simulated drug may enter. */
  readonly drugged: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly results: ReadonlyMap<string, CellResult>;
  readonly trace: { readonly before: Float32Array; readonly with: Float32Array } | null;
  readonly onChoose: (cell: string) => void;
}

const OUTLINE = 1.5;
const TICK = 4.6;
const ROW = 6.3;
/** Height of a strip above its line. */
export const STRIP_HEIGHT = 19;

const shift = ([x, y]: Place, turn: number): string => `translate(${x} ${y}) rotate(${turn})`;

function Neuron({ shape }: { readonly shape: Silhouette }): ReactNode {
  const { branches, soma, nucleus } = shape;
  const spines = branches.flatMap((branch) => branch.spines);
  const stalk = ({ from, to }: (typeof spines)[number]): string => `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`;
  const stalks = spines.map(stalk).join('');
  return (
    <g data-fill={shape.fill} className={css['neuron']}>
      <g className={css['outlines']}>
        <path d={stalks} strokeWidth="2.6" />
        {spines.map(({ to }, k) => (
          <circle key={k} cx={to[0]} cy={to[1]} r="3.1" />
        ))}
        {branches.map(({ d, width }) => (
          <path key={d} d={d} strokeWidth={width + 2 * OUTLINE} />
        ))}
        <path d={soma} strokeWidth={2 * OUTLINE} />
      </g>
      <g className={css['fills']}>
        <path d={stalks} strokeWidth="1" />
        {spines.map(({ to }, k) => (
          <circle key={k} cx={to[0]} cy={to[1]} r="2" />
        ))}
        {branches.map(({ d, width }) => (
          <path key={d} d={d} strokeWidth={width} />
        ))}
        <path d={soma} data-soma />
      </g>
      {shape.hatched && <path d={soma} fill="url(#circuit-hatch)" />}
      <circle cx={nucleus.x} cy={nucleus.y} r={nucleus.r} className={css['nucleus']} />
      <circle cx={nucleus.x + 2} cy={nucleus.y - 2} r="2.8" className={css['nucleolus']} />
    </g>
  );
}

const Cell = memo(function Cell({ place, second }: { readonly place: CellPlace; readonly second: boolean }): ReactNode {
  return place.bodies.map(([x, y], index) => <Neuron key={`${x}`} shape={silhouetteOf(place.cell.shape, x, y, 11 + index * 7, second)} />);
});

function EndMark({ end, on }: { readonly end: End; readonly on: boolean }): ReactNode {
  return (
    <g transform={shift(end.at, end.turn)} className={css['end']} data-on={on}>
      {end.kind === 'arrow' ? (
        <path d="M1 0L-9 -5V5z" className={css['arrow']} />
      ) : (
        <>
          <path d="M0 -8.5V8.5" className={css['casing']} strokeWidth="6" />
          <path d="M0 -7V7" className={css['wire']} strokeWidth="3" />
        </>
      )}
    </g>
  );
}

function WireLine({ wire, on }: { readonly wire: Wire; readonly on: boolean }): ReactNode {
  const width = on ? 2.4 : 1.75;
  const paths = wire.lines.map(pathOf);
  return (
    <g data-connection={wire.id} data-on={on}>
      {paths.map((d) => (
        <path key={d} d={d} className={css['casing']} strokeWidth={width + 3.6} />
      ))}
      {paths.map((d) => (
        <path key={d} d={d} className={css['wire']} strokeWidth={width} />
      ))}
      {wire.dots.map(([x, y]) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r="2.6" className={css['dot']} />
      ))}
      {wire.ends.map((end) => (
        <EndMark key={`${end.at.join()}`} end={end} on={on} />
      ))}
    </g>
  );
}

function Disc({ at: [x, y], n, type }: { readonly at: Place; readonly n: number; readonly type: number }): ReactNode {
  return (
    <g className={css['disc']}>
      <circle cx={x} cy={y} r={type * 0.77} />
      <text x={x} y={y + type * 0.35} fontSize={type} textAnchor="middle">
        {n}
      </text>
    </g>
  );
}

/** The drug's name against the numbers of a route; widths of its glyph and of the gaps beside it, in design units. */
const PILL_TYPE = 1.14;
const GLYPH = 26;
const PILL_GAP = 9;

/** Ketamine, the line to the receptor, and the receptor on the dendrite. */
function Drug({ place, on, type }: { readonly place: CellPlace; readonly on: boolean; readonly type: number }): ReactNode {
  const name = useWords(circuitWords).ketamine;
  const { drug } = place;
  const [x, y] = drug.at;
  const size = type * PILL_TYPE;
  const wide = textWidth(name, size, 'strong');
  const inside = drug.named === 'inside';
  // The pill holds the glyph, a gap and the name.
  const half = (wide + GLYPH + 3 * PILL_GAP) / 2;
  const turn = (Math.atan2(drug.to[1] - drug.from[1], drug.to[0] - drug.from[0]) * 180) / Math.PI;
  return (
    <g data-drug={place.cell.id} data-on={on}>
      <path d={pathOf([drug.from, drug.to])} className={css['casing']} strokeWidth={on ? 6.5 : 5.4} />
      <path d={pathOf([drug.from, drug.to])} className={css['wire']} strokeWidth={on ? 2.9 : 1.75} />
      <EndMark end={{ kind: 'bar', at: drug.to, turn }} on={on} />
      <g transform={`${shift(drug.receptor, drug.turn)} scale(1.2)`}>
        <GlyphShape name="nmda" />
      </g>
      {inside ? (
        <rect x={x - half} y={y - 17} width={2 * half} height="34" rx="17" className={css['pill']} data-on={on} />
      ) : (
        <circle cx={x} cy={y} r="14" className={css['pill']} data-on={on} />
      )}
      {drug.named !== undefined && (
        <text
          x={inside ? x + half - PILL_GAP - wide / 2 : x}
          y={inside ? y + size * 0.36 : y + 18 + size}
          fontSize={size}
          textAnchor="middle"
          className={css['pillName']}
        >
          {name}
        </text>
      )}
      <g transform={`translate(${inside ? x - half + PILL_GAP + GLYPH / 2 : x} ${y}) scale(0.86)`}>
        <GlyphShape name="ketamine" />
      </g>
    </g>
  );
}

function Strip({ at: [x, y], width, result }: { readonly at: Place; readonly width: number; readonly result: CellResult }): ReactNode {
  const half = width / 2;
  const tick = (time: number, row: number, offset: number): string => {
    const px = x - half + offset + 3 + ((half - 6) * time) / STRIP_MS;
    return `M${px.toFixed(1)} ${(y + row * ROW + 0.6).toFixed(1)}v${TICK}`;
  };
  const spikes = result.rows.map(
    (row, k) => row.before.map((t) => tick(t, k, 0)).join('') + row.with.map((t) => tick(t, k, half)).join(''),
  );
  return (
    <g className={css['strip']}>
      <rect x={x - half - 5} y={y - 4} width={width + 10} height={40} className={css['plate']} />
      <path d={spikes.join('')} className={css['spikes']} />
      <path d={`M${x - half} ${y + STRIP_HEIGHT + 1.5}h${width}M${x} ${y - 3}v${STRIP_HEIGHT + 8}`} className={css['frame']} />
    </g>
  );
}

function Trace({ plan, trace }: { readonly plan: Plan; readonly trace: NonNullable<Props['trace']> }): ReactNode {
  if (plan.trace === null) return null;
  const { at, width, height } = plan.trace;
  const half = width / 2;
  const line = (v: Float32Array, offset: number): string => {
    const count = Math.min(v.length, STRIP_MS);
    return Array.from({ length: count }, (_, k) => {
      const px = at[0] + offset + 3 + ((half - 6) * k) / STRIP_MS;
      const py = at[1] + height * (1 - ((v[k] ?? 0) - LOW_MV) / (HIGH_MV - LOW_MV));
      return `${k === 0 ? 'M' : 'L'}${px.toFixed(1)} ${Math.min(at[1] + height, Math.max(at[1], py)).toFixed(1)}`;
    }).join('');
  };
  return (
    <g className={css['strip']} data-trace>
      <rect x={at[0] - 6} y={at[1] - 6} width={width + 12} height={height + 14} className={css['plate']} />
      <path d={line(trace.before, 0) + line(trace.with, half)} className={css['voltage']} />
      <path d={`M${at[0]} ${at[1] + height + 2}h${width}M${at[0] + half} ${at[1] - 4}v${height + 10}`} className={css['frame']} />
    </g>
  );
}

const LOW_MV = -90;
const HIGH_MV = -20;

export function Drawing({ plan, left, top, width, type, route, drugged, chosen, results, trace, onChoose }: Props): ReactNode {
  const lit = new Set<string>(route?.weakened.map(({ id }) => id) ?? []);
  const inRoute = new Set<string>(route?.block.map(({ id }) => id) ?? []);
  const ends = new Set<string>(route?.output.map(({ id }) => id) ?? []);
  const behind = plan.wires.filter((wire) => wire.behind);
  const before = plan.wires.filter((wire) => !wire.behind);
  const seconds = plan.cells.filter(({ cell }) => cell.shape === 'monoamine').slice(1);
  return (
    <svg viewBox={`${left} ${top} ${width} ${plan.height - 2 * top}`} className={css['drawing']} aria-hidden="true">
      <defs>
        <pattern id="circuit-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.3" height="5" className={css['hatch']} />
        </pattern>
      </defs>
      <Fog left={left} width={width} height={plan.height} pyramids={plan.axis === 'layers'} />
      <g className={css['bounds']}>
        {plan.bounds.map(({ from }) =>
          from === 0 ? null : plan.axis === 'layers' ? (
            <path key={from} d={`M${left} ${from + 0.5}h${width}`} />
          ) : (
            <path key={from} d={`M${from + 0.5} ${top}v${plan.height - 2 * top}`} />
          ),
        )}
      </g>
      {behind.map((wire) => (
        <WireLine key={wire.id} wire={wire} on={lit.has(wire.id)} />
      ))}
      {plan.cells.map((place) => (
        <g
          key={place.cell.id}
          data-cell-drawn={place.cell.id}
          data-enters={place.cell.shape === 'pyramidal' ? 'cell' : undefined}
          className={css['cell']}
          data-chosen={chosen === place.cell.id || undefined}
          onClick={() => onChoose(place.cell.id)}
        >
          <Cell place={place} second={seconds.includes(place)} />
        </g>
      ))}
      {before
        .toSorted((a, b) => Number(lit.has(a.id)) - Number(lit.has(b.id)))
        .map((wire) => (
          <WireLine key={wire.id} wire={wire} on={lit.has(wire.id)} />
        ))}
      {plan.cells.map(({ cell, output }) =>
        output === null ? null : (
          <g key={cell.id} data-output={cell.id} data-on={ends.has(cell.id)}>
            <path d={pathOf([output.from, output.to])} className={css['casing']} strokeWidth="6" />
            <path d={pathOf([output.from, output.to])} className={css['wire']} strokeWidth={ends.has(cell.id) ? 2.4 : 1.75} />
            <EndMark end={{ kind: 'arrow', at: output.to, turn: output.to[0] === output.from[0] ? 90 : 0 }} on={ends.has(cell.id)} />
          </g>
        ),
      )}
      {plan.cells.map((place) =>
        drugged.has(place.cell.id) || inRoute.has(place.cell.id) ? (
          <Drug key={place.cell.id} place={place} on={inRoute.has(place.cell.id)} type={type} />
        ) : null,
      )}
      {plan.cells.map(({ cell, strips }) => {
        const result = results.get(cell.id);
        if (result === undefined) return null;
        return strips.map((strip) => <Strip key={`${cell.id}${strip.at.join()}`} {...strip} result={result} />);
      })}
      {trace !== null && <Trace plan={plan} trace={trace} />}
      {plan.cells.map((place) => inRoute.has(place.cell.id) && <Disc key={place.cell.id} at={place.disc} n={1} type={type} />)}
      {plan.wires.map((wire) => lit.has(wire.id) && <Disc key={wire.id} at={wire.disc} n={2} type={type} />)}
      {plan.cells.map(
        ({ cell, output }) =>
          output !== null && ends.has(cell.id) && <Disc key={cell.id} at={output.disc} n={lit.size > 0 ? 3 : 2} type={type} />,
      )}
    </svg>
  );
}
