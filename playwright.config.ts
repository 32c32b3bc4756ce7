import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './src/lab/chromium';

const executablePath = process.env['BOUTON_CHROMIUM'] ?? findChromium(() => undefined);

/** Set to test a build that is served already. */
const served = process.env['BOUTON_ADDRESS'];

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  // A page and its test keep more than one core busy: two pages even on the smallest machine, and never so many that they starve.
  workers: Math.min(4, Math.max(2, Math.floor(availableParallelism() / 2))),
  fullyParallel: false,
  // What is waited for is that it comes, not how soon: a slow machine gets its time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  use: {
    baseURL: served ?? 'http://127.0.0.1:4317/',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    // Files come from the server under test, not from what an earlier test stored; offline.spec.ts allows it.
    serviceWorkers: 'block',
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  },
  ...(served === undefined && {
    webServer: {
      command: 'npx vite preview --port 4317 --strictPort --host 127.0.0.1',
      url: 'http://127.0.0.1:4317/',
      reuseExistingServer: true,
    },
  }),
});
