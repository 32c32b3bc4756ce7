/** Brings a pack's files to the loader: from this site, from an author's address, or from files dropped on the page. */
import type { PackFile } from '../model/model';
import { PACK_LIMIT_BYTES, partsOf } from '../model/parts';

export type PackFailure =
  | { readonly kind: 'network'; readonly address: string }
  | { readonly kind: 'status'; readonly address: string; readonly status: number }
  | { readonly kind: 'json'; readonly address: string; readonly detail: string }
  | { readonly kind: 'size'; readonly address: string; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'address'; readonly address: string };

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
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new PackError({ kind: 'json', address, detail: error instanceof Error ? error.message : String(error) });
  }
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

async function fetchJson(address: string, allowance: Allowance, signal?: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', ...(signal === undefined ? {} : { signal }) });
  } catch {
    throw new PackError({ kind: 'network', address });
  }
  if (!response.ok) throw new PackError({ kind: 'status', address, status: response.status });
  return parse(address, await readText(response, address, allowance));
}

export interface FetchedPack {
  readonly files: readonly PackFile[];
  /** Brings the parts that the first screen does not need. */
  readonly deferred: () => Promise<readonly PackFile[]>;
}

/**
 * Fetches a manifest and the parts the first screen needs.
 * @throws PackError naming the address and what was wrong with it.
 */
export async function fetchPack(manifestAddress: string, signal?: AbortSignal): Promise<FetchedPack> {
  let base: URL;
  try {
    base = new URL(manifestAddress, window.location.href);
  } catch {
    throw new PackError({ kind: 'address', address: manifestAddress });
  }
  if (base.protocol !== 'https:' && base.protocol !== 'http:') throw new PackError({ kind: 'address', address: manifestAddress });
  const allowance = new Allowance();
  const name = base.pathname.split('/').at(-1) ?? manifestAddress;
  const manifest = await fetchJson(base.href, allowance, signal);
  const { parts, deferred } = partsOf(manifest);
  const bring = (list: readonly string[]): Promise<PackFile[]> =>
    Promise.all(list.map(async (part) => ({ name: part, json: await fetchJson(new URL(part, base).href, allowance, signal) })));
  return { files: [{ name, json: manifest }, ...(await bring(parts))], deferred: () => bring(deferred) };
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
      return { name: file.name, json: parse(file.name, await file.text()) };
    }),
  );
}
