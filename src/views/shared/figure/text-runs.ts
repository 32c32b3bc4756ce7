/** Words of the page as lines of a drawing: where each line of a text stands, as the browser has set it. */
import { plainColour } from './colours';
import { node } from './nodes';

export interface Run {
  readonly text: string;
  /** Left end and baseline, px of the window. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const ascents = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null = null;

function measure(font: string): CanvasRenderingContext2D | null {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler !== null) ruler.font = font;
  return ruler;
}

/** Height of a face over its baseline, px, as lines are laid out with it. */
function ascentOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const before = ascents.get(font);
  if (before !== undefined) return before;
  const ascent = Math.round(measure(font)?.measureText('x').fontBoundingBoxAscent ?? Number.parseFloat(fontSize));
  ascents.set(font, ascent);
  return ascent;
}

/** Width of a text in a face, px. */
export function widthOf(text: string, font: string): number {
  return measure(font)?.measureText(text).width ?? text.length * 6;
}

/** The lines of one piece of text. */
export function runsOf(text: Text, style: CSSStyleDeclaration): readonly Run[] {
  const runs: Run[] = [];
  const range = document.createRange();
  const take = (from: number, to: number, joined: boolean): void => {
    range.setStart(text, from);
    range.setEnd(text, to);
    const rects = range.getClientRects();
    const [rect] = rects;
    if (rect === undefined || rect.width === 0) return;
    if (rects.length > 1 && to - from > 1) {
      // The word itself is broken.
      for (let at = from; at < to; at += 1) take(at, at + 1, at === from ? joined : false);
      return;
    }
    const last = runs.at(-1);
    const y = rect.top + ascentOf(style);
    const piece = text.data.slice(from, to);
    if (last !== undefined && Math.abs(last.y - y) < 2 && rect.left >= last.x) {
      runs[runs.length - 1] = { ...last, text: `${last.text}${joined ? ' ' : ''}${piece}`, width: rect.right - last.x };
    } else runs.push({ text: piece, x: rect.left, y, width: rect.width });
  };
  for (const word of text.data.matchAll(/[^ \t\n\r\f]+/g)) take(word.index, word.index + word[0].length, word.index > 0);
  return runs;
}

/** A line of text, its length held so that another face does not make it longer. */
export function lineOf({ text, x, y, width }: Run, style: CSSStyleDeclaration, underlined: boolean): SVGElement {
  const colour = plainColour(style.color);
  const casing = /rgba?\([^)]*\)/.exec(style.textShadow)?.[0];
  const edge = casing === undefined ? null : plainColour(casing);
  const line = node(
    'text',
    {
      x,
      y,
      fill: colour?.hex ?? 'none',
      'fill-opacity': colour === null || colour.alpha === 1 ? null : colour.alpha,
      'font-family': style.fontFamily.replaceAll('"', "'"),
      'font-size': style.fontSize,
      'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
      'font-style': style.fontStyle === 'normal' ? null : style.fontStyle,
      'font-stretch': style.fontStretch === '100%' ? null : style.fontStretch,
      'letter-spacing': style.letterSpacing === 'normal' ? null : style.letterSpacing,
      'text-decoration': underlined ? 'underline' : null,
      stroke: edge?.hex ?? null,
      'stroke-width': edge === null ? null : 3,
      'stroke-linejoin': edge === null ? null : 'round',
      'paint-order': edge === null ? null : 'stroke',
      textLength: text.length > 1 ? width : null,
      lengthAdjust: text.length > 1 ? 'spacingAndGlyphs' : null,
    },
    text,
  );
  // Through the object: the page's policy refuses the attribute.
  if (style.fontVariantNumeric !== 'normal') line.style.setProperty('font-variant-numeric', style.fontVariantNumeric);
  return line;
}
