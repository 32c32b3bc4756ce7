/** The faces a file is set in, taken into it: only those of which it has a character. */

/** Characters that are used, by family and slope. */
export type Characters = ReadonlyMap<string, ReadonlySet<number>>;

export const faceKey = (family: string, italic: boolean): string => `${italic ? 'italic' : 'upright'} ${family}`;

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.readAsDataURL(blob);
  });
}

/** A file of this site as a data address. @throws Error when it does not come. */
export async function inlined(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} did not come`);
  return dataUrl(await response.blob());
}

/** A picture as a data address. */
export async function inlinedCanvas(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<string> {
  if (canvas instanceof HTMLCanvasElement) return canvas.toDataURL();
  return dataUrl(await canvas.convertToBlob({ type: 'image/png' }));
}

const bare = (family: string): string => family.trim().replaceAll(/["']/g, '');

/** Whether a range such as "U+0000-00FF, U+0131" holds one of the characters. */
export function holdsOne(range: string, characters: ReadonlySet<number>): boolean {
  if (range === '') return true;
  return range.split(',').some((part) => {
    const [, from, to] = /U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/i.exec(part) ?? [];
    if (from === undefined) return false;
    const low = Number.parseInt(from.replaceAll('?', '0'), 16);
    const high = Number.parseInt(to ?? from.replaceAll('?', 'F'), 16);
    return [...characters].some((code) => code >= low && code <= high);
  });
}

const held = new Map<string, Promise<string>>();

/** The rules of the page's own faces with the faces inside. A face that does not come is left to the reader's system. */
export async function facesOf(used: Characters): Promise<string> {
  const rules: Promise<string>[] = [];
  for (const sheet of document.styleSheets) {
    const base = sheet.href ?? window.location.href;
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const family = bare(rule.style.getPropertyValue('font-family'));
      const italic = rule.style.getPropertyValue('font-style') === 'italic';
      const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      const characters = used.get(faceKey(family, italic));
      if (source === undefined || characters === undefined) continue;
      if (!holdsOne(rule.style.getPropertyValue('unicode-range'), characters)) continue;
      const address = new URL(source, base).href;
      const file = held.get(address) ?? inlined(address).catch(() => '');
      held.set(address, file);
      rules.push(file.then((inside) => (inside === '' ? '' : rule.cssText.replace(/src:[^;}]+/, `src: url("${inside}") format("woff2")`))));
    }
  }
  return (await Promise.all(rules)).filter((rule) => rule !== '').join('\n');
}

/** The families of a style, first choice first. */
export function familiesOf(style: string): readonly string[] {
  return style.split(',').map(bare);
}
