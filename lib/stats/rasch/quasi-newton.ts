/**
 * The minimum of a smooth function with known slope: BFGS steps from a first guess of the curvature.
 *
 * Range: finite. Undefined: null when the steps do not settle. Minimum n: one variable.
 * Unit: that of the function.
 * Source: Nocedal & Wright (2006), Numerical Optimization, 6.1, https://doi.org/10.1007/978-0-387-40065-5
 *
 * @example
 * descend(([x = 0]) => ({ value: (x - 2) ** 2, slope: Float64Array.of(2 * (x - 2)) }), [0], [2])?.at; // [2]
 */
export interface Sloped {
  readonly value: number;
  readonly slope: Float64Array;
}

const MOST_STEPS = 500;
const MOST_HALVINGS = 30;
const ENOUGH_DESCENT = 1e-4;
/** Expected gain below which the search has arrived. */
const SETTLED = 1e-10;

export function descend(
  f: (x: Float64Array) => Sloped,
  start: ArrayLike<number>,
  curvature: ArrayLike<number>,
): { readonly at: Float64Array; readonly value: number } | null {
  const n = start.length;
  let at = Float64Array.from(start);
  let here = f(at);
  const inverse = new Float64Array(n * n);
  for (let k = 0; k < n; k++) inverse[k * n + k] = 1 / Math.max(curvature[k] as number, 1e-6);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = times(inverse, here.slope).map((x) => -x);
    const gain = -inner(direction, here.slope);
    if (!(gain > SETTLED)) return { at, value: here.value };
    let share = Math.min(1, 1 / largest(direction));
    let next = at;
    let there = here;
    let halving = 0;
    for (; halving < MOST_HALVINGS; halving++, share /= 2) {
      next = at.map((x, k) => x + share * (direction[k] as number));
      there = f(next);
      if (there.value <= here.value - ENOUGH_DESCENT * share * gain) break;
    }
    if (halving === MOST_HALVINGS) return { at, value: here.value };
    update(inverse, at, next, here.slope, there.slope);
    at = next;
    here = there;
  }
  return null;
}

/** The BFGS update of the inverse curvature; skipped where the curvature is not positive. */
function update(
  inverse: Float64Array,
  from: Float64Array,
  to: Float64Array,
  before: Float64Array,
  after: Float64Array,
) {
  const n = from.length;
  const s = to.map((x, k) => x - (from[k] as number));
  const y = after.map((x, k) => x - (before[k] as number));
  const sy = inner(s, y);
  if (!(sy > 0)) return;
  const hy = times(inverse, y);
  const scale = (1 + inner(y, hy) / sy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const cross = (hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number);
      inverse[i * n + j] =
        (inverse[i * n + j] as number) + scale * (s[i] as number) * (s[j] as number) - cross / sy;
    }
  }
}

function times(matrix: Float64Array, x: Float64Array): Float64Array<ArrayBuffer> {
  const n = x.length;
  return Float64Array.from({ length: n }, (_, i) => inner(matrix.subarray(i * n, (i + 1) * n), x));
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function largest(x: Float64Array): number {
  return x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
