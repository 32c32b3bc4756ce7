import { describe, expect, it } from 'vitest';
import { parameterLookup } from '../../../src/science/parameters';
import { magnesium, poreBlocker, publishedBlockers, withBlockers } from '../../../src/science/receptors/blockers';
import { compileScheme, type SchemeInput } from '../../../src/science/receptors/compile';
import { openProbability } from '../../../src/science/receptors/rates';
import { stationary } from '../../../src/science/receptors/stationary';
import { swapBlocker } from '../../../src/science/receptors/swap-blocker';
import { flagship } from '../explorer/flagship';

const model = flagship();
const named = (id: string): SchemeInput => {
  const found = model.schemes.find((scheme) => scheme.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const memantine = publishedBlockers(parameterLookup(model.parameters)).find(({ name }) => name === 'memantine');
if (memantine === undefined) throw new Error('memantine');

/** Open probability at equilibrium, with 1 mM glutamate and without Mg2+. */
function open(scheme: SchemeInput, drug_uM: number, ligand: string): number {
  const compiled = compileScheme(scheme);
  const conditions = { v_mV: memantine?.at_mV ?? 0, ligands_mM: { glu: 1, mg: 0, [ligand]: drug_uM / 1000 } };
  return openProbability(compiled, stationary(compiled, conditions));
}

describe('another drug in the same pore', () => {
  const ketamine = named('NMDA_2A_MGKET');
  const swapped = swapBlocker(ketamine, 'ket', poreBlocker(memantine), 'swapped');

  it('is what building the composite with that drug gives', () => {
    const built = withBlockers(named('NMDA_GLUN2A_8'), [magnesium(), poreBlocker(memantine)], 'built');
    for (const drug_uM of [0, 0.3, 1, 10]) expect(open(swapped, drug_uM, 'ket')).toBeCloseTo(open(built, drug_uM, 'mem'), 9);
  });

  it('blocks half at its own affinity, and leaves the receptor without drug as it was', () => {
    expect(open(swapped, 0, 'ket')).toBeCloseTo(open(ketamine, 0, 'ket'), 12);
    const lost = 1 - open(swapped, memantine.kd_mM * 1000, 'ket') / open(swapped, 0, 'ket');
    expect(lost).toBeCloseTo(0.5, 6);
    expect(open(swapped, 1, 'ket')).not.toBeCloseTo(open(ketamine, 1, 'ket'), 3);
  });

  it('refuses a scheme that does not bind the drug', () => {
    expect(() => swapBlocker(named('NMDA_GLUN2A_8'), 'ket', poreBlocker(memantine), 'none')).toThrow(/does not bind ket/);
  });
});
