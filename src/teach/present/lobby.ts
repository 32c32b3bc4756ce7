/**
 * How a window finds its presentation. Each presentation has a name and a channel of its own, so that two lectures in one browser keep
 * apart. A window that does not know its name asks in the lobby, where presentations answer: those that lack a window of its kind come first.
 */
import type { Port } from './mirror';

/** Letters and digits that can stand in a link. */
const NAME = /^[a-z0-9]{4,24}$/;

/** The name of a presentation as a link or the browser's memory gives it; null when that is none. */
export function readName(value: unknown): string | null {
  return typeof value === 'string' && NAME.test(value) ? value : null;
}

/** A name that nothing else has. Not `randomUUID`, which a page on plain http has not. */
export function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join('');
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
  /** Whether it has no window of that kind. */
  readonly lacks: boolean;
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
  if (get('kind') === 'offer' && to !== null && name !== null) return { kind: 'offer', to, name, story, lacks: get('lacks') === true };
  return null;
}

/** Offers a presentation to windows that seek one. */
export function offerIn(
  port: Port,
  name: string,
  here: { readonly lacks: (audience: boolean) => boolean; readonly story: () => string | null },
): void {
  port.addEventListener('message', ({ data }) => {
    const said = readLobby(data);
    if (said?.kind !== 'seek') return;
    port.postMessage({ kind: 'offer', to: said.from, name, story: here.story(), lacks: here.lacks(said.audience) } satisfies Offer);
  });
}

/** How long answers are waited for, ms. */
const ANSWERS_MS = 300;

/**
 * The presentation that this window belongs to; null when none answers in time. One that lacks its kind of window comes before one that
 * does not, and of those the one that tells the same story. A screen joins only where there is none: else it begins a lecture.
 */
export function seekIn(port: Port, self: string, audience: boolean, story: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    const offers: Offer[] = [];
    port.addEventListener('message', ({ data }) => {
      const said = readLobby(data);
      if (said?.kind === 'offer' && said.to === self && (said.lacks || !audience)) offers.push(said);
    });
    setTimeout(() => {
      const rank = (offer: Offer): number => 2 * Number(offer.lacks) + Number(offer.story === story);
      resolve(offers.toSorted((a, b) => rank(b) - rank(a))[0]?.name ?? null);
    }, ANSWERS_MS);
    port.postMessage({ kind: 'seek', from: self, audience, story } satisfies Seek);
  });
}
