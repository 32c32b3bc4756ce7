/** Numbers of the engine in the texts of a tour: `{id}` becomes the number and unit of the step's own record. */
import type { Computed } from '../schema';
import { isRecord, livingOf, pathText } from './draft';
import type { Draft, Finding, Path } from './draft';

const PLACE = /\{([^{}\s]+)\}/g;

/** A computed number as it stands in a text: "3,000", "6.0 Hz". As many decimals as its step has; the blank before the unit does not break. */
export function numberWords({ value, step, unit }: Computed): string {
  const decimals = Math.min(9, Math.max(0, -Math.floor(Math.log10(step))));
  const digits = value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return unit === undefined ? digits : `${digits}\u00a0${unit}`;
}

/** Every text of a step with its path. */
function* textsIn(value: unknown, path: Path): Generator<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  else if (isRecord(value)) for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}

/** Writes the numbers into the texts; a place that names none keeps its words. */
export function computed(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  for (const entry of livingOf(draft, 'tours')) {
    for (const [index, { computed: numbers = [], ...texts }] of entry.value.steps.entries()) {
      const unsaid = new Set(numbers.map(({ id }): string => id));
      const say = (path: Path, message: string, remedy: string): number => findings.push({ entry, path, message, remedy, loss: 'nothing' });
      for (const [path, text] of textsIn(texts, ['steps', index])) {
        const written = text.replaceAll(PLACE, (place, id: string) => {
          const number = numbers.find((each) => each.id === id);
          if (number === undefined) say(path, `"${place}" names no number of the step`, 'add it to "computed" or write the words out');
          unsaid.delete(id);
          return number === undefined ? place : numberWords(number);
        });
        if (written !== text) entry.rewrites.set(pathText(path), written);
      }
      for (const id of unsaid) say(['steps', index, 'computed'], `no text says "${id}"`, `write {${id}} where it is meant, or remove it`);
    }
  }
  return findings;
}
