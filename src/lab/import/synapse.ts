/** Turns the synapse survey's kinetic schemes, targets and reading rules into pack records. Numbers and protocols stay as found. */
import type * as z from 'zod/mini';
import type { Convention, KineticTarget, Scheme } from '../../model/schema';
import type { Authored } from './authored';
import type { Loose } from './network';
import type { Sources } from './source';
import { typeset } from './typeset';

const UNIT = { '/ms': 'per_ms', '/mM/ms': 'per_mM_ms' } as const;

/** Schemes: the survey's keys become ids, its rate units the pack's words; whether its rates were read in text was judged by hand. */
export function schemes(sources: Sources, work: Authored['schemes']): Loose<z.input<typeof Scheme>>[] {
  return Object.entries(sources.synapse.schemes).map(([id, scheme]) => {
    const own = work[id];
    if (own === undefined) throw new Error(`authored/schemes.json has nothing on ${id}`);
    return {
      id,
      name: typeset(scheme.label),
      receptor: scheme.receptor,
      temperature_C: scheme.temperature_C,
      states: scheme.states,
      initial: scheme.initial,
      conducting: scheme.conducting,
      transitions: scheme.transitions.map(({ from, to, rate, unit, ligand, v0_mV, vSlope_mV }) => ({
        from,
        to,
        rate,
        unit: UNIT[unit],
        ...(ligand === null ? {} : { ligand }),
        ...(v0_mV === undefined ? {} : { v0_mV }),
        ...(vSlope_mV === undefined ? {} : { vSlope_mV }),
      })),
      reversible: scheme.reversible,
      maxDetailedBalanceError: scheme.maxDetailedBalanceError,
      source: scheme.source,
      references: own.references,
      verification: typeset(scheme.verification),
      check: own.check,
      ...(scheme.note === '' ? {} : { note: typeset(scheme.note) }),
    };
  });
}

/** Targets exactly as found: their input, units and protocols are read by `science`. */
export function kineticTargets(sources: Sources): Loose<z.input<typeof KineticTarget>>[] {
  return sources.synapse.targets.map((target) => ({ ...target }));
}

const words = (value: string | readonly string[]): string => [value].flat().join(', ');

/** The rules by which the pack's numbers are read, from the surveys' own front matter. */
export function conventions(sources: Sources): Loose<z.input<typeof Convention>>[] {
  const { network, experiments, synapse, clinical } = sources;
  const group = (name: string, table: Readonly<Record<string, string | readonly string[]>>): Loose<z.input<typeof Convention>>[] =>
    Object.entries(table).map(([key, value]) => ({ id: `${name}.${key}`, group: name, name: key, text: typeset(words(value)) }));
  const { ligands, ...evaluation } = synapse.evaluation;
  const flat = Object.entries(evaluation).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return [
    ...group('network', { ...network.meta.conventions, verification: network.meta.verification }),
    ...group('experiment', experiments.meta.semantics),
    ...group('scheme', Object.fromEntries(flat)),
    ...group('ligand', typeof ligands === 'object' ? ligands : {}),
    ...group('measure', synapse.measures),
    ...group('schemeDefault', synapse.defaults),
    ...group('kineticCheck', Object.fromEntries(synapse.checks.map((check, index) => [String(index + 1), check]))),
    ...group('clinical', {
      verification: clinical.meta.verification,
      units: clinical.meta.units,
      grades: clinical.meta.gradeScale,
      uberon: clinical.meta.uberonNote,
    }),
  ];
}
