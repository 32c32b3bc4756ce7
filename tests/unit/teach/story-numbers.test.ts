/** Numbers that stories take from the engine are what the engine gives. */
import { describe, expect, it } from 'vitest';
import { outdated, recomputed } from '../../../src/lab/figures/command';
import { recompute } from '../../../src/lab/figures/measures';
import { start } from '../../../src/explorer/defaults';
import type { Model } from '../../../src/model/model';
import type { Transition } from '../../../src/model/schema/quantities';
import type { Computed } from '../../../src/model/schema/view';
import { packNamed } from '../explorer/flagship';

const flagship = packNamed('ketamine');
const ltp = packNamed('ltp');

const said = (model: Model): readonly string[] =>
  outdated(recomputed(model)).map(({ tour, step, record, now }) => `${tour}.${step} {${record.id}} says ${record.value}, is ${now}`);

/** The pack with the stories of one step only, so that a planted fault costs one computation. */
function onlyStep(model: Model, name: string): Model {
  const tours = model.tours.flatMap((tour) => {
    const steps = tour.steps.filter((step) => `${tour.id}.${step.id}` === name);
    return steps.length === 0 ? [] : [{ ...tour, steps }];
  });
  return { ...model, tours };
}

describe('numbers of the stories', () => {
  // Some seconds of simulation, more where other work has the processors.
  it('are those that the model gives today', { timeout: 180_000 }, () => {
    expect(said(flagship)).toEqual([]);
    expect(said(ltp)).toEqual([]);
  });

  it('do not agree once a parameter that they rest on has changed', () => {
    const parameters = flagship.parameters.map((each) => (each.id === 'ketamine.halfLifeHuman' ? { ...each, value: 4 } : each));
    expect(said(onlyStep({ ...flagship, parameters }, 'minutes-to-days.two-clocks'))).toEqual([
      'minutes-to-days.two-clocks {human} says 3, is 4',
    ]);
  });

  it('do not agree once a receptor has other rates', () => {
    const slower = (rate: Transition): Transition => (rate.ligand === 'ket' ? { ...rate, rate: rate.rate / 2 } : rate);
    const schemes = flagship.schemes.map((each) =>
      each.id === 'NMDA_2A_MGKET' ? { ...each, transitions: each.transitions.map(slower) } : each,
    );
    expect(said(onlyStep({ ...flagship, schemes }, 'open-then-plugged.ketamine-enters'))).toEqual([
      'open-then-plugged.ketamine-enters {alone} says 0.3, is 0.7',
      'open-then-plugged.ketamine-enters {withMg} says 6, is 12',
    ]);
  });
});

describe('a record that cannot be computed', () => {
  const setting = { model: flagship, state: start(flagship) };
  const record = (changes: Partial<Computed>): Computed => ({
    id: 'x' as Computed['id'],
    name: 'n',
    measure: 'parameter',
    with: { id: 'ketamine.halfLifeHuman' },
    value: 3,
    step: 1,
    unit: 'h',
    ...changes,
  });

  it('is told from one that can', () => {
    expect(recompute(record({}), setting)).toBe(3);
    expect(recompute(record({ unit: 'h', step: 0.25 }), setting)).toBe(2.75);
  });

  it.each([
    ['an unknown measure', { measure: 'toString' }, 'there is no measure'],
    [
      'a condition that the measure does not keep',
      { with: { id: 'ketamine.halfLifeHuman', voltage_mV: -70 } },
      'does not know "voltage_mV"',
    ],
    ['a missing condition', { with: {} }, 'needs a text "id"'],
    ['a record that the pack lacks', { with: { id: 'nowhere' } }, 'There is no Parameter "nowhere"'],
    ['a unit that the number cannot be shown in', { unit: 'mV' }, 'cannot be shown in "mV"'],
  ] as const)('for %s is refused', (_, changes, message) => {
    expect(() => recompute(record(changes), setting)).toThrow(message);
  });
});
