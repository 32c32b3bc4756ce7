/** Materials of the geometry pass, sharing the uniforms that a theme or a camera changes. */
import { AlwaysDepth, type DataTexture, DoubleSide, GLSL3, ShaderMaterial, Vector2, Vector3, type IUniform } from 'three';
import { COPY_FRAGMENT, MESH_VERTEX, PALETTE_SIZE, SCREEN_VERTEX, SPHERE_VERTEX, SURFACE_FRAGMENT, postFragment } from './shaders';

/** Upper left, slightly from the viewer; the same in every scene, so that pictures match (ART-DIRECTION 7.2). */
const LIGHT = new Vector3(-0.45, 0.72, 0.53).normalize();

export interface SharedUniforms {
  readonly [name: string]: IUniform;
  readonly uPalette: IUniform<Vector3[]>;
  readonly uShade: IUniform<Vector3>;
  readonly uFocus: IUniform<number>;
  readonly uLooks: IUniform<DataTexture | null>;
}

export function sharedUniforms(): SharedUniforms {
  return {
    uPalette: { value: Array.from({ length: PALETTE_SIZE }, () => new Vector3()) },
    uShade: { value: new Vector3(1, 1, 1) },
    uFocus: { value: 0 },
    uLooks: { value: null },
    uLight: { value: LIGHT },
  };
}

export interface SurfaceOptions {
  readonly sphere: boolean;
  readonly fog: readonly [number, number];
  readonly flat: boolean;
  readonly clip: boolean;
  readonly scaleUnit: number;
}

export function surfaceMaterial(shared: SharedUniforms, options: SurfaceOptions): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: options.sphere ? SPHERE_VERTEX : MESH_VERTEX,
    fragmentShader: SURFACE_FRAGMENT,
    side: DoubleSide,
    uniforms: {
      ...shared,
      uGround: { value: new Vector3(1, 1, 1) },
      uFog: { value: new Vector2(...options.fog) },
      uFlat: { value: options.flat ? 1 : 0 },
      uClip: { value: options.clip ? 1 : 0 },
      uScaleUnit: { value: options.scaleUnit },
    },
  });
}

export function copyMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: SCREEN_VERTEX,
    fragmentShader: COPY_FRAGMENT,
    uniforms: { uColour: { value: null }, uShape: { value: null }, uIds: { value: null }, uDepth: { value: null } },
    depthTest: true,
    depthWrite: true,
    depthFunc: AlwaysDepth,
  });
}

export function postMaterial(low: boolean): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: SCREEN_VERTEX,
    fragmentShader: postFragment(low),
    depthTest: false,
    depthWrite: false,
    uniforms: {
      uColour: { value: null },
      uShape: { value: null },
      uIds: { value: null },
      uPixel: { value: new Vector2() },
      uInk: { value: new Vector3() },
      uPaper: { value: new Vector3() },
      uLine: { value: 1 },
      uShadeRadius: { value: 6 },
      uShadeStrength: { value: 0.62 },
      uGrain: { value: 0.018 },
    },
  });
}
