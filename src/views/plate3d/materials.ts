/** Materials of the geometry pass, sharing the uniforms that a theme or a camera changes. */
import { AlwaysDepth, type DataTexture, DoubleSide, GLSL3, ShaderMaterial, Vector2, Vector3, type IUniform } from 'three';
import { COPY_FRAGMENT, GRAIN_FRAGMENT, SCREEN_VERTEX, TURN_FRAGMENT, postFragment } from './screen-shaders';
import { MESH_VERTEX, PALETTE_SIZE, SPHERE_VERTEX, SURFACE_FRAGMENT } from './shaders';

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
  /** Nanometres of one unit of the positions. */
  readonly placeUnit: number;
}

export function surfaceMaterial(shared: SharedUniforms, options: SurfaceOptions): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: options.sphere ? SPHERE_VERTEX : MESH_VERTEX,
    fragmentShader: SURFACE_FRAGMENT,
    side: DoubleSide,
    defines: { PLACE_UNIT: options.placeUnit.toFixed(8) },
    uniforms: {
      ...shared,
      uGround: { value: new Vector3(1, 1, 1) },
      uFog: { value: new Vector2(...options.fog) },
      uFlat: { value: options.flat ? 1 : 0 },
      uClip: { value: options.clip ? 1 : 0 },
      uScaleUnit: { value: options.scaleUnit },
      uLoose: { value: 0 },
    },
  });
}

/** A pass over the whole frame. */
function screenMaterial(fragmentShader: string, names: readonly string[], depth = false): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: SCREEN_VERTEX,
    fragmentShader,
    depthTest: depth,
    depthWrite: depth,
    depthFunc: AlwaysDepth,
    uniforms: Object.fromEntries(names.map((name): [string, IUniform] => [name, { value: null }])),
  });
}

export function copyMaterial(): ShaderMaterial {
  return screenMaterial(COPY_FRAGMENT, ['uColour', 'uShape', 'uIds', 'uDepth'], true);
}

export function grainMaterial(): ShaderMaterial {
  return screenMaterial(GRAIN_FRAGMENT, []);
}

export function postMaterial(low: boolean): ShaderMaterial {
  const sources = ['uColour', 'uShape', 'uIds', 'uLooks', 'uNoise', 'uInk', 'uPaper'];
  return screenMaterial(postFragment(low), [
    ...sources,
    'uMark',
    'uContour',
    'uPixel',
    'uLine',
    'uShadeRadius',
    'uShadeStrength',
    'uGrain',
  ]);
}

export function turnMaterial(): ShaderMaterial {
  return screenMaterial(TURN_FRAGMENT, ['uFinished', 'uShape', 'uPaper', 'uDrawn', 'uDrawnFocus', 'uRays', 'uEye']);
}
