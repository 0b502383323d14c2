import { defined, type Outcome, undefinedFor } from "../outcome";
import type { UnitCounts } from "./counts";
import { type Disagreement, disagreement, type Margins, type Metric } from "./disagreement";

/**
 * Krippendorff's alpha: how much less people disagree than if their ratings had been dealt at random
 * over the units. It takes any number of raters, missing ratings and four kinds of scale.
 *
 * Range: up to 1 (perfect agreement); 0 is chance; negative means systematic disagreement.
 * Unit: none.
 * Minimum n: MINIMUMS.agreementUnits units rated twice to be shown; computable from two.
 * Undefined: `no-ratings`; `no-pairs` when nobody was rated twice; `too-few-units` with one such unit (alpha
 * is then 0 whatever was said); `no-variation` when all pairable ratings are equal (0/0, not 1); `invalid-scale` for the ratio metric with scores at or below 0.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * // The 4 observers x 12 units of Krippendorff (2011), ordinal:
 * const alpha = krippendorffAlpha(counts, "ordinal");
 * if (alpha.ok) alpha.value.estimate; // 0.815387503754881
 */
export function krippendorffAlpha(counts: UnitCounts, metric: Metric): Outcome<Alpha> {
  const sums = disagreement(counts, metric);
  if (!sums.ok) return sums;
  const { seen, byChance, margins } = sums.value;
  if (usedCategories(margins) < 2) {
    return undefinedFor(
      "no-variation",
      "Every rating that could be compared is the same, so chance cannot be told.",
    );
  }
  if (counts.pairableUnits < 2) {
    return undefinedFor("too-few-units", "One unit alone cannot show agreement above chance.", 1);
  }
  return defined({
    metric,
    estimate: alphaOf({ seen, byChance }, margins.ratings),
    observed: seen / margins.ratings,
    expected: byChance / (margins.ratings * (margins.ratings - 1)),
    units: counts.pairableUnits,
    ratings: margins.ratings,
  });
}

export interface Alpha {
  readonly metric: Metric;
  readonly estimate: number;
  /** Mean squared distance within units. */
  readonly observed: number;
  /** Mean squared distance between any two ratings. */
  readonly expected: number;
  /** Units rated at least twice. */
  readonly units: number;
  /** Ratings in those units. */
  readonly ratings: number;
}

/** 1 - (n - 1) seen / by chance. */
export function alphaOf(sums: Pick<Disagreement, "seen" | "byChance">, ratings: number): number {
  return 1 - ((ratings - 1) * sums.seen) / sums.byChance;
}

/** How many different values the pairable ratings take. */
export function usedCategories({ perCategory }: Margins): number {
  return perCategory.reduce((used, n) => used + (n > 0 ? 1 : 0), 0);
}
