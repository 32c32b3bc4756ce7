/** The reading panel: one card for what is selected, the overview when nothing is. */
import { lazy, Suspense, type ReactNode } from 'react';
import { whenWords } from '../../describe/duration';
import { nameOf } from '../../describe/names';
import { Icon } from '../../design/icons';
import { Sci } from '../../design/sci';
import { claimOf, entityOf, eventOf, groupOf, hypothesisOf, referenceOf } from '../../explorer/lookup';
import { standsFor, type PlateScene } from '../../explorer/plate-scene';
import type { Scene } from '../../explorer/scene';
import type { Entity } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { ClaimCard } from './claim-card';
import css from './claims.module.css';
import { EntityCard } from './entity-card';
import { EventCard } from './event-card';
import { GroupCard } from './group-card';
import { HypothesisCard } from './hypothesis-card';
import { InView } from './in-view';
import { Overview } from './overview';
import { Coming, PageOverview, RecordCard } from './record-cards';
import { ReferenceCard } from './reference-card';

const PlateCard = lazy(() => import('../synapse/plate-panel').then((module) => ({ default: module.PlateCard })));
const PlateInView = lazy(() => import('../synapse/plate-panel').then((module) => ({ default: module.PlateInView })));

interface Props {
  readonly scene: Scene | null;
  /** Brings the camera to a group of the map; null where there is no map. */
  readonly onZoomTo: ((group: string) => void) | null;
}

export function Panel({ scene, onZoomTo }: Props): ReactNode {
  const { state, model, messages } = useExplorer();
  const card = <Card scene={scene} onZoomTo={onZoomTo} />;
  return (
    <>
      {state.selection === null ? (
        <p className={css['where']}>
          {messages.navigator.levelIn[state.level]}, {whenWords(state.when, messages, model.manifest.clocks)}
        </p>
      ) : (
        <StateLink className={css['back'] ?? ''} action={{ type: 'clearSelection' }}>
          <Icon name="previous" size={12} /> {messages.panel.back}
        </StateLink>
      )}
      {card}
      {scene?.kind === 'map' && <InView scene={scene} />}
      {scene?.kind === 'plate' && (
        <Suspense fallback={null}>
          <PlateInView scene={scene} />
        </Suspense>
      )}
    </>
  );
}

function Card({ scene, onZoomTo }: Props): ReactNode {
  const { state, model, messages } = useExplorer();
  const { selection } = state;
  if (selection === null) {
    if (scene?.kind === 'page') return <PageOverview scene={scene} />;
    return scene?.kind === 'plate' ? <PlateOverview scene={scene} /> : <Overview />;
  }
  switch (selection.kind) {
    case 'claim': {
      const claim = claimOf(model, selection.id);
      return claim === undefined ? <Overview /> : <ClaimCard claim={claim} />;
    }
    case 'entity': {
      const entity = entityOf(model, selection.id);
      return entity === undefined ? <Overview /> : <EntityCard entity={entity} drawn={isDrawn(scene, entity)} />;
    }
    case 'reference': {
      const reference = referenceOf(model, selection.id);
      return reference === undefined ? <Overview /> : <ReferenceCard reference={reference} />;
    }
    case 'hypothesis': {
      const hypothesis = hypothesisOf(model, selection.id);
      return hypothesis === undefined ? <Overview /> : <HypothesisCard hypothesis={hypothesis} />;
    }
    case 'event': {
      const event = eventOf(model, selection.id);
      return event === undefined ? <Overview /> : <EventCard event={event} />;
    }
    case 'group': {
      const group = groupOf(model, selection.id);
      return group === undefined ? <Overview /> : <GroupCard group={group} onZoom={onZoomTo === null ? null : () => onZoomTo(group.id)} />;
    }
    case 'part':
      return (
        <Suspense fallback={<Coming title={nameOf(selection, model, messages)} />}>
          <PlateCard id={selection.id} />
        </Suspense>
      );
    default:
      return <RecordCard kind={selection.kind} id={selection.id} />;
  }
}

function isDrawn(scene: Scene | null, entity: Entity): boolean {
  if (scene === null) return false;
  if (scene.kind === 'map') return scene.nodes.some((node) => node.id === entity.id);
  return scene.kind === 'plate' && scene.things.some((thing) => standsFor(thing.object, entity.id));
}

/** A place with nothing selected: what there is to see in it, before what the pack as a whole is about. */
function PlateOverview({ scene }: { readonly scene: PlateScene }): ReactNode {
  const { headline, intro, drawing } = scene.words;
  return (
    <>
      <h1 className={css['title']}>
        <Sci text={headline} />
      </h1>
      <p className={css['text']}>
        <Sci text={intro} />
      </p>
      <p className={css['faint']}>
        <Sci text={drawing.join(' ')} />
      </p>
    </>
  );
}
