/** Widths of label text in the score's face, measured once per text. */
const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Width in CSS pixels of `text` at 11 px and 85 % width. An estimate where there is no canvas. */
export function measureLabel(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context) context.font = '500 11px "IBM Plex Sans"';
  // The canvas measures the normal width; the label is drawn at 85 %, and charges are drawn smaller than they are measured.
  const width = Math.ceil((context ? context.measureText(text).width : text.length * 5.6) * 0.91) + 2;
  widths.set(text, width);
  return width;
}

/** Forgets the widths; called when the fonts have arrived. */
export function forgetWidths(): void {
  widths.clear();
}
