/** Words of the shell: top bar, modes, dialogs, states of the whole page. */
export const app = {
  product: 'Bouton',
  skipToScene: 'Skip to the diagram',
  skipToPanel: 'Skip to the explanation',
  modes: { label: 'Views', explore: 'Explore', story: 'Stories', outline: 'Outline', evidence: 'Papers', article: 'Article' },
  actions: {
    find: 'Find',
    theme: { toLecture: 'Switch to the lecture theme', toPaper: 'Switch to the paper theme' },
    share: 'Copy a link to this view',
    help: 'Keyboard and help',
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Return to the start view',
    more: 'More',
    close: 'Close',
  },
  share: { title: 'Share this view' },
  help: {
    title: 'How to use the diagram',
    intro:
      'Drag to move, scroll or pinch to zoom. Select any name or arrow to read what it stands on. Every view has its own address, so the back button and a copied link work.',
    keys: 'Keys',
    single: 'The single keys / and ? work',
    singleNote: 'Switch them off when speech input or a trembling hand presses them by chance. Ctrl+K still finds.',
    notice: 'About this page',
    credits: 'Credits and licences',
    format: 'Write your own pack',
  },
  loading: 'Loading the diagram',
  stillLoading: 'The records are still arriving.',
  failed: {
    title: 'The diagram could not be loaded',
    retry: 'Try again',
    home: 'Open the ketamine pack',
  },
  failure: {
    content: 'The files hold no pack that can be drawn.',
    network: (address: string) =>
      `${address} could not be reached. Check the address, and that its server allows other sites to read it (CORS).`,
    status: (address: string, status: number) => `${address} answered with ${status}. Check the address of the pack.`,
    json: (address: string, line: number, column: number, detail: string) =>
      `${address} is not valid JSON at line ${line}, column ${column}: ${detail}.`,
    page: (address: string) => `${address} holds a web page, not a pack. Check the address: a pack is a JSON file, its manifest.`,
    dropped: (name: string) =>
      `The pack "${name}" was dropped on this page earlier. Dropped files are not kept: drop them again to go on with it.`,
    size: (address: string, limit: number) =>
      `The pack is larger than ${limit} MB, at ${address}. Split off what the diagram does not need.`,
    address: (address: string) =>
      `"${address}" is not an address of a pack. Use the name of a pack of this site or an address that starts with https.`,
  },
  crash: {
    title: 'Something in this view failed',
    text: 'The rest of the page still works. The reason was:',
    retry: 'Draw it again',
    reset: 'Return to the start view',
  },
  noticesLabel: 'Notices',
  leftOut: (count: number) =>
    `${count} ${count === 1 ? 'fault was' : 'faults were'} found in this pack. What is faulty is left out; the rest is drawn.`,
  showIssues: 'Show what was found',
  drop: { hint: 'Drop the files of a pack here', loaded: (title: string) => `Pack loaded: ${title}` },
  notice: 'Explains mechanisms. Gives no advice on treatment or dose.',
  empty: {
    noScene: 'This pack has no diagram for this level.',
    openOutline: 'Open the outline',
    pending: 'The rest of the pack is loading.',
  },
} as const;
