/** Colours of computed styles, in whatever space they are told, as any drawing program reads them. */

export interface PlainColour {
  /** "#rrggbb". */
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}

const known = new Map<string, PlainColour | null>();
let pixel: CanvasRenderingContext2D | null = null;

const hexOf = (parts: readonly number[]): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** The colour, or null where there is none to see. */
export function plainColour(value: string): PlainColour | null {
  const before = known.get(value);
  if (before !== undefined) return before;
  const colour = read(value);
  known.set(value, colour);
  return colour;
}

function read(value: string): PlainColour | null {
  if (value === '' || value === 'none' || value === 'transparent') return null;
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(value);
  if (plain !== null) {
    const alpha = plain[4] === undefined ? 1 : Number(plain[4]);
    return alpha === 0 ? null : { hex: hexOf([plain[1], plain[2], plain[3]].map(Number)), alpha };
  }
  // Mixed colours come in other spaces: one pixel of them tells what the screen shows.
  if (pixel === null) {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    pixel = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (pixel === null) return null;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? null : { hex: hexOf([red, green, blue]), alpha: alpha / 255 };
}

const PAINT = /^(fill|stroke|stop-color|flood-color)$/;

/** A property's value as it may stand in a file: colours made plain, everything else as it is. */
export function plainValue(property: string, value: string): string {
  if (!PAINT.test(property) || value === 'none' || value.startsWith('url(')) return value.replaceAll('"', "'");
  const colour = plainColour(value);
  if (colour === null) return 'none';
  return colour.alpha === 1
    ? colour.hex
    : `${colour.hex}${Math.round(colour.alpha * 255)
        .toString(16)
        .padStart(2, '0')}`;
}
