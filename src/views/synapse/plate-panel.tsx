/** A plate in the reading panel: the card of one of its things, and the list of what is in view. */
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { partName } from '../../describe/names';
import { numberWords } from '../../describe/plate';
import { thingState } from '../../describe/release';
import { Glyph } from '../../design/glyphs';
import { GLYPH_PARTS, type GlyphName } from '../../design/glyph-shapes';
import { Sci } from '../../design/sci';
import { parameterOf } from '../../explorer/bench';
import { entityOf } from '../../explorer/lookup';
import { indexOfPart, kindOfPart, partOf, type PlateScene } from '../../explorer/plate-scene';
import { entityContent } from '../../explorer/selectors';
import type { StageObject } from '../../model/schema';
import css from '../claims/claims.module.css';
import { ClaimRows } from '../claims/entity-card';
import { RecordLink, Rows, Section } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { drawnKetamine } from './actors';
import { Fact } from './fact';
import { useSceneIndex } from './scene-index';
import own from './synapse.module.css';
import { useBench, useCounts, useReceptorState, useReleaseStore } from './use-release';
import { useSynapseWords } from './use-synapse-words';

/** Glyphs of kinds that are named otherwise in the drawing. */
const GLYPH_OF: Readonly<Record<string, GlyphName>> = {
  fusingVesicle: 'vesicle',
  psd: 'psd95',
  glutamateSite: 'glutamate',
  glycineSite: 'glycine',
  ketamineSite: 'ketamine',
  mgSite: 'mg',
  atd: 'nmda',
  lbd: 'nmda',
  gate: 'nmda',
  loop: 'nmda',
  helices: 'nmda',
  tail: 'nmda',
};

function glyphOf(kind: string): GlyphName {
  // Parts of the receptors beside the NMDA receptor: "ampa.lbd", "mglur.glutamateSite".
  const [receptor = kind, part = ''] = kind.split('.');
  const named = part.endsWith('Site') ? (GLYPH_OF[part] ?? kind) : (GLYPH_OF[kind] ?? receptor);
  return named in GLYPH_PARTS ? (named as GlyphName) : 'none';
}

/** Claims a card lists before the rest is left to the entity's own card. */
const CLAIMS_SHOWN = 6;

export function PlateCard({ id }: { readonly id: string }): ReactNode {
  const { model, messages } = useExplorer();
  const all = useSynapseWords();
  const words = all.card;
  const object = partOf(model, id);
  const counts = useCounts();
  const index = indexOfPart(id);
  const single = useReceptorState(kindOfPart(id), index);
  if (object === undefined) return null;
  const state = thingState(object.kind, counts, all);
  return (
    <>
      <h1 className={css['title']}>
        <Sci text={partName(id, model, messages)} />
      </h1>
      <p className={css['text']}>
        <Sci text={object.about} />
      </p>
      {(state !== '' || single !== null) && (
        <Section title={words.now}>
          {single !== null && <p>{words.state[single]}</p>}
          {state !== '' && (
            <p>
              {index !== null && <>{object.plural ?? object.name}: </>}
              <Sci text={state} />
            </p>
          )}
        </Section>
      )}
      {object.parameters.length > 0 && (
        <Section title={words.facts}>
          <Rows>
            {object.parameters.flatMap((parameter) => {
              const record = parameterOf(model, parameter);
              return record === undefined ? [] : [<Fact key={parameter} parameter={record} />];
            })}
          </Rows>
        </Section>
      )}
      <Claims object={object} />
    </>
  );
}

/** Claims that touch the thing's entity, strongest first, and the way to all of them. */
function Claims({ object }: { readonly object: StageObject }): ReactNode {
  const { model } = useExplorer();
  const words = useSynapseWords().card;
  const entity = object.entity === undefined ? undefined : entityOf(model, object.entity);
  if (entity === undefined) return null;
  const content = entityContent(entity, model);
  const claims = [...content.in, ...content.out];
  return (
    <Section title={words.claims} aside={claims.length}>
      <ClaimRows claims={claims.slice(0, CLAIMS_SHOWN)} />
      <p className={css['faint']}>
        <RecordLink selection={{ kind: 'entity', id: entity.id }}>{words.entity}</RecordLink>
      </p>
    </Section>
  );
}

/** Everything that can be named in the picture, with what it is doing now. The same set as the labels choose from. */
export function PlateInView({ scene }: { readonly scene: PlateScene }): ReactNode {
  const { messages } = useExplorer();
  const words = useSynapseWords();
  const list = usePointing();
  const counts = useCounts();
  return (
    <Section title={messages.panel.inView.title} aside={scene.things.length}>
      <ul className={css['two']} ref={list}>
        {scene.things.map(({ id, object }) => (
          <li key={id} data-kind={id}>
            <RecordLink selection={{ kind: 'part', id }} className={css['record'] ?? ''}>
              <span className={own['glyph']}>
                <Glyph name={glyphOf(object.kind)} size={20} />
              </span>
              <span>
                <Sci text={object.plural ?? object.name} />
                <State text={thingState(object.kind, counts, words)} />
              </span>
            </RecordLink>
          </li>
        ))}
      </ul>
      {scene.level === 'synapse' && <Signs scene={scene} />}
    </Section>
  );
}

/** Tells the picture which entry of a list the pointer or the focus is on. */
function usePointing(): RefObject<HTMLUListElement | null> {
  const store = useReleaseStore();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null || store === null) return undefined;
    const point = (event: Event): void => {
      const entry = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-kind]') : null;
      store.point(entry?.dataset['kind'] ?? null);
    };
    const leave = (): void => store.point(null);
    const on = { pointerover: point, focusin: point, pointerleave: leave, focusout: leave };
    for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(on)) element.removeEventListener(name, listener);
      store.point(null);
    };
  }, [store]);
  return list;
}

/** What is drawn as a sign rather than counted, and how many receptors of the run stand in the picture. */
function Signs({ scene }: { readonly scene: PlateScene }): ReactNode {
  const bench = useBench();
  const words = useSynapseWords();
  const counts = useCounts();
  const [ampa = 0, nmda = 0] = useSceneIndex(scene.stage)?.drawn.map((group) => group.length) ?? [];
  const ketamine = drawnKetamine(bench.ketamine_uM);
  return (
    <p className={css['faint']}>
      {counts !== null && <Sci text={words.drawn(ampa, counts.ampa.total, nmda, counts.nmda.total)} />} <Sci text={words.ions} />{' '}
      {ketamine > 0 && <Sci text={words.teachingCount(numberWords(bench.ketamine_uM), ketamine)} />}
    </p>
  );
}

function State({ text }: { readonly text: string }): ReactNode {
  return text === '' ? null : (
    <span className={css['faint']}>
      {' '}
      <Sci text={text} />
    </span>
  );
}
