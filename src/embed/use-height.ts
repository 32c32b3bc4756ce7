/** The height at which a figure is whole: from its width and from what stands around its picture, never from the height it has now. */
import { useEffect, type RefObject } from 'react';
import { setHeight } from './bridge';

/** Height of the picture for a width, CSS pixels: the shape of the drawing, and never less than can be read. */
export function pictureHeight(width: number): number {
  return Math.max(300, Math.round(width * 0.48125));
}

/**
 * Follows the parts marked `data-fixed` (as high as they are) and `data-long` (as high as their content wants to be), and tells the host.
 */
export function useHeight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const width = element.clientWidth;
      const border = element.offsetHeight - element.clientHeight;
      const fixed = [...element.querySelectorAll<HTMLElement>('[data-fixed]')].reduce((sum, part) => sum + part.offsetHeight, 0);
      const long = [...element.querySelectorAll<HTMLElement>('[data-long]')].map(({ scrollHeight }) => scrollHeight);
      const picture = pictureHeight(width);
      const beside = element.dataset['wide'] === 'true';
      const rest = long.reduce((sum, part) => sum + part, 0);
      setHeight(element.offsetWidth, Math.ceil(border + fixed + (beside ? Math.max(picture, rest) : picture + rest)));
    };
    const sizes = new ResizeObserver(measure);
    const follow = (): void => {
      sizes.disconnect();
      sizes.observe(element);
      for (const part of element.querySelectorAll('[data-fixed], [data-long], [data-long] > *')) sizes.observe(part);
      measure();
    };
    const parts = new MutationObserver(follow);
    parts.observe(element, { childList: true });
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
