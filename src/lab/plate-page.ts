/** A page with nothing but plates on it (`tests/bench/plate`), built and served for stills, benches and browser tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

const root = join(import.meta.dirname, '../../tests/bench/plate');

export interface PlatePage {
  readonly address: string;
  /** Where the built page lies. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds the page into a folder of its own and serves it on a free port. */
export async function servePlatePage(): Promise<PlatePage> {
  const folder = mkdtempSync(join(tmpdir(), 'bouton-plate-'));
  const shared = { configFile: false, root, base: './', logLevel: 'error' } as const;
  await build({
    ...shared,
    publicDir: join(import.meta.dirname, '../../public'),
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 3000 },
  });
  const server = await preview({ ...shared, build: { outDir: folder }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the page of plates could not be served');
  return {
    address,
    folder,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
