/** The circuit level as data, on the flagship pack: what is drawn, where explanations enter, and where the reader goes from a cell. */
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/describe/messages';
import { circuit as words } from '../../../src/describe/messages/en/circuit';
import { agreementWords, connectionWords, outcomeWords, sendsWords } from '../../../src/describe/circuit';
import { reduce, type Action } from '../../../src/explorer/actions';
import { actOut, chosenCell, circuitRoute, enterSynapse, reachedCells, settingOf, visitCell } from '../../../src/explorer/circuit';
import { outcomeOf, type CellOutcome } from '../../../src/explorer/circuit-outcome';
import { circuitRequest, sameRequest } from '../../../src/explorer/circuit-request';
import { firstCells, stripRows } from '../../../src/explorer/circuit-strips';
import { plateSceneOf } from '../../../src/explorer/plate-scene';
import { levelsOf } from '../../../src/explorer/levels';
import { pageSceneOf } from '../../../src/explorer/page-scene';
import { decode, encode } from '../../../src/explorer/url';
import { start } from '../../../src/explorer/defaults';
import type { ExplorerState } from '../../../src/explorer/state';
import { compare, DEFAULT_OPTIONS, type Comparison } from '../../../src/science/network/run';
import { networkConfig } from '../../../src/science/network/prefrontal';
import { planOf } from '../../../src/views/circuit/plan';
import { selectedPart } from '../../../src/views/synapse/marks';
import { flagship } from './flagship';

const model = flagship();
const home: ExplorerState = { ...start(model), level: 'circuit', lit: [], selection: null };
const list = messagesFor('en').speech.list;

function circuitNamed(id: string) {
  const found = model.circuits.find((circuit) => circuit.id === id);
  if (found === undefined) throw new Error(`no circuit ${id}`);
  return found;
}

const prefrontal = circuitNamed('prefrontal');
const habenula = circuitNamed('habenula');

function cellOf(circuit: typeof prefrontal, id: string) {
  const found = circuit.cells.find((cell) => cell.id === id);
  if (found === undefined) throw new Error(`no cell ${id}`);
  return found;
}

const after = (actions: readonly Action[], from = home): ExplorerState =>
  actions.reduce((state, action) => reduce(state, action, model), from);

describe('the circuit level', () => {
  it('is offered, and lists the circuits of the pack', () => {
    expect(levelsOf(model)).toContain('circuit');
    expect(pageSceneOf(home, model).items.map(({ selection }) => selection.id)).toEqual(model.circuits.map(({ id }) => id));
  });

  it.each([true, false])('draws every cell and every connection of the record (wide: %s)', (wide) => {
    for (const circuit of model.circuits) {
      const plan = planOf(circuit, wide);
      expect(plan.cells.map(({ cell }) => cell.id)).toEqual(circuit.cells.map(({ id }) => id));
      expect(plan.wires.map(({ id }) => id)).toEqual(circuit.connections.map(({ id }) => id));
      for (const wire of plan.wires) {
        // What the record says excites ends in arrows, what inhibits in bars.
        const sign = circuit.connections.find(({ id }) => id === wire.id)?.sign;
        expect(new Set(wire.ends.map(({ kind }) => kind))).toEqual(new Set([sign === 1 ? 'arrow' : 'bar']));
      }
    }
  });

  it('ends lines at the height of the part that they reach', () => {
    const plan = planOf(prefrontal, true);
    const brackets = new Map(plan.ruler?.brackets.map((bracket) => [bracket.part as string, bracket]));
    for (const { id, to, part } of prefrontal.connections.filter(({ to: target }) => target === 'pyr')) {
      const bracket = brackets.get(part);
      const heights = plan.wires.find((wire) => wire.id === id)?.ends.map(({ at }) => at[1]) ?? [];
      expect(heights.length, `${id} to ${to}`).toBeGreaterThan(0);
      for (const height of heights) {
        expect(height).toBeGreaterThan((bracket?.from ?? Infinity) - 1);
        expect(height).toBeLessThan((bracket?.to ?? -Infinity) + 1);
      }
    }
  });

  it('lights what an explanation says and nothing else', () => {
    const route = circuitRoute(prefrontal, ['disinhibition']);
    expect(route?.block.map(({ id }) => id)).toEqual(['pv', 'sst']);
    expect(route?.weakened.map(({ id }) => id)).toEqual(['pv-pyr', 'sst-pyr']);
    expect(route?.output.map(({ id }) => id)).toEqual(['pyr']);
    expect(circuitRoute(prefrontal, ['direct-extrasynaptic'])?.block.map(({ id }) => id)).toEqual(['pyr']);
    expect(circuitRoute(prefrontal, ['HNK'])).toBeNull();
    expect(circuitRoute(prefrontal, ['disinhibition', 'HNK'])).toBeNull();
    expect(circuitRoute(habenula, ['LHb-burst'])?.weakened.map(({ id }) => id)).toEqual(['lhb-rmtg', 'rmtg-vta', 'rmtg-drn']);
    expect(circuitRoute(habenula, ['LHb-burst'])?.output.map(({ id }) => id)).toEqual(['vta', 'drn']);
  });

  it('acts out a setting: the route follows, the request changes, and a link says both', () => {
    const [everywhere, interneurons] = prefrontal.settings;
    if (everywhere === undefined || interneurons === undefined) throw new Error('settings are missing');
    const state = after([actOut(home, interneurons)]);
    expect(state.lit).toEqual(['disinhibition']);
    expect(reachedCells(prefrontal, settingOf(prefrontal, state.places)).map(({ id }) => id)).toEqual(['pv', 'sst']);
    const [before, now] = [circuitRequest(model, home), circuitRequest(model, state)];
    expect(before !== null && now !== null && sameRequest(before, now)).toBe(false);
    expect(decode(encode(state), model).state.places.blockSite).toBe('interneurons');
    expect(after([actOut(state, everywhere)], state).lit).toEqual([]);
  });

  it('goes from a cell to the synapse with its receptors and its drive', () => {
    const busy = { ...home, places: { ...home.places, drive: 2 } };
    const pv = after(enterSynapse(model, prefrontal, cellOf(prefrontal, 'pv'), busy), busy);
    expect(pv.level).toBe('synapse');
    expect(pv.selection).toEqual({ kind: 'entity', id: 'nmdar_pv' });
    const rate = model.parameters.find(({ id }) => id === 'network.pv.background.rate')?.value ?? Number.NaN;
    expect([pv.bench.subunit, pv.bench.rate_Hz]).toEqual(['2D', rate * 2]);
    const slow = after(enterSynapse(model, prefrontal, cellOf(prefrontal, 'pv'), busy, '2A'), busy);
    expect([slow.bench.subunit, slow.bench.rate_Hz, slow.bench.spikes]).toEqual(['2A', rate * 2, 3]);
    const sst = after(enterSynapse(model, prefrontal, cellOf(prefrontal, 'sst'), home));
    expect(sst.selection).toEqual({ kind: 'entity', id: 'nmdar_sst' });
    const changed = { ...home, places: { ...home.places, circuitSubunit: '2C' as const } };
    expect(after(enterSynapse(model, prefrontal, cellOf(prefrontal, 'sst'), changed), changed).bench.subunit).toBe('2C');
  });

  it('opens the synapse of every kind of cell with what its record says, and marks its receptors in the picture', () => {
    const stage = model.stages.find(({ level }) => level === 'synapse');
    const withSynapse = [prefrontal, habenula].flatMap((circuit) =>
      circuit.cells.filter(({ synapse }) => synapse !== undefined).map((cell) => ({ circuit, cell })),
    );
    expect(withSynapse.map(({ cell }) => cell.id)).toEqual(['pyr', 'pv', 'sst', 'vip', 'lhb']);
    for (const { circuit, cell } of withSynapse) {
      const state = after(enterSynapse(model, circuit, cell, home));
      const rate = model.parameters.find(({ id }) => id === cell.synapse?.rate)?.value ?? home.bench.rate_Hz;
      expect([cell.id, state.level, state.bench.subunit, state.bench.rate_Hz]).toEqual([cell.id, 'synapse', cell.synapse?.subunit, rate]);
      const scene = stage && plateSceneOf(state, model, stage);
      expect([cell.id, scene?.things.filter(({ selected }) => selected).map(({ id }) => id)]).toEqual([cell.id, ['nmda']]);
      expect([cell.id, stage && selectedPart(state.selection, stage)]).toEqual([cell.id, 'nmda']);
    }
    expect(enterSynapse(model, habenula, cellOf(habenula, 'vta'), home)).toEqual([]);
  });

  it('chooses a cell by its own link and by its entity', () => {
    const state = after([visitCell(home, habenula, 'rmtg')]);
    expect(chosenCell(habenula, state)?.id).toBe('rmtg');
    expect(chosenCell(prefrontal, state)).toBeUndefined();
    const linked = decode(encode(state), model).state;
    expect(chosenCell(habenula, linked)?.id).toBe('rmtg');
    expect(chosenCell(prefrontal, { ...home, selection: { kind: 'entity', id: 'pv_in' } })?.id).toBe('pv');
  });

  it('says what cells send from the record', () => {
    expect(sendsWords(prefrontal, cellOf(prefrontal, 'pv'), words, list)).toBe('inhibits the cell body');
    expect(sendsWords(prefrontal, cellOf(prefrontal, 'sst'), words, list)).toBe('inhibits the tuft');
    expect(sendsWords(prefrontal, cellOf(prefrontal, 'vip'), words, list)).toBe('inhibits SST cells');
    const [connection] = prefrontal.connections.filter(({ id }) => id === 'sst-pyr');
    expect(connection && connectionWords(prefrontal, connection, words)).toBe('SST to the tuft of pyramidal cells');
  });
});

describe('strips of spikes', () => {
  it('show the same three cells of a kind in both halves, within one second', () => {
    const recorded = (spikes: readonly (readonly [number, number])[]) => ({
      spikeTimes_ms: Float32Array.from(spikes.map(([time]) => time)),
      spikeCells: Uint16Array.from(spikes.map(([, cell]) => cell)),
    });
    // Cells 4 to 7 are of the kind; 5 never fires, 7 fires most.
    const before = recorded([
      [10, 4],
      [20, 6],
      [30, 6],
      [40, 7],
      [50, 7],
      [60, 7],
      [70, 1],
    ]);
    const rows = stripRows(
      before,
      recorded([
        [5, 7],
        [1500, 6],
      ]),
      4,
      4,
    );
    expect(rows.map((row) => row.before)).toEqual([[10], [20, 30], [40, 50, 60]]);
    expect(rows.map((row) => row.with)).toEqual([[], [], [5]]);
  });

  it('number cells kind after kind', () => {
    expect([
      ...firstCells([
        { id: 'a', count: 3 },
        { id: 'b', count: 2 },
      ]),
    ]).toEqual([
      ['a', 0],
      ['b', 3],
    ]);
  });
});

/** The run that the level would show for one setting, with fewer cells. */
function runOf(id: string): Comparison {
  const setting = prefrontal.settings.find((item) => item.id === id);
  if (setting === undefined) throw new Error(`no setting ${id}`);
  const request = circuitRequest(model, after([actOut(home, setting)]));
  if (request?.model !== 'prefrontal') throw new Error('not the prefrontal circuit');
  const { config } = networkConfig(model, { reaches: request.reaches, drive: request.drive, mg_mM: request.mg_mM });
  return compare(config, { ...DEFAULT_OPTIONS, seed: request.seed, ketamine_uM: 10 });
}

describe('who falls first', () => {
  it('is computed: another place of block gives another answer, and none where nothing is reached', { timeout: 30_000 }, () => {
    const [everywhere, inhibitory, nowhere] = [runOf('everywhere'), runOf('interneurons'), runOf('none')];
    expect(nowhere.firstToFall).toEqual([]);
    expect(everywhere.firstToFall).not.toEqual(inhibitory.firstToFall);
    expect(inhibitory.block.filter(({ pool }) => pool.startsWith('pyr.')).every(({ share }) => share === 0)).toBe(true);
    expect(inhibitory.with.rates_Hz['sst']).toBeLessThan(inhibitory.before.rates_Hz['sst'] ?? 0);
  });
});

describe('what a newcomer is told', () => {
  const rates = (changes: Readonly<Record<string, number>>) =>
    new Map(Object.entries(changes).map(([id, share]) => [id, { before_Hz: 10, with_Hz: 10 * share }]));
  const told = (setting: string, changes: Readonly<Record<string, number>>) => {
    const outcome = outcomeOf(
      prefrontal,
      prefrontal.settings.find(({ id }) => id === setting),
      rates(changes),
    );
    return [outcomeWords(outcome, words, list), agreementWords(outcome, 'It', words, list)];
  };

  it('is which cells fire more and less, and where that is what the explanation says', () => {
    expect(told('interneurons', { pyr: 1.2, pv: 1.05, sst: 0.7 })).toEqual([
      'Pyramidal cells (+20 %) fire more; SST cells (\u221230 %) fire less; PV cells (+5 %) fire about as before',
      'It: as it says for pyramidal, SST cells, not for PV.',
    ]);
    expect(told('interneurons', { pyr: 1.2, pv: 0.5, sst: 0.7 })[1]).toBe('It: as it says for pyramidal, PV, SST cells.');
    expect(told('extrasynaptic', { pyr: 0.6 })[1]).toBe('It: not as it says for pyramidal cells.');
    expect(told('none', { pyr: 1 })[1]).toBe('It says nothing of firing here.');
  });

  it('follows the run: each place of block is read from its own', { timeout: 60_000 }, () => {
    const of = (id: string): readonly CellOutcome[] => {
      const { before, with: after } = runOf(id);
      const own = Object.entries(before.rates_Hz).map(
        ([cell, rate]) => [cell, { before_Hz: rate, with_Hz: after.rates_Hz[cell] ?? 0 }] as const,
      );
      return outcomeOf(
        prefrontal,
        prefrontal.settings.find((setting) => setting.id === id),
        new Map(own),
      );
    };
    const trend = (outcome: readonly CellOutcome[], id: string) => outcome.find(({ cell }) => cell.id === id)?.trend;
    const [inhibitory, resting] = [of('interneurons'), of('pyramidal-synapses')];
    expect(trend(inhibitory, 'sst')).toBe('-');
    expect(trend(resting, 'pyr')).toBe('-');
    expect(inhibitory.find(({ cell }) => cell.id === 'pyr')?.said).toBe('+');
  });
});
