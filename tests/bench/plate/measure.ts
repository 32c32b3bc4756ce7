/** Times drawing by itself, without fiber or a page around it: one picture after another, each waited for. */
import { ColorManagement, LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import type { Detail } from '../../../src/design/scene-format';
import type { PlateView } from '../../../src/views/plate3d/camera';
import { coloursAt } from '../../../src/views/plate3d/colours';
import { loadScene } from '../../../src/views/plate3d/load';
import { PlatePipeline, type Tier } from '../../../src/views/plate3d/pipeline';
import { OrdinaryScene } from './ordinary';
import { wanderers } from './wanderers';

export interface Job {
  readonly scene: string;
  /** A tier of the plate, or the same instances as ordinary meshes. */
  readonly drawing: Tier | 'ordinary';
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly view: PlateView;
  readonly detail: Detail;
  /** A picture from nothing, one after molecules moved, or one while the camera turns. */
  readonly kind: 'whole' | 'moving' | 'turning';
  readonly pictures: number;
}

export interface Measured {
  /** Milliseconds of each picture. */
  readonly times: readonly number[];
  readonly calls: number;
  readonly triangles: number;
  /** What the browser says it draws with. */
  readonly card: string;
}

const MOLECULES = 105;

/** Draws the pictures of a job after two that are not counted. */
export async function measure(job: Job): Promise<Measured> {
  ColorManagement.enabled = false;
  const renderer = new WebGLRenderer({ antialias: false, alpha: false, preserveDrawingBuffer: true });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.toneMapping = NoToneMapping;
  renderer.autoClear = false;
  renderer.info.autoReset = false;
  renderer.setPixelRatio(job.ratio);
  renderer.setSize(job.width, job.height);
  const gl = renderer.getContext();
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const card = String(gl.getParameter(named?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  const scene = await loadScene(job.scene);
  const colourOf = coloursAt(document.documentElement);
  const { table, step } = wanderers(MOLECULES);
  const turned = (k: number): PlateView => (job.kind === 'turning' ? { ...job.view, yaw: Math.sin(k + 1) * 10 } : job.view);
  let draw: (k: number) => void;
  let dispose = (): void => undefined;
  if (job.drawing === 'ordinary') {
    const ordinary = new OrdinaryScene(renderer, scene, colourOf, table);
    draw = (k) => ordinary.render(turned(k), job.width / job.height);
  } else {
    const pipeline = new PlatePipeline(renderer, scene, job.drawing);
    pipeline.setDetail(job.detail);
    pipeline.setTheme('paper', colourOf);
    const tables = [table];
    pipeline.setActors(tables);
    pipeline.setSize(job.width, job.height, job.ratio);
    pipeline.setView(job.view);
    draw = (k) => {
      if (job.kind === 'whole') pipeline.setView(job.view);
      if (job.kind === 'turning' && k >= 0) pipeline.hold(turned(k));
      if (job.kind === 'moving') pipeline.setActors(tables);
      pipeline.render();
    };
    dispose = () => pipeline.dispose();
  }
  const timed = (k: number): number => {
    if (job.kind === 'moving') step();
    const started = performance.now();
    draw(k);
    // Reading a pixel back makes the card finish.
    renderer.setRenderTarget(null);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    return performance.now() - started;
  };
  timed(-2);
  timed(-1);
  const times = Array.from({ length: job.pictures }, (_, k) => timed(k));
  const { calls, triangles } = renderer.info.render;
  dispose();
  renderer.dispose();
  renderer.forceContextLoss();
  return { times, calls, triangles, card };
}
