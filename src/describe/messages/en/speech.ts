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
    plain: { strong: 'strong evidence', moderate: 'moderate evidence', early: 'early evidence', contested: 'contested evidence' },
  },
  /** Reasons for a strength. A reason that limits says to what. */
  reasons: {
    support: (papers: number, checked: number, species: string, preparations: string) => {
      const several = checked === papers ? 'all checked' : `${checked} of them checked`;
      const compared = papers > 1 ? several : checked === 1 ? 'checked' : 'not yet checked';
      return `${times(papers, 'paper supports', 'papers support')} it, ${compared} against the text. Seen in: ${species}. Preparations: ${preparations}.`;
    },
    judgement: {
      strong: 'The authors of this pack judge it strong.',
      moderate: 'The authors of this pack judge it moderate, so it is shown no higher.',
      weak: 'The authors of this pack judge it weak, so it is shown as early.',
      contested: 'The authors of this pack judge it contested.',
    },
    disputed: (contradicting: number, supporting: number) =>
      `${times(contradicting, 'paper contradicts', 'papers contradict')} it against ${supporting} checked in support, fewer than three for each, so it is contested.`,
    outnumbered: (contradicting: number, supporting: number) =>
      `${times(contradicting, 'paper contradicts', 'papers contradict')} it against ${supporting} checked in support, so it is moderate at most.`,
    mixed: (papers: number) => `${times(papers, 'paper gives', 'papers give')} mixed results, so it is moderate at most.`,
    mixedOnly: (papers: number) =>
      `${times(papers, 'paper gives', 'papers give')} mixed results and none plainly supports it, so it is early at most.`,
    extrapolated: 'The evidence is about a relative of the molecule, so it is early at most.',
    unchecked: (papers: number) =>
      papers === 1
        ? 'The supporting paper has not been checked against its text, so it is early at most.'
        : `None of the ${papers} supporting papers has been checked against its text, so it is early at most.`,
    secondaryOnly: (papers: number) =>
      `Its checked support is ${papers === 1 ? 'a review or another secondary source' : `${papers} reviews or other secondary sources`}, so it is moderate at most.`,
    singlePaper: (preparation: string) =>
      `Only one original paper that was checked supports it, in one kind of preparation (${preparation}), so it is moderate at most.`,
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
    moment: (duration: string, since: string) => `${duration} ${since}`,
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
    inPicture: (name: string, index: number, count: number) => `${name}, ${index} of ${count} in the picture`,
    claim: (sentence: string, evidence: string) => `${sentence} ${evidence}.`,
    reference: (citation: string, count: number) => `${citation}, paper, ${times(count, 'record rests', 'records rest')} on it`,
    hypothesis: (name: string, count: number) => `${name}, explanation, ${times(count, 'arrow belongs', 'arrows belong')} to it`,
    group: (name: string, count: number) => `${name}, process, ${times(count, 'member', 'members')}`,
    unknown: 'an unknown time',
    nothing: 'Nothing is selected.',
  },
  outside: 'extracellular space',
  placeApart: (name: string, mark: string) => `${name} (${mark})`,
  changes: { up: 'up', down: 'down', present: 'present' },
  summary: {
    place: (title: string, when: string) => `${title}, ${when}.`,
    page: (level: string, when: string, count: number) => `${level}, ${when}. ${count} findings in view.`,
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
  },
  /** A plate in words, and its numbers in running text. */
  plate: {
    place: (title: string, subtitle: string) => `${title}, ${subtitle}.`,
    bench: (ketamine: string, mg: string, voltage: string, subunit: string) =>
      `Ketamine ${ketamine}, Mg2+ ${mg}, ${voltage}, NMDA receptors of GluN1 and GluN${subunit}.`,
    benchPlain: (mg: string, voltage: string, subunit: string) => `Mg2+ ${mg}, ${voltage}, NMDA receptors of GluN1 and GluN${subunit}.`,
    things: (list: string) => `In view: ${list}.`,
    one: (name: string, number: number) => `${name} ${number}`,
    count: (count: number) => `${count} in the simulation`,
    none: 'none',
    held: (mV: string) => `at ${mV} mV`,
    unclamped: 'voltage free',
    uM: (value: string) => `${value} µM`,
    mM: (value: string) => `${value} mM`,
    mV: (value: string) => `${value} mV`,
  },
  list: (items: readonly string[]) => items.join(', '),
};
