/**
 * Typesetting of plain scientific strings. Packs write "Ca2+", "GABA-A" and "IC50"; the subset fonts have no raised or lowered
 * characters, so charges and indices become runs that a renderer raises or lowers.
 */

export type Shift = 'none' | 'super' | 'sub';

export interface Run {
  readonly text: string;
  readonly shift: Shift;
}

/** Runs that must stay on one line. A piece without a raised or lowered run is ordinary text and may wrap. */
export type Piece = readonly Run[];

const MINUS = '\u2212';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋';
const PLAIN = `0123456789+${MINUS}`;

/** Symbols whose trailing sign is a charge. A closed list: "PV+ cells" and "A+B" are no ions. */
const IONS = 'HCO3|NH4|NAD|Na|Ca|Cl|Cs|Cd|Co|Mg|Mn|Li|Zn|Ba|Ni|K|H';
/** Quantities whose index is lowered. */
const INDEXED = '(?:EC|IC|ED|LD|TC)50|[CtTV]max|[KV]m(?![A-Za-z])|K[di](?![A-Za-z])|Cmin|Css|t1/2|Q10';
const FORMULAE = 'CO2|H2O2?|N2O|O2';

const PATTERN = new RegExp(
  [
    `(?<ion>(?<![A-Za-z0-9])(?:${IONS})(?:[2-4]?[+]|[2-4]?[\u2212-](?=$|[\\s,.;:)\\]/])))`,
    `(?<gaba>GABA-[ABC](?![a-z]))`,
    `(?<index>(?<![A-Za-z0-9])(?:${INDEXED})(?![0-9]))`,
    `(?<formula>(?<![A-Za-z0-9])(?:${FORMULAE})(?![A-Za-z0-9]))`,
    `(?<power>10\\^[\u2212-]?\\d+)`,
    `(?<raised>[A-Za-z0-9]+[${RAISED}]+)`,
    `(?<lowered>[A-Za-z]+[${LOWERED}]+)`,
    `(?<minus>(?<=^|[\\s(\\[])-(?=[\\d.]))`,
  ].join('|'),
  'gu',
);

const run = (text: string, shift: Shift = 'none'): Run => ({ text, shift });
const sign = (text: string): string => text.replace('-', MINUS);

function plainForm(text: string, alphabet: string): string {
  return [...text].map((c) => PLAIN[alphabet.indexOf(c)] ?? c).join('');
}

/** "HCO3" of "HCO3-" lowers its digit; "Ca" of "Ca2+" has none. */
function ionPiece(text: string): Piece {
  const symbol = new RegExp(`^(?:${IONS})`).exec(text)?.[0] ?? text;
  return [...formulaPiece(symbol), run(sign(text.slice(symbol.length)), 'super')];
}

function formulaPiece(text: string): Piece {
  return (text.match(/\d+|\D+/g) ?? []).map((part) => run(part, /\d/.test(part) ? 'sub' : 'none'));
}

function pieceOf(groups: Readonly<Record<string, string | undefined>>): Piece {
  const { ion, gaba, index, formula, power, raised, lowered } = groups;
  if (ion !== undefined) return ionPiece(ion);
  if (gaba !== undefined) return [run('GABA'), run(gaba.slice(5), 'sub')];
  if (index !== undefined) {
    const head = /^(?:EC|IC|ED|LD|TC)/.exec(index)?.[0] ?? index.slice(0, 1);
    return [run(head), run(index.slice(head.length), 'sub')];
  }
  if (formula !== undefined) return formulaPiece(formula);
  if (power !== undefined) return [run('10'), run(sign(power.slice(3)), 'super')];
  if (raised !== undefined) {
    const at = [...raised].findIndex((c) => RAISED.includes(c));
    return [run(raised.slice(0, at)), run(plainForm(raised.slice(at), RAISED), 'super')];
  }
  if (lowered !== undefined) {
    const at = [...lowered].findIndex((c) => LOWERED.includes(c));
    return [run(lowered.slice(0, at)), run(plainForm(lowered.slice(at), LOWERED), 'sub')];
  }
  return [run(MINUS)];
}

/**
 * Splits a plain string into pieces. Joined without their shifts the pieces read as the string does, but for hyphens that are
 * minus signs, the hyphen of "GABA-A" and characters that were raised or lowered already.
 */
export function parseScientific(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(PATTERN)) {
    if (match.index > from) pieces.push([run(text.slice(from, match.index))]);
    pieces.push(pieceOf(match.groups ?? {}));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push([run(text.slice(from))]);
  return pieces;
}

/** The string as it is drawn, without raising or lowering: what to measure and what to search for on the screen. */
export function drawnText(text: string): string {
  return parseScientific(text)
    .flatMap((piece) => piece.map((part) => part.text))
    .join('');
}
