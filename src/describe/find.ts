/** How records read in the search box, and the names that readers type for them. */
import type { FindWords } from '../explorer/find';
import type { Model } from '../model/model';
import type { CellShape } from '../model/schema';
import type { Messages, Widen } from './messages';
import type { search } from './messages/en/search';
import { citation } from './names';
import { claimSentence } from './sentences';

/** Shapes of cells whose axons stay where they are. */
const LOCAL: ReadonlySet<CellShape> = new Set<CellShape>(['basket', 'martinotti', 'bipolar']);

export function findWords(model: Model, messages: Messages, words: Widen<typeof search>): FindWords {
  return {
    claim: (claim) => claimSentence(claim, model, messages, 'short'),
    reference: (reference) => citation(reference, messages),
    region: ({ name, species }) => words.region(name, words.brains[species]),
    finding: ({ species }, title) => words.finding(title, species),
    cell: ({ name }, { title }) => words.cell(name, title),
    cellNames: ({ short, shape }) => [
      words.cells.cell(short),
      words.cells.neuron(short),
      ...(LOCAL.has(shape) ? [words.cells.interneuron(short)] : []),
    ],
  };
}
