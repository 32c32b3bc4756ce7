/**
 * Puts a pipeline on a canvas of its own through fiber, which owns the renderer, its loop on demand and its disposal. Choosing the
 * tier, following the frame's size, and losing and regaining the context happen here.
 */
import { createRoot, useFrame, useThree } from '@react-three/fiber';
import { useEffect, type ReactNode } from 'react';
import { ColorManagement, LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import type { Detail, Scene3D } from '../../design/scene-format';
import type { Frame, PlateView } from './camera';
import { coloursAt } from './colours';
import type { ActorTable } from './geometry';
import { loadScene } from './load';
import { PlatePipeline, type ObjectLook, type Tier } from './pipeline';
import type { PlateStatus } from './plate-3d';
import { copied, offerFiner } from '../shared/figure/finer';
import { rememberedTier, rememberTier } from './tier-memory';

// Token colours pass through untouched.
ColorManagement.enabled = false;

/** Tallest device pixel ratio and largest picture of each tier, device pixels. */
const RATIO = { high: 2, low: 1.5 } as const;
const MOST_PIXELS = { high: 5_200_000, low: 1_600_000 } as const;
/** Most device pixels of a picture that is drawn once for a file. */
const MOST_SAVED = 12_000_000;
/** A frame of the low tier that takes longer than this on its second drawing means that the high tier is out of reach, ms. */
const HIGH_TIER_MS = 14;
/** A first picture that takes longer than this, programs included, is not worth measuring a second time, ms. */
const PLAINLY_LOW_MS = 1_000;
/** A first picture that takes longer than this is no use to anybody: the still stays, unless a tier was asked for, ms. */
const SLOW_MS = 6_000;
/** Where whole pictures take longer than this, a moving camera moves the last picture, ms. */
const FLUID_MS = 30;
/** How often a card is asked whether it has finished, ms. */
const ASK_MS = 4;

const CONTEXT: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  // Only what changed is drawn again.
  preserveDrawingBuffer: true,
};

export interface PlateOptions {
  readonly tier: 'auto' | Tier;
  readonly theme: 'paper' | 'lecture';
  readonly detail: Detail;
  readonly view: PlateView;
  readonly actors: readonly ActorTable[];
  readonly looks: readonly ObjectLook[];
  readonly reducedMotion: boolean;
  readonly className: string | undefined;
  /** Text alternative, which the canvas carries while it is the picture. */
  readonly alt: string;
  readonly onStatus: (status: PlateStatus) => void;
  readonly onTier: (tier: Tier) => void;
}

interface Moving {
  readonly actors: readonly ActorTable[];
  readonly looks: readonly ObjectLook[];
  readonly frame: number;
}

export interface Plate {
  readonly setTheme: (theme: 'paper' | 'lecture') => void;
  readonly setDetail: (detail: Detail) => void;
  readonly setReducedMotion: (reduced: boolean) => void;
  readonly setAlt: (alt: string) => void;
  /** Takes a new size of the frame. */
  readonly resize: (frame: Frame) => void;
  /** Moves the camera; the picture follows when it can. */
  readonly setView: (view: PlateView) => void;
  /** Moves the camera while the reader drags: a new picture where there is time, else the last one moved or turned. */
  readonly holdView: (view: PlateView) => void;
  readonly setMoving: (moving: Moving) => void;
  readonly pick: (x: number, y: number) => number | null;
  readonly dispose: () => void;
}

const sameView = (a: PlateView, b: PlateView): boolean =>
  a.widthNm === b.widthNm && a.x === b.x && a.y === b.y && a.yaw === b.yaw && a.tilt === b.tilt && a.fov === b.fov;

/** Draws the pipeline in fiber's loop: a frame function with priority takes over rendering. */
function Drawing({ onFrame }: { readonly onFrame: () => void }): ReactNode {
  const invalidate = useThree((state) => state.invalidate);
  useFrame(onFrame, 1);
  useEffect(() => invalidate(), [invalidate]);
  return null;
}

/** When everything asked of the card so far is done. Asks instead of waiting, so that the page stays free. */
function finished(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  return new Promise((resolve) => {
    const ask = (): void => {
      if (fence !== null && !gl.isContextLost() && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) {
        window.setTimeout(ask, ASK_MS);
        return;
      }
      gl.deleteSync(fence);
      resolve();
    };
    ask();
  });
}

export function mountPlate(box: HTMLElement, address: string, options: PlateOptions): Plate {
  const canvas = document.createElement('canvas');
  if (options.className !== undefined) canvas.className = options.className;
  canvas.setAttribute('aria-hidden', 'true');
  box.append(canvas);

  let now = { ...options };
  let disposed = false;
  let pipeline: PlatePipeline | null = null;
  let invalidate: () => void = () => undefined;
  /** View of the picture on the canvas, and whether another has been asked for. */
  let drawnView = now.view;
  let stale = true;
  let turned = false;
  let frames = 0;
  let drawnFrame: number | null = null;
  /** Whether whole pictures come fast enough to draw one for each movement. */
  let fluid = false;
  let tier: Tier = 'low';
  let scene: Scene3D | null = null;
  let renderer: WebGLRenderer | null = null;
  const gl = canvas.getContext('webgl2', CONTEXT);
  const root = createRoot(canvas);

  /** While the canvas is the picture it has its name; otherwise the still has it, and the canvas is nothing to a screen reader. */
  const name = (): void => {
    const live = canvas.dataset['live'] === 'true';
    if (!live) return canvas.setAttribute('aria-hidden', 'true');
    canvas.removeAttribute('aria-hidden');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', now.alt);
  };
  const status = (said: PlateStatus): void => {
    canvas.dataset['live'] = String(said === 'live');
    name();
    now.onStatus(said);
  };
  /** Figures for tests and benches. */
  const note = (): void => {
    const { calls = 0, triangles = 0 } = pipeline?.info().whole ?? {};
    const { geometries = 0, textures = 0 } = renderer?.info.memory ?? {};
    Object.assign(canvas.dataset, { frames, calls, triangles, geometries, textures, tier });
  };
  /** Takes a size of the frame, and pixels for each of its own; without them, what suits the tier. */
  const resize = (frame: Frame, wanted?: number): void => {
    if (renderer === null || pipeline === null) return;
    const [width, height] = [Math.max(1, frame.width), Math.max(1, frame.height)];
    // Where a part of the page is zoomed, one of its pixels is several of the device's.
    const zoom = box.clientWidth > 0 ? box.getBoundingClientRect().width / box.clientWidth : 1;
    const ratio =
      wanted === undefined
        ? Math.min(RATIO[tier], (window.devicePixelRatio || 1) * zoom, Math.sqrt(MOST_PIXELS[tier] / (width * height)))
        : Math.min(wanted, Math.sqrt(MOST_SAVED / (width * height)));
    renderer.setPixelRatio(1);
    renderer.setSize(Math.round(width * ratio), Math.round(height * ratio), false);
    pipeline.setSize(width, height, ratio);
    pipeline.setView(now.view);
    stale = true;
    invalidate();
  };
  const build = (): void => {
    if (renderer === null || scene === null) return;
    pipeline?.dispose();
    pipeline = new PlatePipeline(renderer, scene, tier);
    pipeline.setDetail(now.detail);
    pipeline.setTheme(now.theme, coloursAt(document.documentElement));
    pipeline.setReducedMotion(now.reducedMotion);
    pipeline.setActors(now.actors);
    pipeline.setLooks(now.looks);
    resize({ width: box.clientWidth, height: box.clientHeight });
  };
  const draw = (): void => {
    if (pipeline === null || disposed || gl?.isContextLost() === true) return;
    if (pipeline.render()) frames += 1;
    if (stale) {
      stale = false;
      turned = false;
      drawnView = now.view;
      canvas.style.transform = '';
    }
    note();
  };
  offerFiner(canvas, (ratio) => {
    if (canvas.dataset['live'] !== 'true' || canvas.style.transform !== '' || turned) return null;
    const frame = { width: box.clientWidth, height: box.clientHeight };
    if (canvas.width >= frame.width * ratio) return null;
    resize(frame, ratio);
    draw();
    const copy = copied(canvas);
    resize(frame);
    draw();
    return copy;
  });
  /** Draws one whole picture and gives the milliseconds until the card has finished it. */
  const timed = async (context: WebGL2RenderingContext): Promise<number> => {
    const started = performance.now();
    pipeline?.setView(now.view);
    stale = true;
    draw();
    await finished(context);
    return performance.now() - started;
  };
  /** Draws the first picture. With "auto" it finds the tier, unless this device remembers it. */
  const warmUp = async (context: WebGL2RenderingContext): Promise<void> => {
    const remembered = options.tier === 'auto' ? rememberedTier() : null;
    tier = (options.tier === 'auto' ? remembered : options.tier) === 'high' ? 'high' : 'low';
    build();
    const first = await timed(context);
    if (disposed) return;
    const measuring = options.tier === 'auto' && remembered === null;
    if (measuring && first > SLOW_MS) {
      rememberTier('slow');
      release();
      return status('slow');
    }
    const second = first > PLAINLY_LOW_MS ? first : await timed(context);
    if (disposed) return;
    fluid = second < FLUID_MS;
    if (measuring) {
      if (second < HIGH_TIER_MS) {
        tier = 'high';
        build();
        await timed(context);
        if (disposed) return;
      }
      rememberTier(tier);
    }
    now.onTier(tier);
    if (!context.isContextLost()) status('live');
  };

  const onLost = (event: Event): void => {
    event.preventDefault();
    // What it held on the card is gone; letting go of it now asks nothing of the next context.
    pipeline?.dispose();
    pipeline = null;
    status('lost');
  };
  const onRestored = (): void => {
    // Three, which listened first, has made a new state; everything is built again from the same arrays.
    build();
    draw();
    status('live');
  };
  const release = (): void => {
    canvas.removeEventListener('webglcontextlost', onLost);
    canvas.removeEventListener('webglcontextrestored', onRestored);
    pipeline?.dispose();
    note();
    pipeline = null;
    invalidate = () => undefined;
    root.unmount();
    // A renderer gives its context back when fiber disposes of it; without one it is given back here.
    if (renderer === null) gl?.getExtension('WEBGL_lose_context')?.loseContext();
    canvas.remove();
  };

  const start = async (): Promise<void> => {
    try {
      if (gl === null) throw new Error('no WebGL 2');
      scene = await loadScene(address);
      if (disposed) return;
      await root.configure({
        frameloop: 'demand',
        flat: true,
        linear: true,
        dpr: 1,
        size: { width: 1, height: 1, top: 0, left: 0 },
        gl: () => {
          const made = new WebGLRenderer({ canvas, context: gl, ...CONTEXT });
          made.outputColorSpace = LinearSRGBColorSpace;
          made.toneMapping = NoToneMapping;
          return made;
        },
      });
      if (disposed) return;
      canvas.style.width = '';
      canvas.style.height = '';
      // Listening only now lets three hear of a loss and a return first.
      canvas.addEventListener('webglcontextlost', onLost);
      canvas.addEventListener('webglcontextrestored', onRestored);
      const state = root.render(<Drawing onFrame={draw} />).getState();
      renderer = state.gl;
      invalidate = state.invalidate;
      await warmUp(gl);
    } catch {
      // No WebGL, or the scene could not be fetched: the still is the picture, and everything else works.
      if (!disposed) status('unavailable');
    }
  };
  void start();

  return {
    resize,
    setTheme: (theme) => {
      now = { ...now, theme };
      // The page's custom properties change in the same frame; they are read after it.
      requestAnimationFrame(() => {
        if (disposed) return;
        pipeline?.setTheme(now.theme, coloursAt(document.documentElement));
        invalidate();
      });
    },
    setDetail: (detail) => {
      now = { ...now, detail };
      pipeline?.setDetail(detail);
      invalidate();
    },
    setReducedMotion: (reducedMotion) => {
      now = { ...now, reducedMotion };
      pipeline?.setReducedMotion(reducedMotion);
      invalidate();
    },
    setAlt: (alt) => {
      now = { ...now, alt };
      name();
    },
    setView: (view) => {
      const asked = !sameView(view, now.view) || !sameView(view, drawnView) || turned || canvas.style.transform !== '';
      now = { ...now, view };
      if (!asked) return;
      pipeline?.setView(view);
      stale = true;
      invalidate();
    },
    holdView: (view) => {
      now = { ...now, view };
      if (fluid) {
        pipeline?.setView(view);
        stale = true;
        return invalidate();
      }
      if (view.yaw !== drawnView.yaw || view.tilt !== drawnView.tilt) {
        canvas.style.transform = '';
        pipeline?.hold(view);
        turned = true;
        return invalidate();
      }
      const [width, height] = [box.clientWidth, box.clientHeight];
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
    pick: (x, y) => (gl?.isContextLost() === false ? (pipeline?.pick(x, y) ?? null) : null),
    dispose: () => {
      disposed = true;
      release();
    },
  };
}
