/** Compartments: their grounds, bilayers made of lipid heads, and the nuclear envelope with its pores. */
import { memo, type JSX } from 'react';
import type { Layout, LayoutCompartment, Point } from '../../model/schema';
import { roundedOutline } from '../../model/layout';
import css from './cell.module.css';
import { cutAt, extended, lengthOf, parallel, polyline } from './geometry';

/** How far a compartment that leaves the layout is drawn beyond it: more than any frame shows. */
const BEYOND = 1500;
/** Heads: radius 3, 6.4 apart, on both sides of a core of 10 (ART-DIRECTION 13). */
const HEAD = { spacing: 6.4, offset: 5 } as const;
const PORE_HALF = 9;
const ENVELOPE = 3.5;

interface Props {
  readonly layout: Layout;
  /** Heads are left out where they would be finer than a pixel. */
  readonly plain: boolean;
}

/** Everything behind the nodes and edges. Depends on the layout alone. */
export const GroundLayer = memo(function GroundLayer({ layout, plain }: Props): JSX.Element {
  return (
    <g aria-hidden="true">
      {layout.compartments.map((compartment) => (
        <Compartment key={compartment.id} compartment={compartment} layout={layout} plain={plain} />
      ))}
    </g>
  );
});

function Compartment({ compartment, layout, plain }: Props & { readonly compartment: LayoutCompartment }): JSX.Element {
  const outline = roundedOutline(extended(compartment.outline, layout.width, layout.height, BEYOND), compartment.radius);
  return (
    <g>
      <path d={polyline(outline, true)} fill={`var(--ground-${compartment.ground})`} />
      {compartment.membrane === 'bilayer' && <Bilayer outline={outline} plain={plain} />}
      {compartment.membrane === 'envelope' && <Envelope outline={outline} pores={compartment.pores} ground={compartment.ground} />}
    </g>
  );
}

/** Each leaflet is one dotted line with round caps: dots of no length, as wide as a head. */
function Bilayer({ outline, plain }: { readonly outline: readonly Point[]; readonly plain: boolean }): JSX.Element {
  const core = polyline(outline, true);
  if (plain) {
    return (
      <>
        <path d={core} className={css['leafletLine']} />
        <path d={core} className={css['leafletHeads']} />
        <path d={core} className={css['core']} />
      </>
    );
  }
  return (
    <>
      <path d={core} className={css['core']} />
      {[HEAD.offset, -HEAD.offset].map((offset) => {
        const leaflet = parallel(outline, offset);
        const length = lengthOf(leaflet, true);
        const spacing = length / Math.max(1, Math.round(length / HEAD.spacing));
        const d = polyline(leaflet, true);
        return (
          <g key={offset}>
            <path d={d} className={css['headOutline']} strokeDasharray={`0 ${spacing}`} />
            <path d={d} className={css['head']} strokeDasharray={`0 ${spacing}`} />
            {/* The second kind of head, at irregular places of the same grid. */}
            <path d={d} className={css['otherHead']} strokeDasharray={[2, 1, 4, 3, 1, 5, 2, 3].map((n) => `0 ${spacing * n}`).join(' ')} />
          </g>
        );
      })}
    </>
  );
}

interface EnvelopeProps {
  readonly outline: readonly Point[];
  readonly pores: readonly Point[];
  readonly ground: LayoutCompartment['ground'];
}

/** A double line, open at the pores, each end capped. */
function Envelope({ outline, pores, ground }: EnvelopeProps): JSX.Element {
  return (
    <>
      {cutAt(outline, pores, PORE_HALF).map((piece) => {
        const d = polyline(piece);
        const key = `${piece[0]?.join() ?? ''}`;
        return (
          <g key={key}>
            <path d={d} className={css['envelope']} />
            <path d={d} className={css['envelopeCore']} stroke={`var(--ground-${ground})`} />
            {pores.length > 0 && <path d={caps(piece)} className={css['poreCap']} />}
          </g>
        );
      })}
    </>
  );
}

/** Short lines across both ends of a piece. */
function caps(piece: readonly Point[]): string {
  const across = (end: Point | undefined, inner: Point | undefined): string => {
    if (end === undefined || inner === undefined) return '';
    const length = Math.hypot(inner[0] - end[0], inner[1] - end[1]) || 1;
    const [nx, ny] = [-(inner[1] - end[1]) / length, (inner[0] - end[0]) / length];
    const half = ENVELOPE + 2.5;
    return polyline([
      [end[0] + nx * half, end[1] + ny * half],
      [end[0] - nx * half, end[1] - ny * half],
    ]);
  };
  return across(piece[0], piece[1]) + across(piece.at(-1), piece.at(-2));
}
