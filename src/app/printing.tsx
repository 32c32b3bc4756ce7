/** A story laid out for paper. The synapse is printed from its still, with names; all else is drawn as it stands; a page has no figure. */
import { Suspense, useRef, type ReactNode } from 'react';
import { NamedStill } from '../embed/still';
import { sceneOf } from '../explorer/scene-of';
import { toldStep } from '../explorer/story';
import type { ExplorerState } from '../explorer/state';
import type { Model } from '../model/model';
import { PrintView } from '../teach/print/print-view';
import type { StageHandle } from '../views/cell/stage';
import { Compact } from '../views/shared/compact';
import { useExplorer } from '../views/shared/explorer-context';
import { Picture } from './shell';

export function Printing({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { state, model } = useExplorer();
  const told = toldStep(state, model);
  if (told === null) return null;
  return (
    <PrintView
      tour={told.tour}
      onLeave={onLeave}
      drawFigure={(view) => (view.mode === 'explore' ? <Figure state={view} model={model} /> : null)}
    />
  );
}

function Figure({ state, model }: { readonly state: ExplorerState; readonly model: Model }): ReactNode {
  const stage = useRef<StageHandle>(null);
  const scene = sceneOf(state, model);
  if (scene?.kind === 'plate' && scene.level === 'synapse') return <NamedStill alt={scene.words.headline} whole />;
  return (
    <Suspense fallback={null}>
      <Compact value>
        <Picture scene={scene} stage={stage} />
      </Compact>
    </Suspense>
  );
}
