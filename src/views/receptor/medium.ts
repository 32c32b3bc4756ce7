/** Molecules outside the cell, drawn as signs of what the medium holds: their places mean nothing and they are not counted. Pure. */
import type { GlyphName } from '../../design/glyphs';

export type Floating = Extract<GlyphName, 'na' | 'ca' | 'glutamate' | 'ketamine' | 'mg'>;

export interface MediumMolecule {
  readonly glyph: Floating;
  /** nm, at the depth of the receptor's near half. */
  readonly at: readonly [number, number, number];
  /** Radians. */
  readonly turn: number;
}

const PLACES: readonly MediumMolecule[] = [
  { glyph: 'na', at: [-16.2, 8.9, -1.5], turn: 0 },
  { glyph: 'ca', at: [-14.6, 11.6, -0.8], turn: 0.4 },
  { glyph: 'na', at: [-12.6, 4.6, -0.4], turn: 0 },
  { glyph: 'na', at: [12.4, 12.4, -1], turn: 0 },
  { glyph: 'na', at: [15.8, 5.2, -1.2], turn: 0 },
  { glyph: 'ca', at: [19.4, 9.6, -2], turn: 0.2 },
  { glyph: 'glutamate', at: [-18.4, 6.1, -0.6], turn: 2.1 },
  { glyph: 'glutamate', at: [-20.2, 12.4, -1.4], turn: 0.7 },
  { glyph: 'glutamate', at: [17.4, 8.2, -0.7], turn: 2.6 },
  { glyph: 'glutamate', at: [10.2, 13.4, -1.2], turn: 1.2 },
  { glyph: 'ketamine', at: [-13.6, 8, 0.3], turn: 0.9 },
  { glyph: 'ketamine', at: [13.6, 9.2, 0.3], turn: 2.2 },
  { glyph: 'mg', at: [-17.2, 13.6, -0.6], turn: 0.5 },
  { glyph: 'mg', at: [15.4, 12.2, -0.9], turn: 0.3 },
];

/** What floats in a medium: ions always, the rest where there is any. */
export function floating(medium: {
  readonly glutamate_uM: number;
  readonly mg_mM: number;
  readonly ketamine_uM: number;
}): readonly MediumMolecule[] {
  const present: Readonly<Record<Floating, boolean>> = {
    na: true,
    ca: true,
    glutamate: medium.glutamate_uM > 0,
    mg: medium.mg_mM > 0,
    ketamine: medium.ketamine_uM > 0,
  };
  return PLACES.filter(({ glyph }) => present[glyph]);
}
