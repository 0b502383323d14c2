import { factor, inverse } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { components } from "./components";
import { type RatingGraph, ratingGraph } from "./graph";

/** Up to this many raters every pair is weighed (a dense inverse of half a second); above, none is. */
export const MOST_RATERS_WEIGHED = 800;

/**
 * The one extra pairing that would help most: the pair of unit and rater that have not met, that
 * most lowers the mean variance of the difference between two raters' severities.
 * Where the panel is in separate groups the best pair always links two of them.
 *
 * Range: positions in the table; variances in units of the residual variance. Minimum n: two raters.
 * Undefined: `no-ratings`; `one-rater`; `complete-table` when everybody has seen everybody;
 * `too-many-raters` above MOST_RATERS_WEIGHED.
 * Unit: multiples of the residual variance.
 * Source: Shah & Sinha (1989), A-optimal block designs, https://doi.org/10.1007/978-1-4612-3662-7
 *
 * @example
 * // Two groups of two: the best pairing joins them.
 * extraPair(ratingsOfTable([[4, 3, null, null], [null, null, 2, 3]]));
 */
export function extraPair(ratings: Ratings, ratios: VarianceRatios = USUAL_RATIOS): Outcome<ExtraPair> {
  if (ratings.unit.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  if (ratings.raters < 2)
    return undefinedFor("one-rater", "Severity is a comparison with a second rater.", 1);
  if (ratings.raters > MOST_RATERS_WEIGHED) {
    return undefinedFor("too-many-raters", `Pairs are weighed up to ${MOST_RATERS_WEIGHED} raters.`);
  }
  const graph = ratingGraph(ratings);
  const groups = components(ratings);
  const linked = groups.ok && groups.value.count === 1;
  const used = linked ? ratios : { ...ratios, unit: Math.min(ratios.unit, NEARLY_FIXED) };
  const spread = contrastSpread(graph, used);
  const best = bestPair(graph, spread, used);
  if (!best) return undefinedFor("complete-table", "Every rater has already seen every unit.");
  const pairs = (graph.raters * (graph.raters - 1)) / 2;
  return defined({
    unit: best.unit,
    rater: best.rater,
    varianceNow: spread.total / pairs,
    varianceThen: (spread.total - best.gain) / pairs,
  });
}

/** Residual variance over that of units, and over that of raters. */
export interface VarianceRatios {
  readonly unit: number;
  readonly rater: number;
}

/** Units as spread as the residual, severities nearly free. */
export const USUAL_RATIOS: VarianceRatios = { unit: 1, rater: 1e-3 };

/** In separate groups nothing says that units are equally able: taken as free, a link comes first. */
const NEARLY_FIXED = 1e-3;

export interface ExtraPair {
  readonly unit: number;
  readonly rater: number;
  /** Mean variance of a difference of two severities, over the residual variance: today. */
  readonly varianceNow: number;
  /** The same with the extra pairing. */
  readonly varianceThen: number;
}

interface Spread {
  /** Inverse information of the severities. */
  readonly k: Float64Array;
  /** How each entry of the information moves the sum of contrast variances: K (R I - 11') K. */
  readonly g: Float64Array;
  readonly total: number;
}

/** Severity information with units eliminated, its inverse, and the sum of contrast variances. */
function contrastSpread({ units, raters, start, next }: RatingGraph, ratios: VarianceRatios): Spread {
  const s = new Float64Array(raters * raters);
  for (let r = 0; r < raters; r++) s[r * raters + r] = ratios.rater;
  for (let u = 0; u < units; u++) {
    const from = start[u] ?? 0;
    const to = start[u + 1] ?? 0;
    for (let a = from; a < to; a++) {
      const row = ((next[a] ?? 0) - units) * raters;
      s[row + (next[a] ?? 0) - units] = (s[row + (next[a] ?? 0) - units] ?? 0) + 1;
      for (let b = from; b < to; b++) {
        const at = row + (next[b] ?? 0) - units;
        s[at] = (s[at] ?? 0) - 1 / (ratios.unit + to - from);
      }
    }
  }
  factor(s, raters);
  const k = inverse(s, raters);
  const rowSum = new Float64Array(raters);
  let trace = 0;
  let sum = 0;
  for (let r = 0; r < raters; r++) {
    for (let c = 0; c < raters; c++) rowSum[r] = (rowSum[r] ?? 0) + (k[r * raters + c] ?? 0);
    trace += k[r * raters + r] ?? 0;
    sum += rowSum[r] ?? 0;
  }
  const g = new Float64Array(raters * raters);
  for (let a = 0; a < raters; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let c = 0; c < raters; c++) dot += (k[a * raters + c] ?? 0) * (k[b * raters + c] ?? 0);
      const value = raters * dot - (rowSum[a] ?? 0) * (rowSum[b] ?? 0);
      g[a * raters + b] = value;
      g[b * raters + a] = value;
    }
  }
  return { k, g, total: raters * trace - sum };
}

/** Weighs every pair not yet met by the rank-two change it would make; the first of equals wins. */
function bestPair(
  { units, raters, start, next }: RatingGraph,
  { k, g }: Spread,
  { unit: ratio }: VarianceRatios,
) {
  let best: { unit: number; rater: number; gain: number } | null = null;
  const kn = new Float64Array(raters);
  const gn = new Float64Array(raters);
  for (let u = 0; u < units; u++) {
    const seen = next.subarray(start[u] ?? 0, start[u + 1] ?? 0);
    let nkn = 0;
    let ngn = 0;
    kn.fill(0);
    gn.fill(0);
    for (const v of seen) {
      const row = (v - units) * raters;
      for (let r = 0; r < raters; r++) {
        kn[r] = (kn[r] ?? 0) + (k[row + r] ?? 0);
        gn[r] = (gn[r] ?? 0) + (g[row + r] ?? 0);
      }
    }
    for (const v of seen) {
      nkn += kn[v - units] ?? 0;
      ngn += gn[v - units] ?? 0;
    }
    for (let r = 0; r < raters; r++) {
      if (seen.includes(units + r)) continue;
      const quad = { rr: k[r * raters + r] ?? 0, rn: kn[r] ?? 0, nn: nkn };
      const move = { rr: g[r * raters + r] ?? 0, rn: gn[r] ?? 0, nn: ngn };
      const gain = gainOf(quad, move, ratio + seen.length);
      if (best === null || gain > best.gain * (1 + 1e-9)) best = { unit: u, rater: r, gain };
    }
  }
  return best;
}

interface Form {
  readonly rr: number;
  readonly rn: number;
  readonly nn: number;
}

/**
 * One more pairing adds e e' + n n'/d - (n + e)(n + e)'/(d + 1) to the information, which is
 * d/(d + 1) times (e - n/d)(e - n/d)': a single direction, so Sherman and Morrison's formula gives the gain.
 */
function gainOf(quad: Form, move: Form, d: number): number {
  const along = ({ rr, rn, nn }: Form) => rr - (2 * rn) / d + nn / (d * d);
  return along(move) / ((d + 1) / d + along(quad));
}
