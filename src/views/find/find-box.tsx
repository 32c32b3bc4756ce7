/** One search box over everything in the pack. Choosing a result goes there and says so. */
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useMemo, useState, type ReactNode } from 'react';
import { findWords } from '../../describe/find';
import { search } from '../../describe/messages/en/search';
import { Glyph } from '../../design/glyphs';
import { Icon } from '../../design/icons';
import { Sci } from '../../design/sci';
import { actionsFor, createFinder, type FindGroup, type FindResult } from '../../explorer/find';
import { entityOf } from '../../explorer/lookup';
import type { Model } from '../../model/model';
import type { Entity } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './find.module.css';

interface Group {
  readonly value: FindGroup['kind'];
  readonly items: FindResult[];
}

interface Props {
  /** Closes the box; what was chosen is where the reader goes on. */
  readonly onChosen: () => void;
}

export function FindBox({ onChosen }: Props): ReactNode {
  const { state, model, messages, dispatch, announce } = useExplorer();
  const words = useWords(search);
  const [query, setQuery] = useState('');
  const finder = useMemo(() => createFinder(model, findWords(model, messages, words)), [model, messages, words]);
  const groups = useMemo<Group[]>(
    () => finder.find(query).map(({ kind, results }) => ({ value: kind, items: [...results] })),
    [finder, query],
  );
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);

  const choose = (result: FindResult): void => {
    onChosen();
    dispatch(actionsFor(result, model, state));
    const subject = subjectOf(result, model);
    announce(subject === null ? words.went(result.title) : words.wentStatement(subject.name));
  };
  return (
    <Autocomplete.Root
      items={groups}
      inline
      open
      mode="none"
      filter={null}
      autoHighlight="always"
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(item: FindResult) => item.title}
    >
      <div className={css['field']}>
        <Icon name="search" />
        {/* The dialog was opened to type here. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Autocomplete.Input className={css['input']} placeholder={words.placeholder} aria-label={words.title} autoFocus />
      </div>
      <p className={css['status']} role="status">
        {query.trim() === '' ? words.hint : count === 0 ? `${words.none(query.trim())} ${words.noneHelp}` : words.count(count)}
      </p>
      <Autocomplete.List className={css['list']}>
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items} className={css['group']}>
            <Autocomplete.GroupLabel className={css['groupLabel']}>{words.groups[group.value]}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(result: FindResult) => (
                <Autocomplete.Item key={`${result.kind}${result.id}`} value={result} className={css['item']} onClick={() => choose(result)}>
                  {result.kind === 'entity' && <Glyph name={entityOf(model, result.id)?.glyph ?? 'none'} size={20} />}
                  <span>
                    <Sci text={result.title} />
                  </span>
                  <span className={css['matched']}>
                    <MatchedBy result={result} />
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

/** The thing that choosing a statement leads to: a statement is no place of its own. */
function subjectOf(result: FindResult, model: Model): Entity | null {
  if (result.kind !== 'statement') return null;
  const first = model.statements.find((statement) => statement.id === result.id)?.entities[0];
  return first === undefined ? null : (entityOf(model, first) ?? null);
}

function MatchedBy({ result }: { readonly result: FindResult }): ReactNode {
  const { model } = useExplorer();
  const all = useWords(search);
  const words = all.matched;
  const { by, text } = result.matched;
  const subject = subjectOf(result, model);
  if (subject !== null) return <Sci text={all.about(subject.name)} />;
  switch (by) {
    case 'synonym':
      return <Sci text={words.synonym(text)} />;
    case 'identifier':
      return words.identifier(text);
    case 'name':
    case 'authors':
    case 'year':
    case 'text':
      return words[by];
  }
}
