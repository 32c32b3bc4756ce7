/** Generators of states for property tests: every field in its whole range, on the grid that links write. */
import * as fc from 'fast-check';
import { tidyBench, tidyMoment } from '../../../src/explorer/bench';
import { LINK_BASELINE, tidyCamera, tidyWhen, tidyWords } from '../../../src/explorer/defaults';
import { tidyDose } from '../../../src/explorer/dose';
import type { Field } from '../../../src/explorer/fields';
import { PLACE_ROWS, tidyPlaces, type Places } from '../../../src/explorer/places';
import { DOSE_SPECIES, DOSE_UNITS, FORMS, ROUTES, type DoseScenario } from '../../../src/science/pharmacokinetics/scenario';
import { inOrder } from '../../../src/explorer/fit';
import { RECEPTORS_SHOWN, type ExplorerState, type Lit, type Selection } from '../../../src/explorer/state';
import type { Model } from '../../../src/model/model';
import { LEVELS, PREPARATIONS, SPECIES, STRENGTHS, SUBUNITS, type Level } from '../../../src/model/schema';

export interface Choices {
  readonly levels: readonly Level[];
  readonly selections: readonly NonNullable<Selection>[];
  readonly hypotheses: readonly string[];
}

type Kind = NonNullable<Selection>['kind'];

function of(kind: Kind, items: readonly { readonly id: string }[]): NonNullable<Selection>[] {
  return items.map(({ id }) => ({ kind, id }));
}

function number(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** What a model has to select, light and show. */
export function choicesOf(model: Model, levels: readonly Level[] = LEVELS): Choices {
  return {
    levels,
    selections: [
      ...of('entity', model.entities),
      ...of('claim', model.claims),
      ...of('reference', model.references),
      ...of('hypothesis', model.hypotheses),
      ...of('event', model.events),
      ...of(
        'group',
        model.layouts.flatMap((layout) => layout.groups),
      ),
    ],
    hypotheses: model.hypotheses.map(({ id }) => id),
  };
}

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,60}$/);
const kind = fc.constantFrom('entity', 'claim', 'reference', 'hypothesis', 'event', 'group');

function listOf(values: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.subarray([...values]).map((some) => inOrder(some, values));
}

const doses: fc.Arbitrary<DoseScenario> = fc
  .record({
    drug: fc.constant('ketamine' as const),
    form: fc.constantFrom(...FORMS),
    route: fc.constantFrom(...ROUTES),
    species: fc.constantFrom(...DOSE_SPECIES),
    amount: number(0, 2000),
    unit: fc.constantFrom(...DOSE_UNITS),
    minutes: number(1, 1440),
    weight_kg: number(0.01, 250),
    repeats: fc.record({ count: fc.integer({ min: 1, max: 100 }), interval_h: number(1, 720) }),
    model: fc.constantFrom('all', 'simons2022'),
    steps: fc.array(
      fc.record({ start_min: number(0, 10_080), amount: number(0, 20), unit: fc.constantFrom(...DOSE_UNITS), minutes: number(1, 1440) }),
      { maxLength: 3 },
    ),
  })
  .map(tidyDose);

/** One value for each row of the table: any of a closed list, any number of a range. */
function anyOf({ accepts }: Field<never>): fc.Arbitrary<unknown> {
  if (!('values' in accepts)) return number(accepts.from, accepts.to);
  return accepts.values.length === 0 ? fc.constantFrom('none', 'prefrontal', 'a.b-c') : fc.constantFrom(...accepts.values);
}

const places = fc
  .record(
    Object.fromEntries(
      PLACE_ROWS.map(([key, field]) => [key, field.usual === true || field.usual === false ? fc.boolean() : anyOf(field)]),
    ),
  )
  .map((any) => tidyPlaces(any as unknown as Places));

/** Without the circuits of other packs and their groups of people. */
const ownPlaces = places.map((any): Places => ({ ...any, circuit: 'none', circuitCell: 'none', population: 'all' }));

/** Any state; with `choices`, only states that the model can show. */
export function stateArbitrary(choices?: Choices): fc.Arbitrary<ExplorerState> {
  const anyId = choices ? fc.constantFrom(...choices.hypotheses) : id;
  const selection: fc.Arbitrary<Selection> = choices ? fc.constantFrom(null, ...choices.selections) : fc.option(fc.record({ kind, id }));
  const lit: fc.Arbitrary<Lit> = fc.oneof(
    fc.constant<Lit>([]),
    anyId.map((a): Lit => [a]),
    fc.tuple(anyId, anyId).map(([a, b]): Lit => (a === b ? [a] : [a, b])),
  );
  return fc.record({
    version: fc.constant(LINK_BASELINE.version),
    pack: fc.oneof(fc.constantFrom('ketamine', 'ltp'), fc.webUrl({ withQueryParameters: true, withFragments: true })),
    mode: fc.constantFrom('explore', 'outline', 'evidence'),
    level: fc.constantFrom(...(choices?.levels ?? LEVELS)),
    camera: fc.option(
      fc.record({ x: number(-9e5, 9e5), y: number(-9e5, 9e5), zoom: number(1e-3, 200) }).map((camera) => tidyCamera(camera)),
    ),
    selection,
    lit,
    filters: fc.record({
      species: listOf(SPECIES),
      preparation: listOf(PREPARATIONS),
      strength: listOf(STRENGTHS),
      check: fc.constantFrom('any', 'checked', 'unchecked'),
      extended: fc.boolean(),
    }),
    papers: fc.record({
      hypothesis: fc.option(anyId),
      words: fc.string({ unit: 'grapheme', maxLength: 60 }).map(tidyWords),
    }),
    when: fc
      .tuple(fc.constantFrom('afterSpike' as const, 'afterDose' as const), number(-4, 6.2))
      .map(([basis, power]) => tidyWhen({ basis, seconds: 10 ** power })),
    bench: fc
      .record({
        ketamine_uM: number(0, 100),
        mg_mM: number(0, 2),
        voltage_mV: fc.oneof(fc.constant('free' as const), number(-90, 50)),
        release: number(0, 1),
        subunit: fc.constantFrom(...SUBUNITS),
        spikes: fc.integer({ min: 1, max: 10 }),
        rate_Hz: number(1, 100),
        compare: fc.boolean(),
        seed: fc.integer({ min: 1, max: 999_999 }),
        receptor: fc.constantFrom(...RECEPTORS_SHOWN),
        glutamate_uM: number(0, 10_000),
      })
      .map(tidyBench),
    moment_ms: number(0, 10_000).map(tidyMoment),
    dose: doses,
    against: fc.option(doses),
    places: choices ? ownPlaces : places,
    story: choices ? fc.constant(null) : fc.option(fc.record({ id, step: fc.integer({ min: 1, max: 999 }) })),
    present: fc.boolean(),
    detail: fc.constantFrom('auto', 'plate', 'calm', 'diagram'),
    tier: fc.constantFrom('auto', 'high', 'low', 'none'),
    theme: fc.constantFrom('paper', 'lecture'),
    locale: fc.constantFrom('en', 'qps-long', 'qps-rtl', 'pt-BR', 'zh-Hans-CN'),
  }) as fc.Arbitrary<ExplorerState>;
}
