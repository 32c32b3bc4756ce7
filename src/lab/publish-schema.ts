/** `schema`: to come below. */
export function publishSchema(_args: readonly string[]): number { return 2; }
