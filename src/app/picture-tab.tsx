/** Saves the picture that is on screen: PNG at one to four times its size, and SVG where it is drawn as one, each with its citation line. */
import { useState, type ReactNode } from 'react';
import { copy } from '../describe/messages/en/copy';
import { Button } from '../design/button';
import { Segments } from '../design/tabs';
import { figureFile, isDrawn, pngOf, type Cited } from '../views/shared/figure/figure-file';
import { saveBlob, saveFile } from '../views/shared/save-file';
import { useWords } from '../views/shared/use-words';
import css from './copy-dialog.module.css';

const SCALES = ['1', '2', '3', '4'] as const;

interface Props {
  /** First part of the files' names. */
  readonly name: string;
  readonly cite: Cited;
}

export function PictureTab({ name, cite }: Props): ReactNode {
  const words = useWords(copy).picture;
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  const [said, setSaid] = useState<'none' | 'working' | 'saved' | 'failed'>('none');
  const frame = document.querySelector<HTMLElement>('#scene [data-picture]');
  // A level may have its plots under its picture; those are saved one by one.
  const picture = frame?.querySelector<HTMLElement>('[data-export]') ?? frame;
  const save = async (kind: 'png' | 'svg'): Promise<void> => {
    setSaid('working');
    try {
      if (picture === null) throw new Error('there is no picture');
      const file = await figureFile(picture, { cite, scale: Number(scale) });
      if (kind === 'svg') saveFile(`${name}.svg`, 'image/svg+xml', file.text);
      else saveBlob(`${name}-${scale}x.png`, await pngOf(file, Number(scale)));
      setSaid('saved');
    } catch {
      setSaid('failed');
    }
  };
  if (picture === null) return <p className="reading">{words.none}</p>;
  return (
    <div className={css['picture']}>
      <Segments
        label={words.size}
        choices={SCALES.map((value) => ({ value, label: words.times(value) }))}
        value={scale}
        onChange={setScale}
      />
      <p className={css['acts']}>
        <Button onClick={() => void save('png')}>{words.png}</Button>
        {isDrawn(picture) && <Button onClick={() => void save('svg')}>{words.svg}</Button>}
      </p>
      <p role="status">{said === 'none' ? words.cited : words[said]}</p>
    </div>
  );
}
