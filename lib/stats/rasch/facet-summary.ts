import { defined, type Outcome, undefinedFor } from "../outcome";

/**
 * How well a facet's elements are spread beyond their errors: separation, strata, reliability, and the
 * chi-square of "all the same". For raters a *high* reliability is bad news: it says their severities
 * reproducibly differ.
 *
 * Range: separation and strata >= 0; reliability 0..1. Unit: logits for rmse and SDs. Minimum n: two elements.
 * Undefined when: fewer than two elements (`too-few-units`), or one has no finite measure or an error of 0
 * (`all-extreme`).
 * Source: Wright & Masters (1982), Rating Scale Analysis
 * (ISBN 978-0941938013); Schumacker & Smith (2007), https://doi.org/10.1177/0013164406294776
 *
 * @example
 * const found = facetSummary(measure, modelError);
 * found.ok && found.value.reliabilitySample; // Guilford's raters: .582875838975797
 */
export interface FacetSummary {
  readonly rmse: number;
  readonly sdSample: number;
  readonly sdPopulation: number;
  readonly separationSample: number;
  readonly separationPopulation: number;
  readonly reliabilitySample: number;
  readonly reliabilityPopulation: number;
  readonly strata: number;
  readonly chiSquare: number;
  readonly freedom: number;
}

export function facetSummary(measure: ArrayLike<number>, error: ArrayLike<number>): Outcome<FacetSummary> {
  const n = measure.length;
  if (n < 2) return undefinedFor("too-few-units", "A spread needs two elements.", 2 - n);
  const values = Array.from(measure);
  const errors = Array.from(error);
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const errorSquare = errors.reduce((sum, se) => sum + se * se, 0) / n;
  if (!(errorSquare > 0) || !Number.isFinite(errorSquare + squares))
    return undefinedFor("all-extreme", "An element has no finite measure or no error.");
  const weights = errors.map((se) => 1 / (se * se));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const weighted = values.reduce((sum, x, k) => sum + x * (weights[k] as number), 0);
  const sample = separated(squares / (n - 1), errorSquare);
  const population = separated(squares / n, errorSquare);
  return defined({
    rmse: Math.sqrt(errorSquare),
    sdSample: Math.sqrt(squares / (n - 1)),
    sdPopulation: Math.sqrt(squares / n),
    separationSample: sample.separation,
    separationPopulation: population.separation,
    reliabilitySample: sample.reliability,
    reliabilityPopulation: population.reliability,
    strata: (4 * population.separation + 1) / 3,
    chiSquare:
      values.reduce((sum, x, k) => sum + x * x * (weights[k] as number), 0) - (weighted * weighted) / total,
    freedom: n - 1,
  });
}

function separated(variance: number, errorSquare: number) {
  const real = Math.max(0, variance - errorSquare);
  return { separation: Math.sqrt(real / errorSquare), reliability: variance > 0 ? real / variance : 0 };
}
