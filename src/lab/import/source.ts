/**
 * The shape of the four survey files that the flagship pack was made from. Every object is strict: a field that the import does
 * not know about stops it, so nothing in a survey file can be dropped by accident.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const str = z.string();
const num = z.number();
const bool = z.boolean();
const strings = z.array(str);
const nstr = z.nullable(str);

export const SourceReference = z.strictObject({
  id: str,
  authors: str,
  year: num,
  title: str,
  journal: str,
  doi: nstr,
  pmid: nstr,
  verified: bool,
  /** Network survey: which parts of the record were seen. */
  seen: z.optional(strings),
  doiSeen: z.optional(bool),
  uses: z.optional(num),
  note: z.optional(str),
  /** Clinical survey: how it was checked, and where the identifiers came from. */
  check: z.optional(str),
  idSource: z.optional(z.enum(['stored', 'memory', 'none'])),
});
export type SourceReference = z.infer<typeof SourceReference>;

const Node = z.strictObject({
  id: str,
  label: str,
  kind: str,
  compartment: str,
  region: str,
  xrefs: z.record(str, z.union([str, strings])),
  oneLine: str,
});
export type SourceNode = z.infer<typeof Node>;

const Edge = z.strictObject({
  id: str,
  source: str,
  target: str,
  effect: str,
  sign: num,
  delay: z.strictObject({ class: str, window: str }),
  hypotheses: strings,
  evidence: z.array(z.strictObject({ refId: str, species: str, system: str, finding: str })),
  strength: str,
  tier: str,
});
export type SourceEdge = z.infer<typeof Edge>;

const Gate = z.strictObject({
  id: str,
  target: str,
  requires: str,
  logic: str,
  windows: strings,
  hypothesis: str,
  appliesTo: z.union([str, strings]),
  refIds: strings,
  note: str,
});
export type SourceGate = z.infer<typeof Gate>;

const Argument = z.strictObject({ refId: str, finding: str });
const Hypothesis = z.strictObject({
  id: str,
  label: str,
  statement: str,
  supporting: z.array(Argument),
  contradicting: z.array(Argument),
  distinguishingPredictions: strings,
  edgesAdded: strings,
  edgesRemovedInStrictMode: strings,
});
export type SourceHypothesis = z.infer<typeof Hypothesis>;

const Anchor = z.strictObject({
  id: str,
  event: str,
  nodeId: str,
  onset: str,
  peak: str,
  duration: str,
  species: str,
  refIds: strings,
  seenInStoredText: bool,
  timesSeen: bool,
  note: str,
});
export type SourceAnchor = z.infer<typeof Anchor>;

const Network = z.strictObject({
  meta: z.strictObject({
    title: str,
    version: str,
    conventions: z.record(str, str),
    hypothesisTags: strings,
    counts: z.record(str, num),
    verification: str,
  }),
  nodes: z.array(Node),
  edges: z.array(Edge),
  gates: z.array(Gate),
  hypotheses: z.array(Hypothesis),
  timeCourseAnchors: z.array(Anchor),
  references: z.array(SourceReference),
});

const Experiment = z.strictObject({
  id: str,
  refId: str,
  species: str,
  system: str,
  perturbations: z.array(z.strictObject({ node: str, op: str, agent: str, dose: str, site: str, role: str })),
  readouts: z.array(z.strictObject({ node: str, time: str, direction: str, note: str })),
  comparedTo: str,
  hypothesisRelevance: strings,
  nullOrContradiction: bool,
  findingSeen: bool,
  refVerified: bool,
});
export type SourceExperiment = z.infer<typeof Experiment>;

const Experiments = z.strictObject({
  meta: z.strictObject({ title: str, version: str, counts: z.record(str, num), semantics: z.record(str, str) }),
  experiments: z.array(Experiment),
});

const Transition = z.strictObject({
  from: str,
  to: str,
  rate: num,
  unit: z.enum(['/ms', '/mM/ms']),
  ligand: nstr,
  v0_mV: z.optional(num),
  vSlope_mV: z.optional(num),
});

const Scheme = z.strictObject({
  label: str,
  receptor: str,
  temperature_C: num,
  source: str,
  verification: str,
  note: str,
  reversible: bool,
  maxDetailedBalanceError: num,
  states: strings,
  initial: z.record(str, num),
  conducting: strings,
  transitions: z.array(Transition),
});
export type SourceScheme = z.infer<typeof Scheme>;

const Target = z.strictObject({
  id: str,
  group: str,
  input: str,
  expected: z.unknown(),
  unit: str,
  tolerance: str,
  kind: str,
  source: str,
  protocol: z.optional(z.unknown()),
  verification: z.optional(str),
  note: z.optional(str),
});
export type SourceTarget = z.infer<typeof Target>;

const Synapse = z.strictObject({
  title: str,
  version: str,
  evaluation: z.record(str, z.union([str, z.record(str, str)])),
  measures: z.record(str, str),
  checks: strings,
  defaults: z.record(str, z.union([str, strings])),
  parameters: z.record(str, z.unknown()),
  schemes: z.record(str, Scheme),
  targets: z.array(Target),
});

const PkModel = z.looseObject({
  id: str,
  recommendedRole: str,
  species: str,
  analyte: str,
  population: str,
  caveats: strings,
  refs: strings,
  verified: bool,
});
export type SourcePkModel = z.infer<typeof PkModel>;

const PkTarget = z.strictObject({
  id: str,
  description: str,
  value: num,
  unit: str,
  range: z.tuple([num, num]),
  refs: strings,
  verified: bool,
  modelPredictions: z.record(str, z.unknown()),
  note: str,
});

const Curve = z.strictObject({
  id: str,
  title: str,
  scale: str,
  points: z.array(z.looseObject({ t: str, tMin: z.nullable(num) })),
  refs: strings,
  verified: bool,
  design: str,
  note: str,
});

const Region = z.strictObject({
  id: str,
  region: str,
  uberon: str,
  uberonVerified: bool,
  effect: str,
  direction: str,
  method: str,
  species: str,
  model: str,
  dose: str,
  timeAfterDose: str,
  refs: strings,
  verified: bool,
  strength: str,
  contradictedBy: strings,
  note: str,
});
export type SourceRegion = z.infer<typeof Region>;

const Inflammation = z.strictObject({
  id: str,
  marker: str,
  direction: str,
  setting: str,
  result: str,
  n: str,
  refs: strings,
  verified: bool,
  strength: str,
  note: str,
});

const Metabolite = z.strictObject({ id: str, statement: str, direction: str, species: str, refs: strings, verified: bool, note: str });

const Statement = z.strictObject({
  id: str,
  claim: str,
  grade: z.enum(['supported', 'partly', 'contested', 'unsupported', 'misleading']),
  strength: str,
  species: str,
  verdict: str,
  whatTheArticleLeavesOut: str,
  refs: strings,
  contradictingRefs: strings,
});

const Safety = z.strictObject({
  id: str,
  topic: str,
  fact: str,
  severity: str,
  refs: strings,
  verified: bool,
  note: z.optional(str),
});

const Occupancy = z.looseObject({ equation: str, rules: strings, refs: strings });

const Clinical = z.strictObject({
  meta: z.strictObject({
    title: str,
    version: num,
    verification: str,
    gradeScale: strings,
    units: str,
    molarMass: z.record(str, num),
    lookupsUsed: num,
    uberonNote: str,
  }),
  pkModels: z.array(PkModel),
  pkTargets: z.array(PkTarget),
  occupancy: Occupancy,
  metaboliteEvidence: z.array(Metabolite),
  responseCurves: z.array(Curve),
  regionEffects: z.array(Region),
  inflammation: z.array(Inflammation),
  claims: z.array(Statement),
  safety: z.array(Safety),
  references: z.array(SourceReference),
});

const FILES = {
  network: ['network.json', Network],
  experiments: ['experiments.json', Experiments],
  synapse: ['synapse-parameters.json', Synapse],
  clinical: ['pk-clinical.json', Clinical],
} as const;

export interface Sources {
  readonly network: z.infer<typeof Network>;
  readonly experiments: z.infer<typeof Experiments>;
  readonly synapse: z.infer<typeof Synapse>;
  readonly clinical: z.infer<typeof Clinical>;
}

export type SourceName = keyof Sources;

/** Reads one survey file as it is. */
export function readRaw(folder: string, name: SourceName): unknown {
  const raw: unknown = JSON.parse(readFileSync(join(folder, FILES[name][0]), 'utf8'));
  return raw;
}

/** Checks the four survey files against their shapes; throws with the path of the first thing that does not fit. */
export function parseSources(raw: Readonly<Record<SourceName, unknown>>): Sources {
  return {
    network: z.parse(Network, raw.network),
    experiments: z.parse(Experiments, raw.experiments),
    synapse: z.parse(Synapse, raw.synapse),
    clinical: z.parse(Clinical, raw.clinical),
  };
}
