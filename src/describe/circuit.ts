/** The circuit level in words: what a cell sends, which kinds of cell reach a part, how rates change. */
import type { CellPart, Circuit, CircuitCell, CircuitConnection } from '../model/schema';
import type { CellOutcome } from '../explorer/circuit-outcome';
import type { CircuitWords } from './messages/en/circuit';
import type { Widen } from './messages';

type Words = Widen<CircuitWords>;
type List = (items: readonly string[]) => string;

/** A rate in spikes per second with as many digits as one run supports. */
export function rateWords(rate_Hz: number): string {
  return rate_Hz < 9.95 ? rate_Hz.toFixed(1) : String(Math.round(rate_Hz));
}

/** A change in whole per cent with a true sign; a dash from nothing. */
export function changeWords(before: number, after: number): string {
  if (!(before > 0)) return '–';
  const percent = Math.round((after / before - 1) * 100);
  return percent > 0 ? `+${percent}` : String(percent).replace('-', '−');
}

export const percentWords = (share: number): string => String(Math.round(share * 100));

/** "35 min", "2 h", "1 day": a time of the habenula's day. */
export function lengthWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(seconds < 36_000 ? 1 : 0)} h`;
}

export function cellName(circuit: Circuit, id: string, words: Words): string {
  return circuit.cells.find((cell) => cell.id === id)?.short ?? words.outsideName;
}

/** What a kind of cell does to others, for its label: "inhibits the cell body". Its first target that is not its own kind counts. */
export function sendsWords(circuit: Circuit, cell: CircuitCell, words: Words, list: List): string {
  const others = circuit.connections.filter(({ from, to }) => from === cell.id && to !== cell.id);
  const main = others.filter(({ to }) => circuit.cells.some(({ id, sign }) => id === to && sign > 0));
  if (cell.sign > 0) {
    const names = [...new Set(others.map(({ to }) => cellName(circuit, to, words)))];
    return names.length === 0 || cell.shape === 'pyramidal' ? words.sends : words.excitesCells(list(names));
  }
  if (main.every(({ part }) => part === 'dendrite')) {
    const targets = main.length === 0 ? others : main;
    return targets.length === 0
      ? words.sends
      : words.inhibitsCells(list([...new Set(targets.slice(0, 2).map(({ to }) => cellName(circuit, to, words)))]));
  }
  return words.inhibits(list([...new Set(main.map(({ part }) => words.parts[part]))]));
}

/** Kinds of cell that reach a part of the principal cell. */
export function reachingWords(circuit: Circuit, part: CellPart, words: Words, list: List): string {
  const principal = circuit.cells.find(({ shape }) => shape === 'pyramidal');
  const names = circuit.connections
    .filter((connection) => connection.to === principal?.id && connection.part === part)
    .map(({ from, to }) => (from === to ? words.overview.neighbours : cellName(circuit, from, words)));
  return names.length === 0 ? words.reachedByNone : words.reachedBy(list([...new Set(names)]));
}

/** "PV to the cell body of pyramidal". */
export function connectionWords(circuit: Circuit, { from, to, part }: CircuitConnection, words: Words): string {
  return words.overview.connection(cellName(circuit, from, words), cellName(circuit, to, words), words.parts[part]);
}

/** "Pyramidal cells (+18 %) fire more; SST cells (−26 %) fire less": what a run shows, the larger changes first said as more and less. */
export function outcomeWords(outcome: readonly CellOutcome[], words: Words, list: List): string {
  const told = (['+', '-', '0'] as const).flatMap((trend): string[] => {
    const own = outcome.filter((item) => item.trend === trend);
    return own.length === 0 ? [] : [words.outcome[trend](list(own.map((item) => oneWords(item, words))))];
  });
  const text = told.join('; ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function oneWords({ cell, change }: CellOutcome, words: Words): string {
  return change === null ? words.outcome.bare(cell.short) : words.outcome.one(cell.short, changeWords(1, 1 + change));
}

/** Whether a run does what the lit explanation says, cell by cell; that it says nothing where it does not. */
export function agreementWords(outcome: readonly CellOutcome[], explanation: string, words: Words, list: List): string {
  const named = (agree: boolean): string =>
    list(outcome.filter(({ said, trend }) => said !== null && (said === trend) === agree).map(({ cell }) => cell.short));
  const [agreed, other] = [named(true), named(false)];
  if (agreed === '' && other === '') return words.outcome.nothing(explanation);
  if (other === '') return words.outcome.agrees(explanation, words.outcome.cells(agreed));
  return agreed === ''
    ? words.outcome.differs(explanation, words.outcome.cells(other))
    : words.outcome.both(explanation, words.outcome.cells(agreed), other);
}
