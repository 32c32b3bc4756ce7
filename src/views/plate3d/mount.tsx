/**
 * Puts a pipeline on a canvas through fiber, which owns the renderer, its loop on demand and its disposal. Choosing the tier, following
 * the frame's size, and losing and regaining the context happen here.
 */
import { createRoot, extend, useFrame, useThree, type RootState } from '@react-three/fiber';
import { useEffect, type ReactNode } from 'react';
import { ColorManagement, Group, LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import { decodeScene, type Detail, type Scene3D } from '../../design/scene-format';
import type { PlateView } from './camera';
import { coloursAt } from './colours';
import type { ActorTable } from './geometry';
import { PlatePipeline, type ObjectLook, type Tier } from './pipeline';
import type { Anchors, PlateStatus } from './plate-3d';

// Token colours pass through untouched.
ColorManagement.enabled = false;
extend({ Group });

/** Tallest device pixel ratio of each tier. */
const RATIO = { high: 2, low: 1.5 } as const;
/** A frame of the low tier that takes longer than this on its second drawing means that the high tier is out of reach, ms. */
const HIGH_TIER_MS = 14;
/** A whole picture of the low tier that takes longer than this is no use to anybody: the still stays, unless a tier was asked for. */
const SLOW_MS = 4_000;
/** The camera counts as resting after this, ms. */
const REST_MS = 120;

export interface PlateOptions {
  readonly tier: 'auto' | Tier;
  readonly theme: 'paper' | 'lecture';
  readonly detail: Detail;
  readonly view: PlateView;
  readonly actors: readonly ActorTable[];
  readonly looks: readonly ObjectLook[];
  readonly onStatus: (status: PlateStatus) => void;
  readonly onAnchors: (anchors: Anchors) => void;
  readonly onTier: (tier: Tier) => void;
}

export interface Plate {
  readonly setTheme: (theme: 'paper' | 'lecture') => void;
  readonly setDetail: (detail: Detail) => void;
  /** Moves the camera now; the picture follows when it can. */
  readonly setView: (view: PlateView) => void;
  /** While held, the last picture is moved in place of drawing new ones; turning still draws. */
  readonly holdView: (view: PlateView) => void;
  /** Tables may be rewritten in place; a changed `frame` says that they were. */
  readonly setMoving: (moving: {
    readonly actors: readonly ActorTable[];
    readonly looks: readonly ObjectLook[];
    readonly frame: number;
  }) => void;
  readonly pick: (x: number, y: number) => number | null;
  readonly dispose: () => void;
}

const loaded = new Map<string, Promise<Scene3D>>();

/** A baked scene, fetched once a page. */
function loadScene(address: string): Promise<Scene3D> {
  const known = loaded.get(address);
  if (known !== undefined) return known;
  const coming = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address} answered with ${response.status}`);
    return decodeScene(await response.arrayBuffer());
  });
  loaded.set(address, coming);
  coming.catch(() => loaded.delete(address));
  return coming;
}

/** Draws the pipeline in fiber's loop: a frame function with priority takes over rendering. */
function Drawing({ onFrame }: { readonly onFrame: () => void }): ReactNode {
  const invalidate = useThree((state) => state.invalidate);
  useFrame(onFrame, 1);
  useEffect(() => invalidate(), [invalidate]);
  return null;
}

export function mountPlate(canvas: HTMLCanvasElement, box: HTMLElement, address: string, options: PlateOptions): Plate {
  let now = { ...options };
  let disposed = false;
  let pipeline: PlatePipeline | null = null;
  let invalidate: () => void = () => undefined;
  let drawnView = now.view;
  let drawnFrame: number | null = null;
  let restTimer: number | undefined;
  let tier: Tier = options.tier === 'high' ? 'high' : 'low';
  let scene: Scene3D | null = null;
  let renderer: WebGLRenderer | null = null;

  const frameSize = (): { width: number; height: number } => ({
    width: Math.max(1, box.clientWidth),
    height: Math.max(1, box.clientHeight),
  });
  const ratioOf = (of: Tier): number => Math.min(RATIO[of], window.devicePixelRatio || 1);
  const resize = (): void => {
    const { width, height } = frameSize();
    renderer?.setPixelRatio(ratioOf(tier));
    renderer?.setSize(width, height, false);
    pipeline?.setSize(width, height, ratioOf(tier));
    pipeline?.setView(now.view);
    invalidate();
  };
  const build = (): void => {
    if (renderer === null || scene === null) return;
    pipeline?.dispose();
    pipeline = new PlatePipeline(renderer, scene, tier);
    pipeline.setDetail(now.detail);
    pipeline.setTheme(now.theme, coloursAt(document.documentElement));
    pipeline.setActors(now.actors);
    pipeline.setLooks(now.looks);
    resize();
  };
  const rested = (): void => {
    window.clearTimeout(restTimer);
    restTimer = window.setTimeout(() => {
      if (!disposed && pipeline !== null) now.onAnchors(pipeline.anchors());
    }, REST_MS);
  };
  const draw = (): void => {
    if (pipeline === null || disposed) return;
    pipeline.render();
    drawnView = now.view;
    canvas.style.transform = '';
    rested();
  };

  /** Times one whole picture, waiting for the card: reading a pixel back is what makes it finish. */
  const timed = (): number => {
    const started = performance.now();
    pipeline?.setView(now.view);
    pipeline?.render();
    pipeline?.pick(0, 0);
    return performance.now() - started;
  };
  const warmUp = (): void => {
    build();
    timed();
    const milliseconds = timed();
    if (options.tier === 'auto') {
      if (milliseconds < HIGH_TIER_MS) {
        tier = 'high';
        build();
      }
      now.onTier(tier);
    }
    if (options.tier === 'auto' && milliseconds > SLOW_MS) return now.onStatus('slow');
    draw();
    now.onStatus('live');
  };

  const onLost = (event: Event): void => {
    event.preventDefault();
    now.onStatus('lost');
  };
  const onRestored = (): void => {
    // Three has made a new state; what was on the card is gone and is built again from the same arrays.
    build();
    draw();
    now.onStatus('live');
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);
  const observer = new ResizeObserver(resize);
  observer.observe(box);

  const root = createRoot(canvas);
  const start = async (): Promise<void> => {
    try {
      const { width, height } = frameSize();
      await root.configure({
        frameloop: 'demand',
        flat: true,
        linear: true,
        dpr: 1,
        size: { width, height, top: 0, left: 0 },
        gl: (defaults) => {
          const made = new WebGLRenderer({ ...defaults, canvas, antialias: false, alpha: false, powerPreference: 'default' });
          made.outputColorSpace = LinearSRGBColorSpace;
          made.toneMapping = NoToneMapping;
          return made;
        },
      });
      scene = await loadScene(address);
      if (disposed) return;
      const store = root.render(<Drawing onFrame={draw} />);
      const state: RootState = store.getState();
      renderer = state.gl;
      invalidate = state.invalidate;
      warmUp();
    } catch {
      // No WebGL, or the scene could not be fetched: the still is the picture, and everything else works.
      if (!disposed) now.onStatus('unavailable');
    }
  };
  void start();

  return {
    setTheme: (theme) => {
      now = { ...now, theme };
      // The page's custom properties change in the same frame; they are read after it.
      requestAnimationFrame(() => {
        if (disposed) return;
        pipeline?.setTheme(theme, coloursAt(document.documentElement));
        invalidate();
      });
    },
    setDetail: (detail) => {
      now = { ...now, detail };
      pipeline?.setDetail(detail);
      invalidate();
    },
    setView: (view) => {
      now = { ...now, view };
      pipeline?.setView(view);
      invalidate();
    },
    holdView: (view) => {
      now = { ...now, view };
      if (view.yaw !== drawnView.yaw || view.tilt !== drawnView.tilt) {
        pipeline?.setView(view);
        invalidate();
        return;
      }
      const { width, height } = frameSize();
      const scale = drawnView.widthNm / view.widthNm;
      const pixelsPerNm = width / view.widthNm;
      const dx = width / 2 - (width / 2) * scale - (view.x - drawnView.x) * pixelsPerNm;
      const dy = height / 2 - (height / 2) * scale + (view.y - drawnView.y) * pixelsPerNm;
      canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
    },
    setMoving: ({ actors, looks, frame }) => {
      if (frame === drawnFrame && actors === now.actors && looks === now.looks) return;
      drawnFrame = frame;
      now = { ...now, actors, looks };
      pipeline?.setActors(actors);
      pipeline?.setLooks(looks);
      invalidate();
    },
    pick: (x, y) => pipeline?.pick(x, y) ?? null,
    dispose: () => {
      disposed = true;
      window.clearTimeout(restTimer);
      observer.disconnect();
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      pipeline?.dispose();
      root.unmount();
    },
  };
}
