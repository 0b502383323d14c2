import { normalQuantile } from "../distributions";
import { defined, type Outcome, undefinedFor } from "../outcome";
import { differenceVariance, type JointEstimates } from "./better-probability";

/**
 * How long to draw bars so that "they do not overlap" means "they differ at 5 %": +-k standard errors,
 * k averaged over the pairs. Bars at +-1.96 would make a reader miss real differences.
 *
 * Range: 0 to 1.96; 1.386 for equal, independent errors. Unit: standard errors. Minimum n: two units.
 * Undefined when: fewer than two units (`too-few-units`), or every error is 0 (`no-variation`).
 * Source: Goldstein & Healy (1995), https://doi.org/10.2307/2983411, with the joint covariance
 *
 * @example
 * comparisonMultiplier({ estimate: Float64Array.of(1, 2), covariance: Float64Array.of(1, 0, 0, 1) }); // 1.3859038243
 */
export function comparisonMultiplier({ estimate, covariance }: JointEstimates): Outcome<number> {
  const n = estimate.length;
  if (n < 2) return undefinedFor("too-few-units", "Bars compare two or more.", 2 - n);
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const bars = Math.sqrt(covariance[i * n + i] as number) + Math.sqrt(covariance[j * n + j] as number);
      if (!(bars > 0)) continue;
      sum += Math.sqrt(differenceVariance(covariance, n, i, j)) / bars;
      pairs++;
    }
  }
  return pairs === 0
    ? undefinedFor("no-variation", "Every error is 0: there are no bars to draw.")
    : defined((normalQuantile(1 - LEVEL / 2) * sum) / pairs);
}

const LEVEL = 0.05;
