/** Quantiles for statistical tests with fixed seeds. */

/**
 * The value that a chi-squared variable of `freedom` degrees exceeds with probability 0.001, by the Wilson & Hilferty
 * cube-root approximation (doi 10.1073/pnas.17.12.684); good to 1 % from 3 degrees on.
 */
export function chiSquaredLimit(freedom: number): number {
  const z = 3.0902;
  const h = 2 / (9 * freedom);
  return freedom * (1 - h + z * Math.sqrt(h)) ** 3;
}

/** Pearson's statistic; cells expected below 5 are pooled into one. */
export function chiSquared(counts: ArrayLike<number>, expected: ArrayLike<number>): { statistic: number; freedom: number } {
  let statistic = 0;
  let cells = 0;
  let restSeen = 0;
  let restExpected = 0;
  for (let i = 0; i < counts.length; i++) {
    const seen = counts[i] ?? NaN;
    const wanted = expected[i] ?? NaN;
    if (wanted < 5) {
      restSeen += seen;
      restExpected += wanted;
      continue;
    }
    statistic += (seen - wanted) ** 2 / wanted;
    cells += 1;
  }
  if (restExpected > 0.5) {
    statistic += (restSeen - restExpected) ** 2 / restExpected;
    cells += 1;
  }
  return { statistic, freedom: cells - 1 };
}

/** Pearson's statistic over its limit: below 1 for a sample of the expected counts, with probability 0.999. */
export function excess(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  const { statistic, freedom } = chiSquared(counts, expected);
  return statistic / chiSquaredLimit(Math.max(freedom, 1));
}
