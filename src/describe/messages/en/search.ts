/** Words of the search area. Values are strings, or functions of what varies. */
export const search = {} as const;
