import type { IterativeOptimum } from "./two-way-iterative";
import type { TwoWayLayout } from "./two-way-layout";
import { PROBES, type ProbeBlock, probeDiagonal } from "./two-way-probes";
import type { TwoWayUncertainty } from "./two-way-uncertainty";

/**
 * Prediction-error variances on the iterative route. What concerns mu is exact; the kept side's own
 * inverse has its first two orders exact and the rest from the probes; an eliminated level's variance
 * is its own closed form plus a small probed term for the raters it shares.
 *
 * Unit: multiples of the residual variance. Range: > 0. Undefined: never, at an optimum.
 * Minimum n: as the fit.
 * Source: Hutchinson (1990), https://doi.org/10.1080/03610919008812866; Bekas, Kokiopoulou & Saad (2007)
 * for the diagonal, https://doi.org/10.1016/j.apnum.2007.01.003
 *
 * @example
 * iterativeUncertainty(layout, optimum).keptVariance[0]; // within a percent or so of the exact figure
 */
export function iterativeUncertainty(
  layout: TwoWayLayout,
  { operator, solution, probes }: IterativeOptimum,
): Omit<TwoWayUncertainty, "eliminatedTrace" | "keptTrace"> {
  const { eliminated, start, keptOf, pairSize } = layout;
  const { rho, weight } = operator;
  const tau = Math.sqrt(rho);
  const { muColumn, muPivot } = solution;
  const interceptVariance = 1 / muPivot;
  const own = probeDiagonal(operator, probes);
  const probed = pairTerms(layout, probes, own);
  const keptVariance = own.map((d, j) => rho * (d + (muColumn[j] as number) ** 2 / muPivot));
  const keptWithIntercept = muColumn.map((v) => (-tau * v) / muPivot);
  const eliminatedVariance = new Float64Array(eliminated);
  const eliminatedWithIntercept = new Float64Array(eliminated);
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    let diagonal = 0;
    let mu = to - from;
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      diagonal += (own[j] as number) * (pairSize[p] as number);
      mu -= tau * (muColumn[j] as number);
    }
    const g = weight[i] as number;
    const shared = Math.max(0, rho * (diagonal + (probed[i] as number)));
    eliminatedVariance[i] = g + g * g * (shared + (mu * mu) / muPivot);
    eliminatedWithIntercept[i] = (-g * mu) / muPivot;
  }
  return { interceptVariance, keptVariance, keptWithIntercept, eliminatedVariance, eliminatedWithIntercept };
}

/** Sum of the off-diagonal S^-1_jk over the pairs of ratings of each eliminated level, probed. */
function pairTerms(layout: TwoWayLayout, probes: readonly ProbeBlock[], own: Float64Array): Float64Array {
  const { eliminated, start, keptOf } = layout;
  const sums = new Float64Array(eliminated);
  const left = new Float64Array(PROBES);
  const right = new Float64Array(PROBES);
  for (const { signs, solutions } of probes) {
    // The diagonal's share is taken out first: it is known better than the probes know it.
    const beyond = solutions.map(
      (x, at) => x - (own[Math.floor(at / PROBES)] as number) * (signs[at] as number),
    );
    for (let i = 0; i < eliminated; i++) {
      left.fill(0);
      right.fill(0);
      let sum = 0;
      for (let p = start[i] as number; p < (start[i + 1] as number); p++) {
        for (let k = 0, at = (keptOf[p] as number) * PROBES; k < PROBES; k++, at++) {
          const z = signs[at] as number;
          const x = beyond[at] as number;
          left[k] = (left[k] as number) + z;
          right[k] = (right[k] as number) + x;
          sum -= z * x;
        }
      }
      for (let k = 0; k < PROBES; k++) sum += (left[k] as number) * (right[k] as number);
      sums[i] = (sums[i] as number) + sum / (probes.length * PROBES);
    }
  }
  return sums;
}
