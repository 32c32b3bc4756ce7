/** Doses that published work describes, by name. They are what was given in those studies, never a suggestion of what to give. */
import { DEFAULT_SCENARIO, MOUSE_SCENARIO, type DoseScenario } from '../science/pharmacokinetics/scenario';
import type { Model } from '../model/model';
import { referenceOf } from './lookup';

export interface DosePreset {
  readonly id: DosePresetId;
  readonly dose: DoseScenario;
  /** References of the pack that give this dose; a pack without any of them does not offer it. */
  readonly references: readonly string[];
}

const HUMAN: DoseScenario = DEFAULT_SCENARIO;
const NASAL_S: DoseScenario = { ...HUMAN, form: 'S', route: 'intranasal', unit: 'mg', amount: 56 };
/** Twice a week at even distances. */
const HALF_WEEK_H = 84;

/** Each row is one study's or label's dose; the words for the ids are in the catalogue. */
const PRESETS = [
  { id: 'trial', dose: HUMAN, references: ['berman2000', 'zarate2006', 'murrough2013'] },
  { id: 'oneMgPerKg', dose: { ...HUMAN, amount: 1 }, references: ['fava2018'] },
  {
    id: 'anaesthesia',
    // 2 mg/kg at once, then 41 ug/kg/min for two hours.
    dose: {
      ...HUMAN,
      route: 'iv-bolus',
      amount: 2,
      minutes: 1,
      steps: [{ start_min: 1, amount: 4.92, unit: 'mg/kg', minutes: 120 }],
    },
    references: ['idvall1979'],
  },
  { id: 'sInfusion', dose: { ...HUMAN, form: 'S', unit: 'mg', amount: 20, minutes: 20 }, references: ['simons2022a'] },
  { id: 'nasal28', dose: { ...NASAL_S, amount: 28 }, references: ['perezruixo2021', 'spravatoLabel'] },
  { id: 'nasal56', dose: NASAL_S, references: ['perezruixo2021', 'spravatoLabel'] },
  { id: 'nasal84', dose: { ...NASAL_S, amount: 84 }, references: ['perezruixo2021', 'spravatoLabel'] },
  { id: 'im', dose: { ...HUMAN, route: 'im' }, references: ['grant1981'] },
  { id: 'oral', dose: { ...HUMAN, route: 'oral' }, references: ['grant1981'] },
  { id: 'film', dose: { ...HUMAN, form: 'S', route: 'oral-film', unit: 'mg', amount: 50 }, references: ['simons2022a'] },
  { id: 'course', dose: { ...HUMAN, repeats: { count: 8, interval_h: HALF_WEEK_H } }, references: ['jelovac2025'] },
  { id: 'nasalCourse', dose: { ...NASAL_S, repeats: { count: 8, interval_h: HALF_WEEK_H } }, references: ['popova2019', 'spravatoLabel'] },
  { id: 'mouse', dose: MOUSE_SCENARIO, references: ['ma2023'] },
] as const satisfies readonly { readonly id: string; readonly dose: DoseScenario; readonly references: readonly string[] }[];

export type DosePresetId = (typeof PRESETS)[number]['id'];

/** Presets whose sources the pack holds. */
export function presetsOf(model: Model): readonly DosePreset[] {
  return PRESETS.filter(({ references }) => references.some((id) => referenceOf(model, id) !== undefined));
}

/** The preset that a dose is, whatever models it is run in; undefined for a dose of the reader's own. */
export function presetOf(dose: DoseScenario, presets: readonly DosePreset[]): DosePreset | undefined {
  const key = JSON.stringify({ ...dose, model: 'all' });
  return presets.find((preset) => JSON.stringify({ ...preset.dose, model: 'all' }) === key);
}
