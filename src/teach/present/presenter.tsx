/** The screen of the audience: one claim at the left, the living picture at the right, the line of stops below. */
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { encode } from '../../explorer/url';
import { useExplorer } from '../../views/shared/explorer-context';
import { useSize } from '../../views/shared/use-size';
import { useWords } from '../../views/shared/use-words';
import { KeyList } from './key-list';
import css from './present.module.css';
import { PointerLayer } from './pointer-layer';
import { SlideText } from './slide-text';
import { Stops } from './stops';
import { useCommands } from './use-commands';
import { useLecture } from './use-lecture';
import { useSlide } from './use-slide';

type Sheet = 'jump' | 'help' | 'blocked' | null;

/** Another window says within this time that the clock runs already. */
const CLOCK_WAITS_MS = 700;
/** The smallest label of a picture is 12 px at a desk and 24 px on a slide of 1920 by 1080. */
const DESK_TO_SLIDE = 2;

interface Props {
  readonly picture: ReactNode;
  /** Says whether the lecture is stored on this device. */
  readonly storage: ReactNode;
}

export function Presenter({ picture, storage }: Props): ReactNode {
  const { state } = useExplorer();
  const words = useWords(english);
  const { name, lecture, set, setSize } = useLecture();
  const slide = useSlide();
  const [sheet, setSheet] = useState<Sheet>(null);
  const [still, setStill] = useState(false);
  const speaker = `?${encode({ ...state, present: false })}&speaker=${name ?? 1}`;
  const target = `bouton-speaker-${name ?? ''}`;
  const openSpeaker = (): void => {
    if (window.open(speaker, target, 'popup,width=1280,height=800') === null) setSheet('blocked');
  };
  useCommands({ jump: () => setSheet('jump'), help: () => setSheet('help'), speaker: openSpeaker });

  // The clock runs from the first slide that is shown, unless the speaker's window has started it before.
  const waits = name !== null && lecture.startedAt === 0;
  const start = useRef(() => undefined as void);
  useEffect(() => {
    start.current = () => set({ startedAt: Date.now() });
  });
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => start.current(), CLOCK_WAITS_MS);
    return () => clearTimeout(timer);
  }, [waits]);

  const [screen, room] = useSize<HTMLElement>();
  const larger = Math.max(1, DESK_TO_SLIDE * Math.min(room.width / 1920, room.height / 1080));
  const enlarged: CSSProperties & Readonly<Record<'--larger', number>> = { '--larger': larger };

  // The speaker's window draws the picture as large as it is here, so that both show the same part of it.
  const [box, picturePlace] = useSize<HTMLDivElement>();
  const tellSize = useRef(setSize);
  useEffect(() => {
    tellSize.current = setSize;
  });
  const { width, height } = picturePlace;
  useEffect(() => {
    if (name !== null && width > 0 && height > 0) tellSize.current({ width, height });
  }, [name, width, height]);

  // A pointer that rests for two seconds leaves the slide to the audience.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const moved = (): void => {
    setStill(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setStill(true), 2_000);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <main className={css['screen']} ref={screen} data-still={still || undefined} onPointerMove={moved} aria-label={words.label}>
      <PointerLayer>
        <SlideText fits />
        <div className={css['picture']} ref={box} data-part="picture" style={enlarged} inert={lecture.frozen}>
          {picture}
        </div>
        <Stops still={lecture.frozen} />
      </PointerLayer>
      <div className={css['quiet']}>
        <Button onClick={openSpeaker}>{words.speaker.open}</Button>
        <Button onClick={() => setSheet('jump')}>{words.jump}</Button>
        <Button onClick={() => setSheet('help')}>{words.help.title}</Button>
        <Leave />
      </div>
      {lecture.frozen && <p className={css['frozen']}>{words.frozen}</p>}
      {lecture.curtain !== 'none' && (
        <div className={css['curtain']} data-curtain={lecture.curtain} role="status">
          <span className="visually-hidden">{words[lecture.curtain]}</span>
        </div>
      )}
      <Dialog open={sheet === 'jump'} onClose={() => setSheet(null)} title={words.jump} closeLabel={words.close} width={720}>
        <ol className={css['jump']}>
          {slide.names.map((name, index) => (
            <li key={index}>
              <button
                type="button"
                aria-current={index + 1 === slide.at ? 'step' : undefined}
                onClick={() => {
                  setSheet(null);
                  slide.goTo(index + 1);
                }}
              >
                {words.stop(index + 1, name)}
              </button>
            </li>
          ))}
        </ol>
      </Dialog>
      <Dialog open={sheet === 'help'} onClose={() => setSheet(null)} title={words.help.title} closeLabel={words.close} width={560}>
        <KeyList />
        {storage}
      </Dialog>
      <Dialog open={sheet === 'blocked'} onClose={() => setSheet(null)} title={words.speaker.open} closeLabel={words.close} width={560}>
        <p>{words.speaker.blocked}</p>
        <p>
          <a href={speaker} target={target}>
            {new URL(speaker, window.location.href).href}
          </a>
        </p>
      </Dialog>
    </main>
  );
}

function Leave(): ReactNode {
  const { dispatch } = useExplorer();
  return <Button onClick={() => dispatch({ type: 'setPresent', present: false })}>{useWords(english).leave}</Button>;
}
