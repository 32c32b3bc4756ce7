/** Turns the clinical survey (drug levels, response, regions, inflammation, the article, safety) into pack records. */
import type * as z from 'zod/mini';
import type {
  Check,
  InflammationFinding,
  MetaboliteFinding,
  PkModel,
  PkTarget,
  RegionFinding,
  ResponseCurve,
  SafetyNote,
  Statement,
} from '../../model/schema';
import type { Authored } from './authored';
import type { Loose } from './network';
import type { Sources } from './source';
import { typeset } from './typeset';

type Out<S extends z.core.$ZodType> = Loose<z.input<S>>[];

const checkOf = (verified: boolean): Check => (verified ? 'checked' : 'unchecked');
const noted = (note: string | undefined): { note?: string } => (note === undefined || note === '' ? {} : { note: typeset(note) });

/** Published drug models. Everything that differs from paper to paper stays together, as found, under `parameters`. */
export function pkModels(sources: Sources, idOf: (id: string) => string): Out<typeof PkModel> {
  const models = sources.clinical.pkModels.map((model) => {
    const { id, recommendedRole, species, analyte, population, caveats, refs, verified, ...parameters } = model;
    return {
      id,
      name: typeset(recommendedRole),
      role: typeset(recommendedRole),
      species,
      analyte,
      ...(population === 'none' ? {} : { population }),
      parameters,
      caveats: caveats.map(typeset),
      references: refs.map(idOf),
      check: checkOf(verified),
    };
  });
  const { refs, rules, ...rest } = sources.clinical.occupancy;
  const occupancy = {
    id: 'occupancy',
    name: 'NMDA-receptor channel occupancy from plasma levels',
    role: 'modelled occupancy, to be shown as modelled and with its band',
    species: 'human, with a binding curve measured in rat',
    analyte: 'ketamine and norketamine',
    parameters: rest,
    caveats: rules.map(typeset),
    references: refs.map(idOf),
    check: 'unchecked',
  };
  return [...models, occupancy];
}

export function pkTargets(sources: Sources, idOf: (id: string) => string): Out<typeof PkTarget> {
  return sources.clinical.pkTargets.map((target) => ({
    id: target.id,
    description: typeset(target.description),
    value: target.value,
    unit: target.unit,
    range: target.range,
    references: target.refs.map(idOf),
    check: checkOf(target.verified),
    ...(Object.keys(target.modelPredictions).length === 0 ? {} : { modelPredictions: target.modelPredictions }),
    ...noted(target.note),
  }));
}

export function responseCurves(sources: Sources, idOf: (id: string) => string): Out<typeof ResponseCurve> {
  return sources.clinical.responseCurves.map((curve) => ({
    id: curve.id,
    title: typeset(curve.title),
    scale: curve.scale,
    design: curve.design,
    points: curve.points,
    references: curve.refs.map(idOf),
    check: checkOf(curve.verified),
    ...noted(curve.note),
  }));
}

export function regionFindings(sources: Sources, idOf: (id: string) => string, links: Authored['links']): Out<typeof RegionFinding> {
  return sources.clinical.regionEffects.map((finding) => {
    const entity = links.regionEntity[finding.id];
    const note = [finding.note, links.regionNote[finding.id] ?? ''].filter((part) => part !== '').join('; ');
    return {
      id: finding.id,
      region: finding.region,
      ...(entity === undefined ? {} : { entity }),
      uberon: finding.uberon,
      uberonCheck: checkOf(finding.uberonVerified),
      effect: typeset(finding.effect),
      direction: finding.direction,
      method: finding.method,
      species: { 'rat and mouse': 'rodent', 'human and monkey': 'human' }[finding.species] ?? finding.species,
      model: finding.model,
      dose: typeset(finding.dose),
      time: finding.timeAfterDose,
      references: finding.refs.map(idOf),
      contradictedBy: finding.contradictedBy,
      strength: finding.strength,
      check: checkOf(finding.verified),
      ...noted(note),
    };
  });
}

export function inflammation(sources: Sources, idOf: (id: string) => string): Out<typeof InflammationFinding> {
  return sources.clinical.inflammation.map((finding) => ({
    id: finding.id,
    marker: typeset(finding.marker),
    direction: finding.direction,
    setting: typeset(finding.setting),
    result: typeset(finding.result),
    size: finding.n,
    strength: finding.strength,
    references: finding.refs.map(idOf),
    check: checkOf(finding.verified),
    ...noted(finding.note),
  }));
}

export function metabolites(sources: Sources, idOf: (id: string) => string): Out<typeof MetaboliteFinding> {
  return sources.clinical.metaboliteEvidence.map((finding) => ({
    id: finding.id,
    statement: typeset(finding.statement),
    direction: finding.direction,
    species: finding.species,
    references: finding.refs.map(idOf),
    check: checkOf(finding.verified),
    ...noted(finding.note),
  }));
}

/** Statements of the article that the project started from. Their own `species` and `strength` stay in the survey's words. */
export function statements(sources: Sources, idOf: (id: string) => string, links: Authored['links']): Out<typeof Statement> {
  return sources.clinical.claims.map((claim) => ({
    id: claim.id,
    paraphrase: typeset(claim.claim),
    grade: claim.grade === 'partly' ? 'partly supported' : claim.grade,
    strength: claim.strength,
    species: claim.species,
    verdict: typeset(claim.verdict),
    leavesOut: typeset(claim.whatTheArticleLeavesOut),
    references: claim.refs.map(idOf),
    contradicting: claim.contradictingRefs.map(idOf),
    entities: links.statementEntities[claim.id] ?? [],
  }));
}

export function safety(sources: Sources, idOf: (id: string) => string): Out<typeof SafetyNote> {
  return sources.clinical.safety.map((note) => ({
    id: note.id,
    topic: note.topic,
    fact: typeset(note.fact),
    severity: note.severity,
    references: note.refs.map(idOf),
    check: checkOf(note.verified),
    ...noted(note.note),
  }));
}
