/** The fixed plates of the picture: what it shows, and how large it is drawn. */
import type { ReactNode } from 'react';
import { numberWords } from '../../describe/plate';
import { Sci } from '../../design/sci';
import type { Bench } from '../../explorer/state';
import type { Stage } from '../../model/schema';
import type { PlateView } from '../plate3d/camera';
import { useExplorer } from '../shared/explorer-context';
import { drawnKetamine } from './actors';
import type { SceneIndex } from './scene-index';
import css from './stage.module.css';

export function TitlePlate({ stage }: { readonly stage: Stage }): ReactNode {
  return (
    <p className={css['title']}>
      <b>{stage.title}</b>
      <span>{stage.subtitle}</span>
    </p>
  );
}

const ROUND = [1, 2, 5, 10, 20, 50, 100] as const;
/** The bar is at most this long, px. */
const LONGEST = 140;

interface ScaleProps {
  readonly view: PlateView;
  readonly width: number;
  readonly index: SceneIndex | null;
  /** Receptors of the run, by group. */
  readonly total: readonly number[];
  readonly bench: Bench;
}

/** A bar of a round length, what is enlarged, and what is drawn as a sign rather than a count. */
export function ScaleBar({ view, width, index, total, bench }: ScaleProps): ReactNode {
  const words = useExplorer().messages.synapse;
  const perNm = width / view.widthNm;
  const nm = ROUND.findLast((length) => length * perNm <= LONGEST) ?? ROUND[0];
  const [ampa = 0, nmda = 0] = index?.drawn.map((group) => group.length) ?? [];
  const [allAmpa = 0, allNmda = 0] = total;
  const ketamine = drawnKetamine(bench.ketamine_uM);
  return (
    <div className={css['scale']}>
      <p>
        <b>{words.scaleBar(String(nm))}</b> {words.enlarged}
        <span className={css['bar']} style={{ width: nm * perNm }} />
      </p>
      <p className={css['fine']}>
        {allAmpa > 0 && <Sci text={words.drawn(ampa, allAmpa, nmda, allNmda)} />}
        {ketamine > 0 && (
          <>
            {' '}
            <Sci text={words.teachingCount(numberWords(bench.ketamine_uM), ketamine)} />
          </>
        )}
      </p>
    </div>
  );
}
