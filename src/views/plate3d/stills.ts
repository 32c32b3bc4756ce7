/** The pre-drawn pictures: `npm run -s lab -- stills` draws them with the views given here. */
import type { PlateView } from './camera';

/** Size of every still, pixels. */
export const STILL_SIZE = { width: 1280, height: 900 } as const;

export type StillPlace = 'synapse' | 'receptor';

/** What each still shows: more than a frame usually does, so that any frame is covered. */
export const STILL_VIEWS: Readonly<Record<StillPlace, PlateView>> = {
  synapse: { widthNm: 372, x: 0, y: 4.5, yaw: 0, tilt: 8, fov: 18 },
  receptor: { widthNm: 56, x: 0, y: 3.9, yaw: 0, tilt: 6, fov: 16 },
};

export interface Still {
  readonly src: string;
  readonly view: PlateView;
}

/** The still of a place in a theme. */
export function stillOf(place: StillPlace, theme: 'paper' | 'lecture'): Still {
  return { src: `./stills/${place}-${theme}.webp`, view: STILL_VIEWS[place] };
}
