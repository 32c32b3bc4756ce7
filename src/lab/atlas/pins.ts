/** The data that the atlas is built from: the hashes are the pin, whichever mirror or later package the files come from. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's package of templates, and where it puts them. */
export const PACKAGE = { name: 'mricron-data', version: '1.2.20211006+dfsg-4' } as const;
const IN_PACKAGE = 'usr/share/mricron/templates';

/** SHA-256 of every file that is read. */
export const PINS: Readonly<Record<string, string>> = {
  'ch2better.nii.gz': 'a094f3ccf383c495c9569625bd0c06993fd4b02d2a8d9966da5fea7d7e530e8d',
  'aal.nii.gz': 'b512dcd3f36b77f56be7a9a038134096e66314b7e8c31d25875b96bcf6991454',
  'aal.nii.txt': '1788d6556a9ec056de9867b2382cf1ce1b51b87ae4cfd9cd25de48ae4dde709e',
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Fetches Debian's package into a temporary folder, unpacks it without installing it, and gives the folder of the templates. */
export function fetchTemplates(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bouton-atlas-'));
  execFileSync('apt-get', ['download', `${PACKAGE.name}=${PACKAGE.version}`], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (file === undefined) throw new Error(`${PACKAGE.name} could not be fetched; give a folder with --source`);
  execFileSync('dpkg', ['-x', join(folder, file), join(folder, 'unpacked')]);
  return join(folder, 'unpacked', IN_PACKAGE);
}

/** @throws Error naming the first file that is not the pinned one. */
export function checkPins(folder: string): void {
  for (const [name, pin] of Object.entries(PINS)) {
    const found = sha256(readFileSync(join(folder, name)));
    if (found !== pin) throw new Error(`${name} has the SHA-256 ${found}, not ${pin}: it is another file`);
  }
}
