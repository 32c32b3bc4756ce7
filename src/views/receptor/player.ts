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
  /** Number of the present order, and jumps of the present slice. */
  private order = 0;
  private spent = 0;

  constructor(
    setup: ChannelSetup,
    seed: number,
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
    this.channel.setConditions(setup.conditions, this.shown.playhead_ms);
    this.statistics = this.freshStatistics();
    this.show(this.shown.playhead_ms);
  }

  play(playing: boolean): void {
    this.show(this.shown.playhead_ms, playing);
  }

  setSlowed(slowed: Slowed): void {
    this.shown = { ...this.shown, slowed };
    this.show(this.shown.playhead_ms);
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
    if (at !== null) this.show(at, false);
    return at !== null;
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
