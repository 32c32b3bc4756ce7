/** What the picture needs of the data pack: names, places, and the outlines of a view. Those of a free view are made when it rests. */
import { useEffect, useState } from 'react';
import { outlineMap, type OutlineMap } from '../../design/atlas/outlines';
import { axesOf, type BrainView, type Orbit } from '../../design/atlas/views';
import type { AtlasEntry } from '../../model/atlas';
import { loadMeshes, loadOutlines, loadTable, type AtlasOutlines } from './atlas-data';

export interface AtlasNow {
  /** Names of the surface regions by their numbers in the meshes, from 1; empty until they have come. */
  readonly surface: readonly string[];
  readonly map: OutlineMap | null;
  readonly entries: readonly AtlasEntry[];
}

const WHOLES = ['cerebellum', 'brainstem'] as const;

/** The outlines of the free view, from the light meshes. */
async function freeMap(orbit: Orbit, surface: readonly string[]): Promise<OutlineMap> {
  const [shells, bodies] = await Promise.all([loadMeshes('light'), loadMeshes('regions')]);
  const whole = shells.filter(({ name }) => !name.endsWith('-cut'));
  return outlineMap({ shells: whole, bodies, surface, wholes: WHOLES }, 'orbit', axesOf('orbit', orbit), true);
}

export function useAtlas(view: BrainView, orbit: Orbit, moving: boolean): AtlasNow {
  const [outlines, setOutlines] = useState<AtlasOutlines | null>(null);
  const [entries, setEntries] = useState<readonly AtlasEntry[]>([]);
  const [free, setFree] = useState<OutlineMap | null>(null);
  useEffect(() => {
    let wanted = true;
    loadOutlines().then(
      (loaded) => wanted && setOutlines(loaded),
      () => undefined,
    );
    loadTable().then(
      (loaded) => wanted && setEntries(loaded.entries),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  const surface = outlines?.surface;
  useEffect(() => {
    if (view !== 'orbit' || moving || surface === undefined) return undefined;
    let wanted = true;
    freeMap(orbit, surface).then(
      (made) => wanted && setFree(made),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [view, orbit, moving, surface]);
  const map = outlines === null ? null : view === 'orbit' ? free : outlines.views[view];
  return { surface: surface ?? NONE, map, entries };
}

const NONE: readonly string[] = [];
