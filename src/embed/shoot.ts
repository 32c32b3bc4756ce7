/** The figure's picture for a host, with the line that says what it is and where it comes from. */
import { whenWords } from '../describe/duration';
import { embed } from '../describe/messages/en/embed';
import { areaWords, type Messages } from '../describe/messages';
import type { Store } from '../explorer/store';
import { encode } from '../explorer/url';
import type { Picture } from './contract';

/** @throws Error when there is nothing to draw, or the browser cannot draw it. */
export async function shoot(element: HTMLElement | null, scale: number, title: string, store: Store, messages: Messages): Promise<Picture> {
  if (element === null) throw new Error('there is no picture yet');
  const { pictureOf } = await import('./screenshot');
  const state = store.getState();
  const { blob, width, height } = await pictureOf(element, scale);
  const address = `${window.location.origin === 'null' ? '' : window.location.origin}${window.location.pathname}?${encode(state)}`;
  const when = whenWords(state.when, messages, store.getModel().manifest.clocks);
  const caption = areaWords(embed, state.locale).caption(title, when, address);
  return { type: 'image/png', width, height, bytes: await blob.arrayBuffer(), caption };
}
