/** Words of the cell level: the signalling map and how it is walked with keys. */
export const cell = {
  label: 'Signalling map',
  instructions:
    'Arrow keys left and right follow the causal arrows, up and down go through the things of a place, N and P through the connections of the thing in focus. Enter opens it, F6 goes to its explanation and back, Escape returns.',
  scale: 'Drawn to be read, not to scale',
  steps: (numbers: readonly number[]) => `${numbers.length === 1 ? 'step' : 'steps'} ${numbers.join(', ')}`,
  now: { up: 'measured higher now', down: 'measured lower now', present: 'measured now' },
  route: {
    plain: '',
    onRoute: 'on the lit route',
    offRoute: 'not on the lit route',
    onlyA: 'only in the first explanation',
    onlyB: 'only in the second explanation',
    shared: 'in both explanations',
  },
  groupEdge: (source: string, target: string, count: number) => `${source} to ${target}, ${count} ${count === 1 ? 'arrow' : 'arrows'}`,
  zoom: 'Zoom',
  zoomedTo: (name: string) => `Zoomed to ${name}`,
};
