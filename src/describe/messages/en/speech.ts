/** Grammar and fixed words of everything the explorer says about its content: sentences, durations, announcements, summaries. */

function times(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function both(one: string, many: string): (source: string, target: string, plural: boolean) => string {
  return (source, target, plural) => `${source} ${plural ? many : one} ${target}`;
}

function through(direction: 'raise' | 'lower', how: string): (source: string, target: string, plural: boolean) => string {
  return (source, target, plural) => {
    const said = target.toLowerCase().includes(how);
    return `${source} ${direction}${plural ? '' : 's'} ${target}${said ? '' : ` through ${how}`}`;
  };
}

export const speech = {
  /** A claim's effect as a clause, by the sign of the effect. `plural` speaks of the source. */
  effects: {
    up: {
      increases: both('increases', 'increase'),
      activates: both('activates', 'activate'),
      decreases: both('decreases', 'decrease'),
      blocks: both('blocks', 'block'),
      inhibits: both('inhibits', 'inhibit'),
      expresses: both('increases the expression of', 'increase the expression of'),
      translates: through('raise', 'translation'),
      transcribes: through('raise', 'transcription'),
      phosphorylates: both('phosphorylates and activates', 'phosphorylate and activate'),
      dephosphorylates: both('dephosphorylates and activates', 'dephosphorylate and activate'),
      binds: both('binds and promotes', 'bind and promote'),
      trafficks: through('raise', 'trafficking'),
      transports: through('raise', 'transport'),
    },
    down: {
      increases: both('increases', 'increase'),
      activates: both('activates', 'activate'),
      decreases: both('decreases', 'decrease'),
      blocks: both('blocks', 'block'),
      inhibits: both('inhibits', 'inhibit'),
      expresses: both('lowers the expression of', 'lower the expression of'),
      translates: through('lower', 'translation'),
      transcribes: through('lower', 'transcription'),
      phosphorylates: both('phosphorylates and inhibits', 'phosphorylate and inhibit'),
      dephosphorylates: both('dephosphorylates and inhibits', 'dephosphorylate and inhibit'),
      binds: both('binds and holds back', 'bind and hold back'),
      trafficks: through('lower', 'trafficking'),
      transports: through('lower', 'transport'),
    },
  },
  /** How soon, after a comma. */
  delay: { ms: 'within milliseconds', s: 'within seconds', min: 'within minutes', h: 'within hours', d: 'within days' },
  sentence: (clause: string, delay: string) => `${clause}, ${delay}.`,
  clause: (clause: string) => `${clause}.`,
  evidence: {
    label: (strength: string, sources: number) => `${strength} evidence, ${times(sources, 'source', 'sources')}`,
    strength: { strong: 'Strong', moderate: 'Moderate', early: 'Early', contested: 'Contested' },
  },
  duration: {
    short: {
      ms: (value: string) => `${value} ms`,
      s: (value: string) => `${value} s`,
      min: (value: string) => `${value} min`,
      h: (value: string) => `${value} h`,
      d: (value: string) => `${value} d`,
    },
    long: {
      ms: (value: string) => `${value} ${value === '1' ? 'millisecond' : 'milliseconds'}`,
      s: (value: string) => `${value} ${value === '1' ? 'second' : 'seconds'}`,
      min: (value: string) => `${value} ${value === '1' ? 'minute' : 'minutes'}`,
      h: (value: string) => `${value} ${value === '1' ? 'hour' : 'hours'}`,
      d: (value: string) => `${value} ${value === '1' ? 'day' : 'days'}`,
    },
    about: (duration: string) => `about ${duration}`,
    moment: {
      afterSpike: (duration: string) => `${duration} after one spike`,
      afterDose: (duration: string) => `${duration} after the dose`,
    },
  },
  citation: {
    two: (first: string, second: string) => `${first} and ${second}`,
    many: (first: string) => `${first} et al.`,
    dated: (authors: string, year: number) => `${authors} ${year}`,
    nobody: 'No named author',
  },
  announce: {
    position: (name: string, kind: string, index: number, count: number, place: string) =>
      `${name}, ${kind}, ${index} of ${count} in ${place}`,
    thing: (name: string, kind: string) => `${name}, ${kind}`,
    notDrawn: (name: string, kind: string) => `${name}, ${kind}, not drawn on this level`,
    claim: (sentence: string, evidence: string) => `${sentence} ${evidence}.`,
    reference: (citation: string, count: number) => `${citation}, paper, ${times(count, 'record rests', 'records rest')} on it`,
    hypothesis: (name: string, count: number) => `${name}, explanation, ${times(count, 'arrow belongs', 'arrows belong')} to it`,
    event: (name: string, from: string, to: string) => `${name}, event, ${from} to ${to}`,
    group: (name: string, count: number) => `${name}, process, ${times(count, 'member', 'members')}`,
    unknown: 'not known',
    nothing: 'Nothing is selected.',
    selected: 'selected',
    filtered: 'hidden by your filters',
  },
  places: { outside: 'extracellular space', processes: 'processes' },
  rising: 'rises',
  falling: 'falls',
  present: 'is present',
  summary: {
    place: (title: string, when: string) => `${title}, ${when}.`,
    counts: (entities: number, claims: number, places: number) =>
      `The map shows ${times(entities, 'entity', 'entities')} and ${times(claims, 'arrow', 'arrows')} in ${times(places, 'compartment', 'compartments')}.`,
    hidden: (count: number) => `${times(count, 'arrow is', 'arrows are')} hidden by filters.`,
    lit: (name: string, count: number) => `Lit as a route: ${name}, ${times(count, 'arrow', 'arrows')} on this map.`,
    compared: (a: string, b: string, shared: number, onlyA: number, onlyB: number) =>
      `Compared: ${a} and ${b}. ${times(shared, 'arrow is', 'arrows are')} shared, ${onlyA} only in the first, ${onlyB} only in the second.`,
    selected: (text: string) => `Selected: ${text}.`,
    now: (list: string) => `Measured at this time: ${list}.`,
    nothingNow: 'No measured event is recorded at this time.',
    item: (name: string, change: string) => `${name} ${change}`,
    list: (items: readonly string[]) => items.join(', '),
  },
};
