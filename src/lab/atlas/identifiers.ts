/**
 * Terms of the Uberon ontology for the regions. Each number was read beside its name in a public copy of the terms: openMINDS instances,
 * terminology "UBERONParcellation". Where the term is wider or narrower than the region, the table says so.
 */
import type { AtlasIdentifier, AtlasRegionId } from '../../model/atlas';

type Fit = AtlasIdentifier['fit'];
type Term = readonly [id: string, name: string, fit: Fit];

const TERMS: Readonly<Record<AtlasRegionId, readonly Term[]>> = {
  'medial-prefrontal': [['UBERON:0000451', 'prefrontal cortex', 'wider']],
  orbitofrontal: [['UBERON:0004167', 'orbitofrontal cortex', 'same']],
  'dorsolateral-prefrontal': [['UBERON:0009834', 'dorsolateral prefrontal cortex', 'same']],
  'inferior-frontal': [['UBERON:0002998', 'inferior frontal gyrus', 'wider']],
  'anterior-cingulate': [['UBERON:0009835', 'anterior cingulate cortex', 'wider']],
  'subgenual-cingulate': [['UBERON:0009835', 'anterior cingulate cortex', 'wider']],
  midcingulate: [['UBERON:0003027', 'cingulate cortex', 'wider']],
  'posterior-cingulate': [
    ['UBERON:0022353', 'posterior cingulate cortex', 'wider'],
    ['UBERON:0013531', 'retrosplenial region', 'wider'],
  ],
  precuneus: [['UBERON:0006093', 'precuneus cortex', 'same']],
  insula: [['UBERON:0002022', 'insula', 'same']],
  parahippocampal: [['UBERON:0002973', 'parahippocampal gyrus', 'same']],
  'motor-cortex': [['UBERON:0002703', 'precentral gyrus', 'same']],
  'auditory-cortex': [
    ['UBERON:0002769', 'superior temporal gyrus', 'same'],
    ['UBERON:0001393', 'auditory cortex', 'narrower'],
  ],
  'visual-cortex': [['UBERON:0000411', 'visual cortex', 'same']],
  hippocampus: [['UBERON:0002421', 'hippocampal formation', 'wider']],
  amygdala: [['UBERON:0001876', 'amygdala', 'same']],
  thalamus: [['UBERON:0001897', 'dorsal plus ventral thalamus', 'same']],
  caudate: [['UBERON:0001873', 'caudate nucleus', 'same']],
  putamen: [['UBERON:0001874', 'putamen', 'same']],
  pallidum: [['UBERON:0001875', 'globus pallidus', 'same']],
  accumbens: [['UBERON:0001882', 'nucleus accumbens', 'same']],
  cerebellum: [['UBERON:0002037', 'cerebellum', 'same']],
  brainstem: [['UBERON:0002298', 'brainstem', 'same']],
  'lateral-habenula': [['UBERON:0001941', 'lateral habenular nucleus', 'same']],
  'ventral-tegmental-area': [['UBERON:0002691', 'ventral tegmental area', 'same']],
  'dorsal-raphe': [['UBERON:0002043', 'dorsal raphe nucleus', 'same']],
  'locus-coeruleus': [['UBERON:0002148', 'locus ceruleus', 'same']],
  hypothalamus: [['UBERON:0001898', 'hypothalamus', 'same']],
};

export function identifiersOf(region: AtlasRegionId): AtlasIdentifier[] {
  return TERMS[region].map(([id, name, fit]) => ({ scheme: 'UBERON', id, name, fit, check: 'checked' }));
}
