/** From the bench to what the engine runs. */
import { hasKetamine, runEnd, subunitOn } from '../../explorer/bench';
import type { Bench } from '../../explorer/state';
import type { Model } from '../../model/model';
import type { Stage } from '../../model/schema';
import type { SynapseConfig } from '../../science/synapse/config';
import { parameterLookup } from '../../science/parameters';
import { poreBlocker, publishedBlockers } from '../../science/receptors/blockers';
import { swapBlocker } from '../../science/receptors/swap-blocker';
import { resolveScenario, type ScenarioSource } from '../../science/synapse/resolve';
import type { Scenario } from '../../science/synapse/scenario';

/** Names of the two receptor groups in traces. */
export const AMPA = 'AMPA';
export const NMDA = 'NMDA';

/** Distance of the samples of a trial, ms: fine enough for the rise of an AMPA current, and no more than 2,000 for a long train. */
export function sampleOf(bench: Bench): number {
  return Math.max(0.2, runEnd(bench) / 2_000);
}

/** Times of the spikes, ms. */
export function spikesOf({ spikes, rate_Hz }: Bench): readonly number[] {
  return Array.from({ length: spikes }, (_, i) => (1000 * i) / rate_Hz);
}

function scenarioOf(bench: Bench, stage: Stage, counts: { readonly ampa: number; readonly nmda: number }): Scenario {
  return {
    duration_ms: runEnd(bench),
    sample_ms: sampleOf(bench),
    receptors: [
      { id: AMPA, kind: 'AMPA', scheme: stage.schemes.ampa, count: counts.ampa },
      { id: NMDA, kind: 'NMDA', scheme: stage.schemes.nmda[`GluN${subunitOn(stage, bench.subunit)}`] ?? '', count: counts.nmda },
    ],
    release: {
      train: { rate_Hz: bench.rate_Hz, count: bench.spikes },
      probability: bench.release === 1 ? 'certain' : bench.release,
    },
    medium: { mg_mM: bench.mg_mM, ketamine_uM: hasKetamine(stage) ? bench.ketamine_uM : 0 },
    membrane: bench.voltage_mV === 'free' ? { free: true } : { clamp_mV: bench.voltage_mV },
  };
}

/** What ketamine is compared with: no drug, a second dose, or another drug at the same concentration. */
export interface Other {
  readonly bench: Bench;
  readonly drug: 'ketamine' | 'memantine';
}

/** The pack's records with memantine in the place of ketamine in the NMDA receptors that the bench shows. */
function withMemantine(bench: Bench, stage: Stage, model: Model): ScenarioSource {
  const id = stage.schemes.nmda[`GluN${subunitOn(stage, bench.subunit)}`];
  const scheme = model.schemes.find((each) => each.id === id);
  const memantine = publishedBlockers(parameterLookup(model.parameters)).find(({ name }) => name === 'memantine');
  if (scheme === undefined || memantine === undefined) throw new RangeError('The pack lacks what memantine needs');
  const swapped = swapBlocker(scheme, 'ket', poreBlocker(memantine), scheme.id);
  return { parameters: model.parameters, schemes: model.schemes.map((each) => (each === scheme ? swapped : each)) };
}

/** The subtype of receptor whose block by memantine the pack's records measured. */
export const MEMANTINE_SUBUNIT = '2A';

/**
 * The engine's configuration for a bench: everything that the reader does not set comes from the pack's Parameters.
 * @throws ScenarioError or RangeError when the pack lacks a scheme or a Parameter.
 */
export function configOf(bench: Bench, stage: Stage, model: Model, drug: Other['drug'] = 'ketamine'): SynapseConfig {
  const count = (id: string): number => {
    const found = model.parameters.find((parameter) => parameter.id === id);
    if (found === undefined) throw new RangeError(`There is no Parameter "${id}"`);
    return found.value;
  };
  const counts = { ampa: count(stage.parameters.ampaCount), nmda: count(stage.parameters.nmdaCount) };
  const source = drug === 'memantine' ? withMemantine(bench, stage, model) : model;
  return resolveScenario(scenarioOf(bench, stage, counts), source).config;
}

/** The same synapse without the drug. */
export function withoutKetamine(bench: Bench): Bench {
  return { ...bench, ketamine_uM: 0 };
}
