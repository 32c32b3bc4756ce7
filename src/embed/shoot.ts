/** The figure's picture for a host, with the line that says what it is and where it comes from. */
import { whenWords } from '../describe/duration';
import { embed } from '../describe/messages/en/embed';
import { areaWords, type Messages } from '../describe/messages';
import type { Store } from '../explorer/store';
import { encode } from '../explorer/url';
import type { Picture } from './contract';
import { Refusal } from './host';

/** Pictures that may be asked for at a time: each is the whole figure once more in memory. */
const MOST = 4;
let asked = 0;
let last: Promise<unknown> = Promise.resolve();

type Shot = Parameters<typeof make>;

/**
 * One picture after the other.
 * @throws Refusal when too many wait. @throws Error when there is nothing to draw, or the browser cannot draw it.
 */
export async function shoot(...shot: Shot): Promise<Picture> {
  if (asked >= MOST) throw new Refusal('unavailable', `${MOST} pictures are being made. Wait for them.`);
  asked += 1;
  const before = last;
  const made = (async () => {
    await before;
    return make(...shot);
  })();
  last = made.catch(() => undefined);
  try {
    return await made;
  } finally {
    asked -= 1;
  }
}

async function make(element: HTMLElement | null, scale: number, title: string, store: Store, messages: Messages): Promise<Picture> {
  if (element === null) throw new Error('there is no picture yet');
  const { pictureOf } = await import('./screenshot');
  const state = store.getState();
  const { blob, width, height } = await pictureOf(element, scale);
  const address = `${window.location.origin === 'null' ? '' : window.location.origin}${window.location.pathname}?${encode(state)}`;
  const when = whenWords(state.when, messages, store.getModel().manifest.clocks);
  const caption = areaWords(embed, state.locale).caption(title, when, address);
  return { type: 'image/png', width, height, bytes: await blob.arrayBuffer(), caption };
}
