/** Reads a dose scenario from a link or a file. Whatever comes in, a usable scenario goes out. */
import {
  DEFAULT_SCENARIO,
  DOSE_LIMITS,
  DOSE_SPECIES,
  DOSE_UNITS,
  FASTEST_MG_PER_KG_MIN,
  FORMS,
  MOST_INFUSIONS,
  MOST_STEPS,
  MOUSE_SCENARIO,
  ROUTES,
  type DoseScenario,
  type DoseStep,
  type DoseUnit,
  type FaultProblem,
  type Limits,
  type ScenarioFault,
  type ScenarioReading,
} from './scenario';
import { milligrams } from './doses';

const FIELDS = ['drug', 'form', 'route', 'species', 'amount', 'unit', 'minutes', 'weight_kg', 'repeats', 'model', 'steps'] as const;
/** Unknown fields beyond this many are not named one by one. */
const NAMED = 5;

type Fields = Readonly<Record<string, unknown>>;

/** Collects faults while fields are read one by one. */
class Reader {
  readonly faults: ScenarioFault[] = [];
  private readonly fields: Fields;
  private readonly path: string;

  constructor(fields: Fields, path = '') {
    this.fields = fields;
    this.path = path;
  }

  fault(field: string, given: unknown, problem: FaultProblem, kept: string): void {
    this.faults.push({ field: `${this.path}${field}`, given: shown(given), problem, kept });
  }

  /** True when the field was given at all. */
  has(field: string): boolean {
    return Object.hasOwn(this.fields, field) && this.fields[field] !== undefined;
  }

  raw(field: string): unknown {
    return this.has(field) ? this.fields[field] : undefined;
  }

  number(field: string, limits: Limits, kept: number): number {
    if (!this.has(field)) return kept;
    const value = this.fields[field];
    if (fits(value, limits)) return value;
    this.fault(field, value, { kind: 'range', limits }, limits.unit === 'doses' ? String(kept) : `${kept} ${limits.unit}`);
    return kept;
  }

  choice<T extends string>(field: string, choices: readonly T[], kept: T): T {
    if (!this.has(field)) return kept;
    const found = choices.find((each) => each === this.fields[field]);
    if (found === undefined) this.fault(field, this.fields[field], { kind: 'choice', choices }, kept);
    return found ?? kept;
  }

  unknown(known: readonly string[]): void {
    const extra = Object.keys(this.fields).filter((key) => !known.includes(key));
    for (const key of extra.slice(0, NAMED)) this.fault(key.slice(0, 40), this.fields[key], { kind: 'unknown' }, '');
  }
}

function fits(value: unknown, { low, high, whole }: Limits): value is number {
  return typeof value === 'number' && value >= low && value <= high && (whole !== true || Number.isInteger(value));
}

function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return '';
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How fast an infusion may be given is a question of amount, time and weight together. */
function speed(amount: number, unit: DoseUnit, minutes: number, weight_kg: number): number {
  return milligrams(amount, unit, weight_kg) / weight_kg / minutes;
}

/**
 * Reads a scenario. Fields left out, and fields that cannot be used, take their value from `kept` (by default 0.5 mg/kg over
 * 40 min, or the usual mouse dose for a mouse); each that could not be used is reported as a fault. `models` are the ids that
 * the field `model` may name besides 'all'; left out, any id is accepted and a model that the pack lacks simply gives no
 * course. Never throws; the result is bounded whatever the input.
 */
export function readScenario(input: unknown, kept: DoseScenario = DEFAULT_SCENARIO, models?: readonly string[]): ScenarioReading {
  const faults: ScenarioFault[] = [];
  if (!isFields(input)) {
    faults.push({ field: '', given: shown(input), problem: { kind: 'shape', wanted: 'object' }, kept: '' });
    return { scenario: kept, faults };
  }
  const reader = new Reader(input);
  const species = reader.choice('species', DOSE_SPECIES, kept.species);
  const base = species === kept.species ? kept : species === 'mouse' ? MOUSE_SCENARIO : DEFAULT_SCENARIO;
  reader.choice('drug', ['ketamine'], 'ketamine');
  const route = reader.choice('route', ROUTES, base.route);
  const weight_kg = reader.number('weight_kg', DOSE_LIMITS.weight_kg[species], base.weight_kg);
  const dose = readDose(reader, route, weight_kg, base, species);
  const repeats = readRepeats(reader, base);
  const steps = readSteps(reader, weight_kg, species, base, repeats.count);
  reader.unknown(FIELDS);
  const scenario: DoseScenario = {
    drug: 'ketamine',
    form: reader.choice('form', FORMS, base.form),
    route,
    species,
    ...dose,
    weight_kg,
    repeats,
    model: readModel(reader, base.model, models),
    steps,
  };
  return { scenario, faults: reader.faults };
}

type Dose = Pick<DoseScenario, 'amount' | 'unit' | 'minutes'>;

/** Amount, unit and time stand or fall together: an amount in another unit would be another dose. */
function readDose(
  reader: Reader,
  route: DoseScenario['route'],
  weight_kg: number,
  base: DoseScenario,
  species: DoseScenario['species'],
): Dose {
  const before = reader.faults.length;
  const unit = reader.choice('unit', DOSE_UNITS, base.unit);
  const minutes = reader.number('minutes', DOSE_LIMITS.minutes, base.minutes);
  const keptDose: Dose = { amount: base.amount, unit: base.unit, minutes };
  if (reader.faults.slice(before).some(({ field }) => field === 'unit')) return keptDose;
  const limits: Limits = DOSE_LIMITS.amount[species][unit];
  const given = reader.has('amount') ? reader.raw('amount') : unit === base.unit ? base.amount : undefined;
  if (!fits(given, limits)) {
    reader.fault('amount', given, { kind: 'range', limits }, `${base.amount} ${base.unit}`);
    return keptDose;
  }
  if (route === 'iv-infusion' && speed(given, unit, minutes, weight_kg) > FASTEST_MG_PER_KG_MIN) {
    const kept = `${base.amount} ${base.unit}, ${base.minutes} min`;
    reader.fault('amount', given, { kind: 'speed', high: FASTEST_MG_PER_KG_MIN }, kept);
    return { ...keptDose, minutes: base.minutes };
  }
  return { amount: given, unit, minutes };
}

function readRepeats(reader: Reader, base: DoseScenario): DoseScenario['repeats'] {
  if (!reader.has('repeats')) return base.repeats;
  const raw = reader.raw('repeats');
  if (!isFields(raw)) {
    reader.fault('repeats', raw, { kind: 'shape', wanted: 'object' }, String(base.repeats.count));
    return base.repeats;
  }
  const inner = new Reader(raw, 'repeats.');
  const count = inner.number('count', DOSE_LIMITS.count, base.repeats.count);
  const interval_h = inner.number('interval_h', DOSE_LIMITS.interval_h, base.repeats.interval_h);
  inner.unknown(['count', 'interval_h']);
  reader.faults.push(...inner.faults);
  return { count, interval_h };
}

function readModel(reader: Reader, kept: string, models: readonly string[] | undefined): string {
  const raw = reader.raw('model');
  if (raw === undefined) return kept;
  const known =
    models === undefined
      ? typeof raw === 'string' && raw.length > 0 && raw.length <= 120
      : raw === 'all' || models.some((id) => id === raw);
  if (known && typeof raw === 'string') return raw;
  reader.fault('model', raw, { kind: 'choice', choices: ['all', ...(models ?? [])] }, kept);
  return kept;
}

/** Steps are kept or left out one by one. */
function readSteps(
  reader: Reader,
  weight_kg: number,
  species: DoseScenario['species'],
  base: DoseScenario,
  count: number,
): readonly DoseStep[] {
  const most = Math.min(MOST_STEPS, Math.floor(MOST_INFUSIONS / count) - 1);
  const raw = reader.raw('steps') ?? base.steps;
  if (raw === base.steps && base.steps.length <= most) return base.steps;
  const keptCount = base.steps.length <= most ? String(base.steps.length) : '0';
  const kept = base.steps.length <= most ? base.steps : [];
  if (!Array.isArray(raw)) {
    reader.fault('steps', raw, { kind: 'shape', wanted: 'list' }, keptCount);
    return kept;
  }
  if (raw.length > most) {
    reader.fault('steps', raw.length, { kind: 'length', high: most }, keptCount);
    return kept;
  }
  const steps: DoseStep[] = [];
  for (const [position, item] of raw.entries()) {
    const inner = new Reader(isFields(item) ? item : {}, `steps[${position}].`);
    const unit = inner.choice('unit', DOSE_UNITS, 'mg');
    const step: DoseStep = {
      start_min: inner.number('start_min', DOSE_LIMITS.start_min, 0),
      amount: inner.number('amount', DOSE_LIMITS.amount[species][unit], 0),
      unit,
      minutes: inner.number('minutes', DOSE_LIMITS.minutes, 0),
    };
    for (const field of ['start_min', 'amount', 'unit', 'minutes'] as const) {
      if (inner.has(field)) continue;
      inner.fault(field, undefined, needed(field, species, unit), '');
    }
    if (inner.faults.length === 0 && speed(step.amount, unit, step.minutes, weight_kg) > FASTEST_MG_PER_KG_MIN) {
      inner.fault('amount', step.amount, { kind: 'speed', high: FASTEST_MG_PER_KG_MIN }, '');
    }
    if (inner.faults.length === 0) steps.push(step);
    else reader.faults.push(...inner.faults.map((fault) => ({ ...fault, kept: '' })));
  }
  return steps;
}

function needed(field: keyof DoseStep, species: DoseScenario['species'], unit: DoseUnit): FaultProblem {
  if (field === 'unit') return { kind: 'choice', choices: DOSE_UNITS };
  return { kind: 'range', limits: field === 'amount' ? DOSE_LIMITS.amount[species][unit] : DOSE_LIMITS[field] };
}
