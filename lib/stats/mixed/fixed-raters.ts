import { type Components, components } from "../connectedness/components";
import { chiSquareUpper } from "../distributions";
import { factor, solveInPlace } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { blockScores } from "./blocked/block-score";
import { layOutBlocks } from "./blocked/design";
import { maximiseBlocked } from "./blocked/reml";
import { whyNoCrossedFit } from "./crossed-fit";

/**
 * Rater severities as fixed effects, units random: unshrunken, so fit for a test of "everyone is equally
 * severe" (Wald), not for a display of raters with few ratings. They sum to zero within each group of
 * raters that shared units link: across groups a fixed severity cannot be told from abler units.
 *
 * Unit: score points; leniency positive = gives more. Range: any sign. Minimum n: as the crossed model.
 * Undefined: as the crossed model; a residual of zero; `disconnected` for a rater linked to nobody, and for the
 * grand mean of several groups.
 * Source: Searle, Casella & McCulloch (1992), https://doi.org/10.1002/9780470316856
 *
 * @example
 * const fit = fitFixedRaters(ratings); // the 40 x 12 panel
 * fit.ok && fit.value.equality.statistic; // 60.4591051 on 11 degrees of freedom
 */
export interface FixedRatersFit {
  readonly variance: { readonly unit: number; readonly residual: number };
  readonly grandMean: Outcome<FixedFigure>;
  /** One a rater. */
  readonly leniency: readonly Outcome<FixedFigure>[];
  readonly unit: { readonly effect: Float64Array; readonly variance: Float64Array };
  /** Equal severity within every group of linked raters. */
  readonly equality: { readonly statistic: number; readonly freedom: number; readonly p: number };
}

export interface FixedFigure {
  readonly estimate: number;
  readonly se: number;
}

export function fitFixedRaters(ratings: Ratings): Outcome<FixedRatersFit> {
  const missing = whyNoCrossedFit(ratings);
  if (missing !== null) return missing;
  const linked = components(ratings);
  if (!linked.ok) return linked;
  const layout = layOutBlocks({
    block: ratings.unit,
    blocks: ratings.units,
    score: ratings.score,
    local: [new Int32Array(ratings.score.length)],
    random: [],
    fixed: [{ level: ratings.rater, levels: ratings.raters, coefficient: null }],
  });
  const optimum = layout.ratings > ratings.raters + 1 ? maximiseBlocked(layout) : null;
  if (optimum === null) {
    return undefinedFor("not-converged", "too few ratings for one severity a rater, or no residual left");
  }
  const { system, inverse, variances } = optimum;
  const [unit = 0, residual = 0] = variances;
  const scores = blockScores(layout, system, inverse, system.ratios.local[0] as number);
  const severities = withinGroups(
    system.effect,
    inverse.map((x) => residual * x),
    linked.value,
  );
  const { mean, contrasts, alone } = severities;
  const grandMean: Outcome<FixedFigure> =
    linked.value.count === 1 ? defined({ estimate: layout.centre + mean.estimate, se: mean.se }) : APART;
  return defined({
    variance: { unit, residual },
    grandMean,
    leniency: alone.map((is, j) => (is ? ALONE : defined(contrasts.figure(j)))),
    unit: { effect: scores.effect, variance: scores.variance },
    equality: equalityOf(contrasts, alone, linked.value),
  });
}

const APART = undefinedFor("disconnected", "Groups of raters that no unit links have no mean in common.");
const ALONE = undefinedFor("disconnected", "No shared unit links this rater to another.");

interface Contrasts {
  readonly figure: (rater: number) => FixedFigure;
  readonly covariance: (j: number, k: number) => number;
}

/** Each rater against the mean of the linked group, with covariances; and the mean of the first group (of all, when linked). */
function withinGroups(effect: Float64Array, covariance: Float64Array, { ofRater, ratersIn }: Components) {
  const n = effect.length;
  const groups = ratersIn.length;
  const group = (j: number) => ofRater[j] ?? 0;
  const meanEffect = new Float64Array(groups);
  /** Covariance of a rater with the mean of a group, and of two groups' means. */
  const withMean = new Float64Array(n * groups);
  const ofMeans = new Float64Array(groups * groups);
  for (let j = 0; j < n; j++) {
    const own = group(j);
    const size = ratersIn[own] ?? 1;
    meanEffect[own] = (meanEffect[own] as number) + (effect[j] as number) / size;
    for (let k = 0; k < n; k++) {
      const other = group(k);
      const part = (covariance[j * n + k] as number) / (ratersIn[other] ?? 1);
      withMean[j * groups + other] = (withMean[j * groups + other] as number) + part;
      ofMeans[own * groups + other] = (ofMeans[own * groups + other] as number) + part / size;
    }
  }
  const centred = (j: number, k: number) =>
    (covariance[j * n + k] as number) -
    (withMean[j * groups + group(k)] as number) -
    (withMean[k * groups + group(j)] as number) +
    (ofMeans[group(j) * groups + group(k)] as number);
  const contrasts: Contrasts = {
    figure: (j) => ({
      estimate: (effect[j] as number) - (meanEffect[group(j)] as number),
      se: Math.sqrt(Math.max(0, centred(j, j))),
    }),
    covariance: centred,
  };
  const mean: FixedFigure = { estimate: meanEffect[0] as number, se: Math.sqrt(ofMeans[0] as number) };
  return { mean, contrasts, alone: Array.from(ofRater, (own) => (ratersIn[own] ?? 0) < 2) };
}

/** All but the last of each group: they sum to zero. */
function equalityOf(
  { figure, covariance }: Contrasts,
  alone: readonly boolean[],
  { ofRater }: Components,
): FixedRatersFit["equality"] {
  const free = [...ofRater.keys()].filter((j) => !alone[j] && ofRater.lastIndexOf(ofRater[j] ?? -1) !== j);
  const estimate = Float64Array.from(free, (j) => figure(j).estimate);
  const between = (a: number, b: number) => covariance(free[a] ?? 0, free[b] ?? 0);
  const statistic = waldStatistic(estimate, between);
  return { statistic, freedom: free.length, p: chiSquareUpper(statistic, free.length) };
}

/** d' Cov^-1 d. */
function waldStatistic(estimate: Float64Array, covariance: (j: number, k: number) => number): number {
  const n = estimate.length;
  const matrix = Float64Array.from({ length: n * n }, (_, at) => covariance(Math.floor(at / n), at % n));
  if (!factor(matrix, n)) return Number.POSITIVE_INFINITY;
  const solved = estimate.slice();
  solveInPlace(matrix, n, solved);
  return estimate.reduce((sum, x, j) => sum + x * (solved[j] as number), 0);
}
