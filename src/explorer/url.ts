/**
 * The whole view in one address. A link says only what differs from a fixed baseline, so it stays short and keeps its meaning
 * when a pack's start view changes. Without a version the keys are read over the pack's own start view, or over the view of the
 * step that they name, so `?pack=…`, `?lit=…` or `?story=…` can be typed by hand.
 */
import type { Model } from '../model/model';
import { LINK_BASELINE, start } from './defaults';
import { fit, type Fitted, type Notice } from './fit';
import { STATE_VERSION, type ExplorerState } from './state';
import { storyPlace } from './story-place';
import { decodeV1, encodeV1, parseStory } from './url-v1';

export type { Fitted, Notice } from './fit';

/** Characters that may stand as they are in a query and keep a link readable. */
function escaped(text: string): string {
  return encodeURIComponent(text)
    .replace(/%(2C|3A|2F|7E|40)/g, (code) => decodeURIComponent(code))
    .replace(/%20/g, '+');
}

/** The state as a query without "?", for example `v=1&sel=claim:ketamine--nmdar_pv&dose=2h`. */
export function encode(state: ExplorerState): string {
  return encodeV1(state, LINK_BASELINE)
    .map(([key, value]) => `${key}=${escaped(value)}`)
    .join('&');
}

/** A query may come with or without "?" or "#". */
function parsed(query: string): URLSearchParams {
  return new URLSearchParams(query.replace(/^[?#]+/, ''));
}

/** The pack that a query asks for, read before any pack is loaded; null when it does not say. */
export function packIn(query: string): string | null {
  const pack = parsed(query).get('pack');
  return pack === null || pack === '' ? null : pack;
}

/** Whether a query leaves the view to the step of a story that it names: then it waits for the part of the pack that holds that step. */
export function isTypedStep(query: string): boolean {
  const params = parsed(query);
  return params.has('story') && !params.has('v');
}

/** What keys that were typed by hand are read over. */
function typedOver(params: URLSearchParams, model: Model): ExplorerState {
  const first = start(model);
  const place = storyPlace(parseStory(params.get('story') ?? '') ?? null, model);
  const step = model.tours.find(({ id }) => id === place?.id)?.steps[(place?.step ?? 0) - 1];
  if (step === undefined) return first;
  const view = parsed(step.state);
  return { ...decodeV1(view, view.has('v') ? LINK_BASELINE : first).state, pack: first.pack };
}

/**
 * The state that a query describes and what could not be followed. Never throws. With a model the state is the nearest one that
 * the model can show; without one, ids are taken as they stand.
 */
export function decode(query: string, model: Model | null): Fitted {
  const params = parsed(query);
  const version = params.get('v');
  const base = version === null && model !== null ? typedOver(params, model) : LINK_BASELINE;
  const early: Notice[] = [];
  if (version !== null && version !== String(STATE_VERSION)) {
    const newer = /^\d{1,6}$/.test(version) && Number(version) > STATE_VERSION;
    early.push({ kind: newer ? 'newer' : 'unreadable', field: 'version', value: version, kept: String(STATE_VERSION) });
  }
  // A newer or damaged version is read as the newest one known: what it shares with that one still works.
  const read = decodeV1(params, base);
  const fitted = model === null ? { state: read.state, notices: [] } : fit(read.state, model);
  return { state: fitted.state, notices: [...early, ...read.notices, ...fitted.notices] };
}
