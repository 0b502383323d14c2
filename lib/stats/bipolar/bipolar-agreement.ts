import { countByUnit } from "../agreement/counts";
import { type Alpha, krippendorffAlpha } from "../agreement/krippendorff-alpha";
import type { Outcome } from "../outcome";
import type { Ratings } from "../ratings";
import type { Fold } from "./bipolar-summary";

/**
 * Agreement on a bipolar dimension, both ways: on the signed scale (where -2 and +2 are as far apart as
 * can be) and on the folded one (where they agree). The signed one counts: a high folded beside a low
 * signed alpha means people agree that something was wrong and see opposite faults.
 *
 * Range, unit and minimum n: those of alpha. Undefined: as alpha, each on its own.
 * Unit: none. Minimum n: that of alpha.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * // Six units with opposite errors: folded interval .6875, signed -.18007
 * bipolarAgreement(ratings, Math.abs, "interval");
 */
export function bipolarAgreement(
  ratings: Ratings,
  fold: Fold,
  metric: "ordinal" | "interval",
): { readonly signed: Outcome<Alpha>; readonly folded: Outcome<Alpha> } {
  const alpha = (score: Float64Array) => {
    const counts = countByUnit({ ...ratings, score });
    return counts.ok ? krippendorffAlpha(counts.value, metric) : counts;
  };
  return { signed: alpha(ratings.score), folded: alpha(ratings.score.map(fold)) };
}
