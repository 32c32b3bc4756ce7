/** A dose in a link: `rx=racemate,iv-infusion,human,0.5mg/kg,40min,70kg,1x24h,all`, further infusions after ";". Bad parts are named, the rest is kept. */
import {
  DEFAULT_SCENARIO,
  DOSE_LIMITS,
  DOSE_SPECIES,
  DOSE_UNITS,
  FORMS,
  MOST_STEPS,
  ROUTES,
  type DoseScenario,
  type DoseStep,
  type DoseUnit,
  type Limits,
} from '../science/pharmacokinetics/scenario';
import { within, type BenchRange } from './bench';
import { readNumber, type Accepts } from './fields';

/** The parts of a dose, as notices name them. */
export type DosePart = 'form' | 'route' | 'subject' | 'amount' | 'minutes' | 'weight' | 'count' | 'interval' | 'drugModel' | 'steps';

export interface DoseFault {
  readonly part: DosePart;
  readonly value: string;
  readonly accepts: Accepts;
  readonly kept: string;
}

/** The dose that links are read against; part of the link format, so it never changes. */
export const DOSE_BASELINE: DoseScenario = DEFAULT_SCENARIO;

const MODEL_ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/;

/** Digits after the point that a link keeps: finer than any dose is measured. */
function range({ low, high, whole }: Limits): BenchRange {
  return { from: low, to: high, digits: whole === true ? 0 : 4 };
}

export function writeDose(dose: DoseScenario): string {
  const { form, route, species, amount, unit, minutes, weight_kg, repeats, model, steps } = dose;
  const main = [
    form,
    route,
    species,
    `${amount}${unit}`,
    `${minutes}min`,
    `${weight_kg}kg`,
    `${repeats.count}x${repeats.interval_h}h`,
    model,
  ];
  const more = steps.map((step) => `${step.start_min}min,${step.amount}${step.unit},${step.minutes}min`);
  return [main.join(','), ...more].join(';');
}

/** A number and its unit; undefined for anything else. */
function amountText(text: string): { readonly number: string; readonly unit: DoseUnit } | undefined {
  const unit = DOSE_UNITS.toSorted((a, b) => b.length - a.length).find((item) => text.endsWith(item));
  return unit === undefined ? undefined : { number: text.slice(0, -unit.length), unit };
}

function withoutUnit(text: string, unit: string): string {
  return text.endsWith(unit) ? text.slice(0, -unit.length) : '';
}

/** Reads a dose over `base`: a part that cannot be read keeps the base's and gives a fault. */
export function readDose(text: string, base: DoseScenario): { readonly dose: DoseScenario; readonly faults: readonly DoseFault[] } {
  const faults: DoseFault[] = [];
  const [main = '', ...more] = text.split(';');
  const parts = main.split(',');
  const part = (index: number): string => parts[index] ?? '';
  const word = <V extends string>(name: DosePart, value: string, values: readonly V[], kept: V): V => {
    const found = values.find((item) => item === value);
    if (found === undefined) faults.push({ part: name, value, accepts: { values }, kept });
    return found ?? kept;
  };
  const number = (name: DosePart, value: string, limits: Limits, kept: number): number => {
    const found = readNumber(value, range(limits));
    const held = within(kept, range(limits));
    if (found === undefined) faults.push({ part: name, value, accepts: { from: limits.low, to: limits.high }, kept: String(held) });
    return found ?? held;
  };
  const species = word('subject', part(2), DOSE_SPECIES, base.species);
  const read = amountText(part(3));
  const unit = read?.unit ?? base.unit;
  const steps = more.slice(0, MOST_STEPS).map((step): DoseStep => {
    const [start = '', amount = '', minutes = ''] = step.split(',');
    const given = amountText(amount);
    const stepUnit = given?.unit ?? unit;
    return {
      start_min: number('steps', withoutUnit(start, 'min'), DOSE_LIMITS.start_min, 0),
      amount: number('steps', given?.number ?? amount, DOSE_LIMITS.amount[species][stepUnit], 0),
      unit: stepUnit,
      minutes: number('steps', withoutUnit(minutes, 'min'), DOSE_LIMITS.minutes, 1),
    };
  });
  if (more.length > MOST_STEPS) {
    faults.push({ part: 'steps', value: String(more.length), accepts: { from: 0, to: MOST_STEPS }, kept: String(MOST_STEPS) });
  }
  const [count = '', gap = ''] = part(6).split('x');
  const model = part(7) === '' ? base.model : part(7);
  if (!MODEL_ID.test(model)) faults.push({ part: 'drugModel', value: model, accepts: { values: [] }, kept: base.model });
  return {
    dose: {
      drug: base.drug,
      form: word('form', part(0), FORMS, base.form),
      route: word('route', part(1), ROUTES, base.route),
      species,
      amount: number('amount', read?.number ?? part(3), DOSE_LIMITS.amount[species][unit], base.amount),
      unit,
      minutes: number('minutes', withoutUnit(part(4), 'min'), DOSE_LIMITS.minutes, base.minutes),
      weight_kg: number('weight', withoutUnit(part(5), 'kg'), DOSE_LIMITS.weight_kg[species], base.weight_kg),
      repeats: {
        count: number('count', count, DOSE_LIMITS.count, base.repeats.count),
        interval_h: number('interval', withoutUnit(gap, 'h'), DOSE_LIMITS.interval_h, base.repeats.interval_h),
      },
      model: MODEL_ID.test(model) ? model : base.model,
      steps,
    },
    faults,
  };
}

/** The nearest sound dose: every number inside its range, every word of its list. */
export function tidyDose(dose: DoseScenario): DoseScenario {
  const species = DOSE_SPECIES.includes(dose.species) ? dose.species : 'human';
  const unitOf = (unit: DoseUnit): DoseUnit => (DOSE_UNITS.includes(unit) ? unit : 'mg/kg');
  const amountOf = (amount: number, unit: DoseUnit): number => within(amount, range(DOSE_LIMITS.amount[species][unit]));
  return {
    drug: 'ketamine',
    form: FORMS.includes(dose.form) ? dose.form : 'racemate',
    route: ROUTES.includes(dose.route) ? dose.route : 'iv-infusion',
    species,
    amount: amountOf(dose.amount, unitOf(dose.unit)),
    unit: unitOf(dose.unit),
    minutes: within(dose.minutes, range(DOSE_LIMITS.minutes)),
    weight_kg: within(dose.weight_kg, range(DOSE_LIMITS.weight_kg[species])),
    repeats: {
      count: within(dose.repeats.count, range(DOSE_LIMITS.count)),
      interval_h: within(dose.repeats.interval_h, range(DOSE_LIMITS.interval_h)),
    },
    model: MODEL_ID.test(dose.model) ? dose.model : 'all',
    steps: dose.steps.slice(0, MOST_STEPS).map((step) => ({
      start_min: within(step.start_min, range(DOSE_LIMITS.start_min)),
      amount: amountOf(step.amount, unitOf(step.unit)),
      unit: unitOf(step.unit),
      minutes: within(step.minutes, range(DOSE_LIMITS.minutes)),
    })),
  };
}
