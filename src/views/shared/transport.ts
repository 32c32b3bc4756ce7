/** What on screen can be played, so that a host page or a speaker can start and stop it without its buttons. */
import { useEffect, useRef } from 'react';

/** `score`: the clock of the whole page. `moment`: the run of the level that is shown. */
export type TransportName = 'score' | 'moment';

export interface Transport {
  readonly playing: boolean;
  readonly play: (on: boolean) => void;
  /** Releases transmitter now, where the level can. */
  readonly fire?: () => void;
}

const known = new Map<TransportName, () => Transport>();

/** The transport of that name that is on screen now, if any. */
export function transport(name: TransportName): Transport | undefined {
  return known.get(name)?.();
}

/** Offers a transport while the caller is mounted; null offers none. */
export function useTransport(name: TransportName, offered: Transport | null): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  const there = offered !== null;
  useEffect(() => {
    if (!there) return undefined;
    const get = (): Transport => latest.current ?? { playing: false, play: () => undefined };
    known.set(name, get);
    return () => {
      if (known.get(name) === get) known.delete(name);
    };
  }, [name, there]);
}
