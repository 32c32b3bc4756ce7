/** Whether the page is a figure in somebody else's page, and how it then treats its address. */

/** Keys of the address that belong to the frame and not to the view; they stay when the view changes. */
const FRAME_KEYS = ['embed', 'ui', 'links', 'origin', 'title'] as const;

const given = new URLSearchParams(window.location.search);

export const EMBEDDED = given.get('embed') === '1';

/** Whether this window is the speaker's own view of a presentation. */
export const SPEAKER = !EMBEDDED && given.get('speaker') === '1';

/** Whether the page is a story laid out for paper. */
export const PRINTED = !EMBEDDED && !SPEAKER && given.get('print') === '1';

const kept = EMBEDDED
  ? new URLSearchParams([...given].filter(([key]) => FRAME_KEYS.some((item) => item === key))).toString()
  : SPEAKER
    ? 'speaker=1'
    : PRINTED
      ? 'print=1'
      : '';

/** A query of a view as this page's query. */
export function pageQuery(view: string): string {
  return [view, kept].filter((part) => part !== '').join('&');
}

/** Writes the address. An embedded figure adds no step to the history, which the reader's back button walks with the host page's. */
export function writeAddress(kind: 'push' | 'replace', address: string): void {
  try {
    if (kind === 'push' && !EMBEDDED) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  } catch {
    // A sandboxed frame has no address of its own to write.
  }
}
