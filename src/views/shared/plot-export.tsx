/** Saves a plot as a picture and its numbers as data, each with its sources and a link to the view. */
import { useState, type ReactNode } from 'react';
import { csvOf, jsonOf, type PlotTable } from '../../describe/export';
import { plotExport } from '../../describe/messages/en/plot-export';
import { Button } from '../../design/button';
import { Popover } from '../../design/popover';
import { Segments } from '../../design/tabs';
import css from './plot-export.module.css';
import { saveBlob, saveFile } from './save-file';
import { figureFile, pngOf, type FigureFile } from './figure/figure-file';
import { useWords } from './use-words';

const SCALES = ['1', '2', '3', '4'] as const;
/** Room around a plot, CSS pixels. */
const MARGIN = 12;

interface Props {
  /** First part of the files' names, such as "drug-level". */
  readonly name: string;
  /** What the plot is called in a sentence. */
  readonly title: string;
  /** The plot with the words that belong to it. */
  readonly figure: () => Element | null;
  readonly table: () => PlotTable;
  /** Where the numbers come from, in one line. */
  readonly cite: string;
}

export function PlotExport({ name, title, figure, table, cite }: Props): ReactNode {
  const words = useWords(plotExport);
  const [failed, setFailed] = useState(false);
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  const link = (): string => location.href;
  const save = async (write: (file: FigureFile) => Promise<void> | void): Promise<void> => {
    try {
      const drawing = figure();
      if (drawing === null) throw new Error('there is no plot');
      await write(await figureFile(drawing, { cite: { line: cite, link: link() }, margin: MARGIN }));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Popover
      label={words.label(title)}
      trigger={(props) => (
        <Button {...props} kind="quiet" aria-label={words.label(title)} data-tool>
          {words.save}
        </Button>
      )}
    >
      <div className={css['choices']}>
        <div>
          <Segments
            label={words.size}
            choices={SCALES.map((value) => ({ value, label: words.times(value) }))}
            value={scale}
            onChange={setScale}
          />
        </div>
        <Button onClick={() => void save(({ text }) => saveFile(`${name}.svg`, 'image/svg+xml', text))}>{words.svg}</Button>
        <Button onClick={() => void save(async (file) => saveBlob(`${name}-${scale}x.png`, await pngOf(file, Number(scale))))}>
          {words.png}
        </Button>
        <Button onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(table(), cite, link()))}>{words.csv}</Button>
        <Button onClick={() => saveFile(`${name}.json`, 'application/json', jsonOf(table(), cite, link()))}>{words.json}</Button>
        <p role={failed ? 'alert' : undefined}>{failed ? words.failed : words.cited}</p>
      </div>
    </Popover>
  );
}
