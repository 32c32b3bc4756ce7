import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnText, parseScientific, type Run } from '../../../src/design/typeset';

const mark = (run: Run): string => `${{ none: '', super: '^', sub: '_' }[run.shift]}${run.text}`;
const letters = (s: string): string => s.normalize('NFKC').replace(/[^\p{L}\p{N}<>]/gu, '');

/** "Ca^2+" and "GABA_A": raised runs after ^, lowered runs after _, pieces with a shift in braces. */
function marked(text: string): string {
  return parseScientific(text)
    .map((piece) => (piece.some((run) => run.shift !== 'none') ? `{${piece.map(mark).join('')}}` : piece.map(mark).join('')))
    .join('');
}

describe('parseScientific', () => {
  it.each([
    ['Ca2+', '{Ca^2+}'],
    ['Mg2+ leaves', '{Mg^2+} leaves'],
    ['Na+/K+-ATPase', '{Na^+}/{K^+}-ATPase'],
    ['Ca2+-calmodulin', '{Ca^2+}-calmodulin'],
    ['Cl- enters', '{Cl^\u2212} enters'],
    ['[Ca2+]', '[{Ca^2+}]'],
    ['HCO3- and NH4+', '{HCO_3^\u2212} and {NH_4^+}'],
    ['GABA-A receptor', '{GABA_A} receptor'],
    ['alpha5 GABA-A', 'alpha5 {GABA_A}'],
    ['IC50 of 0.4', '{IC_50} of 0.4'],
    ['Cmax and t1/2', '{C_max} and {t_1/2}'],
    ['CO2, H2O, N2O', '{CO_2}, {H_2O}, {N_2O}'],
    ['10^-3 M', '{10^\u22123} M'],
    ['Ca²⁺ and 10⁻⁹', '{Ca^2+} and {10^\u22129}'],
    ['at -40 mV', 'at \u221240 mV'],
    ['(-62%)', '(\u221262%)'],
  ])('typesets %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    'CaMKII',
    'K-252a',
    'Kinase',
    'PV+ cells',
    'GluN2B',
    'eEF2K',
    '1-5 min',
    'Mg-ATP',
    'GABA-ergic',
    'GABA',
    'H3K9',
    'p70S6K',
    'Kv7.2',
  ])('leaves %s as it is', (text) => {
    expect(marked(text)).toBe(text);
  });

  it('never loses or invents a letter or digit', () => {
    const token = constantFrom('Ca2+', 'K+', ' ', '-', 'GABA-A', 'IC50', 'H2O', 'word', '10^-3', '(', ')', ',', '7', '²', '⁺', '<b>');
    assert(
      property(array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        expect(letters(drawnText(text))).toBe(letters(text));
      }),
    );
  });
});
