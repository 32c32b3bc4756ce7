/**
 * A pinch on the trackpad of a Mac. Safari tells of it by events of its own and enlarges the page; all other browsers tell of it as a
 * turn of the wheel with Ctrl, which is what pictures listen to. Over a picture it is told that way here too.
 */

/** What takes a pinch for itself; elsewhere it stays the browser's. */
const PICTURES = '[role="application"], [data-framed]';
/** A wheel with Ctrl that doubles what is shown: d3-zoom takes 2 to the power of 0.02 for each pixel, the plates nearly that. */
const PIXELS_A_DOUBLING = 50;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Starts hearing pinches. Returns a function that stops it. */
export function hearPinches(): () => void {
  const stop = new AbortController();
  let before = 1;
  const hear = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(PICTURES) === null) return;
    // Keeps the page as large as it is.
    event.preventDefault();
    // The type of these events is known to Safari alone.
    const [scale, clientX, clientY] = ['scale', 'clientX', 'clientY'].map((key): unknown => Reflect.get(event, key));
    if (event.type === 'gesturestart') before = 1;
    if (event.type !== 'gesturechange' || !isNumber(scale) || scale <= 0 || !isNumber(clientX) || !isNumber(clientY)) return;
    const deltaY = -Math.log2(scale / before) * PIXELS_A_DOUBLING;
    before = scale;
    target.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX, clientY, ctrlKey: true, bubbles: true, cancelable: true }));
  };
  for (const type of ['gesturestart', 'gesturechange', 'gestureend'])
    window.addEventListener(type, hear, { passive: false, signal: stop.signal });
  return () => stop.abort();
}
