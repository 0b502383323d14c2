import { defined, mapOutcome, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { type CrossedFit, fitCrossed } from "./crossed-fit";
import { type ErrorCovariance, sheetErrorCovariance } from "./error-covariance";
import { holedVariances } from "./holed/variances";
import { LARGEST_FACTORED_SIDE, remlCriterion } from "./reml-criterion";
import type { DimensionVariances } from "./several-dimensions";
import { type Sheets, sheetsOf } from "./sheets";
import { solveTwoWayExactly } from "./two-way-exact";
import {
  REACH_TO_START,
  type VariancesByPairs,
  variancesByPairs,
  withoutNegative,
} from "./variances-by-pairs";

/**
 * The crossed model over several dimensions for large tables: on complete sheets it splits into one
 * crossed model of the composites and D - 1 of the contrasts, each as fast as a single dimension.
 * Contrasts share their variances; their estimates are averaged, which at this size equals pooling.
 * Where sheets have holes the variances are REML's on all ratings, from pairs of dimensions as a start; where that
 * does not settle the pairs' own stand, some percent from the optimum, and `variancesBy` says so.
 *
 * Unit: score points (variances: squared). Range: variances >= 0 (a negative difference counts as 0).
 * Minimum n: as the one-dimension model, on complete sheets. Undefined: as there; too few dimensions.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * const fit = fitDimensionsBySheet(ratings, dimension, 5, 1);
 * fit.ok && fit.value.composite.unit.effect[0]; // the first unit's composite, dimensions fixed
 */
export interface DimensionsBySheet {
  /** Its rater effects are the composite's: general + the mean of rater:dimension. */
  readonly composite: CrossedFit;
  /** Missing when sheets have holes and no two dimensions meet on enough of them; the composite stands. */
  readonly variance: Outcome<DimensionVariances>;
  /** Which road the variances came by; "pairs" is near the optimum, not at it. */
  readonly variancesBy: "contrasts" | "reml" | "pairs";
  /** Errors of the variances; missing where they come from pairs of dimensions, which give none. */
  readonly errors: Outcome<ErrorCovariance>;
  /** Variances whose estimate came out below 0 and count as 0. */
  readonly clamped: readonly (keyof DimensionVariances)[];
  /** The general rater effect alone, as `fitDimensions` gives it: severity is its negative. */
  readonly rater: { readonly effect: Float64Array; readonly variance: Float64Array };
  /** Under sum-to-zero contrasts; null when sheets are incomplete (their rows count only in part). */
  readonly remlCriterion: { readonly value: number; readonly exact: boolean } | null;
  readonly incompleteSheets: number;
}

export function fitDimensionsBySheet(
  ratings: Ratings,
  dimension: Int32Array,
  dimensions: number,
  seed?: number,
): Outcome<DimensionsBySheet> {
  if (dimensions < 2)
    return undefinedFor("too-few-dimensions", "several dimensions are needed", 2 - dimensions);
  const sheets = sheetsOf(ratings, dimension, dimensions);
  const composite = fitCrossed(sheets.composite, "auto", seed);
  if (!composite.ok) return composite;
  const found =
    sheets.incomplete === 0
      ? byContrasts(sheets, composite.value, dimensions, seed)
      : defined(withHoles(sheets, dimensions, seed));
  if (!found.ok) return found;
  const { parts, by, errors, remlCriterion: criterion } = found.value;
  return defined({
    composite: composite.value,
    rater: generalRater(composite.value, parts.ok ? parts.value.variance.rater : null),
    variance: mapOutcome(parts, ({ variance }) => variance),
    variancesBy: by,
    errors,
    clamped: parts.ok ? parts.value.clamped : [],
    remlCriterion: criterion,
    incompleteSheets: sheets.incomplete,
  });
}

interface Parts {
  readonly parts: Outcome<VariancesByPairs>;
  readonly by: DimensionsBySheet["variancesBy"];
  readonly errors: Outcome<ErrorCovariance>;
  readonly remlCriterion: DimensionsBySheet["remlCriterion"];
}

/** A mean of fewer dimensions carries more of each: with holes the composite's variances are not the parts' sum. */
function withHoles(sheets: Sheets, dimensions: number, seed = HOLED_SEED): Parts {
  const start = variancesByPairs(sheets, dimensions, seed, REACH_TO_START);
  const whole = start.ok ? holedVariances(sheets, dimensions, start.value.variance, seed) : null;
  if (whole !== null) {
    const { variance, errors } = whole;
    return { parts: defined({ variance, clamped: [] }), by: "reml", errors, remlCriterion: null };
  }
  const parts = variancesByPairs(sheets, dimensions, seed);
  const errors = undefinedFor("incomplete-table", "some sheets lack a dimension");
  return { parts, by: "pairs", errors, remlCriterion: null };
}

const HOLED_SEED = 20240502;

function byContrasts(
  { contrasts }: Sheets,
  composite: CrossedFit,
  dimensions: number,
  seed?: number,
): Outcome<Parts> {
  const fits: CrossedFit[] = [];
  for (const contrast of contrasts) {
    const fit = fitCrossed(contrast, "auto", seed);
    if (!fit.ok) return fit;
    fits.push(fit.value);
  }
  const mean = (read: (fit: CrossedFit) => number) =>
    fits.reduce((sum, fit) => sum + read(fit), 0) / fits.length;
  const unitDimension = mean((fit) => fit.variance.unit);
  const raterDimension = mean((fit) => fit.variance.rater);
  const residual = mean((fit) => fit.variance.residual);
  const { unit, rater, residual: rest } = composite.variance;
  const parts = withoutNegative({
    unit: unit - unitDimension / dimensions,
    rater: rater - raterDimension / dimensions,
    unitDimension,
    raterDimension,
    unitRater: rest - residual / dimensions,
    residual,
  });
  const shared = { unit: unitDimension, rater: raterDimension, residual };
  return defined({
    parts: defined(parts),
    by: "contrasts",
    errors: sheetErrorCovariance(composite, fits),
    remlCriterion: criterionOf(composite, fits, shared),
  });
}

/** What a rater's composite effect says of its general part; the contrasts say nothing of it. */
function generalRater({ rater, variance }: CrossedFit, known: number | null): DimensionsBySheet["rater"] {
  // Where the parts are unknown the composite's effect stands whole.
  const general = Math.min(known ?? variance.rater, variance.rater);
  const share = general > 0 ? general / variance.rater : 0;
  return {
    effect: rater.effect.map((effect) => share * effect),
    variance: rater.variance.map((error) => general * (1 - share) + share * share * error),
  };
}

/**
 * The parts' criteria added, the composite put on its orthonormal scale, in sum-to-zero coding. Contrasts
 * are taken at the variances they share; where that needs too large a factor, each at its own optimum.
 */
function criterionOf(composite: CrossedFit, contrasts: readonly CrossedFit[], shared: SharedVariances) {
  const dimensions = contrasts.length + 1;
  const whole = remlCriterion(composite);
  if (!whole.ok) return null;
  let value = whole.value.value + (composite.ratings + 1) * Math.log(dimensions);
  let exact = whole.value.exact;
  for (const contrast of contrasts) {
    const together = criterionAt(contrast, shared);
    const apart = together === null ? remlCriterion(contrast) : null;
    if (apart?.ok === false) return null;
    value += together ?? apart?.value.value ?? 0;
    exact &&= together !== null;
  }
  return { value, exact };
}

interface SharedVariances {
  readonly unit: number;
  readonly rater: number;
  readonly residual: number;
}

/** -2 restricted log-likelihood of a contrast at given variances; null when its system is too large. */
function criterionAt(
  { solved: { layout } }: CrossedFit,
  { unit, rater, residual }: SharedVariances,
): number | null {
  if (layout.kept > LARGEST_FACTORED_SIDE) return null;
  const [eliminated, kept] = layout.keptIsRater ? [unit, rater] : [rater, unit];
  const at = solveTwoWayExactly(layout, eliminated / residual, kept / residual);
  if (at === null) return null;
  const freedom = layout.ratings - 1;
  const profiled = freedom * (1 + Math.log((2 * Math.PI * at.quadratic) / freedom));
  return at.remlCriterion - profiled + freedom * Math.log(2 * Math.PI * residual) + at.quadratic / residual;
}
