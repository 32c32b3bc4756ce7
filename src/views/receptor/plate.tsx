/** The baked receptors, drawn live. Loaded only with this level; until it is drawn the two-dimensional plate stands in. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Detail, SceneObject } from '../../design/scene-format';
import type { Theme } from '../../explorer/state';
import { loadScene } from '../plate3d/load';
import { Plate3D, type PlateStatus, type PlateView } from '../plate3d/plate-3d';
import { stillOf } from '../plate3d/stills';
import { fill, tables } from './actors';
import type { ReceptorKind } from './anatomy';
import type { Shown } from './drawing';
import type { MediumMolecule } from './medium';
import { listedKind, looksOf, poseOf } from './poses';

interface Props {
  readonly kind: ReceptorKind;
  readonly shown: Shown;
  readonly medium: readonly MediumMolecule[];
  readonly view: PlateView;
  readonly onView: (view: PlateView) => void;
  readonly onHold: (view: PlateView | null) => void;
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
const WIDTHS = [16, 70] as const;
/** Time from one pose to the next, ms: a gate swings in about 120 ms. */
const POSE_MS = 50;

export function ReceptorPlate({ kind, shown, medium, selected, onPress, ...rest }: Props): ReactNode {
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
  const pose = usePose(kind, poseOf(kind, shown), rest.reducedMotion);
  // The same inputs write the same tables, so doing it twice does no harm; the number tells the picture to draw.
  const frame = useMemo(() => {
    fill(actors, kind, shown, medium, (site) => objects.find((object) => object.kind === `${kind}:${site}`)?.id ?? 0);
    return { appeared, number: nextFrame() };
  }, [actors, kind, shown, medium, objects, appeared]);
  const [hovered, setHovered] = useState<number | null>(null);
  const looks = useMemo(() => looksOf(objects, { kind, pose, selected, hovered }), [objects, kind, pose, selected, hovered]);
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
      onPick={(id, how) => {
        const object = objects.find((item) => item.id === id);
        if (how === 'press' && object !== undefined) onPress(listedKind(object.kind));
        if (how === 'hover') setHovered(id);
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

/** Goes to a pose through those between, as a gate swings; at once with reduced motion or for another receptor. */
function usePose(kind: ReceptorKind, target: number, still: boolean): number {
  const [now, setNow] = useState({ kind, pose: target });
  const pose = now.kind !== kind || still ? target : now.pose;
  useEffect(() => {
    if (now.kind === kind && pose === target) return undefined;
    const timer = window.setTimeout(
      () => setNow({ kind, pose: now.kind === kind ? pose + Math.sign(target - pose) : target }),
      now.kind === kind ? POSE_MS : 0,
    );
    return () => window.clearTimeout(timer);
  }, [now, kind, pose, target]);
  return pose;
}
