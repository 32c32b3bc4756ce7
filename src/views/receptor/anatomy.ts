/**
 * Shapes of the receptors of the close-up, in nm, as ART-DIRECTION 6 gives them: y up out of the cell, mid-plane of the membrane at
 * y = 0, pore on the y axis, front half removed. Pure data for the drawn plate; the baked scene has the same layout in depth.
 */
export type ReceptorKind = 'nmda' | 'ampa' | 'mglur';

/** A lobe of the right half. The left half is its mirror image. */
export interface Lobe {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Domain: lobes of one domain share a contour. */
  readonly domain: 'amino' | 'binding';
}

/** A rod of the right half from its foot to its head. `gate` rods lean away from the axis when the gate opens. */
export interface Rod {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly r: number;
  readonly gate?: boolean;
  /** Drawn in front of the gate rods. */
  readonly front?: boolean;
  /** Lighter (above 0) or darker than the subunit. */
  readonly tone: number;
}

/** A string of beads along a line of the right half. */
export interface Strand {
  readonly points: readonly (readonly [number, number])[];
  readonly r: number;
  readonly tone: number;
  /** Drawn before the rods, and swung with the gate where told. */
  readonly gate?: boolean;
}

export interface Anatomy {
  readonly kind: ReceptorKind;
  readonly lobes: readonly Lobe[];
  readonly rods: readonly Rod[];
  readonly strands: readonly Strand[];
  /** Where a bound transmitter sits on the right half; the left half's place is its mirror image. */
  readonly site: readonly [number, number];
  /** Sites inside the pore, from the outside in; empty for a receptor without a pore. */
  readonly pore: { readonly gate: number; readonly vestibule: number; readonly filter: number } | null;
  readonly top: number;
  readonly foot: number;
  /** Half the width of the gap in the membrane. */
  readonly hole: number;
}

const CHANNEL_RODS: readonly Rod[] = [
  { from: [4.0, -2.8], to: [3.75, 2.7], r: 0.54, tone: -0.09 },
  { from: [3.0, -2.55], to: [2.6, 2.55], r: 0.56, tone: 0.03 },
  { from: [2.0, -2.1], to: [0.86, 2.75], r: 0.56, tone: -0.05, gate: true },
  { from: [2.1, -2.5], to: [1.15, -0.85], r: 0.42, tone: 0.05, front: true },
];
const FILTER: Strand = {
  points: [
    [1.1, -0.7],
    [0.72, -0.8],
    [0.68, -1.2],
    [0.9, -1.75],
    [1.1, -2.4],
  ],
  r: 0.24,
  tone: 0.09,
};
const TAIL: Strand = {
  points: [
    [4.0, -2.9],
    [3.5, -3.8],
    [2.6, -4.5],
    [3.4, -5.4],
    [2.6, -6.2],
    [2.9, -6.9],
  ],
  r: 0.36,
  tone: -0.05,
};
const linkers = (tone: number): readonly Strand[] => [
  {
    points: [
      [1.7, 3.4],
      [1.25, 3.1],
      [0.95, 2.7],
    ],
    r: 0.34,
    tone,
    gate: true,
  },
  {
    points: [
      [2.6, 3.4],
      [2.75, 3.0],
      [2.55, 2.6],
    ],
    r: 0.34,
    tone,
  },
  {
    points: [
      [3.7, 4.9],
      [4.0, 3.9],
      [3.85, 2.7],
    ],
    r: 0.32,
    tone,
  },
];

const PORE = { gate: 2.6, vestibule: 0.62, filter: -1.0 } as const;

export const ANATOMY: Readonly<Record<ReceptorKind, Anatomy>> = {
  nmda: {
    kind: 'nmda',
    lobes: [
      { x: 2.15, y: 12.15, rx: 2.1, ry: 1.75, domain: 'amino' },
      { x: 2.75, y: 9.55, rx: 2.0, ry: 1.75, domain: 'amino' },
      { x: 2.7, y: 6.85, rx: 1.95, ry: 1.3, domain: 'binding' },
      { x: 2.0, y: 4.3, rx: 1.75, ry: 1.3, domain: 'binding' },
    ],
    rods: CHANNEL_RODS,
    strands: [...linkers(-0.05), FILTER, TAIL],
    site: [3.75, 5.5],
    pore: PORE,
    top: 14.2,
    foot: -2.6,
    hole: 4.3,
  },
  ampa: {
    kind: 'ampa',
    lobes: [
      { x: 5.6, y: 11.8, rx: 1.95, ry: 1.68, domain: 'amino' },
      { x: 3.7, y: 9.4, rx: 1.7, ry: 1.5, domain: 'amino' },
      { x: 2.4, y: 6.5, rx: 1.75, ry: 1.3, domain: 'binding' },
      { x: 1.9, y: 4.25, rx: 1.65, ry: 1.25, domain: 'binding' },
    ],
    rods: CHANNEL_RODS,
    strands: [...linkers(-0.05), FILTER, { ...TAIL, points: TAIL.points.slice(0, 4) }],
    site: [3.5, 5.4],
    pore: PORE,
    top: 13.5,
    foot: -2.6,
    hole: 4.3,
  },
  mglur: {
    kind: 'mglur',
    lobes: [
      { x: 1.85, y: 11.9, rx: 1.95, ry: 1.6, domain: 'amino' },
      { x: 2.6, y: 8.95, rx: 1.85, ry: 1.5, domain: 'amino' },
    ],
    rods: [
      { from: [1.05, -2.6], to: [1.05, 2.5], r: 0.46, tone: -0.07 },
      { from: [4.05, -2.6], to: [4.05, 2.5], r: 0.46, tone: -0.09 },
      { from: [1.75, -2.75], to: [1.75, 2.6], r: 0.5, tone: 0 },
      { from: [3.35, -2.75], to: [3.35, 2.6], r: 0.5, tone: -0.02 },
      { from: [2.55, -2.85], to: [2.55, 2.7], r: 0.52, tone: 0.05 },
    ],
    strands: [
      {
        points: [
          [2.7, 7.4],
          [2.8, 6.6],
          [2.55, 5.6],
          [2.75, 4.6],
          [2.5, 3.6],
          [2.55, 2.8],
        ],
        r: 0.5,
        tone: -0.03,
      },
      {
        points: [
          [3.4, -2.9],
          [3.9, -3.8],
          [3.2, -4.6],
          [3.8, -5.4],
        ],
        r: 0.36,
        tone: -0.05,
      },
    ],
    site: [3.7, 10.3],
    pore: null,
    top: 13.7,
    foot: -2.8,
    hole: 4.7,
  },
};

/** How far a gate rod swings about its foot when the gate opens, degrees (ART-DIRECTION 16: 4° swings, drawn larger to be seen). */
export const GATE_SWING_DEGREES = 9;

/** Labels whose leaders end on a place of the drawing, nm, by side. */
export interface PlaceLabel {
  readonly id: 'glycine' | 'glutamate' | 'gate' | 'ketamine' | 'mg' | 'amino' | 'binding' | 'membrane' | 'tail' | 'psd95' | 'gprotein';
  readonly side: 'left' | 'right';
  readonly at: readonly [number, number];
}

/** The label of each kind of part of the baked scene. */
export const LABEL_OF_KIND: Readonly<Partial<Record<string, PlaceLabel['id']>>> = {
  atd: 'amino',
  lbd: 'binding',
  glutamateSite: 'glutamate',
  glycineSite: 'glycine',
  gate: 'gate',
  ketamineSite: 'ketamine',
  mgSite: 'mg',
  loop: 'mg',
  helices: 'membrane',
  tail: 'tail',
  psd95: 'psd95',
};

const LOBE_LABELS: readonly PlaceLabel[] = [{ id: 'amino', side: 'left', at: [-4.9, 10.8] }];

export const LABELS: Readonly<Record<ReceptorKind, readonly PlaceLabel[]>> = {
  nmda: [
    ...LOBE_LABELS,
    { id: 'binding', side: 'left', at: [-4.8, 6.9] },
    { id: 'glycine', side: 'left', at: [-4.4, 5.5] },
    { id: 'membrane', side: 'left', at: [-4.6, 0] },
    { id: 'tail', side: 'left', at: [-3.9, -5.2] },
    { id: 'glutamate', side: 'right', at: [4.6, 5.5] },
    { id: 'gate', side: 'right', at: [1.35, 2.6] },
    { id: 'ketamine', side: 'right', at: [0.85, 0.62] },
    { id: 'mg', side: 'right', at: [0.75, -1.0] },
    { id: 'psd95', side: 'right', at: [4.3, -9] },
  ],
  ampa: [
    { id: 'amino', side: 'left', at: [-6.9, 10.8] },
    { id: 'binding', side: 'left', at: [-4.3, 6.5] },
    { id: 'membrane', side: 'left', at: [-4.6, 0] },
    { id: 'tail', side: 'left', at: [-3.9, -4.4] },
    { id: 'glutamate', side: 'right', at: [4.4, 5.4] },
    { id: 'gate', side: 'right', at: [1.35, 2.6] },
  ],
  mglur: [
    { id: 'amino', side: 'left', at: [-4.4, 10.8] },
    { id: 'membrane', side: 'left', at: [-4.7, 0] },
    { id: 'glutamate', side: 'right', at: [4.5, 10.3] },
    { id: 'gprotein', side: 'right', at: [3.6, -4.9] },
  ],
};
