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

/** What a change of looks asks for. */
export interface LookChange {
  /** Lines whose shape or colour changed. */
  readonly lines: ReadonlySet<number>;
  /** Whether any look changed, so that outlines are drawn anew everywhere. */
  readonly outlines: boolean;
  /** Whether anything is selected now. */
  readonly selected: boolean;
}

export class Looks {
  readonly texture: DataTexture;
  private readonly bytes: Uint8Array;
  private readonly linesOf = new Map<number, readonly number[]>();
  private readonly objectOfLine = new Map<number, number>();
  private readonly next: Uint8Array;

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
    this.next = this.bytes.slice();
    this.texture = new DataTexture(this.bytes, WIDTH, rows, RGBAFormat, UnsignedByteType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  objectAt(line: number): number | null {
    return this.objectOfLine.get(line) ?? null;
  }

  /** Takes the looks of all objects and lines that are not plain; what is left out goes back to plain. A later entry wins. */
  set(looks: readonly ObjectLook[]): LookChange {
    const { bytes, next } = this;
    for (let at = 0; at < next.length; at += 4) {
      next[at] = UPRIGHT;
      next[at + 1] = LOOK_BYTE.plain;
      next[at + 3] = 0;
    }
    let selected = false;
    const put = (line: number, { hidden = false, tilt = 0, look = 'plain' }: ObjectLook): void => {
      const at = line * 4;
      if (at >= next.length) return;
      next[at] = Math.min(255, Math.max(0, UPRIGHT + Math.round((tilt / TILT_RANGE) * 255)));
      next[at + 1] = LOOK_BYTE[look];
      next[at + 3] = hidden ? 255 : 0;
    };
    for (const look of looks) {
      selected ||= look.look === 'selected';
      // Moving things that stand on an object carry its own id.
      put(look.id, look);
      for (const line of this.linesOf.get(look.id) ?? []) put(line, look);
    }
    const lines = new Set<number>();
    let outlines = false;
    for (let at = 0; at < next.length; at += 4) {
      const looked = bytes[at + 1] !== next[at + 1];
      const dimmed = looked && (bytes[at + 1] === LOOK_BYTE.dimmed || next[at + 1] === LOOK_BYTE.dimmed);
      if (dimmed || bytes[at] !== next[at] || bytes[at + 3] !== next[at + 3]) lines.add(at / 4);
      outlines ||= looked;
    }
    if (lines.size > 0 || outlines) {
      bytes.set(next);
      this.texture.needsUpdate = true;
    }
    return { lines, outlines, selected };
  }

  dispose(): void {
    this.texture.dispose();
  }
}
