/** What a style sheet for paper needs to know of the screen: how large the picture was laid out, with the score under it. */

/** Tells it before each print, as numbers of px in `--shown` and `--shown-high`. Gives what ends it. */
export function tellSize(picture: () => HTMLElement | null): () => void {
  const tell = (): void => {
    const box = picture();
    if (box === null) return;
    const { style } = document.documentElement;
    style.setProperty('--shown', String(Math.ceil(box.parentElement?.clientWidth ?? box.clientWidth)));
    style.setProperty('--shown-high', String(Math.ceil(box.clientHeight)));
  };
  window.addEventListener('beforeprint', tell);
  return () => window.removeEventListener('beforeprint', tell);
}
