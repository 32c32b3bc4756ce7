/** Carries out the keys of present mode in either window. */
import { useEffect, useRef } from 'react';
import { useExplorer } from '../../views/shared/explorer-context';
import { belongsTo, commandOf, type Command } from './keys';
import { useLecture } from './use-lecture';
import { useSlide } from './use-slide';

/** Keys that go to another slide. */
const STEPS: readonly Command[] = ['next', 'previous', 'first', 'last'];

export type Local = Partial<Readonly<Record<Command, () => void>>>;

/** `local` carries out what belongs to one window: lists, help, the other window. A command that neither knows is left alone. */
export function useCommands(local: Local): (command: Command) => void {
  const { state, dispatch } = useExplorer();
  const { lecture, connected, set, ask, onAsked } = useLecture();
  const slide = useSlide();
  const run = (command: Command): void => {
    if (state.present && lecture.frozen && (STEPS.includes(command) || command === 'jump')) {
      // The screen stands still while the lecture goes on in the speaker's window; without one, the next step thaws it.
      if (STEPS.includes(command) && connected) return ask(command);
      set({ frozen: false });
    }
    const own = local[command];
    if (own !== undefined) return own();
    switch (command) {
      case 'next':
        // A black or white screen comes back before anything moves on.
        return lecture.curtain === 'none' ? slide.next() : set({ curtain: 'none' });
      case 'previous':
        return lecture.curtain === 'none' ? slide.previous() : set({ curtain: 'none' });
      case 'first':
        return slide.goTo(1);
      case 'last':
        return slide.goTo(slide.count);
      case 'black':
      case 'white':
        return set({ curtain: lecture.curtain === command ? 'none' : command });
      case 'laser':
      case 'spotlight':
        return set({ tool: lecture.tool === command ? 'none' : command });
      case 'freeze':
        return set({ frozen: !lecture.frozen });
      case 'timer':
        return set({ startedAt: Date.now() });
      case 'leave':
        return dispatch({ type: 'setPresent', present: false });
      case 'jump':
      case 'speaker':
      case 'help':
        return undefined;
    }
  };
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => onAsked((command) => latest.current(command)), [onAsked]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command === undefined || event.defaultPrevented || belongsTo(event.target, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held down, as on a clicker in a fist, is pressed once.
      if (!event.repeat) latest.current(command);
    };
    // Before the picture sees the key: a clicker's arrows go on even when the picture has the focus.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return run;
}
