/**
 * A small sound pack in which every kind of link occurs at least once, as raw JSON that a test may spoil. The mechanism is a
 * toy: glutamate opens an NMDA receptor, Ca2+ enters and activates a kinase; a blocker shuts the receptor.
 */
import { loadPack } from '../../../src/model/load';
import type { Issue, LoadResult, Model } from '../../../src/model/model';
import { records } from './fixture-records';
import type { Raw } from './fixture-records';

export type { Raw };

export const FILE = 'pack.json';

/** The manifest's fields alone. */
export function manifest(more: Raw = {}): Raw {
  return {
    format: 'bouton-pack',
    version: 1,
    id: 'toy',
    title: 'Toy',
    subtitle: 'A toy pack',
    language: 'en',
    authors: ['A. Author'],
    license: 'CC-BY-4.0',
    notice: 'This explains and never advises.',
    start: {
      level: 'cell',
      selection: 'nmdar',
      lit: ['direct'],
      headline: 'A blocker shuts a receptor',
      intro: 'Two sentences. Here they are.',
    },
    parts: [],
    deferred: [],
    aliases: { 'old-nmdar': 'nmdar' },
    limits: [],
    ...more,
  };
}

/** A sound single-file pack as fresh raw JSON. */
export function rawPack(): Raw {
  return { ...manifest(), ...records() };
}

/** One record of a list of a raw pack, to be changed in place. */
export function recordAt(pack: Raw, list: string, index = 0): Raw {
  const held = pack[list];
  if (!Array.isArray(held)) throw new Error(`no list ${list}`);
  return held[index] as Raw;
}

/** Loads a raw pack as one file. */
export function load(pack: Raw, options?: { complete?: boolean }): LoadResult {
  return loadPack([{ name: FILE, json: pack }], options);
}

/** The model of a pack that must have one. */
export function modelOf(pack: Raw = rawPack()): Model {
  const { model } = load(pack);
  if (model === null) throw new Error('the pack has no model');
  return model;
}

/** Issues as `rule path`, for comparing whole sets. */
export function brief(issues: readonly Issue[]): string[] {
  return issues.map(({ rule, path }) => `${rule} ${path}`);
}
