/** Saves a plot as a picture and its numbers as data, each with its sources and a link to the view. */
import { useState, type ReactNode } from 'react';
import { csvOf, jsonOf, type PlotTable } from '../../describe/export';
import { plotExport } from '../../describe/messages/en/plot-export';
import { Button } from '../../design/button';
import { Popover } from '../../design/popover';
import css from './plot-export.module.css';
import { saveBlob, saveFile } from './save-file';
import { pngOf, svgFile } from './svg-text';
import { useWords } from './use-words';

interface Props {
  /** First part of the files' names, such as "drug-level". */
  readonly name: string;
  /** What the plot is called in a sentence. */
  readonly title: string;
  readonly svg: () => SVGSVGElement | null;
  readonly table: () => PlotTable;
  /** Where the numbers come from, in one line. */
  readonly cite: string;
}

export function PlotExport({ name, title, svg, table, cite }: Props): ReactNode {
  const words = useWords(plotExport);
  const [failed, setFailed] = useState(false);
  const link = (): string => location.href;
  const file = () => {
    const drawing = svg();
    return drawing === null ? null : svgFile(drawing, `${cite} ${link()}`);
  };
  const savePng = async (): Promise<void> => {
    const drawn = file();
    try {
      if (drawn !== null) saveBlob(`${name}.png`, await pngOf(drawn));
      setFailed(drawn === null);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Popover
      label={words.label(title)}
      trigger={(props) => (
        <Button {...props} kind="quiet" aria-label={words.label(title)}>
          {words.save}
        </Button>
      )}
    >
      <div className={css['choices']}>
        <Button
          onClick={() => {
            const drawn = file();
            if (drawn !== null) saveFile(`${name}.svg`, 'image/svg+xml', drawn.text);
          }}
        >
          {words.svg}
        </Button>
        <Button onClick={() => void savePng()}>{words.png}</Button>
        <Button onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(table(), cite, link()))}>{words.csv}</Button>
        <Button onClick={() => saveFile(`${name}.json`, 'application/json', jsonOf(table(), cite, link()))}>{words.json}</Button>
        <p role={failed ? 'alert' : undefined}>{failed ? words.failed : words.cited}</p>
      </div>
    </Popover>
  );
}
