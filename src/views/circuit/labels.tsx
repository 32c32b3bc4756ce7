/** Names on the drawing. The cells are buttons with one tab stop; arrows go from one to the next in the record's order. */
import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { rateWords, reachingWords, sendsWords } from '../../describe/circuit';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { Sci } from '../../design/sci';
import type { CircuitRoute } from '../../explorer/circuit';
import type { Circuit } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './circuit.module.css';
import { STRIP_HEIGHT } from './drawing';
import type { Place, Plan } from './plan';
import type { CellResult } from './results';

interface Props {
  readonly circuit: Circuit;
  readonly plan: Plan;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly route: CircuitRoute | null;
  readonly chosen: string | null;
  readonly results: ReadonlyMap<string, CellResult>;
  readonly small: boolean;
  /** Whether the second half has no ketamine either. */
  readonly drugless: boolean;
  readonly onChoose: (cell: string) => void;
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const SCALE_BAR = 106;
/** Least width of a strip with words, in design units. */
const WORDED = 140;
/** Room between the line of a strip and its numbers, px. */
const UNDER = 3;
/** Least distance of a number from the middle of its strip, px. */
const APART = 13;

export function Labels(props: Props): ReactNode {
  const { circuit, plan, left, top, scale, route, chosen, results, small, drugless, onChoose } = props;
  const { messages } = useExplorer();
  const words = useWords(circuitWords);
  const group = useRef<HTMLDivElement>(null);
  const { list } = messages.speech;
  const at = ([x, y]: Place): CSSProperties => ({ left: (x - left) * scale, top: (y - top) * scale });
  const lit = new Set(route?.block.map(({ id }) => id) ?? []);
  const stop = chosen ?? plan.cells[0]?.cell.id;
  const right = (plan.width / 2 - left) * 2 * scale;
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(group.current?.querySelectorAll<HTMLButtonElement>('button[data-cell]') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    const step = STEP[event.key];
    const next = step !== undefined ? index + step : event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : -2;
    if (index < 0 || next === -2) return;
    event.preventDefault();
    buttons[(next + buttons.length) % buttons.length]?.focus();
  };
  // The words stand once, where the strip is wide enough for them.
  const worded = plan.cells.find(({ strips }) => strips.some(({ width }) => width >= WORDED));
  return (
    <div className={css['labels']} data-small={small || undefined}>
      <div ref={group} role="group" aria-label={words.cells}>
        {plan.cells.map(({ cell, label }) => {
          const result = results.get(cell.id);
          const sends = sendsWords(circuit, cell, words, list);
          const told = result === undefined ? '' : words.ratesTold(rateWords(result.before_Hz), rateWords(result.with_Hz));
          return (
            <button
              key={cell.id}
              type="button"
              className={css['label']}
              data-cell={cell.id}
              data-side={label.side}
              data-lit={lit.has(cell.id) || undefined}
              aria-pressed={chosen === cell.id}
              aria-label={words.told(cell.name, sends, told)}
              tabIndex={cell.id === stop ? 0 : -1}
              style={at(label.at)}
              onClick={() => onChoose(cell.id)}
              onKeyDown={move}
            >
              <Sci text={small ? cell.short : cell.name} />
              {!small && <small>{sends}</small>}
            </button>
          );
        })}
      </div>
      <div aria-hidden="true">
        {plan.cells.flatMap(({ cell, strips }) => {
          const result = results.get(cell.id);
          if (result === undefined) return [];
          return strips.map((strip) => {
            const [x, y] = strip.at;
            const under = y + STRIP_HEIGHT + UNDER / scale;
            const first = worded?.cell.id === cell.id;
            const half = Math.max(strip.width / 4, APART / scale);
            return (
              <span key={`${cell.id}${x}`} className={css['rates']} data-strip={cell.id}>
                <span style={at([x - half, under])}>
                  {rateWords(result.before_Hz)}
                  {first && !small ? ` ${words.before}` : ''}
                </span>
                <b style={at([x + half, under])}>
                  {rateWords(result.with_Hz)}
                  {first && !small ? ` ${drugless ? words.without : words.with}` : small ? '' : ' per s'}
                </b>
              </span>
            );
          });
        })}
        {plan.bounds.map(({ from, to, name }) =>
          !plan.wide && to === plan.height ? null : plan.axis === 'layers' ? (
            <i key={from} className={css['bound']} style={{ top: (from - top) * scale + 8 }}>
              {words.layer(name)}
            </i>
          ) : (
            <i
              key={from}
              className={css['bound']}
              data-axis="nuclei"
              style={{ left: (from - left) * scale, width: (to - from) * scale, bottom: small ? 28 : 40 }}
            >
              {name}
            </i>
          ),
        )}
        {plan.ruler !== null &&
          plan.ruler.brackets.map(({ part, from, to }) => (
            <div key={part} className={css['bracket']} style={{ ...at([(plan.ruler?.x ?? 0) - 7, from]), height: (to - from) * scale }}>
              {!small && (
                <span>
                  <b>{words.brackets[part]}</b>
                  <small>{reachingWords(circuit, part, words, list)}</small>
                </span>
              )}
            </div>
          ))}
        {!small &&
          plan.inputs.map(({ at: place, name }) => (
            <span key={name} className={css['input']} style={at(place)}>
              {words[name]}
            </span>
          ))}
        {plan.trace !== null && !small && (
          <span className={css['input']} data-side="start" style={at([plan.trace.at[0], plan.trace.at[1] + plan.trace.height + 10])}>
            {words.trace}
          </span>
        )}
        {!small && (
          <div className={css['key']} style={{ maxWidth: right }}>
            <svg width="44" height="14">
              <path d="M0 7H34" />
              <path d="M43 7L33 2V12z" data-filled />
            </svg>
            {words.excites}
            <svg width="40" height="16">
              <path d="M0 8H36" />
              <path d="M37.5 1V15" strokeWidth="3" />
            </svg>
            {words.brakes}
          </div>
        )}
        {plan.axis === 'layers' ? (
          <div className={css['scaleBar']} data-narrow={!plan.wide || undefined}>
            <i style={{ width: SCALE_BAR * scale }} />
            <b>{words.scale}</b> {!small && words.enlarged}
          </div>
        ) : (
          <div className={css['scaleBar']}>{words.schematic}</div>
        )}
      </div>
    </div>
  );
}
