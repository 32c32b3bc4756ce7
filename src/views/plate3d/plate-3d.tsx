/**
 * A baked scene in the page: the still at once, the live picture as soon as it can be drawn, the still again when the card gives out.
 * Draws only when something it shows has changed; while the reader drags, the last picture is moved and a new one drawn at rest.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Detail } from '../../design/scene-format';
import type { PlateView } from './camera';
import type { ActorTable } from './geometry';
import { mountPlate, type Plate } from './mount';
import type { ObjectLook } from './pipeline';
import css from './plate-3d.module.css';
import { useGestures } from './use-gestures';

export type { ActorTable } from './geometry';
export type { ObjectLook } from './pipeline';
export type { PlateView } from './camera';

export type PlateStatus = 'still' | 'live' | 'lost' | 'unavailable' | 'slow';
export type Anchors = ReadonlyMap<string, readonly [number, number]>;

export interface Plate3DProps {
  /** Address of the baked scene. */
  readonly scene: string;
  /** Address of the picture of this place and theme. */
  readonly still: string;
  /** Text alternative of the picture. */
  readonly alt: string;
  readonly theme: 'paper' | 'lecture';
  readonly detail: Detail;
  readonly tier: 'auto' | 'high' | 'low' | 'none';
  readonly view: PlateView;
  /** Narrowest and widest frame the reader may zoom to, nm. */
  readonly widths: readonly [number, number];
  readonly onView: (view: PlateView) => void;
  readonly actors: readonly ActorTable[];
  readonly looks: readonly ObjectLook[];
  /** Changes when actors or looks were rewritten: one picture a change, none otherwise. */
  readonly frame: number;
  readonly onPick: (objectId: number | null, kind: 'hover' | 'press') => void;
  /** Label anchors in CSS pixels, sent when the camera rests. Keys "object:ID" and "anchor:NAME". */
  readonly onAnchors: (anchors: Anchors) => void;
  readonly onStatus: (status: PlateStatus) => void;
  /** The tier that a measurement chose, to be remembered. */
  readonly onTier?: (tier: 'high' | 'low') => void;
  readonly reducedMotion: boolean;
}

export function Plate3D(props: Plate3DProps): ReactNode {
  const { scene, still, alt, theme, detail, tier, view, actors, looks, frame } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const plate = useRef<Plate | null>(null);
  const [live, setLive] = useState(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const [element, frameBox] = [canvas.current, box.current];
    if (element === null || frameBox === null) return undefined;
    if (tier === 'none') {
      latest.current.onStatus('unavailable');
      return undefined;
    }
    const now = latest.current;
    const mounted = mountPlate(element, frameBox, scene, {
      tier,
      theme: now.theme,
      detail: now.detail,
      view: now.view,
      actors: now.actors,
      looks: now.looks,
      onStatus: (status) => {
        setLive(status === 'live');
        latest.current.onStatus(status);
      },
      onAnchors: (anchors) => latest.current.onAnchors(anchors),
      onTier: (chosen) => latest.current.onTier?.(chosen),
    });
    plate.current = mounted;
    return () => {
      plate.current = null;
      setLive(false);
      mounted.dispose();
    };
  }, [scene, tier]);

  useEffect(() => plate.current?.setTheme(theme), [theme]);
  useEffect(() => plate.current?.setDetail(detail), [detail]);
  useEffect(() => plate.current?.setView(view), [view]);
  useEffect(() => plate.current?.setMoving({ actors, looks, frame }), [actors, looks, frame]);

  const gestures = useGestures({ plate, latest });
  return (
    <div ref={box} className={css['plate']} {...gestures}>
      <img className={css['still']} src={still} alt={alt} draggable={false} data-shown={!live} />
      <canvas ref={canvas} className={css['canvas']} data-live={live} aria-hidden="true" />
    </div>
  );
}
