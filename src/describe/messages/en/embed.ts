/** Words of a figure in a course page. */
export const embed = {
  open: 'Open figure',
  opensOutside: 'opens in a new tab',
  start: 'Start the live figure',
  named: 'Named in the picture',
  still: 'Still picture',
  picture: 'Figure',
  story: { label: 'Story', previous: 'Previous step', next: 'Next step', step: (at: number, of: number) => `${at} of ${of}` },
  bad: (values: string, parts: string) =>
    `The address of this frame says ${values}, which cannot be followed. Parts are ${parts}; links is 0 or 1; an origin starts with https.`,
  close: 'Close',
  caption: (title: string, when: string, address: string) => `${title}. ${when}. Bouton, ${address}`,
} as const;
