/** Words of the cell area. Values are strings, or functions of what varies. */
export const cell = {} as const;
