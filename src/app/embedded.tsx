/** The figure in a course page: the frame around the picture of this page. */
import type { ReactNode } from 'react';
import { EmbedFrame } from '../embed/frame';
import type { Scene } from '../explorer/scene';
import type { Store } from '../explorer/store';
import { ErrorBoundary } from './error-boundary';
import { Picture } from './shell';

interface Props {
  readonly store: Store;
  readonly scene: Scene | null;
}
