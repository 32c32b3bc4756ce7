/** The article as the reader has it: which statement is shown, which are listed, and what was graded. */
import { useState, useSyncExternalStore } from 'react';
import type { Distortion, Statement } from '../../model/schema';
import { useExplorer } from '../../views/shared/explorer-context';
import { agreementOf, grading, isOpen, type Agreement, type Grading } from './grading';

export interface Article {
  readonly statements: readonly Statement[];
  readonly shown: Statement;
  /** Number of the shown statement, from 1. */
  readonly at: number;
  readonly grading: Grading;
  readonly open: boolean;
  readonly agreement: Agreement;
  readonly choose: (statement: Statement) => void;
}

/** The reader's grades, followed as they change. */
export function useGrading(): Grading {
  return useSyncExternalStore(grading.subscribe, grading.get);
}

/** Null for a pack without an article. The statement is the selection; the first one when something else is selected. */
export function useArticle(): Article | null {
  const { state, model, dispatch } = useExplorer();
  const now = useGrading();
  const { statements } = model;
  const id = state.selection?.kind === 'statement' ? state.selection.id : null;
  const shown = statements.find((statement) => statement.id === id) ?? statements[0];
  if (shown === undefined) return null;
  return {
    statements,
    shown,
    at: statements.indexOf(shown) + 1,
    grading: now,
    open: isOpen(now, shown.id),
    agreement: agreementOf(now, statements),
    choose: (statement) => dispatch({ type: 'select', selection: { kind: 'statement', id: statement.id } }),
  };
}

/** The kind of distortion that the list is narrowed to, for as long as the page stands. */
export function useKind(): readonly [Distortion | null, (kind: Distortion | null) => void] {
  return useState<Distortion | null>(null);
}
