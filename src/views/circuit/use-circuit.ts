/** The run of the circuit that is shown; every caller shares it. */
import { useEffect, useSyncExternalStore } from 'react';
import { circuitRequest } from '../../explorer/circuit-request';
import type { Model } from '../../model/model';
import { useExplorer } from '../shared/explorer-context';
import { CircuitStore, type CircuitState } from './run-store';

const stores = new WeakMap<Model, CircuitStore>();

function storeOf(model: Model): CircuitStore {
  const store = stores.get(model) ?? new CircuitStore(model);
  stores.set(model, store);
  return store;
}

export function useCircuitRun(): CircuitState {
  const { state, model } = useExplorer();
  const store = storeOf(model);
  const request = circuitRequest(model, state);
  useEffect(() => {
    if (request !== null) store.want(request);
  });
  return useSyncExternalStore(store.subscribe, store.getState);
}
