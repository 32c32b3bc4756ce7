/**
 * Touches that outlive what they began on. A touch goes on speaking to the element it started on, also after semantic zoom has taken
 * that element away; then nobody else hears it, and a pinch that began on a name would never end.
 */

const TYPES = ['touchmove', 'touchend', 'touchcancel'] as const;

/** Hands the touches of elements that have left `frame` on to `frame` itself. Returns a function that stops it. */
export function keepTouches(frame: HTMLElement): () => void {
  const stop = new AbortController();
  const held = new WeakSet<EventTarget>();
  const forward = (event: Event): void => {
    if (!(event instanceof TouchEvent) || !(event.target instanceof Node) || frame.contains(event.target)) return;
    const { touches, targetTouches, changedTouches } = event;
    const lists = { touches: [...touches], targetTouches: [...targetTouches], changedTouches: [...changedTouches] };
    // Not a new TouchEvent: Safari makes one only from lists of its own kind.
    frame.dispatchEvent(Object.assign(new Event(event.type, { bubbles: true, cancelable: event.cancelable }), lists));
  };
  frame.addEventListener(
    'touchstart',
    ({ target }) => {
      if (target === null || held.has(target)) return;
      held.add(target);
      for (const type of TYPES) target.addEventListener(type, forward, { signal: stop.signal });
    },
    { capture: true, passive: true, signal: stop.signal },
  );
  return () => stop.abort();
}
