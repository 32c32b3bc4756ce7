/**
 * A field of marks that can be gone through: one tab stop, arrows from mark to mark, Enter selects. Values and sources stand in a plate
 * beside the mark that is under the pointer or in focus.
 */
import { useId, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Sci } from '../../design/sci';
import type { Selection } from '../../explorer/state';
import { useExplorer } from '../shared/explorer-context';
import ink from './marks.module.css';

export interface FieldItem {
  readonly id: string;
  /** Everything the mark says, as one sentence. */
  readonly label: string;
  /** The same in pieces: a name, then lines. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Span of the mark with its bar. */
  readonly top: number;
  readonly bottom: number;
  readonly selection: NonNullable<Selection>;
}

interface Props {
  readonly label: string;
  readonly items: readonly FieldItem[];
  readonly width: number;
  readonly height: number;
  /** Left of this the field is not its own: the picture's edge and the rail beside it stay clear of it. */
  readonly inset?: number;
  /** A press away from every mark. */
  readonly onGround?: (x: number) => void;
  readonly children: ReactNode;
}

/** A press or the pointer belongs to a mark within this many pixels. */
const REACH = 16;
const PLATE_WIDTH = 268;

export function MarkField({ label, items, width, height, inset = 0, onGround, children }: Props): ReactNode {
  const { state, dispatch } = useExplorer();
  const id = useId();
  const [focus, setFocus] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const held = items.find((item) => item.id === focus) ?? items[0];
  const shown = items.find((item) => item.id === over) ?? (focused ? held : undefined);
  const chosen = (item: FieldItem): boolean => state.selection?.kind === item.selection.kind && state.selection.id === item.selection.id;

  const onKey = (event: KeyboardEvent): void => {
    const index = held === undefined ? 0 : items.indexOf(held);
    const next = STEP_KEYS[event.key]?.(index, items.length);
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setFocus(items[next]?.id ?? null);
      setOver(null);
    } else if ((event.key === 'Enter' || event.key === ' ') && held !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      dispatch({ type: 'select', selection: held.selection });
    } else if (event.key === 'Escape' && shown !== undefined) {
      event.stopPropagation();
      setOver(null);
      setFocused(false);
    }
  };
  const near = (event: PointerEvent<HTMLElement>): FieldItem | undefined => {
    const [x, y] = [localX(event, inset), localY(event)];
    const reach = event.pointerType === 'touch' ? REACH * 1.5 : REACH;
    const within = items
      .map((item) => ({ item, dx: Math.abs(item.x - x), dy: Math.max(item.top - y, y - item.bottom, 0), square: Math.abs(item.y - y) }))
      .filter(({ dx, dy }) => dx <= reach && dy <= reach);
    return within.toSorted((a, b) => a.dx + a.dy + a.square / 8 - (b.dx + b.dy + b.square / 8))[0]?.item;
  };
  const outer: CSSProperties = { marginLeft: inset, width: width - inset, minHeight: height };
  const inner: CSSProperties = { marginLeft: -inset, width, minHeight: height };
  if (items.length === 0) {
    return (
      <div
        className={ink['field']}
        style={outer}
        role="group"
        aria-label={label}
        onPointerDown={(event) => {
          if (event.button === 0 && event.pointerType !== 'touch' && !onLink(event)) onGround?.(localX(event, inset));
        }}
      >
        <div className={ink['inner']} style={inner}>
          {children}
        </div>
      </div>
    );
  }
  return (
    <div
      className={ink['field']}
      style={outer}
      role="listbox"
      aria-label={label}
      aria-orientation="horizontal"
      aria-activedescendant={held === undefined ? undefined : `${id}${held.id}`}
      tabIndex={0}
      onKeyDown={onKey}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') setOver(near(event)?.id ?? null);
        if (onGround !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) onGround(localX(event, inset));
      }}
      onPointerLeave={() => setOver(null)}
      onPointerDown={(event) => {
        if (event.button !== 0 || onLink(event)) return;
        const item = near(event);
        if (item !== undefined) {
          setFocus(item.id);
          dispatch({ type: 'select', selection: item.selection });
        } else if (onGround !== undefined && event.pointerType !== 'touch') {
          event.currentTarget.setPointerCapture(event.pointerId);
          onGround(localX(event, inset));
        }
      }}
      data-over={over !== null}
    >
      <div className={ink['inner']} style={inner}>
        {children}
        {items.map((item) => (
          <div
            key={item.id}
            id={`${id}${item.id}`}
            role="option"
            aria-selected={chosen(item)}
            aria-label={item.label}
            className={ink['option']}
            data-item={item.id}
            data-active={focused && held === item && over === null}
            style={{ left: item.x - 12, top: item.y - 12 }}
          />
        ))}
        {shown !== undefined && <Plate item={shown} width={width} height={height} />}
      </div>
    </div>
  );
}

const STEP_KEYS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A link that stands in the field is followed, not taken for the ground. */
function onLink(event: PointerEvent<HTMLElement>): boolean {
  return event.target instanceof Element && event.target.closest('a') !== null;
}

/** Where the pointer is in the field's own pixels, also where the page is shown enlarged. */
function localX({ currentTarget, clientX }: PointerEvent<HTMLElement>, inset: number): number {
  const box = currentTarget.getBoundingClientRect();
  return inset + ((clientX - box.left) * currentTarget.clientWidth) / Math.max(1, box.width);
}

function localY({ currentTarget, clientY }: PointerEvent<HTMLElement>): number {
  const box = currentTarget.getBoundingClientRect();
  return ((clientY - box.top) * currentTarget.clientHeight) / Math.max(1, box.height);
}

/** What a mark says, on a plate of paper, left of it where there is room. It is read out from the mark's own label. */
function Plate({ item, width, height }: { readonly item: FieldItem; readonly width: number; readonly height: number }): ReactNode {
  const room = item.x > PLATE_WIDTH + 28;
  const left = room ? item.x - PLATE_WIDTH - 18 : Math.min(item.x + 18, Math.max(4, width - PLATE_WIDTH - 6));
  const style: CSSProperties = {
    left,
    width: Math.min(PLATE_WIDTH, width - 12),
    ...(item.y > height / 2 ? { bottom: height - item.y - 12 } : { top: item.y - 12 }),
  };
  return (
    <div className={ink['plate']} style={style} aria-hidden="true">
      <b>
        <Sci text={item.name} />
      </b>
      {item.lines.map((line) => (
        <span key={line}>
          <Sci text={line} />
        </span>
      ))}
    </div>
  );
}
