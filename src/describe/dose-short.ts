/** A dose in a few words, for buttons and the ends of lines. */
import type { DoseScenario } from '../science/pharmacokinetics/scenario';
import type { Widen } from './messages';
import type { dosePanel } from './messages/en/dose-panel';
import { numberWords } from './plate';

export type DosePanelWords = Widen<typeof dosePanel>;

/** "0.5 mg/kg over 40 min", "S 56 mg nasal", "8 × 0.5 mg/kg over 40 min". */
export function doseShort(scenario: DoseScenario, { short }: DosePanelWords): string {
  const { route, form, repeats, steps } = scenario;
  const amount = `${numberWords(scenario.amount)} ${scenario.unit}`;
  const given = route === 'iv-infusion' ? short.infusion(amount, numberWords(scenario.minutes)) : short.way(amount, short.routes[route]);
  const formed = form === 'S' ? short.esketamine(given) : form === 'R' ? short.arketamine(given) : given;
  const all = steps.length > 0 && (route === 'iv-infusion' || route === 'iv-bolus') ? short.andMore(formed) : formed;
  return repeats.count === 1 ? all : short.times(all, String(repeats.count));
}
