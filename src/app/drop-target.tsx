/** Lets an author drop the files of a pack anywhere on the page. */
import { useEffect, useState, type ReactNode } from 'react';
import css from './app.module.css';

interface Props {
  readonly hint: string;
  readonly onFiles: (files: readonly File[]) => void | Promise<void>;
  readonly children: ReactNode;
}

export function DropTarget({ hint, onFiles, children }: Props): ReactNode {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDropped);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDropped);
    };
  }, [onFiles]);
  return (
    <>
      {children}
      {over && (
        <div className={css['dropping']}>
          <p className="claim-headline">{hint}</p>
        </div>
      )}
    </>
  );
}
