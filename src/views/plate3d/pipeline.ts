/**
 * Draws a baked scene in the house style, in layers that are kept: the crowd, drawn once for a camera; the receptors over it, drawn
 * again where one changes; the actors over both. Only the part of the picture that changed is copied, drawn and finished again.
 * Nothing is drawn unless asked.
 */
import { type BufferGeometry, Matrix4, Mesh, PerspectiveCamera, Scene, type ShaderMaterial, Vector3, type WebGLRenderer } from 'three';
import type { WebGLRenderTarget } from 'three';
import { STEPS_PER_NM, STEPS_PER_SCALE, type Detail, type Scene3D, type SceneBatch } from '../../design/scene-format';
import { Actors } from './actors';
import { applyView, type PlateView } from './camera';
import { type ColourOf, SHADE } from './colours';
import { Finish } from './finish';
import { type ActorTable, DOME, domeGeometry, meshGeometry } from './geometry';
import { InstanceSet } from './instances';
import { Looks, type ObjectLook } from './looks';
import { sharedUniforms, surfaceMaterial } from './materials';
import { isEmpty, NOWHERE, Sight, union, within, type Region } from './region';
import { PALETTE_SIZE } from './shaders';
import { aimAt, createTargets, disposeTargets } from './targets';

export type { ObjectLook } from './looks';
export type Tier = 'high' | 'low';

const DETAILS: readonly Detail[] = ['diagram', 'calm', 'plate'];
/** Objects of these kinds change with the simulation, so their batches are a layer of their own over the crowd. */
const LIVE_KINDS = new Set(['nmda', 'ampa', 'mglur', 'gate', 'pore']);
/** Triangles that one table of actors may hold before its molecules are drawn with coarser meshes. */
const ACTOR_TRIANGLES = { high: 280_000, low: 80_000 } as const;
/** Below so many CSS pixels a nanometre these batches are left out (ART-DIRECTION 8). */
const SMALLEST: readonly (readonly [RegExp, number])[] = [
  [/tails$|^vesicle-heads/, 1.2],
  [/^crowd:/, 0.5],
];

interface Drawn {
  readonly batch: SceneBatch;
  readonly mesh: Mesh;
  readonly material: ShaderMaterial;
  readonly set: InstanceSet;
}

interface Count {
  readonly calls: number;
  readonly triangles: number;
}
export interface PipelineInfo {
  /** The last picture, and the last that drew every layer. */
  readonly last: Count;
  readonly whole: Count;
}

interface Layers {
  readonly crowd: WebGLRenderTarget;
  readonly standing: WebGLRenderTarget;
  readonly picture: WebGLRenderTarget;
}

export class PlatePipeline {
  readonly camera = new PerspectiveCamera();
  private readonly shared = sharedUniforms();
  private readonly meshes = new Map<string, BufferGeometry>();
  private readonly crowdScene = new Scene();
  private readonly standingScene = new Scene();
  private readonly actorScene = new Scene();
  private readonly crowd: Drawn[] = [];
  private readonly standing: Drawn[] = [];
  private readonly crowdLines = new Set<number>();
  private readonly palette: string[];
  private readonly looks: Looks;
  private readonly actors: Actors;
  private readonly passes: Finish;
  private layers: Layers | null = null;
  private crowdStale = true;
  private standingStale: Region = NOWHERE;
  private actorsAt: Region = NOWHERE;
  private actorsStale = true;
  private wholeStale = true;
  private detail: Detail = 'plate';
  private size = { width: 1, height: 1, ratio: 1 };
  private view: PlateView = { widthNm: 300, x: 0, y: 0, yaw: 0, tilt: 8, fov: 18 };
  private held: PlateView | null = null;
  private sight = new Sight(new Matrix4(), 1, 1, 1, 1);
  private colourOf: ColourOf = () => new Vector3(0.5, 0.5, 0.5);
  private counted: PipelineInfo = { last: { calls: 0, triangles: 0 }, whole: { calls: 0, triangles: 0 } };
  private reducedMotion = false;

  constructor(
    private readonly renderer: WebGLRenderer,
    scene: Scene3D,
    tier: Tier,
  ) {
    renderer.autoClear = false;
    renderer.info.autoReset = false;
    this.palette = [...scene.palette];
    this.looks = new Looks(scene);
    this.shared.uLooks.value = this.looks.texture;
    this.passes = new Finish(renderer, tier === 'low', this.looks.texture);
    this.meshes.set('sphere', domeGeometry(DOME[tier].rim, DOME[tier].crown));
    for (const mesh of scene.meshes) this.meshes.set(mesh.name, meshGeometry(mesh));
    this.actors = new Actors(this.actorScene, this.shared, this.meshes, ACTOR_TRIANGLES[tier], (token) => this.colourIndex(token));
    const liveLines = new Set(
      scene.objects.filter(({ kind }) => LIVE_KINDS.has(kind)).flatMap(({ id, lineIds }) => [...(lineIds ?? [id])]),
    );
    for (const batch of scene.batches) {
      const base = this.meshes.get(batch.mesh);
      if (base === undefined || (tier === 'low' && batch.highTierOnly)) continue;
      const material = surfaceMaterial(this.shared, {
        sphere: batch.mesh === 'sphere',
        fog: batch.fog,
        flat: batch.flat,
        clip: batch.clip,
        scaleUnit: 1 / STEPS_PER_SCALE,
        placeUnit: 1 / STEPS_PER_NM,
      });
      const set = new InstanceSet(base, batch);
      const mesh = new Mesh(set.geometry, material);
      mesh.frustumCulled = false;
      const live = batch.ids.some((id) => liveLines.has(id));
      (live ? this.standingScene : this.crowdScene).add(mesh);
      (live ? this.standing : this.crowd).push({ batch, mesh, material, set });
      if (!live) for (const id of batch.ids) this.crowdLines.add(id);
    }
  }

  setSize(width: number, height: number, ratio: number): void {
    const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
    this.size = { width, height, ratio };
    this.crowdStale = true;
    if (this.layers?.picture.width === w && this.layers.picture.height === h) return;
    this.dropLayers();
    this.layers = { crowd: createTargets(w, h), standing: createTargets(w, h), picture: createTargets(w, h) };
    this.passes.setSize(w, h);
  }

  /** The view that is drawn from now on. */
  setView(view: PlateView): void {
    this.view = view;
    this.held = null;
    this.shared.uFocus.value = applyView(this.camera, view, this.size.width / this.size.height);
    this.crowdStale = true;
  }

  /** A view that is only shown, by turning the last picture, until the next `setView`. */
  hold(view: PlateView): void {
    if (this.held === null) this.wholeStale = true;
    this.held = view;
  }

  /** Takes the colours of a theme. Baked geometry is the same in both. */
  setTheme(theme: 'paper' | 'lecture', colourOf: ColourOf): void {
    this.colourOf = colourOf;
    this.shared.uShade.value = SHADE[theme];
    this.paint();
    for (const { batch, material } of [...this.crowd, ...this.standing]) material.uniforms['uGround'] = { value: colourOf(batch.ground) };
    this.actors.setTheme(colourOf);
    this.passes.setTheme(theme, colourOf);
    this.crowdStale = true;
  }

  private paint(): void {
    this.palette.slice(0, PALETTE_SIZE).forEach((token, index) => this.shared.uPalette.value[index]?.copy(this.colourOf(token)));
  }

  private colourIndex(token: string): number {
    const known = this.palette.indexOf(token);
    if (known >= 0) return known;
    this.palette.push(token);
    this.paint();
    return this.palette.length - 1;
  }

  setDetail(detail: Detail): void {
    this.detail = detail;
    this.crowdStale = true;
  }

  /** With reduced motion there is no grain while something moves, since grain that stands still over motion crawls. */
  setReducedMotion(reduced: boolean): void {
    this.wholeStale ||= this.reducedMotion !== reduced;
    this.reducedMotion = reduced;
  }

  setActors(tables: readonly ActorTable[]): void {
    this.actors.set(tables, this.colourOf);
    this.actorsStale = true;
  }

  /** Takes the looks of all objects that are not plain. */
  setLooks(looks: readonly ObjectLook[]): void {
    const { lines, outlines, selected } = this.looks.set(looks);
    this.passes.setContour(selected);
    if (outlines) this.wholeStale = true;
    if (lines.size === 0) return;
    for (const line of lines) if (this.crowdLines.has(line)) this.crowdStale = true;
    for (const { set } of this.standing) this.standingStale = union(this.standingStale, set.regionOf(this.sight, lines));
  }

  /** One picture: what has changed since the last one, layer by layer. Gives false when nothing had. */
  render(): boolean {
    const { renderer, layers } = this;
    if (layers === null) return false;
    const { width, height } = layers.picture;
    const whole: Region = { left: 0, bottom: 0, right: width, top: height };
    const inside = (region: Region, margin: number): Region => within(region, margin, width, height);
    renderer.info.reset();
    renderer.setClearColor(0x000000, 0);
    const isWhole = this.crowdStale;
    if (isWhole) {
      this.sort(whole);
      aimAt(renderer, layers.crowd, whole);
      renderer.clear();
      renderer.render(this.crowdScene, this.camera);
      this.standingStale = whole;
      this.crowdStale = false;
    }
    const standing = inside(this.standingStale, 1);
    if (!isEmpty(standing)) {
      for (const { set } of this.standing) set.select(this.sight, standing);
      this.passes.copy(layers.crowd, layers.standing, standing);
      renderer.render(this.standingScene, this.camera);
      this.standingStale = NOWHERE;
    }
    const actorsAt = inside(this.actors.region(this.sight), 2);
    const moved = this.actorsStale || !isEmpty(standing) ? union(union(this.actorsAt, actorsAt), standing) : NOWHERE;
    this.actorsStale = false;
    this.actorsAt = actorsAt;
    if (!isEmpty(moved)) {
      this.passes.copy(layers.standing, layers.picture, moved);
      if (!isEmpty(actorsAt)) renderer.render(this.actorScene, this.camera);
    }
    const fresh = this.wholeStale ? whole : inside(moved, this.passes.margin);
    this.wholeStale = false;
    const grain = !this.reducedMotion || !this.actors.any();
    if (!isEmpty(fresh)) this.passes.finish(layers.picture, fresh, grain, this.held !== null);
    if (this.held !== null) this.passes.turn(layers.picture, this.camera, this.shared.uFocus.value, this.held, whole);
    renderer.setScissorTest(false);
    const { calls, triangles } = renderer.info.render;
    this.counted = { last: { calls, triangles }, whole: isWhole ? { calls, triangles } : this.counted.whole };
    return calls > 0;
  }

  /** Finds what can be seen of the crowd from here. */
  private sort(whole: Region): void {
    const { width, ratio } = this.size;
    const { widthNm } = this.view;
    const matrix = new Matrix4().multiplyMatrices(this.camera.projectionMatrix, this.camera.matrixWorldInverse);
    this.sight = new Sight(matrix, whole.right, whole.top, (width * ratio) / widthNm, this.shared.uFocus.value);
    this.passes.setScale(widthNm, width, ratio);
    const shown = DETAILS.slice(0, DETAILS.indexOf(this.detail) + 1);
    const tooSmall = SMALLEST.filter(([, least]) => width / widthNm < least).map(([names]) => names);
    for (const { batch, mesh, set } of [...this.crowd, ...this.standing]) {
      mesh.visible = shown.includes(batch.detail) && !tooSmall.some((names) => names.test(batch.name));
      if (mesh.visible) set.select(this.sight, whole);
      mesh.visible &&= set.geometry.instanceCount > 0;
    }
  }

  /** The object under a point of the frame in CSS pixels, or null. Looks a few pixels around, for small things. */
  pick(x: number, y: number, reach = 3): number | null {
    if (this.layers === null) return null;
    const { picture } = this.layers;
    const side = Math.max(1, Math.round(reach * this.size.ratio)) * 2 + 1;
    const left = Math.round(x * this.size.ratio - side / 2);
    const bottom = Math.round(picture.height - y * this.size.ratio - side / 2);
    const pixels = new Uint8Array(side * side * 4);
    this.renderer.readRenderTargetPixels(picture, left, bottom, side, side, pixels, undefined, 2);
    let best: { readonly id: number; readonly distance: number } | null = null;
    for (let row = 0; row < side; row += 1) {
      for (let column = 0; column < side; column += 1) {
        const at = (row * side + column) * 4;
        const id = this.looks.objectAt((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) * 256);
        const distance = Math.hypot(row - side / 2, column - side / 2);
        if (id !== null && pixels[at + 3] !== 0 && (best === null || distance < best.distance)) best = { id, distance };
      }
    }
    return best?.id ?? null;
  }

  info(): PipelineInfo {
    return this.counted;
  }

  private dropLayers(): void {
    for (const layer of Object.values(this.layers ?? {})) disposeTargets(layer);
    this.layers = null;
  }

  dispose(): void {
    for (const { mesh, material } of [...this.crowd, ...this.standing]) {
      mesh.geometry.dispose();
      material.dispose();
    }
    this.actors.clear();
    for (const geometry of this.meshes.values()) geometry.dispose();
    this.dropLayers();
    this.passes.dispose();
    this.looks.dispose();
  }
}
