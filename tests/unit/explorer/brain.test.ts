/** Findings in the brain: lit in their own time, on their own species, with the direction and strength that their records allow. */
import { describe, expect, it } from 'vitest';
import {
  hitsAt,
  isSeenAt,
  joinedSign,
  litParts,
  matrixOf,
  regionsAt,
  sortedRows,
  speciesOf,
  strengthOfFinding,
} from '../../../src/explorer/brain';
import { ARCS, connectionsOf, shownConnections } from '../../../src/explorer/brain-connections';
import { isAtlasRegion } from '../../../src/model/atlas';
import { isRodentPart } from '../../../src/model/rodent-section';
import { MEASURES } from '../../../src/model/schema';
import { flagship } from '../content/survey';

const model = flagship();
const after = (seconds: number) => ({ basis: 'afterDose', seconds }) as const;
const HOUR = 3600;
const TIMES = [1, 60, 600, 2400, HOUR, 3 * HOUR, 8 * HOUR, 24 * HOUR, 48 * HOUR, 240 * HOUR, 28 * 24 * HOUR];

describe('what is lit', () => {
  it.each(['human', 'rodent'] as const)('is exactly the findings in %s whose time holds the moment', (species) => {
    for (const seconds of TIMES) {
      const shown = new Set(regionsAt(model, species, after(seconds)).flatMap(({ hits }) => hits.map(({ finding }) => finding.id)));
      const own = species === 'human' ? ['human'] : ['rat', 'mouse', 'rodent'];
      const wanted = model.regionFindings.filter(
        ({ species: studied, window }) =>
          own.includes(studied) && window !== undefined && window.from_s <= seconds && seconds <= window.to_s,
      );
      expect([...shown].toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    }
  });

  it('never moves a finding to the brain of another animal', () => {
    for (const seconds of TIMES) {
      expect([...litParts(regionsAt(model, 'human', after(seconds))).keys()].filter((part) => !isAtlasRegion(part))).toEqual([]);
      expect([...litParts(regionsAt(model, 'rodent', after(seconds))).keys()].filter((part) => !isRodentPart(part))).toEqual([]);
    }
    for (const region of model.regions) {
      for (const { finding } of hitsAt(model, region, null)) expect(speciesOf(finding)).toBe(region.species);
    }
    // Block of habenula bursts was seen in rodents only: the human habenula stays dark at every time.
    expect(TIMES.some((seconds) => litParts(regionsAt(model, 'human', after(seconds))).has('lateral-habenula'))).toBe(false);
    expect(litParts(regionsAt(model, 'rodent', after(HOUR))).get('lateral-habenula')?.sign).toBe('down');
  });

  it('is nothing on the clock of a spike and nothing where no time is known', () => {
    expect(regionsAt(model, 'human', { basis: 'afterSpike', seconds: 0.5 })).toEqual([]);
    const timeless = model.regionFindings.filter(({ window }) => window === undefined);
    expect(timeless.length).toBeGreaterThan(0);
    expect(timeless.some((finding) => TIMES.some((seconds) => isSeenAt(finding, after(seconds))))).toBe(false);
  });
});

describe('directions and evidence', () => {
  it('joins directions without inventing one', () => {
    expect(joinedSign(['up', 'up'])).toBe('up');
    expect(joinedSign(['up', 'down'])).toBe('mixed');
    expect(joinedSign(['up', 'none'])).toBe('mixed');
    expect(joinedSign(['none'])).toBe('none');
    expect(joinedSign(['down', 'unknown'])).toBe('down');
    expect(joinedSign([])).toBe('unknown');
  });

  it('shows no finding firmer than its authors, its check and its opponents of the same species allow', () => {
    const shown = Object.fromEntries(model.regionFindings.map((finding) => [finding.id, strengthOfFinding(model, finding)]));
    // Said from one side only in the records, and contested from both.
    expect([shown['R03'], shown['R05'], shown['R06']]).toEqual(['contested', 'contested', 'contested']);
    // Human spectroscopy does not make a finding in rats contested.
    expect(shown['R01']).toBe('strong');
    expect(shown['R16']).toBe('early');
  });
});

describe('connections', () => {
  it('come from claims with evidence in the species and from connectivity measured in it', () => {
    const rodent = connectionsOf(model, 'rodent', after(HOUR)).map(({ key }) => key);
    expect(rodent).toEqual(expect.arrayContaining(['lhb_burst--drn', 'il_pfc--drn', 'vhpc_mpfc--il_pfc']));
    // Shown in monkeys only.
    expect(rodent).not.toContain('lhb_burst--vta');
    const human = connectionsOf(model, 'human', after(HOUR));
    expect(human.every(({ selection, sign }) => selection.kind === 'finding' && sign === null)).toBe(true);
    expect(human.find(({ key }) => key === 'R33.0')?.ends.every(isAtlasRegion)).toBe(true);
  });

  it('at most two are drawn, those of the selection first', () => {
    const shown = (id: string) => shownConnections(model, 'rodent', { when: after(HOUR), selection: { kind: 'region', id } });
    expect(shown('rodent-hippocampus').map(({ key }) => key)).toEqual(['vhpc_mpfc--il_pfc']);
    expect(shown('rodent-infralimbic')).toHaveLength(ARCS);
    expect(shown('rodent-retrosplenial')).toEqual([]);
  });
});

describe('the table', () => {
  it('holds every result once and marks those of the moment', () => {
    const rows = matrixOf(model, null, after(2400));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(model.regionFindings.reduce((sum, { results }) => sum + results.length, 0));
    expect(rows.filter(({ now }) => now).every(({ finding }) => isSeenAt(finding, after(2400)))).toBe(true);
  });

  it('sorts by time either way with unknown times last', () => {
    for (const backwards of [false, true]) {
      const times = sortedRows(matrixOf(model, 'rodent', after(1)), 'time', backwards, MEASURES).map(
        ({ finding }) => finding.window?.from_s,
      );
      const known = times.filter((time) => time !== undefined);
      expect(times.slice(known.length).every((time) => time === undefined)).toBe(true);
      expect(known).toEqual(known.toSorted((a, b) => (backwards ? b - a : a - b)));
    }
  });
});
