import type { Outcome } from "../../outcome";
import { arranged, type ErrorCovariance } from "../error-covariance";
import { informationCovariance } from "../information-covariance";
import type { DimensionVariances } from "../several-dimensions";
import type { Sheets } from "../sheets";
import { layOutHoled } from "./layout";
import { maximiseHoled } from "./reml";

/**
 * The six variances of sheets with holes by REML, by name, with the covariances of their errors.
 *
 * Unit: squared score points. Range: >= 0. Minimum n: as the fit.
 * Undefined: null where `maximiseHoled` has none.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * holedVariances(sheets, 5, start, 1)?.variance.unit; // within .2 % of the exact optimum
 */
export function holedVariances(
  sheets: Sheets,
  dimensions: number,
  start: DimensionVariances,
  seed: number,
): { readonly variance: DimensionVariances; readonly errors: Outcome<ErrorCovariance> } | null {
  const layout = layOutHoled(sheets, dimensions);
  const order = layout.keptIsRater ? UNITS_ELIMINATED : RATERS_ELIMINATED;
  const found = maximiseHoled(
    layout,
    order.map((name) => start[name]),
    seed,
  );
  if (found === null) return null;
  const of = (name: keyof DimensionVariances) => found.variances[order.indexOf(name)] ?? 0;
  return {
    variance: {
      unit: of("unit"),
      rater: of("rater"),
      unitDimension: of("unitDimension"),
      raterDimension: of("raterDimension"),
      unitRater: of("unitRater"),
      residual: of("residual"),
    },
    errors: arranged(order, informationCovariance(found.variances, found.information)),
  };
}

const UNITS = ["unit", "unitDimension"] as const;
const RATERS = ["rater", "raterDimension"] as const;
const REST = ["unitRater", "residual"] as const;
const UNITS_ELIMINATED = [...UNITS, ...RATERS, ...REST];
const RATERS_ELIMINATED = [...RATERS, ...UNITS, ...REST];
