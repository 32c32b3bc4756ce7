/** What the recording gives and what the scheme predicts, side by side. */
import type { ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Sci } from '../../design/sci';
import type { DwellSummary, Estimate } from '../../science/receptors/dwell-statistics';
import { ofNumber, ofTime, plain, time, type WordsOfEstimate } from './numbers-text';
import css from './recording.module.css';
import type { ChannelSetup, Prediction } from './setup';

interface Props {
  readonly summary: DwellSummary;
  readonly prediction: Prediction | null;
  readonly setup: ChannelSetup;
}

export function NumbersTable({ summary, prediction, setup }: Props): ReactNode {
  const words = useWords(receptorWords).numbers;
  const said = (estimate: Estimate | null, as: (e: Estimate) => WordsOfEstimate): string => {
    if (estimate === null) return words.soon;
    const { value, error, unit } = as(estimate);
    const number = error === null ? value : words.plusMinus(value, error);
    return unit === '' ? number : `${number} ${unit}`;
  };
  const gap = prediction?.gap_ms ?? null;
  const rows: readonly (readonly [string, string, string])[] = [
    [words.po, said(summary.openProbability, ofNumber), prediction === null ? '0' : plain(prediction.openProbability)],
    [words.open, said(summary.meanOpen_ms, ofTime), prediction === null ? words.soon : time(prediction.open.mean_ms)],
    [words.shut, said(summary.meanShut_ms, ofTime), prediction === null ? words.soon : time(prediction.shut.mean_ms)],
  ];
  const { record, conductance } = setup;
  return (
    <>
      <table>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.headNumber}</th>
            <th scope="col">{words.headSeen}</th>
            <th scope="col">{words.headPredicted}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, seen, predicted]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{seen}</td>
              <td>{predicted}</td>
            </tr>
          ))}
          {gap !== null && (
            <tr>
              <th scope="row">{words.perBurst}</th>
              <td>{said(summary.openingsPerBurst, ofNumber)}</td>
              <td>{prediction?.perBurst == null ? words.unknown : plain(prediction.perBurst)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className={css['note']}>
        {gap === null ? words.noGap : words.gap(time(gap))} {words.errors}{' '}
        <Sci text={words.scheme(record.name, record.source, record.check === 'checked' ? words.checked : words.unchecked)} />{' '}
        <Sci text={words.conductance(plain(conductance.value), conductance.source)} />
      </p>
    </>
  );
}
