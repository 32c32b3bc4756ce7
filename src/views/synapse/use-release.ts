/** The runs of the synapse for views: asking for those of the bench, reading them, and what follows from them at the present moment. */
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { AMPA, MEMANTINE_SUBUNIT, NMDA, type Other } from './bench-run';
import type { PlateCounts } from '../../explorer/plate-scene';
import { hasKetamine } from '../../explorer/bench';
import { stageOf } from '../../explorer/levels';
import type { Bench } from '../../explorer/state';
import { useExplorer } from '../shared/explorer-context';
import { useOtherLevel } from '../dose/other-level';
import { useTransport } from '../shared/transport';
import { ReplayCursor, type DrawnReceptors } from './cursor';
import { countsAt } from './moments';
import { releaseOf, type ReleaseState, type ReleaseStore } from './release-store';
import type { Replay } from './replay';
import { NO_RECEPTORS, useSceneIndex } from './scene-index';
import { useReleaseLive } from './use-release-live';

/** A moment counts as chosen after the reader rested on it this long, ms. */
const COMMIT_MS = 300;
/** The window that played says within this time where it stopped, ms. */
const TOLD_WITHIN_MS = 800;
/** Moments as near as this are one, ms: links round them. */
const SAME_MS = 0.05;

const NOTHING = { subscribe: () => () => undefined, getState: () => null } as const;

/** The store of the model's synapse; null for a pack without one. */
export function useReleaseStore(): ReleaseStore | null {
  const { model } = useExplorer();
  const stage = stageOf(model, 'synapse');
  return stage === undefined ? null : releaseOf(model, stage);
}

/** The bench as it holds here: without the drug in a pack that has none. */
export function useBench(): Bench {
  const { state, model } = useExplorer();
  const stage = stageOf(model, 'synapse');
  const { bench } = state;
  return useMemo(() => (stage === undefined || hasKetamine(stage) ? bench : { ...bench, ketamine_uM: 0 }), [stage, bench]);
}

export function useReleaseState(): ReleaseState | null {
  const store = useReleaseStore() ?? NOTHING;
  return useSyncExternalStore<ReleaseState | null>(store.subscribe, store.getState);
}

/** Keeps the store at the bench and the moment of the state while the level is shown, and ends its workers afterwards. */
export function useRelease(byEvent: boolean): ReleaseStore | null {
  const { state, dispatch } = useExplorer();
  const store = useReleaseStore();
  const { moment_ms, when } = state;
  const bench = useBench();
  const playing = useReleaseState()?.playing ?? false;
  const wasPlaying = useRef(playing);
  const otherLevel = useOtherLevel();
  const { versus } = state.places;
  const other = useMemo((): Other | null => {
    if (otherLevel !== null) return { bench: { ...bench, ketamine_uM: otherLevel }, drug: 'ketamine' };
    return versus === 'memantine' && bench.subunit === MEMANTINE_SUBUNIT && bench.ketamine_uM > 0 ? { bench, drug: 'memantine' } : null;
  }, [bench, otherLevel, versus]);
  const mirrored = useReleaseLive(store, bench, moment_ms);
  useEffect(() => mirrored.quietly(() => store?.want(bench, other)), [mirrored, store, bench, other]);
  useEffect(() => store?.playByEvent(byEvent), [store, byEvent]);
  // A moment that was chosen elsewhere, such as that of another step of a story, ends what plays.
  const stands = useRef(moment_ms);
  useEffect(() => {
    const chosen = stands.current !== moment_ms;
    stands.current = moment_ms;
    mirrored.quietly(() => {
      if (chosen) store?.stop();
      if (store?.getState().playing === false) store.setMoment(moment_ms);
    });
  }, [mirrored, store, moment_ms]);
  // Where playing stops is where the page stands. What another window played is told by that one, if it is still there.
  useEffect(() => {
    const stopped = wasPlaying.current && !playing;
    wasPlaying.current = playing;
    if (!stopped || store === null) return undefined;
    const settle = (): void => dispatch({ type: 'setMoment', ms: store.getState().moment_ms });
    if (mirrored.leads()) settle();
    else {
      const timer = window.setTimeout(() => {
        if (Math.abs(store.getState().moment_ms - stands.current) > SAME_MS) settle();
      }, TOLD_WITHIN_MS);
      return () => window.clearTimeout(timer);
    }
    return undefined;
  }, [mirrored, store, playing, dispatch]);
  // The score's clock after one spike is this run's clock.
  const spike_ms = when.basis === 'afterSpike' ? when.seconds * 1000 : null;
  useEffect(() => {
    if (store === null || spike_ms === null) return;
    mirrored.quietly(() => {
      store.stop();
      store.setMoment(spike_ms);
    });
  }, [mirrored, store, spike_ms]);
  useEffect(() => () => store?.dispose(), [store]);
  useTransport('moment', store === null ? null : { playing, play: (on) => (on ? store.play() : store.stop()), fire: () => store.fire() });
  return store;
}

/** Writes a moment into the page's state once the reader rests on it: a scrub is one step, and the picture does not wait for it. */
export function useMomentCommit(): (ms: number) => void {
  const { dispatch } = useExplorer();
  const store = useReleaseStore();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (ms) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        // Once it plays on, it is told where that stops.
        if (store?.getState().playing !== true) dispatch({ type: 'setMoment', ms });
      }, COMMIT_MS);
    },
    [dispatch, store],
  );
}

const cursors = new WeakMap<Replay, WeakMap<DrawnReceptors, ReplayCursor>>();

/** The cursor of a replay in a drawing; one for all who look, who each seek their moment. */
export function cursorOf(replay: Replay, drawn: DrawnReceptors): ReplayCursor {
  const ofReplay = cursors.get(replay) ?? new WeakMap<DrawnReceptors, ReplayCursor>();
  cursors.set(replay, ofReplay);
  const cursor = ofReplay.get(drawn) ?? new ReplayCursor(replay, drawn);
  ofReplay.set(drawn, cursor);
  return cursor;
}

/** What the shown run looks like at the present moment; null while there is none. */
export function useCounts(): PlateCounts | null {
  const release = useReleaseState();
  const replay = release?.shown?.replay ?? null;
  const moment = release?.moment_ms ?? 0;
  return useMemo(() => (replay === null ? null : countsAt(cursorOf(replay, NO_RECEPTORS), moment)), [replay, moment]);
}

export type ReceptorState = 'open' | 'mg' | 'ketamine' | 'bound' | 'rest';

/** What one drawn receptor does now; null for other things and while there is no run. */
export function useReceptorState(kind: string, index: number | null): ReceptorState | null {
  const { model } = useExplorer();
  const drawn = useSceneIndex(stageOf(model, 'synapse'))?.drawn ?? NO_RECEPTORS;
  const release = useReleaseState();
  const replay = release?.shown?.replay ?? null;
  const moment = release?.moment_ms ?? 0;
  return useMemo(() => {
    if (replay === null || index === null) return null;
    const cursor = cursorOf(replay, drawn);
    cursor.seek(moment);
    const g = replay.groups.findIndex(({ id }) => id === { ampa: AMPA, nmda: NMDA }[kind]);
    const j = cursor.at[g]?.[index] ?? -1;
    return j < 0 ? null : receptorState(cursor, j);
  }, [replay, moment, kind, index, drawn]);
}

/** The one word that says most about a receptor. */
export function receptorState(cursor: ReplayCursor, j: number): ReceptorState {
  const group = cursor.replay.groups[cursor.replay.group[j] ?? 0];
  const state = cursor.state[j] ?? 0;
  if (group === undefined) return 'rest';
  if (group.conducting[state] === 1) return 'open';
  if ((group.ket[state] ?? 0) > 0) return 'ketamine';
  if ((group.mg[state] ?? 0) > 0) return 'mg';
  return (group.glu[state] ?? 0) > 0 ? 'bound' : 'rest';
}
