/**
 * What of the circuit's behaviour survives when constants chosen for teaching are replaced by measured ones, as the circuit's
 * limits say. Probabilities and medians of single synapses: mouse visual cortex, Campagnola et al. 2022
 * (doi 10.1126/science.abj5861); spike onset of PV cells: Allen Cell Types Database, less the 3 mV from threshold to upstroke.
 */
import { describe, expect, test } from 'vitest';
import { networkConfig } from '../../../../src/science/network/prefrontal';
import { compare, DEFAULT_OPTIONS } from '../../../../src/science/network/run';
import { PART } from './source';

type Values = Readonly<Record<string, number>>;

/** Connection, probability in layer 2/3 and 5, and how strong a measured synapse is beside ours (medians of layer 2/3). */
const MEASURED = [
  ['pyr-pyr', 0.11, 0.06, 0.11 / 0.18],
  ['pyr-pv', 0.791, 0.219, 0.27 / 0.93],
  ['pyr-sst', 0.765, 0.262, 0.1 / 0.5],
  ['pyr-vip', 0.382, 0.09, 0.45 / 0.55],
  ['pv-pyr', 0.644, 0.378, 0.44 / 0.85],
  ['pv-pv', 0.792, 0.482, 0.47 / 1.01],
  ['sst-pyr', 0.424, 0.126, 0.16 / 0.44],
  ['sst-pv', 0.435, 0.291, 0.18 / 0.48],
  ['sst-vip', 0.775, 0.326, 0.17 / 0.89],
  ['vip-sst', 0.457, 0.188, 0.17 / 0.75],
] as const;

function valueOf(id: string): number {
  const found = PART.parameters.find((parameter) => parameter.id === id);
  if (found === undefined) throw new RangeError(`There is no ${id}`);
  return found.value;
}

/** Connections with other probabilities; the mean input stays, or each synapse is as strong as a measured one. */
function connections(layer: '2/3' | '5', strength: 'same input' | 'measured'): Values {
  const entries = MEASURED.flatMap(([id, upper, lower, share]) => {
    const probability = layer === '5' ? lower : upper;
    const weight = `network.${id}.${id.startsWith('pyr') ? 'ampa' : 'gaba'}`;
    const factor = strength === 'measured' ? share : valueOf(`network.${id}.probability`) / probability;
    return [
      [`network.${id}.probability`, probability],
      [weight, valueOf(weight) * factor],
    ] as const;
  });
  return Object.fromEntries(entries);
}

const VARIANTS: readonly (readonly [string, Values])[] = [
  ['probabilities of layer 2/3', connections('2/3', 'same input')],
  ['probabilities of layer 5', connections('5', 'same input')],
  ['strengths as measured', connections('2/3', 'measured')],
  ['threshold of PV cells as measured', { 'network.pv.threshold': -41 }],
];

function changes(values: Values, reaches: readonly string[]): { readonly rates: Values; readonly gamma: number } {
  const parameters = PART.parameters.map((parameter) => ({ ...parameter, value: values[parameter.id] ?? parameter.value }));
  const { before, with: after } = compare(networkConfig({ ...PART, parameters }, { reaches }).config, DEFAULT_OPTIONS);
  const rates = Object.entries(before.rates_Hz).map(([id, rate]) => [id, (after.rates_Hz[id] ?? NaN) - rate] as const);
  return { rates: Object.fromEntries(rates), gamma: after.gamma / before.gamma };
}

describe.each(VARIANTS)('with %s', (_, values) => {
  test('all cells fall when ketamine enters every receptor', () => {
    const { rates } = changes(values, ['*']);
    expect(Object.keys(rates)).toHaveLength(4);
    expect(Object.entries(rates).filter(([, change]) => change >= 0)).toEqual([]);
  });

  test('pyramidal and VIP cells rise and SST cells fall when it enters interneurons only', () => {
    const { rates } = changes(values, ['pv', 'sst']);
    expect(rates['pyr']).toBeGreaterThan(0);
    expect(rates['vip']).toBeGreaterThan(0);
    expect(rates['sst']).toBeLessThan(0);
  });
});

test('the rise of gamma with interneurons only needs inhibition as strong as ours', () => {
  expect(changes({}, ['pv', 'sst']).gamma).toBeGreaterThan(1.1);
  expect(changes(connections('2/3', 'measured'), ['pv', 'sst']).gamma).toBeLessThan(1.1);
});
