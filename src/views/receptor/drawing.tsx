/**
 * The receptor as a drawn plate: the same layout and colours as the baked scene, in two dimensions. It stands in when there is no 3D
 * picture.
 */
import { memo, type ReactNode } from 'react';
import { GlyphShape, type GlyphName } from '../../design/glyphs';
import { ANATOMY, GATE_SWING_DEGREES, type Anatomy, type ReceptorKind, type Rod } from './anatomy';
import { lobeBeads, strandBeads, type Bead } from './beads';
import css from './drawing.module.css';
import type { Floating, MediumMolecule } from './medium';
import { densityCrowd, lipidHeads } from './surroundings';

/** What the plate shows of the receptor. */
export interface Shown {
  readonly gateOpen: boolean;
  readonly ketamine: boolean;
  readonly mg: boolean;
  readonly glutamate: boolean;
  readonly glycine: boolean;
  /** Ions in the pore, drawn while current flows. */
  readonly ions: boolean;
}

/** Window of the plate in nm: middle and size. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Props {
  readonly kind: ReceptorKind;
  readonly shown: Shown;
  readonly frame: Frame;
  readonly medium: readonly MediumMolecule[];
}

const FILLS: Readonly<Record<ReceptorKind, readonly [string, string]>> = {
  nmda: ['var(--fill-nmda)', 'var(--fill-nmda2)'],
  ampa: ['var(--fill-ampa)', 'var(--fill-ampa2)'],
  mglur: ['var(--fill-mglur)', 'var(--fill-mglur)'],
};
const FLOATING_NM: Readonly<Record<Floating, number>> = { na: 1.5, ca: 1.3, glutamate: 1.7, ketamine: 2, mg: 1.1 };
const LOWEST = -16;
const HALF_WIDTH = 48;

export function ReceptorDrawing({ kind, shown, frame, medium }: Props): ReactNode {
  const anatomy = ANATOMY[kind];
  const view = `${frame.x - frame.width / 2} ${-frame.y - frame.height / 2} ${frame.width} ${frame.height}`;
  return (
    <svg className={css['drawing']} viewBox={view} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <Surroundings hole={anatomy.hole} />
      {medium.map(({ glyph, at: [x, y], turn }) => (
        <Placed key={`${x}`} glyph={glyph} x={x} y={y} size={FLOATING_NM[glyph]} turn={(-turn * 180) / Math.PI} />
      ))}
      <Backing anatomy={anatomy} open={shown.gateOpen} />
      <Half anatomy={anatomy} fill={FILLS[kind][1]} flip={false} open={shown.gateOpen} />
      <Half anatomy={anatomy} fill={FILLS[kind][0]} flip open={shown.gateOpen} />
      <Contents anatomy={anatomy} shown={shown} />
    </svg>
  );
}

const Surroundings = memo(function Surroundings({ hole }: { readonly hole: number }): ReactNode {
  const heads = lipidHeads(HALF_WIDTH, hole);
  return (
    <g>
      <rect x={-HALF_WIDTH} y={2.2} width={2 * HALF_WIDTH} height={40} fill="var(--ground-psd)" />
      {densityCrowd(HALF_WIDTH, LOWEST).map((blob, k) => (
        <path
          key={k}
          d={blob.path}
          className={css['crowd']}
          fill={blob.near ? `var(--crowd-psd-${blob.tint})` : `color-mix(in oklab, var(--crowd-psd-${blob.tint}), var(--ground-psd) 60%)`}
          data-near={blob.near}
        />
      ))}
      <rect x={-HALF_WIDTH} y={-2} width={2 * HALF_WIDTH} height={4} fill="var(--membrane-core)" />
      {heads
        .filter((head) => head.row === 0 && head.y > 0)
        .map((head) => (
          <path
            key={head.x}
            className={css['tails']}
            d={`M${head.x - 0.2} -2l.12 1.9M${head.x + 0.2} -2l-.05 1.9M${head.x - 0.2} 2l.1 -1.9M${head.x + 0.2} 2l-.14 -1.9`}
          />
        ))}
      {heads.map((head, k) => (
        <circle
          key={k}
          cx={head.x}
          cy={-head.y}
          r={head.r}
          className={css['head']}
          data-row={Math.min(head.row, 1)}
          fill={
            head.row === 0
              ? `var(--head-${head.second ? 2 : 1})`
              : `color-mix(in oklab, var(--head-${head.second ? 2 : 1}), var(--ground-extracellular) ${20 + head.row * 9}%)`
          }
        />
      ))}
    </g>
  );
});

/** Pale protein and water behind the helices: the protein makes the shape of the pore. */
function Backing({ anatomy, open }: { readonly anatomy: Anatomy; readonly open: boolean }): ReactNode {
  const [left, right] = FILLS[anatomy.kind];
  const pale = (fill: string): string => `color-mix(in oklab, ${fill}, var(--paper) 55%)`;
  const mouth = open ? 1.15 : 0.5;
  const edge = [
    [mouth + 0.15, 2.7],
    [mouth, 2.2],
    [0.95, 1.2],
    [1.25, 0.2],
    [1.15, -0.5],
    [0.45, -0.9],
    [0.4, -1.3],
    [0.8, -1.9],
    [1.3, -2.75],
  ];
  const outline = [...edge.map(([x = 0, y = 0]) => `${-x} ${-y}`), ...edge.toReversed().map(([x = 0, y = 0]) => `${x} ${-y}`)];
  const inner = anatomy.pore === null ? 0.9 : 0;
  return (
    <g>
      <rect x={-4.25} y={-2.75} width={4.25 - inner} height={5.5} fill={pale(left)} />
      <rect x={inner} y={-2.75} width={4.25 - inner} height={5.5} fill={pale(right)} />
      {anatomy.pore !== null && <path d={`M${outline.join('L')}Z`} className={css['water']} />}
    </g>
  );
}

interface HalfProps {
  readonly anatomy: Anatomy;
  readonly fill: string;
  readonly flip: boolean;
  readonly open: boolean;
}

const Half = memo(function Half({ anatomy, fill, flip, open }: HalfProps): ReactNode {
  const gate = anatomy.rods.find((rod) => rod.gate === true);
  const foot = gate?.from ?? [0, 0];
  const swing = (open ? GATE_SWING_DEGREES : 0) * (flip ? -1 : 1);
  const still = (item: { readonly gate?: boolean }): boolean => item.gate !== true;
  return (
    <g>
      {anatomy.rods
        .filter((rod) => still(rod) && rod.front !== true)
        .map((rod, k) => (
          <RodShape key={k} rod={rod} fill={fill} flip={flip} />
        ))}
      <g
        className={css['gate']}
        style={{ transform: `rotate(${swing}deg)`, transformOrigin: `${flip ? -foot[0] : foot[0]}px ${-foot[1]}px` }}
      >
        {anatomy.rods
          .filter((rod) => !still(rod))
          .map((rod, k) => (
            <RodShape key={k} rod={rod} fill={fill} flip={flip} />
          ))}
        {anatomy.strands
          .filter((strand) => !still(strand))
          .map((strand, k) => (
            <Beads key={k} beads={strandBeads(strand, flip)} fill={fill} />
          ))}
      </g>
      {anatomy.rods
        .filter((rod) => rod.front === true)
        .map((rod, k) => (
          <RodShape key={k} rod={rod} fill={fill} flip={flip} />
        ))}
      {anatomy.strands.filter(still).map((strand, k) => (
        <Beads key={k} beads={strandBeads(strand, flip)} fill={fill} />
      ))}
      <Domains anatomy={anatomy} fill={fill} flip={flip} />
      {anatomy.kind === 'nmda' && <Scaffold flip={flip} />}
    </g>
  );
});

/** Lobes, each domain with a contour of its own. The binding domain lies in front of the amino-terminal one. */
const Domains = memo(function Domains({ anatomy, fill, flip }: Omit<HalfProps, 'open'>): ReactNode {
  return (['amino', 'binding'] as const).map((domain) => {
    const lobes = anatomy.lobes.filter((lobe) => lobe.domain === domain);
    const beads = lobes.flatMap((lobe, k) => lobeBeads(lobe, flip, (flip ? 100 : 0) + (domain === 'amino' ? 10 : 20) + k));
    const base = domain === 'amino' ? `color-mix(in oklab, ${fill}, white 6%)` : fill;
    return (
      <g key={domain}>
        {lobes.map((lobe, k) => (
          <ellipse key={k} cx={flip ? -lobe.x : lobe.x} cy={-lobe.y} rx={lobe.rx - 0.12} ry={lobe.ry - 0.12} fill={base} />
        ))}
        <Beads beads={beads} fill={base} />
      </g>
    );
  });
});

function shaded(fill: string, tone: number): string {
  if (tone > 0.004) return `color-mix(in oklab, ${fill}, white ${Math.round(tone * 160)}%)`;
  if (tone < -0.004) return `color-mix(in srgb, ${fill}, #0b0a14 ${Math.round(-tone * 150)}%)`;
  return fill;
}
const STEP_TONE = [0, -0.08, -0.17] as const;

/** Contours of all beads first, then the beads: a full line round the whole, faint lines between neighbours. */
const Beads = memo(function Beads({ beads, fill }: { readonly beads: readonly Bead[]; readonly fill: string }): ReactNode {
  return (
    <g>
      {beads.map((bead, k) => (
        <circle key={k} cx={bead.x} cy={-bead.y} r={bead.r} className={css['contour']} />
      ))}
      {beads.map((bead, k) => (
        <g key={k} transform={`translate(${bead.x.toFixed(3)} ${(-bead.y).toFixed(3)}) scale(${bead.r.toFixed(3)})`}>
          <circle r="1" fill={shaded(fill, bead.tone + STEP_TONE[bead.step])} className={css['bead']} />
          <path d="M.94 -.34A1 1 0 0 1 -.34 .94A1.7 1.7 0 0 0 .94 -.34Z" fill={shaded(fill, bead.tone + STEP_TONE[bead.step] - 0.1)} />
        </g>
      ))}
    </g>
  );
});

const RIDGE = 0.58;

/** A helix: a cylinder with a shallow spiral ridge and a shaded side. */
function RodShape({ rod, fill, flip }: { readonly rod: Rod; readonly fill: string; readonly flip: boolean }): ReactNode {
  const sign = flip ? -1 : 1;
  const [x0, y0] = [sign * rod.from[0], -rod.from[1]];
  const [x1, y1] = [sign * rod.to[0], -rod.to[1]];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  const { r } = rod;
  const body = shaded(fill, rod.tone - 0.03);
  const ridges = Array.from({ length: Math.floor((length - r) / RIDGE) + 1 }, (_, k) => r * 0.6 + k * RIDGE).filter(
    (at) => at < length - 0.3,
  );
  return (
    <g transform={`translate(${x0} ${y0}) rotate(${angle.toFixed(2)})`}>
      <rect x={-r * 0.35} y={-r} width={length + r * 0.7} height={2 * r} rx={r * 0.8} className={css['rod']} fill={body} />
      <rect x={0} y={r * 0.35} width={length} height={r * 0.6} rx={r * 0.3} fill={shaded(fill, rod.tone - 0.12)} />
      <path
        className={css['ridge']}
        stroke={shaded(fill, rod.tone - 0.2)}
        d={ridges
          .map(
            (at) =>
              `M${at.toFixed(2)} ${(-r * 0.92).toFixed(2)}Q${(at + 0.3).toFixed(2)} 0 ${(at + 0.22).toFixed(2)} ${(r * 0.92).toFixed(2)}`,
          )
          .join('')}
      />
    </g>
  );
}

const SCAFFOLD: readonly (readonly [number, number, number, number])[] = [
  [2.9, -7.9, 1.35, 1.2],
  [3.7, -9.8, 1.35, 1.2],
  [4.4, -11.7, 1.35, 1.2],
];

function Scaffold({ flip }: { readonly flip: boolean }): ReactNode {
  return SCAFFOLD.toReversed().map(([x, y, rx, ry]) => (
    <ellipse key={y} cx={flip ? -x : x} cy={-y} rx={rx} ry={ry} fill="var(--fill-scaffold)" className={css['scaffold']} />
  ));
}

const IONS: readonly (readonly [GlyphName, number, number])[] = [
  ['na', 0.5, 9.4],
  ['ca', -0.3, 7.4],
  ['na', 0.25, 5.4],
  ['na', -0.2, 3.9],
  ['ca', 0.1, 2.2],
  ['na', -0.2, 0.5],
  ['na', 0, -1.1],
  ['ca', 0.3, -3.1],
  ['na', -0.5, -4.8],
];

function Contents({ anatomy, shown }: { readonly anatomy: Anatomy; readonly shown: Shown }): ReactNode {
  const [sx, sy] = anatomy.site;
  const pore = anatomy.pore;
  const ions = anatomy.kind === 'ampa' ? IONS.map(([, x, y]) => ['na', x, y] as const) : IONS;
  return (
    <g>
      {shown.ions &&
        pore !== null &&
        ions.map(([glyph, x, y]) => <Placed key={y} glyph={glyph} x={x} y={y} size={glyph === 'ca' ? 0.95 : 0.8} />)}
      {shown.ketamine && pore !== null && <Placed glyph="ketamine" x={0} y={pore.vestibule} size={2.3} turn={68} />}
      {shown.mg && pore !== null && <Placed glyph="mg" x={0} y={pore.filter} size={1.35} />}
      {shown.glutamate && <Placed glyph="glutamate" x={sx} y={sy} size={1.9} turn={-18} />}
      {shown.glutamate && anatomy.kind !== 'nmda' && <Placed glyph="glutamate" x={-sx} y={sy} size={1.9} turn={18} />}
      {shown.glycine && anatomy.kind === 'nmda' && <Placed glyph="glycine" x={-sx} y={sy} size={1.6} turn={-16} />}
    </g>
  );
}

interface PlacedProps {
  readonly glyph: GlyphName;
  readonly x: number;
  readonly y: number;
  /** Size of the glyph's 24 box, nm. */
  readonly size: number;
  readonly turn?: number;
}

function Placed({ glyph, x, y, size, turn = 0 }: PlacedProps): ReactNode {
  return (
    <g transform={`translate(${x} ${-y}) rotate(${turn}) scale(${size / 18})`}>
      <GlyphShape name={glyph} outline={1.5 / size} />
    </g>
  );
}
