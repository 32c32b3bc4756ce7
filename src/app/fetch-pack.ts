/** Brings a pack's files to the loader: from this site, from an author's address, or from files dropped on the page. */
import { parseJson } from '../model/json-text';
import type { Issue, PackFile } from '../model/model';
import { PACK_LIMIT_BYTES, partsOf } from '../model/parts';

export type PackFailure =
  | { readonly kind: 'network'; readonly address: string }
  | { readonly kind: 'status'; readonly address: string; readonly status: number }
  | { readonly kind: 'json'; readonly address: string; readonly line: number; readonly column: number; readonly detail: string }
  | { readonly kind: 'page'; readonly address: string }
  | { readonly kind: 'size'; readonly address: string; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'address'; readonly address: string }
  /** The pack was dropped on the page in an earlier visit; its files are not kept. */
  | { readonly kind: 'dropped'; readonly address: string };

export class PackError extends Error {
  constructor(readonly failure: PackFailure) {
    super(`${failure.kind}: ${failure.address}`);
    this.name = 'PackError';
  }
}

/** Counts bytes over all files of one pack, so that the limit holds for the pack and not for each part. */
class Allowance {
  private used = 0;

  take(address: string, bytes: number): void {
    this.used += bytes;
    if (this.used > PACK_LIMIT_BYTES) throw new PackError({ kind: 'size', address, bytes: this.used, limit: PACK_LIMIT_BYTES });
  }
}

function parse(address: string, text: string): unknown {
  const parsed = parseJson(text);
  if (parsed.ok) return parsed.value;
  // Many servers answer an address they do not know with a page.
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw new PackError({ kind: 'page', address });
  throw new PackError({ kind: 'json', address, line: parsed.line, column: parsed.column, detail: parsed.message });
}

/** Reads a body up to the allowance and stops there: an endless answer must not fill the memory. */
async function readText(response: Response, address: string, allowance: Allowance): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    try {
      allowance.take(address, value.byteLength);
    } catch (error) {
      await reader.cancel();
      throw error;
    }
    text += decoder.decode(value, { stream: true });
  }
}

interface Fetched {
  readonly json: unknown;
  /** Where the file was found in the end: redirects are followed. */
  readonly address: string;
}

async function fetchJson(address: string, allowance: Allowance, signal: AbortSignal): Promise<Fetched> {
  let text: string;
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
    text = response.ok ? await readText(response, address, allowance) : '';
  } catch (error) {
    throw error instanceof PackError ? error : new PackError({ kind: 'network', address });
  }
  if (!response.ok) throw new PackError({ kind: 'status', address, status: response.status });
  return { json: parse(address, text), address: response.url === '' ? address : response.url };
}

export interface FetchedFiles {
  readonly files: readonly PackFile[];
  /** One for each part that could not be brought; the loader takes its file as read and empty. */
  readonly issues: readonly Issue[];
}

export interface FetchedPack extends FetchedFiles {
  /** Brings the parts that the first screen does not need. */
  readonly deferred: () => Promise<FetchedFiles>;
}

/** Why a part is missing, as an issue beside those the loader finds. A pack over its limit is no matter of one part. */
function partIssue(file: string, failure: PackFailure): Issue {
  const remedy = 'put the part where the manifest says, or remove its name from the manifest';
  const base = { file, path: '', rule: 'part', remedy, severity: 'error' } as const;
  switch (failure.kind) {
    case 'status':
      return { ...base, message: `the part could not be read: its address answered with ${failure.status}` };
    case 'json': {
      const path = `line ${failure.line}, column ${failure.column}`;
      return { ...base, path, rule: 'json', message: failure.detail, remedy: 'mend the JSON there' };
    }
    case 'page':
      return { ...base, message: 'the part could not be read: its address holds a page, not JSON' };
    default:
      return { ...base, message: 'the part could not be reached' };
  }
}

/**
 * Fetches a manifest and the parts the first screen needs. A part that cannot be brought is named among the issues; the rest comes.
 * @throws PackError when the manifest itself cannot be brought, or the pack is larger than its limit.
 */
export async function fetchPack(manifestAddress: string, signal: AbortSignal): Promise<FetchedPack> {
  let asked: URL;
  try {
    asked = new URL(manifestAddress, window.location.href);
  } catch {
    throw new PackError({ kind: 'address', address: manifestAddress });
  }
  if (asked.protocol !== 'https:' && asked.protocol !== 'http:') throw new PackError({ kind: 'address', address: manifestAddress });
  const allowance = new Allowance();
  const manifest = await fetchJson(asked.href, allowance, signal);
  const { parts, deferred } = partsOf(manifest.json);
  const name = asked.pathname.split('/').at(-1) ?? manifestAddress;
  const bring = async (list: readonly string[]): Promise<FetchedFiles> => {
    const brought = await Promise.all(list.map((part) => bringPart(part, new URL(part, manifest.address).href, allowance, signal)));
    return { files: brought.map(({ file }) => file), issues: brought.flatMap(({ issue }) => (issue === null ? [] : [issue])) };
  };
  const { files, issues } = await bring(parts);
  return { files: [{ name, json: manifest.json }, ...files], issues, deferred: () => bring(deferred) };
}

async function bringPart(
  name: string,
  address: string,
  allowance: Allowance,
  signal: AbortSignal,
): Promise<{ readonly file: PackFile; readonly issue: Issue | null }> {
  try {
    return { file: { name, json: (await fetchJson(address, allowance, signal)).json }, issue: null };
  } catch (error) {
    if (!(error instanceof PackError) || error.failure.kind === 'size') throw error;
    return { file: { name, json: undefined }, issue: partIssue(name, error.failure) };
  }
}

/**
 * Reads dropped files. All files of a pack are dropped together; nothing in them is executed.
 * @throws PackError naming the file.
 */
export async function readDropped(files: readonly File[]): Promise<readonly PackFile[]> {
  const allowance = new Allowance();
  return Promise.all(
    files.map(async (file) => {
      allowance.take(file.name, file.size);
      return { name: file.name, json: parse(file.name, await textOf(file)) };
    }),
  );
}

/** A dropped folder, or a file that has gone in the meantime, cannot be read. */
async function textOf(file: File): Promise<string> {
  try {
    return await file.text();
  } catch {
    throw new PackError({ kind: 'network', address: file.name });
  }
}
