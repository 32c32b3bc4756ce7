/**
 * Draws a baked scene in the house style. The static crowd is drawn once for a camera and kept with its depth; what moves is drawn
 * over it; one full-screen pass adds contact shade, lines and grain. Nothing is drawn unless asked.
 */
import {
  type BufferGeometry,
  DataTexture,
  Mesh,
  NearestFilter,
  OrthographicCamera,
  PerspectiveCamera,
  PlaneGeometry,
  RGBAFormat,
  Scene,
  type ShaderMaterial,
  UnsignedByteType,
  Vector3,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { STEPS_PER_NM, STEPS_PER_SCALE, type Detail, type Scene3D, type SceneBatch } from '../../design/scene-format';
import { applyView, project, type PlateView } from './camera';
import { type ColourOf, SHADE } from './colours';
import { type ActorTable, actorGeometry, batchGeometry, domeGeometry, meshGeometry } from './geometry';
import { copyMaterial, postMaterial, sharedUniforms, surfaceMaterial } from './materials';
import { PALETTE_SIZE } from './shaders';
import { createTargets } from './targets';

export type Tier = 'high' | 'low';

/** How an object is drawn now. `tilt` swings its halves apart, in radians. */
export interface ObjectLook {
  readonly id: number;
  readonly hidden?: boolean;
  readonly tilt?: number;
  readonly look?: 'plain' | 'hover' | 'selected' | 'dimmed';
}

const LOOK_BYTE = { plain: 0, hover: 120, selected: 180, dimmed: 240 } as const;
const DETAILS: readonly Detail[] = ['diagram', 'calm', 'plate'];
/** Objects of these kinds change with the simulation, so their batches are drawn over the cached crowd. */
const LIVE_KINDS = new Set(['nmda', 'ampa', 'mglur', 'gate', 'pore']);

interface Drawn {
  readonly batch: SceneBatch;
  readonly mesh: Mesh;
  readonly material: ShaderMaterial;
}

interface Acting {
  readonly table: ActorTable;
  readonly mesh: Mesh;
  readonly material: ShaderMaterial;
  readonly refresh: () => void;
}

export interface PipelineInfo {
  readonly calls: number;
  readonly triangles: number;
}

export class PlatePipeline {
  readonly camera = new PerspectiveCamera();
  private readonly shared = sharedUniforms();
  private readonly meshes = new Map<string, BufferGeometry>();
  private readonly crowd = new Scene();
  private readonly live = new Scene();
  private readonly drawn: Drawn[] = [];
  private readonly palette: string[];
  private readonly looks: DataTexture;
  private readonly objectOfLine = new Map<number, number>();
  private readonly linesOf = new Map<number, number[]>();
  private acting: Acting[] = [];
  private cache: WebGLRenderTarget | null = null;
  private targets: WebGLRenderTarget | null = null;
  private readonly copy = copyMaterial();
  private post: ShaderMaterial;
  private readonly screen = new Mesh(new PlaneGeometry(2, 2));
  private readonly screenScene = new Scene();
  private readonly screenCamera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  private crowdStale = true;
  private size = { width: 1, height: 1, ratio: 1 };
  private view: PlateView = { widthNm: 300, x: 0, y: 0, yaw: 0, tilt: 8, fov: 18 };
  private colourOf: ColourOf = () => new Vector3(0.5, 0.5, 0.5);
  private counted: PipelineInfo = { calls: 0, triangles: 0 };

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly scene: Scene3D,
    tier: Tier,
  ) {
    renderer.autoClear = false;
    this.palette = [...scene.palette];
    this.post = postMaterial(tier === 'low');
    this.looks = new DataTexture(new Uint8Array(256 * 256 * 4), 256, 256, RGBAFormat, UnsignedByteType);
    this.looks.minFilter = NearestFilter;
    this.looks.magFilter = NearestFilter;
    const bytes = this.lookBytes();
    for (let at = 0; at < bytes.length; at += 4) bytes[at] = 128;
    this.looks.needsUpdate = true;
    this.shared.uLooks.value = this.looks;
    this.meshes.set('sphere', domeGeometry());
    for (const mesh of scene.meshes) this.meshes.set(mesh.name, meshGeometry(mesh));
    const liveLines = new Set<number>();
    for (const object of scene.objects) {
      const lines = object.lineIds ?? [object.id];
      this.linesOf.set(object.id, [...lines]);
      for (const line of lines) {
        this.objectOfLine.set(line, object.id);
        if (LIVE_KINDS.has(object.kind)) liveLines.add(line);
      }
    }
    for (const batch of scene.batches) {
      const base = this.meshes.get(batch.mesh);
      if (base === undefined || (tier === 'low' && batch.highTierOnly)) continue;
      const material = surfaceMaterial(this.shared, {
        sphere: batch.mesh === 'sphere',
        fog: batch.fog,
        flat: batch.flat,
        clip: batch.clip,
        scaleUnit: 1 / STEPS_PER_SCALE,
      });
      material.defines = { PLACE_UNIT: (1 / STEPS_PER_NM).toFixed(8) };
      const mesh = new Mesh(batchGeometry(base, batch), material);
      mesh.frustumCulled = false;
      (batch.ids.some((id) => liveLines.has(id)) ? this.live : this.crowd).add(mesh);
      this.drawn.push({ batch, mesh, material });
    }
    this.screen.frustumCulled = false;
    this.screenScene.add(this.screen);
  }

  private lookBytes(): Uint8Array {
    return this.looks.image.data as Uint8Array;
  }

  setSize(width: number, height: number, ratio: number): void {
    this.size = { width, height, ratio };
    const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
    if (this.targets?.width === w && this.targets.height === h) return;
    this.cache?.dispose();
    this.targets?.dispose();
    this.cache = createTargets(w, h);
    this.targets = createTargets(w, h);
    this.crowdStale = true;
  }

  setView(view: PlateView): void {
    this.view = view;
    this.shared.uFocus.value = applyView(this.camera, view, this.size.width / this.size.height);
    this.crowdStale = true;
  }

  /** Takes the colours of a theme. Baked geometry is the same in both. */
  setTheme(theme: 'paper' | 'lecture', colourOf: ColourOf): void {
    this.colourOf = colourOf;
    this.shared.uShade.value = SHADE[theme];
    this.paint();
    for (const { batch, material } of this.drawn) material.uniforms['uGround'] = { value: colourOf(batch.ground) };
    for (const { material } of this.acting) material.uniforms['uGround'] = { value: colourOf('paper') };
    const post = this.post.uniforms;
    post['uInk'] = { value: colourOf('outline') };
    post['uPaper'] = { value: colourOf('paper') };
    post['uShadeStrength'] = { value: theme === 'paper' ? 0.62 : 0.75 };
    post['uGrain'] = { value: theme === 'paper' ? 0.018 : 0.014 };
    this.crowdStale = true;
  }

  private paint(): void {
    this.palette.slice(0, PALETTE_SIZE).forEach((token, index) => this.shared.uPalette.value[index]?.copy(this.colourOf(token)));
  }

  setDetail(detail: Detail): void {
    const shown = DETAILS.slice(0, DETAILS.indexOf(detail) + 1);
    for (const { batch, mesh } of this.drawn) mesh.visible = shown.includes(batch.detail);
    this.crowdStale = true;
  }

  setActors(tables: readonly ActorTable[]): void {
    if (this.acting.length === tables.length && this.acting.every(({ table }, index) => table === tables[index])) {
      for (const { refresh } of this.acting) refresh();
      return;
    }
    for (const { mesh, material } of this.acting) {
      this.live.remove(mesh);
      mesh.geometry.dispose();
      material.dispose();
    }
    this.acting = tables.flatMap((table): Acting[] => {
      const base = this.meshes.get(table.mesh);
      if (base === undefined) return [];
      let colour = this.palette.indexOf(table.colour);
      if (colour < 0) colour = this.palette.push(table.colour) - 1;
      const material = surfaceMaterial(this.shared, {
        sphere: table.mesh === 'sphere',
        fog: [-4, 92],
        flat: false,
        clip: false,
        scaleUnit: 1,
      });
      material.defines = { PLACE_UNIT: '1.0' };
      material.uniforms['uGround'] = { value: this.colourOf('paper') };
      const { geometry, refresh } = actorGeometry(base, table, colour);
      const mesh = new Mesh(geometry, material);
      mesh.frustumCulled = false;
      this.live.add(mesh);
      return [{ table, mesh, material, refresh }];
    });
    this.paint();
  }

  setLooks(looks: readonly ObjectLook[]): void {
    const bytes = this.lookBytes();
    for (const { id, hidden, tilt = 0, look = 'plain' } of looks) {
      for (const line of this.linesOf.get(id) ?? [id]) {
        bytes[line * 4] = Math.round(128 + (tilt / 0.6) * 255);
        // Whether a crowd object changes decides whether the cache has to be drawn again.
        const next = [LOOK_BYTE[look], hidden === true ? 255 : 0] as const;
        if (bytes[line * 4 + 1] !== next[0] || bytes[line * 4 + 3] !== next[1]) this.crowdStale = true;
        [bytes[line * 4 + 1], bytes[line * 4 + 3]] = next;
      }
    }
    this.looks.needsUpdate = true;
  }

  /** One picture. The crowd is drawn only when something it shows has changed. */
  render(): void {
    const { renderer, cache, targets } = this;
    if (cache === null || targets === null) return;
    const info = renderer.info;
    info.autoReset = false;
    info.reset();
    renderer.setClearColor(0x000000, 0);
    if (this.crowdStale) {
      renderer.setRenderTarget(cache);
      renderer.clear();
      renderer.render(this.crowd, this.camera);
      this.crowdStale = false;
    }
    renderer.setRenderTarget(targets);
    renderer.clear();
    const [colour, shape, ids] = cache.textures;
    Object.assign(this.copy.uniforms, {
      uColour: { value: colour },
      uShape: { value: shape },
      uIds: { value: ids },
      uDepth: { value: cache.depthTexture },
    });
    this.draw(this.copy);
    renderer.render(this.live, this.camera);
    renderer.setRenderTarget(null);
    this.finish(targets);
    this.counted = { calls: info.render.calls, triangles: info.render.triangles };
  }

  private finish(targets: WebGLRenderTarget): void {
    const [colour, shape, ids] = targets.textures;
    const { ratio, width } = this.size;
    const pixelsPerNm = width / this.view.widthNm;
    const uniforms = this.post.uniforms;
    Object.assign(uniforms, { uColour: { value: colour }, uShape: { value: shape }, uIds: { value: ids } });
    uniforms['uPixel']?.value.set(1 / targets.width, 1 / targets.height);
    const close = this.view.widthNm < 80;
    uniforms['uLine'] = { value: (close ? 1.05 : Math.min(1.05, Math.max(0.55, 0.19 * pixelsPerNm))) * ratio };
    uniforms['uShadeRadius'] = { value: (close ? 9 : 6) * ratio };
    this.draw(this.post);
  }

  private draw(material: ShaderMaterial): void {
    this.screen.material = material;
    this.renderer.render(this.screenScene, this.screenCamera);
  }

  /** The object under a point of the frame in CSS pixels, or null. Looks a few pixels around, for small things. */
  pick(x: number, y: number, reach = 3): number | null {
    const { targets } = this;
    if (targets === null) return null;
    const side = Math.max(1, Math.round(reach * this.size.ratio)) * 2 + 1;
    const left = Math.round(x * this.size.ratio - side / 2);
    const top = Math.round(targets.height - y * this.size.ratio - side / 2);
    const pixels = new Uint8Array(side * side * 4);
    this.renderer.readRenderTargetPixels(targets, left, top, side, side, pixels, undefined, 2);
    let best: { readonly id: number; readonly distance: number } | null = null;
    for (let row = 0; row < side; row += 1) {
      for (let column = 0; column < side; column += 1) {
        const at = (row * side + column) * 4;
        const id = this.objectOfLine.get((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) * 256);
        const distance = Math.hypot(row - side / 2, column - side / 2);
        if (id !== undefined && pixels[at + 3] !== 0 && (best === null || distance < best.distance)) best = { id, distance };
      }
    }
    return best?.id ?? null;
  }

  /** Objects and named places in CSS pixels of the frame, under "object:ID" and "anchor:NAME". */
  anchors(): ReadonlyMap<string, readonly [number, number]> {
    const { width, height } = this.size;
    return new Map([
      ...this.scene.objects.map(({ id, anchor }) => [`object:${id}`, project(this.camera, anchor, width, height)] as const),
      ...Object.entries(this.scene.anchors).map(([name, place]) => [`anchor:${name}`, project(this.camera, place, width, height)] as const),
    ]);
  }

  info(): PipelineInfo {
    return this.counted;
  }

  /** After a restored context everything on the card is gone, the cache included. */
  forget(): void {
    this.crowdStale = true;
    this.looks.needsUpdate = true;
  }

  dispose(): void {
    for (const { mesh, material } of [...this.drawn, ...this.acting]) {
      mesh.geometry.dispose();
      material.dispose();
    }
    for (const geometry of this.meshes.values()) geometry.dispose();
    for (const target of [this.cache, this.targets]) {
      target?.depthTexture?.dispose();
      target?.dispose();
    }
    this.screen.geometry.dispose();
    this.copy.dispose();
    this.post.dispose();
    this.looks.dispose();
  }
}
