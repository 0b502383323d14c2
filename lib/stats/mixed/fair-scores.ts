import type { CrossedFit } from "./crossed-fit";

/**
 * The fair score: what an average rater would have given, mu + unit effect, with its standard error.
 * It is shrunk towards the mean the fewer ratings stand behind it; the raw mean belongs beside it.
 *
 * Unit: score points. Range: the scale and a little beyond it (never clipped here).
 * Minimum n: MINIMUMS.fairScoreUnits units to be shown. Undefined: never, at a fit; where the unit variance is 0 every
 * one is the mean, which `reliabilities` says.
 * Source: Searle, Casella & McCulloch (1992), Variance Components, https://doi.org/10.1002/9780470316856
 *
 * @example
 * const { estimate, se } = fairScores(fit); // Penicillin plate a: 23.7767692666 with SE .8179543773
 */
export interface FairScores {
  readonly estimate: Float64Array;
  readonly se: Float64Array;
}

export function fairScores({ intercept, unit }: Pick<CrossedFit, "intercept" | "unit">): FairScores {
  return {
    estimate: unit.effect.map((effect) => intercept.estimate + effect),
    se: unit.variance.map((pev, i) =>
      Math.sqrt(intercept.se ** 2 + pev + 2 * (unit.withIntercept[i] as number)),
    ),
  };
}
