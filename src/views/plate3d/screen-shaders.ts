/** Shaders of the full-screen passes: bringing a kept layer back, contact shade with lines and grain, and turning the last picture. */
import { DEPTH } from './shaders';

export const SCREEN_VERTEX = `
out vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

/** Brings a kept layer, its depth included, into other targets before something is drawn over it. */
export const COPY_FRAGMENT = `
precision highp float;
precision highp sampler2D;
layout(location = 0) out vec4 oColour;
layout(location = 1) out vec4 oShape;
layout(location = 2) out vec4 oId;
uniform sampler2D uColour;
uniform sampler2D uShape;
uniform sampler2D uIds;
uniform sampler2D uDepth;
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  oColour = texelFetch(uColour, here, 0);
  oShape = texelFetch(uShape, here, 0);
  oId = texelFetch(uIds, here, 0);
  gl_FragDepth = texelFetch(uDepth, here, 0).r;
}`;

/** Three octaves of value noise (about 2, 9 and 80 px), around one half. Does not change, so it is drawn once a size. */
export const GRAIN_FRAGMENT = `
precision highp float;
out vec4 oGrain;
float hash(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y) - 0.5;
}
void main() {
  float grain = noise(gl_FragCoord.xy * 0.55) * 0.5 + noise(gl_FragCoord.xy * 0.11) * 0.35 + noise(gl_FragCoord.xy * 0.012) * 0.9;
  oGrain = vec4(grain / 2.0 + 0.5);
}`;

const vec2s = (points: readonly (readonly [number, number])[]): string =>
  `vec2[${points.length}](${points.map(([x, y]) => `vec2(${x.toFixed(5)}, ${y.toFixed(5)})`).join(', ')})`;
const ring = (taps: number): string =>
  vec2s(Array.from({ length: taps }, (_, i) => [Math.cos((i / taps) * Math.PI * 2), Math.sin((i / taps) * Math.PI * 2)]));
/** A golden-angle spiral in the unit disc. */
const spiral = (taps: number): string =>
  vec2s(
    Array.from({ length: taps }, (_, i) => {
      const radius = Math.sqrt((i + 0.5) / taps);
      return [Math.cos(i * 2.39996) * radius, Math.sin(i * 2.39996) * radius];
    }),
  );

/** Contact shade (7.4), 14 taps. */
const CONTACT_SHADE = `
  if (!empty) {
    float near = 0.0;
    for (int i = 0; i < 14; i++) {
      ivec2 q = tap(here, SPIRAL[i] * uShadeRadius);
      vec4 other = texelFetch(uIds, q, 0);
      if (other.a <= 0.0 || lineId(other) == id) continue;
      float behind = depth - depthOf(texelFetch(uShape, q, 0));
      near += smoothstep(0.6, 4.0, behind) * (1.0 - smoothstep(16.0, 30.0, behind));
    }
    near /= 14.0;
    float shade = smoothstep(0.12, 0.20, near) * 0.45 + smoothstep(0.34, 0.44, near) * 0.55;
    colour = mix(colour, colour * mix(vec3(1.0), uInk + 0.35, 0.55), shade * uShadeStrength * mix(0.3, 1.0, m.a));
  }`;

/** Only lines between different things. */
const OTHER_ONLY = `
      if (!empty && lineId(other) == id) continue;`;

/** Lines inside one thing, where it bends or overlaps itself (7.3). */
const INNER_LINE = `
      if (!empty && lineId(other) == id) {
        if (ring == 1) continue;
        vec4 there = texelFetch(uShape, q, 0);
        float bend = 1.0 - dot(normal, normalOf(there));
        ink = max(ink, max(smoothstep(0.45, 0.75, bend), smoothstep(1.2, 3.0, depth - depthOf(there))) * 0.32 * m.b);
        continue;
      }`;

/** Contact shade, outlines and grain. The low tier leaves contact shade and inner lines out and takes four taps a ring. */
export function postFragment(low: boolean): string {
  const taps = low ? 4 : 8;
  return `
precision highp float;
precision highp sampler2D;
${DEPTH}
out vec4 oColour;
uniform sampler2D uColour;
uniform sampler2D uShape;
uniform sampler2D uIds;
uniform sampler2D uLooks;
uniform sampler2D uNoise;
uniform vec3 uInk;
uniform vec3 uPaper;
/** Colour of a selected thing's contour, whether there is any, and device pixels of a CSS pixel. */
uniform vec3 uMark;
uniform float uContour;
uniform float uPixel;
uniform float uLine;
uniform float uShadeRadius;
uniform float uShadeStrength;
uniform float uGrain;

const vec2 RING[${taps}] = ${ring(taps)};
${low ? '' : `const vec2 SPIRAL[14] = ${spiral(14)};`}

float lineId(vec4 m) { return floor(m.r * 255.0 + 0.5) + floor(m.g * 255.0 + 0.5) * 256.0; }
float depthOf(vec4 shape) { return (shape.z * 65280.0 + shape.w * 255.0) / 65535.0 * DEPTH_RANGE - DEPTH_BEFORE; }
vec3 normalOf(vec4 shape) {
  vec2 n = shape.xy * 2.0 - 1.0;
  return vec3(n, sqrt(max(0.0, 1.0 - dot(n, n))));
}
ivec2 tap(ivec2 here, vec2 step_) { return clamp(here + ivec2(floor(step_ + 0.5)), ivec2(0), textureSize(uIds, 0) - 1); }
float lookOf(float line) {
  int i = int(line + 0.5);
  return texelFetch(uLooks, ivec2(i & 255, i >> 8), 0).g;
}
/** Pointed-at and chosen things have a heavier line. */
float weight(float line) {
  float look = lookOf(line);
  return look > 0.25 && look < 0.85 ? 1.6 : 1.0;
}
bool chosen(float line) {
  float look = lookOf(line);
  return look > 0.6 && look < 0.85;
}

void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  vec4 m = texelFetch(uIds, here, 0);
  vec4 shape = texelFetch(uShape, here, 0);
  float id = lineId(m);
  bool empty = m.a <= 0.0;
  vec3 colour = empty ? uPaper : texelFetch(uColour, here, 0).rgb;
  float depth = depthOf(shape);
  ${low ? '' : 'vec3 normal = normalOf(shape);'}
  float ink = 0.0;${low ? '' : CONTACT_SHADE}
  for (int ring = 0; ring < 2; ring++) {
    float r = ring == 0 ? uLine : uLine * 2.0;
    for (int i = 0; i < ${taps}; i++) {
      ivec2 q = tap(here, RING[i] * r);
      vec4 other = texelFetch(uIds, q, 0);
      if (other.a <= 0.0) continue;${low ? OTHER_ONLY : INNER_LINE}
      // The line lies on the thing behind, so that small fills keep their size.
      float line = other.b;
      if (!empty) {
        float behind = depth - depthOf(texelFetch(uShape, q, 0));
        if (behind <= -0.2) continue;
        if (ring == 1) line *= smoothstep(1.5, 7.0, behind);
      }
      if (line * 1.6 > ink) ink = max(ink, min(1.0, line * weight(lineId(other)) * (ring == 1 ? 0.9 : 1.0)));
    }
  }
  colour = mix(colour, mix(uInk, colour * 0.55, 0.10), ink * 0.9 + ink * 0.1 * step(0.99, ink));
  // Round what is selected: two CSS pixels of ink, then two of paper, on whatever lies behind it.
  if (uContour > 0.5 && (empty || !chosen(id))) {
    float nearest = 9.0;
    for (float ring = 1.0; ring < 4.5; ring++) {
      for (int i = 0; i < ${taps}; i++) {
        ivec2 q = tap(here, RING[i] * ring * uPixel);
        vec4 other = texelFetch(uIds, q, 0);
        if (ring > nearest || other.a <= 0.0 || !chosen(lineId(other))) continue;
        if (empty || depth - depthOf(texelFetch(uShape, q, 0)) > -0.2) nearest = min(nearest, ring);
      }
    }
    if (nearest < 8.0) colour = nearest < 2.5 ? uMark : uPaper;
  }
  oColour = vec4(colour + (texelFetch(uNoise, here, 0).r - 0.5) * 2.0 * uGrain, 1.0);
}`;
}

/**
 * The last finished picture seen from a camera that has turned a little: each ray is followed through the slab, from its front to its
 * back, until it meets the depth that was drawn there. What the old camera could not see stays ragged until the next picture.
 */
export const TURN_FRAGMENT = `
precision highp float;
precision highp sampler2D;
${DEPTH}
in vec2 vUv;
out vec4 oColour;
uniform sampler2D uFinished;
uniform sampler2D uShape;
/** Projection and view of the camera that drew the picture, and the distance of its focus. */
uniform mat4 uDrawn;
uniform float uDrawnFocus;
/** Right, up and back of the camera to show, scaled so that a ray through the frame has depth 1. */
uniform mat3 uRays;
uniform vec3 uEye;
uniform vec3 uPaper;

const float FRONT = 8.0;
const float BACK = -76.0;
/** Nothing is thicker: a ray further behind a thing than this passes it by. */
const float THICKNESS = 12.0;
const int STEPS = 10;

/** Point and depth in the drawn picture. */
vec3 seen(vec4 clip) { return vec3(clip.xy / clip.w * 0.5 + 0.5, clip.w - uDrawnFocus); }
float drawnDepth(vec2 at) {
  ivec2 size = textureSize(uShape, 0);
  vec4 shape = texelFetch(uShape, clamp(ivec2(at * vec2(size)), ivec2(0), size - 1), 0);
  return shape == vec4(0.0) ? DEPTH_RANGE : (shape.z * 65280.0 + shape.w * 255.0) / 65535.0 * DEPTH_RANGE - DEPTH_BEFORE;
}

void main() {
  vec3 ray = uRays * vec3(vUv * 2.0 - 1.0, -1.0);
  // Clip coordinates run evenly along a ray.
  vec4 clip = uDrawn * vec4(uEye + ray * ((FRONT - uEye.z) / ray.z), 1.0);
  vec4 step_ = uDrawn * vec4(ray * ((BACK - FRONT) / ray.z / float(STEPS)), 0.0);
  vec3 at = seen(clip);
  float above = drawnDepth(at.xy) - at.z;
  bool met = false;
  for (int i = 1; i <= STEPS && !met; i++) {
    clip += step_;
    vec3 next = seen(clip);
    float gap = drawnDepth(next.xy) - next.z;
    met = gap <= 0.0 && gap > -THICKNESS;
    at = met && above > 0.0 ? mix(at, next, above / (above - gap)) : next;
    above = gap;
  }
  bool outside = any(lessThan(at.xy, vec2(0.0))) || any(greaterThan(at.xy, vec2(1.0)));
  oColour = vec4(outside ? uPaper : texture(uFinished, at.xy).rgb, 1.0);
}`;
