/** The same scene as nested lists: the path for a screen reader, for print, and for anyone who would rather read than look. */
import { useMemo, type ReactNode } from 'react';
import { outlineSections, type OutlineItem } from '../../describe/outline';
import { sceneSummary } from '../../describe/summary';
import { Sci } from '../../design/sci';
import { outlineOf } from '../../explorer/outline';
import type { Scene } from '../../explorer/scene';
import { MapFilters } from '../claims/map-filters';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './outline.module.css';

export function OutlineView({ scene }: { readonly scene: Scene | null }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = messages.outline;
  const sections = useMemo(
    () => (scene === null ? [] : outlineSections(outlineOf(scene, model), model, messages)),
    [scene, model, messages],
  );
  return (
    <article className={css['outline']}>
      <h1 className="plate-title">{words.title}</h1>
      <p className={`reading ${css['intro'] ?? ''}`}>{words.intro}</p>
      {scene === null ? <p>{words.empty}</p> : <p className={css['summary']}>{sceneSummary(scene, state, model, messages)}</p>}
      <MapFilters />
      <nav className={css['contents']} aria-label={words.title}>
        {sections.map((section) => (
          <a key={section.id} href={`#outline-${section.id}`}>
            {section.title}
          </a>
        ))}
      </nav>
      {sections.map((section) => (
        <section key={section.id} id={`outline-${section.id}`} className={css['section']}>
          <h2 className="claim-headline">{section.title}</h2>
          {section.id === 'events' ? <EventTable items={section.items} /> : section.items.map((item) => <Top key={item.key} item={item} />)}
        </section>
      ))}
    </article>
  );
}

/** A place, a process or an explanation: a heading over its list. */
function Top({ item }: { readonly item: OutlineItem }): ReactNode {
  return (
    <section className={css['place']}>
      <h3 className={css['placeHead']}>
        <Said item={item} />
      </h3>
      {item.detail !== '' && item.selection?.kind === 'hypothesis' && (
        <p className={css['statement']}>
          <Sci text={item.detail} />
        </p>
      )}
      {item.selection?.kind === 'hypothesis' ? <Steps items={item.items} /> : <List items={item.items} />}
    </section>
  );
}

function List({ items }: { readonly items: readonly OutlineItem[] }): ReactNode {
  return (
    <ul className={css['list']}>
      {items.map((item) => (
        <li key={item.key}>
          <Said item={item} />
          {item.detail !== '' && <span className={css['detail']}> {item.detail}</span>}
          {item.items.length > 0 && <List items={item.items} />}
        </li>
      ))}
    </ul>
  );
}

function Steps({ items }: { readonly items: readonly OutlineItem[] }): ReactNode {
  return (
    <ol className={css['steps']}>
      {items.map((item) => (
        <li key={item.key}>
          <Said item={item} /> <span className={css['detail']}>{item.detail}</span>
        </li>
      ))}
    </ol>
  );
}

function EventTable({ items }: { readonly items: readonly OutlineItem[] }): ReactNode {
  const { messages } = useExplorer();
  return (
    <div className={css['scroll']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{messages.outline.events}</th>
            <th scope="col">{messages.navigator.where}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <td>
                <Said item={item} />
              </td>
              <td>{item.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ item }: { readonly item: OutlineItem }): ReactNode {
  const { state } = useExplorer();
  if (item.selection === null) return <Sci text={item.text} />;
  const current = state.selection?.kind === item.selection.kind && state.selection.id === item.selection.id;
  return (
    <StateLink action={{ type: 'select', selection: item.selection }} current={current}>
      <Sci text={item.text} />
    </StateLink>
  );
}
