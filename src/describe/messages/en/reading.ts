/** Words for when a paper was last read again, and how much of it. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const reading = {
  extents: {
    'full text': 'full text read',
    abstract: 'abstract read',
    part: 'read in part',
    elsewhere: 'read only as others tell it',
    'not found': 'text not found',
  },
  /** A day given as YYYY-MM-DD. */
  day: (on: string) => DAY.format(new Date(on)),
  title: 'Last re-checked',
  last: (day: string, extent: string) => `${day}: ${extent}`,
  lastAt: (day: string, extent: string, where: string) => `${day}: ${extent}, ${where}`,
  never: 'Not re-checked since the record was made',
};
