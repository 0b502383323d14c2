import { chiSquareQuantile } from "../distributions";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import type { CrossedFit } from "./crossed-fit";
import { minimise } from "./minimise";
import { solveTwoWayExactly } from "./two-way-exact";

/**
 * Profile-likelihood intervals of the crossed model's three standard deviations: the values the data
 * (by maximum likelihood, as lme4's confint) do not contradict at 95 %, the other two fitted anew.
 *
 * Unit: score points (SD scale). Range: >= 0, and a lower end of 0 is a finding. Minimum n: as the fit.
 * Undefined when: fitted by iteration, or above `largestSide` kept levels (`too-many-raters`).
 * Source: Bates et al. (2015), 5.1, https://doi.org/10.18637/jss.v067.i01; Venzon & Moolgavkar (1988),
 * https://doi.org/10.2307/2347496
 *
 * @example
 * const found = profileIntervals(fit);
 * found.ok && found.value.unit; // Penicillin: [.634, 1.182]
 */
export function profileIntervals(
  fit: CrossedFit,
  largestSide = LARGEST_PROFILED_SIDE,
): Outcome<{ unit: Interval; rater: Interval; residual: Interval }> {
  const { layout, exact } = fit.solved;
  if (exact === null || layout.kept > largestSide)
    return undefinedFor(
      "too-many-raters",
      `A profile is walked up to ${largestSide} levels of the smaller side.`,
    );
  const here = deviationsOf(fit);
  const deviance = (deviations: readonly number[]): number => {
    const [a = 0, b = 0, e = 0] = deviations;
    const at = solveTwoWayExactly(layout, (a / e) ** 2, (b / e) ** 2);
    if (at === null) return Number.POSITIVE_INFINITY;
    return at.logDeterminantMl + layout.ratings * Math.log(2 * Math.PI * e * e) + at.quadratic / (e * e);
  };
  const best = minimise((x) => deviance(x.map(Math.exp)), here.map(logOf));
  const limit = best.value + chiSquareQuantile(LEVEL, 1);
  const intervals = best.at.map((_, k) => {
    const optimum = best.at.map(Math.exp);
    const end = (side: -1 | 1) => profileEnd(deviance, optimum, k, side, limit);
    return [end(-1), end(1)] as const;
  });
  const [first = NOWHERE, second = NOWHERE, residual = NOWHERE] = intervals;
  return defined(
    layout.keptIsRater ? { unit: first, rater: second, residual } : { unit: second, rater: first, residual },
  );
}

export const LARGEST_PROFILED_SIDE = 60;
const LEVEL = 0.95;
const NOWHERE: Interval = [0, 0];
const STEP = 1.15;
const MOST_STEPS = 80;
const BISECTIONS = 18;
const SMALLEST_DEVIATION = 1e-4;

function deviationsOf(fit: CrossedFit): number[] {
  const { layout, lambda, rho } = fit.solved;
  const scale = Math.sqrt((fit.variance.residual * (layout.ratings - 1)) / layout.ratings);
  return [Math.sqrt(lambda) * scale, Math.sqrt(rho) * scale, scale];
}

function logOf(deviation: number): number {
  return Math.log(Math.max(deviation, SMALLEST_DEVIATION));
}

function profileEnd(
  deviance: (deviations: readonly number[]) => number,
  optimum: readonly number[],
  k: number,
  side: -1 | 1,
  limit: number,
): number {
  let others = optimum.filter((_, l) => l !== k).map(logOf);
  const profiled = (value: number) => {
    const found = minimise((x) => deviance(x.map(Math.exp).toSpliced(k, 0, value)), others, 0.1);
    others = found.at;
    return found.value;
  };
  const isVariance = k < 2;
  if (side < 0 && isVariance && profiled(0) <= limit) return 0;
  others = optimum.filter((_, l) => l !== k).map(logOf);
  let inside = Math.max(optimum[k] as number, SMALLEST_DEVIATION);
  let outside = inside;
  for (let step = 0; step < MOST_STEPS; step++) {
    outside = side > 0 ? inside * STEP : inside / STEP;
    if (profiled(outside) > limit) break;
    inside = outside;
  }
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (inside + outside) / 2;
    if (profiled(middle) > limit) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}
