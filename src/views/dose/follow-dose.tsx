/** Keeps the bench at the level that the dose has at the score's moment, while the reader has asked for that. Draws nothing. */
import { useEffect, type ReactNode } from 'react';
import { benchesAt, freeAt } from '../../explorer/dose-bench';
import { useExplorer } from '../shared/explorer-context';
import { tellOtherLevel } from './other-level';
import { useDoseRun } from './use-dose-run';

export function FollowDose(): ReactNode {
  const { state, dispatch } = useExplorer();
  const { a, b } = useDoseRun();
  const runA = a.current ? a.run : null;
  const runB = b !== null && b.current ? b.run : null;
  const benches = benchesAt(state, { a: runA, b: runB });
  const wanted = freeAt(runA, state.when) === null ? null : benches.a.ketamine_uM;
  const { ketamine_uM } = state.bench;
  useEffect(() => {
    if (wanted !== null && wanted !== ketamine_uM) dispatch({ type: 'setBench', bench: { ketamine_uM: wanted }, driven: true });
  }, [wanted, ketamine_uM, dispatch]);
  const other = benches.b?.ketamine_uM ?? null;
  useEffect(() => tellOtherLevel(other), [other]);
  useEffect(() => () => tellOtherLevel(null), []);
  return null;
}
