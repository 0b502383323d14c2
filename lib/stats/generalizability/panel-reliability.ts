import { mapOutcome, type Outcome, undefinedFor } from "../outcome";
import type { RatersPerUnit } from "./raters-per-unit";
import { type Estimate, varianceShare } from "./variance-share";
import { inOrder, type Observed, uncertain, type VarianceStudy, type Weights } from "./variance-study";

/**
 * G(q, k): how reliable the units' raw means are in the panel as it was, whoever saw whom; over several
 * dimensions those of the composite, dimensions fixed. Show var(unit) beside it: where units hardly differ
 * every reliability is small, though raters may agree.
 *
 * Range: 0 to 1; interval as `varianceShare`'s. Unit: share of variance.
 * Minimum n: MINIMUMS.generalizabilityUnits units, MINIMUMS.generalizabilityRaters raters.
 * Undefined: `no-variation` when all variances are 0.
 * Source: Putka, Le, McCloy & Diaz (2008), https://doi.org/10.1037/0021-9010.93.5.959
 *
 * @example
 * // unit .36, rater .28, residual .49, harmonic mean 2.7, q .28: .58
 * panelReliability(study, 1, shape);
 */
export function panelReliability(
  study: VarianceStudy,
  dimensions: number,
  { q, harmonicMean }: RatersPerUnit,
): Outcome<Estimate & { readonly n: Observed }> {
  const found = varianceShare(
    uncertain(study),
    inOrder(ofUnit(dimensions)),
    inOrder({
      rater: q,
      raterDimension: q / dimensions,
      unitRater: 1 / harmonicMean,
      residual: 1 / dimensions / harmonicMean,
    }),
  );
  return found.ok
    ? mapOutcome(found, (share) => ({ ...share, n: study.n }))
    : undefinedFor("no-variation", "All ratings are equal.");
}

/**
 * The reliability of a single rater's view (over several dimensions of the composite, dimensions fixed): of its
 * absolute value, where severity counts as error, and of the order it gives, where it does not.
 *
 * Range: 0 to 1; intervals as `varianceShare`'s. Unit: share of variance. Minimum n: as panelReliability.
 * Undefined: `no-variation` when neither units nor errors vary.
 * Source: McGraw & Wong (1996), ICC(A,1) and ICC(C,1), https://doi.org/10.1037/1082-989X.1.1.30
 *
 * @example
 * singleRatingReliability(study, 1); // unit .4, rater .2, residual .4: absolute .4, consistency .5
 */
export function singleRatingReliability(
  study: VarianceStudy,
  dimensions: number,
): Outcome<{ readonly absolute: Estimate; readonly consistency: Estimate; readonly n: Observed }> {
  const of = uncertain(study);
  const error: Weights = { unitRater: 1, residual: 1 / dimensions };
  const consistency = varianceShare(of, inOrder(ofUnit(dimensions)), inOrder(error));
  if (!consistency.ok) return undefinedFor("no-variation", "All ratings are equal.");
  const whole = inOrder({ ...error, rater: 1, raterDimension: 1 / dimensions });
  return mapOutcome(varianceShare(of, inOrder(ofUnit(dimensions)), whole), (absolute) => ({
    absolute,
    consistency: consistency.value,
    n: study.n,
  }));
}

function ofUnit(dimensions: number): Weights {
  return { unit: 1, unitDimension: 1 / dimensions };
}
