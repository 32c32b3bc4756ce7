/** Parameters and schemes of the flagship pack, as the scenario resolver wants them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parameter, Scheme } from '../../model/schema/quantities';
import type { ScenarioSource } from '../../science/synapse/resolve';

const PART = fileURLToPath(new URL('../../content/ketamine/synapse.json', import.meta.url));

/** Reads and checks the pack part. Throws when it is missing or malformed. */
export function readSynapsePart(path = PART): ScenarioSource & { readonly parameters: readonly Parameter[] } {
  const part = JSON.parse(readFileSync(path, 'utf8')) as { parameters: unknown[]; schemes: unknown[] };
  return {
    parameters: part.parameters.map((entry) => Parameter.parse(entry)),
    schemes: part.schemes.map((entry) => Scheme.parse(entry)),
  };
}
