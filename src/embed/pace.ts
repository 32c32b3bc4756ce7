/** Keeps what comes in a rush from being done in a rush. */

export interface Paced {
  /** Asks for the act: at once where it has rested long enough, else as soon as it has. */
  (): void;
  /** Drops an act that is still to come. */
  readonly stop: () => void;
}

/** Does `act` at most once in `gap_ms`, however often it is asked for. The last call is always followed by an act. */
export function paced(act: () => void, gap_ms: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const now = (): void => {
    timer = undefined;
    last = performance.now();
    act();
  };
  const ask = (): void => {
    if (timer !== undefined) return;
    const wait = gap_ms - (performance.now() - last);
    if (wait <= 0) now();
    else timer = setTimeout(now, wait);
  };
  return Object.assign(ask, {
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  });
}

/**
 * Requests in the order they came. Those that come close together are carried out together, so that the page is drawn once for all of
 * them; `run` settles when one is done. More than `most` under way are not taken.
 */
export function createQueue<T>(run: (item: T) => Promise<void>, { most, gap_ms }: { readonly most: number; readonly gap_ms: number }) {
  const waiting: T[] = [];
  let underWay = 0;
  const finish = (): void => {
    underWay -= 1;
  };
  const pump = paced(() => {
    for (const item of waiting.splice(0)) void run(item).then(finish, finish);
  }, gap_ms);
  /** Takes an item, or gives false where too many are under way. */
  return (item: T): boolean => {
    if (underWay >= most) return false;
    underWay += 1;
    waiting.push(item);
    pump();
    return true;
  };
}
