/** Long work in steps, with pauses that let messages, input and drawing through. */

/** What a computation in steps comes to, all at once. */
export function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same with a `pause` whenever `slice_ms` have gone by: a slice takes that long and one step more. What comes out does not depend on
 * where the pauses fall. `check` is called after each pause and may throw to give the work up.
 */
export async function finishedInSlices<T>(
  steps: Generator<void, T>,
  slice_ms: number,
  pause: () => Promise<void>,
  check: () => void = () => undefined,
): Promise<T> {
  let begin = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begin < slice_ms) continue;
    await pause();
    check();
    begin = performance.now();
  }
}

/** Pauses that let messages through without the delay of timers. In Node they keep the process alive until closed. */
export class MessagePauses {
  private readonly channel = new MessageChannel();
  private readonly waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.addEventListener('message', () => this.waiting.shift()?.());
    this.channel.port1.start();
  }

  /** Resolves in a task of its own, after messages and input that came before. */
  readonly pause = (): Promise<void> =>
    new Promise((resolve) => {
      this.waiting.push(resolve);
      this.channel.port2.postMessage(null);
    });

  /** Ends the pauses: those under way resolve now, and there must be no more. */
  close(): void {
    this.channel.port1.close();
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
