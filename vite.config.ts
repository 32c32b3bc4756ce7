import { cpSync, createReadStream, existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  base: './',
  plugins: [react(), packs()],
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, target: 'es2022' },
  server: { port: 5173 },
  worker: { format: 'es' },
});
