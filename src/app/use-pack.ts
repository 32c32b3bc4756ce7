/** Loads a pack for the page: first what the first screen needs, then the rest, through the one loader. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Issue, Model, PackFile } from '../model/model';
import { loadPack } from '../model/load';
import { fetchPack, PackError, readDropped, type PackFailure } from './fetch-pack';

/** Packs that ship with the page are named by their folder; anything else is an address. */
export function packAddress(pack: string): string {
  return /^[a-z0-9-]+$/.test(pack) ? `./packs/${pack}/pack.json` : pack;
}

export type PackState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: PackFailure | null; readonly issues: readonly Issue[] }
  | {
      readonly status: 'ready';
      readonly pack: string;
      readonly model: Model;
      readonly issues: readonly Issue[];
      readonly dropped: boolean;
    };

export interface PackLoader {
  readonly state: PackState;
  readonly load: (pack: string) => void;
  /** Loads dropped files. The present pack stays on screen when they cannot be used; the promise then gives the reason. */
  readonly drop: (files: readonly File[]) => Promise<{ readonly failure: PackFailure | null; readonly issues: readonly Issue[] } | null>;
}

export function usePack(first: string): PackLoader {
  const [state, setState] = useState<PackState>({ status: 'loading' });
  const running = useRef<AbortController | null>(null);

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
      setState({ status: 'loading' });
      fetchNow(pack);
    },
    [fetchNow],
  );

  useEffect(() => {
    fetchNow(first);
    return () => running.current?.abort();
  }, [first, fetchNow]);

  const drop = useCallback(async (files: readonly File[]) => {
    let read: readonly PackFile[];
    try {
      read = await readDropped(files);
    } catch (error) {
      if (error instanceof PackError) return { failure: error.failure, issues: [] };
      throw error;
    }
    const { model, issues } = loadPack([...read]);
    if (model === null) return { failure: null, issues };
    running.current?.abort();
    setState({ status: 'ready', pack: model.manifest.id, model, issues, dropped: true });
    return null;
  }, []);

  return { state, load, drop };
}

async function bring(pack: string, signal: AbortSignal, tell: (state: PackState) => void): Promise<void> {
  try {
    const fetched = await fetchPack(packAddress(pack), signal);
    const partial = loadPack([...fetched.files], { complete: false });
    if (partial.model === null) return tell({ status: 'failed', failure: null, issues: partial.issues });
    tell({ status: 'ready', pack, model: partial.model, issues: [], dropped: false });
    const rest = await fetched.deferred();
    const whole = loadPack([...fetched.files, ...rest]);
    if (whole.model !== null) tell({ status: 'ready', pack, model: whole.model, issues: whole.issues, dropped: false });
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof PackError) tell({ status: 'failed', failure: error.failure, issues: [] });
    else throw error;
  }
}
