import { CategoryCurve } from "./category-curve";
import type { RaschTable } from "./rating-table";

/** Everything of the marginal model but the persons: severities sum to zero, thresholds too. */
export interface SharedMeasures {
  readonly rater: Float64Array;
  readonly item: Float64Array;
  readonly tau: Float64Array;
  /** Variance of the persons' abilities. */
  readonly variance: number;
}

/** The 81 abilities, -8 to 8 logits, over which persons are averaged. */
export const NODES = Float64Array.from({ length: 81 }, (_, q) => -8 + q / 5);

/**
 * -2 log marginal likelihood of the rating-scale model with abilities N(0, variance), its slope in the
 * full parameters (raters, items, thresholds, log SD) by Fisher's identity, and each person's posterior.
 *
 * Range: any real number. Undefined: never for finite parameters. Minimum n: one rating.
 * Unit: none (a deviance); slopes a logit.
 * Source: Bock & Aitkin (1981), https://doi.org/10.1007/BF02293801; Louis (1982) for the identity,
 * https://doi.org/10.1111/j.2517-6161.1982.tb01203.x
 *
 * @example
 * marginalLikelihood(table, measures).deviance; // 2086.7536 at the sparse panel's optimum
 */
export interface Marginal {
  readonly deviance: number;
  /** Slope of the deviance in raters, items, thresholds, then log SD. */
  readonly slope: Float64Array;
  /** Persons by nodes. */
  readonly posterior: Float64Array;
}

export function marginalLikelihood(table: RaschTable, measures: SharedMeasures): Marginal {
  const prior = priorOf(measures.variance);
  const curve = new CategoryCurve(measures.tau);
  const posterior = new Float64Array(table.persons * NODES.length);
  const seen = new Uint8Array(table.persons);
  for (let row = 0; row < table.category.length; row++) {
    const n = table.person[row] as number;
    seen[n] = 1;
    const offset = offsetOf(table, measures, row);
    const x = table.category[row] as number;
    for (let q = 0, at = n * NODES.length; q < NODES.length; q++, at++) {
      const location = (NODES[q] as number) - offset;
      posterior[at] = (posterior[at] as number) + curve.at(location).logProbability(x, location);
    }
  }
  let deviance = 0;
  for (let n = 0; n < table.persons; n++) {
    const log = normalise(posterior.subarray(n * NODES.length, (n + 1) * NODES.length), prior);
    if (seen[n] === 1) deviance -= 2 * log;
  }
  return { deviance, slope: slopeOf(table, measures, posterior, seen, prior), posterior };
}

/** Weights of the nodes under N(0, variance), summing to one. */
function priorOf(variance: number): Float64Array {
  const raw = NODES.map((theta) => Math.exp((-theta * theta) / (2 * variance)));
  const total = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w) => w / total);
}

function offsetOf(table: RaschTable, { rater, item }: SharedMeasures, row: number): number {
  return (rater[table.rater[row] as number] as number) + (item[table.item[row] as number] as number);
}

/** Turns log-likelihoods into a posterior in place; answers the log of what it was divided by. */
function normalise(logs: Float64Array, prior: Float64Array): number {
  const most = logs.reduce((top, log) => Math.max(top, log), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let q = 0; q < logs.length; q++) {
    const value = Math.exp((logs[q] as number) - most) * (prior[q] as number);
    logs[q] = value;
    total += value;
  }
  for (let q = 0; q < logs.length; q++) logs[q] = (logs[q] as number) / total;
  return most + Math.log(total);
}

function slopeOf(
  table: RaschTable,
  measures: SharedMeasures,
  posterior: Float64Array,
  seen: Uint8Array,
  prior: Float64Array,
): Float64Array {
  const { raters, items } = table;
  const steps = measures.tau.length;
  const slope = new Float64Array(raters + items + steps + 1);
  const curve = new CategoryCurve(measures.tau);
  const add = (at: number, value: number) => {
    slope[at] = (slope[at] as number) + value;
  };
  for (let row = 0; row < table.category.length; row++) {
    const x = table.category[row] as number;
    const offset = offsetOf(table, measures, row);
    const first = (table.person[row] as number) * NODES.length;
    let expected = 0;
    for (let q = 0; q < NODES.length; q++) {
      const weight = posterior[first + q] as number;
      if (weight < NEGLIGIBLE) continue;
      curve.at((NODES[q] as number) - offset);
      expected += weight * curve.expected;
      for (let k = 0; k < steps; k++) add(raters + items + k, -2 * weight * (curve.atLeast[k] as number));
    }
    add(table.rater[row] as number, 2 * (x - expected));
    add(raters + (table.item[row] as number), 2 * (x - expected));
    for (let k = 0; k < x; k++) add(raters + items + k, 2);
  }
  const square = (of: (q: number) => number) =>
    NODES.reduce((sum, theta, q) => sum + of(q) * theta * theta, 0);
  const expectedSquare = square((q) => prior[q] as number);
  for (let n = 0; n < table.persons; n++) {
    if (seen[n] === 0) continue;
    const own = square((q) => posterior[n * NODES.length + q] as number);
    add(slope.length - 1, (-2 * (own - expectedSquare)) / measures.variance);
  }
  return slope;
}

const NEGLIGIBLE = 1e-14;
