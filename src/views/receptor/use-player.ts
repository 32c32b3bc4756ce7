/** One player for the receptor that is shown, kept while only the medium changes, and the clock that drives it. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ChannelSetup } from './setup';
import { ChannelPlayer, type Snapshot } from './player';

/** With reduced motion, playing goes from event to event at this pace, ms of the screen. */
const EVENT_PACE_MS = 1400;
/** Hand-drawn cadence is enough for a gate and a trace: 30 pictures a second. */
const FRAME_MS = 33;

const NOTHING = (): (() => void) => () => undefined;
const NO_SNAPSHOT = (): null => null;

/** Null for a receptor without a channel. */
export function usePlayer(setup: ChannelSetup | null, seed: number): { readonly player: ChannelPlayer; readonly at: Snapshot } | null {
  const scheme = setup?.scheme ?? null;
  // A player lives as long as its scheme and seed; a new medium is handed to it below.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const player = useMemo(() => (setup === null ? null : new ChannelPlayer(setup, seed)), [scheme, seed]);
  useEffect(() => {
    if (player !== null && setup !== null) player.setMedium(setup);
  }, [player, setup]);
  const at = useSyncExternalStore<Snapshot | null>(player?.subscribe ?? NOTHING, player?.snapshot ?? NO_SNAPSHOT);
  return player === null || at === null ? null : { player, at };
}

/** Runs the player's clock while it plays and the page is seen. Steps to events are taken by the window that leads alone. */
export function usePlaying(player: ChannelPlayer | null, playing: boolean, still: boolean, leads: () => boolean): void {
  const leading = useRef(leads);
  useEffect(() => {
    leading.current = leads;
  });
  useEffect(() => {
    if (player === null || !playing) return undefined;
    if (still) {
      const timer = window.setInterval(() => {
        if (document.hidden || !leading.current()) return;
        void player.nextEvent().then((outcome) => {
          if (outcome === 'none') player.play(false);
        });
      }, EVENT_PACE_MS);
      return () => window.clearInterval(timer);
    }
    let last = performance.now();
    let request = 0;
    const step = (now: number): void => {
      if (now - last >= FRAME_MS) {
        player.tick(now - last);
        last = now;
      }
      request = requestAnimationFrame(step);
    };
    request = requestAnimationFrame(step);
    return () => cancelAnimationFrame(request);
  }, [player, playing, still]);
}
