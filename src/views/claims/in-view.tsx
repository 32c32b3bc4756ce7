/** The things the reader's attention is on, as a list: the route's, the selection's neighbours, or the map's main actors. */
import type { ReactNode } from 'react';
import { Glyph } from '../../design/glyphs';
import { Sci } from '../../design/sci';
import type { MapScene, SceneNode } from '../../explorer/scene';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { RecordLink, Section } from './parts';

const SHOWN = 14;

/** Nodes worth listing first: related to the selection, else on the lit route, else the nodes drawn from far out. */
export function inView(scene: MapScene, selected: boolean): readonly SceneNode[] {
  if (selected) return scene.nodes.filter((node) => node.related);
  const lit = scene.nodes.filter((node) => node.route !== 'plain' && node.route !== 'offRoute');
  return lit.length > 0 ? lit : scene.nodes.filter((node) => node.place.tier === 'mid');
}

export function InView({ scene }: { readonly scene: MapScene }): ReactNode {
  const { state, messages } = useExplorer();
  const words = messages.panel.inView;
  const nodes = inView(scene, state.selection !== null);
  if (nodes.length === 0) return null;
  return (
    <Section title={words.title} aside={nodes.length}>
      <ul className={css['two']}>
        {nodes.slice(0, SHOWN).map((node) => (
          <li key={node.id}>
            <RecordLink selection={{ kind: 'entity', id: node.id }} className={css['record'] ?? ''}>
              <Glyph name={node.entity.glyph} size={20} />
              <Sci text={node.entity.short} />
            </RecordLink>
          </li>
        ))}
      </ul>
      {nodes.length > SHOWN && <p className={css['faint']}>{words.more(nodes.length - SHOWN)}</p>}
    </Section>
  );
}
