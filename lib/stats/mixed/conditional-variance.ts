import { factor, inverse } from "../linalg/dense";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { CrossedFit } from "./crossed-fit";

/**
 * The conditional variance of effects given mu and the variances, as lme4's ranef(condVar = TRUE)
 * reports it. Too small for any interval on a screen: it is here so that figures can be set side by side.
 *
 * Unit: score points (standard deviations). Range: >= 0. Minimum n: as the fit.
 * Undefined when: fitted by iteration (`too-many-raters`).
 * Source: Bates et al. (2015), eq. 58, https://doi.org/10.18637/jss.v067.i01
 *
 * @example
 * const found = conditionalDeviations(fit);
 * found.ok && found.value.unit[0]; // .271359532757505 for Penicillin plate a
 */
export function conditionalDeviations(fit: CrossedFit): Outcome<{ unit: Float64Array; rater: Float64Array }> {
  const { layout, lambda, rho, exact } = fit.solved;
  if (exact === null)
    return undefinedFor("too-many-raters", "After iteration the conditional variances are not formed.");
  const { kept, start, keptOf } = layout;
  const system = new Float64Array(kept * kept);
  for (let j = 0; j < kept; j++) system[j * kept + j] = 1 + rho * (layout.keptCount[j] as number);
  for (let i = 0; i < layout.eliminated; i++) {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const weight = (rho * lambda) / (1 + lambda * (to - from));
    for (let p = from; p < to; p++) {
      const row = (keptOf[p] as number) * kept;
      for (let q = from; q < to; q++) {
        const at = row + (keptOf[q] as number);
        system[at] = (system[at] as number) - weight;
      }
    }
  }
  if (!factor(system, kept)) return undefinedFor("not-converged", "The system cannot be factored.");
  const whole = inverse(system, kept);
  const s2 = fit.variance.residual;
  const ofKept = new Float64Array(kept).map((_, j) => Math.sqrt(s2 * rho * (whole[j * kept + j] as number)));
  const ofEliminated = new Float64Array(layout.eliminated).map((_, i) => {
    const from = start[i] as number;
    const to = start[i + 1] as number;
    const g = lambda / (1 + lambda * (to - from));
    let sum = 0;
    for (let p = from; p < to; p++) {
      for (let q = from; q < to; q++)
        sum += whole[(keptOf[p] as number) * kept + (keptOf[q] as number)] as number;
    }
    return Math.sqrt(s2 * (g + g * g * rho * sum));
  });
  return defined(
    layout.keptIsRater ? { unit: ofEliminated, rater: ofKept } : { unit: ofKept, rater: ofEliminated },
  );
}
