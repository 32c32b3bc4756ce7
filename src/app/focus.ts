/** Where the keyboard goes between the two halves of the page: the diagram (or the page that is read in its place) and the panel. */

/** To the diagram itself where one is drawn, which goes on from the selection. */
export function focusScene(): void {
  const scene = document.getElementById('scene');
  (scene?.querySelector<HTMLElement>('[role="application"]') ?? scene)?.focus();
}

export function focusPanel(): void {
  document.getElementById('panel')?.focus();
}

/** Whether something in the panel has the focus. */
export function inPanel(): boolean {
  return document.getElementById('panel')?.contains(document.activeElement) === true;
}
