/** The same instances as anyone would draw them first: one mesh each, standard material, two lights, whole spheres. */
import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  Mesh,
  MeshStandardMaterial,
  PerspectiveCamera,
  Scene,
  SphereGeometry,
  type WebGLRenderer,
} from 'three';
import { STEPS_PER_NM, STEPS_PER_SCALE, type Scene3D } from '../../../src/design/scene-format';
import { applyView, type PlateView } from '../../../src/views/plate3d/camera';
import type { ColourOf } from '../../../src/views/plate3d/colours';
import type { ActorTable } from '../../../src/views/plate3d/geometry';

/** Segments of a sphere that looks round at this size: 192 triangles. */
const SPHERE = [12, 9] as const;

export class OrdinaryScene {
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera();
  private readonly moving: Mesh[];

  constructor(
    private readonly renderer: WebGLRenderer,
    baked: Scene3D,
    colourOf: ColourOf,
    private readonly actors: ActorTable,
  ) {
    const geometries = new Map<string, BufferGeometry>([['sphere', new SphereGeometry(1, ...SPHERE)]]);
    for (const mesh of baked.meshes) {
      const geometry = new BufferGeometry();
      geometry.setAttribute(
        'position',
        new BufferAttribute(
          Float32Array.from(mesh.positions, (step) => step / STEPS_PER_NM),
          3,
        ),
      );
      geometry.setAttribute(
        'normal',
        new BufferAttribute(
          Float32Array.from(mesh.normals, (step) => step / 127),
          3,
        ),
      );
      geometry.setIndex(new BufferAttribute(mesh.indices, 1));
      geometries.set(mesh.name, geometry);
    }
    const materials = new Map<string, MeshStandardMaterial>();
    const materialOf = (token: string): MeshStandardMaterial => {
      const known = materials.get(token);
      if (known !== undefined) return known;
      const made = new MeshStandardMaterial({ color: new Color(...colourOf(token).toArray()), roughness: 0.8 });
      materials.set(token, made);
      return made;
    };
    for (const batch of baked.batches) {
      const geometry = geometries.get(batch.mesh);
      batch.scales.forEach((scale, index) => {
        const mesh = new Mesh(geometry, materialOf(baked.palette[batch.colours[index] ?? 0] ?? 'ink'));
        const [x = 0, y = 0, z = 0] = batch.positions.subarray(index * 3, index * 3 + 3);
        mesh.position.set(x / STEPS_PER_NM, y / STEPS_PER_NM, z / STEPS_PER_NM);
        const [a = 0, b = 0, c = 0, d = 0] = batch.rotations.subarray(index * 4, index * 4 + 4);
        if (a !== 0 || b !== 0 || c !== 0 || d !== 0) mesh.quaternion.set(a, b, c, d).normalize();
        mesh.scale.setScalar(scale / STEPS_PER_SCALE);
        this.scene.add(mesh);
      });
    }
    this.moving = Array.from({ length: actors.count }, () => new Mesh(geometries.get(actors.mesh), materialOf(actors.colour)));
    this.scene.add(...this.moving, new AmbientLight(0xffffff, 1.2));
    const light = new DirectionalLight(0xffffff, 2);
    light.position.set(-45, 72, 53);
    this.scene.add(light);
  }

  /** One picture, the actors where they are now. */
  render(view: PlateView, aspect: number): void {
    applyView(this.camera, view, aspect);
    this.moving.forEach((mesh, index) => {
      const [x = 0, y = 0, z = 0] = this.actors.positions.subarray(index * 3, index * 3 + 3);
      mesh.position.set(x, y, z);
    });
    this.renderer.info.reset();
    this.renderer.setClearColor(0xffffff, 1);
    this.renderer.clear();
    this.renderer.render(this.scene, this.camera);
  }
}
