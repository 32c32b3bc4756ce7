/** The single-channel current: downwards when it flows inward, in slow time, the playhead near the right. */
import { useMemo, type ReactNode } from 'react';
import type { Stay } from '../../science/receptors/single-channel';
import { TracePlot } from '../plots/trace-plot';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly stays: readonly Stay[];
  readonly conducting: Uint8Array;
  readonly tone: 'nmda' | 'ampa';
  readonly current_pA: number;
  readonly now_ms: number;
  /** Reach of the trace round now, ms. */
  readonly span_ms: readonly [number, number];
  readonly playhead: { readonly label: string; readonly valueText: string; readonly onMove: (ms: number) => void };
  readonly units: { readonly milliseconds: string; readonly seconds: string };
  readonly summary: string;
}

/** Room over and under the trace, as a share of the open current. */
const ROOM = 0.35;

export function CurrentTrace({
  width,
  height,
  stays,
  conducting,
  tone,
  current_pA,
  now_ms,
  span_ms,
  playhead,
  units,
  summary,
}: Props): ReactNode {
  const [before, after] = span_ms;
  const long = after - before >= 2000;
  const divide = long ? 1000 : 1;
  const line = useMemo(() => steps(stays, conducting, current_pA, now_ms, divide), [stays, conducting, current_pA, now_ms, divide]);
  const [low, high] = current_pA > 0 ? [-ROOM * current_pA, current_pA * (1 + ROOM)] : [current_pA * (1 + ROOM), -ROOM * current_pA];
  return (
    <TracePlot
      width={width}
      height={height}
      labelRoom={14}
      lines={[{ id: 'current', label: '', tone, step: true, ...line }]}
      xDomain={[before / divide, after / divide]}
      yDomain={current_pA === 0 ? [-1, 1] : [low, high]}
      xUnit={long ? units.seconds : units.milliseconds}
      yTicks={2}
      playhead={{
        at: 0,
        label: playhead.label,
        valueText: playhead.valueText,
        onMove: (time) => playhead.onMove(now_ms + time * divide),
        step: (after - before) / divide / 100,
      }}
      summary={summary}
    />
  );
}

/** Changes of current only: stays of one kind run together. Times count back from now. */
function steps(
  stays: readonly Stay[],
  conducting: Uint8Array,
  current: number,
  now_ms: number,
  divide: number,
): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (const stay of stays) {
    const value = conducting[stay.state] === 1 ? current : 0;
    if (y.at(-1) === value) continue;
    x.push((stay.from_ms - now_ms) / divide);
    y.push(value);
  }
  const [last, end] = [y.at(-1), stays.at(-1)];
  if (last !== undefined && end !== undefined) {
    x.push((end.to_ms - now_ms) / divide);
    y.push(last);
  }
  return { x, y };
}
