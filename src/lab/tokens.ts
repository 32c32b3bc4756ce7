/** Writes `src/design/tokens.css` from `src/design/tokens.ts`: `npx tsx src/lab/tokens.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokensCss } from '../design/tokens-css';

const target = join(import.meta.dirname, '../design/tokens.css');
writeFileSync(target, tokensCss());
console.log(`wrote ${target}`);
