/** Where receptors sit in the PSD and where vesicles fuse. */
import { type Rng, uniform, uniformInt } from '../random';
import type { Placement, ReleaseSite, SynapseConfig } from './config';

/** Places of receptors on the PSD, nm from its centre, and the group of each. */
export interface Sites {
  /** Receptor positions in nm, in the order of the configuration's groups. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Group of each receptor. */
  readonly group: Uint8Array;
  /** Centres of the nanocolumns, nm; empty without them. */
  readonly columnX: readonly number[];
  readonly columnY: readonly number[];
}

/** Tries for one position before the disc counts as full. */
const MAX_TRIES = 20_000;

/** Random positions with no two receptors closer than two binding radii. Throws a RangeError when they do not fit. */
export function placeReceptors(config: SynapseConfig, rng: Rng): Sites {
  const total = config.receptors.reduce((sum, group) => sum + group.count, 0);
  const x = new Float64Array(total);
  const y = new Float64Array(total);
  const group = new Uint8Array(total);
  const spacing = 2 * config.bindingRadius_nm;
  const psd = config.geometry.psdRadius - config.bindingRadius_nm;
  if (total > 0 && psd <= 0) throw new RangeError('geometry.psdRadius must exceed the binding radius');
  const columns = placeColumns(config.placement, psd, rng);
  let placed = 0;
  config.receptors.forEach((entry, g) => {
    const inColumns =
      config.placement.kind === 'nanocolumns' && entry.kind === 'AMPA' ? Math.round(entry.count * config.placement.share) : 0;
    for (let k = 0; k < entry.count; k++) {
      const clustered = k < inColumns && config.placement.kind === 'nanocolumns';
      const c = clustered ? k % columns.x.length : 0;
      const centreX = clustered ? (columns.x[c] as number) : 0;
      const centreY = clustered ? (columns.y[c] as number) : 0;
      const radius = clustered && config.placement.kind === 'nanocolumns' ? config.placement.radius_nm : psd;
      let tries = 0;
      do {
        if (++tries > MAX_TRIES)
          throw new RangeError(
            `placement: ${total} receptors of radius ${config.bindingRadius_nm} nm do not fit; use fewer, or a larger PSD or nanocolumn`,
          );
        [x[placed], y[placed]] = inDisc(rng, centreX, centreY, radius);
      } while (square(x[placed] as number, y[placed] as number) > psd * psd || crowded(x, y, placed, spacing));
      group[placed] = g;
      placed += 1;
    }
  });
  return { x, y, group, columnX: columns.x, columnY: columns.y };
}

function placeColumns(placement: Placement, psd: number, rng: Rng): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  if (placement.kind !== 'nanocolumns') return { x, y };
  const room = psd - placement.radius_nm;
  if (room < 0) throw new RangeError('placement.radius_nm: a nanocolumn is wider than the PSD; make it smaller');
  for (let tries = 0; x.length < placement.columns; tries++) {
    if (tries > MAX_TRIES)
      throw new RangeError(
        `placement.nanocolumns: ${placement.columns} nanocolumns of radius ${placement.radius_nm} nm do not fit into the PSD`,
      );
    const [cx, cy] = inDisc(rng, 0, 0, room);
    if (x.every((other, i) => square(other - cx, (y[i] as number) - cy) >= 4 * placement.radius_nm * placement.radius_nm)) {
      x.push(cx);
      y.push(cy);
    }
  }
  return { x, y };
}

/** Squared length. `Math.hypot` is avoided: its last bit differs between engines. */
function square(x: number, y: number): number {
  return x * x + y * y;
}

/** Uniform point in a disc, by rejection (no trigonometric functions: they differ between engines). */
export function inDisc(rng: Rng, centreX: number, centreY: number, radius: number): [number, number] {
  for (;;) {
    const u = 2 * uniform(rng) - 1;
    const v = 2 * uniform(rng) - 1;
    if (u * u + v * v <= 1) return [centreX + radius * u, centreY + radius * v];
  }
}

function crowded(x: Float64Array, y: Float64Array, count: number, spacing: number): boolean {
  for (let i = 0; i < count; i++) {
    if (square((x[i] as number) - (x[count] as number), (y[i] as number) - (y[count] as number)) < spacing * spacing) return true;
  }
  return false;
}

/** Where a vesicle fuses, nm from the axis. */
export function releasePoint(site: ReleaseSite, sites: Sites, psdRadius: number, rng: Rng): [number, number] {
  switch (site.kind) {
    case 'centre':
      return [0, 0];
    case 'at':
      return [site.x_nm, site.y_nm];
    case 'uniform':
      return inDisc(rng, 0, 0, psdRadius);
    case 'nanocolumn': {
      if (sites.columnX.length === 0) return [0, 0];
      const c = uniformInt(rng, sites.columnX.length);
      return [sites.columnX[c] as number, sites.columnY[c] as number];
    }
  }
}

/** Uniform grid over the PSD: which receptors' discs reach into each square cell, as compressed rows. */
export interface SiteGrid {
  readonly half: number;
  readonly perNm: number;
  readonly side: number;
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Builds the grid with cells of the given size in nm. */
export function buildGrid(sites: Sites, reach: number, cell: number): SiteGrid {
  let half = reach;
  for (let j = 0; j < sites.x.length; j++)
    half = Math.max(half, Math.abs(sites.x[j] as number) + reach, Math.abs(sites.y[j] as number) + reach);
  const side = Math.max(1, Math.ceil((2 * half) / cell));
  const rows: number[][] = Array.from({ length: side * side }, () => []);
  for (let j = 0; j < sites.x.length; j++) {
    const x = sites.x[j] as number;
    const y = sites.y[j] as number;
    for (let cy = cellOf(y - reach, half, cell, side); cy <= cellOf(y + reach, half, cell, side); cy++) {
      for (let cx = cellOf(x - reach, half, cell, side); cx <= cellOf(x + reach, half, cell, side); cx++) rows[cy * side + cx]?.push(j);
    }
  }
  const start = new Int32Array(side * side + 1);
  rows.forEach((row, i) => {
    start[i + 1] = (start[i] as number) + row.length;
  });
  return { half, perNm: 1 / cell, side, start, items: Int32Array.from(rows.flat()) };
}

function cellOf(v: number, half: number, cell: number, side: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor((v + half) / cell)));
}
