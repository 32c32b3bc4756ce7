/**
 * The compact file in which the meshes of the brain atlas travel. Corners lie in the order in which the triangles first use them. A
 * triangle names an edge that an earlier one left open, and a new corner is told as its distance from where it would close a
 * parallelogram over that edge, so that most numbers are small. The numbers are split into streams of bytes and deflated.
 *
 * Layout: "BTA1", the byte length of the header (uint32, little endian), the header as UTF-8 JSON, the deflated streams of all meshes
 * one after another, in the order the header names them.
 */

/** Positions are stored in steps of this many a millimetre, from `LOWEST` mm on. */
const STEPS_PER_MM = 32;
const LOWEST = -128;
/** How many open edges and late corners a triangle may name. */
const EDGES = 15;
const CORNERS = 14;
const NEW_CORNER = 0;
const FAR_CORNER = 15;

export interface PackedMesh {
  readonly name: string;
  /** xyz of each corner, mm in MNI space. */
  readonly positions: Float32Array;
  /** Unit normals, signed bytes of 127 steps, four a corner with the last one free. */
  readonly normals: Int8Array;
  readonly indices: Uint32Array;
  /** Four bytes a corner: number of the surface region, depth in a sulcus (0.1 mm), white matter, 255 on a cut face. */
  readonly data: Uint8Array;
}

interface MeshHead {
  readonly name: string;
  readonly corners: number;
  readonly triangles: number;
  /** Whether it carries `data`; without, all are 0. */
  readonly data: boolean;
  /** Bytes of each stream. */
  readonly streams: readonly number[];
}

interface Header {
  readonly meshes: readonly MeshHead[];
}

/** Streams of a mesh: triangles, far corners, positions (low and high bytes), normals, data. */
const STREAMS = ['codes', 'far', 'low', 'high', 'normals', 'data'] as const;
type Stream = (typeof STREAMS)[number];

/** Direction on an octahedron unfolded into a square, two signed bytes (Meyer et al. 2010, doi:10.1111/j.1467-8659.2010.01737.x). */
export function octahedral(x: number, y: number, z: number): [number, number] {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z) || 1;
  let [u, v] = [x / sum, y / sum];
  if (z < 0) [u, v] = [(1 - Math.abs(v)) * Math.sign(u || 1), (1 - Math.abs(u)) * Math.sign(v || 1)];
  return [Math.round(u * 127), Math.round(v * 127)];
}

function fromOctahedral(a: number, b: number): [number, number, number] {
  let [u, v] = [a / 127, b / 127];
  const z = 1 - Math.abs(u) - Math.abs(v);
  if (z < 0) [u, v] = [(1 - Math.abs(v)) * Math.sign(u || 1), (1 - Math.abs(u)) * Math.sign(v || 1)];
  const length = Math.hypot(u, v, z) || 1;
  return [u / length, v / length, z / length];
}

const zigzag = (v: number): number => (v < 0 ? -2 * v - 1 : 2 * v);
const unzigzag = (v: number): number => (v % 2 === 1 ? -(v + 1) / 2 : v / 2);

/** What coder and decoder both know while they walk along the triangles. */
class Walk {
  /** Open edges, newest first: the two corners as the next triangle runs through them, and the corner across. */
  readonly edges: (readonly [number, number, number])[] = [];
  readonly corners: number[] = [];
  /** Corners met so far. */
  met = 0;

  edge(a: number, b: number, across: number): void {
    this.edges.unshift([a, b, across]);
    this.edges.length = Math.min(this.edges.length, EDGES);
  }

  corner(v: number): void {
    this.corners.unshift(v);
    this.corners.length = Math.min(this.corners.length, CORNERS);
    this.met = Math.max(this.met, v + 1);
  }
}

/** Corners that a new one is foretold from: an edge and the corner across it, or the last corner alone. */
type Basis = readonly [number, number, number] | null;

/** Positions in steps, octahedral normals and data of each corner, foretold and corrected. */
class CornerTable {
  readonly steps: Int32Array;
  readonly octahedra: Int32Array;
  constructor(
    count: number,
    readonly data: Uint8Array,
  ) {
    this.steps = new Int32Array(count * 3);
    this.octahedra = new Int32Array(count * 2);
  }

  /** Foretold number `axis` of a row of `width`. */
  private told(of: Int32Array, width: number, axis: number, basis: Basis, last: number): number {
    const at = (v: number): number => of[v * width + axis] ?? 0;
    if (basis === null) return last < 0 ? 0 : at(last);
    const [a, b, c] = basis;
    return width === 3 ? at(a) + at(b) - at(c) : Math.round((at(a) + at(b)) / 2);
  }

  position(axis: number, basis: Basis, last: number): number {
    return this.told(this.steps, 3, axis, basis, last);
  }

  normal(axis: number, basis: Basis, last: number): number {
    return this.told(this.octahedra, 2, axis, basis, last);
  }

  datum(axis: number, basis: Basis, last: number): number {
    if (basis === null) return last < 0 ? 0 : (this.data[last * 4 + axis] ?? 0);
    const [a, b] = [this.data[basis[0] * 4 + axis] ?? 0, this.data[basis[1] * 4 + axis] ?? 0];
    // Region and cut are names; depth and white matter are amounts.
    return axis === 0 || axis === 3 ? a : Math.round((a + b) / 2);
  }
}

/** Triangles, and in which order and turn: what the streams tell apart from the corners. */
interface Coded {
  readonly head: MeshHead;
  readonly streams: readonly Uint8Array[];
}

/** Codes one mesh. Its corners must lie in the order of first use. */
function encodeMesh(mesh: PackedMesh): Coded {
  const count = mesh.positions.length / 3;
  const hasData = mesh.data.some((v) => v !== 0);
  const out: Record<Stream, number[]> = { codes: [], far: [], low: [], high: [], normals: [], data: [] };
  const table = new CornerTable(count, mesh.data);
  for (let v = 0; v < count; v++) {
    for (let axis = 0; axis < 3; axis++)
      table.steps[3 * v + axis] = Math.round(((mesh.positions[3 * v + axis] ?? 0) - LOWEST) * STEPS_PER_MM);
    const at = (axis: number): number => mesh.normals[4 * v + axis] ?? 0;
    table.octahedra.set(octahedral(at(0), at(1), at(2)), 2 * v);
  }
  const walk = new Walk();
  const meet = (v: number, basis: Basis): void => {
    const last = v - 1;
    for (let axis = 0; axis < 3; axis++) {
      const off = zigzag((table.steps[3 * v + axis] ?? 0) - table.position(axis, basis, last));
      out.low.push(off & 255);
      out.high.push(off >> 8);
    }
    for (let axis = 0; axis < 2; axis++) out.normals.push(((table.octahedra[2 * v + axis] ?? 0) - table.normal(axis, basis, last)) & 255);
    if (hasData)
      for (let axis = 0; axis < 4; axis++) out.data.push(((mesh.data[4 * v + axis] ?? 0) - table.datum(axis, basis, last)) & 255);
    walk.corner(v);
  };
  const name = (v: number, basis: Basis): number => {
    if (v === walk.met) {
      meet(v, basis);
      return NEW_CORNER;
    }
    const recent = walk.corners.indexOf(v);
    if (recent >= 0) return recent + 1;
    const far = walk.met - 1 - v;
    out.far.push(far & 255, (far >> 8) & 255, far >> 16);
    walk.corner(v);
    return FAR_CORNER;
  };
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const [i = 0, j = 0, k = 0] = mesh.indices.subarray(t, t + 3);
    const turns = [
      [i, j, k],
      [j, k, i],
      [k, i, j],
    ] as const;
    let found = -1;
    let turn = turns[0];
    for (const [at, [a, b]] of walk.edges.entries()) {
      const fits = turns.find(([p, q]) => p === a && q === b);
      if (fits === undefined) continue;
      found = at;
      turn = fits;
      break;
    }
    const [a, b, c] = turn;
    if (found >= 0) {
      const [, , across] = walk.edges[found] ?? [0, 0, 0];
      out.codes.push((found << 4) | name(c, [a, b, across]));
      walk.edges.splice(found, 1);
    } else {
      // No open edge: three corners by name, the first code marked by a second byte of its own stream.
      out.codes.push(255);
      for (const v of turn) out.codes.push(name(v, null));
      walk.edge(b, a, c);
    }
    walk.edge(c, b, a);
    walk.edge(a, c, b);
  }
  const streams = STREAMS.map((stream) => Uint8Array.from(out[stream]));
  const head: MeshHead = {
    name: mesh.name,
    corners: count,
    triangles: mesh.indices.length / 3,
    data: hasData,
    streams: streams.map((bytes) => bytes.length),
  };
  return { head, streams };
}

/** Puts the bytes of rows of `width` into columns: alike bytes next to each other. */
function columns(bytes: Uint8Array, width: number): Uint8Array {
  const rows = bytes.length / width;
  return Uint8Array.from(bytes, (_, i) => bytes[(i % rows) * width + Math.floor(i / rows)] ?? 0);
}

const WIDTHS: Readonly<Record<Stream, number>> = { codes: 1, far: 3, low: 3, high: 3, normals: 2, data: 4 };

/** Meshes as the bytes of a file. `deflate` must give a raw deflate stream. */
export function encodeMeshes(meshes: readonly PackedMesh[], deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const coded = meshes.map(encodeMesh);
  const header: Header = { meshes: coded.map(({ head }) => head) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const parts = coded.flatMap(({ streams }) => streams.map((bytes, i) => columns(bytes, WIDTHS[STREAMS[i] ?? 'codes'])));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  const body = deflate(all);
  const file = new Uint8Array(8 + text.length + body.length);
  file.set(new TextEncoder().encode('BTA1'), 0);
  new DataView(file.buffer).setUint32(4, text.length, true);
  file.set(text, 8);
  file.set(body, 8 + text.length);
  return file;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The meshes in a file.
 * @throws Error when the bytes are no such file or end too early.
 */
export async function decodeMeshes(file: Uint8Array<ArrayBuffer>): Promise<PackedMesh[]> {
  if (new TextDecoder().decode(file.subarray(0, 4)) !== 'BTA1') throw new Error('not a file of meshes');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const { meshes } = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Header;
  const all = await inflate(file.subarray(8 + length));
  let at = 0;
  return meshes.map((head) => {
    const streams = head.streams.map((bytes) => {
      at += bytes;
      return all.subarray(at - bytes, at);
    });
    return decodeMesh(head, streams);
  });
}

function decodeMesh({ name, corners: count, triangles, data: hasData }: MeshHead, streams: readonly Uint8Array[]): PackedMesh {
  const [codes, far, low, high, bends, extra] = STREAMS.map((_, i) => streams[i] ?? new Uint8Array());
  const data = new Uint8Array(count * 4);
  const table = new CornerTable(count, data);
  const indices = new Uint32Array(triangles * 3);
  const walk = new Walk();
  let code = 0;
  let farther = 0;
  const read = (stream: Uint8Array | undefined, row: number, axis: number, rows: number): number => stream?.[axis * rows + row] ?? 0;
  const meet = (basis: Basis): number => {
    const v = walk.met;
    const last = v - 1;
    for (let axis = 0; axis < 3; axis++) {
      const off = unzigzag(read(low, v, axis, count) + 256 * read(high, v, axis, count));
      table.steps[3 * v + axis] = table.position(axis, basis, last) + off;
    }
    for (let axis = 0; axis < 2; axis++) {
      table.octahedra[2 * v + axis] = ((table.normal(axis, basis, last) + read(bends, v, axis, count)) << 24) >> 24;
    }
    if (hasData) for (let axis = 0; axis < 4; axis++) data[4 * v + axis] = table.datum(axis, basis, last) + read(extra, v, axis, count);
    walk.corner(v);
    return v;
  };
  const named = (told: number, basis: Basis): number => {
    if (told === NEW_CORNER) return meet(basis);
    if (told !== FAR_CORNER) return walk.corners[told - 1] ?? 0;
    const rows = (far?.length ?? 0) / 3;
    const away = read(far, farther, 0, rows) + 256 * read(far, farther, 1, rows) + 65_536 * read(far, farther, 2, rows);
    farther++;
    const v = walk.met - 1 - away;
    walk.corner(v);
    return v;
  };
  for (let t = 0; t < triangles; t++) {
    const told = codes?.[code++] ?? 0;
    let corners: readonly [number, number, number];
    if (told === 255) {
      const [a, b, c] = [named(codes?.[code++] ?? 0, null), named(codes?.[code++] ?? 0, null), named(codes?.[code++] ?? 0, null)];
      corners = [a, b, c];
      walk.edge(b, a, c);
    } else {
      const [a, b, across] = walk.edges[told >> 4] ?? [0, 0, 0];
      corners = [a, b, named(told & 15, [a, b, across])];
      walk.edges.splice(told >> 4, 1);
    }
    const [a, b, c] = corners;
    indices.set(corners, 3 * t);
    walk.edge(c, b, a);
    walk.edge(a, c, b);
  }
  const normals = new Int8Array(count * 4);
  for (let v = 0; v < count; v++) {
    fromOctahedral(table.octahedra[2 * v] ?? 0, table.octahedra[2 * v + 1] ?? 0).forEach((n, axis) => {
      normals[4 * v + axis] = Math.round(n * 127);
    });
  }
  return { name, indices, normals, data, positions: Float32Array.from(table.steps, (step) => step / STEPS_PER_MM + LOWEST) };
}
