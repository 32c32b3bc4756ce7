/** Transporters of the mean-field twin: one pool per row of the ring (see `transporters.ts` for the mechanism). */
import type { TransporterConfig } from './config';
import type { FieldGrid } from './fieldGrid';
import type { Geometry } from './geometry';
import { LAYER } from './transporters';
import { associationVolume } from './units';

/** Occupied transporters of the twin and the molecules that they have carried off. */
export class FieldWall {
  /** Occupied transporters by row. */
  readonly occupied: Float64Array;
  takenUp = 0;
  private readonly sites: Float64Array;
  private readonly firstColumn: number;
  private readonly layerVolume: Float64Array;
  private readonly kon: number;
  private readonly koff: number;
  private readonly turnover: number;

  constructor(
    config: TransporterConfig,
    geometry: Geometry,
    private readonly grid: FieldGrid,
  ) {
    const outer = geometry.contactRadius + geometry.ringGap;
    this.occupied = new Float64Array(grid.rows);
    this.sites = Float64Array.from(grid.height, (height) => config.density_per_um2 * 1e-6 * config.coverage * 4 * Math.PI * outer * height);
    let first = grid.cleftCells;
    while ((grid.rLow[first] as number) < outer - Math.min(LAYER, geometry.ringGap) - 1e-6) first += 1;
    this.firstColumn = first;
    this.layerVolume = new Float64Array(grid.rows);
    for (let row = 0; row < grid.rows; row++) this.layerVolume[row] = this.sumLayer(grid.volume, row);
    this.kon = associationVolume(config.kon_per_mM_ms);
    this.koff = config.koff_per_ms / 1000;
    this.turnover = config.turnover_per_ms / 1000;
  }

  /** Binding, unbinding and uptake for `dt` us (midpoint rule; the fastest rate times `dt` stays below 0.1). */
  react(dt: number): void {
    for (let row = 0; row < this.grid.rows; row++) {
      const free = this.sumLayer(this.grid.amount, row);
      const held = this.occupied[row] as number;
      if (free === 0 && held === 0) continue;
      const first = this.flux(row, free, held);
      const half = dt / 2;
      const second = this.flux(row, free - half * first, held + half * (first - this.turnover * held));
      const carried = this.turnover * (held + half * (first - this.turnover * held)) * dt;
      this.occupied[row] = held + second * dt - carried;
      this.takenUp += carried;
      this.spread(row, free, -second * dt);
    }
  }

  /** Net binding in a row, molecules per us. The layer's concentration is taken as equal around the axis. */
  private flux(row: number, free: number, held: number): number {
    return (this.kon * free * ((this.sites[row] as number) - held)) / (this.layerVolume[row] as number) - this.koff * held;
  }

  private sumLayer(values: Float64Array, row: number): number {
    let sum = 0;
    for (let c = this.firstColumn; c < this.grid.columns; c++) sum += values[row * this.grid.columns + c] as number;
    return sum;
  }

  private spread(row: number, free: number, change: number): void {
    const { grid } = this;
    for (let c = this.firstColumn; c < grid.columns; c++) {
      const i = row * grid.columns + c;
      const share = change < 0 ? (grid.amount[i] as number) / free : (grid.volume[i] as number) / (this.layerVolume[row] as number);
      grid.amount[i] = (grid.amount[i] as number) + change * share;
    }
  }

  total(): number {
    return this.occupied.reduce((sum, value) => sum + value, 0);
  }
}
