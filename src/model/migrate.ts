/**
 * The versions of the pack format. A change of the format raises `PACK_VERSION` by one and adds one step here, which rewrites
 * the raw JSON of each file before anything is checked. Version 1 is the first that shipped, so there is no step yet.
 */
import type { PackFile } from './model';
import { PACK_VERSION } from './schema';

export interface MigrationStep {
  /** The version that the step reads; it writes `from + 1`. */
  readonly from: number;
  /** What changed, for authors. */
  readonly says: string;
  /** Rewrites one file. `isManifest` is true for the file that holds the manifest. Must not change its input. */
  readonly rewrite: (json: Readonly<Record<string, unknown>>, isManifest: boolean) => Record<string, unknown>;
}

export const STEPS: readonly MigrationStep[] = [];

export type Migrated =
  { readonly ok: true; readonly files: readonly PackFile[] } | { readonly ok: false; readonly message: string; readonly remedy: string };

function show(version: unknown): string {
  const text = JSON.stringify(version);
  return text === undefined ? 'missing' : text.slice(0, 40);
}

/**
 * Brings the files of a pack from the version that its manifest states to `target`, step by step.
 * `steps` and `target` are there so that the chain itself can be tested before it has a real step.
 */
export function migrate(
  files: readonly PackFile[],
  manifest: PackFile,
  steps: readonly MigrationStep[] = STEPS,
  target: number = PACK_VERSION,
): Migrated {
  const version = objectOf(manifest.json)?.['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return { ok: false, message: `the version of the format is ${show(version)}`, remedy: `write "version": ${target}` };
  }
  if (version > target) {
    return {
      ok: false,
      message: `the pack is written in version ${version} of the format, and this program reads up to ${target}`,
      remedy: 'open it with a newer release, or ask its author for an older copy',
    };
  }
  let current = files;
  for (let from = version; from < target; from += 1) {
    const step = steps.find((each) => each.from === from);
    if (step === undefined) {
      return {
        ok: false,
        message: `no step leads from version ${from} of the format to ${from + 1}`,
        remedy: `rewrite the pack in version ${target} as the documentation of the format describes it`,
      };
    }
    current = current.map((file) => {
      const json = objectOf(file.json);
      const isManifest = file.name === manifest.name;
      if (json === null) return file;
      const next = step.rewrite(json, isManifest);
      return { name: file.name, json: isManifest ? { ...next, version: from + 1 } : next };
    });
  }
  return { ok: true, files: current };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
