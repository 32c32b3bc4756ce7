/** The moving things of the picture at a moment of a run, as tables that the drawing takes as they are. */
import type { Bench } from '../../explorer/state';
import type { ActorTable } from '../plate3d/geometry';
import type { ObjectLook } from '../plate3d/looks';
import { AMPA, NMDA } from './bench-run';
import { ReplayCursor } from './cursor';
import type { Marks } from './marks';
import { drawnPlace } from './places';
import { openFusion, pictureAt, POSITION_STEPS, type Replay } from './replay';
import { vesicleLooks, type SceneIndex } from './scene-index';

/** Gates swing by this much when a channel opens, radians. */
const SWING = (4 * Math.PI) / 180;
/** Ions drawn at an open pore: a sign that current flows, not a count. */
const IONS = 7;
/** Most free glutamate molecules in the picture. */
const MOST = 2_400;

/** Places of free ketamine in the picture, drawn nm: between the membranes and beside them. They show that it is there, not how much. */
const KETAMINE_PLACES: readonly (readonly [number, number, number])[] = [
  [-96, 12, 2],
  [-56, 15, 2],
  [52, 14, 2],
  [94, 13, 2],
  [-118, 26, 2],
  [121, 30, 2],
  [-28, 14, -20],
  [24, 15, -30],
];

/** Free ketamine molecules drawn at a concentration: none, then one more for every doubling from 0.05 µM. */
export function drawnKetamine(uM: number): number {
  if (uM <= 0) return 0;
  return Math.min(KETAMINE_PLACES.length, Math.max(2, Math.round(Math.log2(uM / 0.05))));
}

interface Writer {
  readonly table: ActorTable;
  readonly put: (x: number, y: number, z: number, key: number, id?: number) => void;
  readonly clear: () => void;
}

/** A number from 0 to 1 that looks random and is the same for the same key. */
function hash(key: number): number {
  let h = Math.imul(key ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

function writer(mesh: string, colour: string, capacity: number): Writer {
  const table: ActorTable = {
    mesh,
    capacity,
    count: 0,
    positions: new Float32Array(3 * capacity),
    scales: new Float32Array(capacity).fill(1),
    rotations: new Float32Array(4 * capacity),
    colour,
    ids: new Uint16Array(capacity),
  };
  return {
    table,
    clear: () => {
      table.count = 0;
    },
    put: (x, y, z, key, id = 0) => {
      const i = table.count;
      if (i >= capacity) return;
      table.positions.set([x, y, z], 3 * i);
      const angle = hash(key) * Math.PI;
      const turn = hash(key + 7919) * 2 - 1;
      const flat = Math.sqrt(1 - turn * turn) * Math.sin(angle);
      const round = hash(key + 104_729) * 2 * Math.PI;
      table.rotations.set([Math.cos(round) * flat, Math.sin(round) * flat, turn * Math.sin(angle), Math.cos(angle)], 4 * i);
      table.ids[i] = id;
      table.count = i + 1;
    },
  };
}

export class SynapseActors {
  private readonly glutamate = writer('glutamate', 'fill-glutamate', MOST);
  private readonly ketamine = writer('ketamine', 'fill-ketamine', 64);
  private readonly mg = writer('mg', 'fill-mg', 64);
  private readonly ca = writer('ca', 'fill-ca', 128);
  private readonly na = writer('na', 'fill-na', 256);
  /** The same array always; what it holds is rewritten. */
  readonly tables: readonly ActorTable[] = [this.glutamate, this.ketamine, this.mg, this.ca, this.na].map(({ table }) => table);
  looks: readonly ObjectLook[] = [];
  /** Free glutamate molecules in the picture now. */
  shownGlutamate = 0;

  /** Writes the moment that the cursor is at, with the looks of selection and hover. */
  write(cursor: ReplayCursor, ms: number, bench: Bench, index: SceneIndex, marks: Marks): void {
    for (const each of [this.glutamate, this.ketamine, this.mg, this.ca, this.na]) {
      each.clear();
      each.table.dimmed = marks.lit !== null && !marks.lit.has(each.table.mesh);
    }
    cursor.seek(ms);
    const picture = pictureAt(cursor.replay, ms);
    this.writeGlutamate(cursor.replay, picture);
    this.writeReceptors(cursor, picture, index, marks);
    for (const [i, [x, y, z]] of KETAMINE_PLACES.slice(0, drawnKetamine(bench.ketamine_uM)).entries()) this.ketamine.put(x, y, z, 31 + i);
    this.looks = this.looksOf(cursor, ms, index, marks);
  }

  private writeGlutamate({ pictures, geometry }: Replay, picture: number): void {
    const from = pictures.first[picture] ?? 0;
    const to = pictures.first[picture + 1] ?? from;
    for (let i = from; i < to; i++) {
      const at = (axis: number): number => (pictures.xyz[3 * i + axis] ?? 0) / POSITION_STEPS;
      const place = drawnPlace(at(0), at(1), at(2), geometry);
      // Each picture shows a molecule in a new attitude, as tumbling is far quicker than the pictures.
      if (place !== null) this.glutamate.put(...place, (pictures.ids[i] ?? 0) * 31 + picture);
    }
    this.shownGlutamate = this.glutamate.table.count;
  }

  private writeReceptors(cursor: ReplayCursor, picture: number, index: SceneIndex, { lit }: Marks): void {
    const { replay } = cursor;
    // What stands on a receptor is dimmed with it, unless its own kind is chosen.
    const owner = (kind: string, object: number): number => (lit?.has(kind) === true ? 0 : object);
    replay.groups.forEach((group, g) => {
      for (const [k, { anchor, object }] of (index.drawn[g] ?? []).entries()) {
        const j = cursor.at[g]?.[k] ?? -1;
        if (j < 0) continue;
        const state = cursor.state[j] ?? 0;
        const [x, y, z] = anchor;
        for (let site = 0; site < Math.min(2, group.glu[state] ?? 0); site++)
          this.glutamate.put(x + (site === 0 ? -BOUND.x : BOUND.x), y + BOUND.y, z + BOUND.z, j * 2 + site, owner('glutamate', object));
        if ((group.mg[state] ?? 0) > 0) this.mg.put(x, y + FILTER, z + BOUND.z, j, owner('mg', object));
        if ((group.ket[state] ?? 0) > 0) this.ketamine.put(x, y + VESTIBULE, z + BOUND.z, j, owner('ketamine', object));
        if (group.conducting[state] !== 1) continue;
        if (group.id === NMDA) this.stream(this.ca, x, y, z, j, picture);
        if (group.id === AMPA || group.id === NMDA) this.stream(this.na, x, y, z, j + 500, picture);
      }
    });
  }

  /** Ions on their way through an open pore, spread below it. */
  private stream(into: Writer, x: number, y: number, z: number, key: number, picture: number): void {
    for (let i = 0; i < IONS; i++) {
      const along = ((i + hash(key * 17 + i) + picture * 0.37) / IONS) % 1;
      const below = Math.max(0, along - 0.3);
      const spread = (hash(key * 131 + i) - 0.5) * 44 * below;
      into.put(x + spread, y + 18 - 62 * along, z + BOUND.z - 3 * below, key * 11 + i);
    }
  }

  private looksOf(cursor: ReplayCursor, ms: number, index: SceneIndex, marks: Marks): readonly ObjectLook[] {
    const looks = new Map(marks.looks.map((look) => [look.id, look]));
    if (marks.lit?.has('glutamate') === true) for (const id of [...index.fusingGlutamate, ...index.storedGlutamate]) looks.set(id, { id });
    for (const [g, group] of index.drawn.entries()) {
      for (const [k, { object }] of group.entries()) {
        const j = cursor.at[g]?.[k] ?? -1;
        if (j >= 0 && cursor.isOpen(j)) looks.set(object, { id: object, ...looks.get(object), tilt: SWING });
      }
    }
    const { pictures } = cursor.replay;
    const fused = openFusion(cursor.replay, ms);
    for (const look of vesicleLooks(index, fused !== undefined)) looks.set(look.id, look);
    if (fused !== undefined) {
      // What has left the vesicle is no longer drawn in it.
      const inPores = pictures.inPores[pictureAt(cursor.replay, ms)] ?? 0;
      const left = Math.round((inPores / Math.max(1, fused.molecules)) * index.fusingGlutamate.length);
      for (const id of index.fusingGlutamate.slice(left)) looks.set(id, { id, hidden: true });
    }
    return [...looks.values()];
  }
}

/** Places on a drawn receptor, nm from its middle in the membrane: binding lobes, filter of the pore, the site of ketamine above it. */
const BOUND = { x: 7.2, y: 8.6, z: 4.5 } as const;
const FILTER = 0.4;
const VESTIBULE = 2.6;
