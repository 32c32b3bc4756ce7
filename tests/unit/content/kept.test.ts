/** Nothing that the surveys held is lost: every record, every number, every "checked" and "unchecked". */
import { describe, expect, it } from 'vitest';
import type { PackRecords } from '../../../src/model/schema';
import { flagship, hash, loaded, survey } from './survey';

const model = flagship();

function idsOf(list: keyof PackRecords): Set<string> {
  return new Set(model[list].map((record): string => record.id));
}

function uncheckedIn(
  list: 'experiments' | 'pkModels' | 'regionFindings' | 'inflammation' | 'metabolites' | 'safety',
  known: readonly string[],
): string[] {
  const inSurvey = new Set(known);
  return model[list].flatMap((record) => (record.check === 'unchecked' && inSurvey.has(record.id) ? [record.id] : []));
}

describe('the flagship pack', () => {
  it('loads whole, without an error or a warning', () => {
    expect(loaded.issues).toEqual([]);
    expect(model.complete).toBe(true);
  });
});

describe('records', () => {
  it.each(Object.entries(survey.ids))('keeps every one of the survey’s %s', (list, ids) => {
    const present = idsOf(list as keyof PackRecords);
    const lost = ids.filter((id) => !present.has(id) && !present.has(model.resolve(id)));
    expect(lost).toEqual([]);
  });

  it('resolves merged and split references to the paper that they meant', () => {
    const title = (id: string): string | undefined => model.references.find((reference) => reference.id === model.resolve(id))?.title;
    expect(title('yang2018')).toMatch(/bursting in the lateral habenula/);
    expect(title('rketspine2019')).toMatch(/decreased spine density/);
    expect(title('pcc2021')).toMatch(/posterior cingulate/);
    expect(title('sanacora2017')).toMatch(/lanicemine/);
    expect(title('pk-clinical:sanacora2017')).toMatch(/consensus statement/);
    expect(title('zanos2018')).toMatch(/Convergent mechanisms/);
    expect(title('pk-clinical:zanos2018')).toMatch(/metabolite pharmacology/);
  });

  it('has no two papers of one title', () => {
    const titles = model.references.map((reference) => reference.title.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('keeps all 291 pieces of evidence under their claims', () => {
    const present = new Set(model.claims.flatMap((claim) => claim.evidence.map((piece) => `${claim.id} ${piece.reference}`)));
    expect(survey.evidence).toHaveLength(291);
    expect(survey.evidence.filter((piece) => !present.has(piece))).toEqual([]);
  });

  it('keeps all 359 readouts with their directions', () => {
    const found = Object.fromEntries(
      model.experiments.map((each) => [each.id, each.readouts.map((readout) => readout.direction).join('')]),
    );
    expect(found).toEqual(survey.readouts);
    expect(Object.values(found).join('')).toHaveLength(359);
  });
});

describe('checks', () => {
  it('unlearns nothing about experiments: what a survey read stays read', () => {
    const unread = new Set(survey.unchecked.experiments);
    expect(uncheckedIn('experiments', survey.ids.experiments).filter((id) => !unread.has(id))).toEqual([]);
  });

  it.each(['pkModels', 'regionFindings', 'inflammation', 'metabolites', 'safety'] as const)(
    'marks exactly the %s that nobody read',
    (list) => {
      expect(uncheckedIn(list, survey.ids[list])).toEqual(survey.unchecked[list]);
    },
  );

  it('says of each time anchor whether the event and whether its times were read', () => {
    const anchors = model.events.filter((event) => survey.ids.events.includes(event.id));
    expect(anchors.filter((event) => event.check === 'unchecked').map((event) => event.id)).toEqual(survey.unchecked.events);
    expect(anchors.filter((event) => event.timesCheck === 'unchecked').map((event) => event.id)).toEqual(survey.unchecked.eventTimes);
  });

  /** The surveys called these verified for their titles and identifiers; no abstract or text of them was found since. */
  const TITLE_ONLY: readonly string[] = [
    'abdallah2017gbc',
    'chenZY2004',
    'duman2012',
    'fukumoto2019',
    'kim2021',
    'kingir2023',
    'kotermanski2009',
    'krystal1994',
    'lumsden2019',
    'paoletti2013',
    'sanacora2017',
    'turrigiano1998',
    'wang2019esk',
    'yue2025',
    'zanos2016',
    'zarate2006',
    'zhou2021',
  ];

  it('never loses a check that a survey made by reading more than a title', () => {
    const checked = (list: 'references' | 'pkTargets' | 'responseCurves'): Set<string> =>
      new Set(model[list].filter((record) => record.check === 'checked').map((record): string => record.id));
    for (const list of ['references', 'pkTargets', 'responseCurves'] as const) {
      const present = checked(list);
      const lost = new Set(survey.verified[list].map((id) => model.resolve(id)).filter((id) => !present.has(id)));
      expect([...lost].toSorted()).toEqual(list === 'references' ? TITLE_ONLY : []);
    }
  });
});

describe('numbers', () => {
  it('leaves the 152 kinetic targets as they were found', () => {
    expect(Object.fromEntries(model.kineticTargets.map((target) => [target.id, hash(target)]))).toEqual(survey.targets);
  });

  it('leaves the rates of the 21 schemes as they were found', () => {
    const unit = { per_ms: '/ms', per_mM_ms: '/mM/ms' } as const;
    const found = model.schemes.map((scheme) => [
      scheme.id,
      hash(scheme.transitions.map((t) => [t.from, t.to, t.rate, unit[t.unit], t.ligand ?? null, t.v0_mV ?? null, t.vSlope_mV ?? null])),
    ]);
    expect(Object.fromEntries(found)).toEqual(survey.transitions);
  });

  it('turns every number of the parameter tables into a Parameter', () => {
    const present = new Set(model.parameters.flatMap((parameter) => [parameter.value, ...(parameter.range ?? [])]));
    expect(survey.parameterNumbers.filter((number) => !present.has(number))).toEqual([]);
  });

  it('keeps value, unit, range and check of a parameter together', () => {
    const cleft = model.parameters.find((parameter) => parameter.id === 'geometry.cleftHeight');
    expect(cleft).toMatchObject({ value: 20, unit: 'nm', range: [15, 25], check: 'checked' });
    const rate = model.parameters.find((parameter) => parameter.id === 'mk801.kon');
    expect(rate).toMatchObject({ value: 25000000, unit: 'per_M_s', check: 'unchecked' });
    const binding = model.parameters.find((parameter) => parameter.id === 'ketamine.proteinBinding');
    expect(binding).toMatchObject({ value: 0.35, unit: '1', range: [0.23, 0.47] });
    expect(binding?.note).toMatch(/middle/);
  });
});
