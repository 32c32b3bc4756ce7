/** What a host may ask of a figure, and what it may not. */
import { describe, expect, it } from 'vitest';
import { carryOut, Refusal } from '../../../src/embed/host';
import { isModest, MOST } from '../../../src/embed/guard';
import { allowedOrigins, frameOptions } from '../../../src/embed/options';
import { REQUESTS, RESULTS, readFromHost } from '../../../src/embed/protocol';
import type { Method, Request } from '../../../src/embed/contract';
import { testFigure } from './figure';

const ask = (method: Method, params?: unknown): Request =>
  ({ bouton: 1, type: 'request', id: 'a', method, ...(params === undefined ? {} : { params }) }) as Request;

describe('requests', () => {
  it('are read with their schema, and every result is of the declared form', async () => {
    const examples: Record<Method, unknown> = {
      getState: undefined,
      setState: { set: { dose: '2h' } },
      goTo: { selection: 'entity:kinase', dose: '1h' },
      play: undefined,
      pause: undefined,
      fire: undefined,
      reset: undefined,
      setTheme: { theme: 'lecture' },
      screenshot: { scale: 2 },
    };
    for (const method of Object.keys(REQUESTS) as Method[]) {
      const request = ask(method, examples[method]);
      expect(readFromHost(request)).toEqual(request);
      if (method === 'fire') continue;
      const result = await carryOut(testFigure(), request);
      expect({ method, ok: RESULTS[method].safeParse(result).success }).toEqual({ method, ok: true });
    }
  });

  it('change the view, and the way back leads to the view of the start in the present theme', async () => {
    const figure = testFigure();
    await carryOut(figure, ask('goTo', { selection: 'entity:kinase', dose: '2h' }));
    expect(figure.store.getState()).toMatchObject({
      selection: { kind: 'entity', id: 'kinase' },
      when: { basis: 'afterDose', seconds: 7200 },
    });
    await carryOut(figure, ask('goTo', { spike: '5ms' }));
    expect(figure.store.getState().when).toEqual({ basis: 'afterSpike', seconds: 0.005 });
    await carryOut(figure, ask('setTheme', { theme: 'lecture' }));
    await carryOut(figure, ask('reset'));
    expect(figure.store.getState()).toEqual({ ...figure.first(), theme: 'lecture' });
    // A host's step can be taken back like the reader's own.
    expect(figure.store.undo()).toBe(true);
    expect(figure.store.getState().selection).toEqual({ kind: 'entity', id: 'kinase' });
  });

  it('give back a state that sets the same state elsewhere', async () => {
    const figure = testFigure();
    await carryOut(figure, ask('goTo', { selection: 'entity:kinase', dose: '2h' }));
    const view = await carryOut(figure, ask('getState'));
    const other = testFigure();
    await carryOut(other, ask('setState', { query: 'query' in view ? view.query : '' }));
    expect(other.store.getState()).toEqual(figure.store.getState());
  });

  it('say in words what could not be followed', async () => {
    const result = await carryOut(testFigure(), ask('setState', { query: 'v=1&sel=entity:nobody&level=attic' }));
    expect('notices' in result ? result.notices : []).toHaveLength(2);
  });

  it('are refused where the figure cannot', async () => {
    const figure = testFigure();
    await expect(carryOut(figure, ask('setState', { query: 'v=1&pack=other' }))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(carryOut(figure, ask('fire'))).rejects.toBeInstanceOf(Refusal);
    await expect(carryOut(figure, ask('goTo', { story: 'none' }))).rejects.toMatchObject({ code: 'unavailable' });
    expect(figure.store.getState()).toEqual(figure.first());
  });

  it('that start something leave the still; those that only look do not', async () => {
    const figure = testFigure();
    await carryOut(figure, ask('getState'));
    await carryOut(figure, ask('setTheme', { theme: 'lecture' }));
    expect(figure.noted.engaged).toBe(0);
    await carryOut(figure, ask('play'));
    await carryOut(figure, ask('pause'));
    expect(figure.noted).toMatchObject({ engaged: 1, played: [true, false] });
  });
});

describe('messages that are not for us', () => {
  it('are passed over in silence; a broken request is answered', () => {
    for (const data of [
      null,
      1,
      'bouton',
      [],
      {},
      { bouton: 2, type: 'hello' },
      { bouton: 1, type: 'reply', id: 'a' },
      { bouton: 1, type: 'request' },
    ]) {
      expect(readFromHost(data)).toBeNull();
    }
    expect(readFromHost({ bouton: 1, type: 'request', id: 'a', method: 'constructor' })).toMatchObject({ id: 'a', unknown: true });
    expect(readFromHost({ bouton: 1, type: 'request', id: 'a', method: 'setTheme', params: { theme: 'pink' } })).toMatchObject({
      id: 'a',
      unknown: false,
    });
    expect(readFromHost({ bouton: 1, type: 'request', id: 'a', method: 'getState', extra: 1 })).toMatchObject({ id: 'a' });
  });

  it('may be neither huge nor deep nor anything but plain data', () => {
    expect(isModest({ bouton: 1, text: 'x'.repeat(1000) })).toBe(true);
    expect(isModest({ text: 'x'.repeat(MOST) })).toBe(false);
    expect(isModest(Array.from({ length: MOST }, () => 0))).toBe(false);
    let deep: unknown = 0;
    for (let i = 0; i < 20; i += 1) deep = { deep };
    expect(isModest(deep)).toBe(false);
    const round: Record<string, unknown> = {};
    round['round'] = round;
    expect(isModest(round)).toBe(false);
    for (const odd of [new Map(), new Date(), new Uint8Array(4), 1n, Symbol('a'), () => 0]) expect(isModest({ odd })).toBe(false);
    const trap = {
      get broken(): never {
        throw new Error('trap');
      },
    };
    expect(isModest(trap)).toBe(false);
  });
});

describe('the address of a frame', () => {
  it('lists parts; what is no part is named and the usual ones stand', () => {
    expect([...frameOptions('embed=1').parts]).toEqual(['bar', 'score', 'controls', 'labels']);
    expect([...frameOptions('ui=bar,rail').parts]).toEqual(['bar', 'rail']);
    expect([...frameOptions('ui=none').parts]).toEqual([]);
    expect(frameOptions('ui=bar,moat&links=no&origin=ftp://a.b').bad).toEqual(['ui=moat', 'links=no', 'origin=ftp://a.b']);
    expect([...frameOptions('ui=moat').parts]).toEqual(['bar', 'score', 'controls', 'labels']);
    expect(frameOptions(`ui=${'x,'.repeat(9_000)}`).bad.length).toBeLessThan(10);
    expect(frameOptions('links=0&title= A%20title ')).toMatchObject({ links: false, title: 'A title' });
  });

  it('says who may speak; unstated, it is the page that the browser names', () => {
    const none = { stated: false, ancestor: undefined, referrer: '' };
    const { origins } = frameOptions('origin=https://a.edu/course,https://b.edu');
    expect(allowedOrigins({ origins }, { ...none, stated: true })).toEqual(['https://a.edu', 'https://b.edu']);
    expect(allowedOrigins({ origins: [] }, { ...none, stated: true, referrer: 'https://evil.example/' })).toEqual([]);
    expect(allowedOrigins({ origins: [] }, { ...none, referrer: 'https://a.edu/page' })).toEqual(['https://a.edu']);
    expect(allowedOrigins({ origins: [] }, { ...none, ancestor: 'https://a.edu', referrer: 'https://b.edu/' })).toEqual(['https://a.edu']);
    // A holder without an origin is only ever the parent window itself; a stated list without "null" still shuts it out.
    expect(allowedOrigins({ origins: [] }, { ...none, ancestor: 'null', referrer: 'https://a.edu/' })).toEqual(['null']);
    expect(allowedOrigins({ origins: [] }, none)).toEqual(['null']);
    expect(frameOptions('origin=null')).toMatchObject({ origins: ['null'], bad: [] });
    expect(allowedOrigins({ origins }, { ...none, stated: true, ancestor: 'null' })).not.toContain('null');
  });
});
