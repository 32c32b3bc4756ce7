/** Words of the evidence area. Values are strings, or functions of what varies. */
export const evidence = {} as const;
