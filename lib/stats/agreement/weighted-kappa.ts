import { normalQuantile } from "../distributions";
import { MINIMUMS } from "../minimums";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import type { WeightTable } from "./weights";

/**
 * Cohen's kappa for two raters, weighted: how much more credit their pairs of ratings earn than the two
 * people's own habits would earn by chance.
 *
 * Range: up to 1; 0 is chance; negative below chance. Unit: none.
 * Minimum n: MINIMUMS.kappaUnits common units, each rater using two categories or more, to be shown.
 * Undefined: `no-pairs` without a common unit; `no-variation` when one of them always gave the same category
 * (kappa would be 0 whatever the other said).
 * Source: Cohen (1968), https://doi.org/10.1037/h0026256; standard errors of Fleiss, Cohen & Everitt
 * (1969), https://doi.org/10.1037/h0028106
 *
 * @example
 * // SexualFun (Agresti 1990), 4 x 4, quadratic: .33205, ASE .09730, interval [.1413, .5227]
 * weightedKappa([[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]], weightTable([1, 2, 3, 4], "quadratic"));
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  { credit, q }: WeightTable,
  level = 0.95,
): Outcome<WeightedKappa> {
  const n = table.reduce((sum, row) => sum + row.reduce((all, one) => all + one, 0), 0);
  if (n === 0) return undefinedFor("no-pairs", "The two people rated no unit in common.", 1);
  const cell = (a: number, b: number) => (table[a]?.[b] ?? 0) / n;
  const each = Array.from({ length: q }, (_, c) => c);
  const first = each.map((a) => each.reduce((sum, b) => sum + cell(a, b), 0));
  const second = each.map((b) => each.reduce((sum, a) => sum + cell(a, b), 0));
  const nearFirst = each.map((a) =>
    each.reduce((sum, b) => sum + (credit[a * q + b] ?? 0) * (second[b] ?? 0), 0),
  );
  const nearSecond = each.map((b) =>
    each.reduce((sum, a) => sum + (credit[a * q + b] ?? 0) * (first[a] ?? 0), 0),
  );
  let observed = 0;
  let expected = 0;
  for (const a of each) {
    expected += (first[a] ?? 0) * (nearFirst[a] ?? 0);
    for (const b of each) observed += cell(a, b) * (credit[a * q + b] ?? 0);
  }
  const room = 1 - expected;
  const used = (share: readonly number[]) => share.filter((part) => part > 0).length;
  if (room <= 1e-12 || Math.min(used(first), used(second)) < MINIMUMS.kappaCategoriesPerRater) {
    return undefinedFor("no-variation", "One of the two always gave the same category.");
  }
  let spread = 0;
  let nullSpread = 0;
  for (const a of each) {
    for (const b of each) {
      const w = credit[a * q + b] ?? 0;
      const habit = (nearFirst[a] ?? 0) + (nearSecond[b] ?? 0);
      spread += cell(a, b) * (w * room - habit * (1 - observed)) ** 2;
      nullSpread += (first[a] ?? 0) * (second[b] ?? 0) * (w - habit) ** 2;
    }
  }
  const centre = observed * expected - 2 * expected + observed;
  const standardError = Math.sqrt(Math.max(0, spread - centre * centre) / n) / (room * room);
  const nullError = Math.sqrt(Math.max(0, nullSpread - expected * expected) / n) / room;
  const estimate = (observed - expected) / room;
  const reach = normalQuantile((1 + level) / 2) * standardError;
  const interval: Interval = [estimate - reach, estimate + reach];
  return defined({ estimate, standardError, nullError, interval, observed, expected, units: n });
}

export interface WeightedKappa {
  readonly estimate: number;
  readonly standardError: number;
  /** Standard error if the two were independent: for a test, not for an interval. */
  readonly nullError: number;
  readonly interval: Interval;
  readonly observed: number;
  readonly expected: number;
  readonly units: number;
}

/** How often rater a gave one category and rater b another: q x q counts of their common units. */
export function crossTable(
  pairs: readonly (readonly [number, number])[],
  categories: readonly number[],
): number[][] {
  const table = categories.map(() => categories.map(() => 0));
  for (const [a, b] of pairs) {
    const row = table[categories.indexOf(a)];
    const column = categories.indexOf(b);
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}
