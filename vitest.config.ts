import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx', 'tests/fuzz/**/*.test.ts'],
    environment: 'node',
    // Left alone, a machine of two cores gets one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No test replaces a module, and what the rooms remember hangs on the model that it was computed from:
    // a worker reads each module once, not once for each file.
    isolate: false,
    // Long enough for a slow machine that does other work at the same time; only a test that hangs meets it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
