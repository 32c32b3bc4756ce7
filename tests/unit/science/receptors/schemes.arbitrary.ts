/** Random kinetic schemes for property tests: connected, any topology, rates over six decades. */
import * as fc from 'fast-check';
import type { SchemeInput } from '../../../../src/science/receptors/compile';

const rate = fc.double({ min: -3, max: 3, noNaN: true }).map((exponent) => 10 ** exponent);

interface Edge {
  readonly to: number;
  readonly there: number;
  readonly back: number;
  readonly ligand: boolean;
}

/** 2 to 9 states; a random spanning tree keeps them connected, further edges close cycles; some edges are one-way. */
export const randomScheme: fc.Arbitrary<SchemeInput> = fc.integer({ min: 2, max: 9 }).chain((n) => {
  const edge = (most: number): fc.Arbitrary<Edge> =>
    fc.record({
      to: fc.integer({ min: 0, max: most - 1 }),
      there: rate,
      back: fc.oneof({ weight: 5, arbitrary: rate }, fc.constant(0)),
      ligand: fc.boolean(),
    });
  const tree = fc.tuple(...Array.from({ length: n - 1 }, (_, i) => edge(i + 1)));
  const extra = fc.array(fc.record({ from: fc.integer({ min: 0, max: n - 1 }), edge: edge(n) }), { maxLength: n });
  return fc.record({ tree, extra, open: fc.integer({ min: 0, max: n - 1 }) }).map(({ tree: parents, extra: others, open }) => {
    const name = (i: number): string => `S${i}`;
    const edges = [
      ...parents.map((e, i) => ({ from: i + 1, ...e })),
      ...others.filter((e) => e.from !== e.edge.to).map((e) => ({ from: e.from, ...e.edge })),
    ];
    return {
      id: 'random',
      states: Array.from({ length: n }, (_, i) => name(i)),
      initial: { S0: 1 },
      conducting: [name(open)],
      transitions: edges.flatMap(({ from, to, there, back, ligand }) => [
        {
          from: name(from),
          to: name(to),
          rate: there,
          ...(ligand ? { unit: 'per_mM_ms' as const, ligand: 'glu' } : { unit: 'per_ms' as const }),
        },
        { from: name(to), to: name(from), rate: back, unit: 'per_ms' as const },
      ]),
    };
  });
});
