/**
 * The expected rank, 1 for the best: 1 + sum over the others of P(other > this). It moves towards the
 * middle when the data cannot tell people apart, as an honest rank must.
 *
 * Range: 1..n. Unit: places. Minimum n: one. Undefined: never, given the probabilities.
 * Source: Laird & Louis (1989), https://doi.org/10.3102/10769986014001029
 *
 * @example
 * expectedRanks(Float64Array.of(0.5, 0.9, 0.1, 0.5), 2); // [1.1, 1.9]
 */
export function expectedRanks(better: Float64Array, n: number): Float64Array {
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 1;
    for (let j = 0; j < n; j++) if (j !== i) sum += better[j * n + i] as number;
    ranks[i] = sum;
  }
  return ranks;
}

/** The expected rank as a percentile, 100 for the best. */
export function expectedPercentiles(ranks: Float64Array): Float64Array {
  return ranks.map((rank) => (100 * (ranks.length + 0.5 - rank)) / ranks.length);
}
