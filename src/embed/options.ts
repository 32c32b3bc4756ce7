/** What the address of a figure says about its frame: parts, links, the host it may speak with, and a title of the host's. */
import { PARTS, type Part } from './contract';

export interface FrameOptions {
  readonly parts: ReadonlySet<Part>;
  /** Whether the host listed the parts; else a story brings its words beside the usual ones. */
  readonly listed: boolean;
  /** Whether links that lead out of the figure work. */
  readonly links: boolean;
  /** Origins that the host stated; empty when it stated none. */
  readonly origins: readonly string[];
  /** In place of the title of the view. */
  readonly title: string | null;
  /** Values that could not be followed, as `key=value`. */
  readonly bad: readonly string[];
}

/** Shown when a host says nothing. */
export const USUAL_PARTS: readonly Part[] = ['bar', 'score', 'controls', 'labels'];

const LONGEST_TITLE = 120;
/** Faults of an address that are named; a longer list helps nobody. */
const FAULTS_NAMED = 6;

/** How browsers name a page that has no origin of its own: in a sandbox, from a file, from text. */
export const NO_ORIGIN = 'null';

/** The origin an address names, or null for what is not an http(s) origin. */
export function originOf(address: string): string | null {
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

/** An origin as the address of a frame may state it. */
function statedOrigin(wish: string): string | null {
  return wish === NO_ORIGIN ? NO_ORIGIN : originOf(wish);
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}

/** Reads the frame's keys of a query. Never throws; what cannot be read is named in `bad` and the usual is taken. */
export function frameOptions(query: string): FrameOptions {
  const params = new URLSearchParams(query);
  const bad: string[] = [];
  const ui = params.get('ui');
  const names = ui === null ? USUAL_PARTS : ui.split(',').filter((name) => name !== '' && name !== 'none');
  const parts = names.filter((name): name is Part => isPart(name) || (bad.push(`ui=${name.slice(0, 40)}`), false));
  const links = params.get('links');
  if (links !== null && links !== '0' && links !== '1') bad.push(`links=${links.slice(0, 40)}`);
  const stated = params.getAll('origin').flatMap((list) => list.split(','));
  const origins = stated.map(statedOrigin).filter((origin) => origin !== null);
  for (const wish of stated) if (statedOrigin(wish) === null) bad.push(`origin=${wish.slice(0, 60)}`);
  const title = params.get('title')?.trim().slice(0, LONGEST_TITLE) ?? '';
  return {
    listed: ui !== null,
    parts: new Set(parts.length === 0 && ui !== null && bad.some((item) => item.startsWith('ui=')) ? USUAL_PARTS : parts),
    links: links !== '0',
    origins: stated.length > 0 ? origins : [],
    title: title === '' ? null : title,
    bad: [...new Set(bad)].slice(0, FAULTS_NAMED),
  };
}

/**
 * The origins that may send and are answered: those the host stated with `origin=`; else the page that the browser says holds the
 * frame; else, where it names none, a holder that has no origin. Such a holder is known by being the parent window, not by its name.
 */
export function allowedOrigins(
  { origins }: Pick<FrameOptions, 'origins'>,
  { stated, ancestor, referrer }: { readonly stated: boolean; readonly ancestor: string | undefined; readonly referrer: string },
): readonly string[] {
  if (stated) return origins;
  return [originOf(ancestor ?? '') ?? (ancestor === undefined ? originOf(referrer) : null) ?? NO_ORIGIN];
}
