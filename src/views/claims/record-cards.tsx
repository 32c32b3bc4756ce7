/** Cards that come with the code of their level: of records without a drawing, and of the levels made of them. */
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import type { PageScene } from '../../explorer/page-scene';
import type { RecordKind } from '../../explorer/state';
import type { Level } from '../../model/schema';
import { Sci } from '../../design/sci';
import { recordTitle } from '../../explorer/lookup';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { Overview } from './overview';

/** One line a kind: `lazy(() => import('../person/cards').then(…))`. A kind without a card shows the overview. */
const CARDS: Partial<Readonly<Record<RecordKind, ComponentType<{ readonly id: string }>>>> = {
  curve: lazy(() => import('../person/cards').then((module) => ({ default: module.CurveCard }))),
  safety: lazy(() => import('../person/cards').then((module) => ({ default: module.SafetyCard }))),
  inflammation: lazy(() => import('../person/cards').then((module) => ({ default: module.InflammationCard }))),
  metabolite: lazy(() => import('../person/cards').then((module) => ({ default: module.MetaboliteCard }))),
  region: lazy(() => import('../brain/findings/cards').then((module) => ({ default: module.RegionCard }))),
  finding: lazy(() => import('../brain/findings/cards').then((module) => ({ default: module.FindingCard }))),
  circuit: lazy(() => import('../circuit/cards').then((module) => ({ default: module.CircuitCard }))),
  drugModel: lazy(() => import('../person/cards').then((module) => ({ default: module.DrugModelCard }))),
};

/** One line a level: what its panel shows while nothing is selected. */
const OVERVIEWS: Partial<Readonly<Record<Level, ComponentType<{ readonly scene: PageScene }>>>> = {
  person: lazy(() => import('../person/overview').then((module) => ({ default: module.PersonOverview }))),
  brain: lazy(() => import('../brain/panel').then((module) => ({ default: module.BrainOverview }))),
  circuit: lazy(() => import('../circuit/overview').then((module) => ({ default: module.CircuitOverview }))),
};

export function RecordCard({ kind, id }: { readonly kind: RecordKind; readonly id: string }): ReactNode {
  const { model } = useExplorer();
  const Card = CARDS[kind];
  return Card === undefined ? (
    <Overview />
  ) : (
    <Suspense fallback={<Coming title={recordTitle(model, kind, id) ?? id} />}>
      <Card id={id} />
    </Suspense>
  );
}

export function PageOverview({ scene }: { readonly scene: PageScene }): ReactNode {
  const { messages } = useExplorer();
  const Level = OVERVIEWS[scene.level];
  return Level === undefined ? (
    <Overview />
  ) : (
    <Suspense fallback={<Coming title={messages.navigator.levels[scene.level]} />}>
      <Level scene={scene} />
    </Suspense>
  );
}

/** The heading while a card's code comes, so that the page is never without one. */
export function Coming({ title }: { readonly title: string }): ReactNode {
  return (
    <h1 className={css['title']}>
      <Sci text={title} />
    </h1>
  );
}
