/** Words of the outline area. Values are strings, or functions of what varies. */
export const outline = {} as const;
