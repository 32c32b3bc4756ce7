/** Keeps the page's address and the browser's history in step with the state, at the pace the history policy allows. */
import { LINK_BASELINE } from '../explorer/defaults';
import { decode, encode, packIn } from '../explorer/url';
import type { Notice } from '../explorer/fit';
import { createHistoryPolicy } from '../explorer/history';
import type { Store } from '../explorer/store';
import { pageQuery, writeAddress } from './embedding';

function addressOf(store: Store): string {
  const query = pageQuery(encode(store.getState()));
  return `${window.location.pathname}${query === '' ? '' : `?${query}`}`;
}

/**
 * Starts following the store. Navigation pushes, refinement replaces; browser back and forward bring the state back, and what could
 * not be followed of that link is told: nothing, where all could.
 * Returns a function that stops it.
 */
export function followAddress(store: Store, onNotices: (notices: readonly Notice[]) => void): () => void {
  const policy = createHistoryPolicy();
  let timer: number | undefined;
  const write = (kind: 'push' | 'replace'): void => {
    const address = addressOf(store);
    if (address === `${window.location.pathname}${window.location.search}`) return;
    writeAddress(kind, address);
  };
  const flush = (): void => {
    window.clearTimeout(timer);
    const due = policy.due(performance.now());
    if (due.kind === 'wait') timer = window.setTimeout(flush, due.ms);
    else if (due.kind !== 'none') write(due.kind);
  };
  const stopListening = store.subscribe((change) => {
    policy.note(change.effect);
    flush();
  });
  const onPop = (): void => {
    // Back from a view that was not written yet has gone one entry too far: the one it came from is the next.
    const tooFar = policy.drop();
    window.clearTimeout(timer);
    const { pack, theme, locale } = store.getState();
    // A step into another pack is the page's to follow: it brings that pack and a session of its own.
    if ((packIn(window.location.search) ?? LINK_BASELINE.pack) !== pack) return;
    const { state, notices } = decode(window.location.search, store.getModel());
    // Theme and language are the reader's, not a place to come back to.
    store.dispatch({ type: 'replace', state: { ...state, pack, theme, locale }, effect: 'view' });
    onNotices(notices);
    if (tooFar) window.history.forward();
  };
  window.addEventListener('popstate', onPop);
  return () => {
    stopListening();
    window.removeEventListener('popstate', onPop);
    window.clearTimeout(timer);
  };
}
