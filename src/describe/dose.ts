/** Doses in words: what a run simulates and on what it rests, why a model is absent, and what could not be used. */
import type { DoseScenario, ScenarioFault } from '../science/pharmacokinetics/scenario';
import { ANALYTES, type Course, type DoseRun, type Exclusion } from '../science/pharmacokinetics/types';
import type { Widen } from './messages';
import type { dose } from './messages/en/dose';
import { numberWords } from './plate';

export type DoseWords = Widen<typeof dose>;

/** What is given, to whom and how often, in one sentence. */
export function scenarioSentence(scenario: DoseScenario, words: DoseWords): string {
  const { species, weight_kg, route, repeats, steps } = scenario;
  const subject = species === 'mouse' ? words.subjects.mouse(numberWords(weight_kg * 1000)) : words.subjects.human(numberWords(weight_kg));
  const way = route === 'iv-infusion' ? words.over(words.routes[route], numberWords(scenario.minutes)) : words.routes[route];
  const given = words.given(words.forms[scenario.form], numberWords(scenario.amount), words.units[scenario.unit], way, subject);
  const sentence = repeats.count === 1 ? words.once(given) : words.repeated(given, String(repeats.count), numberWords(repeats.interval_h));
  return steps.length === 0 ? sentence : `${sentence} ${words.stepped(steps.length)}`;
}

/** Name of a drug model by id; views pass the pack's names. */
export type NameOf = (modelId: string) => string;

function namesOf(courses: readonly Course[], nameOf: NameOf): string {
  return courses.map((course) => nameOf(course.model)).join(', ');
}

/**
 * One honest paragraph: what is simulated, which models describe it, what was measured, what is computed, and what is a
 * construction for teaching. `nameOf` gives a model's name; without it, its id is used.
 */
export function describeScenario(run: DoseRun, words: DoseWords, nameOf: NameOf = (id) => id): string {
  const { scenario, courses, band } = run;
  const said = [scenarioSentence(scenario, words)];
  if (band === null) return [...said, words.nothing, words.advice].join(' ');
  const published = courses.filter((course) => !course.teaching);
  const estimates = published.filter((course) => course.use === 'estimate');
  const bounds = published.filter((course) => course.use === 'bounds');
  const teaching = courses.filter((course) => course.teaching);
  if (estimates.length > 0)
    said.push(words.published(estimates.length, namesOf(estimates, nameOf)), estimates.length === 1 ? words.oneModel : words.spread);
  if (band.ngPerMl.ketamine?.basis === 'scatter') said.push(words.scatter);
  const single = ANALYTES.filter(
    (analyte) => analyte !== 'ketamine' && band.ngPerMl.ketamine?.basis === 'models' && band.ngPerMl[analyte]?.basis === 'scatter',
  );
  if (single.length > 0) said.push(words.metabolites(single.map((analyte) => words.analytes[analyte]).join(', ')));
  if (bounds.length > 0) said.push(words.bounds(namesOf(bounds, nameOf)));
  if (teaching.length > 0)
    said.push(band.teaching ? words.teachingOnly(namesOf(teaching, nameOf)) : words.teachingBeside(namesOf(teaching, nameOf)));
  const inBand = band.teaching ? courses : published;
  if (new Set(inBand.map((course) => course.sampling)).size > 1) said.push(words.sites);
  said.push(...(band.relativeOnly ? [words.relative] : numbers(run, inBand, words)));
  if (published.length > 0) said.push(words.measured);
  said.push(words.modelled);
  if (inBand.some((course) => course.formBasis === 'assumed alike')) said.push(words.alike);
  if (band.hidden.length > 0) said.push(words.hidden);
  return [...said, words.advice].join(' ');
}

function numbers({ band }: DoseRun, inBand: readonly Course[], words: DoseWords): string[] {
  const peaks = inBand.flatMap((course) => (course.measures.ketamine === undefined ? [] : [course.measures.ketamine]));
  const heights = peaks.map((peak) => peak.cmax_ngPerMl);
  const times = peaks.map((peak) => peak.tmax_min);
  const [low, high] = [Math.min(...heights), Math.max(...heights)].map(numberWords);
  const [from, to] = [Math.min(...times), Math.max(...times)].map((time) => String(Math.round(time)));
  const said: string[] = [];
  if (low !== undefined && high !== undefined && from !== undefined && to !== undefined) {
    if (peaks.length === 1) said.push(words.peakOne(high, to));
    else said.push(from === to ? words.peakAt(low, high, to) : words.peak(low, high, from, to));
  }
  if (band !== null) {
    const highest = peakOccupancy(band);
    said.push(words.occupancy(String(Math.round(highest.low * 100)), String(Math.round(highest.high * 100))));
  }
  return said;
}

/** Occupancy where its middle is highest, outside hidden times. */
function peakOccupancy({ occupancy, time_min, hidden }: NonNullable<DoseRun['band']>): { readonly low: number; readonly high: number } {
  let best = { median: -1, low: 0, high: 0 };
  for (const [k, time] of time_min.entries()) {
    if (hidden.some(([from, to]) => time >= from && time < to)) continue;
    const median = occupancy.median[k] ?? 0;
    if (median > best.median) best = { median, low: occupancy.low[k] ?? 0, high: occupancy.high[k] ?? 0 };
  }
  return best;
}

/** Why a model has no curve, as a sentence. */
export function exclusionSentence({ reason, note }: Exclusion, name: string, words: DoseWords): string {
  const because = note ?? '';
  switch (reason) {
    case 'unsuitable':
    case 'solver':
      return words.excluded[reason](name, because);
    case 'not chosen':
    case 'no curve':
    case 'species':
    case 'route':
    case 'form':
    case 'dose':
      return words.excluded[reason](name);
  }
}

/** What could not be used, what is accepted, and what was kept, as a sentence or two. */
export function faultSentence(fault: ScenarioFault, words: DoseWords): string {
  const sentence = problemSentence(fault, words);
  if (fault.kept !== '') return words.fault.kept(sentence, fault.kept);
  if (fault.problem.kind === 'unknown') return words.fault.ignored(sentence);
  return fault.field.startsWith('steps[') ? words.fault.dropped(sentence) : sentence;
}

/** What could not be used and what is accepted, for callers that keep nothing. */
export function problemSentence({ field, given, problem }: ScenarioFault, words: DoseWords): string {
  const { fault } = words;
  const name = field === '' ? fault.scenario : field;
  const value = given === '' ? fault.missing : given;
  switch (problem.kind) {
    case 'range': {
      const { low, high, unit, whole } = problem.limits;
      const say = whole === true ? fault.whole : fault.range;
      return say(name, value, numberWords(low), String(high), words.units[unit]);
    }
    case 'choice':
      return fault.choice(name, value, problem.choices.join(', '));
    case 'speed':
      return fault.speed(name, value, numberWords(problem.high));
    case 'length':
      return fault.length(name, value, String(problem.high));
    case 'shape':
      return problem.wanted === 'list' ? fault.list(name) : fault.object(name);
    case 'unknown':
      return fault.unknown(name);
  }
}
