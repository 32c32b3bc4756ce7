/** Keeps what no host would send away from the parser: messages that are too large, too deep, or not plain data. */

/** Largest message that is read, in characters and entries. */
export const MOST = 65_536;
const DEEPEST = 8;

/**
 * Whether a message is plain data within the limits. Counts characters of keys and text and eight for every other value; stops at the
 * limit, so that a huge message costs no more than a large one. Never throws.
 */
export function isModest(data: unknown): boolean {
  let left = MOST;
  const spend = (cost: number): boolean => (left -= cost) >= 0;
  const walk = (value: unknown, depth: number): boolean => {
    if (depth > DEEPEST) return false;
    switch (typeof value) {
      case 'string':
        return spend(value.length);
      case 'object':
        break;
      case 'number':
      case 'boolean':
      case 'undefined':
        return spend(8);
      default:
        return false;
    }
    if (value === null) return spend(8);
    if (Array.isArray(value)) return spend(8 + value.length) && value.every((item) => walk(item, depth + 1));
    const shape: unknown = Object.getPrototypeOf(value);
    if (shape !== Object.prototype && shape !== null) return false;
    if (!spend(8)) return false;
    for (const key in value) {
      if (!spend(key.length) || !walk(Reflect.get(value, key), depth + 1)) return false;
    }
    return true;
  };
  try {
    return walk(data, 0);
  } catch {
    return false;
  }
}
