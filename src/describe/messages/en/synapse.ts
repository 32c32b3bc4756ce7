/** Words of the synapse level, an area that comes with it: the bench, the traces, the moments of a run, and what the things in view do. */
const times = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const share = (done: number, of: number, one: string, many: string): string => `${done < of ? `${done} of ` : ''}${times(of, one, many)}`;

export const synapse = {
  scene: 'Synapse',
  bench: 'Bench',
  tabs: { label: 'Below the picture', score: 'Time', plot: 'Current', controls: 'Settings' },
  title: 'Current after one presynaptic spike',
  titleTrain: (spikes: number, rate: string) => `Current after ${spikes} presynaptic spikes at ${rate} Hz`,
  unit: (voltage: string) => `pA, ${voltage}`,
  lines: {
    total: 'with ketamine',
    totalAlone: 'total',
    before: 'before ketamine',
    nmda: 'NMDA part',
    nmdaBlocked: (percent: string) => `NMDA part, ${percent} blocked`,
    ampa: 'AMPA part',
    last: 'last good run',
    doseA: 'dose A',
    doseB: 'dose B',
    memantine: 'with memantine',
    less: (percent: string) => `NMDA part, ${percent} less`,
    more: (percent: string) => `NMDA part, ${percent} more`,
  },
  plotSummary: (trials: number, total: string, ampa: string, nmda: string) =>
    `Mean of ${times(trials, 'run', 'runs')}, from 10 ms after each spike averaged over 2 ms. Largest inward current ${total} pA; AMPA part ${ampa} pA, NMDA part ${nmda} pA.`,
  plotCompared: (before: string) => `Before ketamine the NMDA part was ${before} pA.`,
  plotAgainst: (other: string, current: string) => `For comparison, ${other}: NMDA part ${current} pA.`,
  memantineNote:
    'Memantine is built here from its measured affinity at GluN2A receptors, with the on-rate of ketamine and without its second site; nobody has published such a scheme.',
  save: {
    cite: (runs: number, schemes: string, settings: string) =>
      `Simulated: mean of ${times(runs, 'run', 'runs')} with the receptor schemes ${schemes}; ${settings}.`,
    settings: (ketamine: string, mg: string, voltage: string) => `ketamine ${ketamine}, magnesium ${mg} mM, ${voltage}`,
    columns: {
      time: 'time after the first spike',
      total: 'current',
      se: 'standard error',
      ampa: 'AMPA part',
      nmda: 'NMDA part',
      otherTotal: 'current compared with',
      otherNmda: 'NMDA part compared with',
    },
  },
  plotNone: 'No run has been computed yet.',
  controls: {
    label: 'Settings of the synapse',
    ketamine: 'Ketamine',
    mg: 'Magnesium',
    voltage: 'Voltage',
    free: 'Let the voltage follow',
    freeShort: 'free',
    release: 'Release probability',
    subunit: 'NMDA receptor subtype',
    subunitName: (subunit: string) => `GluN${subunit}`,
    spikes: 'Spikes',
    rate: 'Rate',
    compare: 'Show without ketamine too',
    memantine: 'Compare with as much memantine (GluN2A only)',
    seed: 'Another equally likely run',
    subunitShort: 'GluN subtype',
    train: (spikes: string, rate: string) => `${spikes} at ${rate} Hz`,
    more: 'More settings',
    moreShort: 'More',
    source: (name: string) => `Where the numbers for ${name} come from`,
    reset: 'Reset values',
  },
  units: {
    hz: (value: string) => `${value} Hz`,
    ms: (value: string) => `${value} ms`,
    percent: (value: string) => `${value}%`,
  },
  result: {
    calcium: 'Ca2+ entry through NMDA receptors',
    calciumB: 'Ca2+ entry through NMDA receptors, dose A against dose B',
    calciumMemantine: 'Ca2+ entry through NMDA receptors, ketamine against as much memantine',
    against: 'against no ketamine',
    percent: (value: string) => `${value}%`,
    spread: (value: string, trials: number, of: number) =>
      `± ${value} (standard error), ${share(trials, of, 'pair of runs', 'pairs of runs')}`,
    charge: (value: string) => `${value} fC`,
    chargeOf: 'Ca2+ charge through NMDA receptors',
    spreadAlone: (value: string, trials: number, of: number) => `± ${value} (standard error), ${share(trials, of, 'run', 'runs')}`,
    single: (value: string) => `One run varies by ± ${value} (standard deviation).`,
    nothing: 'no Ca2+ entered without ketamine either',
    waiting: 'Ca2+ entry: being computed',
    running: (done: number, of: number) => `Ca2+ entry: ${done} of ${times(of, 'run', 'runs')} done`,
    explain:
      'Mean of paired runs that differ only in ketamine; ± is the standard error. Ca2+ charge is the inward NMDA current times its Ca2+ share.',
  },
  fire: 'Fire spike',
  firing: 'Pause',
  preparing: 'Computing the run',
  resume: 'Continue',
  playhead: 'Moment after the spike',
  moment: (ms: string) => `${ms} ms after the spike`,
  atRest: 'at rest, before the spike',
  slowed: (times: string) => `slowed ${times} times`,
  realTime: 'at the speed of life',
  stepping: {
    label: 'Moments of this run',
    previous: 'Previous moment',
    next: 'Next moment',
    none: 'does not happen in this run',
  },
  moments: {
    rest: 'before the spike',
    fusion: 'a vesicle fuses',
    noRelease: 'the spike released nothing',
    ampaOpen: 'first AMPA receptor opens',
    nmdaOpen: 'first NMDA receptor opens',
    mgLeaves: 'Mg2+ leaves an NMDA receptor',
    ketamineTrapped: 'ketamine enters an open pore',
    peak: 'most receptors open',
    lastNmda: 'last NMDA receptor shuts',
  },
  states: {
    open: (open: number, total: number) => `${open} of ${total} open`,
    nmdaPlain: (open: number, mg: number, total: number) => `${open} of ${total} open, ${mg} plugged by Mg2+`,
    nmda: (open: number, mg: number, ketamine: number, total: number) =>
      `${open} of ${total} open, ${mg} plugged by Mg2+, ${ketamine} holding ketamine`,
    glutamate: (free: number, receptors: number, transporters: number) =>
      `${times(free, 'free molecule', 'free molecules')}, ${receptors} on receptors, ${transporters} on transporters`,
    vesicles: (released: number) => (released === 0 ? 'not yet fused' : `${times(released, 'vesicle', 'vesicles')} released`),
    calcium: (uM: string) => `${uM} µM in the spine`,
    plugs: (count: number) => `in ${count} pores`,
    transporters: (count: number) => `${times(count, 'molecule', 'molecules')} bound`,
  },
  failure: {
    told: (kept: boolean) =>
      kept
        ? 'These settings could not be computed. The last good run and its curve stay; everything else works.'
        : 'No run could be computed. Fire spike tries again; everything else works.',
    reason: (reason: string) => `The reason given: ${reason}.`,
    picture: 'Not computed. Showing the last good run.',
    nothing: 'Not computed. Showing the synapse at rest.',
  },
  oneRun: (runs: number) =>
    runs === 0
      ? 'The picture shows one run.'
      : `The picture shows one run; the curves are the mean of ${times(runs, 'run', 'runs')}, the band one standard error.`,
  still: {
    unavailable: 'Showing the still plate. Everything else works.',
    slow: 'Drawing is slow here, so the still plate is shown. Everything else works.',
    lost: 'The picture was lost and is being restored. Everything else works.',
  },
  drawn: (drawnAmpa: number, ampa: number, drawnNmda: number, nmda: number) =>
    `${drawnAmpa} of ${ampa} AMPA and ${drawnNmda} of ${nmda} NMDA receptors are drawn.`,
  ions: 'Na+ and Ca2+ at an open pore are a sign that current flows, not a count.',
  teachingCount: (uM: string, drawn: number) =>
    `At ${uM} µM there is less than one ketamine molecule in the cleft at a time; ${times(drawn, 'is', 'are')} drawn to be seen.`,
  picture: 'Picture of the synapse. Arrow keys move it, plus and minus zoom, Shift with arrows turns it.',
  fit: 'Show the whole synapse',
  enlarged: 'receptors drawn 1.7 times, small molecules 5 to 6 times',
  scaleBar: (nm: string) => `${nm} nm`,
  labels: {
    openCa: 'Open, Ca2+ enters',
    plugged: 'Plugged by Mg2+',
    trapped: 'Ketamine trapped',
    open: 'Open',
    aboutGlutamate: (count: string) => `about ${count} glutamate`,
  },
  card: {
    facts: 'Numbers',
    now: 'In this run',
    claims: 'What it takes part in',
    entity: 'Everything about it',
    notSimulated: 'Drawn, not simulated.',
    state: {
      open: 'open',
      mg: 'plugged by Mg2+',
      ketamine: 'holding ketamine',
      bound: 'glutamate bound, shut',
      rest: 'at rest',
    },
  },
  settings: {
    label: 'Picture',
    detail: { label: 'Detail', auto: 'Fit', plate: 'Plate', calm: 'Calm', diagram: 'Diagram' },
    tier: { label: 'Drawing', auto: 'Automatic', high: 'Fine', low: 'Light', none: 'Still' },
    about: 'Plate shows everything, calm a quarter of the crowd, diagram only membranes and actors. Light asks less of this device.',
  },
} as const;
