/** Plain scientific strings as raised and lowered elements, in HTML and in SVG. */
import { createElement, Fragment, memo, type JSX } from 'react';
import { parseScientific, type Shift } from './typeset';

const ELEMENTS = { none: Fragment, super: 'sup', sub: 'sub' } as const satisfies Record<Shift, unknown>;

/** Inline HTML of a plain string: "Ca2+" with its charge raised. Symbol and charge never part at a line end. */
export const Sci = memo(function Sci({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {parseScientific(text).map((piece, i) => {
        const [first] = piece;
        if (piece.length === 1 && first?.shift === 'none') return first.text;
        return (
          <span key={i} className="sci">
            {piece.map((part, j) => createElement(ELEMENTS[part.shift], { key: j }, part.text))}
          </span>
        );
      })}
    </>
  );
});

/** Size of a raised or lowered run and its distance from the baseline (positive is down), as shares of the text size. */
const SIZE = 0.72;
const DROP = { none: 0, super: -0.32, sub: 0.18 } as const satisfies Record<Shift, number>;

/** Children of an SVG `<text>`: the same string as tspans. `size` is the text's size in user units. */
export const SciTspans = memo(function SciTspans({ text, size }: { readonly text: string; readonly size: number }): JSX.Element {
  const parts = parseScientific(text).flat();
  if (parts.every((part) => part.shift === 'none')) return <>{parts.map((part) => part.text).join('')}</>;
  return (
    <>
      {parts.map((part, i) => {
        const dy = (DROP[part.shift] - DROP[parts[i - 1]?.shift ?? 'none']) * size;
        return (
          <tspan key={i} dy={dy === 0 ? undefined : dy} fontSize={part.shift === 'none' ? undefined : size * SIZE}>
            {part.text}
          </tspan>
        );
      })}
    </>
  );
});
