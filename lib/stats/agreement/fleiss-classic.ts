import { defined, type Outcome, undefinedFor } from "../outcome";
import type { CompleteTable } from "./complete-table";

/**
 * Fleiss' kappa of a complete table in its first form, for comparison with published figures: the kappa
 * of each category, the test against chance (its standard error holds *only* if there is no agreement:
 * for an interval use fleissKappa), and Conger's version, which keeps each rater's own shares.
 *
 * Range: up to 1; 0 is chance; z is in standard errors. Unit: none.
 * Minimum n: two complete units, two raters.
 * Undefined: `no-variation` when all ratings are equal; a category nobody used, or only it was used.
 * Source: Fleiss (1971), https://doi.org/10.1037/h0031619; Fleiss, Nee & Landis (1979),
 * https://doi.org/10.1037/0033-2909.86.5.974; Conger (1980), https://doi.org/10.1037/0033-2909.88.2.322
 *
 * @example
 * // Fleiss 1971: kappa .43024, z 17.65, Conger .44181
 * fleissClassic(table, [1, 2, 3, 4, 5]);
 */
export function fleissClassic(table: CompleteTable, categories: readonly number[]): Outcome<FleissClassic> {
  const { rows, n, k } = table;
  const share = categories.map((c) => rows.reduce((sum, row) => sum + times(row, c), 0) / (n * k));
  const spread = share.reduce((sum, p) => sum + p * (1 - p), 0);
  if (spread <= 0) return undefinedFor("no-variation", "Every rating is the same, so chance cannot be told.");
  const disagreeing = categories.map((c) =>
    rows.reduce((sum, row) => sum + times(row, c) * (k - times(row, c)), 0),
  );
  const pairs = n * k * (k - 1);
  const observed = 1 - disagreeing.reduce((sum, one) => sum + one, 0) / pairs;
  const chance = 1 - spread;
  const kappa = (observed - chance) / spread;
  const skew = share.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const nullError = Math.sqrt((2 * (spread * spread - skew)) / (pairs * spread * spread));
  const ownChance = chance - categories.reduce((sum, c) => sum + varianceOfShares(table, c) / k, 0);
  return defined({
    kappa,
    nullError,
    z: kappa / nullError,
    conger: (observed - ownChance) / (1 - ownChance),
    perCategory: share.map((p, at) =>
      p > 0 && p < 1
        ? defined(1 - (disagreeing[at] ?? 0) / (pairs * p * (1 - p)))
        : undefinedFor("no-variation", "This category was used never, or always."),
    ),
  });
}

export interface FleissClassic {
  readonly kappa: number;
  /** Standard error if there were no agreement at all. */
  readonly nullError: number;
  readonly z: number;
  readonly conger: number;
  readonly perCategory: readonly Outcome<number>[];
}

function times(row: readonly number[], category: number): number {
  return row.reduce((sum, score) => sum + (score === category ? 1 : 0), 0);
}

/** Sample variance over raters of how often each gave this category. */
function varianceOfShares({ rows, n, k }: CompleteTable, category: number): number {
  const shares = Array.from({ length: k }, (_, r) => rows.filter((row) => row[r] === category).length / n);
  const mean = shares.reduce((sum, p) => sum + p, 0) / k;
  return shares.reduce((sum, p) => sum + (p - mean) ** 2, 0) / (k - 1);
}
