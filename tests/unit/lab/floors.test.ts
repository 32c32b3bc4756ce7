import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breachesIn, breachesUnder } from '../../../src/lab/floors';

describe('the floor rule', () => {
  it('holds in the whole source tree', () => {
    expect(breachesUnder(join(import.meta.dirname, '../../../src'))).toEqual([]);
  });

  it.each([
    ['model/load.ts', "import { start } from '../explorer/actions';", 'model may not import from explorer'],
    ['explorer/store.ts', "import { useState } from 'react';", 'without a browser'],
    ['science/x.ts', "export * from '../views/cell/map';", 'science may not import from views'],
    ['teach/story.ts', "const later = import('../embed/host');", 'teach may not import from embed'],
    ['design/glyphs.tsx', "import type { Tint } from '../model/schema';", 'design may not import from model'],
    ['views/a.tsx', "import { readFileSync } from 'node:fs';", 'may not import node:fs'],
    ['views/a.tsx', "import { x } from '../../package.json';", 'outside src/'],
    ['cellar/a.ts', '', 'is not a room'],
  ])('%s breaks it with %s', (file, source, message) => {
    expect(breachesIn(file, source)[0]?.message).toContain(message);
  });

  it('names the line', () => {
    expect(breachesIn('model/a.ts', "\n\nimport {\n  a,\n} from 'react';\n")[0]?.line).toBe(5);
  });

  it('lets a room look down', () => {
    expect(
      breachesIn('views/cell/map.tsx', "import { sceneOf } from '../../explorer/map-scene';\nimport * as React from 'react';"),
    ).toEqual([]);
  });
});
