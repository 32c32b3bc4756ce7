/**
 * Version 1 of the link format. Links made with it are out in the world: this file reads them for ever and only ever changes to
 * read more. A new format is a new file with a new number.
 *
 * `v=1&level=cell&lit=disinhibition~TrkB-direct&sel=entity:trkb&dose=40min&cam=812.5,400,1.25`
 */
import { LEVELS, PREPARATIONS, SPECIES, STRENGTHS, SUBUNITS } from '../model/schema';
import { BENCH_RANGES, MOMENT_RANGE, type BenchRange } from './bench';
import { tidyCamera, tidyWhen, tidyWords } from './defaults';
import { readDose, writeDose } from './dose';
import type { DoseScenario } from '../science/pharmacokinetics/scenario';
import { readNumber as parseNumber, type Field } from './fields';
import { inOrder, type Fitted, type Notice, type NoticeField } from './fit';
import { PLACE_ROWS, type Places } from './places';
import {
  MODES,
  RECEPTORS_SHOWN,
  RECORD_NAMES,
  type Bench,
  type Camera,
  type ExplorerState,
  type Filters,
  type Lit,
  type PlateDetail,
  type Selection,
  type StoryPlace,
  type Theme,
  type Tier,
  type When,
} from './state';

const THEMES: readonly Theme[] = ['paper', 'lecture'];
const CHECKS: readonly Filters['check'][] = ['any', 'checked', 'unchecked'];
const SELECTION_KINDS: readonly NonNullable<Selection>['kind'][] = [
  'entity',
  'claim',
  'reference',
  'hypothesis',
  'event',
  'group',
  'part',
  ...RECORD_NAMES,
];
const DETAILS: readonly PlateDetail[] = ['auto', 'plate', 'calm', 'diagram'];
const TIERS: readonly Tier[] = ['auto', 'high', 'low', 'none'];
const ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}$/;
const LOCALE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const PACK = /^[^\s]{1,1000}$/;

/** Units a time may be written in; the largest that gives a round number is used. */
const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
  ['ms', 1e-3],
] as const;

/** Written beside the lists of a filter that a reader emptied on purpose, where the view the link builds on has one set. */
const NOTHING = 'none';

/** The parts of `state` that differ from `base`, as the pairs of a query. */
export function encodeV1(state: ExplorerState, base: ExplorerState): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [['v', '1']];
  const put = (key: string, value: string, usual: string): void => {
    if (value !== usual) pairs.push([key, value]);
  };
  put('pack', state.pack, base.pack);
  put('mode', state.mode, base.mode);
  put('level', state.level, base.level);
  put('lit', state.lit.join('~') || NOTHING, base.lit.join('~') || NOTHING);
  put('sel', selectionText(state.selection), selectionText(base.selection));
  const [clock, time] = whenPair(state.when);
  const [baseClock, baseTime] = whenPair(base.when);
  if (clock !== baseClock || time !== baseTime) pairs.push([clock, time]);
  put('cam', cameraText(state.camera), cameraText(base.camera));
  put('species', listText(state.filters.species), listText(base.filters.species));
  put('prep', listText(state.filters.preparation), listText(base.filters.preparation));
  put('strength', listText(state.filters.strength), listText(base.filters.strength));
  put('check', state.filters.check, base.filters.check);
  put('ext', state.filters.extended ? '1' : '0', base.filters.extended ? '1' : '0');
  put('hyp', state.papers.hypothesis ?? NOTHING, base.papers.hypothesis ?? NOTHING);
  put('q', state.papers.words, base.papers.words);
  putBench(state.bench, base.bench, put);
  put('at', String(state.moment_ms), String(base.moment_ms));
  put('rx', writeDose(state.dose), writeDose(base.dose));
  put('vs', againstText(state.against), againstText(base.against));
  for (const [key, field] of PLACE_ROWS) put(field.url, field.write(state.places[key] as never), field.write(base.places[key] as never));
  put('story', storyText(state.story), storyText(base.story));
  put('present', state.present ? '1' : '0', base.present ? '1' : '0');
  put('detail', state.detail, base.detail);
  put('tier', state.tier, base.tier);
  put('theme', state.theme, base.theme);
  put('lang', state.locale, base.locale);
  return pairs;
}

function putBench(bench: Bench, base: Bench, put: (key: string, value: string, usual: string) => void): void {
  put('ket', String(bench.ketamine_uM), String(base.ketamine_uM));
  put('mgc', String(bench.mg_mM), String(base.mg_mM));
  put('mv', String(bench.voltage_mV), String(base.voltage_mV));
  put('pr', String(bench.release), String(base.release));
  put('sub', bench.subunit, base.subunit);
  put('train', trainText(bench), trainText(base));
  put('cmp', bench.compare ? '1' : '0', base.compare ? '1' : '0');
  put('seed', String(bench.seed), String(base.seed));
  put('rec', bench.receptor, base.receptor);
  put('glu', String(bench.glutamate_uM), String(base.glutamate_uM));
}

/** "5@20": five spikes at 20 Hz. */
function trainText({ spikes, rate_Hz }: Pick<Bench, 'spikes' | 'rate_Hz'>): string {
  return `${spikes}@${rate_Hz}`;
}

function selectionText(selection: Selection): string {
  return selection === null ? NOTHING : `${selection.kind}:${selection.id}`;
}

function listText(values: readonly string[]): string {
  return values.join(',') || NOTHING;
}

function cameraText(camera: Camera): string {
  return camera === null ? NOTHING : `${camera.x},${camera.y},${camera.zoom}`;
}

function whenPair(when: When): readonly [string, string] {
  const exact = UNITS.find(([, size]) => Number.isInteger(Number((when.seconds / size).toPrecision(9)))) ?? UNITS[3];
  const [unit, size] = when.seconds < 1e-3 ? UNITS[4] : exact;
  return [when.basis === 'afterDose' ? 'dose' : 'spike', `${Number((when.seconds / size).toPrecision(9))}${unit}`];
}

type Parser<T> = (text: string) => T | undefined;

function oneOf<T extends string>(values: readonly T[]): Parser<T> {
  return (text) => values.find((value) => value === text);
}

function matching(pattern: RegExp): Parser<string> {
  return (text) => (pattern.test(text) ? text : undefined);
}

function asIs(value: string): string {
  return value;
}

/** Reads a query over `base`: what it does not mention stays. Unknown keys are ignored; bad values give a notice. */
export function decodeV1(query: URLSearchParams, base: ExplorerState): Fitted {
  const notices: Notice[] = [];
  /** The first value of a key; that others were given too is said. */
  const first = (key: string, field: NoticeField): string | null => {
    const [text = null, ...more] = query.getAll(key);
    const others = more.filter((other) => other !== text);
    if (text !== null && others.length > 0) notices.push({ kind: 'repeated', field, value: others.join(', '), kept: text });
    return text;
  };
  const read = <T>(key: string, field: NoticeField, usual: T, parse: Parser<T>, words: (value: T) => string): T => {
    const text = first(key, field);
    if (text === null) return usual;
    const value = parse(text);
    if (value !== undefined) return value;
    notices.push({ kind: 'unreadable', field, value: text, kept: words(usual) });
    return usual;
  };
  const list = (key: string, field: NoticeField, usual: readonly string[], vocabulary: readonly string[]): readonly string[] => {
    const text = first(key, field);
    if (text === null) return usual;
    if (text === NOTHING) return [];
    const wishes = text.split(',');
    const good = inOrder(wishes, vocabulary);
    const bad = wishes.filter((wish) => !vocabulary.includes(wish));
    if (bad.length > 0) notices.push({ kind: 'unreadable', field, value: bad.join(', '), kept: good.join(', ') });
    return good;
  };
  const number = (key: string, field: NoticeField, usual: number, range: BenchRange): number =>
    read(key, field, usual, (text) => parseNumber(text, range), String);
  const dose = (key: string, usual: DoseScenario): DoseScenario => {
    const text = first(key, 'form');
    if (text === null) return usual;
    const found = readDose(text, usual);
    for (const { part, ...fault } of found.faults) notices.push({ kind: 'unreadable', field: part, ...fault });
    return found.dose;
  };
  const place = (field: Field<never>, usual: unknown): unknown => {
    const text = first(field.url, 'place');
    const value = text === null ? usual : field.read(text);
    if (value !== undefined) return value;
    notices.push({
      kind: 'unreadable',
      field: 'place',
      value: `${field.url}=${text}`,
      accepts: field.accepts,
      kept: field.write(usual as never),
    });
    return usual;
  };
  const train = read('train', 'train', base.bench, parseTrain, trainText);
  const clock = query.has('spike') ? 'spike' : 'dose';
  return {
    state: {
      version: 1,
      pack: read('pack', 'pack', base.pack, matching(PACK), asIs),
      mode: read('mode', 'mode', base.mode, oneOf(MODES), asIs),
      level: read('level', 'level', base.level, oneOf(LEVELS), asIs),
      camera: read('cam', 'camera', base.camera, parseCamera, cameraText),
      selection: read('sel', 'selection', base.selection, parseSelection, selectionText),
      lit: read('lit', 'lit', base.lit, parseLit, (lit) => lit.join(', ')),
      filters: {
        species: list('species', 'species', base.filters.species, SPECIES),
        preparation: list('prep', 'preparation', base.filters.preparation, PREPARATIONS),
        strength: list('strength', 'strength', base.filters.strength, STRENGTHS),
        check: read('check', 'check', base.filters.check, oneOf(CHECKS), asIs),
        extended: read('ext', 'extended', base.filters.extended, parseFlag, String),
      },
      papers: {
        hypothesis: read('hyp', 'papers', base.papers.hypothesis, parseName, (name) => name ?? NOTHING),
        words: read('q', 'words', base.papers.words, (text) => (tidyWords(text) === text ? text : undefined), asIs),
      },
      when: read(
        clock,
        'when',
        base.when,
        (text) => parseWhen(clock, text),
        (when) => whenPair(when)[1],
      ),
      bench: {
        ketamine_uM: number('ket', 'ketamine', base.bench.ketamine_uM, BENCH_RANGES.ketamine_uM),
        mg_mM: number('mgc', 'mg', base.bench.mg_mM, BENCH_RANGES.mg_mM),
        voltage_mV: read('mv', 'voltage', base.bench.voltage_mV, parseVoltage, String),
        release: number('pr', 'release', base.bench.release, BENCH_RANGES.release),
        subunit: read('sub', 'subunit', base.bench.subunit, oneOf(SUBUNITS), asIs),
        spikes: train.spikes,
        rate_Hz: train.rate_Hz,
        compare: read('cmp', 'compare', base.bench.compare, parseFlag, String),
        seed: number('seed', 'seed', base.bench.seed, BENCH_RANGES.seed),
        receptor: read('rec', 'receptor', base.bench.receptor, oneOf(RECEPTORS_SHOWN), asIs),
        glutamate_uM: number('glu', 'glutamate', base.bench.glutamate_uM, BENCH_RANGES.glutamate_uM),
      },
      moment_ms: number('at', 'moment', base.moment_ms, MOMENT_RANGE),
      dose: dose('rx', base.dose),
      against: query.get('vs') === NOTHING ? null : query.has('vs') ? dose('vs', base.against ?? base.dose) : base.against,
      places: Object.fromEntries(PLACE_ROWS.map(([key, field]) => [key, place(field, base.places[key])])) as Places,
      story: read('story', 'story', base.story, parseStory, storyText),
      present: read('present', 'present', base.present, parseFlag, String),
      detail: read('detail', 'detail', base.detail, oneOf(DETAILS), asIs),
      tier: read('tier', 'tier', base.tier, oneOf(TIERS), asIs),
      theme: read('theme', 'theme', base.theme, oneOf(THEMES), asIs),
      locale: read('lang', 'locale', base.locale, matching(LOCALE), asIs),
    },
    notices,
  };
}

function parseVoltage(text: string): Bench['voltage_mV'] | undefined {
  return text === 'free' ? text : parseNumber(text, BENCH_RANGES.voltage_mV);
}

function parseTrain(text: string): Pick<Bench, 'spikes' | 'rate_Hz'> | undefined {
  const [first = '', second = '', ...more] = text.split('@');
  const spikes = /^\d+$/.test(first) ? parseNumber(first, BENCH_RANGES.spikes) : undefined;
  const rate_Hz = parseNumber(second, BENCH_RANGES.rate_Hz);
  return spikes === undefined || rate_Hz === undefined || more.length > 0 ? undefined : { spikes, rate_Hz };
}

function parseFlag(text: string): boolean | undefined {
  return text === '1' ? true : text === '0' ? false : undefined;
}

function parseCamera(text: string): Camera | undefined {
  if (text === NOTHING) return null;
  const parts = text.split(',');
  const [x, y, zoom] = parts.map((part) => (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(part) ? Number(part) : Number.NaN));
  if (parts.length !== 3 || x === undefined || y === undefined || zoom === undefined) return undefined;
  return tidyCamera({ x, y, zoom }) ?? undefined;
}

function parseSelection(text: string): Selection | undefined {
  if (text === NOTHING) return null;
  const colon = text.indexOf(':');
  const kind = SELECTION_KINDS.find((item) => item === text.slice(0, colon));
  const id = text.slice(colon + 1);
  return kind !== undefined && ID.test(id) ? { kind, id } : undefined;
}

function parseName(text: string): string | null | undefined {
  if (text === NOTHING) return null;
  return ID.test(text) ? text : undefined;
}

function parseLit(text: string): Lit | undefined {
  if (text === NOTHING) return [];
  const [first, second, ...more] = text.split('~');
  if (first === undefined || more.length > 0 || !ID.test(first) || (second !== undefined && !ID.test(second))) return undefined;
  return second === undefined || second === first ? [first] : [first, second];
}

function againstText(dose: DoseScenario | null): string {
  return dose === null ? NOTHING : writeDose(dose);
}

/** "minutes-to-days.3": the third step. */
function storyText(story: StoryPlace): string {
  return story === null ? NOTHING : `${story.id}.${story.step}`;
}

/** Reads "minutes-to-days.3"; null for none, undefined for what is no step. */
export function parseStory(text: string): StoryPlace | undefined {
  if (text === NOTHING) return null;
  const match = /^(.+?)(?:\.(\d{1,3}))?$/.exec(text);
  const id = match?.[1] ?? '';
  const step = Number(match?.[2] ?? 1);
  return ID.test(id) && step >= 1 ? { id, step } : undefined;
}

function parseWhen(clock: 'dose' | 'spike', text: string): When | undefined {
  const match = /^(\d+(?:\.\d+)?(?:e-?\d+)?)(d|h|min|s|ms)$/.exec(text);
  const size = UNITS.find(([unit]) => unit === match?.[2])?.[1];
  if (match?.[1] === undefined || size === undefined) return undefined;
  const seconds = Number(match[1]) * size;
  return Number.isFinite(seconds) ? tidyWhen({ basis: clock === 'dose' ? 'afterDose' : 'afterSpike', seconds }) : undefined;
}
