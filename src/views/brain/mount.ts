/**
 * The live picture on a canvas of its own: draws once when something changed and never otherwise, takes the light meshes first and the
 * full ones when they have come, and survives the loss of its context.
 */
import { ColorManagement, LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import { copied, offerFiner } from '../shared/figure/finer';
import { rememberedTier, rememberTier } from '../plate3d/tier-memory';
import { loadMeshes } from './atlas-data';
import { BrainPipeline, type BrainColours, type BrainFrame } from './pipeline';

// Token colours pass through untouched.
ColorManagement.enabled = false;

export type BrainStatus = 'still' | 'live' | 'lost' | 'unavailable' | 'slow';
export type BrainTier = 'auto' | 'high' | 'low' | 'none';

/** Device pixels a CSS pixel, and the largest picture, device pixels. Lines are a pixel or two wide: more pixels are their smoothing. */
const RATIO = { high: 2, low: 1.25 } as const;
const MOST_PIXELS = { high: 6_000_000, low: 1_500_000 } as const;
/** Most device pixels of a picture that is drawn once for a file. */
const MOST_SAVED = 12_000_000;
/** A second picture of the low tier that takes longer means that the high tier is out of reach, ms. */
const HIGH_TIER_MS = 25;
/** A first picture that takes longer is no use to anybody, ms. */
const SLOW_MS = 8_000;
/** While the reader turns the brain, pictures that take longer are drawn with fewer pixels, ms. */
const FLUID_MS = 40;
const MOVING_SHARE = 0.5;

const CONTEXT: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  preserveDrawingBuffer: true,
};

/** A frame without its pixels: those depend on the tier. */
export type WantedFrame = Omit<BrainFrame, 'ratio'>;

export interface MountOptions {
  readonly tier: 'auto' | 'high' | 'low';
  readonly className: string | undefined;
  readonly frame: WantedFrame;
  readonly colours: BrainColours;
  readonly onStatus: (status: BrainStatus) => void;
}

export interface MountedBrain {
  /** Takes a new view or size. `moving` says that another will follow at once. */
  readonly setFrame: (frame: WantedFrame, moving: boolean) => void;
  readonly setColours: (colours: BrainColours) => void;
  readonly dispose: () => void;
}

export function mountBrain(box: HTMLElement, options: MountOptions): MountedBrain {
  const canvas = document.createElement('canvas');
  if (options.className !== undefined) canvas.className = options.className;
  canvas.setAttribute('aria-hidden', 'true');
  box.prepend(canvas);
  const gl = canvas.getContext('webgl2', CONTEXT);

  let { frame, colours } = options;
  let moving = false;
  let disposed = false;
  let renderer: WebGLRenderer | null = null;
  let pipeline: BrainPipeline | null = null;
  let tier: 'high' | 'low' = options.tier === 'high' ? 'high' : 'low';
  let asked: number | null = null;
  let pictures = 0;
  let lastMs = 0;

  const status = (said: BrainStatus): void => {
    canvas.dataset['live'] = String(said === 'live');
    options.onStatus(said);
  };
  /** Draws with so many pixels for each of the frame's own; without them, with what suits the tier. */
  const draw = (wanted?: number): number => {
    asked = null;
    if (renderer === null || pipeline === null || disposed || gl?.isContextLost() !== false) return 0;
    const started = performance.now();
    const most = Math.sqrt(MOST_PIXELS[tier] / Math.max(1, frame.width * frame.height));
    // A page that is shown larger, for a room, has more device pixels for each of its own.
    const zoom = Math.max(1, box.getBoundingClientRect().width / Math.max(1, box.clientWidth));
    const sharp = Math.min(tier === 'high' ? RATIO.high * zoom : Math.max(RATIO.low, Math.min(window.devicePixelRatio, 1.5)), most);
    const usual = moving && lastMs > FLUID_MS ? sharp * MOVING_SHARE : sharp;
    const ratio = wanted === undefined ? usual : Math.min(wanted, Math.sqrt(MOST_SAVED / Math.max(1, frame.width * frame.height)));
    const [width, height] = [Math.max(1, Math.round(frame.width * ratio)), Math.max(1, Math.round(frame.height * ratio))];
    if (canvas.width !== width || canvas.height !== height) renderer.setSize(width, height, false);
    pipeline.setFrame({ ...frame, ratio });
    if (!pipeline.render()) return 0;
    // Reading one pixel waits for the card, so that the time is the true one.
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    const took = performance.now() - started;
    if (!moving && wanted === undefined) lastMs = took;
    pictures += 1;
    const { calls, triangles } = renderer.info.render;
    const { geometries, textures } = renderer.info.memory;
    Object.assign(canvas.dataset, { frames: pictures, calls, triangles, geometries, textures, tier, ms: Math.round(took) });
    return took;
  };
  offerFiner(canvas, (ratio) => {
    if (canvas.dataset['live'] !== 'true' || moving || canvas.width >= frame.width * ratio) return null;
    draw(ratio);
    const copy = copied(canvas);
    draw();
    return copy;
  });
  const ask = (): void => {
    if (pipeline === null || disposed) return;
    asked ??= requestAnimationFrame(() => draw());
  };
  const build = async (set: 'light' | 'full'): Promise<void> => {
    const meshes = await loadMeshes(set);
    if (disposed || renderer === null) return;
    if (set === 'full') {
      pipeline?.dispose();
      pipeline = null;
    }
    pipeline ??= new BrainPipeline(renderer, set === 'full');
    pipeline.setMeshes(meshes);
    pipeline.setColours(colours);
  };

  const onLost = (event: Event): void => {
    event.preventDefault();
    pipeline?.dispose();
    pipeline = null;
    status('lost');
  };
  const onRestored = (): void => {
    void build(tier === 'high' ? 'full' : 'light').then(() => {
      draw();
      status('live');
    });
  };
  const release = (): void => {
    if (asked !== null) cancelAnimationFrame(asked);
    canvas.removeEventListener('webglcontextlost', onLost);
    canvas.removeEventListener('webglcontextrestored', onRestored);
    pipeline?.dispose();
    pipeline = null;
    if (renderer !== null) {
      const { geometries, textures } = renderer.info.memory;
      Object.assign(canvas.dataset, { geometries, textures });
      renderer.dispose();
    }
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    renderer = null;
    canvas.remove();
  };

  const start = async (): Promise<void> => {
    try {
      if (gl === null || gl.getExtension('EXT_color_buffer_float') === null) throw new Error('no half float targets');
      renderer = new WebGLRenderer({ canvas, context: gl, ...CONTEXT });
      renderer.outputColorSpace = LinearSRGBColorSpace;
      renderer.toneMapping = NoToneMapping;
      renderer.setPixelRatio(1);
      // Three listens first, so that it hears of a loss and a return before the picture does.
      canvas.addEventListener('webglcontextlost', onLost);
      canvas.addEventListener('webglcontextrestored', onRestored);
      const remembered = options.tier === 'auto' ? rememberedTier() : null;
      if (remembered === 'high') tier = 'high';
      await build('light');
      if (disposed) return;
      const first = draw();
      const measuring = options.tier === 'auto' && remembered === null;
      if (measuring && first > SLOW_MS) {
        rememberTier('slow');
        release();
        return status('slow');
      }
      status('live');
      if (measuring) {
        tier = draw() < HIGH_TIER_MS ? 'high' : 'low';
        rememberTier(tier);
      }
      if (tier === 'low') return;
      await build('full');
      draw();
    } catch {
      if (!disposed) {
        release();
        status('unavailable');
      }
    }
  };
  void start();

  return {
    setFrame: (next, isMoving) => {
      frame = next;
      moving = isMoving;
      ask();
    },
    setColours: (next) => {
      colours = next;
      pipeline?.setColours(next);
      ask();
    },
    dispose: () => {
      if (disposed) return;
      disposed = true;
      release();
    },
  };
}
