/**
 * The state of every receptor at a moment of a replay, and which of them stand in the drawing.
 *
 * The engine may hold more receptors of a kind than the plate has places. Each place starts with the receptor that lies nearest to it.
 * When a receptor without a place opens, it takes the place, nearest to it, of one that is not open, which then has none. So as many
 * open receptors are drawn as there are, as long as the plate has places for them; the rule depends on the run alone, not on how the
 * reader moves through it.
 */
import { drawnPlace, type Place } from './places';
import type { Replay } from './replay';

/** A receptor of the drawing. */
export interface DrawnReceptor {
  /** Object of the baked scene. */
  readonly object: number;
  readonly index: number;
  readonly anchor: Place;
}

/** Places of each receptor group, in the order of the replay's groups. */
export type DrawnReceptors = readonly (readonly DrawnReceptor[])[];

const FREE = -1;

export class ReplayCursor {
  /** State of each receptor. */
  readonly state: Uint8Array;
  /** For each group, the receptor that stands at each drawn place; -1 for none. */
  readonly at: readonly Int16Array[];
  /** Open channels of each group. */
  readonly open: Int32Array;
  private next = 0;
  private readonly first: readonly Int16Array[];
  private readonly spots: readonly (readonly (readonly [number, number])[])[];
  private readonly own: readonly (readonly [number, number])[];

  constructor(
    readonly replay: Replay,
    readonly drawn: DrawnReceptors,
  ) {
    this.state = replay.start.slice();
    this.open = new Int32Array(replay.groups.length);
    this.own = Array.from(replay.x, (x, j) => flat(x, replay.y[j] ?? 0, replay));
    this.spots = drawn.map((group) => group.map(({ anchor: [x, , z] }) => [x, z] as const));
    this.first = this.spots.map((spots, g) => this.nearest(spots, g));
    this.at = this.first.map((places) => places.slice());
    this.restart();
  }

  /** Goes to a moment (ms), forwards or backwards. */
  seek(ms: number): void {
    const { time_ms, receptor, state } = this.replay.changes;
    if (this.next > 0 && (time_ms[this.next - 1] ?? 0) > ms) this.restart();
    while (this.next < time_ms.length && (time_ms[this.next] ?? Number.POSITIVE_INFINITY) <= ms) {
      this.change(receptor[this.next] ?? 0, state[this.next] ?? 0);
      this.next += 1;
    }
  }

  /** Whether a receptor passes current now. */
  isOpen(j: number): boolean {
    return this.replay.groups[this.replay.group[j] ?? 0]?.conducting[this.state[j] ?? 0] === 1;
  }

  /** Open receptors of a group that stand in the drawing. */
  openDrawn(g: number): number {
    let count = 0;
    for (const j of this.at[g] ?? []) if (j !== FREE && this.isOpen(j)) count += 1;
    return count;
  }

  private restart(): void {
    this.next = 0;
    this.state.set(this.replay.start);
    this.at.forEach((places, g) => places.set(this.first[g] ?? []));
    this.open.fill(0);
    for (let j = 0; j < this.state.length; j++) {
      if (!this.isOpen(j)) continue;
      this.open[this.replay.group[j] ?? 0] = (this.open[this.replay.group[j] ?? 0] ?? 0) + 1;
      this.place(j);
    }
  }

  private change(j: number, state: number): void {
    const g = this.replay.group[j] ?? 0;
    const before = this.isOpen(j);
    this.state[j] = state;
    const now = this.isOpen(j);
    if (before === now) return;
    this.open[g] = (this.open[g] ?? 0) + (now ? 1 : -1);
    if (now) this.place(j);
  }

  /** Gives an open receptor a place, if it has none and one can be had. */
  private place(j: number): void {
    const g = this.replay.group[j] ?? 0;
    const places = this.at[g];
    if (places === undefined || places.includes(j)) return;
    const [x, z] = this.own[j] ?? [0, 0];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    this.spots[g]?.forEach(([sx, sz], k) => {
      const holder = places[k] ?? FREE;
      if (holder !== FREE && this.isOpen(holder)) return;
      const away = (sx - x) ** 2 + (sz - z) ** 2;
      if (away < least) [best, least] = [k, away];
    });
    if (best >= 0) places[best] = j;
  }

  /** For each drawn place the nearest receptor that has none yet, the closest pairs first. */
  private nearest(spots: readonly (readonly [number, number])[], g: number): Int16Array {
    const { group } = this.replay;
    const pairs: { readonly k: number; readonly j: number; readonly away: number }[] = [];
    spots.forEach(([sx, sz], k) => {
      for (let j = 0; j < group.length; j++) {
        const [x, z] = this.own[j] ?? [0, 0];
        if (group[j] === g) pairs.push({ k, j, away: (sx - x) ** 2 + (sz - z) ** 2 });
      }
    });
    pairs.sort((a, b) => a.away - b.away || a.k - b.k || a.j - b.j);
    const places = new Int16Array(spots.length).fill(FREE);
    const taken = new Set<number>();
    for (const { k, j } of pairs) {
      if (places[k] !== FREE || taken.has(j)) continue;
      places[k] = j;
      taken.add(j);
    }
    return places;
  }
}

/** A receptor's place seen from above, also when it lies in front of the cut: then mirrored behind it. */
function flat(x: number, y: number, replay: Replay): readonly [number, number] {
  const place = drawnPlace(x, -Math.abs(y), 0, replay.geometry);
  return place === null ? [x, -100] : [place[0], place[2]];
}
