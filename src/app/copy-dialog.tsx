/** Gives the present view away: its address, the code for a course page, and a QR code. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { whenWords } from '../describe/duration';
import { copy } from '../describe/messages/en/copy';
import { Button } from '../design/button';
import { TabPanel, Tabs } from '../design/tabs';
import { elementCode, frameCode, linkTo } from '../embed/code';
import { figureTitle } from '../embed/title';
import { sceneOf } from '../explorer/scene-of';
import type { Store } from '../explorer/store';
import { encode } from '../explorer/url';
import { useExplorer } from '../views/shared/explorer-context';
import { QrCode } from '../views/shared/qr-code';
import { useWords } from '../views/shared/use-words';
import css from './copy-dialog.module.css';
import { PictureTab } from './picture-tab';
import { droppedId } from './use-pack';

const ID = 'copy';
const KINDS = ['link', 'frame', 'element', 'qr', 'picture'] as const;
type Kind = (typeof KINDS)[number];
/** Large enough for a camera across a desk, CSS pixels. */
const QR_SIZE = 320;

export function CopyDialog({ store }: { readonly store: Store }): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(copy);
  const [kind, setKind] = useState<Kind>('link');
  const state = store.getState();
  const title = figureTitle(state, model, sceneOf(state, model), messages);
  const shared = {
    page: `${window.location.origin}${window.location.pathname}`,
    query: encode({ ...state, present: false }),
    title: words.figure(title),
  };
  const link = linkTo(shared);
  return (
    <>
      <Tabs
        id={ID}
        label={words.kinds.label}
        value={kind}
        onChange={setKind}
        tabs={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TabPanel id={ID} value={kind} className={css['panel'] ?? ''}>
        <p className="reading">{droppedId(state.pack) === null ? words.text[kind] : words.dropped}</p>
        {kind === 'picture' ? (
          <PictureTab
            name={`bouton-${state.pack}-${state.level}`}
            cite={{ line: words.picture.cite(model.manifest.title, title, whenWords(state.when, messages, model.manifest.clocks)), link }}
          />
        ) : kind === 'qr' ? (
          <div className={css['qr']}>
            <QrCode text={link} label={words.qr(title)} size={QR_SIZE} otherwise={<p role="status">{words.tooLong}</p>} />
          </div>
        ) : (
          <Box
            key={kind}
            text={kind === 'link' ? link : kind === 'frame' ? frameCode(shared) : elementCode(shared)}
            label={words.field[kind]}
            act={words.copy[kind]}
            rows={kind === 'link' ? 2 : kind === 'frame' ? 11 : 5}
          />
        )}
        {(kind === 'frame' || kind === 'element') && (
          <p className={css['more']}>
            <a href="./docs/embedding.md" target="_blank" rel="noopener noreferrer">
              {words.more}
            </a>
          </p>
        )}
      </TabPanel>
    </>
  );
}

interface BoxProps {
  readonly text: string;
  readonly label: string;
  /** Name of the copying button. */
  readonly act: string;
  readonly rows: number;
}

/** Text to copy. Where the browser refuses the clipboard, the text is selected for the reader's own keys. */
function Box({ text, label, act, rows }: BoxProps): ReactNode {
  const words = useWords(copy);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (outcome !== 'refused') return;
    field.current?.focus();
    field.current?.select();
  }, [outcome]);
  const write = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Plain http and frames may not write to the clipboard.
      setOutcome('refused');
    }
  };
  return (
    <>
      <textarea
        ref={field}
        className={css['field']}
        readOnly
        rows={rows}
        spellCheck={false}
        value={text}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <p className={css['act']}>
        <Button kind="filled" onClick={() => void write()}>
          {act}
        </Button>
        <span role="status">{outcome === 'copied' ? words.copied : outcome === 'refused' ? words.refused : ''}</span>
      </p>
    </>
  );
}
