/** How objects are drawn now, in a texture that the shaders read by line id: tilt, look, and whether it is there at all. */
import { DataTexture, NearestFilter, RGBAFormat, UnsignedByteType } from 'three';
import type { Scene3D } from '../../design/scene-format';

/** How an object is drawn now. `tilt` swings its halves apart, in radians, at most 0.29 either way. */
export interface ObjectLook {
  readonly id: number;
  readonly hidden?: boolean;
  readonly tilt?: number;
  readonly look?: 'plain' | 'hover' | 'selected' | 'dimmed';
}

const LOOK_BYTE = { plain: 0, hover: 120, selected: 180, dimmed: 240 } as const;
/** Byte of an object that does not tilt, and radians of the whole range of bytes. */
const UPRIGHT = 128;
const TILT_RANGE = 0.6;
const WIDTH = 256;

/** What a change of looks asks for: lines whose shape or colour changed, and whether only their outline did. */
export interface LookChange {
  readonly lines: ReadonlySet<number>;
  readonly outlines: boolean;
}

export class Looks {
  readonly texture: DataTexture;
  private readonly bytes: Uint8Array;
  private readonly linesOf = new Map<number, readonly number[]>();
  private readonly objectOfLine = new Map<number, number>();
  private changed = new Set<number>();

  constructor(scene: Scene3D) {
    let last = 0;
    for (const { id, lineIds = [id] } of scene.objects) {
      this.linesOf.set(id, lineIds);
      for (const line of lineIds) this.objectOfLine.set(line, id);
    }
    for (const { ids } of scene.batches) for (const id of ids) last = Math.max(last, id);
    const rows = Math.floor(last / WIDTH) + 1;
    this.bytes = new Uint8Array(WIDTH * rows * 4);
    for (let at = 0; at < this.bytes.length; at += 4) this.bytes[at] = UPRIGHT;
    this.texture = new DataTexture(this.bytes, WIDTH, rows, RGBAFormat, UnsignedByteType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  objectAt(line: number): number | null {
    return this.objectOfLine.get(line) ?? null;
  }

  /** Takes the looks of all objects that are not plain; an object left out goes back to plain. */
  set(looks: readonly ObjectLook[]): LookChange {
    const lines = new Set<number>();
    let outlines = false;
    const put = ({ id, hidden = false, tilt = 0, look = 'plain' }: ObjectLook): void => {
      const shift = Math.round((tilt / TILT_RANGE) * 255);
      const next = [Math.min(255, Math.max(0, UPRIGHT + shift)), LOOK_BYTE[look], 0, hidden ? 255 : 0] as const;
      for (const line of this.linesOf.get(id) ?? [id]) {
        const at = line * 4;
        if (at >= this.bytes.length) continue;
        const wasDim = this.bytes[at + 1] === LOOK_BYTE.dimmed;
        if (this.bytes[at] !== next[0] || this.bytes[at + 3] !== next[3] || wasDim !== (look === 'dimmed')) lines.add(line);
        if (this.bytes[at + 1] !== next[1]) outlines = true;
        this.bytes.set(next, at);
      }
    };
    const listed = new Set(looks.map(({ id }) => id));
    for (const id of this.changed) if (!listed.has(id)) put({ id });
    looks.forEach(put);
    this.changed = listed;
    if (lines.size > 0 || outlines) this.texture.needsUpdate = true;
    return { lines, outlines };
  }

  dispose(): void {
    this.texture.dispose();
  }
}
