/**
 * Glutamate as a concentration on an axisymmetric grid of cleft and ring: the diffusion half of the mean-field twin.
 *
 * Finite volumes in (r, z), mirrored at the middle of the cleft (z = h/2): the side on which a vesicle fuses is
 * forgotten within h^2 / (pi^2 D) = 0.1 us. Steps are implicit and split by
 * direction (r half, z whole, r half: Strang 1968, doi 10.1137/0705041), second order in time; every sweep conserves
 * molecules to rounding.
 */
import type { Geometry } from './geometry';

/** Cells of the cleft and of the ring around it; lengths in nm, volumes in nm3. */
export interface FieldGrid {
  /** Radial cells: inner and outer radius, nm. The first `cleftCells` lie in the cleft, the rest in the ring. */
  readonly rLow: Float64Array;
  readonly rHigh: Float64Array;
  readonly cleftCells: number;
  /** Heights of the rows in nm, from the middle plane outwards; the first `cleftRows` span half the cleft. */
  readonly height: Float64Array;
  readonly cleftRows: number;
  /** Molecules in each cell (both mirror halves together): `amount[row * columns + column]`. */
  readonly amount: Float64Array;
  readonly columns: number;
  readonly rows: number;
  /** Volume of each cell, both halves, nm3; 0 outside the space. */
  readonly volume: Float64Array;
  /** True when molecules that pass the last radial cell of the cleft are gone. */
  readonly absorbing: boolean;
}

const FINE = 2.5;
const COARSE = 5;
/** Width of the refined band on either side of the cleft's edge, nm. */
const BAND = 40;
const GROWTH = 1.15;
const LONGEST = 25;
/** Where an infinite cleft ends, nm: molecules need longer than a second to get there. */
const FAR = 40_000;

/** The grid of a geometry: fine where receptors lie and at the edge, coarser elsewhere. */
export function createFieldGrid(g: Geometry): FieldGrid {
  const ring = g.edge === 'ring';
  const radii = [0];
  if (g.edge === 'open') {
    divide(radii, g.contactRadius, COARSE, 1);
    divide(radii, FAR, COARSE, 1.05, FAR);
  } else {
    if (g.contactRadius > 2 * BAND) divide(radii, g.contactRadius - BAND, COARSE, 1);
    divide(radii, g.contactRadius, FINE, 1);
  }
  const cleftCells = radii.length - 1;
  if (ring) divide(radii, g.contactRadius + g.ringGap, FINE, 1);
  const heights = [0];
  divide(heights, g.cleftHeight / 2, ring ? FINE : g.cleftHeight / 2, 1);
  const cleftRows = heights.length - 1;
  if (ring) divide(heights, g.cleftHeight / 2 + g.ringHalfLength, FINE, GROWTH);
  const columns = radii.length - 1;
  const rows = heights.length - 1;
  const volume = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let c = row < cleftRows ? 0 : cleftCells; c < columns; c++) {
      const area = Math.PI * (at(radii, c + 1) ** 2 - at(radii, c) ** 2);
      volume[row * columns + c] = 2 * area * (at(heights, row + 1) - at(heights, row));
    }
  }
  return {
    rLow: Float64Array.from(radii.slice(0, -1)),
    rHigh: Float64Array.from(radii.slice(1)),
    cleftCells,
    height: Float64Array.from({ length: rows }, (_, i) => at(heights, i + 1) - at(heights, i)),
    cleftRows,
    amount: new Float64Array(columns * rows),
    columns,
    rows,
    volume,
    absorbing: g.edge === 'absorbing',
  };
}

function at(list: readonly number[], i: number): number {
  return list[i] ?? NaN;
}

/** Appends edges up to `end` in pieces of about `piece` nm, each `growth` times the one before and at most `longest`. */
function divide(edges: number[], end: number, piece: number, growth: number, longest = Math.max(LONGEST, piece)): void {
  const start = edges.at(-1) ?? 0;
  const pieces: number[] = [];
  let sum = 0;
  for (let width = piece; sum < end - start - 1e-9; width = Math.min(longest, width * growth)) {
    pieces.push(width);
    sum += width;
  }
  const scale = (end - start) / sum;
  let edge = start;
  for (const width of pieces) edges.push((edge += width * scale));
}

/** Coefficient of the two-stage, second-order, L-stable diagonally implicit Runge-Kutta method (Alexander 1977, doi 10.1137/0714068). */
const GAMMA = 1 - Math.SQRT1_2;

/** Diffusion of a concentration on the grid; each step is implicit and keeps molecules. */
export class FieldDiffusion {
  /** Molecules that left for good. */
  gone = 0;
  /** Diffusive conductance from each cell to the next in its row and in its column, nm3/us. */
  private readonly outwards: Float64Array;
  private readonly upwards: Float64Array;
  private readonly upper: Float64Array;
  private readonly diagonal: Float64Array;
  private readonly start: Float64Array;
  private readonly stage: Float64Array;

  /** `diffusion` in nm2/us. */
  constructor(
    readonly grid: FieldGrid,
    diffusion: number,
  ) {
    const longest = Math.max(grid.columns, grid.rows);
    this.outwards = radialConductance(grid, diffusion);
    this.upwards = axialConductance(grid, diffusion);
    this.upper = new Float64Array(longest);
    this.diagonal = new Float64Array(longest);
    this.start = new Float64Array(longest);
    this.stage = new Float64Array(longest);
  }

  /** One step of `dt` us. */
  step(dt: number): void {
    this.radial(dt / 2);
    this.axial(dt);
    this.radial(dt / 2);
  }

  private radial(dt: number): void {
    const { grid } = this;
    for (let row = 0; row < grid.rows; row++) {
      const first = row < grid.cleftRows ? 0 : grid.cleftCells;
      this.sweep(this.outwards, row * grid.columns + first, 1, grid.columns - first, dt);
    }
  }

  private axial(dt: number): void {
    const { grid } = this;
    for (let c = 0; c < grid.columns; c++) this.sweep(this.upwards, c, grid.columns, c < grid.cleftCells ? grid.cleftRows : grid.rows, dt);
  }

  /** Both implicit stages along one line of cells; a conductance after the last cell leads out of the space. */
  private sweep(conductance: Float64Array, first: number, stride: number, count: number, dt: number): void {
    const { upper, diagonal, start, stage } = this;
    const { amount, volume } = this.grid;
    const weight = GAMMA * dt;
    let below = 0;
    let total = 0;
    for (let k = 0; k < count; k++) {
      const i = first + k * stride;
      const above = weight * (conductance[i] as number);
      let pivot = (volume[i] as number) + below + above;
      if (k > 0) pivot += (below * (upper[k - 1] as number)) / (diagonal[k - 1] as number);
      diagonal[k] = pivot;
      upper[k] = -above;
      start[k] = amount[i] as number;
      total += amount[i] as number;
      below = above;
    }
    this.solve(start, count);
    for (let k = 0; k < count; k++) {
      const u = start[k] as number;
      start[k] = u + ((1 - GAMMA) / GAMMA) * ((stage[k] as number) * (volume[first + k * stride] as number) - u);
    }
    this.solve(start, count);
    let left = 0;
    for (let k = 0; k < count; k++) {
      const i = first + k * stride;
      amount[i] = (stage[k] as number) * (volume[i] as number);
      left += amount[i] as number;
    }
    if ((conductance[first + (count - 1) * stride] as number) > 0) this.gone += total - left;
  }

  /** Densities for a right-hand side, by the factors made in `sweep`; the matrix is symmetric. */
  private solve(right: Float64Array, count: number): void {
    const { upper, diagonal, stage } = this;
    stage[0] = right[0] as number;
    for (let k = 1; k < count; k++) {
      stage[k] = (right[k] as number) - ((upper[k - 1] as number) / (diagonal[k - 1] as number)) * (stage[k - 1] as number);
    }
    let next = 0;
    for (let k = count - 1; k >= 0; k--) {
      next = ((stage[k] as number) - (upper[k] as number) * (k + 1 < count ? next : 0)) / (diagonal[k] as number);
      stage[k] = next;
    }
  }
}

function radialConductance(grid: FieldGrid, diffusion: number): Float64Array {
  const out = new Float64Array(grid.amount.length);
  for (let row = 0; row < grid.rows; row++) {
    for (let c = row < grid.cleftRows ? 0 : grid.cleftCells; c < grid.columns; c++) {
      const area = 4 * Math.PI * (grid.rHigh[c] as number) * (grid.height[row] as number);
      const middle = ((grid.rLow[c] as number) + (grid.rHigh[c] as number)) / 2;
      const last = c + 1 === grid.columns;
      const next = last ? (grid.rHigh[c] as number) : ((grid.rLow[c + 1] as number) + (grid.rHigh[c + 1] as number)) / 2;
      out[row * grid.columns + c] = last && !grid.absorbing ? 0 : (diffusion * area) / (next - middle);
    }
  }
  return out;
}

function axialConductance(grid: FieldGrid, diffusion: number): Float64Array {
  const out = new Float64Array(grid.amount.length);
  for (let c = 0; c < grid.columns; c++) {
    const rows = c < grid.cleftCells ? grid.cleftRows : grid.rows;
    const area = 2 * Math.PI * ((grid.rHigh[c] as number) ** 2 - (grid.rLow[c] as number) ** 2);
    for (let row = 0; row < rows; row++) {
      const height = grid.height[row] as number;
      const last = row + 1 === rows;
      const open = last && c >= grid.cleftCells && grid.rows > grid.cleftRows;
      const distance = last ? height / 2 : (height + (grid.height[row + 1] as number)) / 2;
      out[row * grid.columns + c] = last && !open ? 0 : (diffusion * area) / distance;
    }
  }
  return out;
}
