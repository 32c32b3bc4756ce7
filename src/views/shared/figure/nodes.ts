/** Making elements of a drawing. */

export const SVG = 'http://www.w3.org/2000/svg';

type Value = string | number | null;

/** Two decimals are a fortieth of a pixel at four times the size. */
const written = (value: string | number): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);

/** An SVG element with attributes; those that are null are left out. */
export function node(name: string, attributes: Readonly<Record<string, Value>> = {}, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, written(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** The four edges of something on the page or in the drawing, px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
