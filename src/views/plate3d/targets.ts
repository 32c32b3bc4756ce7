/** The targets of the geometry pass, with depth that can be read back, and drawing into a part of them. */
import { DepthTexture, NearestFilter, RedFormat, UnsignedByteType, UnsignedIntType, WebGLRenderTarget, type WebGLRenderer } from 'three';
import type { Region } from './region';

/** Colour, shape (normal and depth), ids: four bytes a pixel each. Sizes in device pixels. */
export function createTargets(width: number, height: number): WebGLRenderTarget {
  const target = new WebGLRenderTarget(width, height, {
    count: 3,
    type: UnsignedByteType,
    depthBuffer: true,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
    generateMipmaps: false,
  });
  target.depthTexture = new DepthTexture(width, height, UnsignedIntType);
  return target;
}

/** One plain picture, in colour or in grey. */
export function createPicture(width: number, height: number, grey = false): WebGLRenderTarget {
  return new WebGLRenderTarget(width, height, {
    depthBuffer: false,
    generateMipmaps: false,
    ...(grey ? { format: RedFormat, minFilter: NearestFilter, magFilter: NearestFilter } : {}),
  });
}

export function disposeTargets(target: WebGLRenderTarget | null): void {
  target?.depthTexture?.dispose();
  target?.dispose();
}

/** Directs what is drawn next to a part of a target, or of the canvas. */
export function aimAt(renderer: WebGLRenderer, target: WebGLRenderTarget | null, { left, bottom, right, top }: Region): void {
  if (target === null) {
    renderer.setScissorTest(true);
    renderer.setScissor(left, bottom, right - left, top - bottom);
  } else {
    target.scissorTest = true;
    target.scissor.set(left, bottom, right - left, top - bottom);
  }
  renderer.setRenderTarget(target);
}
