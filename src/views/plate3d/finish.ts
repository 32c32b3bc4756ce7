/** The last passes: lines, contact shade and grain over the targets, and the last picture turned when there is no time for a new one. */
import {
  Matrix3,
  Matrix4,
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  Vector3,
  type PerspectiveCamera,
  type ShaderMaterial,
  type Texture,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { stanceOf, type PlateView } from './camera';
import type { ColourOf } from './colours';
import { copyMaterial, grainMaterial, postMaterial, turnMaterial } from './materials';
import type { Region } from './region';
import { aimAt, createPicture, disposeTargets } from './targets';

const STRENGTH = { paper: { shade: 0.62, grain: 0.018 }, lecture: { shade: 0.75, grain: 0.014 } } as const;

/** Reach of a selected thing's contour and its casing, CSS pixels. */
const CONTOUR = 4;

function put(material: ShaderMaterial, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const uniform = material.uniforms[name];
    if (uniform !== undefined) uniform.value = value;
  }
}

export class Finish {
  private readonly copyPass = copyMaterial();
  private readonly post: ShaderMaterial;
  private readonly turnPass = turnMaterial();
  private readonly screen = new Mesh(new PlaneGeometry(2, 2), this.copyPass);
  private readonly screenScene = new Scene();
  private readonly screenCamera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  private noise: WebGLRenderTarget | null = null;
  private finished: WebGLRenderTarget | null = null;
  private grain = 0;
  /** Reach of the passes beyond what changed, device pixels. */
  margin = 0;

  constructor(
    private readonly renderer: WebGLRenderer,
    low: boolean,
    looks: Texture,
  ) {
    this.post = postMaterial(low);
    put(this.post, { uLooks: looks });
    this.screen.frustumCulled = false;
    this.screenScene.add(this.screen);
  }

  private draw(material: ShaderMaterial): void {
    this.screen.material = material;
    this.renderer.render(this.screenScene, this.screenCamera);
  }

  setSize(width: number, height: number): void {
    this.noise?.dispose();
    this.noise = createPicture(width, height, true);
    const grain = grainMaterial();
    this.renderer.setRenderTarget(this.noise);
    this.draw(grain);
    grain.dispose();
    put(this.post, { uNoise: this.noise.texture });
    this.forgetFinished();
  }

  setTheme(theme: 'paper' | 'lecture', colourOf: ColourOf): void {
    this.grain = STRENGTH[theme].grain;
    put(this.post, { uInk: colourOf('outline'), uPaper: colourOf('paper'), uMark: colourOf('ink'), uShadeStrength: STRENGTH[theme].shade });
    put(this.turnPass, { uPaper: colourOf('paper') });
  }

  /** Line width and shade radius for a frame of so many nm and CSS pixels (7.3, 7.4). */
  setScale(widthNm: number, width: number, ratio: number): void {
    const close = widthNm < 80;
    const line = (close ? 1.05 : Math.min(1.05, Math.max(0.55, (0.19 * width) / widthNm))) * ratio;
    const radius = (close ? 9 : 6) * ratio;
    put(this.post, { uLine: line, uShadeRadius: radius, uPixel: ratio });
    this.margin = Math.ceil(Math.max(radius, line * 2, CONTOUR * ratio)) + 1;
  }

  /** Whether the selected things have a contour, two CSS pixels of ink and two of paper round it. */
  setContour(on: boolean): void {
    put(this.post, { uContour: on ? 1 : 0 });
  }

  /** Brings a part of a kept layer into another. */
  copy(from: WebGLRenderTarget, to: WebGLRenderTarget, region: Region): void {
    const [uColour, uShape, uIds] = from.textures;
    put(this.copyPass, { uColour, uShape, uIds, uDepth: from.depthTexture });
    aimAt(this.renderer, to, region);
    this.draw(this.copyPass);
  }

  /** Finishes a part of the picture, on the canvas or in the copy that turning needs. Static grain over motion crawls: it can be off. */
  finish(targets: WebGLRenderTarget, region: Region, grain: boolean, aside: boolean): void {
    const [uColour, uShape, uIds] = targets.textures;
    put(this.post, { uColour, uShape, uIds, uGrain: grain ? this.grain : 0 });
    if (aside) this.finished ??= createPicture(targets.width, targets.height);
    aimAt(this.renderer, aside ? this.finished : null, region);
    this.draw(this.post);
  }

  /** Shows the picture finished aside, drawn by `camera`, as it looks in another view, as far as its depths tell. */
  turn(targets: WebGLRenderTarget, camera: PerspectiveCamera, focus: number, wanted: PlateView, whole: Region): void {
    const aspect = targets.width / targets.height;
    const { eye, right, up, back, distance } = stanceOf(wanted, aspect);
    const across = wanted.widthNm / 2 / distance;
    const columns = [right.map((part) => part * across), up.map((part) => (part * across) / aspect), back].flat();
    put(this.turnPass, {
      uFinished: this.finished?.texture ?? null,
      uShape: targets.textures[1],
      uDrawn: new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
      uDrawnFocus: focus,
      uRays: new Matrix3().fromArray(columns),
      uEye: new Vector3(...eye),
    });
    aimAt(this.renderer, null, whole);
    this.draw(this.turnPass);
  }

  forgetFinished(): void {
    disposeTargets(this.finished);
    this.finished = null;
  }

  dispose(): void {
    this.forgetFinished();
    disposeTargets(this.noise);
    this.screen.geometry.dispose();
    for (const material of [this.copyPass, this.post, this.turnPass]) material.dispose();
  }
}
