import { defined, type Outcome, undefinedFor } from "../outcome";
import { pooledChance } from "./fleiss-kappa";
import { type Coefficient, spreadOf } from "./linearised";
import type { AgreementProfile } from "./profile";

/**
 * Krippendorff's alpha in Gwet's form, with his linearised standard error: a third opinion on the
 * interval beside jackknife and bootstrap. With identity weights it is nominal alpha, with quadratic
 * weights interval alpha; with ordinal weights it is *not* Krippendorff's ordinal alpha.
 *
 * Range: up to 1; 0 is chance. Unit: none.
 * Minimum n: two units rated twice; MINIMUMS.agreementUnits to be shown.
 * Undefined: `no-pairs`; `too-few-units` with one unit; `no-variation` when all pairable ratings are equal.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, ch. 5 (ISBN 978-0970806284);
 * Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
 *
 * @example
 * // Sparse panel of 60 x 25, quadratic weights: .43011, SE .06308
 * alphaGwet(profile);
 */
export function alphaGwet(profile: AgreementProfile, level = 0.95): Outcome<Coefficient> {
  const { counts, weights, place, agreement } = profile;
  const units = counts.pairableUnits;
  const meanSize = counts.pairableRatings / units;
  const share = new Float64Array(weights.q);
  let raw = 0;
  for (const p of pairable(profile)) {
    const w = counts.weight[p] ?? 0;
    raw += (w * (agreement[p] ?? 0) * (counts.size[p] ?? 0)) / meanSize / units;
    for (let e = counts.start[p] ?? 0; e < (counts.start[p + 1] ?? 0); e++) {
      const c = place[counts.category[e] ?? 0] ?? 0;
      share[c] = (share[c] ?? 0) + (w * (counts.count[e] ?? 0)) / meanSize / units;
    }
  }
  const { near, expected } = pooledChance(share, weights.credit);
  const room = 1 - expected;
  if (room <= 1e-12) return undefinedFor("no-variation", "Every rating that could be compared is the same.");
  if (units < 2)
    return undefinedFor("too-few-units", "One unit alone cannot show agreement above chance.", 1);
  const observed = raw + (1 - raw) / counts.pairableRatings;
  const uncorrected = (raw - expected) / room;
  let squares = 0;
  for (const p of pairable(profile)) {
    const m = counts.size[p] ?? 0;
    const longer = (m - meanSize) / meanSize;
    let chance = 0;
    for (let e = counts.start[p] ?? 0; e < (counts.start[p + 1] ?? 0); e++) {
      chance += ((counts.count[e] ?? 0) * (near[place[counts.category[e] ?? 0] ?? 0] ?? 0)) / meanSize;
    }
    const own = (((agreement[p] ?? 0) * m) / meanSize - observed * longer - expected) / room;
    const shift =
      own - (2 * (1 - uncorrected) * (chance - expected * longer - expected)) / room - uncorrected;
    squares += (counts.weight[p] ?? 0) * shift * shift;
  }
  const estimate = (observed - expected) / room;
  const standardError = Math.sqrt(squares / (units * (units - 1)));
  return defined({
    estimate,
    observed,
    expected,
    units,
    spread: spreadOf(estimate, standardError, units, level),
  });
}

function pairable({ counts }: AgreementProfile): number[] {
  const found: number[] = [];
  for (let p = 0; p < counts.patterns; p++) if ((counts.size[p] ?? 0) > 1) found.push(p);
  return found;
}
