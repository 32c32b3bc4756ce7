import { fromEuler, type Quaternion } from './vector';

/** A seeded stream of random numbers (mulberry32): the same seed gives the same scene, byte for byte. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** @throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() * list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  /** Any orientation. */
  turn(): Quaternion {
    return fromEuler(this.between(0, 6.283), this.between(0, 6.283), this.between(0, 6.283));
  }

  /** Leaning up to `lean` radians out of the plane of the cut, turned freely in it. */
  lean(lean: number): Quaternion {
    return fromEuler(this.between(-lean, lean), this.between(-lean, lean), this.between(-Math.PI, Math.PI));
  }
}
