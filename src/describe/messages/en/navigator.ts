/** Words of the navigator area. Values are strings, or functions of what varies. */
export const navigator = {} as const;
