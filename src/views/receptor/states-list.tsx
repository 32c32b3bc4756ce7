/** The states a channel can be in, with words; the present one marked. Choosing one goes to the next time the channel enters it. */
import type { ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { GlyphShape } from '../../design/glyphs';
import { Sci } from '../../design/sci';
import type { ReceptorKind } from './anatomy';
import css from './receptor.module.css';
import { STATE_NAMES, type StateName } from './shown';

interface Props {
  readonly kind: Exclude<ReceptorKind, 'mglur'>;
  readonly now: StateName;
  readonly onChoose: (name: StateName) => void;
}

export function StatesList({ kind, now, onChoose }: Props): ReactNode {
  const words = useWords(receptorWords).states;
  return (
    <section className={css['states']} aria-label={words.title}>
      <h3 title={words.note}>{words.title}</h3>
      <ul>
        {STATE_NAMES[kind].map((name) => {
          const { name: text, about } = name === 'open' && kind === 'ampa' ? words.openAmpa : words[name];
          return (
            <li key={name}>
              <button
                type="button"
                aria-current={name === now && name !== 'map' ? 'true' : undefined}
                aria-pressed={name === 'map' ? now === 'map' : undefined}
                data-now={name === now}
                onClick={() => onChoose(name)}
              >
                <StateIcon kind={kind} name={name} />
                <b>
                  <Sci text={text} />
                </b>
                <span className={css['about']}>
                  <Sci text={about} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A small picture of the state; at this size the words beside it carry the meaning. */
function StateIcon({ kind, name }: { readonly kind: Props['kind']; readonly name: StateName }): ReactNode {
  const inside = {
    shut: null,
    open: kind === 'ampa' ? 'na' : 'ca',
    mg: 'mg',
    blocked: 'ketamine',
    trapped: 'ketamine',
    map: null,
  } as const;
  const glyph = inside[name];
  const apart = name === 'open' || name === 'blocked' ? 1.6 : 0;
  return (
    <svg width="26" height="30" viewBox="-12 -13 24 26" aria-hidden="true">
      {[-1, 1].map((side) => (
        <g key={side} transform={`translate(${side * apart} 0)`} style={{ clipPath: side < 0 ? 'inset(0 50% 0 0)' : 'inset(0 0 0 50%)' }}>
          <GlyphShape name={kind} />
        </g>
      ))}
      {glyph !== null && (
        <g transform="translate(0 6.5) scale(.46)">
          <GlyphShape name={glyph} outline={2} />
        </g>
      )}
      {name === 'map' && kind === 'nmda' && (
        <>
          <g transform="translate(0 4) scale(.42)">
            <GlyphShape name="ketamine" outline={2} />
          </g>
          <g transform="translate(0 9.4) scale(.4)">
            <GlyphShape name="mg" outline={2} />
          </g>
        </>
      )}
    </svg>
  );
}
