/** The same receptor with another drug in its pore: only the drug's binding and unbinding change, gating and Mg2+ stay. */
import type { Blocker } from './blockers';
import type { SchemeInput } from './compile';

/**
 * `scheme` with the rates of `ligand` replaced by those of `blocker`, which keeps the name of the ligand it replaces, so that
 * the medium's concentration of it is that of the new drug. Constructed, as `withBlockers` is: equal to building the composite
 * with the new blocker from the start. Throws a RangeError when the scheme does not bind the ligand.
 */
export function swapBlocker(scheme: SchemeInput, ligand: string, blocker: Pick<Blocker, 'on' | 'off'>, id: string): SchemeInput {
  const bound = new Set(scheme.transitions.filter((t) => t.ligand === ligand).map(({ from, to }) => `${from} ${to}`));
  if (bound.size === 0) throw new RangeError(`Scheme ${scheme.id} does not bind ${ligand}`);
  const transitions = scheme.transitions.map((t): SchemeInput['transitions'][number] => {
    const { from, to } = t;
    if (bound.has(`${from} ${to}`)) return { from, to, unit: 'per_mM_ms', ligand, ...blocker.on };
    return bound.has(`${to} ${from}`) ? { from, to, unit: 'per_ms', ...blocker.off } : t;
  });
  return { ...scheme, id, transitions };
}
