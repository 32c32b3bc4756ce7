/** Times at which a scenario is sampled: dense just after each change, ever coarser later; the same for every model. */
import { doseStarts } from './doses';
import type { DoseScenario } from './scenario';

/** First step after a change, minutes. */
const FIRST = 0.25;
/** Most samples of a run, unless its doses alone are more. */
const MOST = 1500;
/** Shares of the time since a change by which the next sample is later; the first that fits is used. */
const GROWTH = [0.06, 0.1, 0.2, 0.4, 1, 3, 10] as const;

/** Times at which the plan of a scenario changes, minutes, ascending: starts and ends of everything given. */
export function changes(scenario: DoseScenario, bolus_min: number): number[] {
  const { route, minutes, steps } = scenario;
  const length = route === 'iv-infusion' ? minutes : route === 'iv-bolus' ? bolus_min : 0;
  const intravenous = route === 'iv-infusion' || route === 'iv-bolus';
  const times = doseStarts(scenario).flatMap((start) => [
    start,
    start + length,
    ...(intravenous ? steps.flatMap((step) => [start + step.start_min, start + step.start_min + step.minutes]) : []),
  ]);
  return [...new Set(times)].sort((a, b) => a - b);
}

/** Sample times from 0 to `end_min`, minutes, ascending; every change and every time in `extra` is among them. */
export function sampleTimes(scenario: DoseScenario, end_min: number, bolus_min: number, extra: readonly number[]): Float64Array {
  const marks = changes(scenario, bolus_min).filter((time) => time < end_min);
  let times: Set<number> = new Set();
  for (const growth of GROWTH) {
    times = new Set([...marks, ...extra.filter((time) => time >= 0 && time <= end_min), end_min]);
    for (const [k, from] of marks.entries()) {
      const to = marks[k + 1] ?? end_min;
      for (let after = FIRST; from + after < to; after += Math.max(FIRST, after * growth)) times.add(from + after);
    }
    if (times.size <= MOST) break;
  }
  return Float64Array.from([...times].sort((a, b) => a - b));
}
