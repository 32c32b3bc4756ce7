/** The pre-drawn pictures of the brain: `npm run -s lab -- stills brain` draws them. */
import type { FixedView } from '../../design/atlas/views';
import type { ThemeName } from '../../design/names';

/** Size of every still, pixels; drawn at two device pixels each. */
export const BRAIN_STILL = { width: 1000, height: 840 } as const;

/** The still of a view in a theme. A free view falls back on the lateral one. */
export const brainStill = (view: FixedView, theme: ThemeName): string => `./stills/brain-${view}-${theme}.webp`;
