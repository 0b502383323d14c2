import { solveInPlace } from "../linalg/dense";
import { climb, type Standing } from "./climb";
import { type ExactSystem, invertExactly, solveTwoWayExactly } from "./two-way-exact";
import { NO_RESIDUAL } from "./two-way-iterative";
import type { TwoWayLayout } from "./two-way-layout";
import { slopeAndInformation, workingVariates } from "./two-way-slope";
import { type TwoWayUncertainty, uncertaintyFromInverse } from "./two-way-uncertainty";

/**
 * The REML optimum of the crossed model by exact algebra: average-information steps, each accepted only
 * if the criterion falls, until neither the criterion nor the step moves.
 *
 * Unit: squared score points. Range: variances >= 0 (0 is a legal answer: "none detectable").
 * Undefined: null when the residual variance runs to zero or the steps do not settle.
 * Minimum n: as the fit.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * maximiseExactly(layout, startingVariances(layout))?.system.remlCriterion; // 330.860588991 for Penicillin
 */
export interface ExactOptimum {
  readonly system: ExactSystem;
  readonly inverse: Float64Array;
  readonly uncertainty: TwoWayUncertainty;
  /** Average information in (eliminated, kept, residual) variances, at the optimum. */
  readonly information: readonly (readonly number[])[];
  readonly steps: number;
}

const MOST_STEPS = 200;
/** A ratio beyond this means the residual variance is zero to rounding. */
const LARGEST_RATIO = 1e9;

type Variances = readonly [eliminated: number, kept: number, residual: number];

export function maximiseExactly(layout: TwoWayLayout, start: Variances): ExactOptimum | null {
  let system = solveAt(layout, start);
  for (let steps = 1; system !== null && steps <= MOST_STEPS; steps++) {
    const inverse = invertExactly(system);
    const uncertainty = uncertaintyFromInverse(layout, system.lambda, system.rho, inverse);
    const standing = standingAt(layout, system, uncertainty);
    if (standing === null) return null;
    const next = climb(system, standing, ([a = 0, b = 0, e = 0]) => solveAt(layout, [a, b, e]));
    if (next === "settled") return { system, inverse, uncertainty, information: standing.information, steps };
    system = next;
  }
  return null;
}

function standingAt(
  layout: TwoWayLayout,
  from: ExactSystem,
  uncertainty: TwoWayUncertainty,
): Standing | null {
  const { lambda, rho, residualVariance: residual } = from;
  if (!(from.quadratic > NO_RESIDUAL * layout.sumOfSquares) || lambda > LARGEST_RATIO || rho > LARGEST_RATIO)
    return null;
  const work = workingVariates(layout, lambda, rho, from);
  const eliminated = work.rhsEliminated.slice();
  const kept = work.rhsKept.slice();
  solveInPlace(from.lower, from.size, eliminated);
  solveInPlace(from.lower, from.size, kept);
  const { slope, information } = slopeAndInformation(
    layout,
    { lambda, rho },
    residual,
    work,
    { eliminated: uncertainty.eliminatedTrace, kept: uncertainty.keptTrace },
    { eliminated, kept },
  );
  return {
    variances: [lambda * residual, rho * residual, residual],
    slope,
    information,
    levels: [layout.eliminated, layout.kept, layout.ratings],
  };
}

function solveAt(layout: TwoWayLayout, [eliminated, kept, residual]: Variances): ExactSystem | null {
  return solveTwoWayExactly(layout, eliminated / residual, kept / residual);
}
