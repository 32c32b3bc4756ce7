/** What is published for host pages agrees with the code: types, contract and example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as published from '../../../public/embed/bouton-client';
import type { BoutonExplorer as PublishedElement } from '../../../public/embed/bouton-element';
import type * as client from '../../../src/embed/client';
import type * as contract from '../../../src/embed/contract';
import { elementCode, frameCode } from '../../../src/embed/code';
import type { BoutonExplorer } from '../../../src/embed/element';
import { MOST } from '../../../src/embed/guard';
import { EVENTS, FaultMessage, HelloMessage, REQUESTS } from '../../../src/embed/protocol';

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
    // Nothing that a host can reach is left out; what the browser calls is no business of its.
    type Reached = Exclude<keyof BoutonExplorer, keyof HTMLElement | `${string}Callback`>;
    expectTypeOf<Reached>().toEqualTypeOf<Exclude<keyof PublishedElement, keyof HTMLElement>>();
    expectTypeOf<keyof HTMLElementEventMap & `bouton-${string}`>().toEqualTypeOf<`bouton-${contract.EventName}`>();
  });
});

/** The words set as code in the first column of the table that has this head. */
function firstColumn(text: string, head: string): readonly string[] {
  const [, after = ''] = text.split(`| ${head} |`);
  const [table = ''] = after.split('\n\n');
  return [...table.matchAll(/^\| ((?:\\.|[^|])+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
  );
}

/** Those of the words that are names, without what a row says they go with. */
const names = (words: readonly string[]): readonly string[] => words.filter((word) => /^[a-z][a-zA-Z-]*$/.test(word)).toSorted();

describe('the documents for course authors', () => {
  const embedding = read('public/docs/embedding.md');
  const element = read('public/docs/element.md');

  it('name every method, event, parameter and fault of the protocol, and no other', () => {
    expect(names(firstColumn(embedding, 'you send | the figure gives'))).toEqual(
      [...Object.keys(REQUESTS), ...Object.keys(REQUESTS.goTo.shape.params.shape)].toSorted(),
    );
    expect(embedding).toContain(`{ type: "${HelloMessage.shape.type.def.values[0]}" }`);
    expect(names(firstColumn(embedding, 'the figure says | with'))).toEqual(Object.keys(EVENTS).toSorted());
    for (const code of FaultMessage.shape.error.shape.code.options) expect(embedding).toContain(`\`${code}\``);
    expect(embedding).toContain(`over ${MOST / 1_024} KB`);
  });

  it('name every attribute, method and event of the element, and no other', () => {
    const types = read('public/embed/bouton-element.d.ts');
    const properties = [...types.matchAll(/^ {2}get (\w+)\(\)/gm)].map(([, name = '']) => name);
    expect(names(firstColumn(element, 'name | holds'))).toEqual([...properties, 'fixed'].toSorted());
    const [, about = ''] = element.split('## Methods and events');
    const said = [...(about.split('## ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word);
    const methods = [...types.matchAll(/^ {2}(\w+)\(.*\): Promise/gm)].map(([, name = '']) => name);
    const events = Object.keys(EVENTS).map((name) => `bouton-${name}`);
    expect(said.filter((word) => word !== 'ready' && word !== 'detail').toSorted()).toEqual([...methods, ...events].toSorted());
  });

  it('print the code that the page gives', () => {
    const shared = { page: 'https://bouton.example/', query: 'v=1&level=synapse&ket=2' };
    expect(read('README.md')).toContain(frameCode({ ...shared, title: 'A synapse with ketamine, as a live figure' }));
    expect(element).toContain(elementCode({ ...shared, title: 'A synapse with ketamine' }));
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
