/**
 * The outline map over the picture: what can be pointed at, what is chosen or has the focus, what lies behind the surface, and the
 * schematic nuclei. It works the same over the live picture, over the still and without either.
 */
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RegionOutline } from '../../design/atlas/outlines';
import type { ThemeName } from '../../design/names';
import { isMarkerRegion } from '../../model/atlas';
import css from './brain-picture.module.css';
import { nucleusRadius, type Placed } from './layout';
import { Nucleus, Wedge, type Lit } from './marks';
import { coloursOf, hasOwnColour, tintOf } from './palette';

export interface MarkerPoint {
  readonly region: string;
  /** CSS pixels of the frame. */
  readonly x: number;
  readonly y: number;
}

export interface OverlayProps {
  readonly theme: ThemeName;
  readonly outlines: readonly RegionOutline[];
  readonly markers: readonly MarkerPoint[];
  /** What lies inside stands in the picture though nothing is known about it: behind a cut, not behind a whole brain. */
  readonly deep: boolean;
  readonly placed: Placed;
  readonly lit: ReadonlyMap<string, Lit>;
  readonly selected: string | null;
  /** Fills of regions are drawn here, over a still; a live picture has them already. */
  readonly tinted: boolean;
  /** The mark of a lit region at its place. */
  readonly marks: boolean;
  readonly label: string;
  readonly nameOf: (region: string, kind: RegionOutline['kind'] | 'marker') => string;
  readonly onPick: (region: string | null, kind: 'hover' | 'press') => void;
}

/** Behind the surface these are always drawn; others only while they are lit, chosen, pointed at or have the focus. */
const STANDING_GHOSTS: ReadonlySet<string> = new Set(['hippocampus', 'amygdala', 'accumbens']);
/** Radius of what takes the pointer for a nucleus, px. */
const NUCLEUS_HIT = 13;

export function BrainOverlay(props: OverlayProps): ReactNode {
  const { theme, outlines, markers, deep, placed, lit, selected, tinted, marks, label, nameOf, onPick } = props;
  const id = useId();
  const map = useRef<SVGSVGElement>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [first, setFirst] = useState<string | null>(null);
  const { scale, middle } = placed;
  const stretch = `translate(${middle[0].toFixed(2)} ${middle[1].toFixed(2)}) scale(${scale.toFixed(4)})`;
  const ghosts = outlines.filter(
    ({ kind, region }) => kind === 'behind' && ((deep && STANDING_GHOSTS.has(region)) || lit.has(region) || isTouched(region)),
  );
  const surface = outlines.filter(({ kind }) => kind === 'surface');
  const radius = nucleusRadius(scale);

  function isTouched(region: string): boolean {
    return region === selected || region === hovered || region === focused;
  }
  const point = (region: string | null): void => {
    setHovered(region);
    onPick(region, 'hover');
  };
  /** Reading order of the map: from the top down, then from left to right; markers last. */
  const order = [
    ...[...outlines].sort((a, b) => a.anchor[1] - b.anchor[1] || a.anchor[0] - b.anchor[0]).map(({ region }) => region),
    ...new Set(markers.map(({ region }) => region)),
  ];
  const stop = first !== null && order.includes(first) ? first : selected !== null && order.includes(selected) ? selected : order[0];
  const go = (region: string | undefined): void => {
    if (region === undefined) return;
    setFirst(region);
    map.current?.querySelector<SVGElement>(`[data-region="${region}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, region: string): void => {
    const at = order.indexOf(region);
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    if (step !== undefined) go(order[(at + step + order.length) % order.length]);
    else if (event.key === 'Home') go(order[0]);
    else if (event.key === 'End') go(order.at(-1));
    else if (event.key === 'Enter' || event.key === ' ') onPick(region, 'press');
    else if (event.key === 'Escape' && selected !== null) onPick(null, 'press');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const target = (region: string, kind: RegionOutline['kind'] | 'marker', reachable = true) => ({
    className: css['hit'],
    ...(reachable
      ? {
          'data-region': region,
          role: 'button',
          'aria-label': nameOf(region, kind),
          'aria-pressed': region === selected,
          tabIndex: region === stop ? 0 : -1,
        }
      : { 'aria-hidden': true as const }),
    onPointerEnter: () => point(region),
    onPointerLeave: () => point(null),
    onFocus: () => {
      setFocused(region);
      setFirst(region);
      onPick(region, 'hover');
    },
    onBlur: () => {
      setFocused(null);
      onPick(null, 'hover');
    },
    onClick: () => onPick(region, 'press'),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, region),
  });
  const ring = (region: string, shape: ReactNode, casing: ReactNode): ReactNode =>
    isTouched(region) ? (
      <g key={`ring-${region}`}>
        {casing}
        {shape}
      </g>
    ) : null;
  const look = (region: string): string | undefined => (region === focused ? css['focus'] : css['ring']);
  const kind = (region: string): string => (region === selected ? 'selected' : 'hover');
  /** Small ones over large ones. They stay the same elements whether they are drawn or not, so that they keep the focus. */
  const behind = outlines.filter((outline) => outline.kind === 'behind').sort((a, b) => b.area - a.area);
  const seen = new Set<string>();

  return (
    <svg ref={map} className={css['map']} role="group" aria-label={label} data-brain-map>
      <defs>
        {ghosts.map(({ region }) => (
          <pattern
            key={region}
            id={`${id}-${region}`}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(45) scale(${(1 / scale).toFixed(4)})`}
          >
            <rect width={lit.has(region) || isTouched(region) ? 2.2 : 1.5} height={5} style={{ fill: coloursOf(region, theme).full }} />
          </pattern>
        ))}
      </defs>
      <g transform={stretch}>
        {tinted
          ? surface
              .filter(({ region }) => lit.has(region))
              .map(({ region, path }) => (
                <path key={region} className={css['tint']} d={path} style={tintOf(region, theme)} vectorEffect="non-scaling-stroke" />
              ))
          : null}
        {surface.map(({ region, path, kind }) => (
          <path key={region} d={path} {...target(region, kind)} />
        ))}
        {ghosts.map(({ region, path }) => (
          <g key={region}>
            <path className={css['hatch']} d={path} fill={`url(#${id}-${region})`} />
            <path className={css['casing']} d={path} vectorEffect="non-scaling-stroke" />
            <path className={css['dashed']} d={path} vectorEffect="non-scaling-stroke" />
          </g>
        ))}
        {behind.map((outline) => (
          <path
            key={outline.region}
            d={outline.path}
            {...target(outline.region, outline.kind)}
            pointerEvents={ghosts.includes(outline) ? undefined : 'none'}
          />
        ))}
        {outlines.map(({ region, path }) =>
          ring(
            region,
            <path className={look(region)} data-kind={kind(region)} d={path} vectorEffect="non-scaling-stroke" />,
            <path className={css['ringCasing']} d={path} vectorEffect="non-scaling-stroke" />,
          ),
        )}
      </g>
      {markers.map(({ region, x, y }, i) => {
        const again = seen.has(region);
        seen.add(region);
        return isMarkerRegion(region) ? (
          <g key={`${region}-${i}`}>
            {deep || lit.has(region) || isTouched(region) ? <Nucleus region={region} theme={theme} x={x} y={y} radius={radius} /> : null}
            {ring(
              region,
              <circle className={look(region)} data-kind={kind(region)} cx={x} cy={y} r={radius + 5} />,
              <circle className={css['ringCasing']} cx={x} cy={y} r={radius + 5} />,
            )}
            <circle
              cx={x}
              cy={y}
              r={Math.max(NUCLEUS_HIT, radius)}
              {...target(region, 'marker', !again)}
              pointerEvents={deep || lit.has(region) || region === selected ? undefined : 'none'}
            />
          </g>
        ) : null;
      })}
      {marks
        ? outlines.flatMap(({ region, anchor }) => {
            const own = lit.get(region);
            return own === undefined
              ? []
              : [<Wedge key={region} lit={own} x={middle[0] + anchor[0] * scale} y={middle[1] + anchor[1] * scale} />];
          })
        : null}
      {marks
        ? markers.flatMap(({ region, x, y }, i) => {
            const own = lit.get(region);
            // One mark a nucleus, though it may be drawn on both sides.
            const before = markers.findIndex((other) => other.region === region) < i;
            return own === undefined || before ? [] : [<Wedge key={region} lit={own} x={x - radius - 18} y={y - 3} />];
          })
        : null}
    </svg>
  );
}

/** Whether a region is drawn in a colour of its own now: a finding lights it, or it has one at rest. */
export const isColoured = (region: string, lit: ReadonlyMap<string, Lit>): boolean => lit.has(region) || hasOwnColour(region);
