import { mapOutcome, type Outcome, undefinedFor } from "../outcome";
import { type FactorialScores, squaredMeans } from "./balanced-anova";

/** One number for each effect of persons x raters x items; the last is residual. */
export interface CrossedEffects {
  readonly p: number;
  readonly r: number;
  readonly i: number;
  readonly pr: number;
  readonly pi: number;
  readonly ri: number;
  readonly pri: number;
}

/**
 * The G-study of a balanced persons x raters x items table (factors in that order): mean squares, and
 * variance components from their expected values. A negative component keeps its sign: it says the
 * variance is too small to see; the D-study counts it as 0.
 *
 * Range: components may be negative. Unit: squared score points.
 * Minimum n: two levels of each factor, one score a cell.
 * Undefined: `incomplete-table`; `no-ratings`; `no-variation`; `too-few-units` with one level of a factor.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // Guilford's 7 x 3 x 5 table: p .48254, r -.09921, i .45873, pr 1.36111, residual 1.16429
 * crossedDesign(scores);
 */
export function crossedDesign(
  scores: FactorialScores,
): Outcome<{ readonly meanSquares: CrossedEffects; readonly components: CrossedEffects }> {
  const [np = 0, nr = 0, ni = 0] = scores.levels;
  if (scores.score.length > 0 && Math.min(np, nr, ni) < 2) {
    return undefinedFor("too-few-units", "Each factor needs two levels or more to vary.", 1);
  }
  return mapOutcome(squaredMeans(scores), (t) => {
    const [p, r, i] = [t([0]), t([1]), t([2])];
    const [pr, pi, ri] = [t([0, 1]), t([0, 2]), t([1, 2])];
    const ms: CrossedEffects = {
      p: p / (np - 1),
      r: r / (nr - 1),
      i: i / (ni - 1),
      pr: (pr - p - r) / ((np - 1) * (nr - 1)),
      pi: (pi - p - i) / ((np - 1) * (ni - 1)),
      ri: (ri - r - i) / ((nr - 1) * (ni - 1)),
      pri: (t([0, 1, 2]) - pr - pi - ri + p + r + i) / ((np - 1) * (nr - 1) * (ni - 1)),
    };
    const components: CrossedEffects = {
      p: (ms.p - ms.pr - ms.pi + ms.pri) / (nr * ni),
      r: (ms.r - ms.pr - ms.ri + ms.pri) / (np * ni),
      i: (ms.i - ms.pi - ms.ri + ms.pri) / (np * nr),
      pr: (ms.pr - ms.pri) / ni,
      pi: (ms.pi - ms.pri) / nr,
      ri: (ms.ri - ms.pri) / np,
      pri: ms.pri,
    };
    return { meanSquares: ms, components };
  });
}

/**
 * The D-study of persons x raters x items with both facets random.
 *
 * Range: 0 to 1. Unit: share of variance. Minimum n: as crossedDesign.
 * Undefined: `no-variation` when all components are 0.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * crossedDecision(components, 3, 5); // Guilford: E rho^2 .44750, Phi .41101
 */
export function crossedDecision(c: CrossedEffects, raters: number, items: number): Outcome<Decision> {
  const at = (value: number) => Math.max(0, value);
  const relative = at(c.pr) / raters + at(c.pi) / items + at(c.pri) / (raters * items);
  const absolute = relative + at(c.r) / raters + at(c.i) / items + at(c.ri) / (raters * items);
  return decision(at(c.p), relative, absolute);
}

/** Reliability of order (E rho^2) and of scores (Phi), with the error variances behind them. */
export interface Decision {
  readonly relative: number;
  readonly absolute: number;
  readonly relativeVariance: number;
  readonly absoluteVariance: number;
}

export function decision(
  universe: number,
  relativeVariance: number,
  absoluteVariance: number,
): Outcome<Decision> {
  if (!(universe + relativeVariance > 0)) return undefinedFor("no-variation", "All ratings are equal.");
  return {
    ok: true,
    value: {
      relative: universe / (universe + relativeVariance),
      absolute: universe / (universe + absoluteVariance),
      relativeVariance,
      absoluteVariance,
    },
  };
}
