/**
 * A day of the habenula on the drug's clock. Ketamine falls with its half-life; in every cell the block follows
 *   db/dt = p (kon K U (1 - b) - kon Kd b) / (1 + s (kon K U + kon Kd))
 * (see `nmda.ts`), where the gate opens with probability p at the glutamate that goes with the cell's firing and with busy inputs, and U
 * and Kd are averages over its voltage. All of them depend on b only through firing, which settles within a second: they are measured in
 * short runs at sixteen levels of block and interpolated in between. Nothing says beforehand how long a block lasts. When a
 * cell falls silent its gates close, and what has entered is trapped; when it fires again, they open and let it out.
 */
import { exp, ln } from '../../elementary';
import type { HabenulaConfig } from './config';
import {
  type CellAverages,
  HABENULA_OPTIONS,
  HABENULA_POPULATIONS,
  type HabenulaOptions,
  type HabenulaPopulation,
  type HabenulaRun,
  runHabenula,
} from './circuit';

export interface DayOptions {
  readonly seed: number;
  /** Free ketamine at the start, uM, and its half-life. */
  readonly peak_uM: number;
  readonly halfLife_min: number;
  readonly duration_h: number;
  /** For how long after the drug the inputs of the habenula are busy, min, and the glutamate that they add meanwhile, nM. */
  readonly active_min: number;
  readonly active_nM: number;
}

export interface HabenulaDay {
  /** From 1 s on, evenly spaced in the logarithm; s after the drug. All arrays have this length. */
  readonly time_s: Float64Array;
  readonly ketamine_uM: Float64Array;
  /** Share of habenular NMDA channels that hold ketamine, as the mean over cells. */
  readonly blocked: Float64Array;
  /** Share of habenular cells that burst. */
  readonly bursting: Float64Array;
  /** Rates of the whole circuit at that mean block. */
  readonly rates_Hz: Readonly<Record<HabenulaPopulation, Float64Array>>;
  /** Time after which bursting is back at half of what it was before, s; null when it did not fall so far or did not come back. */
  readonly burstsReturn_s: number | null;
  /** Time at which free ketamine is a tenth of its peak, s. */
  readonly drugGone_s: number;
}

const LEVELS = 16;
const RUN_MS = { settle_ms: 500, duration_ms: 2000 } as const;
const POINTS = 240;
const FIRST_S = 1;
/** Steps of the slow equation between two points. */
const SUBSTEPS = 12;

/** Runs a day in slices; each `next` gives the share done, and the last the result. */
export function* habenulaDay(config: HabenulaConfig, options: DayOptions): Generator<number, HabenulaDay> {
  const fast: HabenulaOptions = { ...HABENULA_OPTIONS, ...RUN_MS, seed: options.seed };
  const levels: HabenulaRun[] = [];
  for (let k = 0; k < LEVELS; k++) {
    levels.push(runHabenula(config, { ...fast, blocked: k / (LEVELS - 1) }));
    yield (k + 1) / (LEVELS + 1);
  }
  const at = (b: number, read: (run: HabenulaRun) => number): number => {
    const place = Math.min(LEVELS - 1, Math.max(0, b * (LEVELS - 1)));
    const k = Math.min(LEVELS - 2, Math.floor(place));
    const [low, high] = [levels[k], levels[k + 1]];
    if (low === undefined || high === undefined) return 0;
    return read(low) + (place - k) * (read(high) - read(low));
  };
  const cellAt = (i: number, b: number, key: keyof CellAverages): number => at(b, (run) => run.cells[key][i] as number);
  const kon = config.cell.nmda.kon_per_uM_ms * 1000;
  const stay_s = config.cell.nmda.stay_ms / 1000;
  const decay_per_s = ln(2) / (options.halfLife_min * 60);
  const last_s = options.duration_h * 3600;
  const growth = ln(last_s / FIRST_S) / (POINTS - 1);
  const time_s = Float64Array.from({ length: POINTS }, (_, i) => FIRST_S * exp(growth * i));
  const blocked = new Float64Array(POINTS);
  const bursting = new Float64Array(POINTS);
  const cells = new Float64Array(config.count);
  let t = 0;
  for (let i = 0; i < POINTS; i++) {
    const h = ((time_s[i] as number) - t) / SUBSTEPS;
    for (let c = 0; c < cells.length; c++) {
      let b = cells[c] as number;
      for (let s = 1; s <= SUBSTEPS; s++) {
        const own_nM = config.glutamateRest_nM + config.glutamatePerHz_nM * cellAt(c, b, 'rate_Hz');
        const gate = gateAt(config, t + s * h <= options.active_min * 60 ? own_nM + options.active_nM : own_nM);
        const on = kon * options.peak_uM * exp(-decay_per_s * (t + s * h)) * cellAt(c, b, 'unblocked');
        const both = on + kon * cellAt(c, b, 'kd_uM');
        const pace = (gate * h) / (1 + stay_s * both);
        b = (b + on * pace) / (1 + both * pace);
      }
      cells[c] = b;
      blocked[i] = (blocked[i] as number) + b / cells.length;
      bursting[i] = (bursting[i] as number) + cellAt(c, b, 'bursting') / cells.length;
    }
    t = time_s[i] as number;
  }
  const over = (read: (run: HabenulaRun) => number): Float64Array => blocked.map((share) => at(share, read));
  return {
    time_s,
    ketamine_uM: time_s.map((time) => options.peak_uM * exp(-decay_per_s * time)),
    blocked,
    bursting,
    rates_Hz: Object.fromEntries(HABENULA_POPULATIONS.map((id) => [id, over((run) => run.rates_Hz[id])])) as Record<
      HabenulaPopulation,
      Float64Array
    >,
    burstsReturn_s: returnTime(time_s, bursting, levels[0]?.regimes.burst ?? 0),
    drugGone_s: ln(10) / decay_per_s,
  };
}

/** Open probability of the gate at a steady glutamate in nM; linear in the logarithms between the levels worked out. */
export function gateAt({ gateGlutamate_nM, gateOpen }: HabenulaConfig, glutamate_nM: number): number {
  const last = gateGlutamate_nM.length - 1;
  let k = 0;
  while (k < last - 1 && (gateGlutamate_nM[k + 1] as number) < glutamate_nM) k += 1;
  const [x0, x1] = [ln(gateGlutamate_nM[k] as number), ln(gateGlutamate_nM[k + 1] as number)];
  const [y0, y1] = [ln(gateOpen[k] as number), ln(gateOpen[k + 1] as number)];
  const x = Math.min(x1, Math.max(x0, ln(glutamate_nM)));
  return exp(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0));
}

function returnTime(time_s: Float64Array, bursting: Float64Array, before: number): number | null {
  if (!(before > 0)) return null;
  const fell = bursting.findIndex((share) => share < before / 2);
  if (fell < 0) return null;
  const back = bursting.findIndex((share, i) => i > fell && share >= before / 2);
  return back < 0 ? null : (time_s[back] ?? null);
}
