import { describe, expect, it } from 'vitest';
import { announceFocus, announceSelection } from '../../../src/describe/announce';
import { durationShort, durationWords, whenWords } from '../../../src/describe/duration';
import { shortcutHelp } from '../../../src/describe/keys';
import { messagesFor } from '../../../src/describe/messages';
import { eventName } from '../../../src/describe/names';
import { noticeText } from '../../../src/describe/notices';
import { outlineSections, type OutlineItem } from '../../../src/describe/outline';
import { sceneSummary } from '../../../src/describe/summary';
import { start } from '../../../src/explorer/defaults';
import { eventOf } from '../../../src/explorer/lookup';
import { outlineOf } from '../../../src/explorer/outline';
import { sceneOf } from '../../../src/explorer/scene-of';
import { SHORTCUTS } from '../../../src/explorer/shortcuts';
import type { ExplorerState, Selection } from '../../../src/explorer/state';
import { decode } from '../../../src/explorer/url';
import { smallModel } from '../explorer/fixture';

const messages = messagesFor('en');
const model = smallModel();
const state: ExplorerState = { ...start(model), selection: null, lit: [] };

function sceneFor(change: Partial<ExplorerState> = {}) {
  const scene = sceneOf({ ...state, ...change }, model);
  if (scene?.kind !== 'map') throw new Error('no scene');
  return scene;
}

describe('durations', () => {
  it.each([
    [0.0001, '0.1 ms', '0.1 milliseconds'],
    [0.005, '5 ms', '5 milliseconds'],
    [0.1, '0.1 s', '0.1 seconds'],
    [1, '1 s', '1 second'],
    [60, '1 min', '1 minute'],
    [2_400, '40 min', '40 minutes'],
    [3_600, '1 h', '1 hour'],
    [7_260, '2 h', 'about 2 hours'],
    [6_000, '1.7 h', 'about 1.7 hours'],
    [86_400, '1 d', '1 day'],
    [14 * 86_400, '14 d', '14 days'],
  ])('%d s is %s, or %s', (seconds, short, long) => {
    expect(durationShort(seconds, messages)).toBe(short);
    expect(durationWords(seconds, messages)).toBe(long);
  });

  it('are told on their clock', () => {
    expect(whenWords({ basis: 'afterDose', seconds: 2_400 }, messages)).toBe('40 minutes after the dose');
    expect(whenWords({ basis: 'afterSpike', seconds: 0.005 }, messages)).toBe('5 milliseconds after one spike');
  });
});

describe('announcements', () => {
  const told = (selection: Selection) => announceSelection({ selection }, model, sceneFor({ selection }), messages);

  it('give name, kind and position', () => {
    expect(told({ kind: 'entity', id: 'kinase' })).toBe('KINASE, kinase, 2 of 4 in dendritic spine');
    expect(told({ kind: 'entity', id: 'factor' })).toBe('FACTOR, transcription factor, 1 of 1 in the nucleus');
    expect(told({ kind: 'entity', id: 'drug' })).toBe('DRUG, drug, 1 of 3 in extracellular space');
    expect(told({ kind: 'entity', id: 'mood' })).toBe('MOOD, behaviour, not drawn on this level');
  });

  it('read a claim as a sentence with its evidence', () => {
    expect(told({ kind: 'claim', id: 'drug--gate' })).toMatch(
      /^The drug blocks gate receptors, within seconds\. \w+ evidence, 1 source\.$/,
    );
  });

  it('say what rests on a paper and what belongs to an explanation', () => {
    expect(told({ kind: 'reference', id: 'moss2010' })).toBe('Moss et al. 2010, paper, 5 records rest on it');
    expect(told({ kind: 'hypothesis', id: 'alpha' })).toBe('The first way, explanation, 3 arrows belong to it');
    expect(told({ kind: 'group', id: 'building' })).toBe('Building, process, 2 members');
    expect(told({ kind: 'event', id: 'unclear' })).toContain('Event unclear, an unknown time to an unknown time');
    expect(told(null)).toBe('Nothing is selected.');
  });

  it('tell what is in focus while walking', () => {
    const scene = sceneFor();
    const focus = (id: string) => announceFocus({ id, anchor: id }, model, scene, messages);
    expect(focus('gate')).toBe('GateR, receptor, 1 of 4 in dendritic spine, measured lower now');
    expect(focus('drug--gate')).toContain('The drug blocks gate receptors');
    expect(focus('outside>signalling>inhibits')).toBe('Drug and metabolite to Signalling, 1 arrow');
    expect(focus('building')).toBe('Building, process, 2 members');
  });

  it('say in words what the drawing shows of the lit route', () => {
    const focus = (id: string, detail: 'far' | 'near' = 'near') =>
      announceFocus({ id, anchor: id }, model, sceneFor({ lit: ['alpha'] }), messages, detail);
    expect(focus('gate')).toMatch(/on the lit route, step 1, measured lower now$/);
    expect(focus('lonely')).toMatch(/not on the lit route$/);
    expect(focus('signalling', 'far')).toMatch(/^Signalling, process, 4 members, on the lit route$/);
  });
});

describe('the summary of a scene', () => {
  it('says place, time, counts and what is measured', () => {
    expect(sceneSummary(sceneFor(), state, model, messages)).toBe(
      'A small map, 40 minutes after the dose. The map shows 8 entities and 7 arrows in 2 compartments. 1 arrow is hidden by filters. Measured at this time: GateR down, KINASE up.',
    );
  });

  it('says what is lit, compared and selected', () => {
    const lit: Partial<ExplorerState> = { lit: ['alpha'], selection: { kind: 'claim', id: 'drug--gate' } };
    expect(sceneSummary(sceneFor(lit), { ...state, ...lit }, model, messages)).toContain(
      'Lit as a route: The first way, 3 arrows on this map. Selected: The drug blocks gate receptors, within seconds.',
    );
    const pair: Partial<ExplorerState> = { lit: ['alpha', 'beta'], when: { basis: 'afterDose', seconds: 20_000 } };
    const summary = sceneSummary(sceneFor(pair), { ...state, ...pair }, model, messages);
    expect(summary).toContain('1 arrow is shared, 2 only in the first, 2 only in the second.');
    expect(summary).toContain('No measured event is recorded at this time.');
  });
});

describe('the outline', () => {
  const flat = (items: readonly OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...flat(item.items)]);
  const scene = sceneFor();
  const sections = outlineSections(outlineOf(scene, model), model, messages);
  const byPlace = flat(sections.find((section) => section.id === 'places')?.items ?? []);
  const chosen = (kind: string) => new Set(byPlace.flatMap((item) => (item.selection?.kind === kind ? [item.selection.id] : [])));

  it('holds exactly the things and claims of the scene', () => {
    expect(chosen('entity')).toEqual(new Set(scene.nodes.map((node) => node.id)));
    expect(chosen('claim')).toEqual(new Set(scene.edges.map((edge) => edge.id)));
  });

  it('lists every claim under its source and under its target', () => {
    for (const edge of scene.edges) expect(byPlace.filter((item) => item.selection?.id === edge.id)).toHaveLength(2);
  });

  it('marks claims that the filters hide', () => {
    const hidden = byPlace.filter((item) => item.detail.endsWith('hidden by your filters'));
    expect(new Set(hidden.map((item) => item.selection?.id))).toEqual(new Set(['brake--kinase']));
  });

  it('has processes, explanations and events as well', () => {
    expect(sections.map((section) => section.id)).toEqual(['places', 'groups', 'hypotheses', 'events']);
    const events = sections.find((section) => section.id === 'events')?.items ?? [];
    expect(events.map((item) => item.key)).toEqual(['felt', 'spike', 'block', 'rise', 'peakOnly', 'late', 'unclear']);
    expect(events.at(-1)?.text).toBe('Event unclear, time not known');
  });

  it('gives siblings different keys', () => {
    const repeated = (items: readonly OutlineItem[]): string[] => {
      const keys = items.map((item) => item.key);
      return [...keys.filter((key, index) => keys.indexOf(key) !== index), ...items.flatMap((item) => repeated(item.items))];
    };
    expect(sections.flatMap((section) => repeated(section.items))).toEqual([]);
  });
});

describe('events in words', () => {
  it('name their times and say how sure they are', () => {
    const late = eventOf(model, 'late');
    expect(late && eventName(late, 'moderate', messages)).toMatch(/^Event late, 1 day to 40 days, moderate evidence, /);
  });
});

describe('notices', () => {
  const told = (query: string) => decode(query, model).notices.map((notice) => noticeText(notice, model, messages));

  it('say what was wrong and what is shown instead', () => {
    expect(told('v=1&level=brain')).toEqual(['The link names "brain" for the level, which this pack does not have. Showing Cell instead.']);
    expect(told('v=1&sel=entity:ghost')).toEqual([
      'The link names "ghost" for the selection, which this pack does not have. The rest of the view is shown without it.',
    ]);
    expect(told('v=1&lit=alpha~ghost')[0]).toContain('Showing The first way instead.');
    expect(told('v=7')).toEqual([messages.notices.newer]);
  });

  it('have words for every field, and repeat only the start of a long value', () => {
    const bad = 'mode level lit sel dose cam species prep strength check ext theme lang'
      .split(' ')
      .map((key) => `${key}=%00${'x'.repeat(500)}`);
    const texts = told(`v=1&pack=&${bad.join('&')}`);
    expect(texts).toHaveLength(14);
    for (const text of texts) expect(text.length).toBeLessThan(240);
  });
});

describe('help with keys', () => {
  it('explains every shortcut with its keys', () => {
    const help = shortcutHelp(messages);
    expect(help.flatMap((group) => group.actions)).toHaveLength(SHORTCUTS.length);
    const find = help.flatMap((group) => group.actions).find((action) => action.id === 'find');
    expect(find?.chords).toEqual([['/'], ['Ctrl', 'K']]);
  });
});
