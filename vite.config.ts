import { cpSync, createReadStream, existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { offlineFiles } from './src/lab/offline-files.ts';

const CONTENT = join(import.meta.dirname, 'src/content');

/** Serves `src/content` under `packs/` while developing and copies it there on build: packs are data, not code. */
function packs(): Plugin {
  return {
    name: 'bouton-packs',
    configureServer(server) {
      server.middlewares.use('/packs', (request, response, next) => {
        const path = normalize(join(CONTENT, decodeURIComponent((request.url ?? '').split('?')[0] ?? '')));
        if (!path.startsWith(CONTENT) || !existsSync(path) || !statSync(path).isFile()) return next();
        response.setHeader('Content-Type', 'application/json');
        createReadStream(path).pipe(response);
      });
    },
    writeBundle(options) {
      cpSync(CONTENT, join(options.dir ?? 'dist', 'packs'), { recursive: true });
    },
  };
}

/** What host pages load from `embed/`: the element as one plain script, the client as a module. */
const EMBED_SCRIPTS = {
  'bouton-element.js': { entry: 'src/embed/element.ts', format: 'iife' },
  'bouton-client.js': { entry: 'src/embed/client.ts', format: 'es' },
} as const;
type EmbedScript = keyof typeof EMBED_SCRIPTS;

async function embedScript(name: EmbedScript): Promise<string> {
  const { entry, format } = EMBED_SCRIPTS[name];
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      // Vite leaves modules for bundlers unminified; this one is also loaded as it is.
      minify: 'oxc',
      lib: { entry: join(import.meta.dirname, entry), formats: [format], name: 'BoutonExplorerScript', fileName: () => name },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${name} was not built`);
  return chunk.code;
}

/** Adds the scripts for host pages to the build, and makes them when they are asked for while developing. */
function embedScripts(): Plugin {
  const names = Object.keys(EMBED_SCRIPTS) as EmbedScript[];
  return {
    name: 'bouton-embed-scripts',
    configureServer(server) {
      server.middlewares.use('/embed', (request, response, next) => {
        const name = names.find((item) => request.url?.split('?')[0] === `/${item}`);
        if (name === undefined) return next();
        embedScript(name).then(
          (code) => response.setHeader('Content-Type', 'text/javascript').end(code),
          (error: unknown) => next(error),
        );
      });
    },
    async generateBundle() {
      for (const name of names) this.emitFile({ type: 'asset', fileName: `embed/${name}`, source: await embedScript(name) });
    },
  };
}

/** What d3-zoom asks for and is given by us: no transitions, which the map's camera does not use, and a pointer for slides (see the file). */
const UNDER_ZOOM: readonly string[] = ['d3-transition', 'd3-interpolate', 'd3-selection'];

function slimZoom(): Plugin {
  const standIn = join(import.meta.dirname, 'src/views/cell/under-zoom.ts');
  return {
    name: 'bouton-slim-zoom',
    enforce: 'pre',
    resolveId: (source, importer) => (UNDER_ZOOM.includes(source) && importer?.includes('/d3-zoom/') === true ? standIn : null),
  };
}

/** What the bundler knows of modules: null for one that it does not know. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Keeps all that the first view needs in one file. Left alone, what it shares with later chunks is cut into twenty small
 * files, which compress worse by 5 kB and are asked for one by one.
 */
function firstLoad(entry: string): (id: string, modules: Modules) => string | null {
  let found: Set<string> | null = null;
  return (id, modules) => {
    found ??= reachedFrom(entry, modules);
    return found.has(id) ? 'first' : null;
  };
}

/** Every module that loads with one, itself included: static imports only. */
function reachedFrom(entry: string, modules: Modules): Set<string> {
  const found = new Set([entry]);
  // A set may grow while it is walked.
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

export default defineConfig({
  base: './',
  plugins: [react(), packs(), embedScripts(), slimZoom(), offlineFiles(join(import.meta.dirname, 'src/app/offline/worker.ts'))],
  build: {
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ debugName: 'first', name: firstLoad(join(import.meta.dirname, 'src/app/main.tsx')) }] } },
    },
  },
  server: { port: 5173 },
  // A figure in a sandboxed frame has no origin, and reads this site's files as a stranger would.
  preview: { cors: true },
  worker: { format: 'es' },
});
