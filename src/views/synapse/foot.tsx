/** What stands under the picture of the synapse: the score and, below it or beside it in tabs, current, settings and result. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../design/button';
import { TabPanel, Tabs } from '../../design/tabs';
import { stageOf } from '../../explorer/levels';
import { useExplorer } from '../shared/explorer-context';
import { Controls } from './controls';
import { CurrentPlot, PlotNote, PlotTitle } from './current-plot';
import { PictureSettings } from './picture-settings';
import { FireButton, Result } from './result';
import type { ReleaseStore } from './release-store';
import { SavePlot } from './save-plot';
import css from './synapse.module.css';
import { useReleaseState, useReleaseStore } from './use-release';
import { useSynapseWords } from './use-synapse-words';

interface Props {
  readonly score: ReactNode;
  readonly frame: 'desktop' | 'tablet' | 'phone' | 'low';
}

type Tab = 'score' | 'plot' | 'controls';
const ID = 'synapse-foot';

export function SynapseFoot({ score, frame }: Props): ReactNode {
  const all = useSynapseWords();
  const words = all.tabs;
  const store = useReleaseStore();
  const [tab, setTab] = useState<Tab>('plot');
  const stage = stageOf(useExplorer().model, 'synapse');
  if (store === null || stage === undefined || frame === 'low') return score;
  if (frame === 'desktop') {
    return (
      <>
        {score}
        <section className={css['strip']} aria-label={all.bench}>
          <Plot store={store} />
          <Controls stage={stage} />
          <div className={css['outcome']}>
            <Result />
            <FireButton store={store} />
          </div>
        </section>
      </>
    );
  }
  return (
    <section className={css['tabbed']} data-frame={frame} aria-label={all.bench}>
      <Tabs
        id={ID}
        label={words.label}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'score', label: words.score },
          { value: 'plot', label: words.plot },
          { value: 'controls', label: words.controls },
        ]}
      />
      <TabPanel id={ID} value={tab} className={css['tabPanel'] ?? ''}>
        {tab === 'score' && score}
        {tab === 'plot' && (
          <div className={css['narrow']}>
            <Plot store={store} />
            <div className={css['outcome']}>
              <Result />
              <FireButton store={store} />
            </div>
          </div>
        )}
        {tab === 'controls' && (
          <>
            <Controls stage={stage} />
            <PictureSettings />
          </>
        )}
      </TabPanel>
    </section>
  );
}

function Plot({ store }: { readonly store: ReleaseStore }): ReactNode {
  const { dispatch } = useExplorer();
  const words = useSynapseWords();
  const release = useReleaseState();
  const failure = release?.failure ?? null;
  return (
    <div className={css['plot']}>
      <div className={css['plotHead']}>
        <PlotTitle />
        <SavePlot />
      </div>
      {failure !== null && (
        <p className={css['failure']} role="alert">
          {words.failure.told(release?.shown != null)} {failure !== '' && words.failure.reason(failure)}{' '}
          <Button onClick={() => dispatch({ type: 'resetBench' })}>{words.controls.reset}</Button>
        </p>
      )}
      <CurrentPlot store={store} />
      <PlotNote />
    </div>
  );
}
