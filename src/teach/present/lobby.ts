/**
 * How a window finds its presentation. Each presentation has a name and a channel of its own, so that two lectures in one browser keep
 * apart. A window that does not know its name asks in the lobby, where presentations that lack a window of its kind answer.
 */
import type { Port } from './mirror';

/** Letters and digits that can stand in a link. */
const NAME = /^[a-z0-9]{4,24}$/;

/** The name of a presentation as a link or the browser's memory gives it; null when that is none. */
export function readName(value: unknown): string | null {
  return typeof value === 'string' && NAME.test(value) ? value : null;
}

export function newName(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 10);
}

interface Seek {
  readonly kind: 'seek';
  readonly from: string;
  readonly audience: boolean;
  readonly story: string | null;
}

interface Offer {
  readonly kind: 'offer';
  readonly to: string;
  readonly name: string;
  readonly story: string | null;
}

/** What is said in the lobby in sound form; null for anything else. */
export function readLobby(data: unknown): Seek | Offer | null {
  if (typeof data !== 'object' || data === null) return null;
  const get = (key: string): unknown => Reflect.get(data, key);
  const words = (key: string): string | null => {
    const value = get(key);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [from, to, name, story] = [words('from'), words('to'), readName(get('name')), words('story')];
  if (get('kind') === 'seek' && from !== null) return { kind: 'seek', from, audience: get('audience') === true, story };
  if (get('kind') === 'offer' && to !== null && name !== null) return { kind: 'offer', to, name, story };
  return null;
}

/** Offers a presentation to windows that seek one, where it lacks a window of their kind. */
export function offerIn(
  port: Port,
  name: string,
  here: { readonly lacks: (audience: boolean) => boolean; readonly story: () => string | null },
): void {
  port.addEventListener('message', ({ data }) => {
    const said = readLobby(data);
    if (said?.kind !== 'seek' || !here.lacks(said.audience)) return;
    port.postMessage({ kind: 'offer', to: said.from, name, story: here.story() } satisfies Offer);
  });
}

/** How long answers are waited for, ms. */
const ANSWERS_MS = 300;

/** The presentation that this window belongs to: the one that tells the same story before any other; null when none answers in time. */
export function seekIn(port: Port, self: string, audience: boolean, story: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    let found: string | null = null;
    const timer = setTimeout(() => resolve(found), ANSWERS_MS);
    port.addEventListener('message', ({ data }) => {
      const said = readLobby(data);
      if (said?.kind !== 'offer' || said.to !== self) return;
      found ??= said.name;
      if (said.story !== story) return;
      clearTimeout(timer);
      resolve(said.name);
    });
    port.postMessage({ kind: 'seek', from: self, audience, story } satisfies Seek);
  });
}
