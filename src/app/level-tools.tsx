/** What a slide leaves out and a speaker needs: the clock of the page, and the settings of the level that is shown. */
import { lazy, Suspense, type ReactNode } from 'react';
import { circuitOf } from '../explorer/circuit';
import type { Scene } from '../explorer/scene';
import { Score } from '../views/navigator/score';
import { useExplorer } from '../views/shared/explorer-context';
import { PAGE_FEET } from './places';

const SynapseFoot = lazy(() => import('../views/synapse/level').then((module) => ({ default: module.SynapseFoot })));
const ReceptorTools = lazy(() => import('../views/receptor/stage').then((module) => ({ default: module.ReceptorTools })));
const BrainControls = lazy(() => import('../views/brain/findings/controls').then((module) => ({ default: module.BrainControls })));
const CircuitControls = lazy(() => import('../views/circuit/controls').then((module) => ({ default: module.Controls })));

export function LevelTools({ scene }: { readonly scene: Scene | null }): ReactNode {
  const score = <Score size="compact" />;
  return <Suspense fallback={score}>{scene === null ? score : <Tools scene={scene} score={score} />}</Suspense>;
}

function Tools({ scene, score }: { readonly scene: Scene; readonly score: ReactNode }): ReactNode {
  const { state, model } = useExplorer();
  if (scene.kind === 'map') return score;
  if (scene.kind === 'plate') {
    if (scene.level === 'synapse') return <SynapseFoot score={score} frame="tablet" />;
    return (
      <>
        {score}
        <ReceptorTools />
      </>
    );
  }
  const circuit = scene.level === 'circuit' ? circuitOf(model, state.places) : undefined;
  const Foot = PAGE_FEET[scene.level];
  return (
    <>
      {Foot === undefined ? score : <Foot score={score} frame="tablet" />}
      {scene.level === 'brain' && <BrainControls />}
      {circuit !== undefined && <CircuitControls circuit={circuit} />}
    </>
  );
}
