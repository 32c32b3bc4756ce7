/** One line of the comparison with published figures. */
import type { SynapseConfig } from './config';
import type { Scenario } from './scenario';

/** One published figure and what the engine gives for the same question. */
export interface PublishedRow {
  readonly id: string;
  readonly question: string;
  readonly model: number;
  /** Standard error over trials; absent for rows without chance. */
  readonly se?: number;
  readonly published: string;
  /** Range counted as agreement, from the spread or tolerance that the source allows. */
  readonly range: readonly [number, number];
  readonly unit: string;
  readonly source: string;
  readonly verdict: 'agrees' | 'differs';
  /** Likely reason of a difference, or what the agreement rests on. */
  readonly reason: string;
}

/** A published figure and what to say about each outcome. */
export interface Figure {
  readonly id: string;
  readonly question: string;
  readonly published: string;
  readonly range: readonly [number, number];
  readonly unit: string;
  readonly source: string;
  readonly agrees: string;
  readonly below: string;
  readonly above: string;
}

/** A number with its standard error, where it has one. */
export interface Value {
  readonly value: number;
  readonly se?: number;
}

/** The row of a figure for a model value. */
export function publishedRow(figure: Figure, { value, se }: Value): PublishedRow {
  const { agrees, below, above, ...shown } = figure;
  const [low, high] = figure.range;
  const inside = value >= low && value <= high;
  return {
    ...shown,
    model: value,
    ...(se === undefined ? {} : { se }),
    verdict: inside ? 'agrees' : 'differs',
    reason: inside ? agrees : value < low ? below : above,
  };
}

/** Makes the numbers of a run from a scenario. */
export type Configure = (scenario: Scenario) => SynapseConfig;
