/**
 * Makes the flagship pack from the four survey files: `npm run -s lab -- import <folder>`, where the folder holds
 * `network.json`, `experiments.json`, `synapse-parameters.json` and `pk-clinical.json`.
 *
 * This ran once. The pack in `src/content/ketamine/` is the source of truth from then on: mend the pack, not the surveys.
 * The script stays because it says where every record came from, and it must still reproduce the pack's imported parts when
 * nobody has edited them; lists that were typed by hand since are left as they are. Layouts and tours are not made here and are not touched.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { PackManifest, RECORD_LISTS } from '../../model/schema';
import type { Check, PackRecords, RecordListName } from '../../model/schema';
import { readAuthored } from './authored';
import * as clinical from './clinical';
import { experiments } from './experiments';
import { claims, entities, gates, hypotheses } from './network';
import { corrected, readOverrides } from './overrides';
import { parameterWords, parameters } from './parameters';
import { applyReferenceChecks, applyToPart, checkedIdentifiers, readReferenceChecks } from './reference-checks';
import { joinReferences } from './references';
import { parseSources, readRaw } from './source';
import { conventions, kineticTargets, schemes } from './synapse';

type Part = Partial<PackRecords>;

export interface ImportedPack {
  readonly manifest: PackManifest;
  /** File name → record lists. */
  readonly parts: Readonly<Record<string, Part>>;
}

/** Checks the records of one list; an error names the list and the record's position. */
function list<K extends RecordListName>(name: K, records: readonly unknown[]): Pick<PackRecords, K> {
  const schema: z.core.$ZodType = z.array(RECORD_LISTS[name]);
  const result = z.safeParse(schema, records);
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return { [name]: result.data } as Pick<PackRecords, K>;
}

/** Builds the pack in memory. Pure but for reading the folder and the authored data; throws on the first thing that does not fit. */
/** Seen from the root of the repository, where npm runs its scripts. */
const PACK = 'src/content/ketamine/';

/** Lists of the clinical part that have been typed and corrected by hand since the survey; a new import leaves them as they are. */
const KEPT = ['pkModels', 'pkTargets', 'parameters', 'responseCurves', 'inflammation', 'statements', 'safety'] as const;

function keptByHand(): Readonly<Record<string, unknown>> {
  const part: unknown = JSON.parse(readFileSync(`${PACK}clinical.json`, 'utf8'));
  const lists = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  return Object.fromEntries(lists.filter(([name]) => KEPT.some((kept) => kept === name)));
}

export function buildPack(folder: string): ImportedPack {
  const overrides = readOverrides();
  const raw = (name: 'network' | 'experiments' | 'synapse' | 'clinical'): unknown => corrected(name, readRaw(folder, name), overrides);
  const sources = parseSources({
    network: raw('network'),
    experiments: raw('experiments'),
    synapse: raw('synapse'),
    clinical: raw('clinical'),
  });
  const authored = readAuthored();
  const readings = readReferenceChecks();
  const { references: joined, clinicalId, aliases } = joinReferences(sources, authored.references);
  const references = applyReferenceChecks(joined, readings.references);
  const checks = new Map<string, Check>(references.map((reference) => [reference.id, reference.check]));
  const checkOf = (id: string): Check => {
    const check = checks.get(id);
    if (check === undefined) throw new Error(`there is no reference ${id}`);
    return check;
  };
  const surveyed = sources.clinical.regionEffects.filter((each) => each.uberonVerified).map((each) => each.uberon);
  const checkedIds = new Set([...surveyed, ...checkedIdentifiers(readings)]);
  const parts = {
    'references.json': list('references', references),
    'network.json': {
      ...list('entities', entities(sources, authored.entities, checkedIds)),
      ...list('claims', claims(sources, authored, checkOf)),
      ...list('gates', gates(sources)),
      ...list('hypotheses', hypotheses(sources, authored, checkOf)),
    },
    'events.json': list('events', authored.events),
    'experiments.json': list('experiments', experiments(sources)),
    'synapse.json': {
      ...list('parameters', parameters(sources, authored.parameters)),
      ...list('schemes', schemes(sources, authored.schemes)),
      ...list('kineticTargets', kineticTargets(sources)),
      ...list('conventions', [...conventions(sources), ...parameterWords(sources, authored.parameters), ...authored.conventions]),
    },
    'clinical.json': {
      ...list('metabolites', clinical.metabolites(sources, clinicalId)),
      ...keptByHand(),
    },
  };
  const read = Object.fromEntries(Object.entries(parts).map(([file, part]) => [file, applyToPart(part, readings)]));
  return { manifest: z.parse(PackManifest, { ...authored.manifest, aliases }), parts: read };
}

/** Writes the pack's imported files. Gives the exit status. */
export function importPack(args: readonly string[]): number {
  const [folder] = args;
  if (folder === undefined || args.length > 1) {
    console.error('usage: npm run -s lab -- import <folder>');
    return 2;
  }
  const { manifest, parts } = buildPack(folder);
  for (const [file, json] of Object.entries({ 'pack.json': manifest, ...parts })) {
    writeFileSync(`${PACK}${file}`, `${JSON.stringify(json, null, 2)}\n`);
    const counts = Object.entries(json).flatMap(([name, records]) =>
      name in RECORD_LISTS && Array.isArray(records) ? [`${records.length} ${name}`] : [],
    );
    console.log(`${file}: ${counts.length === 0 ? 'manifest' : counts.join(', ')}`);
  }
  return 0;
}
