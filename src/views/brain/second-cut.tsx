/** The second cut in the corner of the midline view: the plane where what is dashed there lies open. */
import { useEffect, useState, type ReactNode } from 'react';
import type { AtlasSection } from '../../design/atlas/section';
import type { ThemeName } from '../../design/names';
import { tokensOf } from '../../design/tokens';
import { isAtlasRegion } from '../../model/atlas';
import type { Widen } from '../../describe/messages';
import type { atlas } from '../../describe/messages/en/atlas';
import { loadSection } from './atlas-data';
import css from './brain-picture.module.css';
import type { Lit } from './marks';
import { coloursOf } from './palette';

/** Size, px, where the picture is cut out around, mm of the midline picture, and its scale next to the main one. */
const SIZE = { width: 300, height: 170 } as const;
const MIDDLE = [7, 9] as const;
const SHARE = 0.76;
/** Names that fit, with the way from the region to its name, px. */
const NAMED: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  hippocampus: [-48, 30],
  amygdala: [34, 26],
  putamen: [34, -30],
};

export interface SecondCutProps {
  readonly theme: ThemeName;
  /** CSS pixels a millimetre of the main picture. */
  readonly scale: number;
  readonly lit: ReadonlyMap<string, Lit>;
  readonly selected: string | null;
  readonly words: Widen<typeof atlas>;
  readonly onPick: (region: string | null, kind: 'hover' | 'press') => void;
}

export function SecondCut({ theme, scale, lit, selected, words, onPick }: SecondCutProps): ReactNode {
  const [section, setSection] = useState<AtlasSection | null>(null);
  useEffect(() => {
    let wanted = true;
    loadSection().then(
      (loaded) => wanted && setSection(loaded),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (section === null) return null;
  const tokens = tokensOf(theme);
  const own = scale * SHARE;
  const at = ([x, y]: readonly [number, number]): readonly [number, number] => [
    SIZE.width / 2 + (x - MIDDLE[0]) * own,
    SIZE.height / 2 + (y - MIDDLE[1]) * own,
  ];
  const [ox, oy] = at([0, 0]);
  return (
    <figure className={css['second']} style={{ width: SIZE.width, height: SIZE.height }}>
      {/* The regions here are those of the map, which takes the keyboard: this is the same choice for the pointer. */}
      <svg width={SIZE.width} height={SIZE.height} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true" focusable="false">
        <g transform={`translate(${ox.toFixed(1)} ${oy.toFixed(1)}) scale(${own.toFixed(4)})`}>
          <path className={css['cutTissue']} d={section.tissue} style={{ fill: tokens.get('shade-brain-cortex') }} />
          <path className={css['cutWhite']} d={section.white} style={{ fill: tokens.get('shade-brain-cut') }} />
          {section.regions.map(({ region, path }) => (
            <path
              key={region}
              className={css['cutRegion']}
              data-selected={region === selected}
              d={path}
              style={{ fill: coloursOf(region, theme)[lit.has(region) || region === selected ? 'full' : 'rest'] }}
              onPointerEnter={() => onPick(region, 'hover')}
              onPointerLeave={() => onPick(null, 'hover')}
              onClick={() => onPick(region, 'press')}
            />
          ))}
        </g>
        {section.regions.flatMap(({ region, anchor }) => {
          const way = NAMED[region];
          if (way === undefined || !isAtlasRegion(region)) return [];
          const [x, y] = at(anchor);
          const end = way[0] < 0 ? 'end' : 'start';
          const [nx, ny] = [x + way[0], y + way[1]];
          return [
            <g key={region} className={css['cutName']}>
              <path className={css['cutCasing']} d={`M${x} ${y}L${nx} ${ny}`} />
              <path d={`M${x} ${y}L${nx} ${ny}`} />
              <circle cx={x} cy={y} r={2.2} />
              <text x={nx + (way[0] < 0 ? -4 : 4)} y={ny + 4} textAnchor={end}>
                {words.regions[region]}
              </text>
            </g>,
          ];
        })}
      </svg>
      <figcaption>
        <strong>{words.secondCut(section.left)}</strong>
        {words.secondPurpose}
      </figcaption>
    </figure>
  );
}
