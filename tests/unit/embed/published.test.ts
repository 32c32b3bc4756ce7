/** What is published for host pages agrees with the code: types, contract and example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as published from '../../../public/embed/bouton-client';
import type { BoutonExplorer as PublishedElement } from '../../../public/embed/bouton-element';
import type * as client from '../../../src/embed/client';
import type * as contract from '../../../src/embed/contract';
import type { BoutonExplorer } from '../../../src/embed/element';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the published types', () => {
  it('are those of the code', () => {
    expectTypeOf<published.Methods>().toEqualTypeOf<contract.Methods>();
    expectTypeOf<published.Events>().toEqualTypeOf<contract.Events>();
    expectTypeOf<published.Part>().toEqualTypeOf<contract.Part>();
    expectTypeOf<published.ClientOptions>().toEqualTypeOf<client.ClientOptions>();
    expectTypeOf<typeof published.connect>().toEqualTypeOf<typeof client.connect>();
    expectTypeOf<BoutonExplorer>().toExtend<PublishedElement>();
  });
});

describe('the contract of the element', () => {
  it('is tested line by line', () => {
    const [, lines = ''] = read('public/docs/element.md').split('## The contract');
    const promised = [...lines.matchAll(/^- (.+)$/gm)].map(([, line]) => line?.replaceAll('’', "'"));
    const tested = [...read('tests/e2e/embed-element.spec.ts').matchAll(/^test\('(.+)', async/gm)].map(([, line]) =>
      line?.replaceAll('’', "'"),
    );
    expect(promised.length).toBeGreaterThan(8);
    expect(tested).toEqual(promised);
  });
});
