/**
 * Shaders of the geometry pass (ART-DIRECTION 7). Colours pass through untouched, so that the hex of a token is the hex on screen.
 *
 * Targets, a byte a channel: 0 colour already mixed with fog · 1 view normal (x, y) and depth behind the focus (high and low byte of
 * 16 bits over 384 nm) · 2 line id (low and high byte), outline strength, visibility after fog (0 where nothing was drawn).
 */

/** Colours a batch may refer to. */
export const PALETTE_SIZE = 96;

/** Depths that fit in a target: this far before the focus, nm, and the whole range. */
export const DEPTH = `
const float DEPTH_BEFORE = 128.0;
const float DEPTH_RANGE = 384.0;`;

const COMMON_OUT = `
out vec3 vNormal;
out vec3 vColour;
flat out vec4 vMeta;
out vec2 vDepth;
flat out float vLook;`;

const PLACE = `
uniform vec3 uPalette[${PALETTE_SIZE}];
uniform float uFocus;
uniform float uScaleUnit;
uniform sampler2D uLooks;
/** Look of moving things that stand on no object. */
uniform float uLoose;
in vec3 aPlace;
in float aScale;
in float aColour;
in float aId;
in float aOutline;
in float aFog;

vec4 lookOf(float id) {
  int i = int(id + 0.5);
  if (i == 0) return vec4(0.5, uLoose, 0.0, 0.0);
  return texelFetch(uLooks, ivec2(i & 255, i >> 8), 0);
}

void finish(vec4 world, vec4 view, float look) {
  vColour = uPalette[int(aColour + 0.5)];
  vMeta = vec4(aId, aOutline / 255.0, aFog / 255.0, look);
  vDepth = vec2(world.z, -view.z - uFocus);
  vLook = look;
  gl_Position = projectionMatrix * view;
}`;

/** Instances of a mesh. `aTilt` objects swing about their own axis: a gate that opens. */
export const MESH_VERTEX = `${COMMON_OUT}
${PLACE}
in vec4 aRotation;
vec3 turn(vec4 q, vec3 v) { return v + 2.0 * cross(q.xyz, cross(q.xyz, v) + q.w * v); }
void main() {
  vec4 look = lookOf(aId);
  if (look.a > 0.5) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
  float tilt = (look.r - 0.5) * 0.6;
  vec3 p = position / 64.0;
  vec3 n = normal / 127.0;
  float away = p.x < 0.0 ? -1.0 : 1.0;
  float c = cos(tilt * away), s = sin(tilt * away);
  p.xy = mat2(c, s, -s, c) * p.xy;
  n.xy = mat2(c, s, -s, c) * n.xy;
  vec4 q = dot(aRotation, aRotation) < 0.01 ? vec4(0.0, 0.0, 0.0, 1.0) : normalize(aRotation);
  vec4 world = modelMatrix * vec4(turn(q, p) * (aScale * uScaleUnit) + aPlace * PLACE_UNIT, 1.0);
  vec4 view = viewMatrix * world;
  vNormal = mat3(viewMatrix) * turn(q, n);
  finish(world, view, look.g);
}`;

/** Spheres as domes that face the camera: a hemisphere of few triangles whose silhouette is the sphere's. */
export const SPHERE_VERTEX = `${COMMON_OUT}
${PLACE}
void main() {
  vec4 look = lookOf(aId);
  if (look.a > 0.5) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
  vec4 centre = viewMatrix * modelMatrix * vec4(aPlace * PLACE_UNIT, 1.0);
  float radius = aScale * uScaleUnit;
  vec4 view = centre + vec4(position * radius, 0.0);
  vec4 world = modelMatrix * vec4(aPlace * PLACE_UNIT, 1.0);
  world.z += position.z * radius;
  vNormal = position;
  finish(world, view, look.g);
}`;

export const SURFACE_FRAGMENT = `
precision highp float;
${DEPTH}
layout(location = 0) out vec4 oColour;
layout(location = 1) out vec4 oShape;
layout(location = 2) out vec4 oId;
in vec3 vNormal;
in vec3 vColour;
flat in vec4 vMeta;
in vec2 vDepth;
flat in float vLook;
uniform vec3 uGround;
uniform vec2 uFog;
uniform vec3 uShade;
uniform vec3 uLight;
uniform float uFlat;
uniform float uClip;

void main() {
  if (uClip > 0.5 && vDepth.x > 0.01) discard;
  vec3 n = normalize(vNormal);
  if (!gl_FrontFacing) n = -n;
  float nl = dot(n, uLight);
  float light = smoothstep(0.10, 0.16, nl);
  float mid = smoothstep(-0.34, -0.28, nl);
  float high = smoothstep(0.79, 0.85, nl);
  vec3 lit = mix(vColour * uShade, vColour, 0.55 * mid + 0.45 * light);
  lit = mix(lit, min(vec3(1.0), vColour * 1.06 + 0.02), high * 0.7);
  lit = mix(lit, vColour, uFlat);
  float fog = clamp((uFog.x - vDepth.x) / max(uFog.y, 1.0), 0.0, 1.0) * vMeta.z;
  fog = fog * fog * (3.0 - 2.0 * fog) * 0.5 + fog * 0.5;
  // Dimmed things are mixed toward their own ground; transparency would turn the crowd to mush.
  float dim = step(0.85, vLook) * 0.55;
  lit = mix(lit, uGround, max(fog, dim));
  float outline = vMeta.y * (1.0 - fog * 0.86);
  outline *= vLook > 0.85 ? 0.35 : 1.0;
  oColour = vec4(lit, 1.0);
  float depth = floor(clamp((vDepth.y + DEPTH_BEFORE) / DEPTH_RANGE, 0.0, 1.0) * 65535.0 + 0.5);
  float depthHigh = floor(depth / 256.0);
  oShape = vec4(n.xy * 0.5 + 0.5, depthHigh / 255.0, (depth - depthHigh * 256.0) / 255.0);
  oId = vec4(mod(vMeta.x, 256.0) / 255.0, floor(vMeta.x / 256.0) / 255.0, clamp(outline, 0.0, 1.0), max(1.0 - fog, 0.02));
}`;
