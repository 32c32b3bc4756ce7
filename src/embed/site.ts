/** Where the site is that serves the figures, seen from the script that defines the element. */

const FILE = /\/bouton-element[\w.-]*\.js(?:[?#]|$)/;

function folderAbove(script: string): string {
  return new URL('../', script).href;
}

/** Whether an address is one that a frame may show: a `javascript:` address would run in the host's own page. */
export function isWeb(address: string): boolean {
  return /^https?:/.test(address);
}

// Known only while the script runs, and not at all to a module.
const running = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/**
 * The site is one folder above the script, wherever that was loaded from. A module is not told its own address by the page, so it is
 * looked for among the page's scripts and what the page has loaded; "" for one that was pasted into the page.
 */
export function siteOfScript(): string {
  const tags = [...document.querySelectorAll('script')].map(({ src }) => src);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const found = [running, ...[...tags, ...loaded].filter((address) => FILE.test(address))].find(isWeb);
  return found === undefined ? '' : folderAbove(found);
}
