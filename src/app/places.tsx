/** Which code draws which level made of records, and which page a mode shows. All of it comes when it is needed. */
import { lazy, type ComponentType } from 'react';
import type { PageScene } from '../explorer/page-scene';
import type { Scene } from '../explorer/scene';
import type { Mode } from '../explorer/state';
import type { Level } from '../model/schema';

/** One line a level. */
export const PAGE_STAGES: Partial<Readonly<Record<Level, ComponentType<{ readonly scene: PageScene }>>>> = {};

/** One line a mode; the scene is what the outline lists. */
export const READING_VIEWS: Partial<Readonly<Record<Mode, ComponentType<{ readonly scene: Scene | null }>>>> = {
  story: lazy(() => import('../teach/stories-view').then((module) => ({ default: module.StoriesView }))),
  outline: lazy(() => import('../views/outline/outline-view').then((module) => ({ default: module.OutlineView }))),
  evidence: lazy(() => import('../views/evidence/evidence-view').then((module) => ({ default: module.EvidenceView }))),
};
