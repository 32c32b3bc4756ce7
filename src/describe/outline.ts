/** The outline in words, ready to be shown as nested lists, read out or written to a file. */
import type { Outline, OutlineEntity } from '../explorer/outline';
import type { SceneEdge } from '../explorer/scene';
import type { Selection } from '../explorer/state';
import type { Model } from '../model/model';
import { strengthOf } from '../explorer/strength-of';
import type { Messages } from './messages';
import { capital, momentWords } from './names';
import { placeNames } from './places';
import { claimSentence, evidenceLabel } from './sentences';

export interface OutlineItem {
  /** Unique within its list. */
  readonly key: string;
  readonly text: string;
  /** A second, lesser phrase: kind, evidence, times. */
  readonly detail: string;
  /** What choosing the item selects; null for a heading. */
  readonly selection: Selection;
  readonly items: readonly OutlineItem[];
}

export interface OutlineSection {
  readonly id: 'things' | 'records' | 'places' | 'groups' | 'hypotheses' | 'events';
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

/** Sections in the order of the page. Sections without items are left out. */
export function outlineSections(outline: Outline, model: Model, messages: Messages): readonly OutlineSection[] {
  const words = messages.outline;
  const sections: readonly OutlineSection[] = [
    { id: 'things', title: words.things, items: thingItems(outline, messages) },
    {
      id: 'records',
      title: words.records,
      items: outline.records.map(({ selection, name }) => ({
        key: `${selection.kind}:${selection.id}`,
        text: name,
        detail: '',
        selection,
        items: [],
      })),
    },
    { id: 'places', title: words.places, items: placeItems(outline, model, messages) },
    { id: 'groups', title: words.groups, items: groupItems(outline, messages) },
    { id: 'hypotheses', title: words.hypotheses, items: hypothesisItems(outline, model, messages) },
    { id: 'events', title: words.events, items: eventItems(outline, messages) },
  ];
  return sections.filter((section) => section.items.length > 0);
}

function thingItems(outline: Outline, messages: Messages): OutlineItem[] {
  return outline.things.map(({ id, object, count }) => ({
    key: id,
    text: object.name,
    detail: count === null ? object.about : messages.speech.list([messages.speech.plate.count(count), object.about]),
    selection: { kind: 'part', id },
    items: [],
  }));
}

function placeItems(outline: Outline, model: Model, messages: Messages): OutlineItem[] {
  const layout = model.layouts.find((item) => item.compartments.some(({ id }) => outline.places.some((place) => place.id === id)));
  const names = layout === undefined ? null : placeNames(layout, model, messages);
  return outline.places.map((place) => ({
    key: place.id ?? '',
    text: messages.outline.place(
      capital((place.id === null ? null : names?.get(place.id)) ?? place.name ?? messages.speech.outside),
      place.entities.length,
    ),
    detail: '',
    selection: null,
    items: place.entities.map((entity) => entityItem(entity, model, messages)),
  }));
}

function entityItem({ node, out, in: into }: OutlineEntity, model: Model, messages: Messages): OutlineItem {
  const words = messages.outline;
  const heading = (key: string, text: string, edges: readonly SceneEdge[]): OutlineItem[] =>
    edges.length === 0 ? [] : [{ key, text, detail: '', selection: null, items: edges.map((edge) => edgeItem(edge, model, messages)) }];
  const items = [...heading('out', words.actsOn, out), ...heading('in', words.actedOnBy, into)];
  const kind = messages.panel.kinds[node.entity.kind];
  return {
    key: node.id,
    text: node.entity.name,
    detail: items.length > 0 ? kind : messages.speech.list([kind, words.noConnections]),
    selection: { kind: 'entity', id: node.id },
    items,
  };
}

function edgeItem(edge: SceneEdge, model: Model, messages: Messages): OutlineItem {
  const evidence = evidenceLabel(edge.claim, edge.strength, messages);
  return {
    key: edge.id,
    text: claimSentence(edge.claim, model, messages),
    detail: edge.passes ? evidence : messages.speech.list([evidence, messages.outline.filtered]),
    selection: { kind: 'claim', id: edge.id },
    items: [],
  };
}

function groupItems(outline: Outline, messages: Messages): OutlineItem[] {
  return outline.groups.map((group) => ({
    key: group.id,
    text: messages.outline.group(group.place.name, group.members.length),
    detail: '',
    selection: { kind: 'group', id: group.id },
    items: group.members.map((node) => ({
      key: node.id,
      text: node.entity.name,
      detail: messages.panel.kinds[node.entity.kind],
      selection: { kind: 'entity', id: node.id },
      items: [],
    })),
  }));
}

function hypothesisItems(outline: Outline, model: Model, messages: Messages): OutlineItem[] {
  return outline.hypotheses.map(({ hypothesis, steps }) => ({
    key: hypothesis.id,
    text: messages.outline.hypothesis(hypothesis.name, steps.length),
    detail: hypothesis.statement,
    selection: { kind: 'hypothesis', id: hypothesis.id },
    items: steps.flatMap((step): OutlineItem[] => {
      const claim = step.edge?.claim ?? model.claims.find((item) => item.id === step.claim);
      if (!claim) return [];
      return [
        {
          key: claim.id,
          text: claimSentence(claim, model, messages),
          detail: evidenceLabel(claim, strengthOf(model, claim), messages),
          selection: { kind: 'claim', id: claim.id },
          items: [],
        },
      ];
    }),
  }));
}

function eventItems(outline: Outline, messages: Messages): OutlineItem[] {
  const words = messages.outline;
  return outline.events.map((event) => {
    const known = [event.onset, event.peakStart, event.peakEnd, event.end].some((moment) => moment.seconds !== null);
    const text = words.event(event.name, momentWords(event.onset, messages), momentWords(event.end, messages));
    return {
      key: event.id,
      text: known ? text : messages.speech.list([event.name, words.unknownTime]),
      detail: messages.navigator.levels[event.level],
      selection: { kind: 'event', id: event.id },
      items: [],
    };
  });
}
