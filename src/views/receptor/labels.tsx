/** Names round the receptor: two columns of plates with leaders, brackets for the domains, and the scale. */
import type { ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Sci } from '../../design/sci';
import { stackLabels } from '../plots/traces';
import { ANATOMY, LABELS, type PlaceLabel, type ReceptorKind } from './anatomy';
import { projector, type PlateView } from '../plate3d/camera';
import css from './receptor.module.css';

interface Props {
  readonly kind: ReceptorKind;
  readonly subunit: string;
  readonly view: PlateView;
  readonly width: number;
  readonly height: number;
  /** How many names there is room for: all, or the sites only. */
  readonly room: 'full' | 'sites';
  /** What the present state is about: its label is the inverted one. */
  readonly subject: PlaceLabel['id'] | null;
  /** Rows of the frame that other plates take, from the top, px. */
  readonly clear: { readonly left: number; readonly right: number };
}

const SITES = new Set<PlaceLabel['id']>(['glutamate', 'gate', 'ketamine', 'mg', 'gprotein']);
const GAP = 38;
const SHORT_OF = 7;

/** Domains that are bracketed instead of pointed at, nm from and to. */
const BRACKETS: Readonly<Partial<Record<ReceptorKind, Readonly<Partial<Record<PlaceLabel['id'], readonly [number, number]>>>>>> = {
  nmda: { amino: [14.1, 8.05], binding: [7.95, 2.85], membrane: [2.7, -2.75], tail: [-2.9, -7.2] },
  ampa: { amino: [13.5, 8], binding: [7.8, 2.85], membrane: [2.7, -2.75], tail: [-2.9, -5.6] },
  mglur: { amino: [13.6, 7.4], membrane: [2.7, -2.85] },
};

export function Labels({ kind, subunit, view, width, height, room, subject, clear }: Props): ReactNode {
  const words = useWords(receptorWords).sites;
  const scale = width / view.widthNm;
  const project = projector(view, { width, height });
  const px = (x: number): number => project([x, view.y, 0])[0];
  const py = (y: number): number => project([view.x, y, 0])[1];
  const inside = (label: PlaceLabel): boolean => py(label.at[1]) < height - 24;
  const shown = LABELS[kind].filter((label) => inside(label) && (room === 'full' || SITES.has(label.id)));
  const wide = kind === 'ampa' ? 8.3 : 6.9;
  const columns = { left: px(-wide), right: Math.min(px(kind === 'ampa' ? 8.8 : 7.6), width - 132) };
  const brackets = room === 'full' ? (BRACKETS[kind] ?? {}) : {};
  const placed = (['left', 'right'] as const).flatMap((side) => {
    const own = shown.filter((label) => label.side === side);
    const wishes = own.map((label) => {
      const range = brackets[label.id];
      return { id: label.id, y: py(range === undefined ? label.at[1] : (range[0] + range[1]) / 2) };
    });
    const places = new Map(
      stackLabels(wishes, GAP, clear[side] + 18, height - (side === 'right' && room === 'full' ? 72 : 22)).map(({ id, y }) => [id, y]),
    );
    return own.map((label) => ({ id: label.id, y: places.get(label.id) ?? 0, side }));
  });
  const byId = new Map(shown.map((label) => [label.id, label]));
  return (
    <>
      <svg className={css['leaders']} width={width} height={height} aria-hidden="true">
        {Object.values(brackets).map((range) => (
          <path key={range[0]} className={css['bracket']} d={`M${columns.left + 18} ${py(range[0])}h-8V${py(range[1])}h8`} />
        ))}
        {placed.map(({ id, y, side }) => {
          const label = byId.get(id);
          if (label === undefined || brackets[id] !== undefined) return null;
          const sign = side === 'left' ? -1 : 1;
          const end = px(label.at[0]) + sign * SHORT_OF;
          const start = columns[side] - sign * 4;
          const bend = side === 'left' ? Math.max(start, end - 46) : Math.min(start, end + 46);
          const path = `M${start} ${y}H${bend}L${end} ${py(label.at[1])}`;
          return (
            <g key={id}>
              <path d={path} className={css['casing']} />
              <path d={path} className={css['leader']} />
              <circle cx={end} cy={py(label.at[1])} r={2.5} />
            </g>
          );
        })}
        {room === 'full' && kind !== 'mglur' && (
          <Height x={px(5.9 + (kind === 'ampa' ? 2.3 : 0))} top={py(ANATOMY[kind].top)} foot={py(ANATOMY[kind].foot)} />
        )}
      </svg>
      {placed.map(({ id, y, side }) => {
        const site = words[id];
        const about = typeof site === 'object' && 'about' in site ? site.about : '';
        const text = typeof about === 'string' ? about : about[kind];
        return (
          <p key={id} className={css['label']} data-side={side} data-subject={subject === id} style={{ top: y, left: columns[side] }}>
            <b>
              <Sci text={site.name} />
            </b>
            {room === 'full' && <small>{id === 'glutamate' && kind === 'nmda' ? `${text}${subunit.slice(-1)}` : text}</small>}
          </p>
        );
      })}
      {room === 'full' && (
        <>
          <p className={css['subunitName']} style={{ left: px(kind === 'ampa' ? -5.6 : -2.3), top: py(ANATOMY[kind].top) - 22 }}>
            {words.first[kind]}
          </p>
          <p className={css['subunitName']} style={{ left: px(kind === 'ampa' ? 5.6 : 2.3), top: py(ANATOMY[kind].top) - 22 }}>
            {kind === 'nmda' ? words.second.nmda(subunit) : words.second[kind]}
          </p>
          {kind !== 'mglur' && (
            <p className={css['heightName']} style={{ left: px(6.2 + (kind === 'ampa' ? 2.3 : 0)), top: py(ANATOMY[kind].top) - 2 }}>
              {words.height}
            </p>
          )}
        </>
      )}
      <ScaleBar scale={scale} />
    </>
  );
}

function Height({ x, top, foot }: { readonly x: number; readonly top: number; readonly foot: number }): ReactNode {
  return <path className={css['bracket']} d={`M${x - 6} ${top}h12M${x} ${top}V${foot}M${x - 6} ${foot}h12`} />;
}

const BAR_NM = 2;

function ScaleBar({ scale }: { readonly scale: number }): ReactNode {
  const words = useWords(receptorWords);
  return (
    <p className={css['scale']}>
      <span>{words.scale}</span>
      <i style={{ inlineSize: BAR_NM * scale }} />
    </p>
  );
}
