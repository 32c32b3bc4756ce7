/** The baked NMDA receptor, drawn live. Loaded only with this level; until it is drawn the two-dimensional plate stands in. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Detail, SceneObject } from '../../design/scene-format';
import type { Theme } from '../../explorer/state';
import { loadScene } from '../plate3d/load';
import { Plate3D, type ObjectLook, type PlateStatus, type PlateView } from '../plate3d/plate-3d';
import { stillOf } from '../plate3d/stills';
import { fill, tables } from './actors';
import type { Shown } from './drawing';
import type { MediumMolecule } from './medium';

interface Props {
  readonly shown: Shown;
  readonly medium: readonly MediumMolecule[];
  readonly view: PlateView;
  readonly onView: (view: PlateView) => void;
  readonly theme: Theme;
  readonly detail: Detail;
  readonly tier: 'auto' | 'high' | 'low' | 'none';
  readonly alt: string;
  readonly reducedMotion: boolean;
  readonly onStatus: (status: PlateStatus) => void;
  /** Kind of the part that is selected. */
  readonly selected: string | null;
  /** Kind of the part pressed. */
  readonly onPress: (kind: string) => void;
}

const SCENE = './scenes/receptor.bin';
/** Receptors that the baked scene holds beside this one, out of the frame. */
const ELSEWHERE = new Set(['ampa', 'mglur']);
const WIDTHS = [16, 70] as const;
/** Radians that the gate helices swing outward when the gate opens. */
const SWING = -0.17;
const SWING_MS = 120;
const STEPS = 4;

export function ReceptorPlate({ shown, medium, selected, onPress, ...rest }: Props): ReactNode {
  const [objects, setObjects] = useState<readonly SceneObject[]>([]);
  useEffect(() => {
    let wanted = true;
    loadScene(SCENE).then(
      (scene) => {
        if (wanted) setObjects(scene.objects);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  const [actors] = useState(tables);
  const [appeared, setAppeared] = useState(0);
  const tilt = useSwing(shown.gateOpen ? SWING : 0, rest.reducedMotion);
  // The same inputs write the same tables, so doing it twice does no harm; the number tells the picture to draw.
  const frame = useMemo(() => {
    fill(actors, shown, medium, (kind) => objects.find((object) => object.kind === kind)?.id ?? 0);
    return { appeared, number: nextFrame() };
  }, [actors, shown, medium, objects, appeared]);
  const [hovered, setHovered] = useState<number | null>(null);
  const looks = useMemo(
    () =>
      objects
        .map(({ id, kind }): ObjectLook => {
          const look = kind === selected ? 'selected' : id === hovered ? 'hover' : 'plain';
          return { id, look, ...(kind === 'gate' ? { tilt } : {}), ...(ELSEWHERE.has(kind) ? { hidden: true } : {}) };
        })
        .filter(({ look, tilt: turned, hidden }) => look !== 'plain' || turned !== undefined || hidden === true),
    [objects, tilt, selected, hovered],
  );
  const { theme, onView, onStatus, ...plain } = rest;
  return (
    <Plate3D
      {...plain}
      theme={theme}
      scene={SCENE}
      still={stillOf('receptor', theme)}
      widths={WIDTHS}
      onView={onView}
      onStatus={(status) => {
        // A picture that appears, or comes back, is given its molecules anew.
        if (status === 'live') setAppeared((last) => last + 1);
        onStatus(status);
      }}
      actors={actors}
      looks={looks}
      frame={frame.number}
      onPick={(id, kind) => {
        const object = objects.find((item) => item.id === id);
        if (kind === 'press' && object !== undefined) onPress(object.kind);
        if (kind === 'hover') setHovered(id);
      }}
      onAnchors={() => undefined}
    />
  );
}

let drawn = 0;

function nextFrame(): number {
  drawn += 1;
  return drawn;
}

/** Goes to a tilt in a few steps, as a gate swings; at once with reduced motion. */
function useSwing(target: number, still: boolean): number {
  const [now, setNow] = useState(target);
  useEffect(() => {
    if (now === target) return undefined;
    const timer = window.setTimeout(
      () => {
        const step = Math.abs(SWING) / STEPS;
        const left = target - now;
        setNow(still || Math.abs(left) <= step ? target : now + Math.sign(left) * step);
      },
      still ? 0 : SWING_MS / STEPS,
    );
    return () => window.clearTimeout(timer);
  }, [now, target, still]);
  return still ? target : now;
}
