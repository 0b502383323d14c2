/**
 * The distributions the statistics lean on, from @stdlib, with what it lacks: upper tails that keep
 * their small values (1 - cdf is 0 where the truth is 1.7e-120) and a normal quantile right in the tail.
 *
 * Range: probabilities in [0, 1]; quantiles over the support of the distribution.
 * Undefined: NaN for parameters outside their domain; callers check their degrees of freedom first.
 * Unit: probabilities have none; quantiles that of the variable. Minimum n: none.
 * Source: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.6.9 for the F tail, 26.4.4-5
 * for the chi-square sum; Wichura (1988) AS 241 for the normal quantile, https://doi.org/10.2307/2347330
 *
 * @example
 * tQuantile(0.975, 11); // 2.200985160083
 * fUpper(23.5573770491803, 4.5, 13.5); // 4.13985e-6
 */
import chiSquare from "@stdlib/stats-base-dists-chisquare";
import f from "@stdlib/stats-base-dists-f";
import normal from "@stdlib/stats-base-dists-normal";
import t from "@stdlib/stats-base-dists-t";

const LOG_GAMMA_THREE_HALVES = Math.log(Math.sqrt(Math.PI) / 2);

/** P(Z <= z). */
export function normalCdf(z: number): number {
  return normal.cdf(z, 0, 1);
}

/** P(Z > z), exact in the tail. */
export function normalUpper(z: number): number {
  return normal.cdf(-z, 0, 1);
}

/** The z below which a share p lies; one Newton step repairs the library's tail (1.3e-8 at p = 1e-10). */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const start = normal.quantile(p, 0, 1);
  const density = normal.pdf(start, 0, 1);
  return density > 0 && Number.isFinite(start) ? start - (normal.cdf(start, 0, 1) - p) / density : start;
}

export function tQuantile(p: number, df: number): number {
  return t.quantile(p, df);
}

/** P(F > x): the lower tail of 1/F with the degrees of freedom exchanged. */
export function fUpper(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  return x === Number.POSITIVE_INFINITY ? 0 : f.cdf(1 / x, df2, df1);
}

export function fQuantile(p: number, df1: number, df2: number): number {
  return f.quantile(p, df1, df2);
}

export function chiSquareQuantile(p: number, df: number): number {
  return chiSquare.quantile(p, df);
}

/** P(X > x) for whole degrees of freedom: a sum of positive terms, so that nothing cancels. */
export function chiSquareUpper(x: number, df: number): number {
  if (!Number.isInteger(df) || df < 1) return Number.NaN;
  if (x <= 0) return 1;
  const half = x / 2;
  let a = df % 2 === 1 ? 0.5 : 1;
  let sum = a === 0.5 ? 2 * normalUpper(Math.sqrt(x)) : Math.exp(-half);
  // The term that lifts Q(a) to Q(a + 1) is half^a e^-half / Gamma(a + 1).
  let logTerm = a * Math.log(half) - half - (a === 0.5 ? LOG_GAMMA_THREE_HALVES : 0);
  for (; a < df / 2; a += 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(half / (a + 1));
  }
  return Math.min(sum, 1);
}
