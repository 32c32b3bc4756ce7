/** Times the pipeline by itself, without fiber or a page around it: one picture after another, each waited for. */
import { ColorManagement, LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import { decodeScene, type Detail, type Scene3D } from '../../../src/design/scene-format';
import type { PlateView } from '../../../src/views/plate3d/camera';
import { coloursAt } from '../../../src/views/plate3d/colours';
import { PlatePipeline, type Tier } from '../../../src/views/plate3d/pipeline';
import { wanderers } from './wanderers';

export interface Job {
  readonly scene: string;
  readonly tier: Tier;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly view: PlateView;
  readonly detail: Detail;
  readonly kind: 'whole' | 'moving' | 'turning';
  readonly frames: number;
}

export async function loadScene(address: string): Promise<Scene3D> {
  return decodeScene(await (await fetch(address)).arrayBuffer());
}

/** Milliseconds of each picture of a job. */
export async function measure(
  job: Job,
): Promise<{ readonly times: readonly number[]; readonly calls: number; readonly triangles: number }> {
  ColorManagement.enabled = false;
  const renderer = new WebGLRenderer({ antialias: false, alpha: false, preserveDrawingBuffer: true });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.toneMapping = NoToneMapping;
  renderer.setPixelRatio(job.ratio);
  renderer.setSize(job.width, job.height);
  const pipeline = new PlatePipeline(renderer, await loadScene(job.scene), job.tier);
  const { table, step } = wanderers(105);
  pipeline.setDetail(job.detail);
  pipeline.setTheme('paper', coloursAt(document.documentElement));
  pipeline.setActors([table]);
  pipeline.setLooks([]);
  pipeline.setSize(job.width, job.height, job.ratio);
  pipeline.setView(job.view);
  const gl = renderer.getContext();
  const finish = (): void => {
    renderer.setRenderTarget(null);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  };
  pipeline.render();
  finish();
  pipeline.render();
  finish();
  const times: number[] = [];
  for (let k = 0; k < job.frames; k += 1) {
    const started = performance.now();
    if (job.kind === 'whole') pipeline.setView(job.view);
    if (job.kind === 'turning') pipeline.hold({ ...job.view, yaw: Math.sin(k) * 10 });
    if (job.kind === 'moving') {
      step();
      pipeline.setActors([table]);
    }
    pipeline.render();
    finish();
    times.push(performance.now() - started);
  }
  const { calls, triangles } = pipeline.info()[job.kind === 'whole' ? 'whole' : 'last'];
  pipeline.dispose();
  renderer.dispose();
  renderer.forceContextLoss();
  return { times, calls, triangles };
}
