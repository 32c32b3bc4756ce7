/**
 * The pre-drawn picture of a place, without anything of three: shown at once, and kept wherever a live picture cannot be had. It lies
 * where the live picture would put the same things, whatever the view and the shape of the frame.
 */
import type { CSSProperties, ReactNode } from 'react';
import type { PlateView } from './camera';
import css from './plate-3d.module.css';
import { STILL_SIZE, type Still } from './stills';

/** Place of a still in a frame that shows `view`, in units of the frame itself, so that it follows every resize. */
export function stillStyle(still: PlateView, view: PlateView): CSSProperties {
  const share = still.widthNm / view.widthNm;
  const height = (share * STILL_SIZE.height) / STILL_SIZE.width;
  const right = (still.x - view.x) / view.widthNm;
  const down = ((view.y - still.y) / view.widthNm) * Math.cos((view.tilt * Math.PI) / 180);
  const percent = (of: number): string => `${(of * 100).toFixed(3)}cqw`;
  return {
    width: percent(share),
    height: percent(height),
    left: percent(0.5 + right - share / 2),
    top: `calc(50cqh + ${percent(down - height / 2)})`,
  };
}

export interface PlateStillProps {
  readonly still: Still;
  readonly view: PlateView;
  /** Text alternative of the picture. */
  readonly alt: string;
}

/** Fills its positioned parent; stands in for a plate while its code loads. */
export function PlateStill({ still, view, alt }: PlateStillProps): ReactNode {
  return (
    <div className={css['plate']}>
      <StillPicture still={still} view={view} alt={alt} />
    </div>
  );
}

/** The picture alone, in a frame that is a size container. */
export function StillPicture({ still, view, alt }: PlateStillProps): ReactNode {
  return <img className={css['still']} src={still.src} alt={alt} draggable={false} style={stillStyle(still.view, view)} />;
}
