/** Parameters and schemes of the flagship pack, as the scenario resolver wants them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parameter, Scheme } from '../../model/schema/quantities';
import type { ScenarioSource } from '../../science/synapse/resolve';

/** The parts that hold them: what was surveyed, what only the engine needs, and the settings of the bench. */
const PARTS = ['synapse.json', 'synapse-engine.json', 'stages.json'].map((name) =>
  fileURLToPath(new URL(`../../content/ketamine/${name}`, import.meta.url)),
);

/** Reads and checks the pack parts. Throws when one is missing or malformed. */
export function readSynapsePart(paths: readonly string[] = PARTS): ScenarioSource & { readonly parameters: readonly Parameter[] } {
  const parts = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as { parameters?: unknown[]; schemes?: unknown[] });
  return {
    parameters: parts.flatMap((part) => part.parameters ?? []).map((entry) => Parameter.parse(entry)),
    schemes: parts.flatMap((part) => part.schemes ?? []).map((entry) => Scheme.parse(entry)),
  };
}
