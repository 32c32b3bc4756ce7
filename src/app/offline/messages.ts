/** What the page and the worker that stores its files say to each other. */

/** Told by the worker to every window, on the channel of its scope. */
export type Told =
  { readonly kind: 'progress'; readonly stored: number; readonly of: number } | { readonly kind: 'failed'; readonly full: boolean };

/** Asked of the worker by a window: how many files are here (answered on the message's port), or to replace the version before it. */
export type Asked = { readonly kind: 'count' } | { readonly kind: 'take-over' };

/** Answer to `count`. */
export interface Count {
  readonly stored: number;
  readonly of: number;
}

export function channelOf(scope: string): string {
  return `bouton.storing ${scope}`;
}

/** The cache that holds packs from other sites, by their address; the page fills it and the worker reads it. */
export const FOREIGN_PACKS = 'bouton-packs';

function get(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}

/** A count in sound form; null for anything else. */
export function readCount(data: unknown): Count | null {
  const [stored, of] = [get(data, 'stored'), get(data, 'of')];
  return typeof stored === 'number' && typeof of === 'number' ? { stored, of } : null;
}

export function readTold(data: unknown): Told | null {
  if (get(data, 'kind') === 'failed') return { kind: 'failed', full: get(data, 'full') === true };
  const count = get(data, 'kind') === 'progress' ? readCount(data) : null;
  return count === null ? null : { kind: 'progress', ...count };
}

export function readAsked(data: unknown): Asked | null {
  const kind = get(data, 'kind');
  return kind === 'count' || kind === 'take-over' ? { kind } : null;
}
