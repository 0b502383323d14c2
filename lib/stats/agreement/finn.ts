import { defined, type Outcome, undefinedFor } from "../outcome";
import { evenVariance } from "./within-group";

/**
 * Finn's coefficient: one less the residual variance over that of even chance on the scale; the mean of
 * the uncut rwg when one-way. Works where units hardly differ and an ICC collapses.
 *
 * Range: up to 1; negative when people scatter more than chance. Unit: none. Minimum n: as ICC.
 * Undefined: `invalid-scale` with one scale point.
 * Source: Finn (1970), https://doi.org/10.1177/001316447003000106
 *
 * @example
 * finn(1.5, 5); // 1 - 1.5 / 2 = .25
 */
export function finn(meanSquare: number, scalePoints: number): Outcome<number> {
  const even = evenVariance(scalePoints);
  return even > 0
    ? defined(1 - meanSquare / even)
    : undefinedFor("invalid-scale", "A scale needs two points or more.");
}
