/** The run of the circuit that is shown; callers of one circuit share it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { circuitRequest, type CircuitRequest } from '../../explorer/circuit-request';
import type { Model } from '../../model/model';
import { useExplorer } from '../shared/explorer-context';
import { CircuitStore, type CircuitState } from './run-store';

type Kind = CircuitRequest['model'];

/** One store a circuit: a printed story has figures of several on one page. */
const stores = new WeakMap<Model, Map<Kind, CircuitStore>>();

function storeOf(model: Model, kind: Kind): CircuitStore {
  const ofModel = stores.get(model) ?? new Map<Kind, CircuitStore>();
  stores.set(model, ofModel);
  const store = ofModel.get(kind) ?? new CircuitStore(model);
  ofModel.set(kind, store);
  return store;
}

export function useCircuitRun(): CircuitState {
  const { state, model } = useExplorer();
  const request = useMemo(() => circuitRequest(model, state), [model, state]);
  const store = storeOf(model, request?.model ?? 'prefrontal');
  // Only when the view changes: two figures with different wishes would otherwise answer one another without end.
  useEffect(() => {
    if (request !== null) store.want(request);
  }, [store, request]);
  return useSyncExternalStore(store.subscribe, store.getState);
}
