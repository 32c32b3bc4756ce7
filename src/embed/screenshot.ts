/**
 * A picture of a part of the page, made in the page: the part is copied into an SVG image with the page's own style sheets and faces,
 * and that image is drawn on a canvas. Nothing is fetched but the faces, from this site.
 */

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.readAsDataURL(blob);
  });
}

async function inlined(address: string): Promise<string> {
  const response = await fetch(address);
  return response.ok ? dataUrl(await response.blob()) : '';
}

/** Latin faces, which are the ones the figure's text is set in; others are left to the system. */
function isNeeded(face: CSSFontFaceRule): boolean {
  const range = face.style.getPropertyValue('unicode-range');
  return range === '' || /U\+0{0,4}-0{0,2}FF/i.test(range);
}

/** The page's style sheets as one text, with the faces it uses inside. */
async function styleText(): Promise<string> {
  const parts: string[] = [];
  for (const sheet of document.styleSheets) {
    const address = sheet.href ?? window.location.href;
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) {
        parts.push(rule.cssText);
        continue;
      }
      const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (source === undefined || !isNeeded(rule)) continue;
      // One face after the other: there are two or three.
      // oxlint-disable-next-line no-await-in-loop
      const inside = await inlined(new URL(source, address).href);
      parts.push(rule.cssText.replace(/src:[^;}]+/, `src: url("${inside}")`));
    }
  }
  return parts.join('\n');
}

/** A copy of an element in which pictures and canvases carry their own content. */
async function copyOf(element: HTMLElement): Promise<HTMLElement> {
  const copy = element.cloneNode(true) as HTMLElement;
  const canvases = [...element.querySelectorAll('canvas')];
  for (const [index, canvas] of [...copy.querySelectorAll('canvas')].entries()) {
    const picture = document.createElement('img');
    const source = canvases[index];
    picture.src = source === undefined ? '' : source.toDataURL();
    picture.className = canvas.className;
    picture.style.cssText = canvas.style.cssText;
    canvas.replaceWith(picture);
  }
  const pictures = [...element.querySelectorAll('img')];
  const copies = [...copy.querySelectorAll('img')].filter((picture) => !picture.src.startsWith('data:'));
  await Promise.all(
    copies.map(async (picture, index) => {
      const source = pictures[index];
      if (source !== undefined) picture.src = await inlined(source.currentSrc);
    }),
  );
  return copy;
}

/**
 * The element as PNG at `scale` pixels a CSS pixel, on the page's ground.
 * @throws Error when the browser cannot draw the image.
 */
export async function pictureOf(
  element: HTMLElement,
  scale: number,
): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number }> {
  const { width, height } = element.getBoundingClientRect();
  const [copy, style] = await Promise.all([copyOf(element), styleText()]);
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}` })) {
    svg.setAttribute(name, String(value));
  }
  svg.setAttribute('data-theme', document.documentElement.dataset['theme'] ?? 'paper');
  const frame = document.createElementNS(SVG, 'foreignObject');
  frame.setAttribute('width', String(width));
  frame.setAttribute('height', String(height));
  const body = document.createElementNS(XHTML, 'body');
  const sheet = document.createElementNS(XHTML, 'style');
  sheet.textContent = `${style}\nbody{margin:0;width:${width}px;height:${height}px;position:relative;overflow:hidden}body>*{width:100%;height:100%}`;
  body.append(copy);
  frame.append(sheet, body);
  svg.append(frame);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser has no canvas');
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture could not be written');
  return { blob, width: canvas.width, height: canvas.height };
}
