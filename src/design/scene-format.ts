/**
 * The compact binary in which a baked scene travels from the build to the page: meshes and tables of instances in typed arrays, so
 * that nothing is generated or decoded at load. Lengths are in nanometres of the drawn scene. Colours are names of tokens, resolved
 * per theme when the scene is drawn.
 *
 * Layout of a file: "BTN1", the byte length of the header (uint32, little endian), the header as UTF-8 JSON padded with spaces to a
 * multiple of four, then the arrays one after another, each padded to a multiple of four bytes, in the order the header names them.
 */

/** Positions are stored as 16-bit integers of this many steps a nanometre: ±512 nm at 1/64 nm. */
export const STEPS_PER_NM = 64;
/** Scales are stored as 16-bit integers of this many steps. */
export const STEPS_PER_SCALE = 1024;

/** From which detail on a batch is drawn: "diagram" batches always, "calm" ones on calm and plate, "plate" ones on plate only. */
export type Detail = 'diagram' | 'calm' | 'plate';

export interface SceneMesh {
  readonly name: string;
  /** xyz of each vertex in steps of 1/64 nm at scale 1. */
  readonly positions: Int16Array;
  /** Unit normals, xyz times 127. */
  readonly normals: Int8Array;
  readonly indices: Uint16Array;
}

/** Instances of one mesh, or of a sphere, that are drawn with one call. All arrays have one entry an instance unless said. */
export interface SceneBatch {
  readonly name: string;
  /** Name of a mesh of the file, or "sphere" for camera-facing domes of radius `scale` nm. */
  readonly mesh: string;
  readonly detail: Detail;
  /** Left out on the low tier. */
  readonly highTierOnly: boolean;
  /** Token of the ground that fog mixes toward, and where fog starts and how long it is, nm of depth behind the cut. */
  readonly ground: string;
  readonly fog: readonly [number, number];
  /** Drawn in its own flat colour without the toon ramp. */
  readonly flat: boolean;
  /** Nothing in front of z = 0 is drawn. */
  readonly clip: boolean;
  /** xyz in steps of 1/64 nm. */
  readonly positions: Int16Array;
  /** Uniform scale in steps of 1/1024; for spheres the radius in nm. */
  readonly scales: Uint16Array;
  /** Quaternion xyzw times 127; all zero stands for no rotation. Empty for spheres. */
  readonly rotations: Int8Array;
  /** Index into the header's palette. */
  readonly colours: Uint8Array;
  /** Object that the instance belongs to; 0 for none. Lines are drawn between different ids. */
  readonly ids: Uint16Array;
  /** Outline strength and share of fog, 0 to 255. */
  readonly outlines: Uint8Array;
  readonly fogs: Uint8Array;
}

/** Something a reader can name, point at and open. */
export interface SceneObject {
  readonly id: number;
  /** Kind in the scene's own vocabulary, such as "nmda", "vesicle", "bouton"; views map it to entities and words. */
  readonly kind: string;
  /** Where a label points, nm. */
  readonly anchor: readonly [number, number, number];
  /** Line ids of its drawn pieces where they differ from `id`, so that lines run between its parts. */
  readonly lineIds?: readonly number[];
  /** Position in the kind's order, from 0, such as which of the receptors. */
  readonly index: number;
}

export interface Scene3D {
  readonly name: string;
  /** Names of colour tokens that `colours` refers to. */
  readonly palette: readonly string[];
  readonly objects: readonly SceneObject[];
  /** Named places that are no objects, nm: fusion site, pores, centre of the cleft. */
  readonly anchors: Readonly<Record<string, readonly [number, number, number]>>;
  readonly meshes: readonly SceneMesh[];
  readonly batches: readonly SceneBatch[];
}

const MAGIC = 'BTN1';
const MESH_ARRAYS = ['positions', 'normals', 'indices'] as const;
const BATCH_ARRAYS = ['positions', 'scales', 'rotations', 'colours', 'ids', 'outlines', 'fogs'] as const;
type AnyArray = Int16Array | Int8Array | Uint8Array | Uint16Array;

interface MeshHead {
  readonly name: string;
  readonly lengths: readonly number[];
}
type BatchHead = Omit<SceneBatch, (typeof BATCH_ARRAYS)[number]> & { readonly lengths: readonly number[] };
/** In a file the ids of the pieces stand as pairs of first and last; no pairs for an object without ids of pieces. */
type ObjectHead = Omit<SceneObject, 'lineIds'> & { readonly lines: readonly number[] };
interface Header extends Pick<Scene3D, 'name' | 'palette' | 'anchors'> {
  readonly objects: readonly ObjectHead[];
  readonly meshes: readonly MeshHead[];
  readonly batches: readonly BatchHead[];
}

const padded = (bytes: number): number => (bytes + 3) & ~3;

/** [5, 6, 7, 9] as [5, 7, 9, 9]. */
function asRanges(ids: readonly number[]): number[] {
  const out: number[] = [];
  for (const id of ids) {
    if (out.at(-1) === id - 1) out[out.length - 1] = id;
    else out.push(id, id);
  }
  return out;
}

function fromRanges(ranges: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < ranges.length; i += 2) for (let id = ranges[i] ?? 0; id <= (ranges[i + 1] ?? 0); id++) out.push(id);
  return out;
}

/** A scene as bytes. */
export function encodeScene(scene: Scene3D): Uint8Array<ArrayBuffer> {
  const arrays: AnyArray[] = [];
  const meshes = scene.meshes.map((mesh): MeshHead => {
    const own = MESH_ARRAYS.map((key) => mesh[key]);
    arrays.push(...own);
    return { name: mesh.name, lengths: own.map((array) => array.length) };
  });
  const batches = scene.batches.map((batch): BatchHead => {
    const own = BATCH_ARRAYS.map((key) => batch[key]);
    arrays.push(...own);
    const { name, mesh, detail, highTierOnly, ground, fog, flat, clip } = batch;
    return { name, mesh, detail, highTierOnly, ground, fog, flat, clip, lengths: own.map((array) => array.length) };
  });
  const objects = scene.objects.map(({ lineIds = [], ...object }): ObjectHead => ({ ...object, lines: asRanges(lineIds) }));
  const header: Header = { name: scene.name, palette: scene.palette, objects, anchors: scene.anchors, meshes, batches };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + padded(text.length);
  const bytes = new Uint8Array(start + arrays.reduce((sum, array) => sum + padded(array.byteLength), 0));
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(4, padded(text.length), true);
  bytes.fill(0x20, 8, start);
  bytes.set(text, 8);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return bytes;
}

/**
 * The scene in a file. Arrays are views into `buffer`, not copies.
 * @throws Error when the bytes are no scene or end too early.
 */
export function decodeScene(buffer: ArrayBuffer): Scene3D {
  const bytes = new Uint8Array(buffer);
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error('not a baked scene');
  const headerBytes = new DataView(buffer).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes))) as Header;
  let at = 8 + headerBytes;
  const next = <T extends AnyArray>(
    Kind: { new (buffer: ArrayBuffer, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
    length = 0,
  ): T => {
    const array = new Kind(buffer, at, length);
    at += padded(length * Kind.BYTES_PER_ELEMENT);
    return array;
  };
  const meshes = header.meshes.map(({ name, lengths: [p, n, i] }) => ({
    name,
    positions: next(Int16Array, p),
    normals: next(Int8Array, n),
    indices: next(Uint16Array, i),
  }));
  const batches = header.batches.map(({ lengths: [p, s, r, c, id, o, f], ...batch }) => ({
    ...batch,
    positions: next(Int16Array, p),
    scales: next(Uint16Array, s),
    rotations: next(Int8Array, r),
    colours: next(Uint8Array, c),
    ids: next(Uint16Array, id),
    outlines: next(Uint8Array, o),
    fogs: next(Uint8Array, f),
  }));
  const objects = header.objects.map(({ lines, ...object }): SceneObject =>
    lines.length === 0 ? object : { ...object, lineIds: fromRanges(lines) },
  );
  return { name: header.name, palette: header.palette, objects, anchors: header.anchors, meshes, batches };
}
