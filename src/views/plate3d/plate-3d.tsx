/**
 * A baked scene in the page: the still at once, the live picture as soon as it can be drawn, the still again when the card gives out.
 * Draws only when something it shows has changed.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Detail } from '../../design/scene-format';
import { useSize } from '../shared/use-size';
import { anchorsOf, type Anchors } from './anchors';
import type { PlateView, Widths } from './camera';
import type { ActorTable } from './geometry';
import { loadScene } from './load';
import type { ObjectLook } from './looks';
import { mountPlate, type Plate } from './mount';
import css from './plate-3d.module.css';
import { StillPicture } from './still';
import type { Still } from './stills';
import { rememberedTier } from './tier-memory';
import { useGestures } from './use-gestures';

export type { Anchors } from './anchors';
export type { PlateView } from './camera';
export type { ActorTable } from './geometry';
export type { ObjectLook } from './looks';

export type PlateStatus = 'still' | 'live' | 'lost' | 'unavailable' | 'slow';

export interface Plate3DProps {
  /** Address of the baked scene. */
  readonly scene: string;
  /** The picture of this place and theme: `stillOf`. */
  readonly still: Still;
  /** Text alternative of the picture. */
  readonly alt: string;
  readonly theme: 'paper' | 'lecture';
  readonly detail: Detail;
  /** "none" keeps the still. "auto" takes the tier that this device remembers, or measures it. */
  readonly tier: 'auto' | 'high' | 'low' | 'none';
  readonly view: PlateView;
  /** Narrowest and widest frame the reader may zoom to, nm. */
  readonly widths: Widths;
  readonly onView: (view: PlateView) => void;
  /** Told the view while it is moved, before it is settled on; null when it is let go without that. */
  readonly onHold?: (view: PlateView | null) => void;
  readonly actors: readonly ActorTable[];
  /** All objects that are not plain. */
  readonly looks: readonly ObjectLook[];
  /** Changes when actors or looks were rewritten: one picture a change, none otherwise. */
  readonly frame: number;
  readonly onPick: (objectId: number | null, kind: 'hover' | 'press') => void;
  /** Label anchors in CSS pixels, sent when the camera rests, over a still too. Keys "object:ID" and "anchor:NAME". */
  readonly onAnchors: (anchors: Anchors) => void;
  readonly onStatus: (status: PlateStatus) => void;
  /** The tier that is drawn. */
  readonly onTier?: (tier: 'high' | 'low') => void;
  readonly reducedMotion: boolean;
}

/** In a page of somebody else's the picture leaves scrolling to that page until the reader gives it the focus. */
const FRAMED = window.parent !== window;

export function Plate3D(props: Plate3DProps): ReactNode {
  const { scene, still, alt, theme, detail, tier, view, actors, looks, frame, reducedMotion } = props;
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const plate = useRef<Plate | null>(null);
  const [live, setLive] = useState(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const frameBox = box.current;
    if (frameBox === null) return undefined;
    const now = latest.current;
    const say = (status: PlateStatus): void => {
      setLive(status === 'live');
      latest.current.onStatus(status);
    };
    if (tier === 'none') return say('unavailable');
    if (tier === 'auto' && rememberedTier() === 'slow') return say('slow');
    const mounted = mountPlate(frameBox, scene, {
      tier,
      theme: now.theme,
      detail: now.detail,
      view: now.view,
      actors: now.actors,
      looks: now.looks,
      reducedMotion: now.reducedMotion,
      className: css['canvas'],
      alt: now.alt,
      onStatus: say,
      onTier: (chosen) => latest.current.onTier?.(chosen),
    });
    plate.current = mounted;
    return () => {
      plate.current = null;
      setLive(false);
      mounted.dispose();
    };
  }, [box, scene, tier]);

  useEffect(() => plate.current?.setTheme(theme), [theme]);
  useEffect(() => plate.current?.setDetail(detail), [detail]);
  useEffect(() => plate.current?.setReducedMotion(reducedMotion), [reducedMotion]);
  useEffect(() => plate.current?.setAlt(alt), [alt]);
  useEffect(() => plate.current?.resize({ width, height }), [width, height]);
  useEffect(() => plate.current?.setView(view), [view]);
  useEffect(() => plate.current?.setMoving({ actors, looks, frame }), [actors, looks, frame]);

  useEffect(() => {
    if (width === 0 || height === 0) return undefined;
    let wanted = true;
    loadScene(scene).then(
      (baked) => {
        if (wanted) latest.current.onAnchors(anchorsOf(baked, view, { width, height }));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [scene, view, width, height]);

  const gestures = useGestures({ box, plate, latest });
  return (
    <div ref={box} className={css['plate']} data-live={live} data-framed={FRAMED} {...gestures}>
      <StillPicture still={still} view={view} alt={alt} />
    </div>
  );
}
