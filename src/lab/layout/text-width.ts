/** Width of a name in the figure face, without a browser: the tool has to know how wide a node must be. */

/** Advance widths in thousandths of an em: IBM Plex Sans, weight 500, width 92 %, measured in a browser. */
const ADVANCE: Readonly<Record<string, number>> = (() => {
  const groups: readonly (readonly [number, string])[] = [
    [230, ' '],
    [260, 'ij'],
    [275, "l/,.'"],
    [300, '!:;'],
    [330, '()[]f'],
    [350, 't'],
    [370, 'r'],
    [390, '-'],
    [400, 'I'],
    [470, 'sz?'],
    [495, 'cvyxL'],
    [530, 'agekJγκ'],
    [545, 'oδ'],
    [565, 'bdhnpquFβ'],
    [580, '0123456789+ETSZμ'],
    [605, 'CPVYα'],
    [630, 'RXBK'],
    [660, 'AUD'],
    [690, 'GHNOQ&'],
    [780, 'wM'],
    [850, 'm@'],
    [910, 'W%'],
  ];
  const table: Record<string, number> = {};
  for (const [width, characters] of groups) for (const character of characters) table[character] = width;
  return table;
})();

const UNKNOWN = 600;
/** The selected state is set in weight 600, which runs a little wider. */
const HEAVIER = 1.035;

/** Width of `name` in layout units at text size `size`, wide enough for the heavier selected state. */
export function textWidth(name: string, size: number): number {
  let thousandths = 0;
  for (const character of name) thousandths += ADVANCE[character] ?? UNKNOWN;
  return (thousandths / 1000) * size * HEAVIER;
}
