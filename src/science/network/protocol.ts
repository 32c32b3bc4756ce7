/** Messages between a page and a network worker. Every request carries a number that its answers repeat. */
import type { NetworkConfig } from './config';
import type { DayOptions, HabenulaDay } from './habenula/day';
import type { HabenulaConfig } from './habenula/config';
import type { HabenulaOptions, HabenulaRun } from './habenula/circuit';
import type { CompareOptions, Comparison } from './run';

export type Request =
  | { readonly type: 'compare'; readonly id: number; readonly config: NetworkConfig; readonly options: CompareOptions }
  | { readonly type: 'habenula'; readonly id: number; readonly config: HabenulaConfig; readonly options: HabenulaOptions }
  | { readonly type: 'day'; readonly id: number; readonly config: HabenulaConfig; readonly options: DayOptions }
  | { readonly type: 'cancel'; readonly id: number; readonly target: number };

export type Answer =
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'compared'; readonly id: number; readonly result: Comparison }
  | { readonly type: 'habenula'; readonly id: number; readonly result: HabenulaRun }
  | { readonly type: 'day'; readonly id: number; readonly result: HabenulaDay }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'error'; readonly id: number; readonly message: string };

/** One end of a channel: a worker seen from the page, the global scope seen from the worker, or a message port. */
export interface MessageEnd {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
