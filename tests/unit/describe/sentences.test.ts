import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/describe/messages';
import { atHead, citation, inside, isPlural } from '../../../src/describe/names';
import { claimLabel, claimSentence, evidenceLabel } from '../../../src/describe/sentences';
import { strengthReasons } from '../../../src/describe/strength';
import { claimOf } from '../../../src/explorer/lookup';
import { EFFECTS, type Claim, type Reference } from '../../../src/model/schema';
import { smallModel } from '../explorer/fixture';

const messages = messagesFor('en');
const model = smallModel();

function claim(id: string, change: Partial<Claim> = {}): Claim {
  const found = claimOf(model, id);
  if (!found) throw new Error(id);
  return { ...found, ...change };
}

function renamed(names: Readonly<Record<string, string>>) {
  return smallModel({ entities: model.entities.map((entity) => ({ ...entity, name: names[entity.id] ?? entity.name })) });
}

describe('a claim as a sentence', () => {
  const ketamine = renamed({ drug: 'Ketamine (racemic)', gate: 'NMDARs on PV interneurons', kinase: 'Local synaptic protein synthesis' });

  it('says who does what to whom, and how soon', () => {
    expect(claimSentence(claim('drug--gate'), ketamine, messages)).toBe('Ketamine blocks NMDARs on PV interneurons, within seconds.');
    expect(claimSentence(claim('drug--gate'), ketamine, messages, 'short')).toBe('Ketamine blocks NMDARs on PV interneurons.');
  });

  it('agrees in number and keeps names of one sort low inside the sentence', () => {
    expect(claimSentence(claim('gate--kinase'), ketamine, messages)).toBe(
      'NMDARs on PV interneurons inhibit local synaptic protein synthesis, within minutes.',
    );
  });

  it('keeps an aside that tells two names apart', () => {
    const twins = renamed({ drug: 'Spine density (mPFC)', gate: 'Spine density (hippocampus)' });
    expect(claimSentence(claim('drug--gate'), twins, messages, 'short')).toBe('Spine density (mPFC) blocks spine density (hippocampus).');
  });

  it('follows the sign where the effect alone does not say it', () => {
    const short = (change: Partial<Claim>) => claimSentence(claim('kinase--factor', change), model, messages, 'short');
    expect(short({ effect: 'phosphorylates', sign: 1 })).toBe('Busy kinase phosphorylates and activates quiet factor.');
    expect(short({ effect: 'phosphorylates', sign: -1 })).toBe('Busy kinase phosphorylates and inhibits quiet factor.');
    expect(short({ effect: 'transports', sign: -1 })).toBe('Busy kinase lowers quiet factor through transport.');
  });

  it('does not say the mechanism twice', () => {
    const bdnf = renamed({ growth: 'BDNF transcription' });
    expect(claimSentence(claim('factor--growth'), bdnf, messages)).toBe('Quiet factor raises BDNF transcription, within hours.');
  });

  it('has a wording for every effect and sign, all different in meaning', () => {
    for (const effect of EFFECTS) {
      const [up, down] = ([1, -1] as const).map((sign) =>
        claimSentence(claim('kinase--factor', { effect, sign }), model, messages, 'short'),
      );
      expect(up).toMatch(/^Busy kinase .+ quiet factor.*\.$/);
      expect(down).toMatch(/^Busy kinase .+ quiet factor.*\.$/);
    }
  });

  it('names an unknown end by its id', () => {
    const lost = smallModel({ entities: [] });
    expect(claimSentence(claim('drug--gate'), lost, messages, 'short')).toBe('Drug blocks gate.');
  });
});

describe('evidence in words', () => {
  it('counts papers, not findings', () => {
    const [item] = claim('drug--gate').evidence;
    const twice = claim('drug--gate', { evidence: item ? [item, item] : [] });
    expect(evidenceLabel(twice, 'moderate', messages)).toBe('Moderate evidence, 1 source');
    expect(evidenceLabel(claim('kinase--factor'), 'contested', messages)).toBe('Contested evidence, 2 sources');
  });

  it('is read out with the sentence', () => {
    expect(claimLabel(claim('kinase--factor'), model, messages)).toBe(
      'Busy kinase phosphorylates and activates quiet factor, within minutes. Contested evidence, 2 sources.',
    );
  });

  it('gives each reason as a sentence', () => {
    const support = { kind: 'support', species: ['rat'], preparations: ['in vivo'], limit: 'strong' } as const;
    expect(strengthReasons([{ ...support, papers: 1, checked: 1 }], messages)).toEqual([
      '1 paper supports it, checked against the text. Seen in: rat. Preparations: in vivo.',
    ]);
    const all = strengthReasons(
      [
        { ...support, papers: 3, checked: 2 },
        { kind: 'judgement', judgement: 'weak', limit: 'early' },
        { kind: 'disputed', supporting: 2, contradicting: 1, limit: 'contested' },
        { kind: 'outnumbered', supporting: 3, contradicting: 1, limit: 'moderate' },
        { kind: 'mixed', papers: 1, limit: 'moderate' },
        { kind: 'mixedOnly', papers: 2, limit: 'early' },
        { kind: 'extrapolated', limit: 'early' },
        { kind: 'unchecked', papers: 2, limit: 'early' },
        { kind: 'secondaryOnly', papers: 1, limit: 'moderate' },
        { kind: 'singlePaper', reference: 'x' as Reference['id'], preparation: 'in vitro', limit: 'moderate' },
      ],
      messages,
    );
    expect(new Set(all).size).toBe(10);
    for (const reason of all) expect(reason).toMatch(/^[A-Z0-9].*\.$/);
    expect(all[0]).toContain('2 of them checked');
  });
});

describe('names', () => {
  it.each([
    ['Local synaptic protein synthesis', 'local synaptic protein synthesis'],
    ['Akt', 'Akt'],
    ['PSD-95', 'PSD-95'],
    ['mTORC1', 'mTORC1'],
    ['Phospho-MeCP2', 'phospho-MeCP2'],
    ['Kir4.1', 'Kir4.1'],
    ['Schaffer collaterals', 'Schaffer collaterals'],
    ['Glucocorticoid receptor', 'the glucocorticoid receptor'],
    ['VEGF receptor 2', 'the VEGF receptor 2'],
    ['GABA-A receptors', 'GABA-A receptors'],
    ['Nucleus accumbens (NAc)', 'the nucleus accumbens (NAc)'],
    ['Adult-born neurons', 'adult-born neurons'],
  ])('%s stands inside a sentence as %s', (name, text) => {
    expect(inside(name)).toBe(text);
  });

  it('stand at the head with a capital, unless they are symbols', () => {
    expect(atHead('L-type Ca2+ channel')).toBe('The L-type Ca2+ channel');
    expect(atHead('mTORC1')).toBe('mTORC1');
    expect(atHead('eEF2 kinase')).toBe('eEF2 kinase');
  });

  it.each([
    ['NMDARs on PV interneurons', true],
    ['Drd1+ mPFC pyramidal cells', true],
    ['Depressive symptoms (MADRS/HDRS)', true],
    ['Homeostatic synaptic scaling', false],
    ['Spine formation / synaptogenesis', false],
    ['Learned helplessness', false],
    ['Nucleus accumbens', false],
    ['Thalamus', false],
    ['Activity of cells', false],
  ])('%s is plural: %s', (name, plural) => {
    expect(isPlural(name)).toBe(plural);
  });

  it('cite papers by their first authors', () => {
    const cite = (...authors: string[]) => citation({ authors, year: 2010 } as unknown as Reference, messages);
    expect(cite('Li N')).toBe('Li 2010');
    expect(cite('Li N', 'Duman RS')).toBe('Li and Duman 2010');
    expect(cite('Li N', 'Lee B', 'Duman RS')).toBe('Li et al. 2010');
    expect(cite('Li N', 'et al.')).toBe('Li et al. 2010');
    expect(cite('van der Berg AB')).toBe('van der Berg 2010');
    expect(cite()).toBe('No named author 2010');
  });
});
