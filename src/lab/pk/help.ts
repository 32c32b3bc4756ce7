/** Help of the command `pk`. */
import { DOSE_LIMITS, DOSE_UNITS, FORMS, MOST_STEPS, ROUTES } from '../../science/pharmacokinetics/scenario';

export const USAGE = 'usage: npm run -s lab -- pk <scenario.json | -> [--csv] | --targets | --help';

const { amount, minutes, weight_kg, count, interval_h, start_min } = DOSE_LIMITS;
const span = ({ low, high }: { readonly low: number; readonly high: number }): string => `${low} to ${high}`;

export const HELP = `${USAGE}

Runs a dose of ketamine in every drug model of the pack that applies and prints JSON, or CSV with --csv.
--targets holds the models against the published levels of the pack.

Fields of a scenario, all optional; what is left out is 0.5 mg/kg racemate into a vein over 40 min at 70 kg, once:
  drug       "ketamine"
  form       ${FORMS.map((form) => `"${form}"`).join(', ')}
  route      ${ROUTES.map((route) => `"${route}"`).join(', ')}
  species    "human", "mouse"
  amount     ${span(amount.human.mg)} mg or ${span(amount.human['mg/kg'])} mg/kg (human); ${span(amount.mouse.mg)} mg or ${span(amount.mouse['mg/kg'])} mg/kg (mouse)
  unit       ${DOSE_UNITS.map((unit) => `"${unit}"`).join(', ')}; needed with amount when it differs
  minutes    ${span(minutes)} min, length of an infusion; a bolus is spread over 1 min and its first 2 min are marked hidden
  weight_kg  ${span(weight_kg.human)} kg (human), ${span(weight_kg.mouse)} kg (mouse)
  repeats    { "count": ${span(count)}, "interval_h": ${span(interval_h)} }, from start to start
  model      "all" or the id of a model
  steps      further infusions of each round, at most ${MOST_STEPS}: { "start_min": ${span(start_min)}, "amount", "unit", "minutes" }
  end_h      hours to run from the first dose; left out: 24 h after the last
  times_min  times to print, in minutes; left out: a grid that is dense after each dose
  name       any text; not read

Output: { scenario, description, units, models, band, excluded }.
  models[]   model, name, use (estimate, bounds, teaching), teaching, relativeOnly, sampling, formBasis, references,
             curve: columns of one entry a time: time_min, hidden, <analyte>_ng_per_mL, <analyte>_uM for ketamine,
             norketamine and hydroxynorketamine where the model follows them, free_uM with _low and _high (unbound ketamine;
             band of the free fraction), occupancy with _low and _high (share of channels; band of binding constant and
             free fraction),
             measures by analyte: cmax_ngPerMl, cmax_uM, tmax_min, auc_ngHPerMl (to the end of the run),
             aucInfinity_ngHPerMl, halfLife { terminal_h: of the slowest phase, window_min, inWindow_h },
             body: given_mg, lastGiven_min, clearance_LPerH, volume_L, bioavailability.
  band       the same columns with _low, _median and _high across the models named in band.models; it is the spread of
             models, not of people. band.basis says by analyte whether it spans several models, is the scatter of measured
             levels about the only one (its factors are in models[].scatter), or is one curve for want of either.
             teaching is true where only constructions for teaching apply.
  excluded[] model, reason, sentence.

Occupancy is modelled from a binding curve in rats, never measured in people. Levels of a model with relativeOnly must be
shown in relative units. Exit status: 0, 1 for input that cannot be used or a model that fails, 2 for wrong arguments.`;
