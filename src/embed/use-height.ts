/** The height at which a figure is whole: from its width and from what stands around its picture, never from the height it has now. */
import { useEffect, type RefObject } from 'react';
import { setHeight } from './bridge';

/** Height of the picture for a width, CSS pixels: the shape of the drawing, and never less than can be read. */
export function pictureHeight(width: number): number {
  return Math.max(300, Math.round(width * 0.48125));
}

/**
 * Follows the parts marked with `data-height`: `above` and `below` the picture, and `text`, which stands beside both where there is room.
 * Each must be as high as its content, whatever the frame's height, or the frame would chase itself. Tells the host.
 */
export function useHeight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const width = element.clientWidth;
      // A frame that is not laid out yet has no width to answer for.
      if (width === 0) return;
      const border = element.offsetHeight - element.clientHeight;
      const sum = (kind: string): number =>
        [...element.querySelectorAll<HTMLElement>(`[data-height="${kind}"]`)].reduce((all, part) => all + part.offsetHeight, 0);
      const figure = pictureHeight(width) + sum('below');
      const text = sum('text') + paddingAround(element.querySelector('[data-height="text"]'));
      const body = element.dataset['wide'] === 'true' ? Math.max(figure, text) : figure + text;
      setHeight(element.offsetWidth, Math.ceil(border + sum('above') + body));
    };
    const sizes = new ResizeObserver(measure);
    const follow = (): void => {
      sizes.disconnect();
      sizes.observe(element);
      for (const part of element.querySelectorAll('[data-height]')) sizes.observe(part);
      measure();
    };
    const parts = new MutationObserver(follow);
    // Parts are children of the frame or of its main part; what goes on deeper inside them is their sizes' to tell.
    for (const parent of [element, ...element.querySelectorAll('main')])
      parts.observe(parent, { childList: true, attributeFilter: ['data-wide'] });
    follow();
    let live = true;
    void document.fonts.ready.then(() => live && measure());
    return () => {
      live = false;
      sizes.disconnect();
      parts.disconnect();
    };
  }, [root]);
}

/** Room that the scroller of an element leaves above and below it. */
function paddingAround(element: Element | null): number {
  if (element?.parentElement == null) return 0;
  const { paddingTop, paddingBottom } = getComputedStyle(element.parentElement);
  return Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
}
