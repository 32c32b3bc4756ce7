/** Receptor occupancies of the mean-field twin, one set per ring of the cleft that holds receptors. */
import { compileScheme, type CompiledScheme } from '../receptors/compile';
import { ligandOccupancy } from '../receptors/occupancy';
import { voltageRates } from '../receptors/rates';
import type { SynapseConfig } from './config';
import type { FieldGrid } from './fieldGrid';
import type { Sites } from './placement';
import { associationVolume, MOLECULES_PER_NM3_PER_MM } from './units';

/** Fastest rate times Runge-Kutta step. */
const RELATIVE_STEP = 0.5;

interface Group {
  readonly scheme: CompiledScheme;
  readonly glu: number;
  readonly change: Int8Array;
  readonly bound: Int8Array;
  /** Rates at the present voltage: 1/us, or nm3/us per molecule for glutamate. */
  readonly rate: Float64Array;
  fastest: number;
  fastestBinding: number;
}

/** Receptors of one group at one column of the grid. */
interface Pool {
  readonly group: number;
  readonly count: number;
  readonly p: Float64Array;
  readonly k: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly trial: Float64Array;
}

interface Column {
  readonly cell: number;
  readonly volume: number;
  readonly pools: readonly Pool[];
}

/** Occupancies of all receptors of the twin, ring by ring, and the glutamate that they take and give back. */
export class FieldReceptors {
  /** Mean number of open channels of each group. */
  readonly open: Float64Array;
  /** Molecules taken from the ambient or prescribed field, and given to it. */
  fromField = 0;
  toField = 0;
  private readonly groups: Group[];
  private readonly columns: Column[];
  private readonly particles: boolean;
  /** Density of the field, molecules per nm3. */
  private field: number;

  constructor(
    private readonly config: SynapseConfig,
    sites: Sites,
    private readonly grid: FieldGrid,
  ) {
    this.particles = config.glutamate.kind === 'particles';
    this.field = config.ambient_mM * MOLECULES_PER_NM3_PER_MM;
    this.groups = config.receptors.map((entry) => {
      const scheme = compileScheme(entry.scheme);
      const glu = scheme.ligands.indexOf('glu');
      const none = { bound: new Int8Array(scheme.n), change: new Int8Array(scheme.m) };
      const { bound, change } = glu < 0 ? none : ligandOccupancy(scheme, 'glu');
      return { scheme, glu, change, bound, rate: new Float64Array(scheme.m), fastest: 0, fastestBinding: 0 };
    });
    this.columns = this.placePools(sites);
    this.open = new Float64Array(config.receptors.length);
  }

  private placePools(sites: Sites): Column[] {
    const { grid } = this;
    const counts = new Map<number, Int32Array>();
    for (let j = 0; j < sites.x.length; j++) {
      const r = Math.sqrt((sites.x[j] as number) ** 2 + (sites.y[j] as number) ** 2);
      let cell = 0;
      while (cell + 1 < grid.cleftCells && (grid.rHigh[cell] as number) < r) cell += 1;
      const row = counts.get(cell) ?? new Int32Array(this.groups.length);
      row[sites.group[j] as number] = (row[sites.group[j] as number] as number) + 1;
      counts.set(cell, row);
    }
    return [...counts.entries()]
      .sort((a, b) => a[0] - b[0])
      .map(([cell, row]) => {
        let volume = 0;
        for (let k = 0; k < grid.cleftRows; k++) volume += grid.volume[k * grid.columns + cell] as number;
        const pools = this.groups.flatMap(({ scheme }, group): Pool[] => {
          const count = row[group] as number;
          const vector = (): Float64Array => new Float64Array(scheme.n);
          return count > 0 ? [{ group, count, p: vector(), k: [vector(), vector(), vector(), vector()], trial: vector() }] : [];
        });
        return { cell, volume, pools };
      });
  }

  /** Sets all occupancies. */
  start(occupancy: (scheme: CompiledScheme) => Float64Array): void {
    const starts = this.groups.map((group) => occupancy(group.scheme));
    for (const column of this.columns) for (const pool of column.pools) pool.p.set(starts[pool.group] as Float64Array);
    this.countOpen();
  }

  setVoltage(v_mV: number): void {
    for (const group of this.groups) {
      const { scheme, rate, glu } = group;
      voltageRates(scheme, v_mV, rate);
      const leave = new Float64Array(scheme.n);
      const bind = new Float64Array(scheme.n);
      for (let t = 0; t < scheme.m; t++) {
        const ligand = scheme.ligand[t] as number;
        const from = scheme.from[t] as number;
        if (ligand >= 0 && ligand === glu) {
          rate[t] = associationVolume(rate[t] as number);
          bind[from] = (bind[from] as number) + (rate[t] as number);
        } else {
          const field = ligand < 0 ? 1 : (this.config.ligands_mM[scheme.ligands[ligand] ?? ''] ?? 0);
          rate[t] = ((rate[t] as number) * field) / 1000;
          leave[from] = (leave[from] as number) + (rate[t] as number);
        }
      }
      group.fastest = leave.reduce((most, value) => Math.max(most, value), 0);
      group.fastestBinding = bind.reduce((most, value) => Math.max(most, value), 0);
    }
  }

  /** Prescribes the glutamate field, mM. */
  prescribe(field_mM: number): void {
    this.field = field_mM * MOLECULES_PER_NM3_PER_MM;
  }

  /** Binding, unbinding and gating for `dt` us. */
  react(dt: number): void {
    for (const column of this.columns) this.reactColumn(column, dt);
    this.countOpen();
  }

  private reactColumn(column: Column, dt: number): void {
    const { grid } = this;
    let amount = 0;
    for (let row = 0; row < grid.cleftRows; row++) amount += grid.amount[row * grid.columns + column.cell] as number;
    const density = amount / column.volume + this.field;
    let fastest = 0;
    for (const pool of column.pools) {
      const group = this.groups[pool.group] as Group;
      fastest = Math.max(fastest, group.fastest + group.fastestBinding * density);
    }
    const steps = Math.max(1, Math.ceil((fastest * dt) / RELATIVE_STEP));
    const before = amount;
    for (let k = 0; k < steps; k++) amount = this.rungeKutta(column, amount, dt / steps);
    if (this.particles) this.putBack(column, before, amount);
  }

  /** Spreads the change of a column's free molecules over its rows. */
  private putBack(column: Column, before: number, after: number): void {
    const { grid } = this;
    const change = after - before;
    for (let row = 0; row < grid.cleftRows; row++) {
      const i = row * grid.columns + column.cell;
      const share = change < 0 ? (grid.amount[i] as number) / before : (grid.volume[i] as number) / column.volume;
      grid.amount[i] = (grid.amount[i] as number) + change * share;
    }
  }

  /** One classical Runge-Kutta step of free molecules and occupancies; returns the free molecules. */
  private rungeKutta(column: Column, amount: number, h: number): number {
    const slopes: number[] = [];
    const weights = [0, h / 2, h / 2, h];
    for (let stage = 0; stage < 4; stage++) {
      const shift = weights[stage] as number;
      const free = stage === 0 ? amount : amount + shift * (slopes[stage - 1] as number);
      let slope = 0;
      for (const pool of column.pools) {
        const trial = stage === 0 ? pool.p : pool.trial;
        if (stage > 0) {
          const k = pool.k[stage - 1] as Float64Array;
          for (let s = 0; s < trial.length; s++) trial[s] = (pool.p[s] as number) + shift * (k[s] as number);
        }
        slope += this.slope(
          pool,
          trial,
          free / column.volume,
          pool.k[stage] as Float64Array,
          (stage === 0 || stage === 3 ? 1 : 2) * (h / 6),
        );
      }
      slopes.push(this.particles ? slope : 0);
    }
    for (const pool of column.pools) {
      const [a, b, c, d] = pool.k;
      for (let s = 0; s < pool.p.length; s++) {
        const step = (a[s] as number) + 2 * (b[s] as number) + 2 * (c[s] as number) + (d[s] as number);
        pool.p[s] = (pool.p[s] as number) + (h / 6) * step;
      }
    }
    return amount + (h / 6) * ((slopes[0] as number) + 2 * (slopes[1] as number) + 2 * (slopes[2] as number) + (slopes[3] as number));
  }

  /** Time derivative of a pool's occupancies into `out`; returns that of the free molecules. */
  private slope(pool: Pool, p: Float64Array, free: number, out: Float64Array, weight: number): number {
    const group = this.groups[pool.group] as Group;
    const { scheme, rate, glu, change } = group;
    out.fill(0);
    let gained = 0;
    for (let t = 0; t < scheme.m; t++) {
      const from = scheme.from[t] as number;
      const to = scheme.to[t] as number;
      let flux = (rate[t] as number) * (p[from] as number);
      if ((scheme.ligand[t] as number) >= 0 && scheme.ligand[t] === glu) {
        gained -= flux * free;
        this.fromField += weight * pool.count * flux * this.field;
        flux *= free + this.field;
      } else if (change[t] === -1) {
        if (this.particles) gained += flux;
        else this.toField += weight * pool.count * flux;
      }
      out[from] = (out[from] as number) - flux;
      out[to] = (out[to] as number) + flux;
    }
    return gained * pool.count;
  }

  private countOpen(): void {
    this.open.fill(0);
    this.eachPool((pool, group) => {
      let sum = 0;
      for (let s = 0; s < group.scheme.n; s++) if (group.scheme.conducting[s] === 1) sum += pool.p[s] as number;
      this.open[pool.group] = (this.open[pool.group] as number) + sum * pool.count;
    });
  }

  /** Mean number of receptors of group `g` that hold `ligand`. */
  holding(g: number, ligand: string): number {
    const { scheme } = this.groups[g] as Group;
    const bound = ligandOccupancy(scheme, ligand).bound;
    let sum = 0;
    this.eachPool((pool) => {
      if (pool.group !== g) return;
      for (let s = 0; s < scheme.n; s++) if ((bound[s] as number) > 0) sum += (pool.p[s] as number) * pool.count;
    });
    return sum;
  }

  /** Mean number of glutamate molecules held by receptors. */
  boundGlutamate(): number {
    let sum = 0;
    this.eachPool((pool, group) => {
      for (let s = 0; s < group.scheme.n; s++) sum += (pool.p[s] as number) * (group.bound[s] as number) * pool.count;
    });
    return sum;
  }

  private eachPool(visit: (pool: Pool, group: Group) => void): void {
    for (const column of this.columns) for (const pool of column.pools) visit(pool, this.groups[pool.group] as Group);
  }
}
