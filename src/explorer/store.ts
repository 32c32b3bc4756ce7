/**
 * Holds the present state with undo and redo, and tells listeners. Framework-free; time comes in as a function so that
 * behaviour is the same in a test, a worker or a page.
 */
import type { Model } from '../model/model';
import { effectOf, looksOf, reduce, sameState, type Action, type Effect } from './actions';
import type { ExplorerState } from './state';

/** What just happened. `effect` is what the app's history policy needs; "travel" is undo or redo. */
export interface Change {
  readonly state: ExplorerState;
  readonly previous: ExplorerState;
  readonly effect: Effect | 'travel';
}

export type Listener = (change: Change) => void;

export interface Store {
  getState(): ExplorerState;
  getModel(): Model;
  /** Carries out one action, or several as one undoable step. */
  dispatch(action: Action | readonly Action[]): void;
  /** Returns false when there is nothing to undo. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Puts another model under the store, for example when deferred parts have arrived. The state is kept as it is. */
  setModel(model: Model): void;
  subscribe(listener: Listener): () => void;
}

/** Committed steps kept for undo. */
export const UNDO_LIMIT = 200;

/** Adjustments of one kind that follow each other within this time are one step: a pan, a scrub, a burst of filter clicks. */
export const COALESCE_MS = 1_000;

export interface StoreOptions {
  readonly model: Model;
  readonly state: ExplorerState;
  /** Milliseconds from any fixed origin. */
  readonly now?: () => number;
}

/** What an adjustment refines; adjustments with the same key coalesce. */
function coalesceKey(actions: readonly Action[]): string | null {
  const [first] = actions;
  if (actions.length !== 1 || !first) return null;
  switch (first.type) {
    case 'setCamera':
    case 'setWhen':
    case 'setFilters':
    case 'setPapers':
    case 'setMoment':
      return first.type;
    case 'setBench':
      return `${first.type} ${Object.keys(first.bench).join(' ')}`;
    default:
      return null;
  }
}

const RANK: Record<Effect, number> = { view: 0, adjustment: 1, navigation: 2 };

export function createStore({ model: firstModel, state: firstState, now = () => Date.now() }: StoreOptions): Store {
  let model = firstModel;
  let present = firstState;
  let past: readonly ExplorerState[] = [];
  let future: readonly ExplorerState[] = [];
  let burst: { readonly key: string; readonly at: number } | null = null;
  const listeners = new Set<Listener>();

  const tell = (previous: ExplorerState, effect: Change['effect']): void => {
    const change: Change = { state: present, previous, effect };
    for (const listener of listeners) listener(change);
  };

  /** Steps back through a stack; steps that look like the present are dropped, as browser history can bring such about. */
  const travel = (stack: readonly ExplorerState[]): { rest: readonly ExplorerState[]; target: ExplorerState } | null => {
    const at = stack.findLastIndex((state) => !sameView(state, present));
    const target = stack[at];
    return target ? { rest: stack.slice(0, at), target } : null;
  };

  const arrive = (target: ExplorerState): void => {
    const previous = present;
    present = { ...target, ...looksOf(previous) };
    burst = null;
    tell(previous, 'travel');
  };

  return {
    getState: () => present,
    getModel: () => model,
    dispatch(input) {
      const actions: readonly Action[] = 'type' in input ? [input] : input;
      const previous = present;
      const next = actions.reduce((state, action) => reduce(state, action, model), previous);
      if (next === previous) return;
      const effect = actions.map(effectOf).reduce<Effect>((top, item) => (RANK[item] > RANK[top] ? item : top), 'view');
      const at = now();
      const key = effect === 'adjustment' ? coalesceKey(actions) : null;
      present = next;
      if (next.pack !== previous.pack) {
        // Steps of another pack cannot be shown with this one's model.
        past = [];
        future = [];
        burst = null;
      } else if (effect !== 'view') {
        const joins = key !== null && burst !== null && burst.key === key && at - burst.at <= COALESCE_MS;
        if (!joins) past = [...past, previous].slice(-UNDO_LIMIT);
        future = [];
        burst = key === null ? null : { key, at };
      }
      tell(previous, effect);
    },
    undo() {
      const step = travel(past);
      if (!step) return false;
      past = step.rest;
      future = [...future, present];
      arrive(step.target);
      return true;
    },
    redo() {
      const step = travel(future);
      if (!step) return false;
      future = step.rest;
      past = [...past, present].slice(-UNDO_LIMIT);
      arrive(step.target);
      return true;
    },
    canUndo: () => travel(past) !== null,
    canRedo: () => travel(future) !== null,
    setModel(nextModel) {
      model = nextModel;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function sameView(a: ExplorerState, b: ExplorerState): boolean {
  return sameState({ ...a, ...looksOf(b) }, b);
}
