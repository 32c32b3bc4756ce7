/**
 * A level whose picture is made of records: the person, the brain, the circuit. The scene says which records are in view, in reading
 * order; the view of the level works out the rest from the same records.
 */
import type { Model } from '../model/model';
import type { Level } from '../model/schema';
import { recordTitle } from './lookup';
import { RECORD_KINDS, type ExplorerState, type RecordKind, type Selection } from './state';

export interface PageItem {
  readonly selection: NonNullable<Selection>;
  readonly name: string;
  readonly selected: boolean;
}

export interface PageScene {
  readonly kind: 'page';
  readonly level: Level;
  readonly items: readonly PageItem[];
}

/** Which lists make up a level, in reading order. */
const KINDS: Partial<Readonly<Record<Level, readonly RecordKind[]>>> = {
  person: ['curve', 'safety', 'inflammation', 'drugModel'],
  brain: ['region', 'finding'],
  circuit: ['circuit'],
};

/** Whether the pack has records for a level. */
export function hasPage(model: Model, level: Level): boolean {
  return (KINDS[level] ?? []).some((kind) => model[RECORD_KINDS[kind]].length > 0);
}

export function pageSceneOf({ level, selection }: Pick<ExplorerState, 'level' | 'selection'>, model: Model): PageScene {
  const items = (KINDS[level] ?? []).flatMap((kind) => {
    const records: readonly { readonly id: string }[] = model[RECORD_KINDS[kind]];
    return records.map(({ id }): PageItem => ({
      selection: { kind, id },
      name: recordTitle(model, kind, id) ?? id,
      selected: selection?.kind === kind && selection.id === id,
    }));
  });
  return { kind: 'page', level, items };
}
