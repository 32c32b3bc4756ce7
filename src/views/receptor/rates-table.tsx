/** Every transition of the scheme with its rate in the present medium and as its source gives it. */
import type { ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Sci } from '../../design/sci';
import type { Scheme } from '../../model/schema';
import { concentrations, transitionRates } from '../../science/receptors/rates';
import { plain } from './numbers-text';
import css from './recording.module.css';
import type { ChannelSetup } from './setup';

export function RatesTable({ setup, now }: { readonly setup: ChannelSetup; readonly now: number }): ReactNode {
  const words = useWords(receptorWords).scheme;
  const { record, scheme, conditions } = setup;
  const rates = transitionRates(scheme, concentrations(scheme, conditions), conditions.v_mV, new Float64Array(scheme.m));
  const present = scheme.states[now];
  // The compiled transitions are sorted by source state; those of one source keep their order in the record.
  const seen = new Map<string, number>();
  const ligands: Readonly<Record<string, string>> = words.ligands;
  const rows = record.transitions.map((t) => {
    const order = seen.get(t.from) ?? 0;
    seen.set(t.from, order + 1);
    const at = (scheme.outStart[record.states.indexOf(t.from)] ?? 0) + order;
    const ligand = t.ligand === undefined ? undefined : (ligands[t.ligand] ?? t.ligand);
    const base = ligand === undefined ? words.perMs(plain(t.rate)) : words.perMmMs(plain(t.rate), ligand);
    const voltage = t.vSlope_mV === undefined ? '' : words.voltage(plain(t.v0_mV ?? 0), plain(t.vSlope_mV));
    return { ...t, now: (rates[at] ?? 0) * 1000, given: `${base}${voltage}` };
  });
  return (
    // A region that scrolls must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css['rates']} role="region" aria-label={words.table} tabIndex={0}>
      <table>
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.rate}</th>
            <th scope="col">{words.given}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.from}-${row.to}-${row.ligand ?? ''}`} data-now={row.from === present}>
              <td>{stateName(row.from)}</td>
              <td>{stateName(row.to)}</td>
              <td className={css['number']}>{plain(row.now)}</td>
              <td>
                <Sci text={row.given} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SchemeNotes record={record} />
    </div>
  );
}

function SchemeNotes({ record }: { readonly record: Scheme }): ReactNode {
  const words = useWords(receptorWords).scheme;
  const built = /constructed/.test(record.source);
  return (
    <p className={css['note']}>
      {words.source}: <Sci text={record.source} />. {words.temperature(record.temperature_C)}{' '}
      {record.reversible ? words.reversible : words.irreversible} {built ? <Sci text={words.constructed} /> : null}{' '}
      <Sci text={record.verification} />
    </p>
  );
}

/** State names as the record writes them; the mark of a blocked copy is set off. */
function stateName(name: string): string {
  return name.replace('_', ' · ');
}
