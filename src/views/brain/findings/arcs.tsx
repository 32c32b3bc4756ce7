/** Connections over the picture: an arc with its number, an arrow where one place drives another, a bar where it holds it back. */
import type { ReactNode } from 'react';
import { lineStyle } from '../../../design/evidence-marks';
import type { Connection } from '../../../explorer/brain-connections';
import css from './findings.module.css';
import type { Anchors } from './labels';

interface Props {
  readonly connections: readonly Connection[];
  readonly anchors: Anchors;
  readonly width: number;
  readonly height: number;
}

/** How far an arc bows out, as a share of its length; the end stays clear of the place it leads to, px. */
const BOW = 0.28;
const CLEAR = 13;

export function Arcs({ connections, anchors, width, height }: Props): ReactNode {
  return (
    <svg className={css['arcs']} width={width} height={height} aria-hidden="true" focusable="false">
      {connections.map((connection, index) => (
        <Arc key={connection.key} connection={connection} number={index + 1} anchors={anchors} />
      ))}
    </svg>
  );
}

function Arc({
  connection,
  number,
  anchors,
}: {
  readonly connection: Connection;
  readonly number: number;
  readonly anchors: Anchors;
}): ReactNode {
  const [from, to] = connection.ends.map((part) => anchors.get(part));
  if (from === undefined || to === undefined) return null;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 3 * CLEAR) return null;
  // Bows downwards, where the picture has fewest labels.
  const turn = dx >= 0 ? 1 : -1;
  const control = [(from[0] + to[0]) / 2 - turn * dy * BOW, (from[1] + to[1]) / 2 + turn * dx * BOW] as const;
  const along = Math.hypot(to[0] - control[0], to[1] - control[1]);
  const unit = [(to[0] - control[0]) / along, (to[1] - control[1]) / along] as const;
  const end = [to[0] - unit[0] * CLEAR, to[1] - unit[1] * CLEAR] as const;
  const path = `M${point(from)}Q${point(control)} ${point(end)}`;
  const middle = [0.25 * from[0] + 0.5 * control[0] + 0.25 * end[0], 0.25 * from[1] + 0.5 * control[1] + 0.25 * end[1]] as const;
  const { width, dash, cap } = lineStyle(connection.strength);
  const angle = (Math.atan2(unit[1], unit[0]) * 180) / Math.PI;
  return (
    <g data-connection={connection.key}>
      <path className={css['arcCasing']} d={path} />
      <path className={css['arc']} d={path} strokeWidth={width} strokeDasharray={dash} strokeLinecap={cap} />
      <circle className={css['dot']} cx={from[0]} cy={from[1]} r={4} />
      <g transform={`translate(${point(end)}) rotate(${angle.toFixed(1)})`}>
        {connection.sign === 1 && <path className={css['ending']} d="M9 0L-2 5V-5Z" />}
        {connection.sign === -1 && <path className={css['ending']} d="M0 -7.5H3V7.5H0Z" />}
        {connection.sign === null && <circle className={css['dot']} cx={CLEAR} r={4} />}
      </g>
      <circle className={css['disc']} cx={middle[0]} cy={middle[1]} r={8.5} />
      <text className={css['number']} x={middle[0]} y={middle[1] + 4}>
        {number}
      </text>
    </g>
  );
}

const point = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
