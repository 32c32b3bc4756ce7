/** Playing the score: one decade in 2.5 s, or from event edge to event edge where motion is not wanted. */
import { useEffect, useRef, useState } from 'react';
import { advance, compareWhen, eventEdges, FIRST_MOMENT, LAST_MOMENT, neighbour } from '../../explorer/clocks';
import type { When } from '../../explorer/state';
import { useExplorer } from '../shared/explorer-context';
import { useTransport } from '../shared/transport';

const SECONDS_PER_DECADE = 2.5;
const STEP_MS = 1_200;

export interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
}

export function usePlay(): Play {
  const { state, model, dispatch } = useExplorer();
  const [playing, setPlaying] = useState(false);
  const latest = useRef<When>(state.when);
  useEffect(() => {
    latest.current = state.when;
  }, [state.when]);

  useEffect(() => {
    if (!playing) return undefined;
    const finished = (): boolean => compareWhen(latest.current, LAST_MOMENT) >= 0;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const edges = eventEdges(model.events);
      const timer = window.setInterval(() => {
        const next = neighbour(edges, latest.current, 1);
        if (compareWhen(next, latest.current) === 0) setPlaying(false);
        else dispatch({ type: 'setWhen', when: next });
      }, STEP_MS);
      return () => window.clearInterval(timer);
    }
    let before = performance.now();
    let frame = requestAnimationFrame(function draw(now) {
      const decades = (now - before) / 1000 / SECONDS_PER_DECADE;
      before = now;
      // A hidden page is not played: time would jump when it comes back.
      if (!document.hidden) dispatch({ type: 'setWhen', when: advance(latest.current, Math.min(decades, 0.2)) });
      if (finished()) setPlaying(false);
      else frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, model, dispatch]);

  const play = (on: boolean): void => {
    if (on && !playing && compareWhen(state.when, LAST_MOMENT) >= 0) dispatch({ type: 'setWhen', when: FIRST_MOMENT });
    setPlaying(on);
  };
  useTransport('score', { playing, play });
  return { playing, toggle: () => play(!playing) };
}
