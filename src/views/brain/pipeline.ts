/** Draws the brain into a canvas: the parts once, then passes over the frame. Holds everything on the card and lets go of it. */
import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  DepthTexture,
  FrontSide,
  GLSL3,
  HalfFloatType,
  Mesh,
  NearestFilter,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  UnsignedByteType,
  UnsignedIntType,
  Vector2,
  Vector3,
  Vector4,
  WebGLRenderTarget,
  type Texture,
  type TextureDataType,
  type WebGLRenderer,
} from 'three';
import { CENTRE, type Axes } from '../../design/atlas/views';
import type { PackedMesh } from '../../design/atlas/mesh-file';
import { inkShader } from './ink-shader';
import { regionClasses } from './region-classes';
import { BLUR, PART_FRAGMENT, PART_VERTEX, REGION_SLOTS, SCREEN, STROKE, VALLEY, VOTE } from './shaders';

/** Blur of the normals before valleys are looked for, and of the valleys before their crests are, mm. */
const SOFT_MM = 0.49;
const CREST_MM = 0.38;
/** Least bend of a crest (1/mm), its least sharpness (1/mm³), and the bend of a floor that is ink by itself (1/mm). */
const CREST = new Vector3(0.22, 0.55, 0.6);

/** Kinds of parts in the shaders. */
const kindOf = (name: string): number => (name.startsWith('cerebrum') ? 1 : name.startsWith('cerebellum') ? 2 : 3);

export interface BrainColours {
  readonly paper: string;
  readonly ink: string;
  readonly cortex: string;
  readonly cerebellum: string;
  readonly stem: string;
  readonly cut: string;
  readonly shade: Vector3;
  /** Colour of each region number, null for none. */
  readonly regions: readonly (string | null)[];
}

export interface BrainFrame {
  readonly axes: Axes;
  /** CSS pixels of the frame, device pixels a CSS pixel, CSS pixels a millimetre, and where the middle lies in the frame, CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly scale: number;
  readonly middle: readonly [number, number];
  /** Names of the parts that are drawn. */
  readonly parts: readonly string[];
  /** Depth where distance begins, mm toward the viewer, and over how many mm it runs. */
  readonly far: readonly [number, number];
}

const rgb = (hex: string): Vector3 => {
  const value = Number.parseInt(hex.slice(1), 16);
  return new Vector3(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
};

function geometryOf(mesh: PackedMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('aNormal', new BufferAttribute(mesh.normals, 4));
  geometry.setAttribute('aData', new BufferAttribute(mesh.data, 4));
  const count = mesh.positions.length / 3;
  geometry.setIndex(new BufferAttribute(count < 65_536 ? Uint16Array.from(mesh.indices) : mesh.indices, 1));
  return geometry;
}

const screenPass = (fragmentShader: string, uniforms: Readonly<Record<string, unknown>>): ShaderMaterial =>
  new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: SCREEN,
    fragmentShader,
    depthTest: false,
    depthWrite: false,
    uniforms: Object.fromEntries(Object.entries(uniforms).map(([name, value]) => [name, { value }])),
  });

function put(material: ShaderMaterial, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const uniform = material.uniforms[name];
    if (uniform !== undefined) uniform.value = value;
  }
}

const plain = (width: number, height: number, type: TextureDataType = HalfFloatType): WebGLRenderTarget =>
  new WebGLRenderTarget(width, height, {
    type,
    depthBuffer: false,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
    generateMipmaps: false,
  });

interface Targets {
  readonly parts: WebGLRenderTarget;
  /** Names, smoothed. */
  readonly names: WebGLRenderTarget;
  /** Normals and white matter, blurred. */
  readonly soft: WebGLRenderTarget;
  readonly valleys: WebGLRenderTarget;
  /** The valleys, blurred. */
  readonly crests: WebGLRenderTarget;
  /** Between the two directions of a blur, then the strokes. */
  readonly strokes: WebGLRenderTarget;
}

export class BrainPipeline {
  private readonly scene = new Scene();
  private readonly camera = new Camera();
  private readonly screenScene = new Scene();
  private readonly screen = new Mesh(new PlaneGeometry(2, 2));
  private readonly shared = {
    uRight: { value: new Vector3() },
    uUp: { value: new Vector3() },
    uBack: { value: new Vector3() },
    uCentre: { value: new Vector3(...CENTRE) },
    uScale: { value: new Vector2() },
    uShift: { value: new Vector2() },
    uClasses: { value: Array.from({ length: REGION_SLOTS }, () => new Vector4()) },
  };
  private readonly blur = screenPass(BLUR, { uFrom: null, uStep: new Vector2(), uSigma: 1 });
  private readonly vote = screenPass(VOTE, { uNames: null, uPerMm: 1 });
  private readonly valley = screenPass(VALLEY, { uSoft: null, uNames: null, uPerMm: 1 });
  private readonly stroke = screenPass(STROKE, { uValley: null, uSharp: null, uShape: null, uNames: null, uPerMm: 1, uCrest: CREST });
  private readonly ink: ShaderMaterial;
  private readonly inkUniforms = {
    uShape: null,
    uNames: null,
    uSoft: null,
    uStrokes: null,
    uRegions: Array.from({ length: REGION_SLOTS }, () => new Vector4()),
    uPaper: new Vector3(),
    uInk: new Vector3(),
    uCortex: new Vector3(),
    uCerebellum: new Vector3(),
    uStem: new Vector3(),
    uCut: new Vector3(),
    uShade: new Vector3(),
    uRatio: 1,
    uPerMm: 1,
    uFar: new Vector2(0, 30),
  };
  private parts: Mesh<BufferGeometry, ShaderMaterial>[] = [];
  private targets: Targets | null = null;
  private frame: BrainFrame | null = null;
  private shapeStale = true;

  constructor(
    private readonly renderer: WebGLRenderer,
    /** Borders smoothed by vote and finer lines: for cards that have the time. */
    private readonly fine: boolean,
  ) {
    this.ink = screenPass(inkShader(fine ? 12 : 8), this.inkUniforms);
    renderer.autoClear = false;
    renderer.info.autoReset = false;
    this.screen.frustumCulled = false;
    this.screenScene.add(this.screen);
  }

  /** Takes the meshes, in place of those before. */
  setMeshes(meshes: readonly PackedMesh[]): void {
    this.dropParts();
    const classes = regionClasses(meshes, REGION_SLOTS);
    this.shared.uClasses.value.forEach((vector, region) => {
      const own = classes[region] ?? -1;
      vector.set(own === 0 ? 1 : 0, own === 1 ? 1 : 0, own === 2 ? 1 : 0, own === 3 ? 1 : 0);
    });
    this.parts = meshes.map((mesh) => {
      const material = new ShaderMaterial({
        glslVersion: GLSL3,
        vertexShader: PART_VERTEX,
        fragmentShader: PART_FRAGMENT,
        side: FrontSide,
        uniforms: { ...this.shared, uKind: { value: kindOf(mesh.name) } },
      });
      const part = new Mesh(geometryOf(mesh), material);
      part.name = mesh.name;
      part.frustumCulled = false;
      this.scene.add(part);
      return part;
    });
    this.shapeStale = true;
  }

  setColours(colours: BrainColours): void {
    const regions = Array.from({ length: REGION_SLOTS }, (_, i) => {
      const hex = colours.regions[i] ?? null;
      return hex === null ? new Vector4(0, 0, 0, 0) : new Vector4(...rgb(hex).toArray(), 1);
    });
    put(this.ink, {
      uRegions: regions,
      uPaper: rgb(colours.paper),
      uInk: rgb(colours.ink),
      uCortex: rgb(colours.cortex),
      uCerebellum: rgb(colours.cerebellum),
      uStem: rgb(colours.stem),
      uCut: rgb(colours.cut),
      uShade: colours.shade,
    });
  }

  setFrame(frame: BrainFrame): void {
    this.frame = frame;
    this.shapeStale = true;
    const { axes, width, height, ratio, scale, middle } = frame;
    this.shared.uRight.value.set(...axes.right);
    this.shared.uUp.value.set(...axes.up);
    this.shared.uBack.value.set(...axes.back);
    this.shared.uScale.value.set((2 * scale) / width, (2 * scale) / height);
    this.shared.uShift.value.set((2 * middle[0]) / width - 1, 1 - (2 * middle[1]) / height);
    const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
    if (this.targets?.soft.width !== w || this.targets.soft.height !== h) {
      this.dropTargets();
      const parts = new WebGLRenderTarget(w, h, {
        count: 2,
        type: HalfFloatType,
        depthBuffer: true,
        minFilter: NearestFilter,
        magFilter: NearestFilter,
        generateMipmaps: false,
      });
      const [, names] = parts.textures;
      if (names !== undefined) names.type = UnsignedByteType;
      parts.depthTexture = new DepthTexture(w, h, UnsignedIntType);
      this.targets = {
        parts,
        names: plain(w, h, UnsignedByteType),
        soft: plain(w, h),
        valleys: plain(w, h),
        crests: plain(w, h),
        strokes: plain(w, h),
      };
    }
    const perMm = scale * ratio;
    for (const pass of [this.vote, this.valley, this.stroke, this.ink]) put(pass, { uPerMm: perMm });
    put(this.ink, { uRatio: ratio, uFar: new Vector2(...frame.far) });
  }

  private pass(material: ShaderMaterial, to: WebGLRenderTarget | null, values: Readonly<Record<string, unknown>>): void {
    put(material, values);
    this.screen.material = material;
    this.renderer.setRenderTarget(to);
    this.renderer.render(this.screenScene, this.camera);
  }

  private soften(from: Texture | undefined, by: WebGLRenderTarget, to: WebGLRenderTarget, sigma: number): void {
    this.pass(this.blur, by, { uFrom: from, uStep: new Vector2(1, 0), uSigma: sigma });
    this.pass(this.blur, to, { uFrom: by.texture, uStep: new Vector2(0, 1), uSigma: sigma });
  }

  /** One picture. Shapes are drawn again only when the view or the meshes have changed. Gives false when there is nothing to draw. */
  render(): boolean {
    const { targets, frame, renderer } = this;
    if (targets === null || frame === null || this.parts.length === 0) return false;
    const [shape, raw] = targets.parts.textures;
    const names = this.fine ? targets.names.texture : raw;
    const perMm = frame.scale * frame.ratio;
    renderer.info.reset();
    if (this.shapeStale) {
      this.shapeStale = false;
      for (const part of this.parts) part.visible = frame.parts.includes(part.name);
      renderer.setRenderTarget(targets.parts);
      renderer.setClearColor(0x000000, 0);
      renderer.clear();
      renderer.render(this.scene, this.camera);
      if (this.fine) this.pass(this.vote, targets.names, { uNames: raw });
      const { soft, valleys, crests, strokes } = targets;
      this.soften(shape, strokes, soft, SOFT_MM * perMm);
      this.pass(this.valley, valleys, { uSoft: soft.texture, uNames: names });
      this.soften(valleys.texture, strokes, crests, CREST_MM * perMm);
      this.pass(this.stroke, strokes, { uValley: crests.texture, uSharp: valleys.texture, uShape: shape, uNames: names });
    }
    this.pass(this.ink, null, { uShape: shape, uNames: names, uSoft: targets.soft.texture, uStrokes: targets.strokes.texture });
    return true;
  }

  private dropParts(): void {
    for (const part of this.parts) {
      this.scene.remove(part);
      part.geometry.dispose();
      part.material.dispose();
    }
    this.parts = [];
  }

  private dropTargets(): void {
    for (const target of Object.values(this.targets ?? {}) as WebGLRenderTarget[]) {
      target.depthTexture?.dispose();
      target.dispose();
    }
    this.targets = null;
  }

  dispose(): void {
    this.dropParts();
    this.dropTargets();
    for (const material of [this.blur, this.vote, this.valley, this.stroke, this.ink]) material.dispose();
    this.screen.geometry.dispose();
  }
}
