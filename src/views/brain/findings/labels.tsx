/** Plates of findings with their leaders: a wedge for the direction, the region, a short result, and the evidence as the line under it. */
import { useMemo, type ReactNode } from 'react';
import { saysOf } from '../../../describe/brain';
import { brain } from '../../../describe/messages/en/brain';
import { lineStyle } from '../../../design/evidence-marks';
import type { RegionNow, Sign } from '../../../explorer/brain';
import type { Strength } from '../../../model/schema';
import { useExplorer } from '../../shared/explorer-context';
import line from '../../shared/leader.module.css';
import { useWords } from '../../shared/use-words';
import type { LabelWish, PlacedLabel } from './label-layout';
import { isLine, lineName, lineSize, plateSize, type LabelForm, type LabelRoom } from './label-room';
import css from './findings.module.css';

export type Anchors = ReadonlyMap<string, readonly [number, number]>;

/** Parts that lie inside: their plates stand at the back of the brain. */
const DEEP: ReadonlySet<string> = new Set([
  'hippocampus',
  'amygdala',
  'thalamus',
  'caudate',
  'putamen',
  'pallidum',
  'cerebellum',
  'brainstem',
  'lateral-habenula',
  'ventral-tegmental-area',
  'dorsal-raphe',
  'locus-coeruleus',
  'mediodorsal-thalamus',
]);

/** Wedge up for more, down for less, both where findings differ, a bar for no change; nothing where no direction is known. */
export function SignMark({ sign, size = 13 }: { readonly sign: Sign; readonly size?: number }): ReactNode {
  return (
    <svg className={css['sign']} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {sign === 'up' && <path className={css['up']} d="M7 1.5L13 12H1Z" />}
      {sign === 'down' && <path className={css['down']} d="M7 12.5L13 2H1Z" />}
      {sign === 'mixed' && (
        <>
          <path className={css['up']} d="M3.6 1L6.8 8.5H.4Z" />
          <path className={css['down']} d="M10.4 13L13.6 5.5H7.2Z" />
        </>
      )}
      {sign === 'none' && <path className={css['flat']} d="M1.5 7H12.5" />}
    </svg>
  );
}

/** The evidence as a line, for the foot of a plate. */
export function EvidenceRule({ strength, width }: { readonly strength: Strength; readonly width: number }): ReactNode {
  const { width: stroke, dash, cap } = lineStyle(strength);
  return (
    <svg className={css['rule']} width={width} height="4" aria-hidden="true" focusable="false">
      <path d={`M1 2H${width - 1}`} fill="none" stroke="currentColor" strokeWidth={stroke} strokeDasharray={dash} strokeLinecap={cap} />
    </svg>
  );
}

/**
 * Where the plates of regions stand. A group's leader ends at a part of it where no other leader does; the chosen region comes first, so
 * that it is named whatever the room.
 */
export function usePlaced(
  items: readonly RegionNow[],
  anchors: Anchors,
  room: LabelRoom,
  chosen: string | null,
  cut: boolean,
): readonly PlacedLabel[] {
  const words = useWords(brain);
  return useMemo(() => {
    const taken = new Set(items.flatMap(({ region }) => (region.drawn.length === 1 ? region.drawn : [])));
    const wishes = items
      .toSorted((a, b) => Number(b.region.id === chosen) - Number(a.region.id === chosen))
      .flatMap((item): LabelWish[] => {
        const parts = item.region.drawn.filter((name) => anchors.has(name));
        const part = parts.find((name) => !taken.has(name)) ?? parts[0];
        if (part !== undefined) taken.add(part);
        const anchor = part === undefined ? undefined : anchors.get(part);
        if (part === undefined || anchor === undefined) return [];
        const size = room.form === 'plates' ? plateSize(item, words) : lineSize(item);
        // A column of lines is filled from the nearer side, as nothing but the brain stands between.
        const deep = room.form === 'plates' && cut && DEEP.has(part) && item.region.drawn.length === 1;
        return [{ id: item.region.id, anchor, ...size, deep }];
      });
    return room.place(wishes);
  }, [items, anchors, room, chosen, words, cut]);
}

interface Props {
  readonly items: readonly RegionNow[];
  readonly placed: readonly PlacedLabel[];
  readonly form: LabelForm;
  readonly width: number;
  readonly height: number;
  readonly chosen: string | null;
}

export function FindingLabels({ items, placed, form, width, height, chosen }: Props): ReactNode {
  const { state, dispatch } = useExplorer();
  // The chosen plate is inverted: it takes the colours of the other theme, whose wedges can be told apart on it.
  const otherTheme = state.theme === 'paper' ? 'lecture' : 'paper';
  const words = useWords(brain);
  const byId = new Map(items.map((item) => [item.region.id as string, item]));
  const short = isLine(form);
  return (
    <>
      <svg className={css['leaders']} width={width} height={height} aria-hidden="true" focusable="false">
        {placed.map(({ id, leader }) => {
          const points = leader.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
          const [x, y] = leader.at(-1) ?? [0, 0];
          return (
            <g key={id} data-leader={id}>
              <polyline className={line['casing']} points={points} />
              <polyline className={line['leader']} points={points} />
              <circle className={line['dot']} cx={x} cy={y} r={2.75} />
            </g>
          );
        })}
      </svg>
      <ul className={css['labels']} aria-label={words.labels} data-form={form}>
        {placed.map(({ id, x, y, width: wide, height: high }) => {
          const item = byId.get(id);
          if (item === undefined) return null;
          const says = saysOf(item, words);
          const found = item.hits.length > 0;
          return (
            <li key={id} data-theme={id === chosen ? otherTheme : undefined} style={{ left: x, top: y, width: wide, height: high }}>
              <button
                type="button"
                className={css['plate']}
                aria-pressed={id === chosen}
                aria-label={found ? words.label(item.region.name, says, words.strength[item.strength]) : `${item.region.name}, ${says}`}
                title={short ? `${item.region.name}: ${says}` : undefined}
                data-finding={id}
                data-sign={item.sign}
                onClick={() => dispatch(id === chosen ? { type: 'clearSelection' } : { type: 'select', selection: { kind: 'region', id } })}
              >
                {item.sign !== 'unknown' && <SignMark sign={item.sign} size={short ? 11 : 13} />}
                <b>{short ? lineName(item) : item.region.name}</b>
                {!short && <span>{says}</span>}
              </button>
              {item.sign !== 'unknown' && <EvidenceRule strength={item.strength} width={wide} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
