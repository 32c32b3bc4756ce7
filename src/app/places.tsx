/** Which code draws which level made of records, and which page a mode shows. All of it comes when it is needed. */
import { lazy, type ComponentType, type ReactNode } from 'react';
import type { PageScene } from '../explorer/page-scene';
import type { Scene } from '../explorer/scene';
import type { Mode } from '../explorer/state';
import type { Level } from '../model/schema';

/** One line a level. */
export const PAGE_STAGES: Partial<Readonly<Record<Level, ComponentType<{ readonly scene: PageScene }>>>> = {
  person: lazy(() => import('../views/person/stage').then((module) => ({ default: module.PersonStage }))),
  brain: lazy(() => import('../views/brain/stage').then((module) => ({ default: module.BrainStage }))),
  circuit: lazy(() => import('../views/circuit/stage').then((module) => ({ default: module.CircuitStage }))),
};

interface FootProps {
  readonly score: ReactNode;
  readonly frame: 'desktop' | 'tablet' | 'phone' | 'low';
}

/** One line a level that sets something under the score: it is given the score and returns it with what is its own. */
export const PAGE_FEET: Partial<Readonly<Record<Level, ComponentType<FootProps>>>> = {
  person: lazy(() => import('../views/person/foot').then((module) => ({ default: module.PersonFoot }))),
};

/** One line a mode; the scene is what the outline lists. */
export const READING_VIEWS: Partial<Readonly<Record<Mode, ComponentType<{ readonly scene: Scene | null }>>>> = {
  story: lazy(() => import('../teach/stories-view').then((module) => ({ default: module.StoriesView }))),
  article: lazy(() => import('../teach/article/article-view').then((module) => ({ default: module.ArticleView }))),
  outline: lazy(() => import('../views/outline/outline-view').then((module) => ({ default: module.OutlineView }))),
  evidence: lazy(() => import('../views/evidence/evidence-view').then((module) => ({ default: module.EvidenceView }))),
};
