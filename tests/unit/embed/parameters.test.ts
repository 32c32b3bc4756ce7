/** The documented keys of an address are the ones that are read, and each example can be followed. */
import { describe, expect, it } from 'vitest';
import { FRAME_PARAMETERS, VIEW_PARAMETERS } from '../../../src/embed/parameters';
import { frameOptions } from '../../../src/embed/options';
import { LINK_BASELINE } from '../../../src/explorer/defaults';
import { decode, encode } from '../../../src/explorer/url';
import { decodeV1 } from '../../../src/explorer/url-v1';

const documented = VIEW_PARAMETERS.flatMap(({ parameters }) => parameters);

/** A query that notes which keys it is asked for. */
class Noting extends URLSearchParams {
  readonly asked = new Set<string>();
  override get(key: string): string | null {
    this.asked.add(key);
    return super.get(key);
  }
  override getAll(key: string): string[] {
    this.asked.add(key);
    return super.getAll(key);
  }
  override has(key: string): boolean {
    this.asked.add(key);
    return super.has(key);
  }
}

describe('the keys of a view', () => {
  it('are documented, every one that is read and no other', () => {
    const query = new Noting();
    decodeV1(query, LINK_BASELINE);
    const read = new Set([...query.asked, 'v', 'dose', 'spike']);
    expect(documented.map(({ key }) => key).toSorted()).toEqual([...read].toSorted());
  });

  it.each(documented.flatMap(({ key, examples }) => examples.map((example) => [key, example] as const)))('%s takes %s', (key, example) => {
    const { state, notices } = decode(`v=1&${key}=${encodeURIComponent(example)}`, null);
    expect(notices).toEqual([]);
    expect(decode(encode(state), null).state).toEqual(state);
  });

  it('have the usual values that are documented', () => {
    for (const { key, usual } of documented) {
      if (usual === '' || usual.includes(' ') || key === 'v') continue;
      const value = key === 'spike' ? null : usual;
      if (value === null) continue;
      expect({ key, state: decode(`v=1&${key}=${encodeURIComponent(value)}`, null).state }).toEqual({ key, state: LINK_BASELINE });
    }
  });
});

describe('the keys of a frame', () => {
  it('can be followed as documented', () => {
    for (const { key, examples } of FRAME_PARAMETERS.parameters) {
      for (const example of examples) expect(frameOptions(`embed=1&${key}=${encodeURIComponent(example)}`).bad).toEqual([]);
    }
  });

  it('are none of the view’s', () => {
    const keys = new Set(documented.map(({ key }) => key));
    expect(FRAME_PARAMETERS.parameters.filter(({ key }) => keys.has(key))).toEqual([]);
  });
});
