/** What the plate, the list of states and the sentences say about the state that a channel is in. Pure. */
import type { PoreState } from '../../science/receptors/pore-states';
import type { PlaceLabel, ReceptorKind } from './anatomy';
import type { Shown } from './drawing';
import type { Wanted } from './player';

/** States in the reader's words. "map" shows every site at once and is none of them. */
export type StateName = 'shut' | 'open' | 'mg' | 'blocked' | 'trapped' | 'map';

export const STATE_NAMES: Readonly<Record<Exclude<ReceptorKind, 'mglur'>, readonly StateName[]>> = {
  nmda: ['shut', 'open', 'mg', 'blocked', 'trapped', 'map'],
  ampa: ['shut', 'open', 'map'],
};

/** Name of a state: by its class, and by which ligand is in the pore. */
export function nameOf(state: PoreState): Exclude<StateName, 'map'> {
  if (state.kind === 'shut' || state.kind === 'open') return state.kind;
  return state.blockers.includes('mg') ? 'mg' : state.kind;
}

/** What to search for to come into a named state. */
export const WANTED: Readonly<Record<Exclude<StateName, 'map'>, Wanted>> = {
  shut: { kind: 'shut' },
  open: { kind: 'open' },
  mg: { kind: 'blocked', blocker: 'mg' },
  blocked: { kind: 'blocked', blocker: 'ket' },
  trapped: { kind: 'trapped', blocker: 'ket' },
};

/** The plate of one state. Ketamine and Mg2+ are drawn together only if a state holds both. */
export function shownOf(state: PoreState): Shown {
  return {
    gateOpen: state.gateOpen,
    ketamine: state.blockers.includes('ket'),
    mg: state.blockers.includes('mg'),
    glutamate: (state.bound['glu'] ?? 0) > 0,
    glycine: true,
    ions: state.kind === 'open',
  };
}

/** Every site at once. */
export function siteMap(kind: ReceptorKind): Shown {
  const pore = kind === 'nmda';
  return { gateOpen: false, ketamine: pore, mg: pore, glutamate: true, glycine: pore, ions: false };
}

/** The label that the state is about. */
export function subjectOf(name: StateName): PlaceLabel['id'] | null {
  switch (name) {
    case 'open':
      return 'gate';
    case 'mg':
      return 'mg';
    case 'blocked':
    case 'trapped':
      return 'ketamine';
    case 'shut':
    case 'map':
      return null;
  }
}
