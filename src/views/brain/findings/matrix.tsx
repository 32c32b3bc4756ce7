/** The findings as a table: place, measure, direction, time, species, evidence, source; sorted by any of them. */
import { useMemo, useState, type ReactNode } from 'react';
import { capital } from '../../../describe/names';
import { spanText } from '../../../describe/brain';
import { brain } from '../../../describe/messages/en/brain';
import { StrengthLine } from '../../../design/evidence-marks';
import { MATRIX_KEYS, matrixOf, sortedRows, type MatrixKey, type MatrixRow } from '../../../explorer/brain';
import { CLOCK_RANGE } from '../../../explorer/defaults';
import { MEASURES } from '../../../model/schema';
import { RecordLink, Sources } from '../../claims/parts';
import { useExplorer } from '../../shared/explorer-context';
import { useWords } from '../../shared/use-words';
import css from './findings.module.css';
import { SignMark } from './labels';
import { useBrain } from './use-brain';

/** Columns of the table; the key of those that can be sorted by. */
const COLUMNS = ['place', 'measure', 'sign', 'says', 'time', 'species', 'strength', 'source'] as const;
const isKey = (column: string): column is MatrixKey => MATRIX_KEYS.some((key) => key === column);

export function BrainMatrix(): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(brain);
  const { species } = useBrain();
  const [sort, setSort] = useState<{ readonly key: MatrixKey; readonly backwards: boolean }>({ key: 'time', backwards: false });
  const [all, setAll] = useState(false);
  const rows = useMemo(
    () => sortedRows(matrixOf(model, all ? null : species, state.when), sort.key, sort.backwards, MEASURES),
    [model, all, species, state.when, sort],
  );
  return (
    <div className={css['matrixBox']}>
      <table className={css['matrix']}>
        <caption>
          <span>{words.matrix.caption(all ? words.matrix.all.toLowerCase() : words.speciesMany[species])}</span>
          <label>
            <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} /> {words.matrix.all}
          </label>
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                data-column={column}
                aria-sort={column === sort.key ? (sort.backwards ? 'descending' : 'ascending') : undefined}
              >
                {isKey(column) ? (
                  <button
                    type="button"
                    aria-label={words.matrix.sort(words.matrix[column].toLowerCase())}
                    onClick={() => setSort({ key: column, backwards: sort.key === column && !sort.backwards })}
                  >
                    {words.matrix[column]}
                    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" data-on={sort.key === column}>
                      <path d={sort.backwards && sort.key === column ? 'M4 7L.5 1h7z' : 'M4 1l3.5 6h-7z'} fill="currentColor" />
                    </svg>
                  </button>
                ) : (
                  words.matrix[column]
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: MatrixRow }): ReactNode {
  const { state, messages } = useExplorer();
  const words = useWords(brain);
  const { finding, result, places, strength, now } = row;
  const { selection } = state;
  const chosen =
    (selection?.kind === 'finding' && selection.id === finding.id) ||
    (selection?.kind === 'region' && places.some(({ id }) => id === selection.id));
  return (
    <tr data-now={now} data-chosen={chosen} data-row={row.key}>
      <th scope="row">
        {places.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <RecordLink selection={{ kind: 'region', id }}>{name}</RecordLink>
          </span>
        ))}
      </th>
      <td>{words.measures[result.measure]}</td>
      <td>
        <span className={css['direction']}>
          <SignMark sign={result.sign} /> {words.sign[result.sign]}
        </span>
      </td>
      <td>
        <RecordLink selection={{ kind: 'finding', id: finding.id }}>{capital(result.says)}</RecordLink>
      </td>
      <td>
        {finding.window === undefined ? (
          finding.time
        ) : (
          <>
            <TimeBar from={finding.window.from_s} to={finding.window.to_s} assumed={finding.window.basis === 'assumed'} />
            {spanText(finding.window, words, messages)}
          </>
        )}
        {now && <span className="visually-hidden">, {words.matrix.now}</span>}
      </td>
      <td>{finding.species}</td>
      <td>
        <span className={css['direction']}>
          <StrengthLine strength={strength} width={24} /> {words.strength[strength]}
        </span>
      </td>
      <td>
        <Sources ids={finding.references} />
      </td>
    </tr>
  );
}

const BAR = { width: 96, first: 60 } as const;

/** The time of a finding from a minute to the end of the clock, each decade alike, and the playhead on it. */
function TimeBar({ from, to, assumed }: { readonly from: number; readonly to: number; readonly assumed: boolean }): ReactNode {
  const { when } = useExplorer().state;
  const last = CLOCK_RANGE.afterDose.to;
  const x = (seconds: number): number => {
    const share = Math.log(Math.max(BAR.first, seconds) / BAR.first) / Math.log(last / BAR.first);
    return Math.min(1, share) * BAR.width;
  };
  return (
    <svg className={css['timeBar']} width={BAR.width} height="12" aria-hidden="true" focusable="false">
      <path d={`M0 6H${BAR.width}`} />
      <rect x={x(from)} y="3" width={Math.max(3, x(to) - x(from))} height="6" data-assumed={assumed} />
      {when.basis === 'afterDose' && <path data-now="true" d={`M${x(when.seconds).toFixed(1)} 0V12`} />}
    </svg>
  );
}
