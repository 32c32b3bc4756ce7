/**
 * Shaders of the brain (ART-BRAIN-CIRCUIT 2). The first pass notes what is seen where; the next ones find the valleys of the surface,
 * which become the strokes of the sulci; the last one colours and inks. Lengths in mm of MNI space.
 *
 * Targets of the first pass: 0 half floats: normal to the right and up, depth toward the viewer (mm), white matter · 1 bytes: number of
 * the region, depth in a sulcus (0.1 mm), kind of part and 8 on a cut face, coverage.
 */

/** Regions that a mesh may number. */
export const REGION_SLOTS = 32;

export const PART_VERTEX = `
precision highp float;
uniform vec3 uRight;
uniform vec3 uUp;
uniform vec3 uBack;
uniform vec3 uCentre;
/** Clip units a millimetre, and the shift of the middle. */
uniform vec2 uScale;
uniform vec2 uShift;
/** Which of four colours of the map each region has: no two that touch share one. */
uniform vec4 uClasses[${REGION_SLOTS}];
in vec4 aNormal;
in vec4 aData;
out vec2 vTurn;
out float vDepth;
out vec3 vData;
out vec4 vHot;
out vec4 vNamed;
void main() {
  vec3 from = position - uCentre;
  vec3 view = vec3(dot(from, uRight), dot(from, uUp), dot(from, uBack));
  vec3 normal = normalize(aNormal.xyz);
  vTurn = vec2(dot(normal, uRight), dot(normal, uUp));
  vDepth = view.z;
  vData = vec3(aData.y / 255.0, aData.z / 255.0, aData.w / 255.0);
  vHot = uClasses[int(aData.x + 0.5)];
  vNamed = vHot * aData.x;
  gl_Position = vec4(view.xy * uScale + uShift, -view.z / 160.0, 1.0);
}`;

/** Borders of regions run through the middle of triangles: the name with the largest share of the three corners wins. */
export const PART_FRAGMENT = `
precision highp float;
layout(location = 0) out vec4 oShape;
layout(location = 1) out vec4 oName;
uniform float uKind;
in vec2 vTurn;
in float vDepth;
in vec3 vData;
in vec4 vHot;
in vec4 vNamed;
void main() {
  float best = 1.0 - dot(vHot, vec4(1.0));
  float name = 0.0;
  for (int i = 0; i < 4; i++) {
    if (vHot[i] > best) {
      best = vHot[i];
      name = vNamed[i] / vHot[i];
    }
  }
  oShape = vec4(vTurn, vDepth, vData.y);
  oName = vec4(floor(name + 0.5) / 255.0, vData.x, (uKind + (vData.z > 0.5 ? 8.0 : 0.0)) / 255.0, 1.0);
}`;

const RING = 12;
const ring = Array.from({ length: RING }, (_, i) => {
  const a = (i / RING) * Math.PI * 2;
  return `vec2(${Math.cos(a).toFixed(4)}, ${Math.sin(a).toFixed(4)})`;
}).join(', ');

/** Regions and parts by vote of what lies within a millimetre, so that triangles and pinholes do not show in their borders. */
export const VOTE = `
precision highp float;
precision highp sampler2D;
out vec4 oColour;
uniform sampler2D uNames;
uniform float uPerMm;
const vec2 AROUND[${RING}] = vec2[${RING}](${ring});
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(uNames, 0) - 1;
  vec4 own = texelFetch(uNames, here, 0);
  oColour = own;
  if (own.a < 0.5) return;
  vec2 votes[${2 * RING}];
  bool alike = true;
  for (int i = 0; i < ${2 * RING}; i++) {
    vec2 away = AROUND[i % ${RING}] * (i < ${RING} ? 0.5 : 1.0) * uPerMm;
    vec4 there = texelFetch(uNames, clamp(here + ivec2(floor(away + 0.5)), ivec2(0), last), 0);
    votes[i] = there.a < 0.5 ? vec2(-1.0) : there.rb;
    alike = alike && (there.a < 0.5 || there.rb == own.rb);
  }
  if (alike) return;
  float most = 0.0;
  for (int i = -1; i < ${2 * RING}; i++) {
    vec2 name = i < 0 ? own.rb : votes[i];
    if (name.x < 0.0) continue;
    float count = name == own.rb ? 2.0 : 0.0;
    for (int j = 0; j < ${2 * RING}; j++) if (votes[j] == name) count += 1.0;
    if (count > most) {
      most = count;
      oColour.rb = name;
    }
  }
}`;

export const SCREEN = `
out vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

/** One direction of a blur over what is covered. \`uStep\` is a pixel along it, \`uSigma\` in pixels. */
export const BLUR = `
precision highp float;
precision highp sampler2D;
out vec4 oColour;
uniform sampler2D uFrom;
uniform ivec2 uStep;
uniform float uSigma;
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(uFrom, 0) - 1;
  int reach = int(ceil(uSigma * 2.5));
  vec4 sum = vec4(0.0);
  float weights = 0.0;
  for (int i = -reach; i <= reach; i++) {
    float w = exp(-float(i * i) / (2.0 * uSigma * uSigma));
    sum += w * texelFetch(uFrom, clamp(here + uStep * i, ivec2(0), last), 0);
    weights += w;
  }
  oColour = sum / weights;
}`;

/** How sharply the blurred surface bends inward, a millimetre: the field whose crests are the sulci. Cut faces have none. */
export const VALLEY = `
precision highp float;
precision highp sampler2D;
out vec4 oColour;
uniform sampler2D uSoft;
uniform sampler2D uNames;
uniform float uPerMm;
vec2 turnAt(ivec2 q) { return texelFetch(uSoft, clamp(q, ivec2(0), textureSize(uSoft, 0) - 1), 0).xy; }
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  vec4 name = texelFetch(uNames, here, 0);
  float kind = floor(name.b * 255.0 + 0.5);
  float across = turnAt(here + ivec2(1, 0)).x - turnAt(here - ivec2(1, 0)).x;
  float upward = turnAt(here + ivec2(0, 1)).y - turnAt(here - ivec2(0, 1)).y;
  float valley = name.a < 0.5 || kind > 7.5 ? 0.0 : -(across + upward) * 0.5 * uPerMm;
  oColour = vec4(valley);
}`;

/** Strokes: crests of the valleys and their deepest floors. x the stroke, y the flat tone beside it. */
export const STROKE = `
precision highp float;
precision highp sampler2D;
out vec4 oColour;
uniform sampler2D uValley;
uniform sampler2D uSharp;
uniform sampler2D uShape;
uniform sampler2D uNames;
uniform float uPerMm;
/** Least bend of a crest, its least sharpness, and the bend of a floor that is black whatever its crest. */
uniform vec3 uCrest;
float at(ivec2 q) { return texelFetch(uValley, clamp(q, ivec2(0), textureSize(uValley, 0) - 1), 0).x; }
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  vec4 name = texelFetch(uNames, here, 0);
  if (name.a < 0.5) { oColour = vec4(0.0); return; }
  float v = texelFetch(uSharp, here, 0).x;
  float c = at(here);
  int d = max(1, int(uPerMm * 0.18 + 0.5));
  float xx = at(here + ivec2(d, 0)) + at(here - ivec2(d, 0)) - 2.0 * c;
  float yy = at(here + ivec2(0, d)) + at(here - ivec2(0, d)) - 2.0 * c;
  float xy = 0.25 * (at(here + ivec2(d, d)) + at(here - ivec2(d, d)) - at(here + ivec2(d, -d)) - at(here + ivec2(-d, d)));
  float per = uPerMm / float(d);
  float least = 0.5 * (xx + yy) - sqrt(0.25 * (xx - yy) * (xx - yy) + xy * xy);
  float sharp = -least * per * per;
  float crest = smoothstep(uCrest.y, uCrest.y * 1.12, sharp) * smoothstep(uCrest.x - 0.02, uCrest.x + 0.02, v);
  float floor_ = smoothstep(uCrest.z - 0.02, uCrest.z + 0.02, v);
  bool white = texelFetch(uShape, here, 0).w > 0.42 && name.r < 0.001;
  oColour = vec4(white ? 0.0 : max(crest, floor_), smoothstep(0.19, 0.22, v), 0.0, 1.0);
}`;
