import type { Disagreement, Margins } from "./disagreement";

/**
 * Distance 1 between different values, 0 between equal ones; order and size do not matter.
 *
 * Range: 0 up. Unit: ratings. Minimum n: one unit rated twice. Undefined: never, given margins.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff (2007),
 * https://doi.org/10.1080/19312450709336664
 *
 * @example
 * nominalDisagreement(margins).seen; // units (1, 1) and (1, 2): 2
 */
export function nominalDisagreement({ counts, perCategory, ratings }: Margins): Disagreement {
  const { start, category, count, size } = counts;
  let squares = 0;
  for (const n of perCategory) squares += n * n;
  const seenIn = (p: number) => {
    const m = size[p] ?? 0;
    let own = 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) own += (count[e] ?? 0) * (count[e] ?? 0);
    return m < 2 ? 0 : (m * m - own) / (m - 1);
  };
  let seen = 0;
  for (let p = 0; p < counts.patterns; p++) seen += (counts.weight[p] ?? 0) * seenIn(p);
  const without = (p: number) => {
    const left = ratings - (size[p] ?? 0);
    let change = 0;
    for (let e = start[p] ?? 0; e < (start[p + 1] ?? 0); e++) {
      const own = count[e] ?? 0;
      change += own * (own - 2 * (perCategory[category[e] ?? 0] ?? 0));
    }
    return { seen: seen - seenIn(p), byChance: left * left - squares - change };
  };
  return { seen, byChance: ratings * ratings - squares, without };
}
