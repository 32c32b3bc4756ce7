/** Names of records as they stand in running text. Names come from the pack and are not translated; how they are joined is. */
import { claimOf, entityOf, eventOf, groupOf, hypothesisOf, recordTitle, referenceOf } from '../explorer/lookup';
import { indexOfPart, partOf } from '../explorer/plate-scene';
import type { Selection } from '../explorer/state';
import type { Model } from '../model/model';
import type { Entity, Event, Moment, Reference, Strength } from '../model/schema';
import { durationWords } from './duration';
import type { Messages } from './messages';
import { claimSentence } from './sentences';

const remembered = new WeakMap<Model, ReadonlyMap<string, string>>();

function withoutAside(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '') || name;
}

/** Names without their trailing aside in brackets, where that still names one entity only. */
function namesOf(model: Model): ReadonlyMap<string, string> {
  const found = remembered.get(model);
  if (found) return found;
  const counts = new Map<string, number>();
  for (const entity of model.entities) {
    const bare = withoutAside(entity.name);
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  const names = new Map(
    model.entities.map((entity): [string, string] => {
      const bare = withoutAside(entity.name);
      return [entity.id, counts.get(bare) === 1 ? bare : entity.name];
    }),
  );
  remembered.set(model, names);
  return names;
}

/** The entity's name for a sentence: "NMDARs on PV interneurons", without an aside that is not needed to tell it apart. */
export function proseName(entity: Entity, model: Model): string {
  return namesOf(model).get(entity.id) ?? entity.name;
}

/** Words that keep their capital inside a sentence because they are names of people or places. */
const PROPER = new Set(['Schaffer', 'Purkinje', 'Hebbian', 'Golgi', 'Morris', 'Hamilton']);

/**
 * A name as it stands inside a sentence: "local synaptic protein synthesis", but "Akt", "PSD-95" and "mTORC1" as they are. An ordinary
 * word of four letters or more loses its capital; symbols, short gene names and proper names keep theirs.
 */
function lowered(name: string): string {
  const first = /^[\p{L}\p{N}.+]+/u.exec(name)?.[0] ?? '';
  return /^\p{Lu}\p{Ll}{3,}$/u.test(first) && !PROPER.has(first) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

/** English names of one thing of a sort that take an article, where the sort is said last or before a short mark: "receptor 2". */
const TAKES_ARTICLE =
  /\b(receptor|channel|transporter|pathway|rhythm|nucleus|amygdala|thalamus|gyrus|habenula|accumbens|cingulate|area|cortex|hippocampus)( \S{1,2})?$/i;

/** The name as the object of a sentence, with the article that English asks for: "the glucocorticoid receptor". */
export function inside(name: string): string {
  return TAKES_ARTICLE.test(headOf(name)) && !isPlural(name) ? `the ${lowered(name)}` : lowered(name);
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The name as the subject of a sentence. Symbols that begin with a small letter stay as they are. */
export function atHead(name: string): string {
  const text = inside(name);
  return /^\p{Ll}{4,}|^the /u.test(text) ? capital(text) : text;
}

/** The part of a name that its verb agrees with: "NMDARs" of "NMDARs on PV interneurons". */
function headOf(name: string): string {
  return withoutAside(name).split(/ (?:on|of|at|in|to|from|incl\.) |, /)[0] ?? name;
}

/** English nouns in -s that are one thing. */
const SINGULAR_S = /(ss|us|is|ens|ics)$/i;

/** Whether an English name speaks of several things, so that its verb takes the plural: judged by the last word of its head. */
export function isPlural(name: string): boolean {
  const last =
    headOf(name)
      .split(/[\s/]+/)
      .at(-1) ?? '';
  return /[\p{L}]{2,}s$/u.test(last) && !SINGULAR_S.test(last);
}

/** "Li and Duman 2010", "Li et al. 2010". */
export function citation(reference: Reference, messages: Messages): string {
  const words = messages.speech.citation;
  const [first, second, ...more] = reference.authors.map(familyName);
  if (first === undefined) return words.dated(words.nobody, reference.year);
  if (second === undefined) return words.dated(first, reference.year);
  const joined = more.length > 0 || /^et al/i.test(second) ? words.many(first) : words.two(first, second);
  return words.dated(joined, reference.year);
}

/** "Li" of "Li N"; a name without initials, such as that of a company, is kept whole. */
function familyName(author: string): string {
  return author.replace(/\s+\p{Lu}{1,4}$/u, '').replace(/\.$/, '');
}

/** What a selection is called; its id when the model has no such record. */
export function nameOf(selection: NonNullable<Selection>, model: Model, messages: Messages): string {
  switch (selection.kind) {
    case 'entity':
      return entityOf(model, selection.id)?.name ?? selection.id;
    case 'claim': {
      const claim = claimOf(model, selection.id);
      return claim ? claimSentence(claim, model, messages) : selection.id;
    }
    case 'reference': {
      const reference = referenceOf(model, selection.id);
      return reference ? citation(reference, messages) : selection.id;
    }
    case 'hypothesis':
      return hypothesisOf(model, selection.id)?.name ?? selection.id;
    case 'event':
      return eventOf(model, selection.id)?.name ?? selection.id;
    case 'group':
      return groupOf(model, selection.id)?.name ?? selection.id;
    case 'part':
      return partName(selection.id, model, messages);
    default:
      return recordTitle(model, selection.kind, selection.id) ?? selection.id;
  }
}

/** "NMDA receptor" for a kind, "NMDA receptor 4" for one of them. */
export function partName(id: string, model: Model, messages: Messages): string {
  const name = partOf(model, id)?.name ?? id;
  const index = indexOfPart(id);
  return index === null ? name : messages.speech.plate.one(name, index + 1);
}

/** A moment of an event: a duration where seconds are known, otherwise "an unknown time". The very start keeps its source's words. */
export function momentWords(moment: Moment, messages: Messages): string {
  if (moment.seconds === null) return messages.speech.announce.unknown;
  return moment.seconds > 0 ? durationWords(moment.seconds, messages) : moment.words;
}

/** An event as its button on the score is named: "Glutamate surge, 20 minutes to 2 hours, moderate evidence, times checked". */
export function eventName(event: Event, strength: Strength | null, messages: Messages): string {
  const words = messages.navigator;
  const times = event.timesCheck === 'checked' ? words.timesChecked : words.timesRecalled;
  const evidence = strength === null ? times : messages.speech.list([messages.speech.evidence.plain[strength], times]);
  return words.event(event.name, momentWords(event.onset, messages), momentWords(event.end, messages), evidence);
}
