/** The synapse level: its picture, and what stands under it. */
import type { ReactNode } from 'react';
import type { PlateScene } from '../../explorer/plate-scene';
import { useRelease } from './use-release';

export function SynapseStage({ scene }: { readonly scene: PlateScene }): ReactNode {
  useRelease();
  return <p>{scene.stage.title}</p>;
}

export function SynapseFoot({ score }: { readonly score: ReactNode; readonly frame: 'desktop' | 'tablet' | 'phone' | 'low' }): ReactNode {
  return score;
}
