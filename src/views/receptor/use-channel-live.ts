/** Keeps the recording of the channel alike in the windows of a presentation. */
import { useEffect, useRef } from 'react';
import { heardYes, tellLive, useLive, type Why } from '../shared/live';
import { readHeard, type ChannelPlayer } from './player';

/** `map` says whether the map of sites is shown instead of a state. Gives whether the clock of this window leads. */
export function useChannelLive(player: ChannelPlayer | null, map: boolean, onMap: (map: boolean, seen_ms: number) => void): () => boolean {
  const leads = useRef(true);
  const shown = useRef(map);
  useEffect(() => {
    if (player === null) return undefined;
    const tell = (why: Why): void => tellLive('channel', { ...player.told(), map: shown.current }, why);
    const stopOrders = player.onOrder((follows) => {
      leads.current ||= !follows;
      tell(follows ? 'follows' : 'order');
    });
    const stopTicks = player.subscribe(() => {
      if (leads.current && player.snapshot().playing) tell('tick');
    });
    return () => {
      stopOrders();
      stopTicks();
    };
  }, [player]);
  useEffect(() => {
    if (shown.current === map) return;
    shown.current = map;
    if (player !== null && leads.current) tellLive('channel', { ...player.told(), map });
  }, [player, map]);
  useLive(
    'channel',
    player === null
      ? null
      : {
          read: () => ({ ...player.told(), map: shown.current }),
          hear: (value) => {
            const heard = readHeard(value);
            if (heard === null) return;
            leads.current = false;
            player.hear(heard);
            shown.current = heardYes(value, 'map');
            onMap(shown.current, player.snapshot().playhead_ms);
          },
        },
  );
  return () => leads.current;
}
