/** The panel with nothing selected: what the map is about, which explanation is lit, and how to read the drawing. */
import type { ReactNode } from 'react';
import { RadioList } from '../../design/radio-list';
import { Sci } from '../../design/sci';
import { hypothesisOf } from '../../explorer/lookup';
import { pairContent } from '../../explorer/selectors';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { ComparisonCard, HypothesisBody, RouteSteps } from './hypothesis-card';
import { Legend } from './legend';
import { MapFilters } from './map-filters';
import { Prose, Section } from './parts';

const NONE = '';

/** The list of rival explanations: one is lit, or one against another. */
export function RouteChooser(): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.panel.routes;
  const [first, second] = state.lit;
  if (model.hypotheses.length === 0) return null;
  return (
    <Section title={words.title}>
      <RadioList
        legend={words.title}
        legendClass="visually-hidden"
        value={first ?? NONE}
        onChange={(id) => dispatch({ type: 'light', hypothesis: id === NONE ? null : id })}
        options={[
          ...model.hypotheses.map((hypothesis) => ({
            value: hypothesis.id as string,
            label: hypothesis.short,
          })),
          { value: NONE, label: words.none },
        ]}
      />
      {first !== undefined && model.hypotheses.length > 1 && (
        <label className={css['sub']}>
          {words.compare}
          <select
            className={css['select']}
            value={second ?? NONE}
            onChange={(event) =>
              dispatch(
                event.target.value === NONE ? { type: 'light', hypothesis: first } : { type: 'compare', a: first, b: event.target.value },
              )
            }
          >
            <option value={NONE}>{words.compareNone}</option>
            {model.hypotheses
              .filter((hypothesis) => hypothesis.id !== first)
              .map((hypothesis) => (
                <option key={hypothesis.id} value={hypothesis.id}>
                  {hypothesis.short}
                </option>
              ))}
          </select>
        </label>
      )}
    </Section>
  );
}

export function Overview(): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = messages.panel;
  const [litA, litB] = state.lit;
  const pair = litA === undefined || litB === undefined ? null : pairContent(litA, litB, model);
  const first = litA === undefined ? undefined : hypothesisOf(model, litA);
  if (pair !== null) {
    return (
      <>
        <ComparisonCard pair={pair} />
        <RouteChooser />
        {state.mode === 'explore' && <MapFilters />}
      </>
    );
  }
  // The pack's own headline tells the explanation it starts with; another one speaks for itself.
  const own = first === undefined || model.manifest.start.lit[0] === first.id;
  const { headline, intro } = model.manifest.start;
  return (
    <>
      <h1 className={css['title']}>
        <Sci text={own ? headline : first.name} />
      </h1>
      <p className={css['text']}>
        <Sci text={own ? intro : first.statement} />
      </p>
      {first !== undefined && first.route.length > 0 && <RouteSteps hypothesis={first} />}
      <RouteChooser />
      <Legend />
      {state.mode === 'explore' && <MapFilters />}
      {first !== undefined && <HypothesisBody hypothesis={first} />}
      {model.manifest.limits.length > 0 && (
        <Section title={words.limits}>
          <ul className={css['rows']}>
            {model.manifest.limits.map((limit) => (
              <li key={limit}>
                <Prose text={limit} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
