/** The panel of the brain level: what is lit and why, the connections that are drawn, and everything that can be chosen. */
import type { ReactNode } from 'react';
import { connectionText, saysOf } from '../../describe/brain';
import { capital } from '../../describe/names';
import { brain } from '../../describe/messages/en/brain';
import { StrengthLine } from '../../design/evidence-marks';
import { findingsOf, regionsOfSpecies, type RegionNow } from '../../explorer/brain';
import { connectionsOf, type Connection } from '../../explorer/brain-connections';
import type { PageScene } from '../../explorer/page-scene';
import { isMarkerRegion } from '../../model/atlas';
import { BRAIN_SPECIES, type Region } from '../../model/schema';
import css from '../claims/claims.module.css';
import { RecordLink, Section } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import own from './findings/findings.module.css';
import { SignMark } from './findings/labels';
import { SHAPES } from './findings/rodent-shapes';
import { useBrain } from './findings/use-brain';
import { isOnView } from './findings/view-parts';
import { coloursOf } from './palette';
import { isRodentPart } from '../../model/rodent-section';

export function BrainOverview({ scene }: { readonly scene: PageScene }): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(brain);
  const { species, now, connections } = useBrain();
  const drawn = now.filter(({ region }) => region.drawn.length > 0);
  const others = BRAIN_SPECIES.filter((name) => name !== species)
    .map((name) => ({ name, count: findingsOf(model, name).length }))
    .filter(({ count }) => count > 0);
  return (
    <div data-level={scene.level}>
      <h1 className={css['title']}>{words.headline(drawn.length, words.brainOf[species])}</h1>
      <p className={css['text']}>{state.when.basis === 'afterSpike' ? words.afterSpike : words.intro[species]}</p>
      {species === 'rodent' && <p className={css['faint']}>{words.rodentNote}</p>}
      <Connections drawn={connections} />
      <Section title={words.found} aside={now.length}>
        {now.length === 0 ? (
          <p className={css['faint']}>{words.foundNone}</p>
        ) : (
          <ul>
            {now.map((item) => (
              <NowRow key={item.region.id} item={item} />
            ))}
          </ul>
        )}
      </Section>
      <InView now={now} />
      <Section title={words.otherSpecies}>
        {others.map(({ name, count }) => (
          <p key={name} className={css['faint']}>
            {words.elsewhere(count, words.speciesMany[name])}
          </p>
        ))}
      </Section>
    </div>
  );
}

function NowRow({ item }: { readonly item: RegionNow }): ReactNode {
  const words = useWords(brain);
  const { region, hits, sign, strength } = item;
  const { brainView, brainSpecies } = useExplorer().state.places;
  const onView = region.drawn.some((part) => brainSpecies === 'rodent' || isOnView(brainView, part, []));
  return (
    <li>
      <RecordLink selection={{ kind: 'region', id: region.id }} className={own['row'] ?? ''}>
        <SignMark sign={sign} />
        <span>
          <b>{region.name}</b> {saysOf(item, words)}{' '}
          <span className={own['evidence']}>
            <StrengthLine strength={strength} width={24} /> {words.strength[strength]}
            {!onView && `, ${(region.drawn.length === 0 ? words.undrawn : words.notOnView).toLowerCase()}`}
          </span>
        </span>
      </RecordLink>
      {hits.length > 1 && (
        <ul className={own['hits']}>
          {hits.map(({ finding, result }) => (
            <li key={`${finding.id}${result.says}`}>
              <RecordLink selection={{ kind: 'finding', id: finding.id }}>{capital(result.says)}</RecordLink>{' '}
              <span className={css['faint']}>{finding.species}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Connections({ drawn }: { readonly drawn: readonly Connection[] }): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(brain);
  const all = connectionsOf(model, state.places.brainSpecies, state.when);
  const rest = all.filter(({ key }) => !drawn.some((connection) => connection.key === key));
  if (all.length === 0) return null;
  const line = (connection: Connection): ReactNode => (
    <li key={connection.key}>
      <RecordLink selection={connection.selection}>
        {connectionText(connection, words)} <span className={css['faint']}>{words.strength[connection.strength]}</span>
      </RecordLink>
    </li>
  );
  return (
    <Section title={words.connections} aside={drawn.length > 0 ? words.connectionsDrawn : undefined}>
      {drawn.length > 0 && <ol className={css['steps']}>{drawn.map(line)}</ol>}
      {rest.length > 0 && (
        <details>
          <summary>{words.connectionsAll(all.length)}</summary>
          <ul className={css['rows']}>{rest.map(line)}</ul>
        </details>
      )}
      <p className={css['faint']}>{words.arcsNote}</p>
    </Section>
  );
}

/** Every place that can be chosen, with its fill and its direction now; a dashed swatch has no true outline in the picture. */
function InView({ now }: { readonly now: readonly RegionNow[] }): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(brain);
  const { species } = useBrain();
  const regions = regionsOfSpecies(model, species);
  const places = regions.filter(({ drawn }) => drawn.length > 0);
  const undrawn = regions.filter(({ drawn }) => drawn.length === 0);
  return (
    <>
      <Section title={messages.panel.inView.title} aside={words.against}>
        <ul className={own['swatches']}>
          {places.map((region) => (
            <Swatch key={region.id} region={region} now={now} />
          ))}
        </ul>
      </Section>
      {undrawn.length > 0 && (
        <Section title={words.undrawn}>
          <ul className={own['swatches']}>
            {undrawn.map((region) => (
              <Swatch key={region.id} region={region} now={now} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Swatch({ region, now }: { readonly region: Region; readonly now: readonly RegionNow[] }): ReactNode {
  const { theme } = useExplorer().state;
  const words = useWords(brain);
  const item = now.find((found) => found.region.id === region.id);
  const [part] = region.drawn;
  const shape = part !== undefined && isRodentPart(part) && region.species === 'rodent' ? SHAPES[part] : null;
  const colours = part === undefined ? null : coloursOf(shape?.colour ?? part, theme);
  const dashed = part !== undefined && (shape === null ? isMarkerRegion(part) : shape.dashed);
  return (
    <li>
      <RecordLink selection={{ kind: 'region', id: region.id }} className={own['swatch'] ?? ''}>
        <i
          data-dashed={dashed || part === undefined}
          style={{ background: item === undefined ? colours?.rest : colours?.full }}
          aria-hidden="true"
        />
        <span>{region.name}</span>
        {item === undefined ? (
          <em>{words.noData}</em>
        ) : item.sign === 'unknown' ? (
          <em>{words.sign.unknown}</em>
        ) : (
          <>
            <SignMark sign={item.sign} />
            <span className="visually-hidden">, {words.sign[item.sign]}</span>
          </>
        )}
      </RecordLink>
    </li>
  );
}
