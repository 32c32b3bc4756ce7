/** Writes the service worker of a build: its code, and the list of every file that it keeps, each with the hash of its content. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';

export const WORKER_FILE = 'service-worker.js';

export interface StoredFile {
  /** Relative to the worker. */
  readonly url: string;
  /** Null where the name holds a hash of the content already. */
  readonly revision: string | null;
  /** A file that arrives otherwise is not stored, so that no version is ever mixed from two. */
  readonly integrity: string;
}

/** Every file of a built folder but the worker itself, in the order in which a lecture needs them: code and packs before pictures. */
export function storedFiles(folder: string): readonly StoredFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => path !== WORKER_FILE && !path.endsWith('.map'));
  const rank = (path: string): number => ['index.html', 'assets/', 'packs/'].findIndex((start) => path.startsWith(start)) + 1 || 4;
  return paths
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => {
      const integrity = `sha256-${createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64')}`;
      const url = path.split('/').map(encodeURIComponent).join('/');
      return { url: `./${url}`, revision: path.startsWith('assets/') ? null : integrity.slice(7, 23), integrity };
    });
}

/** One name for a set of files: another when any of them is added, removed or changed. */
export function versionOf(files: readonly StoredFile[]): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
}

/** Adds `service-worker.js` to a build once everything else of it is written. */
export function offlineFiles(entry: string): Plugin {
  let folder = '';
  return {
    name: 'bouton-offline-files',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // A build that failed has written nothing to store.
        if (!existsSync(join(folder, 'index.html'))) return;
        await writeWorker(folder, entry);
      },
    },
  };
}

/** Writes the worker of a built folder, for the files that lie there now. `entry` is its source. */
export async function writeWorker(folder: string, entry: string): Promise<void> {
  writeFileSync(join(folder, WORKER_FILE), await workerCode(entry, storedFiles(folder)));
}

async function workerCode(entry: string, files: readonly StoredFile[]): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: {
      BOUTON_FILES: JSON.stringify(files),
      BOUTON_VERSION: JSON.stringify(versionOf(files)),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      write: false,
      target: 'es2022',
      minify: 'oxc',
      lib: { entry, formats: ['iife'], name: 'BoutonOffline', fileName: () => WORKER_FILE },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('the service worker was not built');
  return chunk.code;
}
