/** Circuits whose parts fit together: connections run between their cells and end where those cells have something to end on. */
import type { Circuit } from '../schema';
import type { Draft, Finding, Path } from './draft';
import { livingOf } from './draft';

/** Name of the sender that stands for everything beyond the circuit. */
export const OUTSIDE = 'outside';
/** Name under which a firing mark speaks of a field potential. */
export const FIELD = 'field';

type Cell = Circuit['cells'][number];

/** Only pyramidal cells have an apical tree; the dendrites of all others are one part. */
function hasPart(cell: Cell, part: Circuit['connections'][number]['part']): boolean {
  if (part === 'soma') return true;
  return cell.shape === 'pyramidal' ? part !== 'dendrite' : part === 'dendrite';
}

/** Every connection and firing mark of a circuit names a cell of it, and a connection ends at a part that its target has. */
export function circuitCells(draft: Draft): Finding[] {
  return livingOf(draft, 'circuits').flatMap((entry): Finding[] => {
    const { cells, connections, firingMarks, settings } = entry.value;
    const byId = new Map<string, Cell>(cells.map((cell) => [cell.id, cell]));
    const unknown = (item: Path, field: string, id: string): Finding => ({
      entry,
      path: [...item, field],
      message: `"${id}" is no cell of this circuit`,
      remedy: 'name one of its cells',
      loss: { cut: item },
    });
    const faults = connections.flatMap(({ from, to, part }, index): Finding[] => {
      const item: Path = ['connections', index];
      if (from !== OUTSIDE && !byId.has(from)) return [unknown(item, 'from', from)];
      const target = byId.get(to);
      if (target === undefined) return [unknown(item, 'to', to)];
      if (hasPart(target, part)) return [];
      const message = `a ${target.shape} cell has no ${part}`;
      return [{ entry, path: [...item, 'part'], message, remedy: 'name a part that the cell has', loss: { cut: item } }];
    });
    const marks = firingMarks.flatMap(({ cell }, index): Finding[] =>
      cell === FIELD || byId.has(cell) ? [] : [unknown(['firingMarks', index], 'cell', cell)],
    );
    const said = settings.flatMap(({ predicts = [] }, at): Finding[] =>
      predicts.flatMap(({ cell }, index): Finding[] =>
        byId.has(cell) ? [] : [unknown(['settings', at, 'predicts', index], 'cell', cell)],
      ),
    );
    return [...faults, ...marks, ...said];
  });
}
