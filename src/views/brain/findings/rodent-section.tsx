/** The rodent brain: a schematic section of our own, with the same selection by pointer and keyboard as the human brain. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { brain } from '../../../describe/messages/en/brain';
import { tokensOf } from '../../../design/tokens';
import type { Sign } from '../../../explorer/brain';
import { regionOfPart } from '../../../explorer/brain';
import { RODENT_PARTS, type RodentPart } from '../../../model/rodent-section';
import type { Strength } from '../../../model/schema';
import { useExplorer } from '../../shared/explorer-context';
import { useWords } from '../../shared/use-words';
import { Wedge } from '../marks';
import { coloursOf } from '../palette';
import css from './findings.module.css';
import type { Anchors } from './labels';
import {
  BULB,
  CALLOSUM,
  CEREBELLUM,
  COLLICULI,
  HYPOTHALAMUS,
  LEAVES,
  ORIENTATION,
  OUTLINE,
  RODENT_FRAME,
  SHAPES,
  STEM,
  STROKES,
  THALAMUS,
} from './rodent-shapes';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly insets: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly lit: ReadonlyMap<string, { readonly sign: Sign; readonly strength: Strength }>;
  readonly chosen: readonly string[];
  /** Directions stand at the places themselves, where there is no room for plates. */
  readonly marks: boolean;
  /** Names of what carries no finding, for orientation. */
  readonly names: boolean;
  readonly onAnchors: (anchors: Anchors) => void;
}

/** From the back of the head to the nose: the order in which arrows walk. */
const ORDER = RODENT_PARTS.toSorted((a, b) => SHAPES[a].anchor[0] - SHAPES[b].anchor[0]);
const FORWARD: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** Marks are smaller than on the human brain: the places lie closer. */
const MARK = 0.6;
/** Length of the scale bar, mm, and units of the drawing a millimetre. */
const BAR = { mm: 2, unit: 44 } as const;

export function RodentSection({ width, height, insets, lit, chosen, marks, names, onAnchors }: Props): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(brain);
  const map = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<RodentPart>(ORDER[0] ?? 'dorsal-raphe');
  const { theme } = state;
  const [w, h] = [width - insets.left - insets.right, height - insets.top - insets.bottom];
  const scale = Math.max(0.1, Math.min(w / RODENT_FRAME.width, h / RODENT_FRAME.height));
  const left = insets.left + (w - RODENT_FRAME.width * scale) / 2;
  const top = insets.top + (h - RODENT_FRAME.height * scale) / 2;
  const anchors = useMemo<Anchors>(
    () =>
      new Map(RODENT_PARTS.map((part) => [part, [left + SHAPES[part].anchor[0] * scale, top + SHAPES[part].anchor[1] * scale] as const])),
    [left, top, scale],
  );
  useEffect(() => onAnchors(anchors), [anchors, onAnchors]);

  const colour = (token: string): string => tokensOf(theme).get(token) ?? 'none';
  const press = (part: RodentPart): void => {
    const region = regionOfPart(model, 'rodent', part);
    if (region === undefined) return;
    const same = state.selection?.kind === 'region' && state.selection.id === region.id;
    dispatch(same ? { type: 'clearSelection' } : { type: 'select', selection: { kind: 'region', id: region.id } });
  };
  const onKeyDown = (event: KeyboardEvent, part: RodentPart): void => {
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = FORWARD[event.key];
    if (step !== undefined) {
      const next = ORDER[(ORDER.indexOf(part) + step + ORDER.length) % ORDER.length] ?? part;
      setAt(next);
      map.current?.querySelector<SVGElement>(`[data-region="${next}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') press(part);
    else if (event.key === 'Escape' && chosen.length > 0) dispatch({ type: 'clearSelection' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const nameOf = (part: RodentPart): string => {
    const own = lit.get(part);
    const name = regionOfPart(model, 'rodent', part)?.name ?? part;
    return own === undefined ? name : words.label(name, words.sign[own.sign], words.strength[own.strength]);
  };
  const fill = (part: RodentPart): string => {
    const { full, rest } = coloursOf(SHAPES[part].colour, theme);
    return lit.has(part) || chosen.includes(part) ? full : rest;
  };
  const plain = { strokeWidth: 1.5 / scale, stroke: 'var(--outline)' };
  return (
    <svg
      ref={map}
      className={css['rodent']}
      width={width}
      height={height}
      role="group"
      aria-label={words.titles.rodent.join(', ')}
      data-brain-map="rodent"
    >
      <g transform={`translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})`} strokeLinejoin="round">
        <path d={OUTLINE} style={{ fill: colour('shade-brain-cortex') }} />
        <path d={STEM} style={{ fill: colour('shade-brain-cut'), ...plain }} />
        <path d={COLLICULI} style={{ fill: colour('shade-brain-cut'), ...plain }} />
        <path d={CEREBELLUM} style={{ fill: colour('shade-brain-cerebellum'), ...plain }} />
        {LEAVES.map((d) => (
          <path key={d} d={d} className={css['stroke']} strokeWidth={1.8 / scale} />
        ))}
        <path d={BULB} style={{ fill: colour('shade-brain-cut'), ...plain }} />
        {STROKES.map((d) => (
          <path key={d} d={d} className={css['stroke']} strokeWidth={1.1 / scale} />
        ))}
        <path d={HYPOTHALAMUS} style={{ fill: colour('shade-brain-stem'), ...plain }} />
        <path d={THALAMUS} style={{ fill: coloursOf('thalamus', theme).rest, ...plain }} />
        {RODENT_PARTS.filter((part) => part === 'neocortex').map((part) => shape(part))}
        <path d={CALLOSUM} style={{ fill: colour('shade-brain-cut'), ...plain }} />
        {[...RODENT_PARTS].filter((part) => part !== 'neocortex').map((part) => shape(part))}
        {names &&
          Object.entries(ORIENTATION).map(([name, [x, y]]) => (
            <text key={name} className={css['partName']} style={{ fontSize: 11 / scale }} x={x} y={y}>
              {words.orientation[name as keyof typeof ORIENTATION]}
            </text>
          ))}
        <path d={OUTLINE} fill="none" stroke="var(--outline)" strokeWidth={2.8 / scale} pointerEvents="none" />
      </g>
      {marks &&
        [...lit].map(([part, { sign, strength }]) => {
          const [x, y] = anchors.get(part) ?? [0, 0];
          return (
            <g key={part} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${MARK})`}>
              <Wedge lit={{ direction: sign, strength }} x={0} y={0} />
            </g>
          );
        })}
      <g transform={`translate(${Math.max(14, insets.left > 100 ? 14 : insets.left)} ${height - 12})`}>
        <path d={`M0 -5v5h${(BAR.mm * BAR.unit * scale).toFixed(1)}v-5`} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
        <text x={BAR.mm * BAR.unit * scale + 8} className={css['scale']}>{`${BAR.mm} mm`}</text>
      </g>
    </svg>
  );

  function shape(part: RodentPart): ReactNode {
    const { d, dashed } = SHAPES[part];
    const selected = chosen.includes(part);
    return (
      <path
        key={part}
        d={d}
        className={css['rodentPart']}
        style={{ fill: fill(part), strokeWidth: (selected ? 3.25 : 1.5) / scale }}
        strokeDasharray={dashed ? `${4.5 / scale} ${3 / scale}` : undefined}
        data-region={part}
        data-lit={lit.has(part)}
        role="button"
        tabIndex={part === at ? 0 : -1}
        aria-pressed={selected}
        aria-label={nameOf(part)}
        onFocus={() => setAt(part)}
        onClick={() => press(part)}
        onKeyDown={(event) => onKeyDown(event, part)}
      />
    );
  }
}
