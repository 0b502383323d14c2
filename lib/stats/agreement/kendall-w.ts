import { chiSquareUpper, fUpper } from "../distributions";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { CompleteTable } from "./complete-table";

/**
 * Kendall's W: do the raters put the units in the same order? The variance of the rank sums over the
 * largest it could be. Five-point scores are full of ties, so the tie-corrected form is the one to show.
 *
 * Range: 0 (no common order) to 1 (the same order). Unit: none.
 * Minimum n: MINIMUMS.kendallUnits complete units and MINIMUMS.kendallRaters raters to be shown; the
 * chi-square wants MINIMUMS.kendallChiSquareUnits units, the F test serves below.
 * Undefined: `no-variation` when every rater gave all units the same score; F at W = 1.
 * Source: Kendall & Babington Smith (1939), https://doi.org/10.1214/aoms/1177732186; Legendre (2005),
 * https://doi.org/10.1198/108571105X46642
 *
 * @example
 * // Shrout & Fleiss' 6 x 4 table: .85536 uncorrected, .88704 corrected for ties
 * kendallW(table);
 */
export function kendallW({ rows, n, k }: CompleteTable): Outcome<KendallW> {
  const sums = new Float64Array(n);
  let ties = 0;
  for (let r = 0; r < k; r++) {
    const ranked = midRanks(rows.map((row) => row[r] ?? 0));
    ties += ranked.ties;
    ranked.ranks.forEach((rank, u) => {
      sums[u] = (sums[u] ?? 0) + rank;
    });
  }
  const mean = (k * (n + 1)) / 2;
  const squares = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const largest = k * k * (n * n * n - n);
  const room = largest - k * ties;
  if (room <= 0) return undefinedFor("no-variation", "Every rater gave all units the same score.");
  const uncorrected = (12 * squares) / largest;
  const corrected = (12 * squares) / room;
  return defined({
    uncorrected: withTest(uncorrected, n, k),
    corrected: withTest(corrected, n, k),
    f: fTest(corrected, n, k),
    meanSpearman: (k * corrected - 1) / (k - 1),
    units: n,
    raters: k,
  });
}

export interface KendallW {
  readonly uncorrected: Concordance;
  readonly corrected: Concordance;
  /** Legendre's F approximation for the corrected W. */
  readonly f: Outcome<{ readonly f: number; readonly df: readonly [number, number]; readonly p: number }>;
  /** Mean rank correlation over pairs of raters. */
  readonly meanSpearman: number;
  readonly units: number;
  readonly raters: number;
}

export interface Concordance {
  readonly w: number;
  readonly chiSquare: number;
  readonly p: number;
}

function withTest(w: number, n: number, k: number): Concordance {
  const chiSquare = k * (n - 1) * w;
  return { w, chiSquare, p: chiSquareUpper(chiSquare, n - 1) };
}

function fTest(w: number, n: number, k: number): KendallW["f"] {
  if (1 - w < 1e-12)
    return undefinedFor("no-variation", "All raters gave the same order, so F has no bound.");
  const f = ((k - 1) * w) / (1 - w);
  const df1 = n - 1 - 2 / k;
  if (df1 <= 0) return undefinedFor("too-few-units", "F needs more units than two raters' worth.", 1);
  return defined({ f, df: [df1, df1 * (k - 1)] as const, p: fUpper(f, df1, df1 * (k - 1)) });
}

/** Ranks with ties sharing their mean, and the sum of t^3 - t over groups of t ties. */
export function midRanks(scores: readonly number[]): { ranks: Float64Array; ties: number } {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const ranks = new Float64Array(scores.length);
  let ties = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    const t = to - from;
    for (let at = from; at < to; at++) ranks[order[at] ?? 0] = (from + 1 + to) / 2;
    ties += t * t * t - t;
    from = to;
  }
  return { ranks, ties };
}
