/**
 * A run that can be rewound. Keyframes are snapshots at regular times; going back restores the last keyframe before
 * the wanted time and replays. Changes of the medium made on the way are remembered and replayed at their steps.
 */
import type { SynapseConfig } from './config';
import { SynapseEngine } from './engine';
import { restoreSnapshot, type Snapshot, takeSnapshot } from './snapshot';

/** A field set to `value_mM` after `step` steps. */
interface MediumChange {
  readonly step: number;
  readonly ligand: string;
  readonly value_mM: number;
}

interface Keyframe {
  readonly snapshot: Snapshot;
  /** How many of the changes had been made. */
  readonly changes: number;
}

/** How densely a run is remembered. */
export interface TimelineOptions {
  /** Distance between keyframes, ms; 0.5 by default. */
  readonly keyframe_ms?: number;
  /** Keyframes kept, 64 by default; when there are more, every second one is dropped and the distance doubles. */
  readonly maxKeyframes?: number;
}

/** A run that can go forwards and, from remembered states, backwards; the bits are those of a run straight to the time. */
export class SynapseTimeline {
  readonly engine: SynapseEngine;
  private keyframes: Keyframe[];
  private changes: MediumChange[] = [];
  private done = 0;
  private spacing: number;
  private readonly maxKeyframes: number;

  constructor(config: SynapseConfig, seed: number, trial = 0, options: TimelineOptions = {}) {
    this.engine = new SynapseEngine(config, seed, trial);
    this.keyframes = [{ snapshot: takeSnapshot(this.engine), changes: 0 }];
    this.spacing = Math.max(1, this.engine.stepAt(options.keyframe_ms ?? 0.5));
    this.maxKeyframes = Math.max(2, options.maxKeyframes ?? 64);
  }

  get time_ms(): number {
    return this.engine.time_us / 1000;
  }

  /** Goes to time `t` in ms, forwards or backwards. */
  seek(t_ms: number): void {
    const target = Math.max(0, this.engine.stepAt(t_ms));
    this.rewind(target);
    this.seekStep(target);
  }

  /** Goes back to the last keyframe that is no later than step `target`; does nothing when the run is not past it. */
  rewind(target: number): void {
    if (target >= this.engine.n) return;
    const frame = this.keyframes.findLast((entry) => entry.snapshot.n <= target);
    if (frame === undefined) return;
    restoreSnapshot(this.engine, frame.snapshot);
    this.done = frame.changes;
  }

  /** Runs forwards to step `target`, replaying changes and leaving keyframes on the way. */
  seekStep(target: number): void {
    while (this.engine.n < target || this.pending(target) !== undefined) {
      const change = this.pending(target);
      const frame = (this.keyframes.at(-1)?.snapshot.n ?? 0) + this.spacing;
      const stop = Math.min(target, frame > this.engine.n ? frame : target, change?.step ?? target);
      this.engine.advanceToStep(stop);
      if (change !== undefined && change.step <= stop) {
        this.engine.setLigand(change.ligand, change.value_mM);
        this.done += 1;
      } else if (frame === stop) this.addKeyframe();
    }
  }

  /** Changes a field's concentration (mM) now; changes that lay in the future before a rewind are forgotten. */
  setLigand(ligand: string, value_mM: number): void {
    this.engine.setLigand(ligand, value_mM);
    this.changes = [...this.changes.slice(0, this.done), { step: this.engine.n, ligand, value_mM }];
    this.keyframes = this.keyframes.filter((frame) => frame.snapshot.n <= this.engine.n && frame.changes <= this.done);
    this.done = this.changes.length;
  }

  /** The next change to replay, if it lies no later than `target`. */
  private pending(target: number): MediumChange | undefined {
    const next = this.changes[this.done];
    return next !== undefined && next.step <= target ? next : undefined;
  }

  private addKeyframe(): void {
    this.keyframes.push({ snapshot: takeSnapshot(this.engine), changes: this.done });
    if (this.keyframes.length <= this.maxKeyframes) return;
    this.keyframes = this.keyframes.filter((_, i) => i % 2 === 0);
    this.spacing *= 2;
  }
}
