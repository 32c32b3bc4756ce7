/**
 * Every place where one record names another. One table serves the check that references resolve, the rewriting of old ids,
 * the index of what rests on a paper, and the search for things that nothing names.
 */
import { StageParameters, SUBUNITS, type RecordListName } from '../schema';
import { isRecord, listNames, pathText } from './draft';
import type { Entry, Path } from './draft';

export interface Link {
  /** Where the id stands; `[]` means "each item". */
  readonly at: string;
  /** Lists in which the id may be found. */
  readonly to: readonly RecordListName[];
  /**
   * What is left out when the id leads nowhere: the record, the list item (or optional field) that holds the id, or the item
   * and, with the last item, whatever holds the list. The last is for lists whose emptiness would say something else: a claim that
   * loses its only hypothesis would read as shared by all, a finding that loses its only paper would stand on nothing.
   */
  readonly loss: 'record' | 'item' | 'lastItem';
}

const link = (at: string, to: RecordListName | readonly RecordListName[], loss: Link['loss']): Link => ({
  at,
  to: typeof to === 'string' ? [to] : to,
  loss,
});
const papers = link('references[]', 'references', 'lastItem');
const hypotheses = link('hypotheses[]', 'hypotheses', 'lastItem');

export const LINKS: Readonly<Record<RecordListName, readonly Link[]>> = {
  references: [],
  entities: [],
  claims: [
    link('source', 'entities', 'record'),
    link('target', 'entities', 'record'),
    hypotheses,
    link('evidence[].reference', 'references', 'lastItem'),
  ],
  gates: [
    link('target', 'entities', 'record'),
    link('requires', 'entities', 'record'),
    link('appliesTo[]', 'entities', 'lastItem'),
    hypotheses,
    papers,
  ],
  hypotheses: [
    link('supporting[].reference', 'references', 'item'),
    link('contradicting[].reference', 'references', 'item'),
    link('route[]', 'claims', 'item'),
    link('mutesInStrictMode[]', 'claims', 'item'),
  ],
  experiments: [
    link('reference', 'references', 'record'),
    // Without one of its perturbations an experiment is another experiment.
    link('perturbations[].entity', 'entities', 'record'),
    link('readouts[].entity', 'entities', 'lastItem'),
    hypotheses,
  ],
  parameters: [link('references[]', 'references', 'item')],
  schemes: [link('references[]', 'references', 'item')],
  kineticTargets: [],
  conventions: [link('references[]', 'references', 'item')],
  pkModels: [papers],
  pkTargets: [papers],
  responseCurves: [papers],
  regionFindings: [
    link('results[].places[]', 'regions', 'lastItem'),
    link('entity', 'entities', 'item'),
    link('contradictedBy[]', 'regionFindings', 'item'),
    papers,
  ],
  regions: [link('entities[]', 'entities', 'item'), link('circuit', 'circuits', 'item')],
  inflammation: [papers],
  metabolites: [papers],
  statements: [papers, link('contradicting[]', 'references', 'item'), link('entities[]', 'entities', 'item')],
  safety: [papers],
  events: [link('entity', 'entities', 'item'), link('claims[]', 'claims', 'item'), papers],
  layouts: [
    link('nodes[].entity', 'entities', 'item'),
    link('edges[].claim', 'claims', 'item'),
    link('groups[].members[]', 'entities', 'lastItem'),
  ],
  tours: [
    link('steps[].records[]', listNames, 'item'),
    link('steps[].figure.record', listNames, 'item'),
    link('steps[].cites[]', listNames, 'lastItem'),
    link('steps[].predict.cites[]', listNames, 'lastItem'),
  ],
  stages: [
    link('schemes.ampa', 'schemes', 'record'),
    ...SUBUNITS.map((subunit) => link(`schemes.nmda.GluN${subunit}`, 'schemes', 'record')),
    ...Object.keys(StageParameters.shape).map((setting) => link(`parameters.${setting}`, 'parameters', 'record')),
    link('objects[].entity', 'entities', 'item'),
    link('objects[].parameters[]', 'parameters', 'item'),
  ],
  circuits: [
    link('entity', 'entities', 'item'),
    link('cells[].entity', 'entities', 'item'),
    link('cells[].count', 'parameters', 'record'),
    link('cells[].synapse.rate', 'parameters', 'item'),
    link('connections[].parameters[]', 'parameters', 'item'),
    link('connections[].claims[]', 'claims', 'item'),
    link('connections[].references[]', 'references', 'item'),
    link('settings[].hypothesis', 'hypotheses', 'item'),
    link('firingMarks[].references[]', 'references', 'lastItem'),
  ],
};

/** A link as it occurs in one record. */
export interface Found {
  readonly link: Link;
  readonly id: string;
  readonly path: Path;
}

const stepsOf = new Map<Link, readonly string[]>();
for (const links of Object.values(LINKS)) {
  for (const each of links) stepsOf.set(each, each.at.replaceAll('[]', '.[]').split('.'));
}

function follow(value: unknown, steps: readonly string[], at: number, path: (string | number)[], seen: (id: string) => void): void {
  const step = steps[at];
  if (step === undefined) {
    if (typeof value === 'string') seen(value);
  } else if (step === '[]') {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      follow(value[index], steps, at + 1, path, seen);
      path.pop();
    }
  } else if (isRecord(value) && Object.hasOwn(value, step)) {
    path.push(step);
    follow(value[step], steps, at + 1, path, seen);
    path.pop();
  }
}

/** Every link in a raw or sound record of a list. Takes a value of any kind. */
export function linksIn(list: RecordListName, value: unknown): Found[] {
  const found: Found[] = [];
  for (const each of LINKS[list]) {
    const path: (string | number)[] = [];
    follow(value, stepsOf.get(each) ?? [], 0, path, (id) => found.push({ link: each, id, path: [...path] }));
  }
  return found;
}

const asked = new WeakMap<Entry, readonly Found[]>();

/** Every link of a record as written, whatever was left out since. Kept, because several rules ask. */
export function linksOf(entry: Entry): readonly Found[] {
  const found = asked.get(entry) ?? linksIn(entry.list, entry.value);
  asked.set(entry, found);
  return found;
}

/** Every link of a record that is still in. */
export function livingLinks(entry: Entry): readonly Found[] {
  const found = linksOf(entry);
  if (entry.cuts.size === 0) return found;
  return found.filter(({ path }) => !path.some((_, index) => entry.cuts.has(pathText(path.slice(0, index + 1)))));
}

/** The list item (or, for an optional field, the field) that goes when the id at a path leads nowhere. */
export function itemPath(path: Path): Path {
  for (let end = path.length; end > 0; end -= 1) {
    if (typeof path[end - 1] === 'number') return path.slice(0, end);
  }
  return path;
}
