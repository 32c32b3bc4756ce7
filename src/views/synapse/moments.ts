/** What happens in a run, as moments to step through, and what can be counted at any of them. */
import type { PlateCounts } from '../../explorer/plate-scene';
import { AMPA, NMDA } from './bench-run';
import type { ReplayCursor } from './cursor';
import { pictureAt, type Replay, type ReplayGroup } from './replay';

export const MOMENT_KINDS = ['rest', 'fusion', 'ampaOpen', 'nmdaOpen', 'mgLeaves', 'ketamineTrapped', 'peak', 'lastNmda'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** A moment of a run; null when it does not happen in it. */
export interface RunMoment {
  readonly kind: MomentKind;
  readonly ms: number | null;
}

function groupIndex(replay: Replay, id: string): number {
  return replay.groups.findIndex((group) => group.id === id);
}

/**
 * The moments of a run. "mgLeaves": the first time after the spike that Mg2+ leaves a receptor that then passes current;
 * "ketamineTrapped": the first time that ketamine binds in a pore; "peak": most receptors open; "lastNmda": the last NMDA receptor
 * shuts and none opens again.
 */
export function momentsOf(replay: Replay): readonly RunMoment[] {
  const { time_ms, receptor, state } = replay.changes;
  const [ampa, nmda] = [groupIndex(replay, AMPA), groupIndex(replay, NMDA)];
  const now = replay.start.slice();
  const isOpen = (j: number): boolean => replay.groups[replay.group[j] ?? 0]?.conducting[now[j] ?? 0] === 1;
  const openOf = new Map<number, number>();
  for (let j = 0; j < now.length; j++) if (isOpen(j)) openOf.set(replay.group[j] ?? 0, (openOf.get(replay.group[j] ?? 0) ?? 0) + 1);
  const found = new Map<MomentKind, number>([['rest', 0]]);
  const note = (kind: MomentKind, ms: number): void => {
    if (!found.has(kind)) found.set(kind, ms);
  };
  const fusion = replay.fusions[0];
  if (fusion !== undefined) note('fusion', fusion.time_ms);
  let most = 0;
  let lastShut: number | null = null;
  for (let i = 0; i < time_ms.length; i++) {
    const j = receptor[i] ?? 0;
    const g = replay.group[j] ?? 0;
    const group = replay.groups[g];
    if (group === undefined) continue;
    const ms = time_ms[i] ?? 0;
    const before = now[j] ?? 0;
    const wasOpen = isOpen(j);
    now[j] = state[i] ?? 0;
    const opens = isOpen(j) && !wasOpen;
    if (g === nmda) {
      if (opens && (group.mg[before] ?? 0) > 0) note('mgLeaves', ms);
      if ((group.ket[now[j] ?? 0] ?? 0) > (group.ket[before] ?? 0)) note('ketamineTrapped', ms);
    }
    if (isOpen(j) === wasOpen) continue;
    openOf.set(g, (openOf.get(g) ?? 0) + (opens ? 1 : -1));
    if (opens && g === ampa) note('ampaOpen', ms);
    if (opens && g === nmda) note('nmdaOpen', ms);
    if (g === nmda) lastShut = openOf.get(g) === 0 ? ms : null;
    const all = [...openOf.values()].reduce((sum, n) => sum + n, 0);
    if (all > most) {
      most = all;
      found.set('peak', ms);
    }
  }
  if (lastShut !== null) found.set('lastNmda', lastShut);
  return MOMENT_KINDS.map((kind) => ({ kind, ms: found.get(kind) ?? null }));
}

/** The next moment that happens, after or before a time; null when there is none. */
export function neighbourMoment(moments: readonly RunMoment[], ms: number, direction: 1 | -1): { kind: MomentKind; ms: number } | null {
  const happening = moments.flatMap(({ kind, ms: at }) => (at === null ? [] : [{ kind, ms: at }])).sort((a, b) => a.ms - b.ms);
  // A time that a link carried is rounded, so "later" means by more than the rounding.
  const found = direction === 1 ? happening.find((item) => item.ms > ms + 1e-4) : happening.findLast((item) => item.ms < ms - 1e-4);
  return found ?? null;
}

/** Receptors of a group whose state holds a ligand, or passes current. */
function tally(cursor: ReplayCursor, g: number, holds: (group: ReplayGroup, state: number) => boolean): number {
  const { replay, state } = cursor;
  const group = replay.groups[g];
  let count = 0;
  for (let j = 0; j < state.length; j++) if (group !== undefined && replay.group[j] === g && holds(group, state[j] ?? 0)) count += 1;
  return count;
}

/** What the simulated synapse looks like at the cursor's moment. */
export function countsAt(cursor: ReplayCursor, ms: number): PlateCounts {
  cursor.seek(ms);
  const { replay } = cursor;
  const { pictures } = replay;
  const k = pictureAt(replay, ms);
  const [ampa, nmda] = [groupIndex(replay, AMPA), groupIndex(replay, NMDA)];
  const total = (g: number): number => replay.group.reduce((sum, each) => sum + Number(each === g), 0);
  return {
    moment_ms: ms,
    // At time 0 the synapse is at rest, even where the first vesicle fuses at once.
    released: ms > 0 ? replay.fusions.filter(({ time_ms }) => time_ms <= ms).length : 0,
    glutamate: { free: pictures.free[k] ?? 0, receptors: pictures.onReceptors[k] ?? 0, transporters: pictures.onTransporters[k] ?? 0 },
    ampa: { total: total(ampa), open: cursor.open[ampa] ?? 0 },
    nmda: {
      total: total(nmda),
      open: cursor.open[nmda] ?? 0,
      mg: tally(cursor, nmda, (group, s) => (group.mg[s] ?? 0) > 0),
      ketamine:
        replay.groups[nmda]?.ket.some((held) => held > 0) === true ? tally(cursor, nmda, (group, s) => (group.ket[s] ?? 0) > 0) : null,
    },
    voltage_mV: pictures.v_mV[k] ?? Number.NaN,
    calcium_uM: pictures.calcium_uM[k] ?? Number.NaN,
  };
}
