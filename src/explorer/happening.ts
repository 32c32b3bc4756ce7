/** Which measured events are under way at a moment of the score. */
import type { Event } from '../model/schema';
import type { When } from './state';

/** Known start and end of an event in seconds. A start that is not known falls back to the peak and then to the end, an end likewise. */
export function spanOf(event: Event): { readonly from: number; readonly to: number } | null {
  const from = event.onset.seconds ?? event.peakStart.seconds ?? event.peakEnd.seconds ?? event.end.seconds;
  const to = event.end.seconds ?? event.peakEnd.seconds ?? event.peakStart.seconds ?? event.onset.seconds;
  return from === null || to === null ? null : { from, to };
}

/** True only when the known times say so: an event whose times are unknown is never claimed to be under way. */
export function isHappening(event: Event, when: When): boolean {
  if (event.basis !== when.basis) return false;
  const span = spanOf(event);
  return span !== null && span.from <= when.seconds && when.seconds <= span.to;
}
