/**
 * Every key that an address may carry, in one list: what the published documentation is made from, and what a test holds against the
 * code that reads them. Values and ranges come from the code itself.
 */
import { BENCH_BASELINE, BENCH_RANGES, MOMENT_RANGE, type BenchRange } from '../explorer/bench';
import { LINK_BASELINE } from '../explorer/defaults';
import { ARMS, BLOCK_SITES, BRAIN_FORMS, BRAIN_SPECIES, BRAIN_VIEWS, OUTCOMES, PLACES_BASELINE, VERSUS } from '../explorer/places';
import { MODES, RECEPTORS_SHOWN } from '../explorer/state';
import { LEVELS, PREPARATIONS, SPECIES, STRENGTHS, SUBUNITS } from '../model/schema';
import { PARTS } from './contract';
import { USUAL_PARTS } from './options';

export interface AddressParameter {
  readonly key: string;
  /** What a value looks like, in words. */
  readonly type: string;
  /** Taken when the key is missing. */
  readonly usual: string;
  readonly about: string;
  /** Values that can be followed. */
  readonly examples: readonly string[];
}

export interface ParameterGroup {
  readonly title: string;
  readonly about: string;
  readonly parameters: readonly AddressParameter[];
}

const oneOf = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');
const range = ({ from, to }: BenchRange): string => `a number from ${from} to ${to}`;
const flag = '`1` or `0`';
const parameter = (key: string, type: string, usual: string, about: string, ...examples: readonly string[]): AddressParameter => ({
  key,
  type,
  usual,
  about,
  examples,
});
const choice = (key: string, values: readonly string[], usual: string, about: string): AddressParameter =>
  parameter(key, oneOf(values), usual, about, ...values);
const list = (key: string, values: readonly string[], about: string): AddressParameter =>
  parameter(key, `a list of ${oneOf(values)}, separated by commas`, 'none', about, values.slice(0, 2).join(','), 'none');
const places = PLACES_BASELINE;

export const VIEW_PARAMETERS: readonly ParameterGroup[] = [
  {
    title: 'The view',
    about:
      'Together these are the whole view. With `v=1`, what is left out has its usual value; without `v`, it is as the pack starts. Copy a link from the page rather than writing one.',
    parameters: [
      parameter('v', '`1`', 'none', 'Version of the link format.', '1'),
      parameter(
        'pack',
        'the name of a pack of this site, or an address that starts with https',
        LINK_BASELINE.pack,
        'What is shown.',
        'ketamine',
        'ltp',
      ),
      choice('mode', MODES, LINK_BASELINE.mode, 'The diagram, or one of the pages that are read.'),
      choice('level', LEVELS, LINK_BASELINE.level, 'The place, from person to receptor. A pack may lack some.'),
      parameter('sel', 'a kind and an id, or `none`', 'none', 'What is selected.', 'entity:bdnf', 'claim:ketamine--nmdar_pv', 'none'),
      parameter(
        'lit',
        'one or two explanations, joined by `~`, or `none`',
        'none',
        'Which explanations are lit as routes.',
        'disinhibition',
        'disinhibition~HNK',
        'none',
      ),
      parameter('dose', 'a number with `s`, `min`, `h` or `d`', '40min', 'Time after the dose.', '40min', '2h', '7d'),
      parameter('spike', 'a number with `ms` or `s`', 'none', 'Time after one spike, in place of `dose`.', '5ms', '0.2s'),
      parameter('cam', 'x, y and zoom, or `none`', 'none', 'Camera of the picture; `none` fits it to the frame.', '840,560,0.8', 'none'),
      parameter(
        'story',
        'a story and its step, or `none`',
        'none',
        'Which step of which story is told. Without `v`, the view is the step’s own but for the keys given beside it.',
        'open-then-plugged.3',
        'none',
      ),
      parameter('present', flag, '0', 'Shown to an audience.', '1'),
    ],
  },
  {
    title: 'Evidence',
    about: 'Which evidence the map and the list of papers show.',
    parameters: [
      list('species', SPECIES, 'Only evidence from these.'),
      list('prep', PREPARATIONS, 'Only evidence from these preparations.'),
      list('strength', STRENGTHS, 'Only arrows whose evidence is of this strength.'),
      choice('check', ['any', 'checked', 'unchecked'], 'any', 'Whether somebody compared the record with its source.'),
      parameter('ext', flag, '0', 'Also arrows of the extended network.', '1'),
      parameter('hyp', 'the id of an explanation, or `none`', 'none', 'Papers of this explanation only.', 'disinhibition', 'none'),
      parameter('q', 'words', '', 'Papers in which all of these words stand.', 'autry 2011'),
    ],
  },
  {
    title: 'The synapse and the receptor',
    about: 'What the simulations run with.',
    parameters: [
      parameter('ket', `${range(BENCH_RANGES.ketamine_uM)}, in µM`, String(BENCH_BASELINE.ketamine_uM), 'Ketamine.', '2'),
      parameter('mgc', `${range(BENCH_RANGES.mg_mM)}, in mM`, String(BENCH_BASELINE.mg_mM), 'Mg2+.', '0.5'),
      parameter(
        'mv',
        `${range(BENCH_RANGES.voltage_mV)}, in mV, or \`free\``,
        String(BENCH_BASELINE.voltage_mV),
        'Membrane voltage.',
        '-70',
        'free',
      ),
      parameter('pr', range(BENCH_RANGES.release), String(BENCH_BASELINE.release), 'Probability that a spike releases.', '0.4'),
      choice('sub', SUBUNITS, BENCH_BASELINE.subunit, 'NMDA receptor subtype.'),
      parameter('train', 'spikes and a rate in Hz, joined by `@`', '1@20', 'Spikes.', '5@20'),
      parameter('cmp', flag, '1', 'Beside it the run without ketamine.', '0'),
      choice('drug', VERSUS, places.versus, 'Another drug beside ketamine at the synapse, at the same concentration.'),
      parameter('seed', range(BENCH_RANGES.seed), String(BENCH_BASELINE.seed), 'Which of the equally likely runs.', '7'),
      parameter('at', `${range(MOMENT_RANGE)}, in ms`, '0', 'Moment after the first spike.', '12'),
      choice('rec', RECEPTORS_SHOWN, BENCH_BASELINE.receptor, 'Which receptor the receptor level shows.'),
      parameter(
        'glu',
        `${range(BENCH_RANGES.glutamate_uM)}, in µM`,
        String(BENCH_BASELINE.glutamate_uM),
        'Glutamate around that receptor.',
        '1',
      ),
    ],
  },
  {
    title: 'The dose',
    about: 'Whose course is drawn at the level of the person. Write these by copying a link.',
    parameters: [
      parameter('rx', 'a dose', 'ketamine, 0.5 mg/kg over 40 minutes', 'The dose.'),
      parameter('vs', 'a dose, or `none`', 'none', 'Another dose beside it.', 'none'),
      parameter('fol', flag, '0', 'The synapse and the receptor follow the dose.', '1'),
    ],
  },
  {
    title: 'Person, brain and circuit',
    about: 'What those levels show.',
    parameters: [
      choice('out', OUTCOMES, places.outcome, 'Outcome whose course is drawn.'),
      choice('arm', ARMS, places.arm, 'What the drug was compared with.'),
      parameter('pop', 'the name of a group of trials, or `all`', places.population, 'Who was treated.', 'all'),
      choice('bv', BRAIN_VIEWS, places.brainView, 'View of the brain.'),
      parameter('by', 'degrees from -180 to 180', '0', 'Turn of the brain.', '30'),
      parameter('bp', 'degrees from -90 to 90', '0', 'Tilt of the brain.', '10'),
      choice('bs', BRAIN_SPECIES, places.brainSpecies, 'Whose brain.'),
      choice('bf', BRAIN_FORMS, places.brainForm, 'The brain as a picture or as a table.'),
      parameter('cir', 'the id of a circuit, or `none`', places.circuit, 'Which circuit.', 'none'),
      choice('site', BLOCK_SITES, places.blockSite, 'Where in the circuit ketamine is let block.'),
      parameter('cc', 'the id of a cell of that circuit, or `none`', places.circuitCell, 'Which kind of cell is chosen.', 'none'),
      parameter('drv', 'a number from 0 to 4', '1', 'Drive onto the circuit, as a multiple of the usual.', '1.5'),
      parameter('stress', flag, '0', 'The circuit after chronic stress.', '1'),
      choice('csub', ['none', ...SUBUNITS], places.circuitSubunit, 'Subunit of the NMDA receptors on interneurons.'),
    ],
  },
  {
    title: 'Looks',
    about: 'These are the reader’s, and part of no story and no undo.',
    parameters: [
      choice('theme', ['paper', 'lecture'], LINK_BASELINE.theme, 'Light, or dark for a dim room.'),
      choice('detail', ['auto', 'plate', 'calm', 'diagram'], 'auto', 'How much of a picture is drawn.'),
      choice('tier', ['auto', 'high', 'low', 'none'], 'auto', 'How costly a picture may be; `none` keeps the still.'),
      parameter('lang', 'a language tag', LINK_BASELINE.locale, 'Language. There is only English so far.', 'en'),
    ],
  },
];

export const FRAME_PARAMETERS: ParameterGroup = {
  title: 'The frame',
  about: 'Only in an embedded figure. They are no part of the view, and stay in the frame’s address when the view changes.',
  parameters: [
    parameter('embed', '`1`', 'none', 'Makes the page a figure in another page.', '1'),
    parameter(
      'ui',
      `a list of ${oneOf(PARTS)}, separated by commas, or \`none\``,
      USUAL_PARTS.join(','),
      'Parts that are shown. `bar` is the title and the way to the whole page, `rail` the levels, `score` the time, `panel` the explanation, `bench` the settings of the synapse, `controls` the buttons on the picture, `labels` the names in it. A story brings its words beside the usual parts.',
      'bar,rail,score',
      'none',
    ),
    parameter('links', flag, '1', '`0` closes every link that leads out of the figure.', '0'),
    parameter('title', 'up to 120 signs', 'what the view shows', 'A title of the host’s.', 'Figure 3'),
    parameter(
      'origin',
      'one or more origins, separated by commas; `null` for a page that has none',
      'the page that holds the frame',
      'Who may speak with the figure; see [embedding.md](embedding.md).',
      'https://course.example',
    ),
  ],
};
