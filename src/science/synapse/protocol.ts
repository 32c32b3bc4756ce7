/**
 * Messages between a page and a synapse worker. Every request carries a number that its answers repeat. Typed arrays
 * are transferred, not copied; nothing needs shared memory or cross-origin isolation.
 */
import type { Geometry } from './geometry';
import type { SynapseConfig } from './config';
import type { RecordOptions, Trace } from './record';
import type { Fusion } from './release';

/** Arrays of a frame; the page sends used ones back with the next request so that none are made anew. */
export interface FrameBuffers {
  /** x, y, z of free molecules in nm; ids in the same order. */
  readonly xyz: Float32Array<ArrayBuffer>;
  readonly ids: Int32Array<ArrayBuffer>;
  /** State of each receptor, an index into its scheme's states. */
  readonly states: Uint8Array<ArrayBuffer>;
}

/** What a picture of one moment needs. */
export interface Frame extends FrameBuffers {
  readonly time_ms: number;
  /** Molecules in `xyz` and `ids`; free molecules beyond the room of the buffers are left out of the picture only. */
  readonly shown: number;
  readonly free: number;
  readonly inPores: number;
  readonly boundToReceptors: number;
  readonly boundToTransporters: number;
  readonly takenUp: number;
  readonly escaped: number;
  /** By receptor group: open channels and current in pA. */
  readonly open: readonly number[];
  readonly current_pA: readonly number[];
  readonly v_mV: number;
  readonly calcium_uM: number;
}

/** What does not change during a run. */
export interface RunDescription {
  readonly geometry: Geometry;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly group: Uint8Array;
  readonly columnX: readonly number[];
  readonly columnY: readonly number[];
  readonly fusions: readonly Fusion[];
  readonly groups: readonly { readonly id: string; readonly states: readonly string[]; readonly conducting: Uint8Array }[];
}

/** What a page asks of a worker. */
export type Request =
  /** Prepares a run that can be shown and rewound. A worker holds one; a second `open` replaces it. */
  | { readonly type: 'open'; readonly id: number; readonly config: SynapseConfig; readonly seed: number; readonly trial: number }
  /** Goes to a time, forwards or backwards, and sends a frame. */
  | { readonly type: 'frame'; readonly id: number; readonly time_ms: number; readonly buffers: FrameBuffers }
  /** Changes a field's concentration at the run's present time. */
  | { readonly type: 'ligand'; readonly id: number; readonly ligand: string; readonly value_mM: number }
  /** Runs one trial from its start and sends its trace. */
  | {
      readonly type: 'trial';
      readonly id: number;
      readonly config: SynapseConfig;
      readonly seed: number;
      readonly trial: number;
      readonly options: RecordOptions;
    }
  /** Computes the mean-field twin. */
  | { readonly type: 'twin'; readonly id: number; readonly config: SynapseConfig; readonly seed: number; readonly options: RecordOptions }
  /** Gives up the request `target`, running or waiting. */
  | { readonly type: 'cancel'; readonly id: number; readonly target: number };

/** What a worker answers. */
export type Answer =
  | { readonly type: 'opened'; readonly id: number; readonly run: RunDescription }
  | { readonly type: 'frame'; readonly id: number; readonly frame: Frame }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'trace'; readonly id: number; readonly trace: Trace }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'error'; readonly id: number; readonly message: string };

/** The part of a worker, of a worker's global scope or of a message port that the two sides use. */
export interface MessageEnd {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** The buffers behind a frame's arrays, for the transfer list. */
export function frameTransfer(buffers: FrameBuffers): ArrayBuffer[] {
  return [buffers.xyz.buffer, buffers.ids.buffer, buffers.states.buffer];
}
