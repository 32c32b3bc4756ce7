/**
 * Finds a Chromium for tests and pictures: the one on the PATH, else Debian's package, else Playwright's own download.
 * Says which one it took.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Flags under which headless Chromium runs quietly in a container, with software WebGL. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(): string | null {
  const override = process.env['BOUTON_CHROMIUM'];
  if (override !== undefined && existsSync(override)) return override;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const candidate = join(folder, name);
      if (folder !== '' && existsSync(candidate)) return candidate;
    }
  }
  return null;
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/**
 * The path of a Chromium, installing one when none is there.
 * @throws Error naming what was tried when no Chromium can be had.
 */
export function findChromium(log: (line: string) => void): string {
  const found = onPath() ?? playwrightsOwn();
  if (found !== null) {
    log(`Chromium: ${found}`);
    return found;
  }
  log('No Chromium on the PATH; installing one.');
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    log("Trying Debian's package.");
    if (run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const debian = onPath();
    if (debian !== null) {
      log(`Chromium: ${debian} (installed from Debian)`);
      return debian;
    }
  }
  log("Trying Playwright's own download.");
  run(process.execPath, [join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  const own = playwrightsOwn();
  if (own === null)
    throw new Error(
      "No Chromium: none on the PATH, Debian's package and Playwright's download both failed. Install Chromium or set BOUTON_CHROMIUM to its path.",
    );
  log(`Chromium: ${own} (installed by Playwright)`);
  return own;
}
