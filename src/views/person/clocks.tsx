/** Two clocks, one for the drug and one for the mood, with the same hand: the drug's is modelled, the mood's is drawn. */
import type { ReactNode } from 'react';
import { figure } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { illustrated, illustrationOf, illustrationPoints } from '../../explorer/person';
import { peakOf, shareOfPeak } from '../../explorer/person-drug';
import { bandAt } from '../../science/pharmacokinetics/band';
import type { DoseSide } from '../dose/use-dose-run';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import ink from './marks.module.css';
import css from './person.module.css';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** The dial runs from one minute at the top to four weeks; the rest of the turn is its seam. */
const FROM = MINUTE;
const TO = 28 * DAY;
const TURN = 330;
const STEPS = 150;
const DECADES = Math.log10(TO / FROM);

interface DialProps {
  readonly radius: number;
  /** Share of the full ring at a time in seconds; null where nothing is known. */
  readonly level: (seconds: number) => number | null;
  readonly kind: 'mood' | 'drug';
  /** Seconds after the dose; null while the playhead stands on the other clock. */
  readonly now: number | null;
}

function angle(seconds: number): number {
  return ((-90 + (Math.log10(Math.min(TO, Math.max(FROM, seconds)) / FROM) / DECADES) * TURN) * Math.PI) / 180;
}

function Dial({ radius, level, kind, now }: DialProps): ReactNode {
  const words = useWords(person).clocks;
  const centre = radius + 22;
  const point = (r: number, seconds: number): readonly [number, number] => [
    centre + r * Math.cos(angle(seconds)),
    centre + r * Math.sin(angle(seconds)),
  ];
  const ring = radius * 0.44;
  const rim = radius - 4;
  const outer: string[] = [];
  const inner: string[] = [];
  for (let step = 0; step <= STEPS; step += 1) {
    const seconds = FROM * 10 ** ((DECADES * step) / STEPS);
    const share = level(seconds) ?? 0;
    outer.push(
      point(rim, seconds)
        .map((value) => value.toFixed(1))
        .join(' '),
    );
    inner.unshift(
      point(rim - Math.min(1, share) * ring, seconds)
        .map((value) => value.toFixed(1))
        .join(' '),
    );
  }
  const ticks = [
    [MINUTE, words.tick.minute],
    [10 * MINUTE, words.tick.ten],
    [HOUR, words.tick.hour],
    [4 * HOUR, words.tick.four],
    [DAY, words.tick.day],
    [7 * DAY, words.tick.week],
    [28 * DAY, words.tick.month],
  ] as const;
  const size = centre * 2;
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" className={css['dial']}>
      <circle cx={centre} cy={centre} r={radius} className={css['face']} />
      <path d={`M${outer.join('L')}L${inner.join('L')}Z`} className={css['dialRing']} data-kind={kind} />
      {ticks.map(([seconds, text]) => {
        const [x1, y1] = point(radius, seconds);
        const [x2, y2] = point(radius + 5, seconds);
        const [x3, y3] = point(radius + 14, seconds);
        return (
          <g key={text}>
            <path d={`M${x1} ${y1}L${x2} ${y2}`} className={css['face']} />
            <text x={seconds === TO ? x3 - 6 : x3} y={y3 + 4} textAnchor="middle" className={ink['tick']}>
              {text}
            </text>
          </g>
        );
      })}
      {now !== null && (
        <>
          <path d={`M${centre} ${centre}L${point(radius - 8, now).join(' ')}`} className={css['hand']} />
          <circle cx={centre} cy={centre} r="3.5" className={css['hub']} />
        </>
      )}
    </svg>
  );
}

function useNow(): number | null {
  const { when } = useExplorer().state;
  return when.basis === 'afterDose' ? when.seconds : null;
}

/** The mood's clock: the drawn curve of the pack, said to be illustrative. */
export function MoodClock({ radius }: { readonly radius: number }): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person).clocks;
  const now = useNow();
  const curve = illustrationOf(model);
  if (curve === null) return null;
  const points = illustrationPoints(curve);
  const share = now === null ? null : illustrated(points, now);
  const told = share === null ? words.moodUnknown : share >= 0.995 ? words.peak : `${figure(Math.round(share * 100))}%`;
  return (
    <div className={css['clock']}>
      <Dial radius={radius} level={(seconds) => illustrated(points, seconds)} kind="mood" now={now} />
      <ClockWords
        title={words.mood}
        about={words.moodAbout}
        value={told}
        note={share === null ? words.moodUnknownAbout : words.moodValue}
      />
    </div>
  );
}

/** The drug's clock: the middle of the modelled band as a share of its peak. */
export function DrugClock({ radius, side }: { readonly radius: number; readonly side: DoseSide }): ReactNode {
  const { state } = useExplorer();
  const words = useWords(person);
  const now = useNow();
  const { run } = side;
  const peak = run === null ? null : peakOf(run);
  const level = (seconds: number): number | null => {
    if (run === null || peak === null || seconds / 60 > run.end_min) return null;
    return (bandAt(run, seconds / 60)?.ngPerMl.ketamine?.value ?? 0) / peak.ngPerMl;
  };
  const share = run === null ? null : shareOfPeak(run, peak, state.when);
  const text = share === null ? (run === null ? words.clocks.waiting : words.clocks.moodUnknown) : percentOf(share.share);
  const told = share?.beyond === true ? words.clocks.less(text) : text;
  return (
    <div className={css['clock']}>
      <Dial radius={radius} level={level} kind="drug" now={now} />
      <ClockWords title={words.clocks.drug} about={words.clocks.drugAbout} value={told} note={words.clocks.drugValue} />
    </div>
  );
}

function percentOf(share: number): string {
  const percent = share * 100;
  return `${percent >= 1 ? Math.round(percent) : figure(Number(percent.toPrecision(1)))}%`;
}

function ClockWords(props: { readonly title: string; readonly about: string; readonly value: string; readonly note: string }): ReactNode {
  return (
    <p className={css['clockWords']}>
      <b>{props.title}</b>
      <span>{props.about}</span>
      <strong>{props.value}</strong>
      <span>{props.note}</span>
    </p>
  );
}
