/**
 * Shaders of the house style: one geometry pass into three targets, then one full-screen pass (ART-DIRECTION 7). Colours pass through
 * untouched, so that the hex of a token is the hex on screen.
 *
 * Targets: 0 colour already mixed with fog, alpha = outline strength · 1 view normal, depth behind the focus in nm · 2 line id (low and
 * high byte), look, visibility after fog (0 where nothing was drawn).
 */

/** Colours a batch may refer to. */
export const PALETTE_SIZE = 96;

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
in vec3 aPlace;
in float aScale;
in float aColour;
in float aId;
in float aOutline;
in float aFog;

vec4 lookOf(float id) {
  int i = int(id + 0.5);
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

/** Spheres as domes that face the camera: a hemisphere of 24 triangles whose silhouette is the sphere's. */
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
  oColour = vec4(lit, clamp(outline, 0.0, 1.0));
  oShape = vec4(n, vDepth.y);
  oId = vec4(mod(vMeta.x, 256.0) / 255.0, floor(vMeta.x / 256.0) / 255.0, vLook, max(1.0 - fog, 0.02));
}`;

export const SCREEN_VERTEX = `
out vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

/** Brings the cached crowd, its depth included, into the live targets before the actors are drawn over it. */
export const COPY_FRAGMENT = `
precision highp float;
precision highp sampler2D;
layout(location = 0) out vec4 oColour;
layout(location = 1) out vec4 oShape;
layout(location = 2) out vec4 oId;
in vec2 vUv;
uniform sampler2D uColour;
uniform sampler2D uShape;
uniform sampler2D uIds;
uniform sampler2D uDepth;
void main() {
  oColour = texture(uColour, vUv);
  oShape = texture(uShape, vUv);
  oId = texture(uIds, vUv);
  gl_FragDepth = texture(uDepth, vUv).r;
}`;

/** Contact shade, outlines and grain. The low tier leaves contact shade and inner lines out and takes four taps a ring. */
export function postFragment(low: boolean): string {
  return `
precision highp float;
in vec2 vUv;
out vec4 oColour;
uniform sampler2D uColour;
uniform sampler2D uShape;
uniform sampler2D uIds;
uniform vec2 uPixel;
uniform vec3 uInk;
uniform vec3 uPaper;
uniform float uLine;
uniform float uShadeRadius;
uniform float uShadeStrength;
uniform float uGrain;

const int TAPS = ${low ? 4 : 8};
const float TURN = ${low ? '1.5707963' : '0.7853982'};

float hash(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}
float lineId(vec4 m) { return floor(m.r * 255.0 + 0.5) + floor(m.g * 255.0 + 0.5) * 256.0; }

void main() {
  vec4 c = texture(uColour, vUv);
  vec4 shape = texture(uShape, vUv);
  vec4 m = texture(uIds, vUv);
  float id = lineId(m);
  bool empty = m.a <= 0.0;
  vec3 colour = empty ? uPaper : c.rgb;
  float depth = shape.w;
  float ink = 0.0;
${
  low
    ? ''
    : `
  if (!empty) {
    float near = 0.0;
    for (int i = 0; i < 14; i++) {
      float a = float(i) * 2.39996;
      float r = sqrt((float(i) + 0.5) / 14.0) * uShadeRadius;
      vec2 q = vUv + vec2(cos(a), sin(a)) * r * uPixel;
      vec4 other = texture(uIds, q);
      float step_ = depth - texture(uShape, q).w;
      if (other.a > 0.0 && lineId(other) != id) near += smoothstep(0.6, 4.0, step_) * (1.0 - smoothstep(16.0, 30.0, step_));
    }
    near /= 14.0;
    float shade = smoothstep(0.12, 0.20, near) * 0.45 + smoothstep(0.34, 0.44, near) * 0.55;
    colour = mix(colour, colour * mix(vec3(1.0), uInk + 0.35, 0.55), shade * uShadeStrength * mix(0.3, 1.0, m.a));
  }`
}
  for (int ring = 0; ring < 2; ring++) {
    float r = ring == 0 ? uLine : uLine * 2.0;
    for (int i = 0; i < TAPS; i++) {
      float a = float(i) * TURN;
      vec2 q = vUv + vec2(cos(a), sin(a)) * r * uPixel;
      vec4 other = texture(uIds, q);
      bool otherEmpty = other.a <= 0.0;
      if (otherEmpty) continue;
      vec4 oc = texture(uColour, q);
      float step_ = depth - texture(uShape, q).w;
      // The line lies on the thing behind, so that small fills keep their size.
      if (empty || lineId(other) != id) {
        float s = empty ? oc.a : (step_ > -0.2 ? oc.a : 0.0);
        if (ring == 1) s *= empty ? 1.0 : smoothstep(1.5, 7.0, step_);
        float thick = other.b > 0.25 && other.b < 0.85 ? 1.6 : 1.0;
        ink = max(ink, min(1.0, s * thick * (ring == 1 ? 0.9 : 1.0)));
      }${
        low
          ? ''
          : ` else if (ring == 0) {
        float bend = 1.0 - dot(shape.xyz, texture(uShape, q).xyz);
        ink = max(ink, max(smoothstep(0.45, 0.75, bend), smoothstep(1.2, 3.0, step_)) * 0.32 * c.a);
      }`
      }
    }
  }
  colour = mix(colour, mix(uInk, colour * 0.55, 0.10), clamp(ink, 0.0, 1.0) * 0.9 + clamp(ink, 0.0, 1.0) * 0.1 * step(0.99, ink));
  float grain = (noise(gl_FragCoord.xy * 0.55) - 0.5) * 0.5 + (noise(gl_FragCoord.xy * 0.11) - 0.5) * 0.35 + (noise(gl_FragCoord.xy * 0.012) - 0.5) * 0.9;
  oColour = vec4(colour + grain * uGrain, 1.0);
}`;
}
