/** Reading untrusted JSON step by step, with messages that say where the fault is. */

/** A fault in a file, or a question that has no answer; the message is meant for the reader of the report. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

export type Json = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TargetError(`${path} must be an object`);
  return value as Json;
}

export function asArray(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TargetError(`${path} must be a list`);
  return value;
}

export function asNumber(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TargetError(`${path} must be a finite number`);
  return value;
}

export function asText(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw new TargetError(`${path} must be a text`);
  return value;
}

/** Own field of a record; `__proto__` and inherited names do not count. */
export function field(record: Json, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Rejects fields outside a closed list, so that a slip of the pen is not silently ignored. */
export function onlyFields(record: Json, allowed: readonly string[], path: string): void {
  const extra = Object.keys(record).find((key) => !allowed.includes(key));
  if (extra !== undefined) throw new TargetError(`${path} has an unknown field "${extra}"`);
}

/** The message of anything thrown. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
