/** What the circuits need of the flagship pack. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Circuit, Parameter } from '../model/schema';
import type { NmdaSource } from '../science/network/nmda';
import { readSynapsePart } from './synapse/pack';

const PART = fileURLToPath(new URL('../content/ketamine/circuit.json', import.meta.url));

export interface NetworkPart extends NmdaSource {
  readonly circuits: readonly Circuit[];
}

/** Reads and checks the pack parts. Throws when one is missing or malformed. */
export function readNetworkPart(path = PART): NetworkPart {
  const part = JSON.parse(readFileSync(path, 'utf8')) as { parameters: unknown[]; circuits: unknown[] };
  const { parameters, schemes } = readSynapsePart();
  return {
    parameters: [...parameters, ...part.parameters.map((entry) => Parameter.parse(entry))],
    schemes,
    circuits: part.circuits.map((entry) => Circuit.parse(entry)),
  };
}
