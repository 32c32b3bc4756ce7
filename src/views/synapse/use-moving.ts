/** What moves in the picture at the present moment of the run, written into tables that the drawing reads. */
import { useLayoutEffect, useState } from 'react';
import type { ActorTable } from '../plate3d/geometry';
import type { ObjectLook } from '../plate3d/looks';
import { SynapseActors } from './actors';
import type { Marks } from './marks';
import { vesicleLooks, type SceneIndex } from './scene-index';
import { cursorOf, receptorState, useReleaseState, type ReceptorState } from './use-release';

export interface Moving {
  readonly actors: readonly ActorTable[];
  readonly looks: readonly ObjectLook[];
  /** Changes with every rewriting of the tables. */
  readonly frame: number;
  /** State of each drawn receptor, and open ones of the run and of the drawing, by group. */
  readonly states: readonly (readonly ReceptorState[])[];
  readonly open: readonly number[];
  readonly drawnOpen: readonly number[];
  readonly total: readonly number[];
  readonly glutamate: number;
}

const NOTHING = { frame: 0, states: [], open: [], drawnOpen: [], total: [], glutamate: 0 } as const;

export function useMoving(index: SceneIndex | null, marks: Marks): Moving {
  const [actors] = useState(() => new SynapseActors());
  const [moving, setMoving] = useState<Moving>({ ...NOTHING, actors: actors.tables, looks: marks.looks });
  const release = useReleaseState();
  const shown = release?.shown ?? null;
  const moment = release?.moment_ms ?? 0;
  useLayoutEffect(() => {
    if (index === null || shown === null) {
      const resting = index === null ? [] : vesicleLooks(index, false);
      // Tables are rewritten in place, so the picture is told of it by a new frame.
      // oxlint-disable-next-line react/set-state-in-effect
      setMoving((last) => ({ ...last, looks: [...marks.looks, ...resting], frame: last.frame + 1 }));
      return;
    }
    const cursor = cursorOf(shown.replay, index.drawn);
    actors.write(cursor, moment, shown.bench, index, marks);
    const { group, groups } = shown.replay;
    // oxlint-disable-next-line react/set-state-in-effect
    setMoving((last) => ({
      actors: actors.tables,
      looks: actors.looks,
      frame: last.frame + 1,
      states: keep(
        last.states,
        index.drawn.map((places, g) => places.map((_, k) => stateAt(cursor.at[g]?.[k] ?? -1, (j) => receptorState(cursor, j)))),
      ),
      open: Array.from(cursor.open),
      drawnOpen: index.drawn.map((_, g) => cursor.openDrawn(g)),
      total: groups.map((_, g) => group.reduce((sum, each) => sum + Number(each === g), 0)),
      glutamate: actors.shownGlutamate,
    }));
  }, [actors, index, shown, moment, marks]);
  return moving;
}

function stateAt(j: number, of: (j: number) => ReceptorState): ReceptorState {
  return j < 0 ? 'rest' : of(j);
}

/** The old table when the new one says the same, so that names are not placed anew. */
function keep<T>(old: readonly (readonly T[])[], now: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const same =
    old.length === now.length && now.every((row, g) => row.length === old[g]?.length && row.every((item, k) => item === old[g]?.[k]));
  return same ? old : now;
}
