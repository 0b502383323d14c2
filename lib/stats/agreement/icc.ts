import { fQuantile, fUpper } from "../distributions";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import type { TwoWayAnova } from "./two-way-anova";

/** One-way, two-way with raters random, two-way with raters fixed; of one rating, or of the mean of k. */
export const ICC_FORMS = ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"] as const;
export type IccForm = (typeof ICC_FORMS)[number];

/**
 * Intraclass correlation: which share of the differences between scores is differences between units.
 * ICC1 lets raters differ from unit to unit, ICC2 counts rater severity as error (absolute agreement),
 * ICC3 does not (consistency); k means the mean of all k raters.
 *
 * Range: up to 1; a negative estimate keeps its sign and means "no reliable differences between units".
 * Unit: share of variance. Minimum n: MINIMUMS.iccUnits complete units, MINIMUMS.iccRaters raters.
 * Undefined: `no-variation` when all scores are equal (and for the mean of k when units do not differ);
 * the F test and interval when nothing is left over to compare with.
 * Source: Shrout & Fleiss (1979), https://doi.org/10.1037/0033-2909.86.2.420; McGraw & Wong (1996),
 * https://doi.org/10.1037/1082-989X.1.1.30
 *
 * @example
 * // Shrout & Fleiss' 6 x 4 table: .17 .29 .71 .44 .62 .91
 * icc(twoWayAnova(table), "ICC2"); // .28976, interval [.01879, .76108]
 */
export function icc(anova: TwoWayAnova, form: IccForm, level = 0.95): Outcome<Icc> {
  const single = estimateSingle(anova, form);
  const estimate = form.endsWith("k") ? estimateMean(anova, form) : single;
  // A whole that is not above 0 has no share: ICC2k could come out as 4 otherwise.
  if (!Number.isFinite(estimate) || estimate > 1) {
    return undefinedFor("no-variation", "Units do not differ at all, so there is no share to speak of.");
  }
  return defined({
    form,
    estimate,
    test: testOf(anova, form, single, level),
    units: anova.n,
    raters: anova.k,
  });
}

export interface Icc {
  readonly form: IccForm;
  readonly estimate: number;
  readonly test: Outcome<IccTest>;
  readonly units: number;
  readonly raters: number;
}

export interface IccTest {
  readonly f: number;
  readonly df: readonly [number, number];
  readonly p: number;
  readonly interval: Interval;
}

function estimateSingle({ n, k, msb, msj, mse, msw }: TwoWayAnova, form: IccForm): number {
  if (form.startsWith("ICC1")) return (msb - msw) / (msb + (k - 1) * msw);
  if (form.startsWith("ICC2")) return (msb - mse) / (msb + (k - 1) * mse + (k * (msj - mse)) / n);
  return (msb - mse) / (msb + (k - 1) * mse);
}

function estimateMean({ n, msb, msj, mse, msw }: TwoWayAnova, form: IccForm): number {
  if (form === "ICC1k") return (msb - msw) / msb;
  if (form === "ICC2k") return (msb - mse) / (msb + (msj - mse) / n);
  return (msb - mse) / msb;
}

function testOf(anova: TwoWayAnova, form: IccForm, single: number, level: number): Outcome<IccTest> {
  const { n, k, msb, mse, msw } = anova;
  const oneWay = form.startsWith("ICC1");
  const error = oneWay ? msw : mse;
  if (error <= 0) return undefinedFor("no-variation", "Raters leave no residual, so F has no bound.");
  if (msb <= 0) return undefinedFor("no-variation", "Units do not differ at all, so F has no interval.");
  const df1 = n - 1;
  const df2 = oneWay ? n * (k - 1) : (n - 1) * (k - 1);
  const f = msb / error;
  const interval = form.startsWith("ICC2")
    ? agreementInterval(anova, single, level)
    : consistencyInterval(f, df1, df2, k, level);
  if (!(interval[0] < interval[1]) || !interval.every(Number.isFinite)) {
    return undefinedFor("no-variation", "The mean squares leave the interval without bounds.");
  }
  if (form.endsWith("k") && 1 + (k - 1) * interval[0] <= POLE) {
    return undefinedFor("no-variation", "For the mean of the raters the interval has no lower end.");
  }
  const shown: Interval = form.endsWith("k") ? [stepUp(interval[0], k), stepUp(interval[1], k)] : interval;
  return defined({ f, df: [df1, df2], p: fUpper(f, df1, df2), interval: shown });
}

/** At a single-rating ICC of -1/(k - 1) the step to the mean of k divides by 0; past it the sign turns. */
const POLE = 1e-9;

function consistencyInterval(f: number, df1: number, df2: number, k: number, level: number): Interval {
  const tail = (1 + level) / 2;
  const low = f / fQuantile(tail, df1, df2);
  const high = f * fQuantile(tail, df2, df1);
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
}

function agreementInterval(anova: TwoWayAnova, single: number, level: number): Interval {
  const { n, k, msb, msj, mse } = anova;
  const df = satterthwaiteDf(anova, single);
  const tail = (1 + level) / 2;
  const upper = fQuantile(tail, n - 1, df);
  const lower = fQuantile(tail, df, n - 1);
  const rest = k * msj + (k * n - k - n) * mse;
  return [
    (n * (msb - upper * mse)) / (upper * rest + n * msb),
    (n * (lower * msb - mse)) / (rest + n * lower * msb),
  ];
}

/** Degrees of freedom of the mixture of rater and residual variance behind ICC2. */
export function satterthwaiteDf({ n, k, msj, mse }: TwoWayAnova, single: number): number {
  const fj = msj / mse;
  const residual = n * (1 + (k - 1) * single) - k * single;
  const top = (k - 1) * (n - 1) * (k * single * fj + residual) ** 2;
  return top / ((n - 1) * k * k * single * single * fj * fj + residual * residual);
}

/** McGraw & Wong's own interval for the absolute agreement of the mean of k; it differs from the stepped-up one. */
export function agreementMeanInterval(anova: TwoWayAnova, level = 0.95): Outcome<Interval> {
  const { n, k, msb, msj, mse } = anova;
  const mean = estimateMean(anova, "ICC2k");
  if (!Number.isFinite(mean) || mse <= 0 || mean >= 1) {
    return undefinedFor("no-variation", "Raters leave no residual, so the interval has no bounds.");
  }
  const a = (k * mean) / (n * (1 - mean));
  const b = 1 + (k * mean * (n - 1)) / (n * (1 - mean));
  const df = (a * msj + b * mse) ** 2 / ((a * msj) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)));
  const upper = fQuantile((1 + level) / 2, n - 1, df);
  const lower = fQuantile((1 + level) / 2, df, n - 1);
  const interval: Interval = [
    (n * (msb - upper * mse)) / (upper * (msj - mse) + n * msb),
    (n * (lower * msb - mse)) / (msj - mse + n * lower * msb),
  ];
  if (!(interval[0] < interval[1]) || !interval.every(Number.isFinite)) {
    return undefinedFor("no-variation", "The mean squares leave the interval without bounds.");
  }
  return defined(interval);
}

/** Spearman-Brown: from one rating to the mean of k. */
function stepUp(single: number, k: number): number {
  return (k * single) / (1 + (k - 1) * single);
}
