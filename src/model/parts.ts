/** Which files a pack is made of, for whoever fetches or reads them. */
import { isRecord } from './rules/draft';

/** Largest pack that is read, all files together, in bytes. */
export const PACK_LIMIT_BYTES = 5_000_000;

/** The value of `format` in every manifest. */
export const PACK_FORMAT = 'bouton-pack';

export interface PackParts {
  /** Needed for the first screen. */
  readonly parts: readonly string[];
  /** May come later. */
  readonly deferred: readonly string[];
}

/** A path to a part may go down from the manifest, never up or away: no scheme, no root, no "..". */
export function isPartPath(path: string): boolean {
  return /^[^/\\:?#][^\\:?#]*$/.test(path) && !path.split('/').some((step) => step === '..' || step === '' || step === '.');
}

function paths(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string' && isPartPath(item));
}

/** Whether a JSON value calls itself the manifest of a pack. */
export function isManifest(json: unknown): json is Record<string, unknown> {
  return isRecord(json) && json['format'] === PACK_FORMAT;
}

/**
 * The part files that a manifest names, relative to it. Paths that lead out of its folder are left out; `loadPack` reports
 * them. Never throws; anything that is not a manifest has no parts.
 */
export function partsOf(manifest: unknown): PackParts {
  if (!isManifest(manifest)) return { parts: [], deferred: [] };
  return { parts: paths(manifest['parts']), deferred: paths(manifest['deferred']) };
}
