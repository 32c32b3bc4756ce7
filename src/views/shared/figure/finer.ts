/** Canvases that can draw their picture once with more pixels than the screen shows, for a file. */

/** Draws with `ratio` pixels a CSS pixel, or as near as the card can, and gives a copy; null where there is nothing to draw now. */
type Finer = (ratio: number) => OffscreenCanvas | null;

const offers = new WeakMap<HTMLCanvasElement, Finer>();

export function offerFiner(canvas: HTMLCanvasElement, finer: Finer): void {
  offers.set(canvas, finer);
}

export function finerPicture(canvas: HTMLCanvasElement, ratio: number): OffscreenCanvas | null {
  return offers.get(canvas)?.(ratio) ?? null;
}

/** What a canvas shows, in one that the next drawing does not change. */
export function copied(canvas: HTMLCanvasElement): OffscreenCanvas | null {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext('2d');
  context?.drawImage(canvas, 0, 0);
  return context === null ? null : copy;
}
