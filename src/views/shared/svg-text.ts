/** A drawing of the page as a file that stands alone: its colours and faces written into it, its sources under it. */

/** What of a style a drawing needs outside the page. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-stretch',
  'text-anchor',
  'paint-order',
  'display',
  'visibility',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 12;
const LINE = 14;

/** Splits a text into lines of at most `most` characters, between words. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing with margins, a ground and the citation below. */
export function svgFile(drawing: SVGSVGElement, cite: string): SvgFile {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const sources = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, source] of sources.entries()) {
    const target = copies[index];
    if (target === undefined) continue;
    const style = getComputedStyle(source);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value !== '') target.setAttribute(name, value);
    }
    target.removeAttribute('class');
    target.removeAttribute('style');
  }
  const { width: inner, height: drawn } = drawing.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const lines = wrapped(cite, Math.max(30, Math.floor(inner / 5.4)));
  const width = Math.ceil(inner + 2 * MARGIN);
  const height = Math.ceil(drawn + 3 * MARGIN + lines.length * LINE);
  const file = document.createElementNS(SVG, 'svg');
  file.setAttribute('xmlns', SVG);
  file.setAttribute('width', String(width));
  file.setAttribute('height', String(height));
  file.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', page.getPropertyValue('--paper').trim());
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(MARGIN));
  copy.setAttribute('width', String(inner));
  copy.setAttribute('height', String(drawn));
  copy.setAttribute('overflow', 'visible');
  const foot = lines.map((line, index) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(MARGIN));
    text.setAttribute('y', String(drawn + 2 * MARGIN + (index + 0.8) * LINE));
    text.setAttribute('font-family', 'sans-serif');
    text.setAttribute('font-size', '10');
    text.setAttribute('fill', page.getPropertyValue('--ink-2').trim());
    text.textContent = line;
    return text;
  });
  file.append(ground, copy, ...foot);
  return { text: new XMLSerializer().serializeToString(file), width, height };
}

/** How many pixels of a picture stand for one of the page. */
const SCALE = 2;

/** The file as a PNG. @throws Error when the browser cannot draw it. */
export async function pngOf({ text, width, height }: SvgFile): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('no picture');
  return blob;
}
