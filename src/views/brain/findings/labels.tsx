/** Plates of findings with their leaders: a wedge for the direction, the region, a short result, and the evidence as the line under it. */
import { useMemo, type ReactNode } from 'react';
import { saysOf } from '../../../describe/brain';
import { brain } from '../../../describe/messages/en/brain';
import { lineStyle } from '../../../design/evidence-marks';
import { textWidth } from '../../../design/text-width';
import type { RegionNow, Sign } from '../../../explorer/brain';
import type { Strength } from '../../../model/schema';
import { useExplorer } from '../../shared/explorer-context';
import { useWords } from '../../shared/use-words';
import { placeLabels, type LabelFrame, type LabelWish } from './label-layout';
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
const PLATE = { height: 36, least: 96, mark: 21, pad: 7, most: 232 } as const;

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

interface Props {
  readonly now: readonly RegionNow[];
  readonly anchors: Anchors;
  readonly frame: LabelFrame;
  readonly height: number;
  readonly chosen: string | null;
  /** The picture is cut open: the back of it is free for what lies inside. */
  readonly cut: boolean;
}

export function FindingLabels({ now, anchors, frame, height, chosen, cut }: Props): ReactNode {
  const { state, dispatch } = useExplorer();
  // The chosen plate is inverted: it takes the colours of the other theme, whose wedges can be told apart on it.
  const otherTheme = state.theme === 'paper' ? 'lecture' : 'paper';
  const words = useWords(brain);
  const placed = useMemo(() => {
    const taken = new Set(now.flatMap(({ region }) => (region.drawn.length === 1 ? region.drawn : [])));
    const wishes = now
      .toSorted((a, b) => Number(b.region.id === chosen) - Number(a.region.id === chosen))
      .flatMap((item): LabelWish[] => {
        const parts = item.region.drawn.filter((name) => anchors.has(name));
        // A group's leader ends where no other leader does.
        const part = parts.find((name) => !taken.has(name)) ?? parts[0];
        if (part !== undefined) taken.add(part);
        const anchor = part === undefined ? undefined : anchors.get(part);
        if (part === undefined || anchor === undefined) return [];
        const text = Math.max(1.1 * textWidth(item.region.name, 13), 1.04 * textWidth(saysOf(item, words), 12));
        const mark = item.sign === 'unknown' ? 0 : PLATE.mark;
        const width = Math.min(PLATE.most, Math.max(PLATE.least, Math.ceil(text) + mark + 2 * PLATE.pad + 2));
        return [{ id: item.region.id, anchor, width, height: PLATE.height, deep: cut && DEEP.has(part) && item.region.drawn.length === 1 }];
      });
    return placeLabels(wishes, frame);
  }, [now, anchors, frame, chosen, words, cut]);
  const byId = new Map(now.map((item) => [item.region.id as string, item]));
  const left = now.filter(({ region }) => !placed.some(({ id }) => id === region.id)).length;
  return (
    <>
      <svg className={css['leaders']} width={frame.width} height={height} aria-hidden="true" focusable="false">
        {placed.map(({ id, leader }) => {
          const points = leader.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
          const [x, y] = leader.at(-1) ?? [0, 0];
          return (
            <g key={id}>
              <polyline className={css['casing']} points={points} />
              <polyline className={css['leader']} points={points} />
              <circle className={css['dot']} cx={x} cy={y} r={2.75} />
            </g>
          );
        })}
      </svg>
      <ul className={css['labels']} aria-label={words.labels}>
        {placed.map(({ id, x, y, width, height: high }) => {
          const item = byId.get(id);
          if (item === undefined) return null;
          const says = saysOf(item, words);
          return (
            <li key={id} data-theme={id === chosen ? otherTheme : undefined} style={{ left: x, top: y, width, height: high }}>
              <button
                type="button"
                className={css['plate']}
                aria-pressed={id === chosen}
                aria-label={words.label(item.region.name, says, words.strength[item.strength])}
                data-finding={id}
                onClick={() => dispatch(id === chosen ? { type: 'clearSelection' } : { type: 'select', selection: { kind: 'region', id } })}
              >
                {item.sign !== 'unknown' && <SignMark sign={item.sign} />}
                <b>{item.region.name}</b>
                <span>{says}</span>
              </button>
              {item.sign !== 'unknown' && <EvidenceRule strength={item.strength} width={width} />}
            </li>
          );
        })}
      </ul>
      {left > 0 && <p className={css['rest']}>{words.more(left)}</p>}
    </>
  );
}
