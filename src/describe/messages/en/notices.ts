/** Words of the notices area. Values are strings, or functions of what varies. */
export const notices = {} as const;
