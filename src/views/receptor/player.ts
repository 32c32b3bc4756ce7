/**
 * Plays one channel: a playhead in slow time over what has been simulated, steps to events, and the statistics of the recording.
 * Knows no screen; a view subscribes and redraws when the snapshot changes.
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
const RECORD_STEP_MS = 1000;
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

export class ChannelPlayer {
  private setup: ChannelSetup;
  private predicted: Prediction | null;
  private channel: SingleChannel;
  private statistics: DwellStatistics;
  private listeners = new Set<() => void>();
  private shown: Snapshot;

  constructor(setup: ChannelSetup, seed: number) {
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

  /** To the next entry into a state that fits; false when there is none within ten minutes of the channel's time. */
  next(wanted: Wanted): boolean {
    const at = this.channel.nextEntry(this.fits(wanted), this.shown.playhead_ms, SEARCH_MS, this.record);
    if (at !== null) this.show(at, false);
    return at !== null;
  }

  /** To the next change of what the pore does, for a reader who prefers steps to motion. */
  nextEvent(): boolean {
    const now = this.stateOf(this.shown.state);
    const other = (index: number): boolean => {
      const state = this.stateOf(index);
      return state.kind !== now.kind || state.blockers[0] !== now.blockers[0];
    };
    const at = this.channel.nextEntry(other, this.shown.playhead_ms, SEARCH_MS, this.record);
    if (at !== null) this.show(at);
    return at !== null;
  }

  /** Back to the last entry that is remembered; false when there is none. */
  previous(wanted: Wanted): boolean {
    const at = this.channel.lastEntry(this.fits(wanted), this.shown.playhead_ms);
    if (at !== null) this.show(at, false);
    return at !== null;
  }

  /** Records on without showing it, and goes to the end. */
  recordOn(ms: number): void {
    const end = this.channel.now_ms + ms;
    while (this.channel.now_ms < end) this.channel.advance(Math.min(RECORD_STEP_MS, end - this.channel.now_ms), this.record);
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

  private readonly record = (time: number, state: number): void => this.statistics.jump(time, state);

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
