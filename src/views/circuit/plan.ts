/**
 * Where everything of a circuit stands, in design units: cells by their shape, and connections as lines that end on the part of the cell
 * which they reach. What is drawn comes from the record; a cell or connection without a place here is left to the lists.
 */
import type { Circuit, CircuitCell } from '../../model/schema';
import { habenulaPlan } from './plan-habenula';
import { prefrontalPlan } from './plan-prefrontal';

export type Place = readonly [x: number, y: number];

/** An end of a line: an arrow excites, a bar inhibits. Turned clockwise from pointing right, in degrees. */
export interface End {
  readonly kind: 'arrow' | 'bar';
  readonly at: Place;
  readonly turn: number;
}

/** The lines of one connection. */
export interface Wire {
  readonly id: string;
  readonly lines: readonly (readonly Place[])[];
  readonly ends: readonly End[];
  /** Where lines part. */
  readonly dots: readonly Place[];
  /** Where the number of a lit step stands. */
  readonly disc: Place;
  /** Runs behind the cells that it passes. */
  readonly behind?: boolean;
}

export interface CellPlace {
  readonly cell: CircuitCell;
  /** Bodies that are drawn: a pyramidal cell has a neighbour where there is room. */
  readonly bodies: readonly Place[];
  readonly label: { readonly at: Place; readonly side: 'start' | 'middle' };
  readonly strips: readonly { readonly at: Place; readonly width: number }[];
  /** Where ketamine is shown at its receptors: the drug, the line to the receptor, the receptor. */
  readonly drug: {
    readonly at: Place;
    readonly from: Place;
    readonly to: Place;
    readonly receptor: Place;
    readonly turn: number;
    /** Where the drug's name stands; elsewhere it is the glyph alone. */
    readonly named?: 'inside' | 'below';
  };
  /** Where the number of the first step stands. */
  readonly disc: Place;
  /** What it sends out of the circuit, where the record has no target for it. */
  readonly output: { readonly from: Place; readonly to: Place; readonly disc: Place } | null;
}

export interface Bracket {
  readonly part: 'tuft' | 'trunk' | 'soma' | 'basal';
  readonly from: number;
  readonly to: number;
}

export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly CellPlace[];
  readonly wires: readonly Wire[];
  /** Boundaries with the name of what lies before them: layers lie one below the other, nuclei side by side. */
  readonly bounds: readonly { readonly from: number; readonly to: number; readonly name: string }[];
  readonly axis: 'layers' | 'nuclei';
  readonly ruler: { readonly x: number; readonly brackets: readonly Bracket[] } | null;
  /** Where the voltage of the typical cell is drawn. */
  readonly trace: { readonly at: Place; readonly width: number; readonly height: number } | null;
  /** Names of inputs from beyond the circuit. */
  readonly inputs: readonly { readonly at: Place; readonly name: 'outside' | 'outsideTuft' }[];
  readonly wide: boolean;
}

/**
 * The plan of a circuit; `wide` has room for a neighbour and for the ruler of parts, `large` for words and numbers twice their size, as a
 * small frame or a slide needs them.
 */
export function planOf(circuit: Circuit, wide: boolean, large = false): Plan {
  return circuit.model === 'habenula' ? habenulaPlan(circuit, wide, large) : prefrontalPlan(circuit, wide, large);
}

const CORNER = 11;

/** A line of straight pieces with round corners, as a path. */
export function pathOf(points: readonly Place[]): string {
  const [first] = points;
  if (first === undefined) return '';
  let d = `M${first[0]} ${first[1]}`;
  for (let k = 1; k < points.length - 1; k++) {
    const [a, b, c] = [points[k - 1], points[k], points[k + 1]];
    if (a === undefined || b === undefined || c === undefined) continue;
    const [before, after] = [Math.hypot(a[0] - b[0], a[1] - b[1]), Math.hypot(c[0] - b[0], c[1] - b[1])];
    const r = Math.min(CORNER, before / 2, after / 2);
    const toward = (p: Place, length: number): string => `${b[0] + ((p[0] - b[0]) / length) * r} ${b[1] + ((p[1] - b[1]) / length) * r}`;
    d += `L${toward(a, before)}Q${b[0]} ${b[1]} ${toward(c, after)}`;
  }
  const last = points.at(-1);
  return points.length > 1 && last !== undefined ? `${d}L${last[0]} ${last[1]}` : d;
}
