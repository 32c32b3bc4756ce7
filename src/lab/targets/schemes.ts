/**
 * Schemes from a file, in either form: the pack's (`schemes` is a list, units `per_ms` and `per_mM_ms`) or the source
 * file's (`schemes` is an object keyed by id, units `/ms` and `/mM/ms`, `ligand: null` for none).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileScheme, type CompiledScheme, type SchemeInput } from '../../science/receptors/compile';
import { Parameter } from '../../model/schema/quantities';
import { parameterLookup, type ParameterLookup } from '../../science/parameters';
import { magnesium, poreBlocker, publishedBlockers, withBlockers } from '../../science/receptors/blockers';
import { asArray, asNumber, asRecord, asText, field, type Json, reason, TargetError } from './json';

/** A scheme as read, with what the file says about it. */
export interface SchemeRecord extends SchemeInput {
  readonly name: string;
  readonly reversible?: boolean;
}

/** Schemes by id. A scheme that does not compile is kept as the sentence that says why. */
export class SchemeLibrary {
  private readonly records = new Map<string, SchemeRecord | TargetError>();
  private readonly compiled = new Map<string, CompiledScheme>();
  /** Parameters of the pack, for questions that need them. */
  readonly parameters: ParameterLookup;

  constructor(parameters: ParameterLookup) {
    this.parameters = parameters;
  }

  /** Adds what a file's `schemes` field holds. Faults are kept for the schemes they belong to. */
  add(schemes: unknown, path = 'schemes'): void {
    const entries: readonly (readonly [string | undefined, unknown])[] = Array.isArray(schemes)
      ? schemes.map((scheme) => [undefined, scheme] as const)
      : Object.entries(asRecord(schemes, path));
    const added = new Map<string, string>();
    entries.forEach(([key, value], i) => {
      const where = key === undefined ? `${path}[${i}]` : `${path}.${key}`;
      try {
        const record = readScheme(key, value, where);
        const earlier = added.get(record.id);
        added.set(record.id, earlier ?? where);
        this.records.set(record.id, earlier === undefined ? record : new TargetError(`${where} has the id of ${earlier}`));
      } catch (error) {
        const id = key ?? (typeof value === 'object' && value !== null ? String(field(value as Json, 'id')) : `${path}[${i}]`);
        this.records.set(id, new TargetError(reason(error)));
      }
    });
  }

  get size(): number {
    return this.records.size;
  }

  ids(): readonly string[] {
    return [...this.records.keys()];
  }

  record(id: string): SchemeRecord {
    const record = this.records.get(id);
    if (record === undefined) throw new TargetError(`unknown scheme "${id}"`);
    if (record instanceof TargetError) throw record;
    return record;
  }

  /** The compiled scheme. Throws a TargetError for an unknown or faulty one. */
  get(id: string): CompiledScheme {
    const known = this.compiled.get(id);
    if (known !== undefined) return known;
    let compiled: CompiledScheme;
    try {
      compiled = compileScheme(this.record(id));
    } catch (error) {
      throw new TargetError(reason(error));
    }
    this.compiled.set(id, compiled);
    return compiled;
  }

  /** A gating scheme with Mg2+ and one of the pack's pore blockers on it (constructed). */
  blocked(gatingId: string, blockerName: string): CompiledScheme {
    const id = `${gatingId} with ${blockerName}`;
    const known = this.compiled.get(id);
    if (known !== undefined) return known;
    const blocker = publishedBlockers(this.parameters).find((candidate) => candidate.name === blockerName);
    if (blocker === undefined) throw new TargetError(`unknown blocker "${blockerName}"`);
    const compiled = compileScheme(withBlockers(this.record(gatingId), [magnesium(), poreBlocker(blocker)], id));
    this.compiled.set(id, compiled);
    return compiled;
  }

  /** Every ligand that some scheme binds, with those of the file format. */
  ligands(): ReadonlySet<string> {
    const names = new Set(['glu', 'mg', 'ket', 'mem', 'mk801']);
    for (const record of this.records.values()) {
      if (!(record instanceof TargetError)) for (const t of record.transitions) if (t.ligand !== undefined) names.add(t.ligand);
    }
    return names;
  }
}

const UNITS: Readonly<Record<string, 'per_ms' | 'per_mM_ms'>> = {
  '/ms': 'per_ms',
  per_ms: 'per_ms',
  '/mM/ms': 'per_mM_ms',
  per_mM_ms: 'per_mM_ms',
};

/** Reads one scheme in either form. Throws a TargetError. */
export function readScheme(key: string | undefined, value: unknown, path: string): SchemeRecord {
  const record = asRecord(value, path);
  const id = key ?? asText(field(record, 'id'), `${path}.id`);
  const occupancies = asRecord(field(record, 'initial'), `${path}.initial`);
  const reversible = field(record, 'reversible');
  return {
    id,
    name: String(field(record, 'name') ?? field(record, 'label') ?? id),
    states: texts(field(record, 'states'), `${path}.states`),
    conducting: texts(field(record, 'conducting'), `${path}.conducting`),
    initial: Object.fromEntries(Object.entries(occupancies).map(([state, p]) => [state, asNumber(p, `${path}.initial.${state}`)])),
    transitions: asArray(field(record, 'transitions'), `${path}.transitions`).map((t, i) => readTransition(t, `${path}.transitions[${i}]`)),
    ...(typeof reversible === 'boolean' ? { reversible } : {}),
  };
}

function texts(value: unknown, path: string): string[] {
  return asArray(value, path).map((entry, i) => asText(entry, `${path}[${i}]`));
}

function readTransition(value: unknown, path: string): SchemeInput['transitions'][number] {
  const record = asRecord(value, path);
  const unitText = asText(field(record, 'unit'), `${path}.unit`);
  const unit = Object.hasOwn(UNITS, unitText) ? UNITS[unitText] : undefined;
  if (unit === undefined) throw new TargetError(`${path}.unit "${unitText}" is not a unit of a rate`);
  const ligand = field(record, 'ligand');
  const slope = field(record, 'vSlope_mV');
  const v0 = field(record, 'v0_mV');
  return {
    from: asText(field(record, 'from'), `${path}.from`),
    to: asText(field(record, 'to'), `${path}.to`),
    rate: asNumber(field(record, 'rate'), `${path}.rate`),
    unit,
    ...(ligand === undefined || ligand === null ? {} : { ligand: asText(ligand, `${path}.ligand`) }),
    ...(slope === undefined || slope === null ? {} : { vSlope_mV: asNumber(slope, `${path}.vSlope_mV`) }),
    ...(v0 === undefined || v0 === null ? {} : { v0_mV: asNumber(v0, `${path}.v0_mV`) }),
  };
}

/** What the flagship pack holds for targets. */
export interface PackParts {
  readonly schemes: readonly unknown[];
  readonly targets: readonly unknown[];
  readonly parameters: ParameterLookup;
}

let packParts: PackParts | undefined;

/** Schemes, kinetic targets and Parameters from the part files of the flagship pack; read once per process. */
export function readPackParts(): PackParts {
  packParts ??= loadPackParts();
  return packParts;
}

function loadPackParts(): PackParts {
  const folder = fileURLToPath(new URL('../../content/ketamine', import.meta.url));
  const lists = { schemes: [] as unknown[], kineticTargets: [] as unknown[], parameters: [] as unknown[] };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const part = asRecord(JSON.parse(readFileSync(join(folder, name), 'utf8')), name);
    for (const key of ['schemes', 'kineticTargets', 'parameters'] as const) {
      const list = field(part, key);
      if (Array.isArray(list)) lists[key].push(...(list as readonly unknown[]));
    }
  }
  return {
    schemes: lists.schemes,
    targets: lists.kineticTargets,
    parameters: parameterLookup(lists.parameters.map((record) => Parameter.parse(record))),
  };
}
