/** The receptor level: one simulated channel, drawn, recorded and explained. */
import { useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Segments } from '../../design/tabs';
import { drawnText } from '../../design/typeset';
import type { Stage } from '../../model/schema';
import type { PoreState } from '../../science/receptors/pore-states';
import { useExplorer } from '../shared/explorer-context';
import { useReducedMotion } from '../shared/use-reduced-motion';
import { useSize } from '../shared/use-size';
import { Compact, OnSlide } from '../shared/compact';
import { useTransport } from '../shared/transport';
import type { ReceptorKind } from './anatomy';
import { CloseUp } from './close-up';
import { Controls } from './controls';
import { floating } from './medium';
import { mglurNumbers, MglurRecording } from './mglur';
import { plain } from './numbers-text';
import { PlayBar } from './play-bar';
import strip from './recording.module.css';
import css from './receptor.module.css';
import { Recording, Trace } from './recording';
import { activeShare, channelSetup, type ReceptorSettings } from './setup';
import { nameOf, shownOf, siteMap, WANTED, type StateName } from './shown';
import { StatesList } from './states-list';
import { useChannelLive } from './use-channel-live';
import { usePlayer, usePlaying } from './use-player';

interface Props {
  readonly stage: Stage;
  readonly settings: ReceptorSettings;
  readonly onSettings: (change: Partial<ReceptorSettings>) => void;
  /** Whether the synapse's membrane is free, so that the voltage here is one that stands in. */
  readonly freeVoltage: boolean;
  /** Kind of the part that is selected, in the vocabulary of the baked scene. */
  readonly selected: string | null;
  readonly onPress: (kind: string) => void;
}

/** A low frame as high as this has room for the current too, px. */
const LOW_TRACE_FROM = 330;
const KINDS: readonly ReceptorKind[] = ['nmda', 'ampa', 'mglur'];
/** Elementary charges a second that 1 pA carries (elementary charge 1.602176634e-19 C, exact in the SI), in millions. */
const MILLION_CHARGES_PER_PA = 1e-12 / 1.602176634e-19 / 1e6;

export function ReceptorLevel({ stage, settings, onSettings, freeVoltage, selected, onPress }: Props): ReactNode {
  const { model, announce } = useExplorer();
  const words = useWords(receptorWords);
  const [box, size] = useSize<HTMLDivElement>();
  const still = useReducedMotion();
  const [map, setMap] = useState(true);
  const setup = useMemo(() => channelSetup(settings, stage, model), [settings, stage, model]);
  const run = usePlayer(setup, settings.seed);
  useTransport('moment', run === null ? null : { playing: run.at.playing, play: (on) => run.player.play(on) });

  const playing = run?.at.playing ?? false;
  const state = run === null ? undefined : setup?.states[run.at.state];
  const mglur = mglurNumbers(model);
  const active = mglur !== undefined && activeShare(settings.glutamate_uM, mglur.ec50_uM) > 0.5;
  const name: StateName = map && !playing ? 'map' : state === undefined ? 'shut' : nameOf(state);
  const shown =
    settings.receptor === 'mglur'
      ? { ...siteMap('mglur'), glutamate: active, gateOpen: false }
      : name === 'map' || state === undefined
        ? siteMap(settings.receptor)
        : shownOf(state);
  const spoken =
    settings.receptor === 'mglur'
      ? active
        ? words.states.mglurOn
        : words.states.mglurOff
      : name === 'open' && settings.receptor === 'ampa'
        ? words.states.openAmpa
        : words.states[name];
  const gate = state === undefined || name === 'map' ? '' : `, ${state.gateOpen ? words.gates.open : words.gates.shut}`;
  const stateWords = `${spoken.name}${name === 'mg' ? gate : ''}, ${spoken.about}`;

  const player = run?.player ?? null;
  const choose = useCallback(
    (wish: StateName) => {
      if (player === null) return;
      if (wish === 'map') {
        player.play(false);
        setMap(true);
        return;
      }
      void player.next(WANTED[wish]).then((outcome) => {
        if (outcome === 'left') return;
        const text = words.states[wish].name;
        const found = outcome === 'found';
        announce(drawnText(found ? words.play.entered(text, (player.snapshot().playhead_ms / 1000).toFixed(3)) : words.play.noneOf(text)));
        if (found) setMap(false);
      });
    },
    [player, announce, words],
  );
  // Whatever moves the playhead here leaves the map.
  const seen = run?.at.playhead_ms ?? 0;
  const [lastSeen, setLastSeen] = useState(seen);
  const leads = useChannelLive(player, map, (wish, seen_ms) => {
    setMap(wish);
    setLastSeen(seen_ms);
  });
  usePlaying(player, playing, still, leads);
  if (seen !== lastSeen) {
    setLastSeen(seen);
    setMap(false);
  }

  const kind = settings.receptor;
  const compact = useContext(Compact);
  const onSlide = useContext(OnSlide);
  const layout = compact || size.height < 430 ? 'low' : size.width < 700 ? 'stack' : 'full';
  const charges = setup === null ? '' : words.charges(plain(Math.abs(setup.current_pA) * MILLION_CHARGES_PER_PA, 2));
  const foot = name === 'map' && kind === 'nmda' ? words.mapOnly : name === 'open' && setup?.current_pA !== 0 ? charges : words.drawn[kind];
  const medium = useMemo(() => floating(settings), [settings]);
  const states = kind === 'mglur' ? null : <StatesList kind={kind} now={name} onChoose={choose} />;
  const chooser = (
    <div data-tool>
      <Segments
        label={words.choose.label}
        choices={KINDS.map((value) => ({ value, label: words.choose[value] }))}
        value={kind}
        onChange={(receptor) => onSettings({ receptor })}
      />
    </div>
  );
  return (
    <div
      ref={box}
      className={css['level']}
      data-layout={layout}
      data-shows={name}
      data-playing={playing}
      data-playhead={seen}
      data-slowed={run?.at.slowed}
    >
      <CloseUp
        heading={layout === 'low' && !onSlide ? 'h1' : 'h2'}
        over={layout !== 'stack'}
        kind={kind}
        subunit={settings.subunit}
        shown={shown}
        name={name}
        stateWords={stateWords}
        ligands={ligandWords(words.altLigands, shown.glutamate, name === 'map' ? undefined : state, setup?.states)}
        chooser={chooser}
        states={states}
        medium={medium}
        reducedMotion={still}
        selected={selected}
        onPress={onPress}
        foot={layout === 'low' || (layout === 'stack' && foot === words.drawn[kind]) ? '' : foot}
      />
      {layout === 'low' && run !== null && setup !== null && (
        <div className={strip['lowBar']}>
          <PlayBar player={run.player} at={run.at} brief />
          <p className={strip['lowState']}>{drawnText(spoken.name)}</p>
          {size.height >= LOW_TRACE_FROM && (
            <LowTrace>
              {(width) => <Trace setup={setup} player={run.player} at={run.at} stateWords={stateWords} width={width} height={84} />}
            </LowTrace>
          )}
        </div>
      )}
      {layout === 'stack' && states}
      {layout !== 'low' && (
        <div className={strip['strip']}>
          {run !== null && setup !== null ? (
            <Recording setup={setup} player={run.player} at={run.at} stateWords={stateWords} />
          ) : (
            <MglurRecording glutamate_uM={settings.glutamate_uM} />
          )}
          <Controls settings={settings} onSettings={onSettings} freeVoltage={freeVoltage} />
        </div>
      )}
    </div>
  );
}

function LowTrace({ children }: { readonly children: (width: number) => ReactNode }): ReactNode {
  const [box, { width }] = useSize<HTMLDivElement>();
  return <div ref={box}>{width > 0 && children(width)}</div>;
}

/** How many glutamate sites are filled: those of the scheme's state, or both flytraps of the metabotropic receptor. */
function ligandWords(
  words: { readonly glutamate: (bound: number, sites: number) => string; readonly none: string },
  any: boolean,
  state: PoreState | undefined,
  states: readonly PoreState[] | undefined,
): string {
  if (!any) return words.none;
  const sites = Math.max(2, ...(states ?? []).map((item) => item.bound['glu'] ?? 0));
  return words.glutamate(state?.bound['glu'] ?? sites, sites);
}
