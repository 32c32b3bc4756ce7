/** The strip under the plate: the current, the open and shut times, the scheme and its rates. */
import { useId, useState, type ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Button } from '../../design/button';
import { TabPanel, Tabs } from '../../design/tabs';
import { drawnText } from '../../design/typeset';
import { binShares } from '../../science/receptors/dwell-times';
import { useSize } from '../shared/use-size';
import { Histogram } from './histogram';
import { NumbersTable } from './numbers-table';
import { plain, time } from './numbers-text';
import { PlayBar } from './play-bar';
import type { ChannelPlayer, Snapshot } from './player';
import { RatesTable } from './rates-table';
import css from './recording.module.css';
import { RECORDING_TABS, SaveRecording, type RecordingTab } from './save-recording';
import { SchemeDiagram } from './scheme-diagram';
import { STEPS, type ChannelSetup } from './setup';
import { CurrentTrace } from './trace';

/** Events before a histogram says anything. */
const ENOUGH = 100;
const NARROW = 640;
const RECORD_MS = 300_000;

interface Props {
  readonly setup: ChannelSetup;
  readonly player: ChannelPlayer;
  readonly at: Snapshot;
  readonly stateWords: string;
}

export function Recording({ setup, player, at, stateWords }: Props): ReactNode {
  const words = useWords(receptorWords);
  const [tab, setTab] = useState<RecordingTab>('trace');
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const id = useId();
  return (
    <div className={css['recording']} data-tab={tab}>
      <div className={css['recordingHead']}>
        <Tabs
          label={words.tabs.label}
          tabs={RECORDING_TABS.map((value) => ({ value, label: words.tabs[value] }))}
          value={tab}
          onChange={setTab}
          id={id}
        />
        <PlayBar player={player} at={at} />
      </div>
      <TabPanel id={id} value={tab} className={css['recordingBody'] ?? ''}>
        <div ref={box} className={css['plotBox']}>
          {width > 0 && tab === 'trace' && (
            <Trace setup={setup} player={player} at={at} stateWords={stateWords} width={width} height={height} />
          )}
          {width > 0 && tab === 'times' && <Times setup={setup} player={player} width={width} height={height} />}
          {width > 0 && tab === 'scheme' && <SchemeDiagram setup={setup} now={at.state} width={width} height={Math.max(height, 170)} />}
          {tab === 'rates' && <RatesTable setup={setup} now={at.state} />}
          <div className={css['save']} data-tool>
            <SaveRecording tab={tab} setup={setup} player={player} figure={() => box.current} />
          </div>
        </div>
      </TabPanel>
    </div>
  );
}

interface TraceProps extends Props {
  readonly width: number;
  readonly height: number;
}

export function Trace({ setup, player, at, stateWords, width, height }: TraceProps): ReactNode {
  const { trace: words, play } = useWords(receptorWords);
  const seconds = (at.playhead_ms / 1000).toFixed(3);
  const voltage = `${plain(setup.conditions.v_mV)} mV`;
  return (
    <>
      <p className={css['plotTitle']}>
        {words.title(voltage)}{' '}
        <span>{setup.current_pA === 0 ? words.noCurrent : player.prediction === null ? words.never : words.clean}</span>
        <span>{play.now(seconds)}</span>
      </p>
      <CurrentTrace
        width={width}
        height={Math.max(60, height - 18)}
        stays={player.trace()}
        conducting={setup.scheme.conducting}
        tone={setup.record.receptor === 'AMPA' ? 'ampa' : 'nmda'}
        current_pA={setup.current_pA}
        now_ms={at.playhead_ms}
        span_ms={player.span_ms}
        playhead={{ label: words.playhead, valueText: play.now(seconds), onMove: (ms) => player.goTo(ms) }}
        units={words}
        summary={drawnText(words.summary(stateWords, plain(setup.current_pA), time(player.window_ms)))}
      />
    </>
  );
}

interface TimesProps {
  readonly setup: ChannelSetup;
  readonly player: ChannelPlayer;
  readonly width: number;
  readonly height: number;
}

function Times({ setup, player, width, height }: TimesProps): ReactNode {
  const { histogram: words, trace, play } = useWords(receptorWords);
  const summary = player.summary();
  const prediction = player.prediction;
  const narrow = width < NARROW;
  const share = narrow ? width : Math.floor((width - 300) / 2) - 8;
  const tall = narrow ? 170 : Math.max(110, height - 2);
  const events = Math.min(summary.openings, summary.shuttings);
  return (
    <div className={css['times']} data-narrow={narrow}>
      {prediction === null ? (
        <p className={css['note']}>{trace.never}</p>
      ) : events < ENOUGH ? (
        <p className={css['wait']} style={{ inlineSize: narrow ? width : 2 * share }}>
          {words.wait(events, ENOUGH)}
        </p>
      ) : (
        (['open', 'shut'] as const).map((kind) => {
          const total = kind === 'open' ? summary.openings : summary.shuttings;
          const title = words[kind](total.toLocaleString('en'));
          const gap = prediction.gap_ms;
          return (
            <Histogram
              key={kind}
              width={share}
              height={tall}
              title={title}
              summary={words.summary(title, time(prediction[kind].mean_ms))}
              steps={STEPS}
              counts={kind === 'open' ? player.openBins : player.shutBins}
              expected={binShares(prediction[kind]).map((p) => p * total)}
              predictionLabel={words.prediction}
              mark={kind === 'shut' && gap !== null ? { at_ms: gap, label: words.gap } : undefined}
            />
          );
        })
      )}
      <div className={css['numbers']}>
        <p className={css['recordOn']}>
          <Button data-tool onClick={() => player.recordOn(RECORD_MS)} whyDisabled={prediction === null ? trace.never : undefined}>
            {play.recordOn}
          </Button>
          <span className={css['clock']}>{play.recording(time(summary.recorded_ms))}</span>
        </p>
        <NumbersTable summary={summary} prediction={prediction} setup={setup} />
      </div>
    </div>
  );
}
