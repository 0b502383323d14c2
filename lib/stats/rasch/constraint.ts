/**
 * Parameters of a block that sum to zero, written by all but the last *active* one; inactive ones
 * (extreme or absent elements) stay at zero.
 *
 * Range: finite. Undefined: never. Minimum n: one active parameter a block.
 * Unit: logits.
 * Source: Searle, Casella & McCulloch (1992), https://doi.org/10.1002/9780470316856
 *
 * @example
 * sumToZero([{ first: 0, active: [0, 1, 2] }], 3).free; // [0, 1]: the third is minus their sum
 */
export interface Block {
  readonly first: number;
  readonly active: readonly number[];
}

export interface Constraint {
  /** The parameters left free. */
  readonly free: readonly number[];
  /** For each free parameter, the last of its block: it moves the other way. */
  readonly last: readonly number[];
  readonly size: number;
}

export function sumToZero(blocks: readonly Block[], size: number): Constraint {
  const free: number[] = [];
  const last: number[] = [];
  for (const { first, active } of blocks) {
    const end = active.at(-1);
    if (end === undefined) continue;
    for (const one of active.slice(0, -1)) {
      free.push(first + one);
      last.push(first + end);
    }
  }
  return { free, last, size };
}

/** The slope (or any linear form) in free parameters. */
export function reduceVector({ free, last }: Constraint, full: Float64Array, first = 0): Float64Array {
  return Float64Array.from(
    free,
    (p, a) => (full[first + p] as number) - (full[first + (last[a] as number)] as number),
  );
}

/** The information in free parameters, row-major. */
export function reduceMatrix({ free, last, size }: Constraint, full: Float64Array): Float64Array {
  const n = free.length;
  const entry = (p: number, q: number) => full[p * size + q] as number;
  return Float64Array.from({ length: n * n }, (_, at) => {
    const a = Math.floor(at / n);
    const b = at % n;
    const [p, q] = [free[a] as number, free[b] as number];
    const [lp, lq] = [last[a] as number, last[b] as number];
    return entry(p, q) - entry(p, lq) - entry(lp, q) + entry(lp, lq);
  });
}

/** Free parameters spread back over all of them. */
export function expandVector({ free, last, size }: Constraint, reduced: Float64Array): Float64Array {
  const full = new Float64Array(size);
  free.forEach((p, a) => {
    const value = reduced[a] as number;
    full[p] = (full[p] as number) + value;
    full[last[a] as number] = (full[last[a] as number] as number) - value;
  });
  return full;
}

/** The variance of each full parameter from the covariance of the free ones. */
export function expandVariances({ free, last, size }: Constraint, covariance: Float64Array): Float64Array {
  const n = free.length;
  const full = new Float64Array(size);
  for (let a = 0; a < n; a++) {
    full[free[a] as number] = covariance[a * n + a] as number;
    for (let b = 0; b < n; b++) {
      if (last[a] === last[b]) {
        full[last[a] as number] = (full[last[a] as number] as number) + (covariance[a * n + b] as number);
      }
    }
  }
  return full;
}
