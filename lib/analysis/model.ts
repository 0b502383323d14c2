import { MINIMUMS } from "../stats/minimums";
import { type CrossedFit, fitCrossed } from "../stats/mixed/crossed-fit";
import { fitIntegrated, type IntegratedFit } from "../stats/mixed/integrated-fit";
import { type Outcome, undefinedFor } from "../stats/outcome";
import type { Ratings } from "../stats/ratings";
import {
  described,
  integratedFigures,
  integratedWarning,
  type ModelFigures,
  ofCrossed,
} from "./model-figures";
import { severalDimensions, severalDimensionsBySheet } from "./model-several";
import { type Prepared, priorScaleOf } from "./prepare";

/** The crossed model on one dimension, or over several with dimensions fixed. */
export function fitModel(prepared: Prepared, seed: number): Outcome<ModelFigures> {
  const dimensions = prepared.table.dimensions.length;
  if (dimensions < 2) return oneDimension(prepared, seed);
  const columns = prepared.ratings.raters * (1 + dimensions) + dimensions;
  const large = columns > MOST_DENSE_COLUMNS || prepared.ratings.score.length > MOST_RATINGS_TOGETHER;
  return large
    ? severalDimensionsBySheet(prepared, dimensions, columns, seed)
    : severalDimensions(prepared, dimensions);
}

/** Beyond these the model over several dimensions is fitted sheet by sheet. */
const MOST_DENSE_COLUMNS = 800;
const MOST_RATINGS_TOGETHER = 20_000;

function oneDimension(prepared: Prepared, seed: number): Outcome<ModelFigures> {
  const { ratings } = prepared;
  const fit = fitCrossed(ratings, "auto", seed);
  if (!fit.ok) return fit;
  const small = ratings.units < MINIMUMS.plugInUnits;
  const integrated = small ? fitIntegrated(ratings, priorScaleOf(prepared)) : null;
  return {
    ok: true,
    value: integrated?.ok
      ? ofIntegrated(fit.value, ratings, integrated.value)
      : ofCrossed(fit.value, ratings),
  };
}

function ofIntegrated(fit: CrossedFit, ratings: Ratings, integrated: IntegratedFit): ModelFigures {
  // A variance estimated as 0 is no finding here: the figures average over what else it may be.
  const { warnings, ...base } = described(fit, ratings, "integrated", { saysUndetected: false });
  return {
    ...base,
    ...integratedFigures(integrated),
    warnings: [...warnings, integratedWarning(integrated)],
  };
}

/** Where no model can be fitted to so few candidates that their order would be noise. */
export function tooFewForRanks(candidates: number): Outcome<never> | null {
  const missing = MINIMUMS.fairScoreUnits - candidates;
  if (missing <= 0) return null;
  return undefinedFor("too-few-units", `Fair scores need ${MINIMUMS.fairScoreUnits} candidates.`, missing);
}
