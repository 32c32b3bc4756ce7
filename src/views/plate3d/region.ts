/** Rectangles of a picture in device pixels, from the lower left corner as the card counts. */
import { type Matrix4, Vector4 } from 'three';

export interface Region {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const NOWHERE: Region = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };

export function isEmpty({ left, bottom, right, top }: Region): boolean {
  return left >= right || bottom >= top;
}

/** The smallest region that holds both. */
export function union(a: Region, b: Region): Region {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}

/** The region with a margin on every side, on whole pixels, inside a picture of the given size. */
export function within(region: Region, margin: number, width: number, height: number): Region {
  if (isEmpty(region)) return NOWHERE;
  return {
    left: Math.max(0, Math.floor(region.left - margin)),
    bottom: Math.max(0, Math.floor(region.bottom - margin)),
    right: Math.min(width, Math.ceil(region.right + margin)),
    top: Math.min(height, Math.ceil(region.top + margin)),
  };
}

/** Finds where spheres of the scene fall in the picture, without an object for each. */
export class Sight {
  /** Middle and radius of the last sphere asked for, device pixels. */
  x = 0;
  y = 0;
  radius = 0;

  private readonly rows: readonly [Vector4, Vector4, Vector4];

  /** @param matrix projection times view. @param perNm pixels a nanometre at the focus. @param focus distance of the focus, nm. */
  constructor(
    matrix: Matrix4,
    readonly width: number,
    readonly height: number,
    private readonly perNm: number,
    private readonly focus: number,
  ) {
    const row = (of: number): Vector4 => {
      const at = (column: number): number => matrix.elements[column * 4 + of] ?? 0;
      return new Vector4(at(0), at(1), at(2), at(3));
    };
    this.rows = [row(0), row(1), row(3)];
  }

  look(x: number, y: number, z: number, radius: number): void {
    const [across, up, depth] = this.rows;
    const w = depth.x * x + depth.y * y + depth.z * z + depth.w;
    this.x = ((across.x * x + across.y * y + across.z * z + across.w) / w / 2 + 0.5) * this.width;
    this.y = ((up.x * x + up.y * y + up.z * z + up.w) / w / 2 + 0.5) * this.height;
    this.radius = (radius * this.perNm * this.focus) / w;
  }

  /** Whether the last sphere may touch a region. */
  touches(region: Region): boolean {
    return (
      this.x + this.radius > region.left &&
      this.x - this.radius < region.right &&
      this.y + this.radius > region.bottom &&
      this.y - this.radius < region.top
    );
  }

  /** The square round the last sphere. */
  region(): Region {
    return { left: this.x - this.radius, bottom: this.y - this.radius, right: this.x + this.radius, top: this.y + this.radius };
  }
}
