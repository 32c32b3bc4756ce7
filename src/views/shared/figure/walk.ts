/**
 * A part of the page as a drawing: grounds, borders, words and drawings at the places where the browser has set them. What is only for
 * the hand (`data-tool`) or for a screen reader is left out, of a choice only what is chosen is drawn, and what is scrolled is drawn whole.
 */
import { boxShapes } from './boxes';
import { plainColour } from './colours';
import { familiesOf, faceKey } from './faces';
import { node, type Area } from './nodes';
import { copyDrawing, type Sight } from './svg-part';
import { lineOf, runsOf } from './text-runs';

const LEFT_OUT = '[data-tool], button[data-tip], [popover], dialog, script, style, template, .visually-hidden';

/** Over what is in the flow, under what is lifted by a number. */
const OVER = 0.5;

/** A picture of pixels: the place it fills, and what is painted there. */
export interface Raster {
  readonly image: SVGElement;
  readonly source: HTMLCanvasElement | HTMLImageElement;
}

export class Walk {
  readonly rasters: Raster[] = [];
  readonly characters = new Map<string, Set<number>>();
  private clips = 0;
  private readonly sight: Sight = {
    seen: (families, italic, text) => {
      for (const family of familiesOf(families)) {
        const key = faceKey(family, italic);
        const set = this.characters.get(key) ?? new Set<number>();
        for (const character of text) set.add(character.codePointAt(0) ?? 0);
        this.characters.set(key, set);
      }
    },
  };

  /** `left` and `top` are where the drawing begins, px of the window; `scroller` is drawn whole instead of cut. */
  constructor(
    private left: number,
    private top: number,
    private readonly scroller: Element | null,
  ) {}

  /** Notes words that are drawn beside the page's own. */
  take(families: string, text: string): void {
    this.sight.seen(families, false, text);
  }

  /** Draws an element and all in it. */
  element(source: Element, into: SVGElement, underlined = false): void {
    if (source.matches(LEFT_OUT)) return;
    if (source instanceof SVGSVGElement) {
      const drawing = copyDrawing(source, this.area(source.getBoundingClientRect()), this.sight);
      if (drawing !== null) into.append(drawing);
      return;
    }
    const style = getComputedStyle(source);
    if (style.display === 'none' || style.clipPath.startsWith('inset(50%') || style.opacity === '0') return;
    const area = this.area(source.getBoundingClientRect());
    const home = style.opacity === '1' ? into : node('g', { opacity: Number(style.opacity) });
    if (home !== into) into.append(home);
    if (source instanceof HTMLSelectElement) return this.chosenOf(source, style, area, home);
    if (style.visibility === 'visible' && style.display !== 'contents') this.box(source, style, home);
    if (source instanceof HTMLInputElement) return this.input(source, style, area, home);
    if (source instanceof HTMLCanvasElement || source instanceof HTMLImageElement) return this.raster(source, style, area, home);
    const inner = this.clipped(source, style, area, home);
    this.pseudo(source, '::before', style, inner);
    const under = underlined || style.textDecorationLine.includes('underline');
    if (source.getAttribute('role') === 'radiogroup') this.chosenSegment(source, inner, under);
    else if (source === this.scroller) {
      this.top -= source.scrollTop;
      this.children(source, style, inner, under);
      this.top += source.scrollTop;
    } else this.children(source, style, inner, under);
    this.pseudo(source, '::after', style, inner);
  }

  private area({ left, top, width, height }: Area): Area {
    return { left: left - this.left, top: top - this.top, width, height };
  }

  /** In the order of painting: what has left the flow lies over what has not, unless it says otherwise. */
  private children(source: Element, style: CSSStyleDeclaration, into: SVGElement, underlined: boolean): void {
    const layers = [...source.childNodes].map((child) => ({ child, layer: child instanceof Element ? layerOf(child) : 0 }));
    for (const { child } of layers.toSorted((a, b) => a.layer - b.layer)) {
      if (child instanceof Element) this.element(child, into, underlined);
      else if (child instanceof Text && style.visibility === 'visible') this.text(child, style, into, underlined);
    }
  }

  private text(text: Text, style: CSSStyleDeclaration, into: SVGElement, underlined: boolean): void {
    if (text.data.trim() === '') return;
    for (const run of runsOf(text, style)) {
      into.append(lineOf({ ...run, x: run.x - this.left, y: run.y - this.top }, style, underlined));
    }
    this.sight.seen(style.fontFamily, style.fontStyle !== 'normal', text.data);
  }

  private box(source: Element, style: CSSStyleDeclaration, into: SVGElement): void {
    const inline = style.display === 'inline';
    const rects = inline ? [...source.getClientRects()] : [source.getBoundingClientRect()];
    for (const rect of rects) into.append(...boxShapes(this.area(rect), style));
  }

  /** A group that ends where the element does, if it hides what is beyond. */
  private clipped(source: Element, style: CSSStyleDeclaration, area: Area, into: SVGElement): SVGElement {
    const hides =
      style.overflow !== 'visible' && (source.scrollWidth > source.clientWidth + 1 || source.scrollHeight > source.clientHeight + 1);
    if (!hides || (this.scroller !== null && source.contains(this.scroller))) return into;
    this.clips += 1;
    const id = `cut-${this.clips}`;
    const clip = node('clipPath', { id });
    const edge = (side: string): number => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0;
    const [x, y] = [area.left + edge('left'), area.top + edge('top')];
    const [right, bottom] = [area.left + area.width - edge('right'), area.top + area.height - edge('bottom')];
    clip.append(node('rect', { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) }));
    const group = node('g', { 'clip-path': `url(#${id})` });
    into.append(clip, group);
    return group;
  }

  /** The ground and the borders of what a style sheet has put into an element, where it has a place of its own. */
  private pseudo(source: Element, which: '::before' | '::after', around: CSSStyleDeclaration, into: SVGElement): void {
    const style = getComputedStyle(source, which);
    if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return;
    if (style.opacity === '0' || style.visibility !== 'visible' || style.display === 'none') return;
    const { left, top } = this.area(source.getBoundingClientRect());
    const px = (value: string): number => Number.parseFloat(value) || 0;
    const edge = (side: string): number => px(style.getPropertyValue(`border-${side}-width`));
    const outer = style.boxSizing === 'border-box';
    into.append(
      ...boxShapes(
        {
          left: left + px(around.borderLeftWidth) + px(style.left),
          top: top + px(around.borderTopWidth) + px(style.top),
          width: px(style.width) + (outer ? 0 : edge('left') + edge('right')),
          height: px(style.height) + (outer ? 0 : edge('top') + edge('bottom')),
        },
        style,
      ),
    );
  }

  private raster(source: HTMLCanvasElement | HTMLImageElement, style: CSSStyleDeclaration, area: Area, into: SVGElement): void {
    if (area.width === 0 || area.height === 0 || style.visibility !== 'visible') return;
    const image = node('image', {
      x: area.left,
      y: area.top,
      width: area.width,
      height: area.height,
      preserveAspectRatio: style.objectFit === 'cover' ? 'xMidYMid slice' : style.objectFit === 'contain' ? 'xMidYMid meet' : 'none',
    });
    into.append(image);
    this.rasters.push({ image, source });
  }

  /** The words of the chosen option: the frame around them is for the hand. */
  private chosenOf(source: HTMLSelectElement, style: CSSStyleDeclaration, area: Area, into: SVGElement): void {
    const text = source.selectedOptions[0]?.text ?? '';
    const size = Number.parseFloat(style.fontSize);
    const x = area.left + Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth) + 4;
    into.append(lineOf({ text, x, y: area.top + area.height / 2 + size * 0.35, width: 0 }, style, false));
    into.lastElementChild?.removeAttribute('textLength');
    this.sight.seen(style.fontFamily, false, text);
  }

  /** Of joined buttons the chosen one, where the first stands. */
  private chosenSegment(source: Element, into: SVGElement, underlined: boolean): void {
    const chosen = source.querySelector(':has(> input:checked)');
    if (chosen === null) return;
    const shift = chosen.getBoundingClientRect().left - source.getBoundingClientRect().left;
    this.left += shift;
    this.element(chosen, into, underlined);
    this.left -= shift;
  }

  /** A slider's track and handle. */
  private input(source: HTMLInputElement, style: CSSStyleDeclaration, area: Area, into: SVGElement): void {
    if (source.type !== 'range' || style.visibility !== 'visible') return;
    const [least, most] = [Number(source.min), Number(source.max)];
    const share = most > least ? (source.valueAsNumber - least) / (most - least) : 0;
    const [y, ink] = [area.top + area.height / 2, plainColour(style.color)?.hex ?? '#000000'];
    const [from, to] = [area.left + 7, area.left + area.width - 7];
    into.append(
      node('line', { x1: from, x2: to, y1: y, y2: y, stroke: ink, 'stroke-width': 1.5 }),
      node('circle', { cx: from + share * (to - from), cy: y, r: 6, fill: ink }),
    );
  }
}

/** Where an element lies among those around it: with what it holds, as high as the first of that which has left the flow. */
function layerOf(element: Element): number {
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) return 0;
  const { position, zIndex, opacity } = getComputedStyle(element);
  if (position === 'static') return opacity !== '1' || [...element.children].some((child) => layerOf(child) > 0) ? OVER : 0;
  const own = Number(zIndex);
  return Number.isNaN(own) || own === 0 ? OVER : own;
}
