import { defined, type Outcome, undefinedFor } from "../outcome";
import type { CrossedFit } from "./crossed-fit";
import { informationCovariance } from "./information-covariance";
import type { DimensionsFit, DimensionVariances } from "./several-dimensions";

/** The six variances in the order of every matrix of their errors. */
export const COMPONENTS = [
  "unit",
  "rater",
  "unitDimension",
  "raterDimension",
  "unitRater",
  "residual",
] as const satisfies readonly (keyof DimensionVariances)[];

/** Covariances of the errors of the six variances, in the order of COMPONENTS; 0 where one is held at 0. */
export type ErrorCovariance = readonly (readonly number[])[];

/**
 * How the errors of fitted variances hang together: what a share of them, such as a reliability, needs for its interval.
 * From the average information at the optimum, which every route has; on one dimension the three others are 0.
 *
 * Unit: score points to the fourth power. Range: a symmetric matrix, its diagonal >= 0. Minimum n: as for the fit.
 * Undefined when: two variances cannot be told apart (`not-converged`).
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * const errors = crossedErrorCovariance(fit); // Penicillin
 * errors.ok && Math.sqrt(errors.value[0]?.[0] ?? 0); // .226, the error of the plates' variance
 */
export function crossedErrorCovariance({ solved, variance }: CrossedFit): Outcome<ErrorCovariance> {
  const { unit, rater, residual } = variance;
  const [order, variances] = solved.layout.keptIsRater
    ? [["unit", "rater", "residual"] as const, [unit, rater, residual]]
    : [["rater", "unit", "residual"] as const, [rater, unit, residual]];
  return arranged(order, informationCovariance(variances, solved.information));
}

const BLOCKED_ORDER = ["unit", "unitDimension", "unitRater", "rater", "raterDimension", "residual"] as const;

/** The same of several dimensions. */
export function dimensionErrorCovariance({
  solved: { optimum },
}: Pick<DimensionsFit, "solved">): Outcome<ErrorCovariance> {
  return arranged(BLOCKED_ORDER, informationCovariance(optimum.variances, optimum.information));
}

/**
 * The same where complete sheets were split: contrasts are independent of each other and of the composite, and a
 * general part is the composite's less the contrasts' mean over the dimensions.
 */
export function sheetErrorCovariance(
  composite: CrossedFit,
  contrasts: readonly CrossedFit[],
): Outcome<ErrorCovariance> {
  const whole = crossedErrorCovariance(composite);
  if (!whole.ok) return whole;
  const parts = contrasts.flatMap((contrast) => {
    const found = crossedErrorCovariance(contrast);
    return found.ok ? [found.value] : [];
  });
  if (parts.length < contrasts.length) return INSEPARABLE;
  const dimensions = contrasts.length + 1;
  // A contrast whose variance came out as 0 has no error of its own: it is as uncertain as the others.
  const ofMean = (a: number, b: number) => {
    const known = parts.flatMap((part) => part[a]?.[b] || []);
    return known.length === 0 ? 0 : known.reduce((sum, x) => sum + x, 0) / known.length / contrasts.length;
  };
  const at = (name: keyof DimensionVariances) => COMPONENTS.indexOf(name);
  const splits = [
    { general: at("unit"), own: at("unitDimension"), of: at("unit") },
    { general: at("rater"), own: at("raterDimension"), of: at("rater") },
    { general: at("unitRater"), own: at("residual"), of: at("residual") },
  ];
  const matrix = COMPONENTS.map(() => COMPONENTS.map(() => 0));
  const put = (row: number, column: number, value: number) => {
    const line = matrix[row];
    if (line) line[column] = value;
  };
  for (const a of splits) {
    for (const b of splits) {
      const own = ofMean(a.of, b.of);
      put(a.general, b.general, (whole.value[a.of]?.[b.of] ?? 0) + own / dimensions ** 2);
      put(a.general, b.own, -own / dimensions);
      put(a.own, b.general, -own / dimensions);
      put(a.own, b.own, own);
    }
  }
  return defined(matrix);
}

/** Standard errors from the diagonal; none where a variance is held at 0, or cannot be told from another. */
export function errorsFrom(
  covariance: Outcome<ErrorCovariance>,
): Partial<Record<keyof DimensionVariances, number>> {
  if (!covariance.ok) return {};
  return Object.fromEntries(
    COMPONENTS.flatMap((name, k) => {
      const square = covariance.value[k]?.[k] ?? 0;
      return square > 0 ? [[name, Math.sqrt(square)]] : [];
    }),
  );
}

const INSEPARABLE = undefinedFor(
  "not-converged",
  "Two variances cannot be told apart, so neither has an error.",
);

/** Covariances in some order of the variances, put in that of COMPONENTS. */
export function arranged(
  order: readonly (keyof DimensionVariances)[],
  covariance: ErrorCovariance | null,
): Outcome<ErrorCovariance> {
  if (covariance === null) return INSEPARABLE;
  const at = COMPONENTS.map((name) => order.indexOf(name));
  return defined(at.map((k) => at.map((l) => covariance[k]?.[l] ?? 0)));
}
