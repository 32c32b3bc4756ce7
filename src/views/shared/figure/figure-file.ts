/**
 * A figure of the page as a file of its own: an SVG that holds its faces, its colours, its pictures, and under them what it is and where
 * it comes from; and the same as PNG at any size.
 */
import { facesOf, inlined, inlinedCanvas } from './faces';
import { finerPicture } from './finer';
import { node, SVG } from './nodes';
import { plainColour } from './colours';
import { referencesOf } from './svg-part';
import { widthOf } from './text-runs';
import { Walk } from './walk';

export interface FigureFile {
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Cited {
  /** What the figure is and what it stands on. */
  readonly line: string;
  /** Address of the view. */
  readonly link: string;
}

interface Options {
  /** Left out, the file is the figure alone. */
  readonly cite?: Cited;
  /** Pixels for each CSS pixel in pictures that can be drawn finer. */
  readonly scale?: number;
  /** Room around the figure, CSS pixels. */
  readonly margin?: number;
}

const FOOT = { size: 10, line: 14, margin: 10 } as const;

/** Whether a figure is drawn in lines and words alone, so that a drawing program can take it apart. */
export function isDrawn(figure: Element): boolean {
  return figure.querySelector('canvas, img') === null;
}

/** The part of the figure that scrolls, if it is most of it. */
function scrollerOf(figure: HTMLElement): HTMLElement | null {
  const scrolls = (element: HTMLElement): boolean =>
    element.scrollHeight > element.clientHeight + 4 &&
    element.clientHeight > figure.clientHeight * 0.6 &&
    /auto|scroll/.test(getComputedStyle(element).overflowY);
  return [figure, ...figure.querySelectorAll<HTMLElement>('div, section')].find(scrolls) ?? null;
}

/** Height of a strip of tools along the upper edge: without them it would be empty paper. */
function stripOf(figure: Element): number {
  const box = figure.getBoundingClientRect();
  const strips = [...figure.querySelectorAll('[data-tool]')].map((tool) => tool.getBoundingClientRect());
  const along = strips.find(({ top, width }) => top <= box.top + 1 && width >= box.width * 0.9);
  return along === undefined ? 0 : along.bottom - box.top;
}

/** Splits words into lines that are at most so wide; an address without a blank is broken anywhere. */
function linesOf(text: string, font: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, font) <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    let rest = word;
    while (widthOf(rest, font) > most && rest.length > 1) {
      let length = rest.length - 1;
      while (length > 1 && widthOf(rest.slice(0, length), font) > most) length -= 1;
      lines.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    lines.push(rest);
  }
  return lines;
}

/** @throws Error when a picture in the figure cannot be read. */
export async function figureFile(figure: Element, { cite, scale = 1, margin = 0 }: Options = {}): Promise<FigureFile> {
  const box = figure.getBoundingClientRect();
  const scroller = figure instanceof HTMLElement ? scrollerOf(figure) : null;
  const cut = stripOf(figure);
  const beyond = scroller === null ? 0 : scroller.scrollHeight - scroller.clientHeight;
  const width = Math.ceil(box.width) + 2 * margin;
  const drawn = Math.ceil(box.height + beyond - cut) + 2 * margin;
  const walk = new Walk(box.left - margin, box.top + cut - margin, scroller);
  const page = getComputedStyle(document.body);
  const colour = (name: string): string =>
    plainColour(getComputedStyle(document.documentElement).getPropertyValue(name).trim())?.hex ?? '#888888';
  const picture = node('svg', { x: 0, y: 0, width, height: drawn, viewBox: `0 0 ${width} ${drawn}` });
  walk.element(figure, picture);

  const font = `${FOOT.size}px ${page.fontFamily}`;
  const family = page.fontFamily.replaceAll('"', "'");
  const most = width - 2 * FOOT.margin;
  const said = cite === undefined ? [] : linesOf(cite.line, font, most);
  const address = cite === undefined ? [] : linesOf(cite.link, font, most);
  const height = drawn + (cite === undefined ? 0 : (said.length + address.length) * FOOT.line + 10);
  const root = node('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const foot = (lines: readonly string[], from: number): readonly SVGElement[] =>
    lines.map((line, index) =>
      node(
        'text',
        {
          x: FOOT.margin,
          y: drawn + (from + index + 1) * FOOT.line,
          'font-family': family,
          'font-size': FOOT.size,
          fill: colour('--ink-2'),
        },
        line,
      ),
    );
  root.append(node('rect', { width, height, fill: plainColour(page.backgroundColor)?.hex ?? colour('--paper') }), picture);
  if (cite !== undefined) {
    root.prepend(node('title', {}, cite.line));
    const way = node('a', { href: cite.link });
    way.append(...foot(address, said.length));
    root.append(...foot(said, 0), way);
    walk.take(page.fontFamily, `${cite.line}${cite.link}`);
  }
  defineMissing(root);
  await Promise.all(
    walk.rasters.map(async ({ image, source }) => {
      const inside =
        source instanceof HTMLCanvasElement ? await inlinedCanvas(finerPicture(source, scale) ?? source) : await inlined(source.currentSrc);
      image.setAttribute('href', inside);
    }),
  );
  const faces = await facesOf(walk.characters);
  if (faces !== '') root.prepend(node('style', {}, faces));
  root.setAttribute('xmlns', SVG);
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

/** Takes along what a drawing refers to in another drawing of the page. */
function defineMissing(root: SVGElement): void {
  const wanted = new Set([...root.querySelectorAll('*')].flatMap(referencesOf));
  for (const id of wanted) {
    if (root.querySelector(`#${CSS.escape(id)}`) !== null) continue;
    const source = document.getElementById(id);
    if (source !== null) root.prepend(source.cloneNode(true));
  }
}

/** The file as a PNG of `scale` pixels a CSS pixel. @throws Error when the browser cannot draw it, for want of memory for one. */
export async function pngOf({ text, width, height }: FigureFile, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.width = width * scale;
    image.height = height * scale;
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('the browser has no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the picture could not be written');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
