/** The slider of free ketamine: nothing at its start, then four decades up to the most a bench takes. */
import { BENCH_RANGES } from '../../explorer/bench';

const DECADES = 4;
const FIRST = 0.01;

/** Concentration in uM at a position from 0 to 1, to two significant digits. */
export function concentrationAt(position: number): number {
  return position < FIRST ? 0 : Number((BENCH_RANGES.ketamine_uM.to * 10 ** (DECADES * (position - 1))).toPrecision(2));
}

/** Position from 0 to 1 of a concentration in uM. */
export function positionOf(uM: number): number {
  return uM <= 0 ? 0 : Math.min(1, Math.max(FIRST, 1 + Math.log10(uM / BENCH_RANGES.ketamine_uM.to) / DECADES));
}
