/** Writes the tokens as CSS. Run by `src/lab/tokens.ts`; a unit test compares the committed file with this text. */
import { THEMES } from './names';
import { tokensOf } from './tokens';

const SCHEME = { paper: 'light', lecture: 'dark' } as const;

/** The text of `tokens.css`. Any element with `data-theme` starts a theme; the page without one is paper. */
export function tokensCss(): string {
  const blocks = THEMES.map((theme) => {
    const selector = theme === 'paper' ? `:root,\n[data-theme='paper']` : `[data-theme='lecture']`;
    const lines = [...tokensOf(theme)].filter(([name]) => !name.startsWith('shade-')).map(([name, hex]) => `  --${name}: ${hex};`);
    return `${selector} {\n  color-scheme: ${SCHEME[theme]};\n${lines.join('\n')}\n}\n`;
  });
  return `/* Written by src/lab/tokens.ts from tokens.ts. Change tokens.ts, then run that script. */\n${blocks.join('\n')}`;
}
