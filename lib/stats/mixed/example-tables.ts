import { randomNormal, seededRandom } from "../random";
import { type Ratings, ratingsOfTable } from "../ratings";

/**
 * Tables the tests and worked examples share. Penicillin: 24 plates (units) x 6 samples (raters), the
 * diameter of growth, from Davies & Goldsmith (1972) as in R's lme4; its REML fit is widely printed.
 *
 * Range: scores 18 to 27 for the plates. Unit: millimetres. Minimum n: none. Undefined: never.
 * Source: Bates et al. (2015), https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * penicillin().score.length; // 144
 */
const PLATES = `
27 23 26 23 23 21  27 23 26 23 23 21  25 21 25 24 24 20  26 23 25 23 23 20  25 22 26 22 23 20  24 22 25 23 22 19
24 20 23 21 22 19  26 22 26 24 24 21  24 21 24 22 22 20  24 21 24 23 22 19  26 23 26 24 24 21  25 22 26 24 24 20
26 24 26 24 25 22  26 23 26 23 23 20  26 23 25 24 24 22  25 22 25 23 23 20  25 21 24 23 23 20  25 22 24 23 23 19
24 21 23 21 21 19  26 23 26 24 24 21  25 21 24 22 22 18  25 22 25 22 22 20  24 21 24 22 24 19  24 21 24 22 21 18`;
const SAMPLES = 6;

export function penicillin(): Ratings {
  const scores = PLATES.trim().split(/\s+/).map(Number);
  const plates = Array.from({ length: scores.length / SAMPLES }, (_, i) =>
    scores.slice(i * SAMPLES, (i + 1) * SAMPLES),
  );
  return ratingsOfTable(plates);
}

/** A sparse panel: each unit rated by `each` neighbouring raters, scores unrounded, the same for a seed. */
export function sparsePanel(units: number, raters: number, each: number, seed: number): Ratings {
  const next = seededRandom(seed);
  const merit = Array.from({ length: units }, () => 0.7 * randomNormal(next));
  const leniency = Array.from({ length: raters }, () => 0.4 * randomNormal(next));
  const rows = Array.from({ length: units * each }, (_, at) => {
    const i = Math.floor(at / each);
    const j = (i * 7 + (at % each) * 3) % raters;
    return { i, j, y: 3 + (merit[i] ?? 0) + (leniency[j] ?? 0) + 0.8 * randomNormal(next) };
  });
  return {
    unit: Int32Array.from(rows, (row) => row.i),
    rater: Int32Array.from(rows, (row) => row.j),
    score: Float64Array.from(rows, (row) => row.y),
    units,
    raters,
  };
}
