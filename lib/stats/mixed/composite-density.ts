import type { Ratings } from "../ratings";
import { type BlockedLayout, type KeptTerm, layOutBlocks } from "./blocked/design";
import { type BlockedSystem, solveBlockedExactly } from "./blocked/exact";
import type { Point } from "./lattice";

/**
 * The posterior of a composite's variances over D dimensions, the variances between dimensions given. A level's
 * effects are laid out as their mean over dimensions (variance: general + 1/D of the dimensions' own) and D - 1
 * contrasts (variance: the dimensions' own), so that the composite's variances stand free.
 * Prior: mu flat, p(sigma) ~ 1/sigma, the SDs of unit and rater half-normal.
 *
 * Unit: log score points (SDs of unit, rater, residual). Range: any real log-density. Minimum n: more ratings than
 * dimensions. Undefined: null where the ratings' covariance is not positive definite.
 * Source: Gelman (2006), https://doi.org/10.1214/06-BA117A; Helmert contrasts as in Searle, Casella & McCulloch (1992)
 *
 * @example
 * const layout = layOutComposite(ratings, dimension, 5, own);
 * compositeDensity(layout, own, 1, [Math.log(0.6), Math.log(0.5), Math.log(0.4)])?.log;
 */
export interface CompositeLayout {
  readonly layout: BlockedLayout;
  readonly dimensions: number;
  /** The smaller side stands in the dense system, the other is eliminated. */
  readonly keptIsRater: boolean;
  readonly contrasts: number;
}

/** Variances of unit, rater and residual: of the composite, or of the dimensions' own parts. */
export interface ThreeVariances {
  readonly unit: number;
  readonly rater: number;
  readonly residual: number;
}

export interface CompositePoint {
  readonly log: number;
  readonly system: BlockedSystem;
  readonly composite: ThreeVariances;
}

export function layOutComposite(
  { unit, rater, units, raters, score }: Ratings,
  dimension: Int32Array,
  dimensions: number,
  own: ThreeVariances,
): CompositeLayout {
  const keptIsRater = raters <= units;
  const [level, levels] = keptIsRater ? [rater, raters] : [unit, units];
  const [block, blocks] = keptIsRater ? [unit, units] : [rater, raters];
  const contrasts = (keptIsRater ? own.rater : own.unit) > 0 ? dimensions - 1 : 0;
  const term = (coefficient: Float64Array | null): KeptTerm => ({ level, levels, coefficient });
  const helmert = (k: number) =>
    Float64Array.from(dimension, (d) => (d < k ? 1 : d === k ? -k : 0) / Math.sqrt(k * (k + 1)));
  const layout = layOutBlocks({
    block,
    blocks,
    score,
    local: [new Int32Array(score.length), dimension, level],
    random: [term(null), ...Array.from({ length: contrasts }, (_, c) => term(helmert(c + 1)))],
    fixed: [{ level: dimension, levels: dimensions, coefficient: null }],
  });
  return { layout, dimensions, keptIsRater, contrasts };
}

/**
 * A composite's residual holds 1/D of the dimensions' own and what a rater's view of a unit adds. A guess may lie
 * below the first alone, but where no sheet is complete nothing else would keep it from 0.
 */
const LEAST_RESIDUAL = 0.135;

export function compositeDensity(
  { layout, dimensions, keptIsRater, contrasts }: CompositeLayout,
  own: ThreeVariances,
  priorScale: number,
  at: Point,
): CompositePoint | null {
  const [unit = 0, rater = 0, residual = 0] = at.map((x) => Math.exp(2 * x));
  const e = own.residual;
  if (residual * dimensions < LEAST_RESIDUAL * e) return null;
  const [block, kept] = keptIsRater ? [unit, rater] : [rater, unit];
  const [ownBlock, ownKept] = keptIsRater ? [own.unit, own.rater] : [own.rater, own.unit];
  const system = solveBlockedExactly(layout, {
    // A general part may be negative where the composite's is not: the ratings' covariance stays definite.
    local: [(block - ownBlock / dimensions) / e, ownBlock / e, (residual - e / dimensions) / e],
    kept: [kept / e, ...new Array<number>(contrasts).fill(ownKept / e)],
  });
  if (system === null || !(system.quadratic > 0)) return null;
  const freedom = layout.ratings - dimensions;
  const profiled = freedom * (1 + Math.log((2 * Math.PI * system.quadratic) / freedom));
  const deviance =
    system.remlCriterion - profiled + freedom * Math.log(2 * Math.PI * e) + system.quadratic / e;
  const [a = 0, b = 0] = at;
  // In log coordinates p(sigma) ~ 1 / sigma is flat and the half-normal priors gain a and b.
  const log = -deviance / 2 + a + b - (unit + rater) / (2 * priorScale * priorScale);
  // The solver scales errors by its own residual estimate; here the residual is given.
  const given = { ...system, residualVariance: e };
  return Number.isFinite(log) ? { log, system: given, composite: { unit, rater, residual } } : null;
}
