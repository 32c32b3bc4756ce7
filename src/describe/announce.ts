/** What a screen reader hears when the selection or the focus moves: name, kind and position. */
import { claimOf, entityOf, eventOf, groupOf, hypothesisOf, referenceOf } from '../explorer/lookup';
import { claimsOfHypothesis } from '../explorer/route';
import type { MapScene, Scene } from '../explorer/scene';
import { kindOfPart, standsFor } from '../explorer/plate-scene';
import type { ExplorerState, Selection } from '../explorer/state';
import { positionOf, walkableOf, type WalkFocus } from '../explorer/walk';
import type { Model } from '../model/model';
import type { Entity } from '../model/schema';
import type { Messages } from './messages';
import { citation, eventName, inside, nameOf, partName } from './names';
import { placeNames } from './places';
import { claimLabel } from './sentences';

/** The state's selection: "NMDAR, receptor, 3 of 12 in dendritic spine". The scene may be null where nothing is drawn. */
export function announceSelection(state: Pick<ExplorerState, 'selection'>, model: Model, scene: Scene | null, messages: Messages): string {
  return state.selection === null ? messages.speech.announce.nothing : announce(state.selection, model, scene, messages);
}

/** The item in focus while the map is walked: near an entity or a claim, far out a group or a line between two groups. */
export function announceFocus(
  { id }: WalkFocus,
  model: Model,
  scene: MapScene,
  messages: Messages,
  detail: 'far' | 'near' = 'near',
): string {
  const line = scene.groupEdges.find((edge) => edge.id === id);
  if (line) {
    const name = (group: string): string => groupOf(model, group)?.name ?? group;
    return messages.cell.groupEdge(name(line.source), name(line.target), line.claims.length);
  }
  // A group may be called like the thing it stands for.
  const group = detail === 'far' && scene.groups.some((item) => item.id === id);
  const thing = scene.nodes.some((node) => node.id === id) ? 'entity' : scene.edges.some((edge) => edge.id === id) ? 'claim' : 'group';
  const said = announce({ kind: group ? 'group' : thing, id }, model, scene, messages);
  return messages.speech.list([said, ...partTaken(id, group, scene, messages)]);
}

/** What the drawing shows of an item beyond its name: its part in the lit route, its steps, and what is measured about it now. */
function partTaken(id: string, asGroup: boolean, scene: MapScene, messages: Messages): readonly string[] {
  const { route, steps, now } = messages.cell;
  if (asGroup) return [route[scene.groups.find((item) => item.id === id)?.route ?? 'plain']].filter((words) => words !== '');
  const node = scene.nodes.find((item) => item.id === id);
  const taken = route[(node ?? scene.edges.find((item) => item.id === id))?.route ?? 'plain'];
  return [
    ...(taken === '' ? [] : [taken]),
    ...(node === undefined || node.steps.length === 0 ? [] : [steps(node.steps)]),
    ...(node?.now == null ? [] : [now[node.now.direction]]),
  ];
}

function announce(selection: NonNullable<Selection>, model: Model, scene: Scene | null, messages: Messages): string {
  const words = messages.speech.announce;
  const { id } = selection;
  switch (selection.kind) {
    case 'entity': {
      const entity = entityOf(model, id);
      return entity ? announceEntity(entity, model, scene, messages) : id;
    }
    case 'claim': {
      const claim = claimOf(model, id);
      return claim ? claimLabel(claim, model, messages) : id;
    }
    case 'reference': {
      const reference = referenceOf(model, id);
      return reference ? words.reference(citation(reference, messages), model.restingOn.get(reference.id)?.length ?? 0) : id;
    }
    case 'hypothesis': {
      const hypothesis = hypothesisOf(model, id);
      return hypothesis ? words.hypothesis(hypothesis.name, claimsOfHypothesis(model, hypothesis.id).size) : id;
    }
    case 'event': {
      const event = eventOf(model, id);
      return event ? eventName(event, null, messages) : id;
    }
    case 'group': {
      const group = groupOf(model, id);
      return group ? words.group(group.name, group.members.length) : nameOf(selection, model, messages);
    }
    case 'part':
      return announcePart(id, model, scene, messages);
    default:
      return announceRecord(selection, model, scene, messages);
  }
}

/** Kind and place of an entity, with its position among the things drawn in the same place. */
export function announceEntity(entity: Entity, model: Model, scene: Scene | null, messages: Messages): string {
  const words = messages.speech.announce;
  const kind = messages.panel.kinds[entity.kind];
  if (scene === null) return words.thing(entity.short, kind);
  if (scene.kind === 'page') return words.notDrawn(entity.short, kind);
  if (scene.kind === 'plate') {
    const drawn = scene.things.some((thing) => standsFor(thing.object, entity.id));
    return drawn ? words.thing(entity.short, kind) : words.notDrawn(entity.short, kind);
  }
  const position = positionOf(walkableOf(scene, 'near'), entity.id);
  if (position === null) return words.notDrawn(entity.short, kind);
  return words.position(entity.short, kind, position.index, position.count, inside(placeName(position.place, scene, model, messages)));
}

/** A record with its place in the list of what is in view. */
function announceRecord(selection: NonNullable<Selection>, model: Model, scene: Scene | null, messages: Messages): string {
  const name = nameOf(selection, model, messages);
  const items = scene?.kind === 'page' ? scene.items : [];
  const index = items.findIndex((item) => item.selection.kind === selection.kind && item.selection.id === selection.id);
  return index < 0 ? name : messages.speech.announce.inPicture(name, index + 1, items.length);
}

/** A thing of a plate with its place in the list of what is in view. */
function announcePart(id: string, model: Model, scene: Scene | null, messages: Messages): string {
  const name = partName(id, model, messages);
  if (scene?.kind !== 'plate') return name;
  const kind = kindOfPart(id);
  const index = scene.things.findIndex((thing) => thing.id === kind);
  return index < 0 ? name : messages.speech.announce.inPicture(name, index + 1, scene.things.length);
}

/** The name of a compartment; things outside every drawn compartment are in extracellular space. */
export function placeName(compartment: string, scene: MapScene, model: Model, messages: Messages): string {
  return placeNames(scene.layout, model, messages).get(compartment) ?? messages.speech.outside;
}
