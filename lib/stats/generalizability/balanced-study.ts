import type { ErrorCovariance } from "../mixed/error-covariance";
import { defined, mapOutcome, type Outcome, undefinedFor } from "../outcome";
import { deviationOf, type Estimate, type UncertainVariances, varianceShare } from "./variance-share";

/** One number for each effect of a design. */
export type Effects<K extends string> = Readonly<Record<K, number>>;

/** Components of a balanced design, with the covariances of their errors in the order of `names`. */
export interface BalancedComponents<K extends string> {
  readonly names: readonly K[];
  readonly components: Effects<K>;
  readonly errors: Outcome<ErrorCovariance>;
  /** Levels of each factor, in the design's order. */
  readonly n: readonly number[];
}

export interface BalancedStudy<K extends string> extends BalancedComponents<K> {
  readonly meanSquares: Effects<K>;
}

/**
 * A balanced G-study from its mean squares: they are independent, each with a variance of 2 MS^2 / df, and components
 * are sums of them, so the components' errors are known without any fit. Intervals of reliabilities from them covered
 * .97 of 1,500 simulated tables of 12 x 4, .95 to .96 of 40 x 4 and .94 to .95 of 60 x 4.
 *
 * Range: components may be negative. Unit: squared score points. Minimum n: two levels of each factor.
 * Undefined: never, given mean squares.
 * Source: Searle, Casella & McCulloch (1992), 4.5, https://doi.org/10.1002/9780470316856; Brennan (2001),
 * Generalizability Theory, 6.2.1, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * // One component a = (MS1 - MS2) / 2 with MS 4 and 2 of 8 degrees of freedom: variance (4 + 1) / 4 = 1.25
 * balancedStudy(["a", "e"], squares, { a: 8, e: 8 }, componentsOf, [9, 2]);
 */
export function balancedStudy<K extends string>(
  names: readonly K[],
  meanSquares: Effects<K>,
  freedom: Effects<K>,
  componentsOf: (meanSquares: Effects<K>) => Effects<K>,
  n: readonly number[],
): BalancedStudy<K> {
  // Components are linear in the mean squares: what one square alone gives is its column.
  const columns = names.map((of) => componentsOf(onlyOne(names, of)));
  const spread = names.map((name) => (2 * meanSquares[name] ** 2) / freedom[name]);
  const errors = names.map((a) =>
    names.map((b) => columns.reduce((sum, column, k) => sum + column[a] * column[b] * (spread[k] ?? 0), 0)),
  );
  return { names, meanSquares, components: componentsOf(meanSquares), errors: defined(errors), n };
}

/** Components fitted in another way, whose errors are not known here. */
export function componentsAlone<K extends string>(
  names: readonly K[],
  components: Effects<K>,
  n: readonly number[],
): BalancedComponents<K> {
  return {
    names,
    components,
    errors: undefinedFor("not-converged", "The errors of these are not known."),
    n,
  };
}

/** Reliability of order (E rho^2) and of scores (Phi), with the standard errors of a mean behind them. */
export interface Decision {
  readonly relative: Estimate;
  readonly absolute: Estimate;
  readonly relativeError: Estimate;
  readonly absoluteError: Estimate;
  /** Levels of each factor behind the components. */
  readonly n: readonly number[];
}

/** The D-study of a balanced design; `order` and `severity` are the weights of each effect in a mean's error. */
export function decision<K extends string>(
  { names, components, errors, n }: BalancedComponents<K>,
  truth: Partial<Effects<K>>,
  order: Partial<Effects<K>>,
  severity: Partial<Effects<K>>,
): Outcome<Decision> {
  const of: UncertainVariances = { variances: names.map((name) => components[name]), covariance: errors };
  const inOrder = (weights: Partial<Effects<K>>) => names.map((name) => weights[name] ?? 0);
  const absolute = inOrder({ ...order, ...severity });
  const forOrder = varianceShare(of, inOrder(truth), inOrder(order));
  if (!forOrder.ok) return undefinedFor("no-variation", "All ratings are equal.");
  return mapOutcome(varianceShare(of, inOrder(truth), absolute), (forScores) => ({
    relative: forOrder.value,
    absolute: forScores,
    relativeError: deviationOf(of, inOrder(order)),
    absoluteError: deviationOf(of, absolute),
    n,
  }));
}

function onlyOne<K extends string>(names: readonly K[], of: K): Effects<K> {
  return Object.fromEntries(names.map((name) => [name, Number(name === of)])) as Effects<K>;
}
