import type { TwoWayLayout } from "./two-way-layout";

/**
 * Prediction-error variances of the crossed model from the *full* inverse of the mixed model equations
 * (the uncertainty of mu and of the other side included; lme4's condVar leaves both out), and the
 * traces REML needs. Given the scaled inverse C of the kept system, mu last.
 *
 * Unit: multiples of the residual variance. Range: >= 0, at most the effect's own variance ratio.
 * Undefined: never, at a solved point.
 * Minimum n: as the fit.
 * Source: Henderson (1975), https://doi.org/10.2307/2529430
 *
 * @example
 * uncertaintyFromInverse(layout, lambda, rho, c).keptVariance[0]; // var(b - b^) / var(e)
 */
export interface TwoWayUncertainty {
  readonly interceptVariance: number;
  readonly keptVariance: Float64Array;
  readonly keptWithIntercept: Float64Array;
  readonly eliminatedVariance: Float64Array;
  readonly eliminatedWithIntercept: Float64Array;
  /** tr(P Z Z') of either side, in units of 1 / var(e). */
  readonly eliminatedTrace: number;
  readonly keptTrace: number;
}

/** Below this ratio (1 - C)/rho loses its digits and the trace is taken directly. */
const SMALL_RATIO = 1e-7;

export function uncertaintyFromInverse(
  layout: TwoWayLayout,
  lambda: number,
  rho: number,
  inverse: Float64Array,
): TwoWayUncertainty {
  const { kept, eliminated, start, keptOf } = layout;
  const size = kept + 1;
  const tau = Math.sqrt(rho);
  const muRow = kept * size;
  const interceptVariance = inverse[muRow + kept] as number;
  const keptVariance = new Float64Array(kept);
  const keptWithIntercept = new Float64Array(kept);
  let keptInverseTrace = 0;
  for (let j = 0; j < kept; j++) {
    const c = inverse[j * size + j] as number;
    keptInverseTrace += c;
    keptVariance[j] = rho * c;
    keptWithIntercept[j] = tau * (inverse[muRow + j] as number);
  }
  const eliminatedVariance = new Float64Array(eliminated);
  const eliminatedWithIntercept = new Float64Array(eliminated);
  let eliminatedTrace = 0;
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const count = to - from;
    const h = 1 / (1 + lambda * count);
    let quadratic = 0;
    let withMu = count * interceptVariance;
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      withMu += keptWithIntercept[j] as number;
      const row = j * size;
      for (let q = from; q < p; q++) quadratic += 2 * (inverse[row + (keptOf[q] as number)] as number);
      quadratic += inverse[row + j] as number;
    }
    const full = rho * quadratic + count * (2 * withMu - count * interceptVariance);
    const g = lambda * h;
    eliminatedVariance[i] = g + g * g * full;
    eliminatedWithIntercept[i] = -g * withMu;
    eliminatedTrace += count * h - h * h * full;
  }
  return {
    interceptVariance,
    keptVariance,
    keptWithIntercept,
    eliminatedVariance,
    eliminatedWithIntercept,
    eliminatedTrace,
    keptTrace:
      rho > SMALL_RATIO
        ? (kept - keptInverseTrace) / rho
        : keptTraceAtZero(layout, lambda, interceptVariance),
  };
}

/** tr(P Z Z') of the kept side at rho = 0, where only mu and the eliminated side are projected out. */
export function keptTraceAtZero(layout: TwoWayLayout, lambda: number, interceptVariance: number): number {
  const { kept, start, keptOf, pairSize } = layout;
  const weight = new Float64Array(kept);
  let trace = layout.ratings;
  for (let i = 0; i < layout.eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const h = 1 / (1 + lambda * (to - from));
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      weight[j] = (weight[j] as number) + h;
      trace -= lambda * h * (pairSize[p] as number);
    }
  }
  return trace - interceptVariance * weight.reduce((sum, w) => sum + w * w, 0);
}
