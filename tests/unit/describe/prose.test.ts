import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/describe/messages';
import { placeNames } from '../../../src/describe/places';
import { readable } from '../../../src/describe/prose';
import { layoutOf } from '../../../src/explorer/levels';
import { smallModel } from '../explorer/fixture';
import { flagship as load } from '../explorer/flagship';

const messages = messagesFor('en');
const flagship = load();

describe('a text of a pack', () => {
  const told = (text: string) => readable(text, flagship, messages);

  it('names papers and things where an author left their ids', () => {
    expect(told('needed at 24 h in rat; not at 30 min in mouse (autry2011), not acutely in humans (abdallah2020)')).toBe(
      'needed at 24 h in rat; not at 30 min in mouse (Autry et al. 2011), not acutely in humans (Abdallah et al. 2020)',
    );
    expect(told('contradicted by lindholm2012.')).toBe('contradicted by Lindholm et al. 2012.');
    expect(told('stronger for r_ketamine')).toBe('stronger for R-ketamine');
  });

  it('leaves everything else alone, ordinary words that are ids among them', () => {
    for (const text of ['ketamine raises glutamate and BDNF', 'GluN2B, p70S6K and mTORC1 at 0.5 mg/kg', 'nobody2031 said so', '', 'x']) {
      expect(told(text)).toBe(text);
    }
  });

  const ids = new Set<string>(flagship.references.map(({ id }) => id));

  it('of the flagship names no paper by a bare id where it is read', () => {
    const texts = [
      ...flagship.gates.map(({ note }) => note),
      ...flagship.events.map(({ note }) => note),
      ...flagship.references.map(({ checkNote }) => checkNote),
      ...flagship.claims.flatMap(({ note, evidence }) => [note, ...evidence.map(({ finding }) => finding)]),
    ].filter((text) => text !== undefined);
    const left = texts.map(told).filter((text) => text.split(/[^\p{L}\p{N}_-]+/u).some((word) => ids.has(word)));
    expect(left).toEqual([]);
  });
});

describe('the names of places', () => {
  it('are told apart where two are called alike', () => {
    const layout = layoutOf(flagship, 'cell');
    if (layout === undefined) throw new Error('no layout');
    const names = [...placeNames(layout, flagship, messages).values()];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Nucleus (microglia)');
    expect(names).toContain('Dendritic spine');
  });

  it('stay as they are where they are clear', () => {
    const model = smallModel();
    const layout = layoutOf(model, 'cell');
    if (layout === undefined) throw new Error('no layout');
    expect([...placeNames(layout, model, messages).values()]).toEqual(layout.compartments.map(({ name }) => name));
  });
});
