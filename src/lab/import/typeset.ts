/** Turns the survey's plain ASCII spelling of units and Greek letters in prose into the characters that print. */

/** What is written, and what is printed. Order matters: longer spellings come first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bumol\b/g, 'µmol'],
  [/\bu([MmgLl]|m[23])\b/g, 'µ$1'],
  [/\bbetaCaMKII\b/g, 'βCaMKII'],
  [/\bdeltaFosB\b/g, 'ΔFosB'],
  [/\bNF-kappaB\b/g, 'NF-κB'],
  [/\bRAR-alpha\b/g, 'RARα'],
  [/\bTNF-alpha\b/g, 'TNF-α'],
  [/\b(GSK-3|TGF-|IL-1)beta(?![a-z])/g, '$1β'],
  [/\bPLC-gamma(?![a-z])/g, 'PLC-γ'],
  [/\bgamma2 \+\/-/g, 'γ2 +/−'],
  [/\balpha5(?![a-z])/g, 'α5'],
  [/\bmu(?=-opioid| agonist)/g, 'μ'],
  [/(\d) \+\/?- (?=\d)/g, '$1 ± '],
];

/** Prints prose: "1 uM", "GSK-3beta" and "45 +/- 10" become "1 µM", "GSK-3β" and "45 ± 10". Idempotent. */
export function typeset(prose: string): string {
  return SPELLINGS.reduce((text, [written, printed]) => text.replaceAll(written, printed), prose);
}

/** A sentence that begins with a capital, unless its first word is spelled with one further in, as "mTORC1" and "eEF2K" are. */
export function sentence(prose: string): string {
  const text = typeset(prose);
  const [first = ''] = text.split(' ');
  return /^[a-z]+[-,;]?[a-z]*$/.test(first) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}
