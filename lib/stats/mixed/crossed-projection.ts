import { mapOutcome, type Outcome, undefinedFor } from "../outcome";
import type { CrossedFit } from "./crossed-fit";
import { expectedInformationErrors } from "./expected-information";

/**
 * Standard errors of the crossed model's three variances from the expected REML information.
 *
 * Unit: squared score points. Range: > 0. Minimum n: as for the fit.
 * Undefined when: fitted by iteration or above `mostEffects` effects (`too-many-raters`), or two variances cannot be
 * told apart (`not-converged`).
 * Source: Searle, Casella & McCulloch (1992), https://doi.org/10.1002/9780470316856
 *
 * @example
 * varianceErrors(fit); // Penicillin: { unit: .2263652168, rater: 2.3676095795, residual: .0398813697 }
 */
export function varianceErrors(
  fit: CrossedFit,
  mostEffects = MOST_EFFECTS,
): Outcome<{ unit: number; rater: number; residual: number }> {
  const projected = projectedEffects(fit, mostEffects);
  if (projected === null)
    return undefinedFor("too-many-raters", `These errors are formed up to ${mostEffects} effects.`);
  const { layout } = fit.solved;
  const first = layout.keptIsRater ? fit.variance.unit : fit.variance.rater;
  const second = layout.keptIsRater ? fit.variance.rater : fit.variance.unit;
  const starts = [0, layout.eliminated, layout.eliminated + layout.kept];
  const errors = expectedInformationErrors(
    projected,
    starts,
    [first, second, fit.variance.residual],
    layout.ratings - 1,
  );
  return mapOutcome(errors, ([a = 0, b = 0, residual = 0]) =>
    layout.keptIsRater ? { unit: a, rater: b, residual } : { unit: b, rater: a, residual },
  );
}

/** Z'PZ is formed in full: beyond this many effects it would take minutes. */
const MOST_EFFECTS = 2500;

/** Z'PZ of both sides (eliminated first), formed directly so that a variance of 0 is no special case. */
function projectedEffects(fit: CrossedFit, mostEffects: number): Float64Array | null {
  const { layout, lambda, rho, exact } = fit.solved;
  if (exact === null || layout.eliminated + layout.kept > mostEffects) return null;
  const { eliminated, kept, start, keptOf } = layout;
  const size = eliminated + kept;
  const columns = kept + 1;
  const tau = Math.sqrt(rho);
  // Z'V^-1 Z with only the eliminated side in V, and Z'V^-1 W with W = [sqrt(rho) Z_kept, 1].
  const raw = new Float64Array(size * size);
  const cross = new Float64Array(size * columns);
  const add = (a: Float64Array, at: number, value: number) => {
    a[at] = (a[at] as number) + value;
  };
  for (let i = 0; i < eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const count = to - from;
    const h = 1 / (1 + lambda * count);
    add(raw, i * size + i, h * count);
    add(cross, i * columns + kept, h * count);
    for (let p = from; p < to; p++) {
      const j = keptOf[p] as number;
      const row = eliminated + j;
      add(raw, i * size + row, h);
      add(raw, row * size + i, h);
      add(raw, row * size + row, 1);
      add(cross, i * columns + j, tau * h);
      add(cross, row * columns + kept, h);
      add(cross, row * columns + j, tau);
      for (let q = from; q < to; q++) {
        const k = keptOf[q] as number;
        add(raw, row * size + eliminated + k, -lambda * h);
        add(cross, row * columns + k, -tau * lambda * h);
      }
    }
  }
  const half = new Float64Array(size * columns);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < columns; k++) {
      const c = cross[i * columns + k] as number;
      if (c === 0) continue;
      for (let l = 0; l < columns; l++)
        add(half, i * columns + l, c * (exact.inverse[k * columns + l] as number));
    }
  }
  const s2 = fit.variance.residual;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = raw[i * size + j] as number;
      for (let k = 0; k < columns; k++)
        sum -= (half[i * columns + k] as number) * (cross[j * columns + k] as number);
      raw[i * size + j] = sum / s2;
    }
  }
  return raw;
}
