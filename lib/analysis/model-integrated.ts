import { MINIMUMS } from "../stats/minimums";
import { fitIntegratedDimensions, integratedColumns } from "../stats/mixed/integrated-dimensions";
import { fitIntegrated, type IntegratedFit } from "../stats/mixed/integrated-fit";
import type { DimensionsFit, DimensionVariances } from "../stats/mixed/several-dimensions";
import { sheetsOf } from "../stats/mixed/sheets";
import { integratedFigures, integratedWarning, type ModelFigures, undetected } from "./model-figures";
import { type Prepared, priorScaleOf } from "./prepare";
import { isMissing } from "./report-shape";

/** Below 40 candidates the composite's variances are averaged over, whichever route fitted them. */
export function integratedWhereFew(
  figures: ModelFigures,
  prepared: Prepared,
  { variance, dimensions }: Pick<DimensionsFit, "variance" | "dimensions">,
): ModelFigures {
  if (prepared.ratings.units >= MINIMUMS.plugInUnits) return figures;
  const found = integratedComposite(prepared, dimensions, variance);
  if (found === null) return { ...figures, warnings: [...figures.warnings, PLUGGED_IN] };
  const { fit, byMeans } = found;
  return {
    ...figures,
    ...integratedFigures(fit),
    model: isMissing(figures.model) ? figures.model : { ...figures.model, method: "integrated" },
    warnings: [
      // A variance estimated as 0 is no finding here: the figures average over what else it may be.
      ...figures.warnings.filter((warning) => !undetected(0, 0).includes(warning)),
      integratedWarning(fit),
      ...(byMeans ? [BY_MEANS] : []),
    ],
  };
}

const PLUGGED_IN = `Fewer than ${MINIMUMS.plugInUnits} candidates, but their variances cannot be averaged over: they are plugged in, so standard errors are somewhat short.`;
const BY_MEANS =
  "Some sheets lack a dimension, and the table is too large to allow for each: a sheet counts as the mean of what it has.";

/** Above these the walk over the variances would take longer than a report may. */
const MOST_INTEGRATED_COLUMNS = 250;
const MOST_INTEGRATED_RATINGS = 20_000;

/** Complete sheets are a crossed table of their means; others need the whole model at every point of the walk. */
function integratedComposite(
  prepared: Prepared,
  dimensions: number,
  variance: DimensionVariances,
): { fit: IntegratedFit; byMeans: boolean } | null {
  const { table, ratings } = prepared;
  const { composite, incomplete } = sheetsOf(ratings, table.dimension, dimensions);
  const prior = priorScaleOf(prepared);
  const small =
    integratedColumns(ratings, dimensions) <= MOST_INTEGRATED_COLUMNS &&
    ratings.score.length <= MOST_INTEGRATED_RATINGS;
  const whole = incomplete > 0 && small;
  const fit = whole
    ? fitIntegratedDimensions(ratings, table.dimension, dimensions, variance, prior)
    : fitIntegrated(composite, prior, variance.raterDimension / dimensions);
  return fit.ok ? { fit: fit.value, byMeans: incomplete > 0 && !small } : null;
}
