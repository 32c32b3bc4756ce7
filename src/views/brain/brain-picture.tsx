/**
 * The brain: a still at once, the live picture as soon as it can be drawn, and over both the outline map that takes pointer and
 * keyboard. Nothing is drawn while nothing changes.
 */
import { useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { axesOf, limitedOrbit, project, type BrainView, type Orbit } from '../../design/atlas/views';
import type { ThemeName } from '../../design/names';
import { tokensOf } from '../../design/tokens';
import { areaWords } from '../../describe/messages';
import { atlas } from '../../describe/messages/en/atlas';
import { MARKER_REGIONS, isAtlasRegion } from '../../model/atlas';
import { SHADE } from '../plate3d/colours';
import { rememberedTier } from '../plate3d/tier-memory';
import { ExplorerContext } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { BrainNotes } from './notes';
import css from './brain-picture.module.css';
import { NO_INSETS, besideNuclei, insetsOf, nucleusRadius, placeIn, type Insets } from './layout';
import type { Lit } from './marks';
import { mountBrain, type BrainStatus, type BrainTier, type MountedBrain, type WantedFrame } from './mount';
import { BrainOverlay, isColoured, type MarkerPoint } from './overlay';
import { coloursOf } from './palette';
import type { BrainColours } from './pipeline';
import { SecondCut } from './second-cut';
import { BRAIN_STILL, brainStill } from './stills';
import { useAtlas } from './use-atlas';
import { useTurning } from './use-turning';

export type { BrainStatus, BrainTier } from './mount';
export type { Lit } from './marks';
export type { BrainView, Orbit } from '../../design/atlas/views';

export interface BrainPictureProps {
  readonly theme: ThemeName;
  readonly tier: BrainTier;
  readonly view: BrainView;
  readonly orbit: Orbit;
  readonly onOrbit: (orbit: Orbit) => void;
  /** Regions with a finding now, by id; both sides are lit. */
  readonly lit: ReadonlyMap<string, Lit>;
  readonly selected: string | null;
  readonly onPick: (region: string | null, kind: 'hover' | 'press') => void;
  /** Where regions and markers are in the frame, CSS pixels. */
  readonly onAnchors: (anchors: ReadonlyMap<string, readonly [number, number]>) => void;
  readonly onStatus: (status: BrainStatus) => void;
  readonly reducedMotion: boolean;
  /** Room at the edges that the brain leaves free, CSS pixels. */
  readonly insets?: Insets;
  /** Width of the notes at the foot, CSS pixels; null leaves it to the frame. */
  readonly notes?: number | null;
  /** Wedges of direction at the regions themselves; off where labels carry them. On unless told. */
  readonly marks?: boolean;
  /** The cut beside the midline in the lower right corner (312 × 182 px), where the frame is large enough. On unless told. */
  readonly secondCut?: boolean;
}

/** Parts that each view consists of: the midline view has the halves that are cut there. */
const CUT_PARTS = ['cerebrum-left', 'cerebellum-cut', 'brainstem-cut'] as const;
const WHOLE_PARTS = ['cerebrum-left', 'cerebrum-right', 'cerebellum', 'brainstem'] as const;
/** Smallest frame that has room for the second cut, CSS pixels. */
const SECOND_CUT = { width: 880, height: 540 } as const;
/** Where distance begins, mm before the middle of the brain, and over how many mm it turns to paper. */
const FAR = { midsagittal: [0, 30], lateral: [58, 60], frontal: [72, 70], orbit: [78, 90] } as const;

function coloursFor(theme: ThemeName, surface: readonly string[], lit: ReadonlyMap<string, Lit>): BrainColours {
  const tokens = tokensOf(theme);
  const hex = (token: string): string => tokens.get(token) ?? '#000000';
  const shown = (region: string): string => coloursOf(region, theme)[lit.has(region) ? 'full' : 'rest'];
  const regions = surface.map((region) => (isColoured(region, lit) ? shown(region) : null));
  return {
    paper: hex('paper'),
    ink: hex('outline'),
    cortex: hex('shade-brain-cortex'),
    cerebellum: lit.has('cerebellum') ? shown('cerebellum') : hex('shade-brain-cerebellum'),
    stem: lit.has('brainstem') ? shown('brainstem') : hex('shade-brain-stem'),
    cut: hex('shade-brain-cut'),
    shade: SHADE[theme],
    regions: [null, ...regions],
  };
}

export function BrainPicture(props: BrainPictureProps): ReactNode {
  const { theme, tier, view, orbit, lit, selected, marks = true, secondCut = true, notes = null } = props;
  const words = areaWords(atlas, useContext(ExplorerContext)?.state.locale ?? 'en');
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const mounted = useRef<MountedBrain | null>(null);
  const [status, setStatus] = useState<BrainStatus>('still');
  const live = status === 'live';
  const ownInsets = useMemo(() => insetsOf(width, height), [width, height]);
  const insets = props.insets ?? ownInsets;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const turning = useTurning(view === 'orbit' ? orbit : null, (next) => latest.current.onOrbit(limitedOrbit(next)));
  // One turn is one value, however often it is given: what is made of it is told to whoever gives it, who then draws anew.
  const { yaw, pitch } = turning.orbit ?? orbit;
  const shownOrbit = useMemo<Orbit>(() => ({ yaw, pitch }), [yaw, pitch]);
  const axes = useMemo(() => axesOf(view, shownOrbit), [view, shownOrbit]);
  const placed = useMemo(() => placeIn(view, width, height, insets), [view, width, height, insets]);
  const { surface, map, entries } = useAtlas(view, shownOrbit, turning.moving);

  const frame = useMemo<WantedFrame>(
    () => ({ axes, width, height, ...placed, parts: view === 'midsagittal' ? CUT_PARTS : WHOLE_PARTS, far: FAR[view] }),
    [axes, width, height, placed, view],
  );
  const colours = useMemo(() => coloursFor(theme, surface, lit), [theme, surface, lit]);
  const first = useRef({ frame, colours });
  useEffect(() => {
    first.current = { frame, colours };
  });

  const ready = surface.length > 0 && width > 0 && height > 0;
  useEffect(() => {
    const frameBox = box.current;
    if (frameBox === null || !ready) return undefined;
    const say = (said: BrainStatus): void => {
      setStatus(said);
      latest.current.onStatus(said);
    };
    if (tier === 'none') return say('unavailable');
    if (tier === 'auto' && rememberedTier() === 'slow') return say('slow');
    const brain = mountBrain(frameBox, { tier, className: css['canvas'], ...first.current, onStatus: say });
    mounted.current = brain;
    return () => {
      mounted.current = null;
      setStatus('still');
      brain.dispose();
    };
  }, [box, tier, ready]);
  useEffect(() => mounted.current?.setFrame(frame, turning.moving), [frame, turning.moving]);
  useEffect(() => mounted.current?.setColours(colours), [colours]);

  const markers = useMemo<readonly MarkerPoint[]>(() => {
    const both = view === 'frontal' || view === 'orbit';
    return entries.flatMap(({ region, side, schematic, centroid }) => {
      if (!schematic || (side === 'right' && !both)) return [];
      const [x, y] = project(axes, ...centroid);
      return [{ region, x: placed.middle[0] + x * placed.scale, y: placed.middle[1] + y * placed.scale }];
    });
  }, [entries, axes, placed, view]);

  useEffect(() => {
    if (map === null || turning.moving || width === 0) return;
    const at = ([x, y]: readonly [number, number]): readonly [number, number] => [
      placed.middle[0] + x * placed.scale,
      placed.middle[1] + y * placed.scale,
    ];
    const clear = (region: string, point: readonly [number, number]): readonly [number, number] =>
      besideNuclei(point, view === 'midsagittal' ? markers.filter((marker) => marker.region !== region) : [], nucleusRadius(placed.scale));
    const anchors = new Map<string, readonly [number, number]>(
      map.regions.map(({ region, anchor }) => [region, clear(region, at(anchor))]),
    );
    for (const { region, x, y } of markers) if (!anchors.has(region)) anchors.set(region, [x, y]);
    latest.current.onAnchors(anchors);
  }, [map, markers, placed, turning.moving, width, view]);

  const nameOf = (region: string, kind: 'surface' | 'behind' | 'marker'): string => {
    const own = lit.get(region);
    const said = own === undefined ? [] : [words.direction[own.direction], words.strength[own.strength]];
    if (kind === 'behind') said.push(words.behind);
    if (kind === 'marker') said.push(words.schematic);
    return words.spoken(isAtlasRegion(region) ? words.regions[region] : region, said);
  };
  const stillView = view === 'orbit' ? 'lateral' : view;
  const stillPlaced = placeIn(stillView, BRAIN_STILL.width, BRAIN_STILL.height, NO_INSETS);
  const share = placeIn(stillView, width, height, insets).scale / stillPlaced.scale;
  return (
    <div
      ref={box}
      className={view === 'orbit' ? `${css['picture']} ${css['turning']}` : css['picture']}
      data-live={live}
      data-status={status}
      {...turning.handlers}
    >
      {view === 'orbit' && live ? null : (
        <img
          className={css['still']}
          src={brainStill(stillView, theme)}
          alt={words.alt[view]}
          draggable={false}
          style={{
            width: BRAIN_STILL.width * share,
            height: BRAIN_STILL.height * share,
            left: placed.middle[0] - (BRAIN_STILL.width * share) / 2,
            top: placed.middle[1] - (BRAIN_STILL.height * share) / 2,
          }}
        />
      )}
      {map === null ? null : (
        <BrainOverlay
          theme={theme}
          outlines={turning.moving ? [] : map.regions}
          deep={view === 'midsagittal'}
          markers={markers}
          placed={placed}
          lit={lit}
          selected={selected}
          tinted={!live}
          marks={marks}
          label={words.map}
          nameOf={nameOf}
          onPick={(region, kind) => latest.current.onPick(region, kind)}
        />
      )}
      {secondCut && view === 'midsagittal' && width >= SECOND_CUT.width && height >= SECOND_CUT.height ? (
        <SecondCut
          theme={theme}
          scale={placed.scale}
          lit={lit}
          selected={selected}
          words={words}
          onPick={(region, kind) => latest.current.onPick(region, kind)}
        />
      ) : null}
      <BrainNotes
        view={view}
        axes={axes}
        scale={placed.scale}
        width={width}
        height={height}
        room={notes}
        nucleus={entries.filter(({ region, schematic }) => schematic && region === selected)}
        circles={view === 'midsagittal' || MARKER_REGIONS.some((region) => lit.has(region) || region === selected)}
        words={words}
      />
    </div>
  );
}
