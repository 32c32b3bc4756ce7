/** The chain of format versions, with steps made up for the test: the format itself has only one version so far. */
import { describe, expect, test } from 'vitest';
import { STEPS, migrate } from '../../../src/model/migrate';
import type { MigrationStep } from '../../../src/model/migrate';
import type { PackFile } from '../../../src/model/model';
import { PACK_VERSION } from '../../../src/model/schema';

const head = (version: unknown): PackFile => ({ name: 'pack.json', json: { format: 'bouton-pack', version, nodes: [1] } });
const part: PackFile = { name: 'part.json', json: { nodes: [2] } };

/** Version 1 called entities nodes; version 2 called them things, and gave the manifest a motto. */
const CHAIN: readonly MigrationStep[] = [
  {
    from: 2,
    says: 'things are entities',
    rewrite: ({ things, ...rest }) => ({ ...rest, entities: things }),
  },
  {
    from: 1,
    says: 'nodes are things, and a manifest has a motto',
    rewrite: ({ nodes, ...rest }, isManifest) => ({ ...rest, things: nodes, ...(isManifest ? { motto: 'm' } : {}) }),
  },
];

describe('migrate', () => {
  test('takes every file through every step, whatever their order in the table', () => {
    const files = [part, head(1)];
    const before = JSON.stringify(files);
    expect(migrate(files, head(1), CHAIN, 3)).toEqual({
      ok: true,
      files: [
        { name: 'part.json', json: { entities: [2] } },
        { name: 'pack.json', json: { format: 'bouton-pack', version: 3, motto: 'm', entities: [1] } },
      ],
    });
    expect(JSON.stringify(files)).toBe(before);
  });

  test('begins at the version of the pack', () => {
    const files = [{ name: 'pack.json', json: { version: 2, things: [1] } }];
    expect(migrate(files, files[0] as PackFile, CHAIN, 3)).toEqual({
      ok: true,
      files: [{ name: 'pack.json', json: { version: 3, entities: [1] } }],
    });
  });

  test('leaves a pack of the present version as it is', () => {
    const files = [head(PACK_VERSION), part];
    expect(migrate(files, head(PACK_VERSION))).toEqual({ ok: true, files });
  });

  test('leaves files alone that hold no object', () => {
    const odd = { name: 'odd.json', json: [1] };
    const done = migrate([head(1), odd], head(1), CHAIN, 3);
    expect(done.ok ? done.files[1] : null).toBe(odd);
  });

  test('refuses a version from the future and says what to do', () => {
    const refused = migrate([head(4)], head(4), CHAIN, 3);
    expect(refused).toEqual({
      ok: false,
      message: 'the pack is written in version 4 of the format, and this program reads up to 3',
      remedy: 'open it with a newer release, or ask its author for an older copy',
    });
  });

  test('refuses a version from which no step leads on', () => {
    const refused = migrate([head(0)], head(0), CHAIN, 3);
    expect(refused.ok ? '' : refused.message).toBe('no step leads from version 0 of the format to 1');
  });

  test.each([undefined, null, '1', 1.5, -1, {}, Number.NaN])('refuses %s as a version', (version) => {
    const refused = migrate([head(version)], head(version));
    expect(refused.ok ? '' : refused.remedy).toBe(`write "version": ${PACK_VERSION}`);
  });
});

test('every step of the format leads to the next version and none is missing', () => {
  const starts = STEPS.map(({ from }) => from).toSorted((a, b) => a - b);
  const first = starts[0] ?? PACK_VERSION;
  expect(starts).toEqual(Array.from({ length: PACK_VERSION - first }, (_, index) => first + index));
});
