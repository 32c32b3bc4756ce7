/** The three targets of the geometry pass, with depth that can be read back. */
import { DepthTexture, HalfFloatType, NearestFilter, UnsignedByteType, UnsignedIntType, WebGLRenderTarget } from 'three';

/** Colour, shape (normal and depth), ids. Sizes in device pixels. */
export function createTargets(width: number, height: number): WebGLRenderTarget {
  const target = new WebGLRenderTarget(width, height, {
    count: 3,
    depthBuffer: true,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
    generateMipmaps: false,
  });
  const [colour, shape, ids] = target.textures;
  if (colour) colour.type = UnsignedByteType;
  // Depth is stored relative to the focus, so that half floats are fine to a few hundredths of a nanometre where it matters.
  if (shape) shape.type = HalfFloatType;
  if (ids) ids.type = UnsignedByteType;
  target.depthTexture = new DepthTexture(width, height, UnsignedIntType);
  return target;
}
