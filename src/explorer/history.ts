/** When the page's address is written: navigation pushes, refinement replaces, at most four writes a second. */
import type { Change } from './store';

/** Four writes a second; browsers ignore or refuse floods of them. */
export const HISTORY_GAP_MS = 250;

export interface HistoryState {
  /** The write that is owed, if any. */
  readonly owed: 'push' | 'replace' | null;
  readonly lastWriteAt: number | null;
}

/** What to do now. "wait": ask again after `ms` milliseconds. */
export type Decision =
  { readonly kind: 'none' } | { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'push' } | { readonly kind: 'replace' };

export const NO_HISTORY: HistoryState = { owed: null, lastWriteAt: null };

/** Notes a change. A push that is owed stays a push; everything but navigation replaces the present entry. */
export function note(state: HistoryState, effect: Change['effect']): HistoryState {
  return { ...state, owed: effect === 'navigation' || state.owed === 'push' ? 'push' : 'replace' };
}

/** The decision at `at` (milliseconds on any steady clock) and the state after carrying it out. */
export function decide(state: HistoryState, at: number): { readonly decision: Decision; readonly state: HistoryState } {
  if (state.owed === null) return { decision: { kind: 'none' }, state };
  const elapsed = state.lastWriteAt === null ? HISTORY_GAP_MS : at - state.lastWriteAt;
  // A clock that went backwards must not hold the address up.
  if (elapsed >= 0 && elapsed < HISTORY_GAP_MS) return { decision: { kind: 'wait', ms: HISTORY_GAP_MS - elapsed }, state };
  return { decision: { kind: state.owed }, state: { owed: null, lastWriteAt: at } };
}

export interface HistoryPolicy {
  note(effect: Change['effect']): void;
  due(at: number): Decision;
  /** Gives up what is owed; true where that was an entry of its own, which the reader has left before it was written. */
  drop(): boolean;
}

/** The same policy, remembering its own state. */
export function createHistoryPolicy(): HistoryPolicy {
  let state = NO_HISTORY;
  return {
    note(effect) {
      state = note(state, effect);
    },
    due(at) {
      const result = decide(state, at);
      state = result.state;
      return result.decision;
    },
    drop() {
      const { owed } = state;
      state = { ...state, owed: null };
      return owed === 'push';
    },
  };
}
