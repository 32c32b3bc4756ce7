/** Collects meshes, objects and instances in nm and writes them in the integers of the scene format. */
import {
  STEPS_PER_NM,
  STEPS_PER_SCALE,
  type Detail,
  type Scene3D,
  type SceneBatch,
  type SceneMesh,
  type SceneObject,
} from '../../design/scene-format';
import type { Mesh } from './mesh';
import type { Quaternion, Vec3 } from './vector';

/** Ids of objects lie below, ids of drawn pieces from here on; from LAST_LINE on they are left to moving things. */
export const FIRST_LINE = 512;
export const LAST_LINE = 61000;

/** One instance. `scale` is the radius in nm for spheres. `outline` and `fog` are shares, 0 to 1. */
export interface Item {
  readonly at: Vec3;
  readonly scale: number;
  readonly turn?: Quaternion;
  /** Name of a colour token. */
  readonly colour: string;
  readonly outline: number;
  readonly fog: number;
  /** Id of the drawn piece, from `line`. */
  readonly id: number;
}

export interface BatchLook {
  readonly mesh: string;
  readonly detail: Detail;
  readonly ground: string;
  readonly fog?: readonly [number, number];
  readonly highTierOnly?: boolean;
  readonly flat?: boolean;
  readonly clip?: boolean;
}

const within = (value: number, low: number, high: number, what: string): number => {
  const whole = Math.round(value);
  if (!(whole >= low && whole <= high)) throw new RangeError(`${what}: ${value} is outside ${low} to ${high}`);
  return whole;
};

export class SceneBuilder {
  private readonly palette: string[] = [];
  private readonly objects: { id: number; kind: string; anchor: Vec3; index: number; lineIds: number[] }[] = [];
  private readonly anchors: Record<string, Vec3> = {};
  private readonly meshes: SceneMesh[] = [];
  private readonly batches: SceneBatch[] = [];
  private next = FIRST_LINE;

  constructor(private readonly name: string) {}

  /** Adds something a reader can name and gives its id. Indices count up within a kind. */
  object(kind: string, anchor: Vec3): number {
    const id = this.objects.length + 1;
    if (id >= FIRST_LINE) throw new RangeError('too many objects');
    this.objects.push({ id, kind, anchor, index: this.objects.filter((one) => one.kind === kind).length, lineIds: [] });
    return id;
  }

  /** Id of a new drawn piece of an object. */
  line(object: number): number {
    const id = this.next++;
    if (id >= LAST_LINE) throw new RangeError('too many drawn pieces');
    const own = this.objects[object - 1]?.lineIds;
    if (own === undefined) throw new RangeError(`there is no object ${object}`);
    own.push(id);
    return id;
  }

  anchor(name: string, at: Vec3): void {
    this.anchors[name] = at;
  }

  mesh(name: string, mesh: Mesh): void {
    if (this.meshes.some((one) => one.name === name)) throw new RangeError(`mesh ${name} exists`);
    within(mesh.positions.length / 3, 1, 65536, `corners of ${name}`);
    this.meshes.push({
      name,
      positions: Int16Array.from(mesh.positions, (v) => within(v * STEPS_PER_NM, -32768, 32767, name)),
      normals: Int8Array.from(mesh.normals, (v) => within(v * 127, -127, 127, name)),
      indices: Uint16Array.from(mesh.indices),
    });
  }

  /** Adds a batch, or nothing when there are no items. */
  batch(name: string, look: BatchLook, items: readonly Item[]): void {
    if (items.length === 0) return;
    if (look.mesh !== 'sphere' && !this.meshes.some((one) => one.name === look.mesh)) throw new RangeError(`no mesh ${look.mesh}`);
    const colours = items.map(({ colour }) => this.colour(colour));
    this.colour(look.ground);
    const turned = look.mesh !== 'sphere';
    this.batches.push({
      name,
      mesh: look.mesh,
      detail: look.detail,
      highTierOnly: look.highTierOnly ?? false,
      ground: look.ground,
      fog: look.fog ?? [-4, 72],
      flat: look.flat ?? false,
      clip: look.clip ?? false,
      positions: Int16Array.from(items.flatMap(({ at }) => at.map((v) => within(v * STEPS_PER_NM, -32768, 32767, `position in ${name}`)))),
      scales: Uint16Array.from(items, ({ scale }) => within(scale * STEPS_PER_SCALE, 1, 65535, `scale in ${name}`)),
      rotations: Int8Array.from(turned ? items.flatMap(({ turn }) => (turn ?? [0, 0, 0, 0]).map((v) => Math.round(v * 127))) : []),
      colours: Uint8Array.from(colours),
      ids: Uint16Array.from(items, ({ id }) => id),
      outlines: Uint8Array.from(items, ({ outline }) => within(outline * 255, 0, 255, `outline in ${name}`)),
      fogs: Uint8Array.from(items, ({ fog }) => within(fog * 255, 0, 255, `fog in ${name}`)),
    });
  }

  build(): Scene3D {
    const { name, palette, anchors, meshes, batches } = this;
    const objects: SceneObject[] = this.objects.map(({ lineIds, ...one }) => ({
      ...one,
      anchor: rounded(one.anchor),
      ...(lineIds.length === 0 ? {} : { lineIds: [...lineIds] }),
    }));
    return {
      name,
      palette: [...palette],
      objects,
      anchors: Object.fromEntries(Object.entries(anchors).map(([key, at]) => [key, rounded(at)])),
      meshes: [...meshes],
      batches: [...batches],
    };
  }

  private colour(token: string): number {
    const known = this.palette.indexOf(token);
    if (known >= 0) return known;
    this.palette.push(token);
    return within(this.palette.length - 1, 0, 255, 'colours');
  }
}

const rounded = ([x, y, z]: Vec3): Vec3 => [x, y, z].map((v) => Math.round(v * 100) / 100) as unknown as Vec3;
