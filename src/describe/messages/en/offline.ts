/** Words about what is stored on the device, and about a newer version of the page. */
export const offline = {
  waiting: 'Storing this lecture on this device has not begun yet. It begins when the page has come to rest.',
  storing: (stored: number, of: number) =>
    `This lecture is still being stored on this device: ${stored} of ${of} files. Stay connected until all are here.`,
  here: 'Everything for this lecture is on this device. It goes on without a network.',
  not: {
    browser: 'This lecture cannot be stored here because this browser stores no pages. Stay connected.',
    insecure: 'This lecture cannot be stored here because the address does not begin with https. Stay connected.',
    framed: 'This lecture is not stored because the page stands inside another page. Open it in a window of its own to store it.',
    saving: 'This lecture is not stored because this device asks to save data.',
    refused: 'This lecture cannot be stored here because the browser refuses it. A private window may be the reason. Stay connected.',
    full: 'This lecture cannot be stored here because this device gives the page no more room. Stay connected.',
    broken: 'This lecture is not stored because a file did not arrive, or arrived changed.',
    dropped: 'This lecture cannot be stored here because its pack was dropped on the page, and dropped files are not kept.',
    elsewhere: 'The page is on this device, but the pack of this lecture could not be brought from its own site. Stay connected.',
    development: 'This lecture cannot be stored here because this is a copy in development. Build it first.',
  },
  store: 'Store it now',
  newer: 'A new version of this page is ready. Your place and your answers stay.',
  use: 'Load the new version',
  later: 'Later',
};
