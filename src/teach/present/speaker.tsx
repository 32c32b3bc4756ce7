/** What only the speaker sees: notes, what comes next, the clock and the plan, and the living picture to work with. */
import { useEffect, useId, useState, type ReactNode } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { TabPanel, Tabs } from '../../design/tabs';
import { plainProse } from '../../explorer/story';
import { useSize } from '../../views/shared/use-size';
import { useWords } from '../../views/shared/use-words';
import { KeyList } from './key-list';
import { aheadBy, clockText } from './lecture';
import css from './speaker.module.css';
import { SlideText } from './slide-text';
import { PointerLayer } from './pointer-layer';
import { useCommands } from './use-commands';
import { useLecture } from './use-lecture';
import { useSlide } from './use-slide';

const SECOND_MS = 1_000;

/** The time now, kept up to the second while mounted. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

interface Props {
  readonly picture: ReactNode;
  /** Says whether the lecture is stored on this device. */
  readonly storage: ReactNode;
  /** Time and settings of the level, and the cards of what is chosen: what a slide leaves out. */
  readonly tools: ReactNode;
  readonly cards: ReactNode;
}

const BELOW = ['notes', 'tools', 'cards'] as const;
type Below = (typeof BELOW)[number];

export function Speaker({ picture, storage, tools, cards }: Props): ReactNode {
  const words = useWords(english);
  const { lecture, connected, set } = useLecture();
  const slide = useSlide();
  // Leaving is for the other window; here the keys of the slide are enough.
  const run = useCommands({ leave: () => undefined });
  const following = slide.tour?.steps[slide.at];
  const [below, setBelow] = useState<Below>('notes');
  const id = useId();
  return (
    <main className={css['view']} aria-label={words.speaker.title}>
      <header className={css['head']}>
        <h1>{words.speaker.title}</h1>
        <p role="status" data-connected={connected}>
          {connected ? words.speaker.connected : words.speaker.alone}
        </p>
        <Clock />
      </header>
      <section className={css['now']} aria-label={words.speaker.show}>
        <PointerLayer>
          <AsSeen>{picture}</AsSeen>
          <SlideText />
        </PointerLayer>
      </section>
      <section className={css['notes']}>
        <Tabs
          id={id}
          label={words.speaker.below}
          value={below}
          onChange={setBelow}
          tabs={BELOW.map((value) => ({ value, label: words.speaker[value] }))}
        />
        <TabPanel id={id} value={below} className={css['below'] ?? ''}>
          {below === 'notes' && <Notes />}
          {below === 'tools' && tools}
          {below === 'cards' && cards}
        </TabPanel>
      </section>
      <aside className={css['side']}>
        <h2>{words.speaker.next}</h2>
        <p className={css['following']}>
          <Sci text={slide.names[slide.at] ?? words.speaker.atEnd} />
        </p>
        {following !== undefined && (
          <p className={css['prose']}>
            <Sci text={following.lead} />
          </p>
        )}
        <p className={css['acts']}>
          <Button icon="previous" onClick={() => run('previous')}>
            {words.help.previous}
          </Button>
          <Button kind="filled" onClick={() => run('next')}>
            {words.help.next}
          </Button>
        </p>
        <h2>{words.speaker.controls}</h2>
        <p className={css['acts']}>
          <Button aria-pressed={lecture.curtain === 'black'} onClick={() => run('black')}>
            {words.speaker.blackout}
          </Button>
          <Button aria-pressed={lecture.curtain === 'white'} onClick={() => run('white')}>
            {words.speaker.whiteout}
          </Button>
          <Button aria-pressed={lecture.tool === 'laser'} onClick={() => run('laser')}>
            {words.speaker.laser}
          </Button>
          <Button aria-pressed={lecture.tool === 'spotlight'} onClick={() => run('spotlight')}>
            {words.speaker.spotlight}
          </Button>
          <Button aria-pressed={lecture.frozen} onClick={() => run('freeze')}>
            {words.speaker.freeze}
          </Button>
          <Button kind="quiet" onClick={() => set({ startedAt: Date.now() })}>
            {words.speaker.restart}
          </Button>
        </p>
        {lecture.frozen && <p role="status">{words.speaker.frozen}</p>}
        {storage}
        <details>
          <summary>{words.jump}</summary>
          <ol className={css['jump']}>
            {slide.names.map((name, index) => (
              <li key={index}>
                <button type="button" aria-current={index + 1 === slide.at ? 'step' : undefined} onClick={() => slide.goTo(index + 1)}>
                  {words.stop(index + 1, name)}
                </button>
              </li>
            ))}
          </ol>
        </details>
        <details>
          <summary>{words.help.title}</summary>
          <KeyList />
        </details>
      </aside>
    </main>
  );
}

/** The picture as the audience sees it, only smaller: as large as there in its own pixels, so that every name stands where it stands there. */
function AsSeen({ children }: { readonly children: ReactNode }): ReactNode {
  const { size } = useLecture();
  const [pane, room] = useSize<HTMLDivElement>();
  const zoom = size === null ? 1 : Math.min(room.width / size.width, room.height / size.height);
  return (
    <div className={css['pane']} ref={pane}>
      <div
        className={css['picture']}
        data-part="picture"
        style={size === null || zoom <= 0 ? undefined : { width: size.width, height: size.height, transform: `scale(${zoom})` }}
      >
        {children}
      </div>
    </div>
  );
}

function Notes(): ReactNode {
  const words = useWords(english);
  const { step, statement } = useSlide();
  // What was recorded about a statement is the lecturer's to say; the slide holds the grade and one sentence.
  const known = statement === null ? words.speaker.noNotes : `${statement.verdict} ${statement.leavesOut}`;
  return (
    <>
      <p className={css['note']}>
        <Sci text={step?.notes ?? known} />
      </p>
      {step !== null &&
        plainProse(step.prose)
          .split(/\n\s*\n/)
          .map((paragraph, index) => (
            <p key={index} className={css['prose']}>
              <Sci text={paragraph} />
            </p>
          ))}
    </>
  );
}

function Clock(): ReactNode {
  const words = useWords(english).speaker;
  const now = useNow();
  const { lecture } = useLecture();
  const { plan } = useSlide();
  const elapsed = lecture.startedAt === 0 ? 0 : (now - lecture.startedAt) / 60_000;
  const said = (minutes: number): string => {
    const { whole, seconds } = clockText(minutes);
    return words.minutes(whole, seconds);
  };
  const ahead = plan === null ? 0 : aheadBy(elapsed, plan.before, plan.own);
  const pace = ahead > 0 ? words.ahead(said(ahead)) : ahead < 0 ? words.behind(said(ahead)) : words.onTime;
  return (
    <dl className={css['clock']}>
      <div>
        <dt>{words.clock}</dt>
        <dd>{new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</dd>
      </div>
      <div>
        <dt>{words.elapsed}</dt>
        <dd data-testid="elapsed">{said(elapsed)}</dd>
      </div>
      {plan !== null && (
        <div data-pace={Math.sign(ahead)}>
          <dt>{words.planned(said(plan.before))}</dt>
          <dd>{pace}</dd>
        </div>
      )}
    </dl>
  );
}
