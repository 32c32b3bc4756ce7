/** For every rule: plant the fault in a sound pack and see it found, named, and its record left out. */
import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../../src/model/issue';
import type { Issue } from '../../../src/model/model';
import { FAULTS } from './faults';
import { FILE_RULES, RULES } from '../../../src/model/rules';
import { FILE, brief, load, rawPack, recordAt } from './fixture';
import type { Raw } from './fixture';

function problems(pack: Raw): readonly Issue[] {
  return load(pack).issues;
}

test('the fixture is sound, so that every issue below comes from its fault', () => {
  expect(problems(rawPack())).toEqual([]);
});

describe.each(FAULTS.map((fault) => ({ ...fault, title: `${fault.rule}: ${fault.says}` })))(
  '$title',
  ({ rule, plant, found, gone = () => false, stays = () => true }) => {
    test('is found where it is, and only there', () => {
      const pack = rawPack();
      plant(pack);
      const { model, issues } = load(pack);
      expect(brief(issues).toSorted()).toEqual([...found].toSorted());
      expect(issues[0]?.rule).toBe(rule);
      if (model === null) throw new Error('one fault must never cost the model');
      expect({ gone: gone(model), stays: stays(model) }).toEqual({ gone: false, stays: true });
    });
  },
);

test('every rule of the documentation has at least one planted fault here or in load.test.ts', () => {
  const elsewhere = ['pack-size', 'json', 'manifest', 'version', 'parts'];
  const planted = new Set(FAULTS.map(({ rule }) => rule));
  const untested = [...FILE_RULES, ...RULES].map(({ name }) => name).filter((name) => !planted.has(name) && !elsewhere.includes(name));
  expect(untested).toEqual([]);
});

test('warnings keep their record and errors say what to do', () => {
  for (const { plant } of FAULTS) {
    const pack = rawPack();
    plant(pack);
    for (const issue of problems(pack)) {
      expect(issue.file).toBe(FILE);
      expect(issue.message).not.toBe('');
      expect(issue.remedy).not.toBe('');
      expect(formatIssue(issue)).toBe(`${FILE}:${issue.path}: ${issue.rule}: ${issue.message}; ${issue.remedy}`);
    }
  }
});

test('near misses are named', () => {
  const pack = rawPack();
  Object.assign(recordAt(pack, 'safety'), { refrences: [] });
  Object.assign(recordAt(pack, 'statements'), { entities: ['kinas'], grade: 'suported' });
  Object.assign(recordAt(pack, 'events'), { entity: 'nmdarr' });
  pack['clams'] = [];
  const remedies = problems(pack).map(({ remedy }) => remedy);
  for (const near of ['"references"', '"supported"', '"nmdar"', '"claims"']) {
    expect(remedies.some((remedy) => remedy.includes(`the nearest is ${near}`))).toBe(true);
  }
});

test('verbs that do not fix a sign may go either way', () => {
  for (const effect of ['phosphorylates', 'dephosphorylates', 'binds', 'trafficks', 'transports']) {
    for (const sign of [1, -1]) {
      const pack = rawPack();
      Object.assign(recordAt(pack, 'claims', 2), { effect, sign });
      expect(problems(pack)).toEqual([]);
    }
  }
});
