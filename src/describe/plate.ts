/** A plate in words: its summary, and numbers as they stand in running text. */
import { BENCH_RANGES, hasKetamine, subunitOn } from '../explorer/bench';
import type { PlateScene } from '../explorer/plate-scene';
import type { Bench, ExplorerState } from '../explorer/state';
import type { Messages } from './messages';

/** Three significant digits with a true minus sign. */
export function numberWords(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

export function ketamineWords(bench: Bench, messages: Messages): string {
  const words = messages.speech.plate;
  return bench.ketamine_uM === 0 ? words.none : words.uM(numberWords(bench.ketamine_uM));
}

export function voltageWords(bench: Bench, messages: Messages): string {
  const words = messages.speech.plate;
  return bench.voltage_mV === 'free' ? words.unclamped : words.held(numberWords(bench.voltage_mV));
}

/** Place, settings and what is in view, in a few sentences. */
export function plateSummary(scene: PlateScene, state: ExplorerState, messages: Messages): string {
  const words = messages.speech.plate;
  const { bench } = state;
  const medium = [words.mM(numberWords(bench.mg_mM)), voltageWords(bench, messages), subunitOn(scene.stage, bench.subunit)] as const;
  return [
    words.place(scene.words.title, scene.words.subtitle),
    hasKetamine(scene.stage) ? words.bench(ketamineWords(bench, messages), ...medium) : words.benchPlain(...medium),
    words.things(messages.speech.list(scene.things.map(({ object }) => object.plural ?? object.name))),
    ...scene.words.drawing,
  ].join(' ');
}

/** The values that a number of the bench may take, for a notice about a link that asked for another. */
export function acceptedWords(key: keyof typeof BENCH_RANGES, messages: Messages): string {
  const { from, to } = BENCH_RANGES[key];
  return messages.notices.between(numberWords(from), numberWords(to));
}
