/**
 * p values adjusted so that among those called significant at level a, at most the share a is called so
 * by chance: with forty raters, two would pass an unadjusted .05 with nobody at fault.
 *
 * Range: 0 to 1, never below the p it came from. Unit: probability. Minimum n: 1.
 * Undefined: never; an empty list stays empty.
 * Source: Benjamini & Hochberg (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03]); // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = p.map((_, at) => at).sort((a, b) => (p[b] ?? 1) - (p[a] ?? 1));
  const adjusted = p.map(() => 1);
  let least = 1;
  order.forEach((at, place) => {
    least = Math.min(least, (p[at] ?? 1) * (p.length / (p.length - place)));
    adjusted[at] = least;
  });
  return adjusted;
}
