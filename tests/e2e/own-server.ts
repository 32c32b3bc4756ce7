/** A server of a built folder that a test can end for good, and give another folder to serve. */
import { createServer } from 'node:http';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { writeWorker } from '../../src/lab/offline-files';

const root = join(import.meta.dirname, '../..');
export const BUILT = join(root, 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

export interface OwnServer {
  readonly address: string;
  /** Paths asked for so far, in order. */
  readonly asked: string[];
  serve(folder: string): void;
  /** Answers a path with this text instead of its file, or with the file again. */
  spoil(path: string, text: string | null): void;
  /** Answers nothing any more; open connections are cut. */
  end(): Promise<void>;
}

/** Serves a folder from a port of its own, as a plain host does: a missing file is a 404, and nothing is compressed. */
export async function serveFolder(first: string): Promise<OwnServer> {
  let folder = first;
  const asked: string[] = [];
  const spoilt = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push(path);
    const file = normalize(join(folder, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      Vary: 'Accept',
    });
    response.end(spoilt.get(path) ?? readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  return {
    address: `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/`,
    asked,
    serve(next) {
      folder = next;
    },
    spoil(path, text) {
      if (text === null) spoilt.delete(path);
      else spoilt.set(path, text);
    },
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Makes the build as a later version of it would be: every script and style under another name, and another heading of the page. */
export async function makeLaterVersion(folder: string, title: string): Promise<void> {
  cpSync(BUILT, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
  const later = (name: string): string => name.replace(/\.(js|css)$/, 'z.$1');
  const known = new Set(names);
  const renamed = (text: string): string => text.replaceAll(/[\w.-]+\.(?:js|css)\b/g, (name) => (known.has(name) ? later(name) : name));
  for (const name of names) {
    writeFileSync(join(assets, name), renamed(readFileSync(join(assets, name), 'utf8')));
    renameSync(join(assets, name), join(assets, later(name)));
  }
  const page = join(folder, 'index.html');
  writeFileSync(page, renamed(readFileSync(page, 'utf8')));
  const pack = join(folder, 'packs/ketamine/pack.json');
  const manifest = JSON.parse(readFileSync(pack, 'utf8')) as Record<string, unknown>;
  writeFileSync(pack, JSON.stringify({ ...manifest, title }));
  await writeWorker(folder, join(root, 'src/app/offline/worker.ts'));
}
