/** Words of the outline: the whole map as nested lists. */
export const outline = {
  title: 'Outline',
  intro: 'Everything on the map as lists. Choosing an entry selects it, here and on the map.',
  places: 'By place',
  place: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'entity' : 'entities'}`,
  actsOn: 'Acts on',
  actedOnBy: 'Acted on by',
  noConnections: 'No drawn arrow touches it.',
  groups: 'Processes',
  group: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'member' : 'members'}`,
  hypotheses: 'Rival explanations',
  hypothesis: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'step' : 'steps'}`,
  events: 'Events in time',
  event: (name: string, from: string, to: string) => `${name}, ${from} to ${to}`,
  unknownTime: 'time not known',
  filtered: 'hidden by your filters',
  empty: 'This pack has no map. Its papers are listed in the papers view.',
};
