/** The tissue round the drawn cells: neighbours and fibres in the tints of the ground. Always the same. */
import { memo, type ReactNode } from 'react';
import css from './circuit.module.css';
import { chances } from './silhouette';

interface Props {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Whether the neighbours are pyramidal cells. */
  readonly pyramids: boolean;
}

/** Over this much of the plane the neighbours are placed; what falls outside the picture is cut off. */
const FIELD = { from: -700, to: 1700 };
const FIBRES = 110;
const NEIGHBOURS = 60;
const ROUND = 62;

export const Fog = memo(function Fog({ left, width, height, pyramids }: Props): ReactNode {
  const chance = chances(7);
  const x = (): number => FIELD.from + chance() * (FIELD.to - FIELD.from);
  const inside = (at: number): boolean => at > left - 60 && at < left + width + 60;
  const fibres = Array.from({ length: FIBRES }, () => {
    const at = x();
    const [dx, dy] = [(chance() - 0.5) * 220, (chance() - 0.5) * 120];
    const d = `M${at} ${chance() * height}q${dx * 0.5} ${dy - 20} ${dx} ${dy}t${(chance() - 0.5) * 160} ${(chance() - 0.5) * 120}`;
    return { at, d, width: 0.6 + chance() * 0.7 };
  });
  const cells = Array.from({ length: NEIGHBOURS }, (_, k) => {
    // One a stretch of the width and a jitter, so that none stand on one another.
    const at = FIELD.from + ((k + chance()) * (FIELD.to - FIELD.from)) / NEIGHBOURS;
    return neighbour(at, [235, 455, 590][Math.floor(chance() * 3)] ?? 455, 0.6 + chance() * 0.35, chance);
  });
  const round = Array.from({ length: ROUND }, () => ({
    at: x(),
    y: (pyramids ? 140 : 30) + chance() * (height - (pyramids ? 160 : 60)),
    r: 6 + chance() * (pyramids ? 6 : 14),
  }));
  return (
    <g className={css['fog']}>
      {fibres.map(({ at, d, width: line }) => inside(at) && <path key={d} d={d} strokeWidth={line} fill="none" />)}
      {pyramids &&
        cells.map(
          ({ at, trunk, fine, soma, size }) =>
            inside(at) && (
              <g key={at}>
                <path d={trunk} strokeWidth={6 * size} fill="none" />
                <path d={fine} strokeWidth={3.6 * size} fill="none" />
                <path d={trunk} strokeWidth={4.4 * size} fill="none" className={css['fogFill']} />
                <path d={fine} strokeWidth={2 * size} fill="none" className={css['fogFill']} />
                <path d={soma} strokeWidth="1.2" />
              </g>
            ),
        )}
      {round.map(({ at, y, r }) => inside(at) && <circle key={`${at}`} cx={at} cy={y} r={r} strokeWidth="1" />)}
    </g>
  );
});

function neighbour(x: number, y: number, size: number, chance: () => number) {
  const top = 60 + chance() * 60;
  const trunk = `M${x} ${y - 18 * size}C${x + 6 * (chance() - 0.5)} ${y - 90} ${x + 14 * (chance() - 0.5)} ${top + 60} ${x + 8 * (chance() - 0.5)} ${top}`;
  const sides = [-1, 1] as const;
  const tuft = sides.map(
    (q) =>
      `M${x} ${top + 20}q${q * 10} -20 ${q * (22 + chance() * 14)} -${34 + chance() * 14}M${x} ${top + 34}q${q * 14} -10 ${q * 30} -22`,
  );
  const basal = sides.map((q) => `M${x + q * 12 * size} ${y + 12 * size}q${q * 16} 14 ${q * (30 + chance() * 12)} ${26 + chance() * 10}`);
  const soma = `M${x} ${y - 22 * size}L${x + 19 * size} ${y + 15 * size}Q${x} ${y + 21 * size} ${x - 19 * size} ${y + 15 * size}Z`;
  return { at: x, trunk, fine: [...tuft, ...basal].join(''), soma, size };
}
