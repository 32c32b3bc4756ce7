/** When the vesicle of the picture stands open: once for every fusion of a train. */
import { describe, expect, it } from 'vitest';
import { openFusion } from '../../../src/views/synapse/replay';

const train = { fusions: [0, 50, 150].map((time_ms) => ({ time_ms, x: 0, y: 0, molecules: 3000 })) };
const openAt = (ms: number): number | undefined => openFusion(train, ms)?.time_ms;

describe('the fusing vesicle', () => {
  it('is closed at rest, and opens at its fusion', () => {
    expect([0, 0.01, 10].map(openAt)).toEqual([undefined, 0, 0]);
    expect(openFusion({ fusions: [] }, 10)).toBeUndefined();
  });

  it('is full again before each further release of a train, and opens anew', () => {
    expect([24.9, 25, 49.9].map(openAt)).toEqual([0, undefined, undefined]);
    expect([50, 99.9, 100, 149.9].map(openAt)).toEqual([50, 50, undefined, undefined]);
  });

  it('stays open after the last one', () => {
    expect([150, 500].map(openAt)).toEqual([150, 150]);
  });
});
