/** The tier that plates are drawn with: the one that the view's link asks for, else the one that this device's reader chose. */
import { useCallback, useSyncExternalStore } from 'react';
import { useExplorer } from '../shared/explorer-context';
import { chooseTier, chosenTier, onTierChoice, type TierChoice } from './tier-memory';

/** The tier, and how to choose another: that is kept on the device, and the link asks for none any more. */
export function useTier(): readonly [TierChoice, (tier: TierChoice) => void] {
  const { state, dispatch } = useExplorer();
  const chosen = useSyncExternalStore(onTierChoice, chosenTier);
  const choose = useCallback(
    (tier: TierChoice) => {
      chooseTier(tier);
      dispatch({ type: 'setTier', tier: 'auto' });
    },
    [dispatch],
  );
  return [state.tier === 'auto' ? chosen : state.tier, choose];
}
