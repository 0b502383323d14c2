import { defined, type Outcome, undefinedFor } from "../outcome";
import { type Ratings, scoresByUnit } from "../ratings";
import { countByUnit } from "./counts";
import { krippendorffAlpha } from "./krippendorff-alpha";

/**
 * At which line between two neighbouring levels do raters part? Each pair of ratings of one unit that differs spreads
 * a weight of 1 evenly over the lines it crosses: 3 beside 4 speaks of one line alone, 1 beside 5 a quarter of each.
 * The anchors on both sides of the line with the largest share are the ones to reword.
 *
 * Range: shares 0 to 1, adding up to 1; agreement as alpha. Unit: share of disagreement. Minimum n: one differing pair.
 * Undefined: `no-pairs`; `no-variation` when no pair differs; a line's agreement with `no-variation` when nobody, or
 * everybody, stands above it.
 * Source: Krippendorff (2004), Content Analysis (ISBN 978-0761915454), ch. 11, on reliability of each distinction
 * (alpha of the scores cut in two); the shares are our own description of where pairs part.
 *
 * @example
 * // Units (3, 4) and (2, 4): the first pair speaks of 3|4, the second halves itself over 2|3 and 3|4
 * boundarySplits(ratingsOfTable([[3, 4], [2, 4]]), [1, 2, 3, 4, 5]); // shares 0, .25, .75, 0
 */
export function boundarySplits(
  ratings: Ratings,
  levels: readonly number[],
): Outcome<readonly BoundarySplit[]> {
  const lines = levels.slice(1).map((above, k) => ({ below: levels[k] ?? above, above }));
  const parted = lines.map(() => 0);
  const weight = lines.map(() => 0);
  let pairs = 0;
  let differing = 0;
  for (const scores of scoresByUnit(ratings)) {
    const held = levels.map((level) => scores.filter((score) => score === level).length);
    pairs += (scores.length * (scores.length - 1)) / 2;
    for (let low = 0; low < levels.length; low++) {
      for (let high = low + 1; high < levels.length; high++) {
        const many = (held[low] ?? 0) * (held[high] ?? 0);
        if (many === 0) continue;
        differing += many;
        for (let line = low; line < high; line++) {
          parted[line] = (parted[line] ?? 0) + many;
          weight[line] = (weight[line] ?? 0) + many / (high - low);
        }
      }
    }
  }
  if (pairs === 0) return undefinedFor("no-pairs", "No unit was rated twice, so no line can part raters.", 1);
  if (differing === 0) return undefinedFor("no-variation", "No two ratings of one unit differ.");
  return defined(
    lines.map(({ below, above }, line) => ({
      below,
      above,
      parted: parted[line] ?? 0,
      share: (weight[line] ?? 0) / differing,
      agreement: agreementAt(ratings, above),
    })),
  );
}

export interface BoundarySplit {
  readonly below: number;
  readonly above: number;
  readonly parted: number;
  readonly share: number;
  readonly agreement: Outcome<number>;
}

/** Alpha of "at or above this level, or not": of two values, so any metric gives the same. */
function agreementAt(ratings: Ratings, above: number): Outcome<number> {
  const counts = countByUnit({ ...ratings, score: ratings.score.map((score) => Number(score >= above)) });
  const alpha = counts.ok ? krippendorffAlpha(counts.value, "nominal") : counts;
  return alpha.ok ? defined(alpha.value.estimate) : alpha;
}
