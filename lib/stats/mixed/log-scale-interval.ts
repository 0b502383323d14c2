import { normalQuantile } from "../distributions";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";

/**
 * An interval of a variance from its standard error, on the log scale: v x exp(+- z se / v). A variance is skewed and
 * cannot be negative, so v +- z se would promise too little above and the impossible below.
 *
 * Unit: squared score points, as the variance. Range: both ends > 0, the variance between them. Minimum n: as for the
 * standard error. Undefined when: the variance is 0 or smaller than its error (`no-variation`: the logarithm of what
 * may be 0 has no such interval), or its error is not known (`not-converged`).
 * Source: Pinheiro & Bates (2000), 2.4.3, https://doi.org/10.1007/b98882; Oehlert (1992) on the delta method,
 * https://doi.org/10.1080/00031305.1992.10475842
 *
 * @example
 * logScaleInterval(0.717, 0.2264); // Penicillin's plates: [.386, 1.331]; the profile says [.401, 1.397]
 */
export function logScaleInterval(
  variance: number,
  se: number | undefined,
  level = USUAL_LEVEL,
): Outcome<Interval> {
  if (!(variance > 0)) return undefinedFor("no-variation", "The variance is estimated as 0.");
  if (se === undefined || !Number.isFinite(se))
    return undefinedFor("not-converged", "The error of the variance cannot be told: two parts are one.");
  if (se > variance)
    return undefinedFor("no-variation", "The variance is smaller than its error: it cannot be told from 0.");
  const factor = Math.exp((normalQuantile((1 + level) / 2) * se) / variance);
  return defined([variance / factor, variance * factor]);
}

const USUAL_LEVEL = 0.95;
