import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { storedFiles, versionOf } from '../../../src/lab/offline-files';

function built(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bouton-built-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const FILES = {
  'stills/a still.webp': 'picture',
  'service-worker.js': 'the worker of an earlier build',
  'packs/ltp/pack.json': '{}',
  'index.html': '<!doctype html>',
  'assets/index-Ab12.js': 'go()',
  'assets/index-Ab12.js.map': '{}',
};

it('lists every file of a build but the worker, code and packs first', () => {
  const files = storedFiles(built(FILES));
  expect(files.map(({ url }) => url)).toEqual([
    './index.html',
    './assets/index-Ab12.js',
    './packs/ltp/pack.json',
    './stills/a%20still.webp',
  ]);
  // sha256 of "go()", computed with openssl.
  expect(files[1]).toEqual({
    url: './assets/index-Ab12.js',
    revision: null,
    integrity: 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=',
  });
});

it('gives a changed file another revision, and the build another version', () => {
  const before = storedFiles(built(FILES));
  const after = storedFiles(built({ ...FILES, 'packs/ltp/pack.json': '{"title":1}' }));
  const changed = before.filter(({ revision }, index) => revision !== after[index]?.revision).map(({ url }) => url);
  expect(changed).toEqual(['./packs/ltp/pack.json']);
  expect(versionOf(after)).not.toBe(versionOf(before));
  expect(versionOf(storedFiles(built(FILES)))).toBe(versionOf(before));
});
