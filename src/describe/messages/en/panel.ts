/** Words of the panel area. Values are strings, or functions of what varies. */
export const panel = {} as const;
