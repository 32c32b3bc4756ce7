/** A plate in words: its summary, what each thing in view is doing, and numbers as they stand in running text. */
import { BENCH_RANGES } from '../explorer/bench';
import type { PlateCounts, PlateScene } from '../explorer/plate-scene';
import type { Bench, ExplorerState } from '../explorer/state';
import type { Messages } from './messages';

/** Three significant digits with a true minus sign. */
export function numberWords(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

/** A time after the spike: tenths of microseconds are finer than anything that is drawn. */
export function momentText(ms: number): string {
  return numberWords(ms < 1 ? Number(ms.toFixed(3)) : Number(ms.toPrecision(4)));
}

export function momentSentence(ms: number, messages: Messages): string {
  return ms <= 0 ? messages.synapse.atRest : messages.synapse.moment(momentText(ms));
}

export function ketamineWords(bench: Bench, messages: Messages): string {
  return bench.ketamine_uM === 0 ? messages.synapse.controls.none : messages.synapse.units.uM(numberWords(bench.ketamine_uM));
}

export function voltageWords(bench: Bench, messages: Messages): string {
  const { synapse } = messages;
  return bench.voltage_mV === 'free' ? synapse.unclamped : synapse.held(numberWords(bench.voltage_mV));
}

/** What a kind of thing is doing at a moment of the run; empty for what the simulation does not follow. */
export function thingState(kind: string, counts: PlateCounts | null, messages: Messages): string {
  if (counts === null) return '';
  const words = messages.synapse.states;
  const { ampa, nmda, glutamate } = counts;
  switch (kind) {
    case 'ampa':
      return words.open(ampa.open, ampa.total);
    case 'nmda':
      return words.nmda(nmda.open, nmda.mg, nmda.ketamine, nmda.total);
    case 'glutamate':
      return words.glutamate(glutamate.free, glutamate.receptors, glutamate.transporters);
    case 'ketamine':
      return words.plugs(nmda.ketamine);
    case 'mg':
      return words.plugs(nmda.mg);
    case 'ca':
      return words.calcium(numberWords(counts.calcium_uM));
    case 'fusingVesicle':
      return words.vesicles(counts.released);
    case 'transporter':
      return words.transporters(glutamate.transporters);
    default:
      return '';
  }
}

/** Place, settings and what is in view, in a few sentences. */
export function plateSummary(scene: PlateScene, state: ExplorerState, messages: Messages): string {
  const words = messages.synapse;
  const { bench } = state;
  return [
    words.summary.place(scene.stage.title, scene.stage.subtitle),
    words.summary.bench(
      ketamineWords(bench, messages),
      words.units.mM(numberWords(bench.mg_mM)),
      voltageWords(bench, messages),
      bench.subunit,
    ),
    words.summary.things(messages.speech.list(scene.things.map(({ object }) => object.plural ?? object.name))),
    ...scene.stage.drawing,
  ].join(' ');
}

/** What the receptors do at a moment, as one sentence for a screen reader. */
export function countsSentence(counts: PlateCounts, messages: Messages): string {
  return messages.synapse.summary.now(
    momentSentence(counts.moment_ms, messages),
    thingState('ampa', counts, messages),
    thingState('nmda', counts, messages),
  );
}

/** The values that a number of the bench may take, for a notice about a link that asked for another. */
export function acceptedWords(key: keyof typeof BENCH_RANGES, messages: Messages): string {
  const { from, to } = BENCH_RANGES[key];
  return messages.notices.between(numberWords(from), numberWords(to));
}
