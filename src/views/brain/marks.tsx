/** The small signs on the brain: wedges of direction with the line of their evidence, and dashed circles for nuclei without an outline. */
import type { ReactNode } from 'react';
import { lineStyle } from '../../design/evidence-marks';
import { star } from '../../design/glyph-shapes';
import type { ThemeName } from '../../design/names';
import { tokensOf } from '../../design/tokens';
import type { MarkerRegion } from '../../model/atlas';
import type { Strength } from '../../model/schema/common';
import css from './brain-picture.module.css';
import { coloursOf } from './palette';

export interface Lit {
  readonly direction: 'up' | 'down' | 'mixed' | 'none' | 'unknown';
  readonly strength: Strength;
}

const UP = 'M0 -6L6.5 5H-6.5Z';
const DOWN = 'M0 6L6.5 -5H-6.5Z';

/** The direction at a place of the picture, and under it a piece of the line of its evidence. Not known: a ring, and no line. */
export function Wedge({ lit: { direction, strength }, x, y }: { readonly lit: Lit; readonly x: number; readonly y: number }): ReactNode {
  const { width, dash, cap } = lineStyle(strength);
  const line = <path className={css['evidence']} d="M-11 12H11" strokeWidth={width} strokeDasharray={dash} strokeLinecap={cap} />;
  const more = <path className={css['more']} d={UP} transform={direction === 'mixed' ? 'translate(-6.5 0)' : undefined} />;
  const less = <path className={css['less']} d={DOWN} transform={direction === 'mixed' ? 'translate(6.5 0)' : undefined} />;
  return (
    <g className={css['mark']} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <rect className={css['markPlate']} x={-16} y={-10} width={32} height={27} rx={2} />
      {direction === 'unknown' ? <circle className={css['unknown']} r={4.5} cy={3} /> : null}
      {direction === 'up' || direction === 'mixed' ? more : null}
      {direction === 'down' || direction === 'mixed' ? less : null}
      {direction === 'none' ? <path className={css['level']} d="M-6.5 0H6.5" /> : null}
      {direction === 'unknown' ? null : line}
    </g>
  );
}

/** Kind of cell that a nucleus is known for: glutamate, dopamine, serotonin, noradrenaline; the hypothalamus has many. */
const GLYPHS: Readonly<Record<MarkerRegion, { readonly d: string; readonly colour: string }>> = {
  'lateral-habenula': { d: 'M0 -5L4.8 4H-4.8Z', colour: 'fill-glutamate' },
  'ventral-tegmental-area': { d: 'M0 -6L4.8 0L0 6L-4.8 0Z', colour: 'line-dopamine' },
  'dorsal-raphe': { d: star(0, 0, 7, 6, 2.2), colour: 'line-serotonin' },
  'locus-coeruleus': { d: 'M-4.2 -4.2H4.2V4.2H-4.2Z', colour: 'line-noradrenaline' },
  hypothalamus: { d: 'M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0Z', colour: 'ink-3' },
};

export interface NucleusProps {
  readonly region: MarkerRegion;
  readonly theme: ThemeName;
  readonly x: number;
  readonly y: number;
  /** Radius, px. */
  readonly radius: number;
}

export function Nucleus({ region, theme, x, y, radius }: NucleusProps): ReactNode {
  const { d, colour } = GLYPHS[region];
  const size = radius / 10.5;
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <circle className={css['nucleusRing']} r={radius + 2} />
      <circle className={css['nucleus']} r={radius} style={{ fill: coloursOf(region, theme).full }} />
      <path className={css['nucleusGlyph']} d={d} transform={`scale(${size.toFixed(2)})`} style={{ fill: tokensOf(theme).get(colour) }} />
    </g>
  );
}
