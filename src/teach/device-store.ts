/** A small value that stays on this device: read once, written when it changes, followed by views. Storage that is forbidden is no error. */
export interface DeviceStore<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** `read` makes a sound value of whatever is stored, also of nothing or of damage. */
export function deviceStore<T>(key: string, read: (stored: unknown) => T): DeviceStore<T> {
  let now: { readonly value: T } | null = null;
  const listeners = new Set<() => void>();
  return {
    get() {
      now ??= { value: read(parsed(stored(key))) };
      return now.value;
    },
    set(value) {
      now = { value };
      try {
        window.localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // It then lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function stored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
