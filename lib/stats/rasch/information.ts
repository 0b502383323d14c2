import { CategoryCurve } from "./category-curve";
import type { RaschTable } from "./rating-table";

/**
 * Log-likelihood, slope and information of the joint model at given parameters. Persons meet no other
 * person, so their block is diagonal; raters, items and thresholds (the shared part) stand together.
 *
 * Unit: logits. Range: information positive. Undefined: never for finite parameters.
 * Minimum n: one rating.
 * Source: Linacre (1989), Many-Facet Rasch Measurement; Andrich (1978), https://doi.org/10.1007/BF02293814
 *
 * @example
 * jointInformation(table, measures).logLikelihood; // -165.805393733903 at Guilford's optimum
 */
export interface Measures {
  readonly person: Float64Array;
  readonly rater: Float64Array;
  readonly item: Float64Array;
  readonly tau: Float64Array;
}

export interface JointInformation {
  readonly logLikelihood: number;
  readonly personSlope: Float64Array;
  readonly personWeight: Float64Array;
  readonly sharedSlope: Float64Array;
  /** Persons by shared parameters, row-major. */
  readonly cross: Float64Array;
  /** Shared by shared, row-major, full. */
  readonly shared: Float64Array;
  readonly size: number;
}

/** Shared parameters in order: raters, items, thresholds, before any constraint. */
export function jointInformation(table: RaschTable, measures: Measures): JointInformation {
  const { raters, items, persons } = table;
  const steps = measures.tau.length;
  const size = raters + items + steps;
  const personSlope = new Float64Array(persons);
  const personWeight = new Float64Array(persons);
  const sharedSlope = new Float64Array(size);
  const cross = new Float64Array(persons * size);
  const shared = new Float64Array(size * size);
  const curve = new CategoryCurve(measures.tau);
  const firstStep = raters + items;
  let logLikelihood = 0;
  const add = (a: Float64Array, at: number, value: number) => {
    a[at] = (a[at] as number) + value;
  };
  for (let row = 0; row < table.category.length; row++) {
    const n = table.person[row] as number;
    const j = table.rater[row] as number;
    const d = raters + (table.item[row] as number);
    const x = table.category[row] as number;
    const location = locationOf(table, measures, row);
    const { expected, variance: w, atLeast } = curve.at(location);
    logLikelihood += curve.logProbability(x, location);
    add(personSlope, n, x - expected);
    add(personWeight, n, w);
    add(sharedSlope, j, expected - x);
    add(sharedSlope, d, expected - x);
    add(cross, n * size + j, -w);
    add(cross, n * size + d, -w);
    for (const a of [j, d]) for (const b of [j, d]) add(shared, a * size + b, w);
    for (let k = 0; k < steps; k++) {
      const reached = atLeast[k] as number;
      const s = firstStep + k;
      add(sharedSlope, s, reached - (x > k ? 1 : 0));
      // cov(x, [x >= k]) = sum over l of P(x >= max(k, l)) - P(x >= k) P(x >= l).
      let covariance = -reached * expected;
      for (let l = 0; l < steps; l++) {
        const both = atLeast[Math.max(k, l)] as number;
        covariance += both;
        add(shared, s * size + firstStep + l, both - reached * (atLeast[l] as number));
      }
      add(cross, n * size + s, -covariance);
      for (const a of [j, d]) {
        add(shared, a * size + s, covariance);
        add(shared, s * size + a, covariance);
      }
    }
  }
  return { logLikelihood, personSlope, personWeight, sharedSlope, cross, shared, size };
}

export function locationOf(table: RaschTable, measures: Measures, row: number): number {
  return (
    (measures.person[table.person[row] as number] as number) -
    (measures.rater[table.rater[row] as number] as number) -
    (measures.item[table.item[row] as number] as number)
  );
}
