/** Words of doses and drug models: what is simulated, what the numbers rest on, and what could not be used. */
export const dose = {
  forms: {
    racemate: 'racemic ketamine',
    S: 'esketamine (S-ketamine)',
    R: 'arketamine (R-ketamine)',
  },
  routes: {
    'iv-infusion': 'infusion into a vein',
    'iv-bolus': 'injection into a vein',
    im: 'injection into a muscle',
    intranasal: 'nasal spray',
    oral: 'swallowed',
    'oral-film': 'film in the mouth',
    ip: 'injection into the belly',
  },
  analytes: { ketamine: 'ketamine', norketamine: 'norketamine', hydroxynorketamine: 'hydroxynorketamine' },
  sampling: {
    arterial: 'blood from an artery',
    venous: 'blood from a vein',
    mixed: 'blood from arteries and veins',
    'not stated': 'sampling site not stated',
  },
  subjects: { human: (weight: string) => `a person of ${weight} kg`, mouse: (weight: string) => `a mouse of ${weight} g` },
  given: (drug: string, amount: string, unit: string, route: string, subject: string) =>
    `${amount} ${unit} ${drug}, ${route}, in ${subject}`,
  over: (route: string, minutes: string) => `${route} over ${minutes} min`,
  once: (given: string) => `Simulated: ${given}, once.`,
  repeated: (given: string, count: string, hours: string) => `Simulated: ${given}, ${count} times, ${hours} h apart.`,
  stepped: (count: string) => `${count} further infusions follow in each round.`,
  nothing: 'No model of the pack can be run for this dose, so no curve is shown.',
  published: (count: number, names: string) =>
    count === 1 ? `One published model describes it: ${names}.` : `${count} published models describe it: ${names}.`,
  spread: 'The band runs from the lowest to the highest of them; it is the spread of models, not of people.',
  oneModel: 'One model is one description, not a measurement: other people and other laboratories give other curves.',
  bounds: (names: string) => `${names} only widens the band.`,
  teachingOnly: (names: string) => `The curve is a construction for teaching, not a published model for this route: ${names}.`,
  teachingBeside: (names: string) => `${names} is a construction for teaching and stands outside the band.`,
  sites: 'Some models describe blood from an artery and some from a vein; arterial peaks are higher and pass within minutes.',
  peak: (low: string, high: string, from: string, to: string) =>
    `Computed peak of ketamine: ${low} to ${high} ng/mL, ${from} to ${to} min after the start.`,
  peakOne: (value: string, time: string) => `Computed peak of ketamine: ${value} ng/mL, ${time} min after the start.`,
  relative: 'Only the shape is known well enough to be shown, so the curve has no concentrations.',
  measured: 'Measured are the blood levels from which the constants of the published models were estimated.',
  modelled:
    'Every curve, the free concentration and the occupancy are computed. The occupancy rests on a binding curve from rats; the one PET study in people found no consistent change.',
  occupancy: (low: string, high: string) => `At its highest, modelled occupancy of NMDA receptor channels is ${low} to ${high} %.`,
  alike: 'Models fitted to one form of the drug are used for this form as if both mirror images behaved alike.',
  hidden: 'The first two minutes after an injection are not drawn: no compartment model holds how the drug mixes into the blood.',
  advice: 'This explains mechanisms. It is no advice on any dose.',
  excluded: {
    'not chosen': (model: string) => `${model}: another model was chosen.`,
    'no curve': (model: string) => `${model}: a summary of numbers, which gives no curve.`,
    species: (model: string) => `${model}: made for another species.`,
    route: (model: string) => `${model}: does not describe this route.`,
    form: (model: string) => `${model}: was not made for this form of the drug on this route.`,
    unsuitable: (model: string, because: string) => `${model}: not used here, for ${because}.`,
    solver: (model: string, because: string) => `${model}: could not be run (${because}).`,
  },
  fault: {
    range: (field: string, given: string, low: string, high: string, unit: string) =>
      `${field} was ${given}; it accepts ${low} to ${high} ${unit}.`,
    whole: (field: string, given: string, low: string, high: string, unit: string) =>
      `${field} was ${given}; it accepts whole numbers from ${low} to ${high} ${unit}.`,
    choice: (field: string, given: string, choices: string) => `${field} was ${given}; it accepts ${choices}.`,
    speed: (field: string, given: string, high: string) =>
      `${field} was ${given}, faster than the ${high} mg per kg and minute that are accepted.`,
    length: (field: string, given: string, high: string) => `${field} held ${given} entries; it accepts at most ${high}.`,
    object: (field: string) => `${field} must be an object with named values.`,
    list: (field: string) => `${field} must be a list.`,
    unknown: (field: string) => `${field} is not a field of a dose.`,
    ignored: (sentence: string) => `${sentence} It was left out.`,
    missing: 'not given',
    kept: (sentence: string, kept: string) => `${sentence} Kept: ${kept}.`,
    dropped: (sentence: string) => `${sentence} This infusion was left out.`,
    scenario: 'The dose',
  },
  units: { mg: 'mg', 'mg/kg': 'mg/kg', min: 'min', kg: 'kg', h: 'h', doses: 'doses' },
} as const;
