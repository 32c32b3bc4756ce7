/** A figure without a window, for tests: the real store over the small pack, and transports that only note what they are told. */
import { messagesFor } from '../../../src/describe/messages';
import { LINK_BASELINE } from '../../../src/explorer/defaults';
import { createStore } from '../../../src/explorer/store';
import type { Figure } from '../../../src/embed/host';
import { smallModel } from '../explorer/fixture';

export interface Noted {
  readonly played: boolean[];
  fired: number;
  engaged: number;
}

export function testFigure(): Figure & { readonly noted: Noted } {
  const store = createStore({ model: smallModel(), state: { ...LINK_BASELINE, pack: 'small' } });
  const first = store.getState();
  const noted: Noted = { played: [], fired: 0, engaged: 0 };
  return {
    noted,
    store,
    first: () => first,
    messages: () => messagesFor('en'),
    title: () => 'A title',
    transport: (name) => (name === 'score' ? { playing: noted.played.at(-1) === true, play: (on) => noted.played.push(on) } : undefined),
    engage: () => (noted.engaged += 1),
    asHost: () => undefined,
    screenshot: async (scale) => ({ type: 'image/png', width: scale, height: scale, bytes: new ArrayBuffer(8), caption: 'A title.' }),
  };
}
