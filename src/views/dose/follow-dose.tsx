/** Keeps the bench at the level that the dose has at the score's moment, while the reader has asked for that. Draws nothing. */
import { useEffect, type ReactNode } from 'react';
import { benchLevel, freeAt } from '../../explorer/dose-bench';
import { useExplorer } from '../shared/explorer-context';
import { useDoseRun } from './use-dose-run';

export function FollowDose(): ReactNode {
  const { state, dispatch } = useExplorer();
  const { a } = useDoseRun();
  const free = a.current ? freeAt(a.run, state.when) : null;
  const wanted = free === null ? null : benchLevel(free);
  const { ketamine_uM } = state.bench;
  useEffect(() => {
    if (wanted !== null && wanted !== ketamine_uM) dispatch({ type: 'setBench', bench: { ketamine_uM: wanted }, driven: true });
  }, [wanted, ketamine_uM, dispatch]);
  return null;
}
