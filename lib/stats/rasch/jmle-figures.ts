import { inverse } from "../linalg/dense";
import { raschCautions } from "./cautions";
import { type Constraint, expandVariances, reduceVector } from "./constraint";
import { elementMeasures } from "./element-measure";
import type { WithoutExtremes } from "./extremes";
import type { JointInformation, Measures } from "./information";
import type { JmleFit, JointWorkings } from "./jmle";
import type { RaschTable } from "./rating-table";

/**
 * The figures of a settled joint Rasch fit: measures with their own and their joint standard errors.
 *
 * Unit: logits. Range: errors > 0. Minimum n: as the fit. Undefined: never at a settled fit, but for elements without
 * a measure, each with its reason. Source: Linacre (1989), Many-Facet Rasch Measurement (ISBN 978-0941938020)
 *
 * @example
 * describeJmle(table, measures, information, constraint, schur, extremes, steps).elements.rater[0];
 */
export function describeJmle(
  table: RaschTable,
  measures: Measures,
  information: JointInformation,
  constraint: Constraint,
  schur: Float64Array,
  extremes: WithoutExtremes,
  steps: number,
): JmleFit {
  const n = constraint.free.length;
  const { raters, items } = table;
  const covariance = inverse(schur, n);
  const shared = expandVariances(constraint, covariance).map(Math.sqrt);
  const person = information.personWeight.map((weight, of) => {
    if (!(weight > 0)) return Number.NaN;
    const row = reduceVector(constraint, information.cross, of * information.size);
    let extra = 0;
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++)
        extra += (row[a] as number) * (covariance[a * n + b] as number) * (row[b] as number);
    }
    return Math.sqrt(1 / weight + extra / (weight * weight));
  });
  const own = (first: number, count: number) =>
    Float64Array.from(
      { length: count },
      (_, k) => 1 / Math.sqrt(information.shared[(first + k) * (information.size + 1)] as number),
    );
  const of = (present: Int32Array, values: Float64Array) => onlyPresent(present, values);
  const solved: JointWorkings = {
    measures: {
      person: of(table.person, measures.person),
      rater: of(table.rater, measures.rater),
      item: of(table.item, measures.item),
      tau: measures.tau,
    },
    modelError: {
      person: of(
        table.person,
        information.personWeight.map((weight) => 1 / Math.sqrt(weight)),
      ),
      rater: of(table.rater, own(0, raters)),
      item: of(table.item, own(raters, items)),
    },
    jointError: {
      person,
      rater: of(table.rater, shared.slice(0, raters)),
      item: of(table.item, shared.slice(raters, raters + items)),
      tau: shared.slice(raters + items),
    },
  };
  return {
    elements: elementMeasures(solved, extremes),
    thresholds: { tau: measures.tau, standardError: solved.jointError.tau },
    cautions: raschCautions(table, measures.tau),
    logLikelihood: information.logLikelihood,
    extremes,
    steps,
    solved,
  };
}

/** A start value of 0 is no measure: places of elements without ratings in the fit are never read, and hold NaN. */
function onlyPresent(present: Int32Array, values: Float64Array): Float64Array {
  const seen = new Set(present);
  return values.map((value, at) => (seen.has(at) ? value : Number.NaN));
}
