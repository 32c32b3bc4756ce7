/** Moving things of the plate: tables rewritten each frame by their owner, drawn over everything that is kept. */
import { type BufferGeometry, Mesh, type Scene, type ShaderMaterial } from 'three';
import { STEPS_PER_NM } from '../../design/scene-format';
import { coarse } from './coarse';
import type { ColourOf } from './colours';
import { actorGeometry, type ActorTable } from './geometry';
import { reachOf } from './instances';
import { type SharedUniforms, surfaceMaterial } from './materials';
import { NOWHERE, union, type Region, type Sight } from './region';

/** Fog of actors (ART-DIRECTION 7.4). */
const FOG = [-4, 92] as const;
/** A sphere stands for a molecule with this share of its reach: about equal area. */
const STAND_IN = 0.75;

/** The look of a dimmed thing as the shaders read it. */
const DIMMED = 0.94;

interface Acting {
  readonly table: ActorTable;
  readonly mesh: Mesh;
  readonly material: ShaderMaterial;
  readonly refresh: () => void;
  /** How far an instance of scale 1 reaches, nm. */
  readonly reach: number;
}

export class Actors {
  private acting: readonly Acting[] = [];
  private copies: BufferGeometry[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly shared: SharedUniforms,
    private readonly meshes: ReadonlyMap<string, BufferGeometry>,
    /** Triangles that one table may hold; a larger one is drawn with coarser meshes, or as domes. */
    private readonly mostTriangles: number,
    /** Index of a colour in the palette. */
    private readonly colourIndex: (token: string) => number,
  ) {}

  /** The mesh of a table in as many triangles as its capacity allows, or null for none that fits. */
  private coarsened(table: ActorTable, full: BufferGeometry): BufferGeometry | null {
    const made = coarse(full, reachOf(full) * STEPS_PER_NM, this.mostTriangles / table.capacity);
    if (made !== null && made !== full) this.copies.push(made);
    return made;
  }

  /** Takes the tables as they are now. */
  set(tables: readonly ActorTable[], colourOf: ColourOf): void {
    if (this.acting.length === tables.length && this.acting.every(({ table }, index) => table === tables[index])) {
      for (const { refresh } of this.acting) refresh();
      return;
    }
    this.clear();
    this.acting = tables.flatMap((table): Acting[] => {
      const full = this.meshes.get(table.mesh);
      const dome = this.meshes.get('sphere');
      if (full === undefined || dome === undefined) return [];
      const own = table.mesh === 'sphere' ? full : this.coarsened(table, full);
      const sphere = table.mesh === 'sphere' || own === null;
      const reach = table.mesh === 'sphere' ? 1 : reachOf(full) * (sphere ? STAND_IN : 1);
      const scaleUnit = sphere ? reach : 1;
      const material = surfaceMaterial(this.shared, { sphere, fog: FOG, flat: false, clip: false, scaleUnit, placeUnit: 1 });
      material.uniforms['uGround'] = { value: colourOf('paper') };
      const { geometry, refresh } = actorGeometry(own ?? dome, table, this.colourIndex(table.colour), !sphere);
      const mesh = new Mesh(geometry, material);
      mesh.frustumCulled = false;
      this.scene.add(mesh);
      const dim = (): void => {
        material.uniforms['uLoose'] = { value: table.dimmed === true ? DIMMED : 0 };
      };
      dim();
      const again = (): void => {
        dim();
        refresh();
      };
      return [{ table, mesh, material, refresh: again, reach }];
    });
  }

  setTheme(colourOf: ColourOf): void {
    for (const { material } of this.acting) material.uniforms['uGround'] = { value: colourOf('paper') };
  }

  /** Whether there is anything that moves. */
  any(): boolean {
    return this.acting.some(({ table }) => table.count > 0);
  }

  /** The part of the picture that they cover now. */
  region(sight: Sight): Region {
    let found = NOWHERE;
    for (const { table, reach } of this.acting) {
      let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let index = 0; index < table.count; index += 1) {
        const at = index * 3;
        const scale = table.scales[index] ?? 0;
        if (scale <= 0) continue;
        sight.look(table.positions[at] ?? 0, table.positions[at + 1] ?? 0, table.positions[at + 2] ?? 0, scale * reach);
        left = Math.min(left, sight.x - sight.radius);
        right = Math.max(right, sight.x + sight.radius);
        bottom = Math.min(bottom, sight.y - sight.radius);
        top = Math.max(top, sight.y + sight.radius);
      }
      found = union(found, { left, bottom, right, top });
    }
    return found;
  }

  clear(): void {
    for (const { mesh, material } of this.acting) {
      this.scene.remove(mesh);
      mesh.geometry.dispose();
      material.dispose();
    }
    for (const copy of this.copies) copy.dispose();
    this.acting = [];
    this.copies = [];
  }
}
