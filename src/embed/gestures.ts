/** Manners of a figure inside a page that scrolls: whose the wheel is, and when Tab leaves the frame. */
import { tell } from './bridge';

/** Marks the element that holds the picture. */
export const FIGURE = 'data-figure';

/** Whether the reader has gone into the picture. */
function inFigure(figure: Element): boolean {
  return document.hasFocus() && figure.contains(document.activeElement);
}

/** Gives the wheel to the host page unless the picture has the focus or Ctrl is held. */
function onWheel(event: WheelEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const figure = target?.closest(`[${FIGURE}]`) ?? null;
  if (target === null || figure === null) return;
  // Heard before the picture's own handlers: what they do not hear goes on to the page around the frame.
  if (!event.ctrlKey && !inFigure(figure)) event.stopImmediatePropagation();
  else if (target.closest('[role="application"]') !== null) event.preventDefault();
}

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What Tab stops at, in order. */
function tabStops(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (element) => element.tabIndex >= 0 && !element.hasAttribute('disabled') && element.checkVisibility({ visibilityProperty: true }),
  );
}

function onTab(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = tabStops();
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (edge === undefined || document.activeElement === edge) tell('tab-exit', { direction: event.shiftKey ? 'backward' : 'forward' });
}

/** Starts both. Returns a function that stops them. */
export function keepManners(): () => void {
  window.addEventListener('wheel', onWheel, { capture: true, passive: false });
  window.addEventListener('keydown', onTab);
  return () => {
    window.removeEventListener('wheel', onWheel, { capture: true });
    window.removeEventListener('keydown', onTab);
  };
}

/** Takes the target from every link that leads out of the page, now and as they come. Returns a function that stops it. */
export function closeLinks(root: HTMLElement): () => void {
  const close = (): void => {
    for (const anchor of root.querySelectorAll('a[href]')) {
      const address = anchor.getAttribute('href') ?? '';
      if (/^[a-z]+:|^\/\//i.test(address) || anchor.getAttribute('target') === '_blank') anchor.removeAttribute('href');
    }
  };
  close();
  const observer = new MutationObserver(close);
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
  return () => observer.disconnect();
}
