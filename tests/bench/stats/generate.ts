import { randomIndex, randomNormal, seededRandom } from "../../../lib/stats/random";
import type { Ratings } from "../../../lib/stats/ratings";

/** Who sees whom: everybody anybody, departments as in a university, or teams with some crossing. */
export type Shape = "random" | "departments" | "teams";

export interface Wanted {
  readonly shape: Shape;
  readonly ratings: number;
  readonly units: number;
  readonly raters: number;
  readonly seed: number;
}

const SD = { unit: 0.52, rater: 0.33, residual: 1.18 };
const MEAN = 3.25;
const TEAM = 25;
const DEPARTMENTS = 14;
/** Share of ratings given across teams or departments. */
const ACROSS = { teams: 0.1, departments: 0.3 };

/** Ratings on 1..5 from a crossed model, no pair twice, the same for the same seed. */
export function generate({ shape, ratings: n, units, raters, seed }: Wanted): Ratings {
  const next = seededRandom(seed);
  const ability = Float64Array.from({ length: units }, () => SD.unit * randomNormal(next));
  const leniency = Float64Array.from({ length: raters }, () => SD.rater * randomNormal(next));
  const unit = new Int32Array(n);
  const rater = new Int32Array(n);
  const score = new Float64Array(n);
  const seen = new Set<number>();
  for (let k = 0; k < n; ) {
    const i = k % units;
    const j = pickRater(shape, i, units, raters, next);
    if (seen.has(i * raters + j)) continue;
    seen.add(i * raters + j);
    unit[k] = i;
    rater[k] = j;
    const raw = MEAN + (ability[i] ?? 0) + (leniency[j] ?? 0) + SD.residual * randomNormal(next);
    score[k] = Math.max(1, Math.min(5, Math.round(raw)));
    k++;
  }
  return { unit, rater, score, units, raters };
}

function pickRater(shape: Shape, i: number, units: number, raters: number, next: () => number): number {
  if (shape === "random") return randomIndex(next, raters);
  const groups = shape === "teams" ? Math.floor(raters / TEAM) : DEPARTMENTS;
  if (next() < ACROSS[shape]) return randomIndex(next, raters);
  const group = shape === "teams" ? i % groups : Math.floor((i * groups) / units);
  const size = raters / groups;
  return Math.min(raters - 1, Math.floor(group * size + next() * size));
}
