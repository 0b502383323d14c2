import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import { type DimensionsAre, type DStudyPoint, dStudy } from "./d-study";
import type { Observed, VarianceStudy } from "./variance-study";

/** So many raters a unit, and between how many the truth may lie. */
export interface RatersNeeded {
  readonly estimate: number;
  readonly interval: Outcome<Interval>;
  readonly n: Observed;
}

/**
 * How many raters each unit would need for scores of a wanted reliability (usually .80), by
 * bisection: Phi grows with the number of raters towards a limit it may never reach. The interval is where the ends
 * of Phi's own interval reach it.
 *
 * Range: 1 up to MOST_RATERS_ADVISED. Unit: raters. Minimum n: as dStudy.
 * Undefined: `no-variation` when units do not differ, or when no panel of that size reaches it; the interval when the
 * lower end of Phi never does, or as dStudy's.
 * Source: Brennan (2001), Generalizability Theory, https://doi.org/10.1007/978-1-4757-3456-0
 *
 * @example
 * ratersNeeded(study, 5, 0.8, "fixed"); // 4, interval [3, 6], for the sparse 60 x 25 x 5 example
 */
export function ratersNeeded(
  study: VarianceStudy,
  dimensions: number,
  wanted: number,
  dimensionsAre: DimensionsAre,
): Outcome<RatersNeeded> {
  const at = (raters: number) => dStudy(study, dimensions, raters, dimensionsAre);
  const reaching = (read: (point: DStudyPoint) => number) =>
    fewest((raters) => {
      const point = at(raters);
      return point.ok && read(point.value) >= wanted - ROUNDING;
    });
  const estimate = reaching(({ absolute }) => absolute.estimate);
  if (estimate === null) {
    return undefinedFor("no-variation", `Not even ${MOST_RATERS_ADVISED} raters would reach it.`);
  }
  const here = at(estimate);
  if (!here.ok) return here;
  const { interval } = here.value.absolute;
  const end = (which: 0 | 1) =>
    reaching(({ absolute }) => (absolute.interval.ok ? absolute.interval.value[which] : Number.NaN));
  return defined({ estimate, interval: interval.ok ? between(end(1), end(0)) : interval, n: study.n });
}

/** A reliability equal to the wanted one up to rounding counts as reached. */
const ROUNDING = 1e-12;

/** Nobody plans a panel larger than this; past it the honest answer is "not by adding raters". */
export const MOST_RATERS_ADVISED = 10_000;

/** The least number for which it holds, null where it never does up to the largest. */
function fewest(holds: (raters: number) => boolean): number | null {
  if (!holds(MOST_RATERS_ADVISED)) return null;
  let low = 1;
  let high = MOST_RATERS_ADVISED;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function between(lower: number | null, upper: number | null): Outcome<Interval> {
  if (lower === null || upper === null) {
    const atBest = lower === null ? "" : ` At best ${lower} would.`;
    return undefinedFor(
      "no-variation",
      `It may be that not even ${MOST_RATERS_ADVISED} raters reach it.${atBest}`,
    );
  }
  return defined([lower, upper]);
}
