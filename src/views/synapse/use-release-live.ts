/**
 * Keeps the run of the synapse alike in the windows of a presentation. The window in which a run was started, stopped or scrubbed leads:
 * it tells every picture that it shows, twelve a second. The others play on by themselves, so that a window that is hidden or gone stops
 * nobody, and are put right where they are further off than can be seen.
 */
import { useEffect, useMemo, useRef } from 'react';
import type { Bench } from '../../explorer/state';
import { heardNumber, heardYes, tellLive, useLive } from '../shared/live';
import type { ReleaseStore } from './release-store';
import { stretchesOf, shownBetween } from './time-warp';

/** A window that is ahead by less than this is left alone, seconds of the screen: going back would be seen. */
const AHEAD_S = 0.2;

export interface ReleaseLive {
  /** Does what follows from a change of the state, which is told by itself. */
  readonly quietly: (act: () => void) => void;
  /** Whether what plays here was begun here. */
  readonly leads: () => boolean;
}

/** `moment_ms` is that of the page's state. */
export function useReleaseLive(store: ReleaseStore | null, bench: Bench, moment_ms: number): ReleaseLive {
  const leading = useRef(true);
  const quiet = useRef(false);
  const mirrored = useMemo<ReleaseLive>(
    () => ({
      quietly: (act) => {
        const before = quiet.current;
        quiet.current = true;
        try {
          act();
        } finally {
          quiet.current = before;
        }
      },
      leads: () => leading.current,
    }),
    [],
  );
  useEffect(() => {
    if (store === null) return undefined;
    let last = runNow(store);
    /** Whether a run is asked for, though it may still be computed. */
    let asked = store.getState().playing;
    const end = store.subscribe(() => {
      const now = runNow(store);
      const [before, was] = [last, asked];
      last = now;
      asked = store.getState().playing;
      if (quiet.current) {
        // A change of the view may end a run here alone: where the other window stands at that view already, nothing ends it there.
        if (was && !asked && leading.current) tellLive('release', { ...now, ended: true });
        return;
      }
      if (now.playing === before.playing && now.ms === before.ms) return;
      // A run that another window leads only goes on; whatever else happens to it was done here.
      const goesOn = now.playing && before.playing && now.ms > before.ms;
      if (!leading.current && (goesOn || (now.playing && now.ms === before.ms))) return;
      leading.current = true;
      tellLive('release', now, goesOn ? 'tick' : 'order');
    });
    return () => {
      end();
      if (asked && leading.current) tellLive('release', { ...last, playing: false, ended: true });
    };
  }, [store]);
  useLive(
    'release',
    store === null
      ? null
      : {
          read: () => {
            const { playing, moment_ms: ms } = store.getState();
            // Whoever tells a window that has just come how far the run is, leads it, also one that is still being computed.
            if (playing) leading.current = true;
            return playing ? { playing, ms } : null;
          },
          hear: (value) => {
            const ms = heardNumber(value, 'ms');
            if (value === null && !store.getState().playing) mirrored.quietly(() => store.setMoment(moment_ms));
            if (ms === null) return;
            leading.current = false;
            // A run that the view ended leaves the page at the moment of the view.
            mirrored.quietly(() => follow(store, bench, heardYes(value, 'ended') ? moment_ms : ms, heardYes(value, 'playing')));
          },
        },
  );
  return mirrored;
}

/** The run as it is shown: one that is still being computed does not play yet. */
function runNow(store: ReleaseStore): { readonly playing: boolean; readonly ms: number } {
  const { playing, ready, failure, moment_ms } = store.getState();
  return { playing: playing && (ready || failure !== null), ms: moment_ms };
}

function follow(store: ReleaseStore, bench: Bench, ms: number, plays: boolean): void {
  const now = store.getState();
  if (!plays) {
    store.stop();
    store.setMoment(ms);
    return;
  }
  const ahead = shownBetween(stretchesOf(bench), ms, now.moment_ms);
  if (!now.playing || now.moment_ms < ms || ahead > AHEAD_S) store.setMoment(ms);
  // Played anew from here, the next picture comes when the other window's does.
  if (!now.playing || ahead <= 0) store.play();
}
