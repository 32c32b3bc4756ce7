/** The rules of a pack, in the order in which they are asked. Their names appear in every issue and in the documentation. */
import { circuitCells } from './circuit';
import { hasEvidence, routesConnected, signAgrees } from './claims';
import { computed } from './computed';
import type { Draft, Finding } from './draft';
import { aliases, uniqueIds, uniqueInside } from './ids';
import { edgesFit, insideCompartment } from './layout';
import { eventOrder, parameterSound, schemeSound } from './quantities';
import { orphanHypotheses, unreachableEntities, unusedReferences } from './reach';
import { findingPlace, findingSpecies, findingWindow, regionDrawn } from './regions';
import { prose, references } from './resolves';
import { stageVariants } from './stage';

export interface Rule {
  readonly name: string;
  /** What must hold, as one sentence for authors. */
  readonly says: string;
  readonly severity: 'error' | 'warning';
  /**
   * `once` rules judge records as written; `again` rules are repeated until nothing more falls; `last` rules follow; `whole` rules are asked only
   * when every part of the pack is there.
   */
  readonly when: 'once' | 'again' | 'last' | 'whole';
  readonly find: (draft: Draft) => Finding[];
}

const once = (name: string, find: Rule['find'], says: string): Rule => ({ name, says, severity: 'error', when: 'once', find });
const again = (name: string, find: Rule['find'], says: string): Rule => ({ name, says, severity: 'error', when: 'again', find });
const last = (name: string, find: Rule['find'], says: string): Rule => ({ name, says, severity: 'error', when: 'last', find });
const whole = (name: string, find: Rule['find'], says: string): Rule => ({ name, says, severity: 'warning', when: 'whole', find });

export const RULES: readonly Rule[] = [
  once('unique-id', uniqueIds, 'No two records of one list have the same id. The first stays.'),
  once(
    'unique-inside',
    uniqueInside,
    'A layout places each entity, claim, compartment and group once; a tour has each step id once, and so has a circuit for its parts.',
  ),
  once('alias', aliases, 'Every alias leads to a record of the pack, and none takes the id of a record that exists.'),
  once(
    'sign-agrees',
    signAgrees,
    'The sign of a claim agrees with its effect: increases, activates, expresses, translates and transcribes go with 1; decreases, blocks and inhibits with -1; the others may go either way.',
  ),
  once(
    'parameter-source-and-unit',
    parameterSound,
    'Every parameter has a unit and says where its number was read; its range, if any, runs upwards.',
  ),
  once('scheme-states', schemeSound, 'A scheme names only its own states, and its first occupancies sum to 1.'),
  once('event-order', eventOrder, 'The known times of an event follow one another: onset, peakStart, peakEnd, end.'),
  once('layout-inside', insideCompartment, 'Every node lies inside its compartment, a membrane protein on the outline of its own.'),
  once(
    'circuit-cells',
    circuitCells,
    'Connections and firing marks name cells of their circuit, and a connection ends at a part that its target has.',
  ),
  once('stage-variants', stageVariants, 'No variant of a stage stands behind one that holds whenever it does.'),
  once('region-drawn', regionDrawn, 'The parts that a region covers are parts of the picture of its species.'),
  once('finding-species', findingSpecies, 'A finding stands on regions of the animal that it was made in.'),
  once(
    'finding-place',
    findingPlace,
    'A finding that carries the identifier of a region stands on that region or on one that takes it in.',
  ),
  once('finding-window', findingWindow, 'The time of a finding runs forwards from the dose.'),
  once('route-connected', routesConnected, 'Each claim of a route begins or ends at an entity that an earlier claim of the route touches.'),
  again('reference-resolves', references, 'Every id that a record names is the id, or an old id, of a record of the right list.'),
  again('claim-has-evidence', hasEvidence, 'Every claim stands on at least one piece of evidence.'),
  again('layout-edge', edgesFit, "Every edge is orthogonal and runs from its claim's source to its claim's target."),
  last(
    'computed',
    computed,
    'Each {id} in the texts of a step names a number that the step computes, and each such number is written somewhere.',
  ),
  last('prose-link', prose, 'Links in the prose of a tour, written [words](id), lead to records.'),
  whole('unused-reference', unusedReferences, 'Something in the pack cites each reference.'),
  whole('unreachable-entity', unreachableEntities, 'A claim, gate, experiment, finding, statement or event speaks of each entity.'),
  whole('orphan-hypothesis', orphanHypotheses, 'At least one claim belongs to each hypothesis.'),
];

/** Rules that are asked of files and manifests before any record is read, for the documentation. */
export const FILE_RULES: readonly { readonly name: string; readonly says: string; readonly severity: 'error' | 'warning' }[] = [
  { name: 'pack-size', says: 'All files of a pack together are at most 5 MB.', severity: 'error' },
  { name: 'json', says: 'Every file is JSON.', severity: 'error' },
  {
    name: 'manifest',
    says: 'Exactly one file is a manifest: it has "format": "bouton-pack" and its fields.',
    severity: 'error',
  },
  { name: 'version', says: 'The version of the format is one that this program reads.', severity: 'error' },
  { name: 'parts', says: 'The part files are those that the manifest names.', severity: 'error' },
  { name: 'list-name', says: 'A file holds only record lists that the format knows.', severity: 'warning' },
  { name: 'schema', says: 'Every record has the form that the tables of the format give.', severity: 'error' },
];
