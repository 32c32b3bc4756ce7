/** Colour tokens as the renderer needs them: those of the page, and the few that only scenes have. */
import { Vector3 } from 'three';
import { tokensOf } from '../../design/tokens';

export type ColourOf = (token: string) => Vector3;

function parse(text: string): Vector3 | null {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex === undefined) return null;
  const value = Number.parseInt(hex, 16);
  return new Vector3(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}

/** The colours of the theme that `element` stands in. A token that does not exist gives the ink, which is seen at once. */
export function coloursAt(element: Element): ColourOf {
  const theme = element.closest('[data-theme]')?.getAttribute('data-theme') === 'lecture' ? 'lecture' : 'paper';
  const tokens = tokensOf(theme);
  const read = (name: string): Vector3 | null => parse(tokens.get(name) ?? '');
  return (token) => read(token) ?? read('ink') ?? new Vector3();
}

/** Shade of the toon ramp (ART-DIRECTION 7.2): a factor on the colour, not a colour of its own. */
export const SHADE = { paper: new Vector3(0.788, 0.769, 0.812), lecture: new Vector3(0.561, 0.576, 0.659) } as const;
