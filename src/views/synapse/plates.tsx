/** The fixed plates of the picture: what it shows, and how large it is drawn. */
import type { ReactNode } from 'react';
import type { Stage } from '../../model/schema';
import type { PlateView } from '../plate3d/camera';
import css from './stage.module.css';
import { useSynapseWords } from './use-synapse-words';

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
const LONGEST = 165;

interface ScaleProps {
  readonly view: PlateView;
  readonly width: number;
}

/** A bar of a round length, and what is enlarged. */
export function ScaleBar({ view, width }: ScaleProps): ReactNode {
  const words = useSynapseWords();
  const perNm = width / view.widthNm;
  const nm = ROUND.findLast((length) => length * perNm <= LONGEST) ?? ROUND[0];
  return (
    <div className={css['scale']}>
      <p>
        <b>{words.scaleBar(String(nm))}</b> <span className={css['enlarged']}>{words.enlarged}</span>
        <span className={css['bar']} style={{ width: nm * perNm }} />
      </p>
    </div>
  );
}
