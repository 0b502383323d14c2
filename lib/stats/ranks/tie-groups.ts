/**
 * Groups that cannot be told apart: in the order of estimates, a new group starts at the first unit
 * its group's leader beats with probability above .95.
 *
 * Range: 1 (the top group) upwards. Minimum n: one. Undefined: never.
 * Unit: group number.
 * Source: after Goldstein & Spiegelhalter (1996), https://doi.org/10.2307/2983325: never rank without
 * saying which differences are real.
 *
 * @example
 * tieGroups(estimate, (leader, other) => better[leader * n + other]); // [1, 2, 1, ...]
 */
export const CLEARLY_BETTER = 0.95;

export function tieGroups(
  estimate: Float64Array,
  probability: (leader: number, other: number) => number,
): Int32Array {
  const group = new Int32Array(estimate.length);
  let leader = -1;
  let current = 0;
  for (const unit of orderOf(estimate)) {
    if (leader < 0 || probability(leader, unit) > CLEARLY_BETTER) {
      leader = unit;
      current++;
    }
    group[unit] = current;
  }
  return group;
}

/** Indices from the highest estimate to the lowest; equal ones keep their order. */
export function orderOf(estimate: Float64Array): Int32Array {
  const order = Int32Array.from(estimate.keys());
  return order.sort((a, b) => (estimate[b] as number) - (estimate[a] as number) || a - b);
}
