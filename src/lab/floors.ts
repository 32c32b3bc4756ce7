/**
 * The floor rule of the house: a room imports only from rooms below it, and the lower rooms know no React, three or DOM.
 * Run by `npm run lint`; prints each breach as `file:line: message` and exits 1 when there is one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** Rooms and what each may import besides itself. `describe` stands under `views`, which draw with its words. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  content: [],
  design: [],
  model: [],
  science: ['model'],
  explorer: ['model', 'science'],
  describe: ['model', 'science', 'explorer'],
  views: ['model', 'science', 'explorer', 'describe', 'design'],
  teach: ['model', 'science', 'explorer', 'describe', 'design', 'views'],
  embed: ['model', 'science', 'explorer', 'describe', 'design', 'views'],
  app: ['model', 'science', 'explorer', 'describe', 'design', 'views', 'teach', 'embed'],
  // Of embed only the contracts, which are published.
  lab: ['content', 'model', 'science', 'explorer', 'describe', 'design', 'embed'],
};

/** Rooms that run without a browser: packages that bring one are forbidden there. */
const HEADLESS = new Set(['model', 'science', 'explorer', 'describe', 'lab']);
const BROWSER_PACKAGES = /^(react|react-dom|three|@react-three|@base-ui|d3-zoom|d3-selection|d3-drag|d3-transition)(\/|$)/;
/** `lab` starts browsers for pictures and benches, and is the only room that may read files (also outside `src`) or start processes. */
const NODE_ROOMS = new Set(['lab']);

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/gm;

export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Breaches of the floor rule in one file. `file` is a path under `src/` with forward slashes, such as `views/cell/map.tsx`. */
export function breachesIn(file: string, source: string): Breach[] {
  const room = file.split('/')[0] ?? '';
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return [{ file, line: 1, message: `"${room}" is not a room of the house` }];
  const found: Breach[] = [];
  for (const match of source.matchAll(IMPORT)) {
    const target = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const line = source.slice(0, match.index + match[0].indexOf(target)).split('\n').length;
    const say = (message: string): number => found.push({ file, line, message });
    if (target.startsWith('.')) {
      const path = posix.normalize(posix.join(dirname(file), target));
      const other = path.split('/')[0] ?? '';
      if (path.startsWith('..') && room === 'lab' && match[4] !== undefined) continue;
      if (path.startsWith('..')) say(`imports ${target}, outside src/`);
      else if (other !== room && !allowed.includes(other)) say(`${room} may not import from ${other} (${target})`);
    } else if (HEADLESS.has(room) && BROWSER_PACKAGES.test(target)) say(`${room} runs without a browser and may not import ${target}`);
    else if (target.startsWith('node:') && !NODE_ROOMS.has(room)) say(`${room} may not import ${target}`);
  }
  return found;
}

/** Every breach under a source folder. */
export function breachesUnder(root: string): Breach[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return breachesIn(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    });
}

if (process.argv[1]?.endsWith('floors.ts')) {
  const breaches = breachesUnder(join(import.meta.dirname, '..'));
  for (const breach of breaches) console.error(`src/${breach.file}:${breach.line}: ${breach.message}`);
  if (breaches.length > 0) process.exit(1);
  console.log('floor rule: no breach');
}
