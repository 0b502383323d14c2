import { MINIMUMS } from "../minimums";
import { defined, type Interval, type Outcome, undefinedFor } from "../outcome";
import { quantile } from "../quantile";
import { type Random, randomIndex } from "../random";
import { reweighted, type UnitCounts } from "./counts";
import type { Metric } from "./disagreement";
import { krippendorffAlpha } from "./krippendorff-alpha";

/**
 * The second opinion on alpha's interval: units drawn with replacement, alpha of each draw, and the
 * middle share of them. The ordinal distances are made anew in every draw, as they follow the margins.
 *
 * Range: an interval within alpha's own range.
 * Unit: that of alpha.
 * Minimum n: MINIMUMS.bootstrapUnits units: below, it covers far less than it claims.
 * Undefined: as alpha; `too-few-units` below the minimum; `no-variation` when no draw had any variation.
 * Draws without variation are dropped and counted.
 * Source: Zapf et al. (2016), https://doi.org/10.1186/s12874-016-0200-9
 *
 * @example
 * alphaBootstrap(counts, "ordinal", seededRandom(1), { resamples: 2000 });
 */
export function alphaBootstrap(
  counts: UnitCounts,
  metric: Metric,
  next: Random,
  options: { readonly resamples: number; readonly level?: number; readonly minUnits?: number },
): Outcome<AlphaBootstrap> {
  const whole = krippendorffAlpha(counts, metric);
  if (!whole.ok) return whole;
  const { resamples, level = 0.95, minUnits = MINIMUMS.bootstrapUnits } = options;
  const pairable = pairableOf(counts);
  if (pairable.length < minUnits) {
    const detail = `A bootstrap needs ${minUnits} units rated twice; there are ${pairable.length}.`;
    return undefinedFor("too-few-units", detail, minUnits - pairable.length);
  }
  const estimates: number[] = [];
  for (let b = 0; b < resamples; b++) {
    const drawn = krippendorffAlpha(resample(counts, pairable, next), metric);
    if (drawn.ok) estimates.push(drawn.value.estimate);
  }
  const sorted = Float64Array.from(estimates).sort();
  if (sorted.length === 0) return undefinedFor("no-variation", "No resample had two different ratings.");
  const tail = (1 - level) / 2;
  const interval: Interval = [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  return defined({ interval, resamples, dropped: resamples - sorted.length });
}

export interface AlphaBootstrap {
  readonly interval: Interval;
  readonly resamples: number;
  /** Draws in which every rating was the same. */
  readonly dropped: number;
}

/** The pattern of each pairable unit. */
function pairableOf(counts: UnitCounts): Int32Array {
  const pattern = new Int32Array(counts.pairableUnits);
  let filled = 0;
  for (let p = 0; p < counts.patterns; p++) {
    if ((counts.size[p] ?? 0) < 2) continue;
    pattern.fill(p, filled, filled + (counts.weight[p] ?? 0));
    filled += counts.weight[p] ?? 0;
  }
  return pattern;
}

function resample(counts: UnitCounts, pairable: Int32Array, next: Random): UnitCounts {
  const weight = new Int32Array(counts.patterns);
  for (let k = 0; k < pairable.length; k++) {
    const p = pairable[randomIndex(next, pairable.length)] ?? 0;
    weight[p] = (weight[p] ?? 0) + 1;
  }
  return reweighted(counts, weight);
}
