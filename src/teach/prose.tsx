/** Prose of a step: paragraphs whose links select the record they name. */
import type { ReactNode } from 'react';
import { Sci } from '../design/sci';
import type { Messages } from '../describe/messages';
import { nameOf } from '../describe/names';
import { paragraphsOf, selectionOf } from '../explorer/story';
import type { Model } from '../model/model';
import { useExplorer } from '../views/shared/explorer-context';
import { StateLink } from '../views/shared/state-link';
import css from './story.module.css';

export function Prose({ text }: { readonly text: string }): ReactNode {
  const { model, state } = useExplorer();
  return paragraphsOf(text, model).map((pieces, index) => (
    <p key={index} className={css['prose']}>
      {pieces.map((piece, at) =>
        piece.selection === null ? (
          <Sci key={at} text={piece.text} />
        ) : (
          <StateLink
            key={at}
            action={[
              { type: 'setMode', mode: 'explore' },
              { type: 'select', selection: piece.selection },
            ]}
            current={state.selection?.kind === piece.selection.kind && state.selection.id === piece.selection.id}
          >
            <Sci text={piece.text} />
          </StateLink>
        ),
      )}
    </p>
  ));
}

/** Names of records, each a link to its card. */
export function Records({ ids }: { readonly ids: readonly string[] }): ReactNode {
  return (
    <ul className={css['records']}>
      {ids.map((id) => (
        <Record key={id} id={id} />
      ))}
    </ul>
  );
}

function Record({ id }: { readonly id: string }): ReactNode {
  const { model, messages } = useExplorer();
  const selection = selectionOf(id, model);
  const name = <Sci text={recordName(id, model, messages)} />;
  return (
    <li>
      {selection === null ? (
        name
      ) : (
        <StateLink
          action={[
            { type: 'setMode', mode: 'explore' },
            { type: 'select', selection },
          ]}
        >
          {name}
        </StateLink>
      )}
    </li>
  );
}

/** What a record is called; one that has no card, such as a parameter or a target, is named in its own words. */
export function recordName(id: string, model: Model, messages: Messages): string {
  const selection = selectionOf(id, model);
  if (selection !== null) return nameOf(selection, model, messages);
  const named = [...model.parameters, ...model.conventions].find((record) => record.id === id);
  const asked =
    model.pkTargets.find((record) => record.id === id)?.description ?? model.kineticTargets.find((record) => record.id === id)?.input;
  return named?.name ?? asked ?? id;
}
