import type { CrossedFit } from "../mixed/crossed-fit";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";

/**
 * What a crossed fit leaves of each rater's ratings, in order of time: score - mu - unit - rater. A steady severity is
 * taken out with the rater's effect, so what is left about 0 is noise, and what wanders is drift. For `ewmaSeries`.
 *
 * Range: any real number. Unit: score points. Minimum n: one rating of that rater; the limits of a chart come from the
 * fit's residual variance, so from as many as the fit needs.
 * Undefined: `no-ratings` for a rater without any. One outcome a rater.
 * Source: Roberts (1959), https://doi.org/10.1080/00401706.1959.10489860; Searle, Casella & McCulloch (1992) on
 * predicted effects, https://doi.org/10.1002/9780470316856
 *
 * @example
 * // mu 3, unit .5 and 1, rater .25: scores 4 and 5 leave .25 and .75
 * residualSeries(ratings, fit, at)[0]; // { residuals: [.25, .75], standardDeviation: .5, rows: [0, 1] }
 */
export function residualSeries(
  { unit, rater, score, raters }: Ratings,
  fit: Pick<CrossedFit, "intercept" | "variance"> &
    Record<"unit" | "rater", Pick<CrossedFit["unit"], "effect">>,
  time: ArrayLike<number>,
): readonly Outcome<ResidualSeries>[] {
  const rowsOf = Array.from({ length: raters }, (): number[] => []);
  for (const [row, j] of rater.entries()) rowsOf[j]?.push(row);
  const standardDeviation = Math.sqrt(fit.variance.residual);
  return rowsOf.map((rows) => {
    if (rows.length === 0) return undefinedFor("no-ratings", "There are no ratings to chart.", 1);
    rows.sort((a, b) => (time[a] as number) - (time[b] as number));
    const residuals = Float64Array.from(rows, (row) => {
      const effects =
        (fit.unit.effect[unit[row] as number] as number) + (fit.rater.effect[rater[row] as number] as number);
      return (score[row] as number) - fit.intercept.estimate - effects;
    });
    return defined({ residuals, standardDeviation, rows });
  });
}

export interface ResidualSeries {
  /** Oldest first. */
  readonly residuals: Float64Array;
  readonly standardDeviation: number;
  /** The rows of the table they belong to, in the same order. */
  readonly rows: readonly number[];
}
