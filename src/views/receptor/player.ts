/**
 * Plays one channel: a playhead in slow time over what has been simulated, steps to events, and the statistics of the recording.
 * Knows no screen; a view subscribes and redraws when the snapshot changes. Searches and long recordings are cut into slices of a
 * bounded number of jumps, between which the page may do something else; another order ends the one under way.
 */
import { DwellStatistics, type DwellSummary } from '../../science/receptors/dwell-statistics';
import type { PoreClass, PoreState } from '../../science/receptors/pore-states';
import { SingleChannel, type Stay } from '../../science/receptors/single-channel';
import { predict, STEPS, type ChannelSetup, type Prediction } from './setup';

/** How many times slower than the channel the reader sees it. */
export const SLOWED = [1000, 100, 10, 1] as const;
export type Slowed = (typeof SLOWED)[number];

/** Time that a trace spans, as screen time: 40 s of watching. */
const WINDOW_SCREEN_MS = 40_000;
/** Share of the trace that lies after the playhead: what follows an opening is seen with it. */
const AHEAD = 0.2;
/** How far a search for an event may run on, ms of the channel. */
export const SEARCH_MS = 600_000;
/** Steps of a recording and of a search, ms of the channel: at the fastest rates of the pack a few hundred jumps. */
const STEP_MS = 20;
/** Jumps in a slice of work, 2 to 3 ms here. A step that is nearly empty costs about as much as four. */
export const SLICE_JUMPS = 2500;
const STEP_COST = 4;
/** Longest screen time that one tick may stand for, so that a tab that was away does not leap. */
const LONGEST_TICK_MS = 100;

/** What a reader can go to: one of the classes of states, a blocker's class parted by the blocker. */
export type Wanted = { readonly kind: PoreClass; readonly blocker?: string };

export interface Snapshot {
  readonly playhead_ms: number;
  readonly playing: boolean;
  readonly slowed: Slowed;
  /** Index of the state at the playhead, and when it was entered. */
  readonly state: number;
  readonly since_ms: number;
  readonly recorded_ms: number;
}

/** Where a recording began: with its first medium or with the last change of it. Time, state and seed say all that follows. */
export interface Origin {
  readonly at_ms: number;
  readonly state: number;
}

/** What another window needs to record and show the same channel. */
export interface Heard {
  readonly playhead_ms: number;
  readonly playing: boolean;
  readonly slowed: number;
  /** Null while the medium is the first one. */
  readonly origin: Origin | null;
  /** The medium that holds since then, as text to compare. */
  readonly medium: string;
}

/** Longest recording that is taken over, ms of the channel: what a search and a few long recordings come to. */
const LONGEST_MS = 1e7;
/** A medium that was told has come with the page's state after this time, or never will, ms. */
const SETTLED_MS = 700;
/** A told playhead is gone to when it is this far off, ms of the screen; less is left to the two clocks. */
const APART_MS = 150;

/** How a search ended: `left` when another order came before it did. */
export type Outcome = 'found' | 'none' | 'left';

/** Lets other work of the page be done. */
export type Pause = () => Promise<void>;

const nextTask: Pause = () => new Promise((resolve) => setTimeout(resolve));

export class ChannelPlayer {
  private setup: ChannelSetup;
  private predicted: Prediction | null;
  private channel: SingleChannel;
  private statistics: DwellStatistics;
  private listeners = new Set<() => void>();
  private shown: Snapshot;
  private origin: Origin | null = null;
  /** Where a medium that is still to come is said to begin. */
  private expected: Heard | null = null;
  /** Whether this medium was told once more to a window that had another. */
  private retold = false;
  private readonly orders = new Set<(follows: boolean) => void>();
  /** Number of the present order, and jumps of the present slice. */
  private order = 0;
  private spent = 0;

  constructor(
    setup: ChannelSetup,
    private readonly seed: number,
    private readonly pause: Pause = nextTask,
  ) {
    this.setup = setup;
    this.predicted = predict(setup);
    this.channel = new SingleChannel(setup.scheme, { conditions: setup.conditions, seed, start: setup.start });
    this.statistics = this.freshStatistics();
    this.shown = this.look(0, false, 100);
    this.show((1 - AHEAD) * this.window_ms);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Told when something was ordered here, and not when time only goes on; `follows` where it came with another medium. */
  readonly onOrder = (listener: (follows: boolean) => void): (() => void) => {
    this.orders.add(listener);
    return () => this.orders.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.shown;

  get prediction(): Prediction | null {
    return this.predicted;
  }

  /** Another medium for the same channel, from the playhead on: the recording begins again, the state stays. */
  setMedium(setup: ChannelSetup): void {
    if (setup === this.setup) return;
    if (setup.scheme !== this.setup.scheme) throw new RangeError('Another scheme needs another player');
    this.order += 1;
    this.setup = setup;
    this.predicted = predict(setup);
    this.retold = false;
    const { expected } = this;
    if (expected !== null && expected.medium === mediumOf(setup)) {
      this.follow(expected);
      return;
    }
    this.expected = null;
    const at_ms = this.shown.playhead_ms;
    this.origin = { at_ms, state: this.channel.stateAt(at_ms) };
    this.channel.setConditions(setup.conditions, at_ms, this.seedFrom(at_ms));
    this.statistics = this.freshStatistics();
    this.show(at_ms);
    this.ordered(true);
  }

  play(playing: boolean): void {
    this.show(this.shown.playhead_ms, playing);
    this.ordered();
  }

  setSlowed(slowed: Slowed): void {
    this.shown = { ...this.shown, slowed };
    this.show(this.shown.playhead_ms);
    this.ordered();
  }

  /** All that another window needs to show the same. */
  told(): Heard {
    const { playhead_ms, playing, slowed } = this.shown;
    return { playhead_ms, playing, slowed, origin: this.origin, medium: mediumOf(this.setup) };
  }

  /** Shows what another window told. A medium that this one was not yet given is waited for. */
  hear(heard: Heard): void {
    this.order += 1;
    this.expected = heard;
    if (heard.medium === mediumOf(this.setup)) this.follow(heard);
    else setTimeout(() => this.insist(heard), SETTLED_MS);
  }

  /** Two windows may change medium and playhead at once; the one whose medium stood tells once more where it began. */
  private insist(heard: Heard): void {
    if (this.expected !== heard || this.retold || heard.medium === mediumOf(this.setup)) return;
    this.expected = null;
    this.retold = true;
    this.ordered();
  }

  private follow(heard: Heard): void {
    const { origin, playhead_ms, playing } = heard;
    if (origin?.at_ms !== this.origin?.at_ms || origin?.state !== this.origin?.state) {
      this.origin = origin;
      this.beginAt(origin);
      this.statistics = this.freshStatistics();
    }
    const slowed = SLOWED.find((factor) => factor === heard.slowed) ?? this.shown.slowed;
    const apart = Math.abs(playhead_ms - this.shown.playhead_ms) * slowed;
    this.shown = { ...this.shown, slowed };
    this.show(playing && this.shown.playing && apart < APART_MS ? this.shown.playhead_ms : playhead_ms, playing);
  }

  /** Records from an origin on: after what is remembered where that leads there, else without a past. */
  private beginAt(origin: Origin | null): void {
    const { scheme, conditions, start } = this.setup;
    if (origin === null || origin.state >= scheme.n) {
      this.channel = new SingleChannel(scheme, { conditions, seed: this.seed, start });
      return;
    }
    const { at_ms, state } = origin;
    const seed = this.seedFrom(at_ms);
    const { remembers_ms, now_ms } = this.channel;
    if (at_ms >= remembers_ms && at_ms <= now_ms && this.channel.stateAt(at_ms) === state) {
      this.channel.setConditions(conditions, at_ms, seed);
      return;
    }
    const there = Float64Array.from({ length: scheme.n }, (_, index) => (index === state ? 1 : 0));
    this.channel = new SingleChannel(scheme, { conditions, seed, start: there, begin_ms: at_ms });
  }

  /** What follows a change of medium is drawn anew, so that every window draws the same. */
  private seedFrom(at_ms: number): number {
    return (this.seed + Math.round(at_ms * 1000)) % 2 ** 31;
  }

  private ordered(follows = false): void {
    for (const listener of this.orders) listener(follows);
  }

  /** Some screen time has passed. */
  tick(screen_ms: number): void {
    this.show(this.shown.playhead_ms + Math.min(screen_ms, LONGEST_TICK_MS) / this.shown.slowed);
  }

  /** To the next entry into a state that fits, if there is one within ten minutes of the channel's time. */
  next(wanted: Wanted): Promise<Outcome> {
    return this.seek(this.fits(wanted), false);
  }

  /** To the next change of what the pore does, for a reader who prefers steps to motion. */
  nextEvent(): Promise<Outcome> {
    const now = this.stateOf(this.shown.state);
    return this.seek((index) => {
      const state = this.stateOf(index);
      return state.kind !== now.kind || state.blockers[0] !== now.blockers[0];
    }, this.shown.playing);
  }

  /** Back to the last entry that is remembered; false when there is none. */
  previous(wanted: Wanted): boolean {
    this.order += 1;
    const at = this.channel.lastEntry(this.fits(wanted), this.shown.playhead_ms);
    if (at === null) return false;
    this.show(at, false);
    this.ordered();
    return true;
  }

  /** Records on without showing it, and goes to the end. */
  async recordOn(ms: number): Promise<void> {
    const order = (this.order += 1);
    const end = this.channel.now_ms + ms;
    this.spent = 0;
    while (this.channel.now_ms < end) {
      this.channel.advance(Math.min(STEP_MS, end - this.channel.now_ms), this.record);
      if (!(await this.goesOn(order))) return;
    }
    this.show(end);
    this.ordered();
  }

  /** Span of the trace, ms of the channel. */
  get window_ms(): number {
    return WINDOW_SCREEN_MS / this.shown.slowed;
  }

  /** From where to where the trace reaches round the playhead, ms. */
  get span_ms(): readonly [number, number] {
    return [-(1 - AHEAD) * this.window_ms, AHEAD * this.window_ms];
  }

  /** What a trace shows: the stays round the playhead. */
  trace(): readonly Stay[] {
    const [before, after] = this.span_ms;
    return this.channel.stays(this.shown.playhead_ms + before, this.shown.playhead_ms + after);
  }

  /** Puts the playhead at a time that is remembered or soon to come. */
  goTo(time_ms: number): void {
    this.order += 1;
    this.show(Math.max(this.channel.remembers_ms, Math.min(time_ms, this.channel.now_ms)), false);
    this.ordered();
  }

  summary(): DwellSummary {
    return this.statistics.summary(this.channel.now_ms);
  }

  get openBins(): Int32Array {
    return this.statistics.openBins;
  }

  get shutBins(): Int32Array {
    return this.statistics.shutBins;
  }

  private readonly record = (time: number, state: number): void => {
    this.spent += 1;
    this.statistics.jump(time, state);
  };

  private async seek(wanted: (index: number) => boolean, playing: boolean): Promise<Outcome> {
    const order = (this.order += 1);
    const end = this.channel.now_ms + SEARCH_MS;
    let from = this.shown.playhead_ms;
    this.spent = 0;
    while (this.channel.now_ms < end) {
      const before = this.channel.now_ms;
      const at = this.channel.nextEntry(wanted, from, STEP_MS, this.record);
      if (at !== null) {
        this.show(at, playing);
        this.ordered();
        return 'found';
      }
      from = Math.max(from, before);
      if (!(await this.goesOn(order))) return 'left';
    }
    return 'none';
  }

  /** Ends a slice that is used up; false when another order came meanwhile. */
  private async goesOn(order: number): Promise<boolean> {
    this.spent += STEP_COST;
    if (this.spent < SLICE_JUMPS) return true;
    await this.pause();
    this.spent = 0;
    return order === this.order;
  }

  private fits({ kind, blocker }: Wanted): (index: number) => boolean {
    return (index) => {
      const state = this.stateOf(index);
      return state.kind === kind && (blocker === undefined || state.blockers.includes(blocker));
    };
  }

  private stateOf(index: number): PoreState {
    const state = this.setup.states[index];
    if (state === undefined) throw new RangeError(`The scheme has no state ${index}`);
    return state;
  }

  private freshStatistics(): DwellStatistics {
    const { conducting } = this.setup.scheme;
    return new DwellStatistics(conducting, STEPS, this.predicted?.gap_ms ?? null, this.channel.now_ms, this.channel.state);
  }

  private look(playhead_ms: number, playing: boolean, slowed: Slowed): Snapshot {
    return {
      playhead_ms,
      playing,
      slowed,
      state: this.channel.stateAt(playhead_ms),
      since_ms: this.channel.sinceAt(playhead_ms),
      recorded_ms: this.statistics.summary(this.channel.now_ms).recorded_ms,
    };
  }

  /** Moves the playhead, simulating on as far as the trace reaches. */
  private show(playhead_ms: number, playing: boolean = this.shown.playing): void {
    const missing = playhead_ms + AHEAD * this.window_ms - this.channel.now_ms;
    if (missing > 0) this.channel.advance(missing, this.record);
    this.shown = this.look(playhead_ms, playing, this.shown.slowed);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A medium as text: two of the same text are the same. Another channel in the same medium is not. */
function mediumOf({ record, conditions }: ChannelSetup): string {
  return JSON.stringify([record.id, conditions]);
}

/** What was told of a channel in sound form; null for anything else. */
export function readHeard(value: unknown): Heard | null {
  if (typeof value !== 'object' || value === null) return null;
  const get = (key: string): unknown => Reflect.get(value, key);
  const [playhead_ms, slowed, medium, origin] = [get('playhead_ms'), get('slowed'), get('medium'), get('origin')];
  const time = (at: unknown): at is number => typeof at === 'number' && at >= 0 && at < LONGEST_MS;
  if (!time(playhead_ms) || typeof slowed !== 'number' || typeof medium !== 'string') return null;
  const heard = { playhead_ms, playing: get('playing') === true, slowed, medium };
  if (typeof origin !== 'object' || origin === null) return { ...heard, origin: null };
  const [at_ms, state]: readonly unknown[] = [Reflect.get(origin, 'at_ms'), Reflect.get(origin, 'state')];
  if (!time(at_ms) || typeof state !== 'number' || !Number.isInteger(state) || state < 0) return null;
  return { ...heard, origin: { at_ms, state } };
}
