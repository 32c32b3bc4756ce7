/** The place of the model that shows what is known of a statement. */
import { looksOf } from '../../explorer/actions';
import type { ExplorerState } from '../../explorer/state';
import { decode } from '../../explorer/url';
import type { Model } from '../../model/model';
import type { Statement } from '../../model/schema';

/** Everything comes from the statement, except the looks of the page. */
export function statementView(state: ExplorerState, model: Model, { view }: Statement): ExplorerState {
  return { ...decode(view, model).state, ...looksOf(state), pack: state.pack };
}

/** The same place with the statement still selected, as a slide shows it. */
export function statementSlide(state: ExplorerState, model: Model, statement: Statement): ExplorerState {
  return { ...statementView(state, model, statement), mode: state.mode, selection: { kind: 'statement', id: statement.id } };
}
