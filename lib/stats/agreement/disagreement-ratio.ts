import type { Disagreement, Margins } from "./disagreement";

/**
 * ((a - b) / (a + b))^2: from 1 to 2 is as far as from 10 to 20.
 *
 * Range: 0 up. Unit: ratings. Minimum n: one unit rated twice.
 * Undefined: values at or below 0, which `disagreement` refuses first.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * ratioDisagreement(margins).seen; // units (1, 1) and (1, 2): 2 / 9
 */
export function ratioDisagreement({ counts, perCategory }: Margins): Disagreement {
  const { start, category, count, size, values } = counts;
  const distance = (a: number, b: number) =>
    (((values[a] ?? 0) - (values[b] ?? 0)) / ((values[a] ?? 0) + (values[b] ?? 0))) ** 2;
  const toAll = new Float64Array(values.length);
  let byChance = 0;
  for (let a = 0; a < values.length; a++) {
    for (let b = 0; b < values.length; b++)
      toAll[a] = (toAll[a] ?? 0) + (perCategory[b] ?? 0) * distance(a, b);
    byChance += (perCategory[a] ?? 0) * (toAll[a] ?? 0);
  }
  /** Sum over ordered pairs of the unit's own ratings. */
  const pairsIn = (p: number) => {
    let pairs = 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) {
      for (let f = start[p] ?? 0; f < e; f++) {
        pairs += 2 * (count[e] ?? 0) * (count[f] ?? 0) * distance(category[e] ?? 0, category[f] ?? 0);
      }
    }
    return pairs;
  };
  let seen = 0;
  for (let p = 0; p < counts.patterns; p++) {
    const m = size[p] ?? 0;
    if (m > 1) seen += ((counts.weight[p] ?? 0) * pairsIn(p)) / (m - 1);
  }
  const without = (p: number) => {
    const own = pairsIn(p);
    let toOthers = 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) {
      toOthers += (count[e] ?? 0) * (toAll[category[e] ?? 0] ?? 0);
    }
    return { seen: seen - own / ((size[p] ?? 0) - 1), byChance: byChance - 2 * toOthers + own };
  };
  return { seen, byChance, without };
}
