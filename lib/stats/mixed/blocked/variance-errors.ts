import { type Outcome, undefinedFor } from "../../outcome";
import { expectedInformationErrors } from "../expected-information";
import type { BlockedLayout, Pattern } from "./design";
import type { BlockedSystem } from "./exact";
import { applyInverse } from "./pattern-inverse";
import type { BlockedOptimum } from "./reml";

/**
 * Standard errors of a blocked model's variances from the expected REML information.
 *
 * Unit: squared score points, in the order of `variances`. Range: > 0. Minimum n: as for the fit.
 * Undefined when: above `mostRatings` (`too-many-ratings`: the projection is formed in full), or two variances cannot
 * be told apart (`not-converged`).
 * Source: Searle, Casella & McCulloch (1992), 6.6, https://doi.org/10.1002/9780470316856
 *
 * @example
 * const errors = blockedVarianceErrors(layout, optimum);
 * errors.ok && errors.value; // sparse panel: [.0834, .0240, .0293, .0497, .0167, .0304]
 */
export const MOST_RATINGS = 2500;

export function blockedVarianceErrors(
  layout: BlockedLayout,
  { system, inverse, variances }: BlockedOptimum,
  mostRatings = MOST_RATINGS,
): Outcome<number[]> {
  if (layout.ratings > mostRatings)
    return undefinedFor("too-many-ratings", `These errors are formed up to ${mostRatings} ratings.`);
  const { level, starts } = effectLevels(layout);
  const size = starts.at(-1) as number;
  const projected = new Float64Array(size * size);
  const n = layout.ratings;
  const components = level.length;
  for (let a = 0; a < n; a++) {
    const row = projectionRow(layout, system, inverse, a);
    const own = level.map((of) => (of[a] as number) * size);
    for (let b = 0; b < n; b++) {
      const value = (row[b] as number) / system.residualVariance;
      for (let k = 0; k < components; k++) {
        for (let l = 0; l < components; l++) {
          const at = (own[k] as number) + ((level[l] as Int32Array)[b] as number);
          projected[at] = (projected[at] as number) + value;
        }
      }
    }
  }
  return expectedInformationErrors(projected, starts, variances, n - (layout.columns - layout.fixedFrom));
}

/** The effect each rating belongs to, component after component, numbered through. */
function effectLevels(layout: BlockedLayout): { level: Int32Array[]; starts: number[] } {
  const starts = [0];
  const level: Int32Array[] = [];
  for (let l = 0; l < layout.locals; l++) {
    const of = new Int32Array(layout.ratings);
    let next = starts[l] as number;
    for (let i = 0; i < layout.blocks; i++) {
      const { size, groups, groupCounts } = layout.patterns[layout.patternOf[i] as number] as Pattern;
      const from = layout.start[i] as number;
      for (let a = 0; a < size; a++) of[from + a] = next + ((groups[l] as Int32Array)[a] as number);
      next += groupCounts[l] as number;
    }
    level.push(of);
    starts.push(next);
  }
  const offset = starts.at(-1) as number;
  for (let k = 0; k + 2 < layout.termStart.length; k++) {
    level.push(
      Int32Array.from(
        { length: layout.ratings },
        (_, a) => offset + (layout.column[a * layout.width + k] as number),
      ),
    );
    starts.push(offset + (layout.termStart[k + 1] as number));
  }
  return { level, starts };
}

/** One row of P in units of the residual variance: V^-1 - V^-1 W C W' V^-1. */
function projectionRow(
  layout: BlockedLayout,
  system: BlockedSystem,
  inverse: Float64Array,
  a: number,
): Float64Array {
  const { width, column, coefficient, columns } = layout;
  const unit = new Float64Array(layout.ratings);
  unit[a] = 1;
  const weighted = applyInverse(layout, system.inverses, unit);
  const loading = new Float64Array(columns);
  weighted.forEach((value, b) => {
    if (value === 0) return;
    for (let p = b * width; p < (b + 1) * width; p++) {
      const c = column[p] as number;
      loading[c] = (loading[c] as number) + value * (coefficient[p] as number) * (system.scale[c] as number);
    }
  });
  const solved = new Float64Array(columns);
  loading.forEach((value, c) => {
    if (value === 0) return;
    for (let k = 0, at = c * columns; k < columns; k++, at++)
      solved[k] = (solved[k] as number) + value * (inverse[at] as number);
  });
  const spread = new Float64Array(layout.ratings);
  for (let p = 0; p < column.length; p++) {
    const c = column[p] as number;
    const b = Math.floor(p / width);
    spread[b] =
      (spread[b] as number) +
      (coefficient[p] as number) * (system.scale[c] as number) * (solved[c] as number);
  }
  const correction = applyInverse(layout, system.inverses, spread);
  return weighted.map((value, b) => value - (correction[b] as number));
}
