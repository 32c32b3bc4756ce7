/** The code that puts a view into somebody else's page. */

export interface Shared {
  /** Address of this site's page, without a query. */
  readonly page: string;
  /** The view, as a link carries it. */
  readonly query: string;
  /** Name of the frame for assistive technology. */
  readonly title: string;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Address of the view as a link. */
export function linkTo({ page, query }: Pick<Shared, 'page' | 'query'>): string {
  return query === '' ? page : `${page}?${query}`;
}

/**
 * An iframe with a name, that loads when it comes near the screen and has its shape before it has loaded. Width and height are said twice:
 * course sites that take the style away, in part or whole, leave the attributes.
 */
export function frameCode({ page, query, title }: Shared): string {
  // On a phone the words of a story stand below its picture, and need room there.
  const tells = ![null, 'none'].includes(new URLSearchParams(query).get('story'));
  const least = tells ? 'clamp(395px, 1000px - 100vw, 640px)' : '395px';
  const address = `${page}?${query === '' ? '' : `${query}&`}embed=1`;
  return [
    '<iframe',
    `  src="${attribute(address)}"`,
    `  title="${attribute(title)}"`,
    '  width="100%" height="504"',
    '  loading="lazy"',
    '  allow="fullscreen"',
    '  referrerpolicy="strict-origin-when-cross-origin"',
    `  style="width: 100%; max-width: 834px; height: auto; aspect-ratio: 834 / 504; min-height: ${least}; border: 0"`,
    '></iframe>',
  ].join('\n');
}

/** The element and the one script that defines it. */
export function elementCode({ page, query, title }: Shared): string {
  const script = new URL('embed/bouton-element.js', page).href;
  return [
    `<script src="${attribute(script)}" async></script>`,
    `<bouton-explorer view="${attribute(query)}" label="${attribute(title)}">`,
    // Stands in its place where the script cannot be loaded.
    `  <a href="${attribute(linkTo({ page, query }))}">${attribute(title)}</a>`,
    '</bouton-explorer>',
  ].join('\n');
}
