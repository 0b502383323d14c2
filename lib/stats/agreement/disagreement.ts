import { defined, type Outcome, undefinedFor } from "../outcome";
import { requirePairs, type UnitCounts } from "./counts";
import { intervalDisagreement } from "./disagreement-interval";
import { nominalDisagreement } from "./disagreement-nominal";
import { ordinalDisagreement } from "./disagreement-ordinal";
import { ratioDisagreement } from "./disagreement-ratio";

/** How far apart two values are: named only, ranked, measured, or measured from a true zero. */
export const METRICS = ["nominal", "ordinal", "interval", "ratio"] as const;
export type Metric = (typeof METRICS)[number];

/**
 * Krippendorff's two sums: disagreement seen within units, and disagreement if values were dealt at
 * random over units. `without(p)` gives both with one unit of pattern p left out, in time that does not grow with
 * the table, so that a jackknife costs about as much as the estimate.
 */
export interface Disagreement {
  readonly seen: number;
  readonly byChance: number;
  readonly without: (pattern: number) => { readonly seen: number; readonly byChance: number };
}

/** What every metric needs: ratings per category, counting only units rated twice or more. */
export interface Margins {
  readonly counts: UnitCounts;
  readonly perCategory: Float64Array;
  readonly ratings: number;
}

/**
 * Krippendorff's sums for one metric, over the units rated twice or more.
 *
 * Range: both sums 0 up. Unit: squared distance of the metric times ratings. Minimum n: one pairable unit.
 * Undefined: `no-pairs`; `invalid-scale` for the ratio metric with scores at or below 0.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * // Units (1, 1) and (1, 2), nominal: seen 2, by chance 4 x 4 - 3 x 3 - 1 x 1 = 6
 * disagreement(counts, "nominal");
 */
export function disagreement(
  counts: UnitCounts,
  metric: Metric,
): Outcome<Disagreement & { margins: Margins }> {
  const pairs = requirePairs(counts);
  if (!pairs.ok) return pairs;
  const margins = marginsOf(counts);
  if (metric === "nominal") return defined({ ...nominalDisagreement(margins), margins });
  if (metric === "interval") return defined({ ...intervalDisagreement(margins), margins });
  if (metric === "ordinal") return defined({ ...ordinalDisagreement(margins), margins });
  if ((counts.values[0] ?? 0) <= 0) {
    return undefinedFor("invalid-scale", "A ratio scale has a true zero: scores must all be above 0.");
  }
  return defined({ ...ratioDisagreement(margins), margins });
}

function marginsOf(counts: UnitCounts): Margins {
  const perCategory = new Float64Array(counts.values.length);
  for (let p = 0; p < counts.patterns; p++) {
    if ((counts.size[p] ?? 0) < 2) continue;
    for (let e = counts.start[p] ?? 0; e < (counts.start[p + 1] ?? 0); e++) {
      const c = counts.category[e] ?? 0;
      perCategory[c] = (perCategory[c] ?? 0) + (counts.weight[p] ?? 0) * (counts.count[e] ?? 0);
    }
  }
  return { counts, perCategory, ratings: counts.pairableRatings };
}
