/**
 * The part of a posterior that carries weight, as points of a lattice: from the mode outwards along every axis,
 * a step being about one standard deviation, until the log-density has fallen too far. On a smooth density this
 * sums as exactly as a fine grid and asks for a fraction of its points.
 *
 * Unit: the axes' own. Range: finite points. Undefined: no visit where the start has no density. Minimum n: none.
 * Source: Rue, Martino & Chopin (2009), 6.5, https://doi.org/10.1111/j.1467-9868.2008.00700.x
 *
 * @example
 * let total = 0;
 * walkLattice((at) => ({ log: -(at[0] ** 2 + at[1] ** 2) / 2 }), [1, 1], (_, weight) => (total += weight));
 */
export type Point = readonly number[];

/** How far below the mode a point's log-density may lie. */
const DROP = 7;
/** Of the standard deviation at the mode; skewed posteriors need a little less than one. */
const STEP = 1.3;
const STEPS = { least: 0.05, most: 1 };
const MOST_POINTS = 4000;

/** `visit` hears each point that counts, with its density relative to the mode's. */
export function walkLattice<T extends { readonly log: number }>(
  density: (at: Point) => T | null,
  start: Point,
  visit: (found: T, weight: number) => void,
): void {
  const log = (at: Point) => density(at)?.log ?? Number.NEGATIVE_INFINITY;
  const { at: mode, log: top } = uphill(log, start);
  if (top === Number.NEGATIVE_INFINITY) return;
  const steps = mode.map((_, axis) => stepAlong(log, mode, top, axis));
  const seen = new Set<string>();
  const waiting: Point[] = [mode.map(() => 0)];
  while (waiting.length > 0 && seen.size < MOST_POINTS) {
    const place = waiting.shift() as Point;
    if (seen.has(place.join())) continue;
    seen.add(place.join());
    const found = density(mode.map((m, axis) => m + (place[axis] as number) * (steps[axis] as number)));
    if (found === null || found.log < top - DROP) continue;
    visit(found, Math.exp(found.log - top));
    for (let axis = 0; axis < place.length; axis++) {
      for (const by of [-1, 1]) waiting.push(moved(place, axis, by));
    }
  }
}

function moved(at: Point, axis: number, by: number): Point {
  return at.map((x, k) => (k === axis ? x + by : x));
}

/** Coordinate steps uphill, halved until they no longer help. */
function uphill(log: (at: Point) => number, start: Point): { at: Point; log: number } {
  let best = { at: start, log: log(start) };
  for (let step = 0.8; step > 0.12; ) {
    const from = best;
    for (let axis = 0; axis < start.length; axis++) {
      for (const by of [step, -step]) {
        const at = moved(best.at, axis, by);
        const there = { at, log: log(at) };
        if (there.log > best.log) {
          best = there;
          break;
        }
      }
    }
    if (best === from) step /= 2;
  }
  return best;
}

function stepAlong(log: (at: Point) => number, mode: Point, top: number, axis: number): number {
  const near = 0.25;
  const curvature = (2 * top - log(moved(mode, axis, near)) - log(moved(mode, axis, -near))) / near ** 2;
  const deviation = curvature > 0 ? 1 / Math.sqrt(curvature) : STEPS.most;
  return Math.min(STEPS.most, Math.max(STEPS.least, STEP * deviation));
}
