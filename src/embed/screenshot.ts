/** A picture of a part of the page, made in the page from what the browser has laid out there. Nothing is fetched but its faces, from this site. */
import { figureFile, pngOf } from '../views/shared/figure/figure-file';

/**
 * The element as PNG at `scale` pixels a CSS pixel, on the page's ground.
 * @throws Error when the browser cannot draw the image.
 */
export async function pictureOf(
  element: HTMLElement,
  scale: number,
): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number }> {
  const file = await figureFile(element, { scale });
  const blob = await pngOf(file, scale);
  return { blob, width: Math.round(file.width * scale), height: Math.round(file.height * scale) };
}
