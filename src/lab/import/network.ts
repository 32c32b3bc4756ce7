/** Turns the network survey's nodes, edges, gates and hypotheses, with the authored words, into pack records. */
import type * as z from 'zod/mini';
import type { Argument, Check, Claim, Entity, Evidence, Gate, Hypothesis, Identifier } from '../../model/schema';
import type { Authored, Reading } from './authored';
import type { SourceEdge, SourceNode, Sources } from './source';
import { sentence, typeset } from './typeset';

type In<S extends z.core.$ZodType> = z.input<S>;

/** Data of the import before it is checked: brands and closed vocabularies are confirmed when the pack is written. */
export type Loose<T> = { [K in keyof T]: unknown };

const SPECIES: Readonly<Record<string, string>> = { 'rat and mouse': 'rodent' };

/** The pack's word for a survey's species; "rat and mouse" is "rodent". */
export const speciesOf = (word: string): string => SPECIES[word] ?? word;

/** Drops "shared", which is not a hypothesis: such a record belongs to all of them. */
export const hypothesesOf = (tags: readonly string[]): string[] => tags.filter((tag) => tag !== 'shared');

const IONS = new Set(['mg2', 'ca2']);

function identifiers(node: SourceNode, checked: ReadonlySet<string>): Loose<In<typeof Identifier>>[] {
  return Object.entries(node.xrefs).flatMap(([scheme, values]) =>
    [values].flat().map((value) => ({ scheme, value, check: checked.has(value) ? 'checked' : 'unchecked' })),
  );
}

/** Entities in survey order. Every survey node needs its authored words, and the other way round. */
export function entities(sources: Sources, words: Authored['entities'], checkedIds: ReadonlySet<string>): Loose<In<typeof Entity>>[] {
  const nodes = sources.network.nodes;
  const spare = Object.keys(words).filter((id) => !nodes.some((node) => node.id === id));
  if (spare.length > 0) throw new Error(`authored/entities.json names ${spare.join(', ')}, which no survey node has`);
  return nodes.map((node) => {
    const own = words[node.id];
    if (own === undefined) throw new Error(`authored/entities.json has no words for ${node.id}`);
    return {
      id: node.id,
      name: own.name ?? typeset(node.label),
      short: own.short,
      kind: IONS.has(node.id) ? 'ion' : node.kind,
      level: own.level,
      compartment: node.compartment,
      region: node.region,
      glyph: own.glyph,
      summary: typeset(node.oneLine),
      synonyms: own.synonyms,
      identifiers: identifiers(node, checkedIds),
      ...(own.signMeans === undefined ? {} : { signMeans: own.signMeans }),
      ...(own.latent === undefined ? {} : { latent: own.latent }),
    };
  });
}

export type CheckOf = (reference: string) => Check;

function fields(reading: Reading): { stance: string; dose?: string; time?: string; method?: string } {
  const { stance, dose, time, method } = reading;
  return {
    stance,
    ...(dose === undefined ? {} : { dose }),
    ...(time === undefined ? {} : { time }),
    ...(method === undefined ? {} : { method }),
  };
}

function surveyEvidence(edge: SourceEdge, readings: Authored['evidence'], checkOf: CheckOf): Loose<In<typeof Evidence>>[] {
  const own = readings[edge.id] ?? {};
  const spare = Object.keys(own).filter((id) => !edge.evidence.some((piece) => piece.refId === id));
  if (spare.length > 0)
    throw new Error(`authored/evidence.json reads ${spare.join(', ')} under ${edge.id}, where the survey has no such evidence`);
  return edge.evidence.map((piece) => {
    const reading = own[piece.refId];
    if (reading === undefined) throw new Error(`authored/evidence.json has no reading of ${piece.refId} under ${edge.id}`);
    return {
      reference: piece.refId,
      species: speciesOf(piece.species),
      preparation: piece.system,
      finding: typeset(piece.finding),
      ...fields(reading),
      check: reading.check ?? checkOf(piece.refId),
    };
  });
}

function addedEvidence(claim: string, added: Authored['added-evidence'], checkOf: CheckOf): Loose<In<typeof Evidence>>[] {
  return added
    .filter((piece) => piece.claim === claim)
    .map((piece) => ({
      reference: piece.reference,
      species: piece.species,
      preparation: piece.preparation,
      finding: piece.finding,
      ...fields(piece),
      check: checkOf(piece.reference),
    }));
}

const EXTRAPOLATED = /^extrapolated\b/i;

/** Claims: the survey's edges in order, then the authored ones. Authored evidence follows the survey's own. */
export function claims(sources: Sources, authored: Authored, checkOf: CheckOf): Loose<In<typeof Claim>>[] {
  const added = authored['added-evidence'];
  const known = new Set([...sources.network.edges.map((edge) => edge.id), ...authored['added-claims'].map((claim) => String(claim.id))]);
  const lost = added.filter((piece) => !known.has(piece.claim));
  if (lost.length > 0) throw new Error(`authored/added-evidence.json speaks of ${lost[0]?.claim}, which is no claim`);
  const fromSurvey = sources.network.edges.map((edge) => ({
    id: edge.id,
    source: edge.source,
    target: edge.target,
    effect: edge.effect,
    sign: edge.sign,
    delay: { class: edge.delay.class, window: typeset(edge.delay.window) },
    hypotheses: hypothesesOf(edge.hypotheses),
    evidence: [...surveyEvidence(edge, authored.evidence, checkOf), ...addedEvidence(edge.id, added, checkOf)],
    judgement: edge.strength,
    tier: edge.tier,
    ...(edge.evidence.every((piece) => EXTRAPOLATED.test(piece.finding)) ? { extrapolated: true } : {}),
  }));
  const written = authored['added-claims'].map(({ from: _from, ...claim }) => ({
    ...claim,
    evidence: addedEvidence(claim.id, added, checkOf),
  }));
  return [...fromSurvey, ...written];
}

/** Gates: necessity rules with their scope as entity ids. */
export function gates(sources: Sources): Loose<In<typeof Gate>>[] {
  return sources.network.gates.map((gate) => ({
    id: gate.id,
    target: gate.target,
    requires: gate.requires,
    logic: gate.logic,
    windows: gate.windows,
    hypotheses: hypothesesOf([gate.hypothesis]),
    appliesTo: gate.appliesTo,
    references: gate.refIds,
    ...(gate.note === '' ? {} : { note: typeset(gate.note) }),
  }));
}

/** Hypotheses with their short names and routes; arguments carry the check of their reference. */
export function hypotheses(sources: Sources, authored: Authored, checkOf: CheckOf): Loose<In<typeof Hypothesis>>[] {
  return sources.network.hypotheses.map((hypothesis) => {
    const words = authored.hypotheses[hypothesis.id];
    if (words === undefined) throw new Error(`authored/hypotheses.json has no words for ${hypothesis.id}`);
    const side = (name: 'supporting' | 'contradicting'): Loose<In<typeof Argument>>[] => [
      ...hypothesis[name].map(({ refId, finding }) => ({ reference: refId, finding: sentence(finding), check: checkOf(refId) })),
      ...authored['added-arguments']
        .filter((argument) => argument.hypothesis === hypothesis.id && argument.side === name)
        .map(({ reference, finding }) => ({ reference, finding, check: checkOf(reference) })),
    ];
    return {
      id: hypothesis.id,
      name: hypothesis.label,
      short: words.short,
      statement: typeset(hypothesis.statement),
      supporting: side('supporting'),
      contradicting: side('contradicting'),
      predictions: hypothesis.distinguishingPredictions.map(typeset),
      route: words.route,
      mutesInStrictMode: hypothesis.edgesRemovedInStrictMode,
    };
  });
}
