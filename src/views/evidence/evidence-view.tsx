/** Every paper of the pack, filtered by what the reader asks, with what rests on it and a way out in four formats. */
import { useMemo, useState, type ReactNode } from 'react';
import { citation } from '../../describe/names';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { ALL_PAPERS } from '../../explorer/defaults';
import { isFiltering } from '../../explorer/filters';
import {
  ANY_PUBLICATION,
  filterPublications,
  publications,
  type PublicationFilter,
  type PublicationRow,
} from '../../explorer/publications';
import { sceneOf } from '../../explorer/scene-of';
import { REFERENCE_FORMATS } from '../../model/formats';
import { PREPARATIONS, SPECIES } from '../../model/schema';
import { Identifiers } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { Choice, FilterChoices } from '../shared/filter-choices';
import { saveFile } from '../shared/save-file';
import { StateLink } from '../shared/state-link';
import css from './evidence.module.css';

/** Rows drawn at first; more come when asked for. */
const PAGE = 60;
const FORMATS = ['csv', 'bibtex', 'ris', 'csl'] as const;

export function EvidenceView(): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.evidence;
  const { hypothesis, words: text } = state.papers;
  const [shown, setShown] = useState(PAGE);
  const filter: PublicationFilter = useMemo(
    () => ({
      ...ANY_PUBLICATION,
      species: state.filters.species,
      preparation: state.filters.preparation,
      strength: state.filters.strength,
      check: state.filters.check,
      hypothesis,
      words: text,
    }),
    [state.filters, hypothesis, text],
  );
  const all = publications(model);
  const rows = useMemo(() => filterPublications(all, filter), [all, filter]);
  const present = {
    species: SPECIES.filter((item) => all.some((row) => row.species.includes(item))),
    preparation: PREPARATIONS.filter((item) => all.some((row) => row.preparations.includes(item))),
  };
  const scene = isFiltering(state.filters) ? sceneOf(state, model) : null;
  const mapped =
    scene?.kind === 'map' ? messages.panel.filters.alsoMap(scene.edges.filter((edge) => edge.passes).length, scene.edges.length) : null;
  const clear = (): void => {
    dispatch([{ type: 'clearFilters' }, { type: 'setPapers', papers: ALL_PAPERS }]);
  };
  const save = (format: (typeof FORMATS)[number]): void => {
    const { extension, mime, write } = REFERENCE_FORMATS[format];
    saveFile(`${model.manifest.id}-papers.${extension}`, mime, write(rows.map((row) => row.reference)));
  };
  return (
    <article className={css['evidence']}>
      <h1 className="plate-title">{words.title}</h1>
      <p className={`reading ${css['intro'] ?? ''}`}>{words.intro}</p>
      <form className={css['filters']} role="search" aria-label={words.filters.label} onSubmit={(event) => event.preventDefault()}>
        <label className={css['wide']}>
          {words.filters.search}
          <input type="search" value={text} onChange={(event) => dispatch({ type: 'setPapers', papers: { words: event.target.value } })} />
        </label>
        <FilterChoices species={present.species} preparation={present.preparation} strengthLabel={words.filters.strength}>
          <Choice
            label={words.filters.hypothesis}
            any={words.filters.any}
            options={model.hypotheses.map((item) => item.id)}
            name={(id) => model.hypotheses.find((item) => item.id === id)?.short ?? id}
            values={hypothesis === null ? [] : [hypothesis]}
            onChange={([value = null]) => dispatch({ type: 'setPapers', papers: { hypothesis: value } })}
          />
        </FilterChoices>
        <Button kind="quiet" onClick={clear}>
          {words.filters.clear}
        </Button>
      </form>
      <div className={css['bar']}>
        <div role="status">
          <p>{words.count(rows.length, all.length)}</p>
          {mapped !== null && <p className={css['journal']}>{mapped}</p>}
        </div>
        <div className={css['exports']} role="group" aria-label={words.export.label}>
          <span>{words.export.label}</span>
          {FORMATS.map((format) => (
            <Button key={format} onClick={() => save(format)}>
              {words.export[format]}
            </Button>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={css['empty']}>{words.empty}</p>
      ) : (
        <div className={css['scroll']}>
          <table className={css['table']}>
            <thead>
              <tr>
                <th scope="col">{words.columns.paper}</th>
                <th scope="col">{words.columns.species}</th>
                <th scope="col">{words.columns.rests}</th>
                <th scope="col">{words.columns.checked}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <Row key={row.reference.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{words.more(Math.min(PAGE, rows.length - shown))}</Button>}
    </article>
  );
}

function Row({ row }: { readonly row: PublicationRow }): ReactNode {
  const { state, messages } = useExplorer();
  const words = messages.evidence;
  const { reference } = row;
  const select = { type: 'select', selection: { kind: 'reference', id: reference.id } } as const;
  return (
    <tr data-current={state.selection?.kind === 'reference' && state.selection.id === reference.id}>
      <th scope="row">
        <StateLink action={select} current={state.selection?.id === reference.id}>
          {citation(reference, messages)}
        </StateLink>{' '}
        <span className={css['title']}>
          <Sci text={reference.title} />
        </span>{' '}
        <span className={css['journal']}>
          {reference.journal} <Identifiers reference={reference} />
        </span>
      </th>
      <td>{row.species.join(', ')}</td>
      <td>
        {row.claims.length > 0 ? (
          <StateLink
            action={[{ type: 'setMode', mode: 'explore' }, select]}
            label={`${words.showOnMap}: ${words.arrows(row.claims.length)}`}
          >
            {words.arrows(row.claims.length)}
          </StateLink>
        ) : (
          words.records(row.resting)
        )}
      </td>
      <td>{reference.check === 'checked' ? words.yes : <span className={css['unchecked']}>{words.no}</span>}</td>
    </tr>
  );
}
