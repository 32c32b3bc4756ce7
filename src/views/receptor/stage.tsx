/** The receptor level in the explorer: its settings are the bench of the state, its parts can be selected. */
import { useCallback, useMemo, type ReactNode } from 'react';
import { BENCH_BASELINE } from '../../explorer/bench';
import { kindOfPart, type PlateScene } from '../../explorer/plate-scene';
import { useExplorer } from '../shared/explorer-context';
import { Controls } from './controls';
import { ReceptorLevel } from './receptor-level';
import type { ReceptorSettings } from './setup';

/** A channel in a patch is held at a voltage; this one stands in where the bench leaves it to the membrane. */
const HELD_MV = BENCH_BASELINE.voltage_mV === 'free' ? 0 : BENCH_BASELINE.voltage_mV;

interface Bench {
  readonly settings: ReceptorSettings;
  readonly onSettings: (change: Partial<ReceptorSettings>) => void;
  readonly freeVoltage: boolean;
}

function useReceptorBench(): Bench {
  const { state, dispatch } = useExplorer();
  const { receptor, subunit, glutamate_uM, mg_mM, ketamine_uM, voltage_mV, seed } = state.bench;
  const settings = useMemo<ReceptorSettings>(
    () => ({ receptor, subunit, glutamate_uM, mg_mM, ketamine_uM, voltage_mV: voltage_mV === 'free' ? HELD_MV : voltage_mV, seed }),
    [receptor, subunit, glutamate_uM, mg_mM, ketamine_uM, voltage_mV, seed],
  );
  const onSettings = useCallback((bench: Partial<ReceptorSettings>) => dispatch({ type: 'setBench', bench }), [dispatch]);
  return { settings, onSettings, freeVoltage: voltage_mV === 'free' };
}

/** What is set about the channel, for a window whose picture leaves it out. */
export function ReceptorTools(): ReactNode {
  return <Controls {...useReceptorBench()} />;
}

export function ReceptorStage({ scene }: { readonly scene: PlateScene }): ReactNode {
  const { state, dispatch } = useExplorer();
  const bench = useReceptorBench();
  const onPress = useCallback(
    (kind: string) => {
      if (scene.things.some((thing) => thing.id === kind)) dispatch({ type: 'select', selection: { kind: 'part', id: kind } });
    },
    [dispatch, scene.things],
  );
  const selected = state.selection?.kind === 'part' ? kindOfPart(state.selection.id) : null;
  return <ReceptorLevel stage={scene.stage} {...bench} selected={selected} onPress={onPress} />;
}
