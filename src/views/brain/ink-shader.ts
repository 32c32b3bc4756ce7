/** The last pass of the brain: flat colours in three tones, distance toward paper, and ink (widths of ART-BRAIN-CIRCUIT 2). */
import { REGION_SLOTS } from './shaders';

const ring = (taps: number): string =>
  `vec2[${taps}](${Array.from({ length: taps }, (_, i) => {
    const a = (i / taps) * Math.PI * 2;
    return `vec2(${Math.cos(a).toFixed(4)}, ${Math.sin(a).toFixed(4)})`;
  }).join(', ')})`;

/** The pass with so many looks around each pixel: 12 for the high tier, 8 for the low one. */
export const inkShader = (taps: number): string => `
precision highp float;
precision highp sampler2D;
out vec4 oColour;
uniform sampler2D uShape;
uniform sampler2D uNames;
uniform sampler2D uSoft;
uniform sampler2D uStrokes;
/** Colour of each region; alpha 0 where it is drawn as what it lies on. */
uniform vec4 uRegions[${REGION_SLOTS}];
uniform vec3 uPaper;
uniform vec3 uInk;
uniform vec3 uCortex;
uniform vec3 uCerebellum;
uniform vec3 uStem;
uniform vec3 uCut;
uniform vec3 uShade;
/** Device pixels a CSS pixel, and a millimetre. */
uniform float uRatio;
uniform float uPerMm;
/** Depth where the distance begins to turn to paper, mm toward the viewer, and over how many mm. */
uniform vec2 uFar;

const vec2 RING[${taps}] = ${ring(taps)};
const float WHITE = 0.42;
/** What one look around counts: three of twelve make a line. */
const float SHARE = 12.0 / ${taps.toFixed(1)};

int kindOf(vec4 name) { return int(name.b * 255.0 + 0.5) & 7; }
bool cutOf(vec4 name) { return name.b * 255.0 > 7.5; }
int regionOf(vec4 name) { return int(name.r * 255.0 + 0.5); }
ivec2 tap(ivec2 here, vec2 away) { return clamp(here + ivec2(floor(away + 0.5)), ivec2(0), textureSize(uNames, 0) - 1); }
bool whiteAt(ivec2 q, vec4 name) { return regionOf(name) == 0 && kindOf(name) == 1 && texelFetch(uSoft, q, 0).w > WHITE; }

void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  vec4 name = texelFetch(uNames, here, 0);
  vec4 shape = texelFetch(uShape, here, 0);
  bool covered = name.a > 0.5;
  int region = regionOf(name);
  bool cut = covered && cutOf(name);
  bool white = covered && whiteAt(here, name);
  vec4 own = uRegions[region];
  vec3 colour = uPaper;
  float distance_ = max(0.0, uFar.x - shape.z);
  if (covered) {
    int kind = kindOf(name);
    vec3 flat_ = kind == 1 ? uCortex : kind == 2 ? uCerebellum : uStem;
    if (white || cut) flat_ = uCut;
    else if (own.a > 0.5) flat_ = own.rgb;
    colour = flat_;
    if (!cut && !white) {
      vec2 turn = shape.xy;
      float toward = sqrt(max(0.0, 1.0 - dot(turn, turn)));
      float light = dot(vec3(turn, toward), normalize(vec3(-0.45, 0.72, 0.53)));
      vec3 shade = flat_ * uShade;
      vec3 mid = mix(shade, flat_, 0.55);
      colour = mix(mid, flat_, smoothstep(-0.01, 0.05, light));
      colour = mix(shade, colour, smoothstep(-0.41, -0.35, light));
      if (kind == 1) colour *= 1.0 - 0.16 * smoothstep(2.9, 3.5, name.g * 25.5);
      colour *= 1.0 - 0.14 * texelFetch(uStrokes, here, 0).y;
      colour = mix(colour, uPaper, clamp((distance_ - 14.0) / uFar.y, 0.0, 1.0) * 0.55);
    }
  }

  // Ink from what stands around: silhouette, cut faces, borders of regions and of white matter, folds before one another.
  float outline = 0.0, cuts = 0.0, borders = 0.0, near = 0.0, far = 0.0;
  for (int i = 0; i < ${taps}; i++) {
    ivec2 wide = tap(here, RING[i] * 1.35 * uRatio);
    ivec2 close = tap(here, RING[i] * 0.72 * uRatio);
    vec4 a = texelFetch(uNames, wide, 0);
    vec4 b = texelFetch(uNames, close, 0);
    if (covered != (a.a > 0.5)) outline += SHARE;
    if (!covered || b.a < 0.5) continue;
    if (cut != cutOf(b) || (cut && kindOf(name) != kindOf(b))) cuts += SHARE;
    vec4 other = uRegions[regionOf(b)];
    bool coloured = own.a > 0.5 || other.a > 0.5;
    if (!cut && !cutOf(b) && ((coloured && regionOf(b) != region && distance(own, other) > 0.004) || white != whiteAt(close, b))) borders += SHARE;
    near = max(near, texelFetch(uShape, close, 0).z - shape.z);
    if (a.a > 0.5) far = max(far, texelFetch(uShape, tap(here, RING[i] * 1.2 * uRatio), 0).z - shape.z);
  }
  float fade = 1.0 - min(distance_ / 70.0, 0.55);
  float ink = smoothstep(0.0, 3.0, outline);
  ink = max(ink, smoothstep(0.0, 3.0, cuts));
  ink = max(ink, smoothstep(0.0, 3.0, borders) * 0.95);
  if (covered && !cut) {
    ink = max(ink, clamp((near - 1.3) / 0.8, 0.0, 1.0) * fade);
    ink = max(ink, clamp((far - 5.0) / 4.0, 0.0, 1.0) * fade);
    // A speck is no stroke: enough ink must lie around it.
    float stroke = texelFetch(uStrokes, here, 0).x;
    float around = 0.0;
    for (int i = 0; stroke > 0.01 && i < ${taps}; i++) {
      around += SHARE * ( texelFetch(uStrokes, tap(here, RING[i] * 0.55 * uPerMm), 0).x + texelFetch(uStrokes, tap(here, RING[i] * 1.2 * uPerMm), 0).x);
    }
    ink = max(ink, stroke * 0.95 * fade * smoothstep(4.0, 6.0, around));
  }
  oColour = vec4(mix(colour, uInk, ink * 0.96), 1.0);
}`;
