/** The molecule glyphs: SVG with fills from the theme and a 1.25 outline at 24 px. */
import { memo, type JSX } from 'react';
import { glyphParts, type GlyphName, type Paint } from './glyph-shapes';

export type { GlyphName } from './glyph-shapes';

const OUTLINE = 1.25;

/** The CSS colour of a paint. */
export function paint(name: Paint): string {
  switch (name) {
    case 'none':
      return 'none';
    case 'outline':
    case 'ink':
    case 'sheet':
      return `var(--${name})`;
    case 'lumen':
      return 'var(--ground-terminal)';
    case 'vesicleHead':
      return 'var(--vesicle-head-1)';
    default:
      return `var(--fill-${name})`;
  }
}

interface GlyphShapeProps {
  readonly name: GlyphName;
  /** Outline width in glyph units. */
  readonly outline?: number;
}

/** The shape alone, centred on the origin in a 24 box, for use inside another SVG. */
export const GlyphShape = memo(function GlyphShape({ name, outline = OUTLINE }: GlyphShapeProps): JSX.Element {
  return (
    <>
      {glyphParts(name).map((part, i) => (
        <path
          key={i}
          d={part.d}
          fill={paint(part.fill)}
          stroke={paint(part.stroke)}
          strokeWidth={part.stroke === 'none' ? undefined : outline * (part.weight ?? 1)}
          strokeLinejoin="round"
          strokeLinecap="round"
          transform={part.flipped ? 'scale(-1 1)' : undefined}
        />
      ))}
    </>
  );
});

interface GlyphProps {
  readonly name: GlyphName;
  /** CSS pixels; 24 unless told. Under 14 a dot of the fill is drawn and the label must carry the meaning. */
  readonly size?: number;
  /** Forces a theme; the surrounding one unless told. */
  readonly theme?: 'paper' | 'lecture';
}

/** A glyph as a picture of its own, hidden from assistive technology: the name beside it is the text. */
export const Glyph = memo(function Glyph({ name, size = 24, theme }: GlyphProps): JSX.Element | null {
  if (name === 'none') return null;
  const [body] = glyphParts(name).filter((part) => part.fill !== 'none');
  return (
    <svg className="glyph" width={size} height={size} viewBox="-12 -12 24 24" aria-hidden="true" focusable="false" data-theme={theme}>
      {size < 14 && body !== undefined ? (
        <circle r="8" fill={paint(body.fill)} stroke="var(--outline)" strokeWidth={(OUTLINE * 24) / size / 1.6} />
      ) : (
        <GlyphShape name={name} />
      )}
    </svg>
  );
});
