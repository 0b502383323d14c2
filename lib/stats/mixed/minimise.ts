/**
 * A minimum of a smooth function of a few variables without derivatives: the Nelder-Mead simplex.
 * Used where a fit is refitted under a constraint and a closed slope would be longer than the problem.
 *
 * Range: finite. Undefined: never; it answers the best point met. Minimum n: one variable.
 * Unit: that of the function.
 * Source: Nelder & Mead (1965), https://doi.org/10.1093/comjnl/7.4.308
 *
 * @example
 * minimise(([x = 0]) => (x - 2) ** 2, [0]).at; // [2.0000...]
 */
export interface Minimum {
  readonly at: number[];
  readonly value: number;
}

const MOST_EVALUATIONS = 600;
const SETTLED = 1e-8;

export function minimise(f: (x: readonly number[]) => number, start: readonly number[], size = 0.3): Minimum {
  const n = start.length;
  const simplex: Minimum[] = Array.from({ length: n + 1 }, (_, k) => {
    const at = start.map((x, j) => (j === k - 1 ? x + size : x));
    return { at, value: f(at) };
  });
  const byValue = (a: Minimum, b: Minimum) => a.value - b.value;
  for (let evaluations = n + 1; evaluations < MOST_EVALUATIONS; ) {
    simplex.sort(byValue);
    const best = simplex[0] as Minimum;
    const worst = simplex[n] as Minimum;
    if (Math.abs(worst.value - best.value) <= SETTLED * (1 + Math.abs(best.value))) break;
    const centre = start.map(
      (_, j) => simplex.slice(0, n).reduce((sum, p) => sum + (p.at[j] as number), 0) / n,
    );
    const towards = (share: number): Minimum => {
      const at = centre.map((c, j) => c + share * ((worst.at[j] as number) - c));
      evaluations++;
      return { at, value: f(at) };
    };
    const reflected = towards(-1);
    if (reflected.value < best.value) {
      const expanded = towards(-2);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < (simplex[n - 1] as Minimum).value) simplex[n] = reflected;
    else {
      const contracted = towards(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[n] = contracted;
      else {
        for (let k = 1; k <= n; k++) {
          const at = (simplex[k] as Minimum).at.map((x, j) => ((best.at[j] as number) + x) / 2);
          simplex[k] = { at, value: f(at) };
          evaluations++;
        }
      }
    }
  }
  return simplex.sort(byValue)[0] as Minimum;
}
