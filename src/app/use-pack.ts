/** Loads a pack for the page: first what the first screen needs, then the rest, through the one loader. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { loadPack } from '../model/load';
import type { Issue, Model, PackFile } from '../model/model';
import { fetchPack, PackError, readDropped, type PackFailure } from './fetch-pack';

const DROPPED = 'dropped:';

/** The id of a pack that came as dropped files, from how it is named in an address; null for every other pack. */
export function droppedId(pack: string): string | null {
  return pack.startsWith(DROPPED) ? pack.slice(DROPPED.length) : null;
}

/** Packs that ship with the page are named by their folder; anything else is an address. */
export function isOwnPack(pack: string): boolean {
  return /^[a-z0-9-]+$/.test(pack);
}

function packAddress(pack: string): string {
  return isOwnPack(pack) ? `./packs/${pack}/pack.json` : pack;
}

export type PackState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: PackFailure | null; readonly issues: readonly Issue[] }
  | { readonly status: 'ready'; readonly pack: string; readonly model: Model; readonly issues: readonly Issue[] };

export type Dropped =
  | { readonly ok: true; readonly pack: string; readonly title: string }
  | { readonly ok: false; readonly failure: PackFailure | null; readonly issues: readonly Issue[] };

export interface PackLoader {
  readonly state: PackState;
  readonly load: (pack: string) => void;
  /** Loads dropped files. The present pack stays on screen when they cannot be used. */
  readonly drop: (files: readonly File[]) => Promise<Dropped>;
}

export function usePack(first: string): PackLoader {
  const [state, setState] = useState<PackState>({ status: 'loading' });
  const running = useRef<AbortController | null>(null);
  // Dropped packs live as long as the page, so that going back to one finds it.
  const kept = useRef(new Map<string, PackState>());

  const fetchNow = useCallback((pack: string) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    void bring(pack, controller.signal, (next) => {
      if (!controller.signal.aborted) setState(next);
    });
  }, []);

  const load = useCallback(
    (pack: string) => {
      const before = kept.current.get(pack);
      setState(before ?? { status: 'loading' });
      if (before === undefined) fetchNow(pack);
      else running.current?.abort();
    },
    [fetchNow],
  );

  useEffect(() => {
    fetchNow(first);
    return () => running.current?.abort();
  }, [first, fetchNow]);

  const drop = useCallback(async (files: readonly File[]): Promise<Dropped> => {
    let read: readonly PackFile[];
    try {
      read = await readDropped(files);
    } catch (error) {
      if (error instanceof PackError) return { ok: false, failure: error.failure, issues: [] };
      throw error;
    }
    const { model, issues } = loadPack([...read]);
    if (model === null) return { ok: false, failure: null, issues };
    running.current?.abort();
    const pack = `${DROPPED}${model.manifest.id}`;
    const ready: PackState = { status: 'ready', pack, model, issues };
    kept.current.set(pack, ready);
    setState(ready);
    return { ok: true, pack, title: model.manifest.title };
  }, []);

  return { state, load, drop };
}

async function bring(pack: string, signal: AbortSignal, tell: (state: PackState) => void): Promise<void> {
  try {
    const id = droppedId(pack);
    if (id !== null) throw new PackError({ kind: 'dropped', address: id });
    const fetched = await fetchPack(packAddress(pack), signal);
    const partial = loadPack(fetched.files, { complete: false });
    if (partial.model === null) return tell({ status: 'failed', failure: null, issues: partial.issues });
    tell({ status: 'ready', pack, model: partial.model, issues: fetched.issues });
    const rest = await fetched.deferred();
    const whole = loadPack([...fetched.files, ...rest.files]);
    const issues = [...fetched.issues, ...rest.issues, ...whole.issues];
    tell({ status: 'ready', pack, model: whole.model ?? partial.model, issues });
  } catch (error) {
    if (signal.aborted) return;
    tell({ status: 'failed', failure: error instanceof PackError ? error.failure : null, issues: [] });
    if (!(error instanceof PackError)) throw error;
  }
}
