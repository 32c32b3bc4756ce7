/** How much of the picture is drawn and how costly it may be. The first goes with the link, the second stays on this device. */
import type { ReactNode } from 'react';
import { Button } from '../../design/button';
import { Popover } from '../../design/popover';
import { Segments } from '../../design/tabs';
import { useTier } from '../plate3d/use-tier';
import { useExplorer } from '../shared/explorer-context';
import css from './synapse.module.css';
import { useSynapseWords } from './use-synapse-words';

const DETAILS = ['auto', 'plate', 'calm', 'diagram'] as const;
const TIERS = ['auto', 'high', 'low', 'none'] as const;

export function PictureSettings(): ReactNode {
  const { state, dispatch } = useExplorer();
  const words = useSynapseWords().settings;
  const [tier, chooseTier] = useTier();
  return (
    <div className={css['picture']} role="group" aria-label={words.label}>
      <span aria-hidden="true">{words.detail.label}</span>
      <Segments
        label={words.detail.label}
        value={state.detail}
        choices={DETAILS.map((value) => ({ value, label: words.detail[value] }))}
        onChange={(detail) => dispatch({ type: 'setDetail', detail })}
      />
      <span aria-hidden="true">{words.tier.label}</span>
      <Segments
        label={words.tier.label}
        value={tier}
        choices={TIERS.map((value) => ({ value, label: words.tier[value] }))}
        onChange={chooseTier}
      />
      <p>{words.about}</p>
    </div>
  );
}

/** The same behind a small button on the picture. */
export function PictureButton(): ReactNode {
  const words = useSynapseWords().settings;
  return (
    <Popover
      label={words.label}
      trigger={(props) => (
        <Button {...props} kind="quiet" className={css['pictureButton']}>
          {words.detail.label}
        </Button>
      )}
    >
      <PictureSettings />
    </Popover>
  );
}
