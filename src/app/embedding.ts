/** Whether the page is a figure in somebody else's page, and how it then treats its address. */

/** Keys of the address that belong to the frame and not to the view; they stay when the view changes. */
const FRAME_KEYS = ['embed', 'ui', 'links', 'origin', 'title'] as const;

const given = new URLSearchParams(window.location.search);

export const EMBEDDED = given.get('embed') === '1';

const speaker = EMBEDDED ? null : given.get('speaker');

/** Whether this window is the speaker's own view of a presentation; the value names the presentation, or is 1 for the one there is. */
export const SPEAKER = speaker !== null;
export const SPEAKER_OF = speaker;

/** Whether the page was loaded in the middle of a presentation; otherwise the reader goes over to it. */
export const PRESENTED = given.get('present') === '1';

/** Whether the page is a story laid out for paper. */
export const PRINTED = !EMBEDDED && !SPEAKER && given.get('print') === '1';

const kept = EMBEDDED
  ? new URLSearchParams([...given].filter(([key]) => FRAME_KEYS.some((item) => item === key))).toString()
  : speaker !== null
    ? `speaker=${encodeURIComponent(speaker)}`
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
