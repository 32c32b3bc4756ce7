/** A process as drawn far out: what it stands for, and the way in. */
import type { ReactNode } from 'react';
import { Sci } from '../../design/sci';
import { entityOf } from '../../explorer/lookup';
import type { LayoutGroup } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';
import { EntityLink, Section } from './parts';

export function GroupCard({ group, onZoom }: { readonly group: LayoutGroup; readonly onZoom: (() => void) | null }): ReactNode {
  const { model, messages } = useExplorer();
  return (
    <>
      <p className={css['where']}>{messages.panel.kinds.process}</p>
      <h1 className={css['title']}>
        <Sci text={group.name} />
      </h1>
      {onZoom !== null && (
        <button type="button" className={css['button']} onClick={onZoom}>
          {messages.panel.group.zoom}
        </button>
      )}
      <Section title={messages.panel.group.members} aside={group.members.length}>
        {group.members.map((id) => {
          const entity = entityOf(model, id);
          return entity !== undefined && <EntityLink key={id} entity={entity} />;
        })}
      </Section>
      <StateLink className={css['button'] ?? ''} action={{ type: 'clearSelection' }}>
        {messages.panel.back}
      </StateLink>
    </>
  );
}
