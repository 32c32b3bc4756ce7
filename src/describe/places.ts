/** Names of the places of a map, told apart where several have the same one. */
import { entityOf } from '../explorer/lookup';
import type { Model } from '../model/model';
import { insidePolygon } from '../model/rules/layout';
import type { Layout, LayoutCompartment } from '../model/schema';
import type { Messages } from './messages';
import { inside } from './names';

/**
 * The compartments of a layout by id: "Dendritic spine", and where two are called alike with what they lie in or else hold, "Nucleus
 * (microglia)", "Astrocyte (EAAT2)".
 */
export function placeNames(layout: Layout, model: Model, messages: Messages): ReadonlyMap<string, string> {
  const { compartments } = layout;
  return new Map(
    compartments.map((place): [string, string] => {
      const alike = compartments.filter((other) => other.name === place.name).length > 1;
      const mark = alike ? (around(place, compartments) ?? firstIn(place, layout, model)) : null;
      return [place.id, mark === null ? place.name : messages.speech.placeApart(place.name, mark)];
    }),
  );
}

/** The name of the smallest compartment that a place lies in; null when it lies in none. */
function around(place: LayoutCompartment, compartments: readonly LayoutCompartment[]): string | null {
  const holding = compartments
    .filter((other) => other !== place && place.outline.every(([x, y]) => insidePolygon(x, y, other.outline)))
    .toSorted((a, b) => area(a) - area(b));
  return holding[0] === undefined ? null : inside(holding[0].name);
}

/** Area of the box around a compartment: enough to tell which of two nested ones is the inner. */
function area({ outline }: LayoutCompartment): number {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

function firstIn(place: LayoutCompartment, layout: Layout, model: Model): string | null {
  const first = layout.nodes.find((node) => node.compartment === place.id);
  return first === undefined ? null : (entityOf(model, first.entity)?.short ?? null);
}
