/**
 * A page with nothing but plates on it, for tests, benches and stills. `window.plate` mounts one, changes it and tells what it said.
 */
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import '../../../src/design/base.css';
import { Plate3D, type ActorTable, type Anchors, type ObjectLook, type PlateView } from '../../../src/views/plate3d/plate-3d';
import { STILL_SIZE, STILL_VIEWS, stillOf, type StillPlace } from '../../../src/views/plate3d/stills';
import { looksOf } from '../../../src/views/receptor/poses';
import './brain';
import { loadScene } from '../../../src/views/plate3d/load';
import { indexScene, vesicleLooks } from '../../../src/views/synapse/scene-index';
import { measure } from './measure';
import { wanderers } from './wanderers';

export interface Shown {
  readonly place: StillPlace;
  readonly width: number;
  readonly height: number;
  readonly theme: 'paper' | 'lecture';
  readonly detail: 'plate' | 'calm' | 'diagram';
  readonly tier: 'auto' | 'high' | 'low' | 'none';
  readonly view: PlateView;
  readonly actors: number;
  readonly looks: readonly ObjectLook[];
  readonly frame: number;
}

const FIRST: Shown = {
  place: 'synapse',
  width: 640,
  height: 400,
  theme: 'paper',
  detail: 'plate',
  tier: 'low',
  view: { widthNm: 300, x: 0, y: 4, yaw: 0, tilt: 8, fov: 18 },
  actors: 0,
  looks: [],
  frame: 0,
};

const moving = new Map<number, { readonly tables: readonly ActorTable[]; readonly step: () => void }>();

function actorsOf(count: number): { readonly tables: readonly ActorTable[]; readonly step: () => void } {
  const known = moving.get(count);
  if (known !== undefined) return known;
  const { table, step } = wanderers(count);
  const made = { tables: count === 0 ? [] : [table], step };
  moving.set(count, made);
  return made;
}

/** What the plate said since it was mounted. */
const said = { status: [] as string[], picks: [] as (number | null)[], views: [] as PlateView[], tiers: [] as string[] };
let anchors: Anchors = new Map();
let root: Root | null = null;
let current = FIRST;

function change(part: Partial<Shown>): void {
  current = { ...current, ...part };
  document.documentElement.dataset['theme'] = current.theme;
  root?.render(<Stage shown={current} />);
}

function Stage({ shown }: { readonly shown: Shown }): ReactNode {
  return (
    <div id="stage" style={{ position: 'relative', width: shown.width, height: shown.height }}>
      <Plate3D
        scene={`./scenes/${shown.place}.bin`}
        still={stillOf(shown.place, shown.theme)}
        alt="The plate"
        theme={shown.theme}
        detail={shown.detail}
        tier={shown.tier}
        view={shown.view}
        widths={[20, 400]}
        onView={(view) => {
          said.views.push(view);
          change({ view });
        }}
        actors={actorsOf(shown.actors).tables}
        looks={shown.looks}
        frame={shown.frame}
        onPick={(id) => said.picks.push(id)}
        onAnchors={(sent) => (anchors = sent)}
        onStatus={(status) => said.status.push(status)}
        onTier={(tier) => said.tiers.push(tier)}
        reducedMotion={false}
      />
    </div>
  );
}

const plate = {
  measure,
  stills: { size: STILL_SIZE, views: STILL_VIEWS },
  /** Looks of a place at rest, where it is drawn otherwise than while something happens. */
  resting: async (place: StillPlace): Promise<readonly ObjectLook[]> => {
    const scene = await loadScene(`./scenes/${place}.bin`);
    // The baked close-up holds three receptors in one place.
    return place === 'synapse'
      ? vesicleLooks(indexScene(scene), false)
      : looksOf(scene.objects, { kind: 'nmda', pose: 0, selected: null, hovered: null });
  },
  said,
  anchors: () => Object.fromEntries(anchors),
  show: (part: Partial<Shown>) => {
    for (const list of Object.values(said)) list.length = 0;
    root?.unmount();
    root = createRoot(document.getElementById('root') ?? document.body);
    change({ ...FIRST, ...part });
  },
  change,
  /** Moves the actors one step, as a simulation would. */
  step: (count: number, frame: number) => {
    actorsOf(count).step();
    change({ frame });
  },
  leave: () => {
    root?.unmount();
    root = null;
  },
};

export type PlateHook = typeof plate;
declare global {
  interface Window {
    plate: PlateHook;
  }
}
window.plate = plate;
