/** Saves the picture that is on screen: PNG at one to four times its size, and SVG where it is drawn as one, each with its citation line. */
import { useState, type ReactNode } from 'react';
import { copy } from '../describe/messages/en/copy';
import { Button } from '../design/button';
import { Segments } from '../design/tabs';
import { pictureOf } from '../embed/screenshot';
import { saveBlob, saveFile } from '../views/shared/save-file';
import { svgFile } from '../views/shared/svg-text';
import { useWords } from '../views/shared/use-words';
import css from './copy-dialog.module.css';

const SCALES = ['1', '2', '3', '4'] as const;
/** Room for the citation under the picture, CSS pixels. */
const FOOT = 26;

interface Props {
  /** First part of the files' names. */
  readonly name: string;
  readonly cite: string;
}

export function PictureTab({ name, cite }: Props): ReactNode {
  const words = useWords(copy).picture;
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  const [said, setSaid] = useState<'none' | 'working' | 'saved' | 'failed'>('none');
  const picture = document.querySelector<HTMLElement>('#scene [data-picture]');
  const drawing = picture?.querySelector<SVGSVGElement>('svg.plate') ?? null;
  const save = async (): Promise<void> => {
    setSaid('working');
    try {
      if (picture === null) throw new Error('there is no picture');
      saveBlob(`${name}.png`, await cited(picture, Number(scale), cite));
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
        <Button onClick={() => void save()}>{words.png}</Button>
        {drawing !== null && (
          <Button onClick={() => saveFile(`${name}.svg`, 'image/svg+xml', svgFile(drawing, cite).text)}>{words.svg}</Button>
        )}
      </p>
      <p role="status">{said === 'none' ? words.cited : words[said]}</p>
    </div>
  );
}

/** The picture with its citation written under it. */
async function cited(picture: HTMLElement, scale: number, cite: string): Promise<Blob> {
  const { blob, width, height } = await pictureOf(picture, scale);
  const image = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height + FOOT * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser has no canvas');
  const style = getComputedStyle(document.body);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0);
  context.fillStyle = style.color;
  context.font = `${10 * scale}px ${style.fontFamily}`;
  context.fillText(cite, 8 * scale, height + 17 * scale, width - 16 * scale);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file === null) throw new Error('the picture could not be written');
  return file;
}
