/** Words of the dialog that gives a view away: as an address, as code for a course page, as a picture for a phone's camera. */
export const copy = {
  kinds: { label: 'What to copy', link: 'Link', frame: 'Frame', element: 'Element', qr: 'QR code', picture: 'Picture' },
  text: {
    link: 'This address holds the place, the selection, the lit routes and the time. It opens the same view anywhere.',
    frame:
      'Paste this into a course page. It needs no script there, never takes the focus or the scroll of the page, and starts as a still picture.',
    element: 'For pages that may load a script: the element takes its own height, and the page can speak with it.',
    qr: 'The camera of a phone opens this view. The code is made on this device.',
    picture: 'The picture as it stands on the screen, with what it is and where it comes from written under it.',
  },
  dropped: 'This pack was dropped on the page. The link opens this view only where its files are dropped again.',
  field: { link: 'Link', frame: 'Code of the frame', element: 'Code of the element' },
  copy: { link: 'Copy link', frame: 'Copy code', element: 'Copy code' },
  picture: {
    size: 'Size of the picture',
    times: (scale: string) => `${scale}×`,
    png: 'Save as PNG',
    svg: 'Save as SVG',
    none: 'This page has no picture to save.',
    cited: 'The file carries its citation line.',
    working: 'Drawing the picture',
    saved: 'Picture saved',
    failed: 'The browser could not draw the picture. A smaller size may work.',
    cite: (pack: string, title: string, when: string) => `Bouton, ${pack}: ${title.includes(when) ? title : `${title}, ${when}`}.`,
  },
  copied: 'Copied',
  refused: 'The browser did not allow copying. The text is selected: press Ctrl+C, or Cmd+C on a Mac.',
  qr: (title: string) => `QR code of the link to this view: ${title}`,
  tooLong: 'This link is too long for a QR code. Clear a search or a selection and try again.',
  figure: (title: string) => `${title}, as a live figure`,
  more: 'What a page can set, ask and hear',
} as const;
