/** Words of the app area. Values are strings, or functions of what varies. */
export const app = {} as const;
