/** Pieces the cards share: sections, lines of records, citations. */
import { Children, Fragment, type ReactNode } from 'react';
import { citation } from '../../describe/names';
import { readable } from '../../describe/prose';
import { Glyph } from '../../design/glyphs';
import { Sci } from '../../design/sci';
import { referenceOf } from '../../explorer/lookup';
import { visitEvent } from '../../explorer/score';
import type { Selection } from '../../explorer/state';
import type { Entity, Event, Reference } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';

export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={css['section']}>
      <h2 className={css['head']}>
        <span>{title}</span>
        {aside !== undefined && <span>{aside}</span>}
      </h2>
      {children}
    </section>
  );
}

/** A list of rows with hairlines between them. */
export function Rows({ children }: { readonly children: readonly ReactNode[] }): ReactNode {
  return <ul className={css['rows']}>{Children.map(children, (row) => row !== false && <li>{row}</li>)}</ul>;
}

/** A link that selects a record in the place where it is best read: the diagram. */
export function RecordLink(props: {
  readonly selection: NonNullable<Selection>;
  readonly children: ReactNode;
  readonly className?: string;
}): ReactNode {
  const { state } = useExplorer();
  const current = state.selection?.kind === props.selection.kind && state.selection.id === props.selection.id;
  return (
    <StateLink
      action={{ type: 'select', selection: props.selection }}
      current={current}
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      {props.children}
    </StateLink>
  );
}

/** A measured event: followed, it leads to its place and to the middle of its time. */
export function EventLink({ event }: { readonly event: Event }): ReactNode {
  const { model } = useExplorer();
  return (
    <StateLink action={visitEvent(event, model)}>
      <Sci text={event.name} />
    </StateLink>
  );
}

export function EntityLink({ entity }: { readonly entity: Entity }): ReactNode {
  return (
    <RecordLink selection={{ kind: 'entity', id: entity.id }} className={css['record'] ?? ''}>
      <Glyph name={entity.glyph} size={20} />
      <span>
        <Sci text={entity.name} />
      </span>
    </RecordLink>
  );
}

export function Citation({ reference }: { readonly reference: Reference }): ReactNode {
  const { messages } = useExplorer();
  return (
    <RecordLink selection={{ kind: 'reference', id: reference.id }}>
      <span>{citation(reference, messages)}</span>
      {reference.check === 'unchecked' && <span className={css['unchecked']}> {messages.panel.evidence.unchecked}</span>}
    </RecordLink>
  );
}

/** The citation of a paper by its id; a plain line while the papers are still on their way. */
export function Source({ id }: { readonly id: string }): ReactNode {
  const { model, messages } = useExplorer();
  const reference = referenceOf(model, id);
  return reference === undefined ? messages.app.stillLoading : <Citation reference={reference} />;
}

/** Several papers in a row. */
export function Sources({ ids }: { readonly ids: readonly string[] }): ReactNode {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <Source id={id} />
    </Fragment>
  ));
}

/** A text of the pack, with signs set and ids told as names. */
export function Prose({ text }: { readonly text: string }): ReactNode {
  const { model, messages } = useExplorer();
  return <Sci text={readable(text, model, messages)} />;
}

/** Links to a publication. An identifier that nobody saw in text is printed, never linked. */
export function Identifiers({ reference }: { readonly reference: Reference }): ReactNode {
  const words = useExplorer().messages.panel.reference;
  return (
    <>
      {reference.doi !== undefined &&
        (reference.doiCheck === 'checked' ? (
          <a href={`https://doi.org/${encodeURI(reference.doi)}`} target="_blank" rel="noopener noreferrer">
            doi:{reference.doi}
          </a>
        ) : (
          <span>
            doi:{reference.doi} <span className={css['unchecked']}>{words.doiUnchecked}</span>
          </span>
        ))}{' '}
      {reference.pmid !== undefined &&
        (reference.pmidCheck === 'checked' ? (
          <a href={`https://pubmed.ncbi.nlm.nih.gov/${reference.pmid}/`} target="_blank" rel="noopener noreferrer">
            PMID {reference.pmid}
          </a>
        ) : (
          <span>
            PMID {reference.pmid} <span className={css['unchecked']}>{words.pmidUnchecked}</span>
          </span>
        ))}
    </>
  );
}
