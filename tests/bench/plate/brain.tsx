/** The brain on the page of plates: `window.brain` shows a view of it and tells what it said. */
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { FIRST_ORBIT, FIXED_VIEWS } from '../../../src/design/atlas/views';
import { BrainPicture, type BrainTier, type BrainView, type Lit, type Orbit } from '../../../src/views/brain/brain-picture';
import { BRAIN_STILL } from '../../../src/views/brain/stills';

export interface ShownBrain {
  readonly view: BrainView;
  readonly theme: 'paper' | 'lecture';
  readonly tier: BrainTier;
  readonly orbit: Orbit;
  readonly width: number;
  readonly height: number;
  readonly lit: Readonly<Record<string, Lit>>;
  readonly selected: string | null;
  /** Without map, notes and marks: as a still is drawn. */
  readonly bare: boolean;
}

const FIRST: ShownBrain = {
  view: 'midsagittal',
  theme: 'paper',
  tier: 'low',
  orbit: FIRST_ORBIT,
  width: 640,
  height: 420,
  lit: {},
  selected: null,
  bare: false,
};

const said = { status: [] as string[], picks: [] as string[], orbits: [] as Orbit[] };
let anchors: Readonly<Record<string, readonly [number, number]>> = {};
let anchorsTold = 0;
let root: Root | null = null;
let current = FIRST;

function Stage({ shown }: { readonly shown: ShownBrain }): ReactNode {
  const { view, theme, tier, orbit, width, height, lit, selected, bare } = shown;
  return (
    <div id="stage" className={bare ? 'bare' : undefined} style={{ position: 'relative', width, height }}>
      {bare ? <style>{'.bare svg, .bare p, .bare span, .bare img, .bare figure { display: none !important }'}</style> : null}
      <BrainPicture
        view={view}
        theme={theme}
        tier={tier}
        orbit={orbit}
        onOrbit={(next) => {
          said.orbits.push(next);
          change({ orbit: next });
        }}
        lit={new Map(Object.entries(lit))}
        selected={selected}
        onPick={(region, kind) => said.picks.push(`${kind} ${region ?? 'none'}`)}
        onAnchors={(sent) => {
          anchors = Object.fromEntries(sent);
          anchorsTold += 1;
          // As the brain level does, which sets its names by them: everything is drawn anew, from values that are equal and not the same.
          change({ orbit: { ...current.orbit } });
        }}
        onStatus={(status) => said.status.push(status)}
        reducedMotion={false}
      />
    </div>
  );
}

function change(part: Partial<ShownBrain>): void {
  current = { ...current, ...part };
  document.documentElement.dataset['theme'] = current.theme;
  root?.render(<Stage shown={current} />);
}

const brain = {
  views: FIXED_VIEWS,
  size: BRAIN_STILL,
  said,
  anchors: () => anchors,
  anchorsTold: () => anchorsTold,
  show: (part: Partial<ShownBrain>) => {
    for (const list of Object.values(said)) list.length = 0;
    root?.unmount();
    root = createRoot(document.getElementById('root') ?? document.body);
    change({ ...FIRST, ...part });
  },
  change,
  leave: () => {
    root?.unmount();
    root = null;
  },
};

declare global {
  interface Window {
    brain: typeof brain;
  }
}
window.brain = brain;
