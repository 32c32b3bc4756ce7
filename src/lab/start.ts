/** `npm start`: builds the app, serves it and prints its address. */
import { join } from 'node:path';
import { build, preview } from 'vite';

const root = join(import.meta.dirname, '../..');
await build({ root, logLevel: 'warn' });
const server = await preview({ root, preview: { port: Number(process.env['PORT'] ?? 4173), strictPort: false, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/';
console.log(`\nBouton is open at ${address}\nPress Ctrl+C to stop.`);
