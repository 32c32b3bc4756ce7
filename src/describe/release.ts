/** A run of the synapse in words: the moment, and what each thing in view is doing. */
import type { PlateCounts } from '../explorer/plate-scene';
import type { Widen } from './messages';
import type { synapse } from './messages/en/synapse';
import { numberWords } from './plate';

export type SynapseWords = Widen<typeof synapse>;

/** A time after the spike: tenths of microseconds are finer than anything that is drawn. */
export function momentText(ms: number): string {
  return numberWords(ms < 1 ? Number(ms.toFixed(3)) : Number(ms.toPrecision(4)));
}

export function momentSentence(ms: number, words: SynapseWords): string {
  return ms <= 0 ? words.atRest : words.moment(momentText(ms));
}

/** What a kind of thing is doing at a moment of the run; empty for what the simulation does not follow. */
export function thingState(kind: string, counts: PlateCounts | null, words: SynapseWords): string {
  if (counts === null) return '';
  const said = words.states;
  const { ampa, nmda, glutamate } = counts;
  switch (kind) {
    case 'ampa':
      return said.open(ampa.open, ampa.total);
    case 'nmda':
      return nmda.ketamine === null
        ? said.nmdaPlain(nmda.open, nmda.mg, nmda.total)
        : said.nmda(nmda.open, nmda.mg, nmda.ketamine, nmda.total);
    case 'glutamate':
      return said.glutamate(glutamate.free, glutamate.receptors, glutamate.transporters);
    case 'ketamine':
      return nmda.ketamine === null ? '' : said.plugs(nmda.ketamine);
    case 'mg':
      return said.plugs(nmda.mg);
    case 'ca':
      return said.calcium(numberWords(counts.calcium_uM));
    case 'fusingVesicle':
      return said.vesicles(counts.released);
    case 'transporter':
      return said.transporters(glutamate.transporters);
    default:
      return '';
  }
}
