/**
 * Which window lives on which version. When a new version takes over while windows of the one before are open, these keep being served
 * the files that they were built with until they are closed or loaded anew; only then are those files deleted. Pure, and plain data.
 */

/** The files of one version: address without query → key under which this version's copy is kept. */
export type FileKeys = Readonly<Record<string, string>>;

export interface Ledger {
  /** The version that new windows get; null before the first. */
  readonly current: string | null;
  readonly files: Readonly<Record<string, FileKeys>>;
  /** Windows of earlier versions: id → version. */
  readonly held: Readonly<Record<string, string>>;
}

export const EMPTY_LEDGER: Ledger = { current: null, files: {}, held: {} };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
}

/** A ledger in sound form, whatever was stored. */
export function readLedger(stored: unknown): Ledger {
  if (!isRecord(stored)) return EMPTY_LEDGER;
  const { current, files, held } = stored;
  if (typeof current !== 'string' || !isRecord(files) || !isTexts(held)) return EMPTY_LEDGER;
  const sound = Object.entries(files).flatMap(([version, keys]) => (isTexts(keys) ? [[version, keys] as const] : []));
  return { current, files: Object.fromEntries(sound), held };
}

/** The ledger once `version` has taken over: every window that lives now stays with the version that it has. */
export function takenOver(ledger: Ledger, version: string, keys: FileKeys, living: readonly string[]): Ledger {
  const before = ledger.current;
  const files = { ...ledger.files, [version]: keys };
  if (before === null || before === version) return tidied({ ...ledger, current: version, files }, living);
  const held = Object.fromEntries(living.map((id) => [id, ledger.held[id] ?? before]));
  return tidied({ current: version, files, held }, living);
}

/** Without the windows that are gone and the versions that nobody lives on. */
export function tidied(ledger: Ledger, living: readonly string[]): Ledger {
  const held = Object.fromEntries(Object.entries(ledger.held).filter(([id]) => living.includes(id)));
  const needed = new Set([ledger.current, ...Object.values(held)]);
  return { ...ledger, held, files: Object.fromEntries(Object.entries(ledger.files).filter(([version]) => needed.has(version))) };
}

/**
 * The key of a file for the one who asks, or undefined when no version has it. A worker started by a window of an earlier version is not
 * known by its id, but the files it asks for are named by their content, so any version that has them is right.
 */
export function keyFor(ledger: Ledger, client: string, address: string): string | undefined {
  const own = ledger.held[client] ?? ledger.current;
  const mine = own === null ? undefined : ledger.files[own]?.[address];
  return mine ?? Object.values(ledger.files).find((keys) => keys[address] !== undefined)?.[address];
}

/** An address as the files are listed by it: without query and fragment, a folder as its page. */
export function plainAddress(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.pathname.endsWith('/') ? `${url.href}index.html` : url.href;
}
