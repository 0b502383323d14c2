/**
 * Preconditioned conjugate gradients on a block of right-hand sides at once, the preconditioner being
 * the operator's own diagonal. Starts from what is in x (a neighbouring problem's answer saves steps).
 *
 * Range: finite. Undefined: stops after `MOST_STEPS` with what it has; callers look at `steps`.
 * Unit: that of the right-hand side. Minimum n: none.
 * Source: Hestenes & Stiefel (1952), https://doi.org/10.6028/jres.049.044
 *
 * @example
 * const x = new Float64Array(s.size * 2);
 * solveBlock(s, b, x, 2, 1e-9); // x now solves S x = b for both columns
 */
interface Operator<Width extends number> {
  readonly size: number;
  readonly diagonal: Float64Array;
  apply(x: Float64Array, y: Float64Array, width: Width): void;
}

export interface BlockSolution {
  readonly steps: number;
  /** b - S x, interleaved as x is. */
  readonly residual: Float64Array;
}

const MOST_STEPS = 2000;

export function solveBlock<Width extends number>(
  operator: Operator<Width>,
  b: Float64Array,
  x: Float64Array,
  width: Width,
  tolerance: number,
): BlockSolution {
  const { diagonal } = operator;
  const image = new Float64Array(b.length);
  operator.apply(x, image, width);
  const residual = b.map((value, at) => value - (image[at] as number));
  const direction = divided(residual, diagonal, width);
  const target = weightedSquares(b, diagonal, width).map((square) => square * tolerance * tolerance);
  let squares = weightedSquares(residual, diagonal, width);
  let steps = 0;
  const far = () => squares.some((square, p) => square > (target[p] as number));
  const alpha = new Float64Array(width);
  const beta = new Float64Array(width);
  while (steps < MOST_STEPS && far()) {
    steps++;
    operator.apply(direction, image, width);
    const curvature = products(direction, image, width);
    for (let p = 0; p < width; p++) {
      alpha[p] = (curvature[p] as number) > 0 ? (squares[p] as number) / (curvature[p] as number) : 0;
    }
    for (let at = 0; at < x.length; at += width) {
      for (let p = 0; p < width; p++) {
        const a = alpha[p] as number;
        x[at + p] = (x[at + p] as number) + a * (direction[at + p] as number);
        residual[at + p] = (residual[at + p] as number) - a * (image[at + p] as number);
      }
    }
    const next = weightedSquares(residual, diagonal, width);
    for (let p = 0; p < width; p++) {
      beta[p] = (squares[p] as number) > 0 ? (next[p] as number) / (squares[p] as number) : 0;
    }
    for (let j = 0, at = 0; j < diagonal.length; j++) {
      const d = diagonal[j] as number;
      for (let p = 0; p < width; p++, at++) {
        direction[at] = (residual[at] as number) / d + (beta[p] as number) * (direction[at] as number);
      }
    }
    squares = next;
  }
  return { steps, residual };
}

/** Each vector divided by the diagonal. */
export function divided(x: Float64Array, diagonal: Float64Array, width: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let j = 0, at = 0; j < diagonal.length; j++) {
    const d = diagonal[j] as number;
    for (let p = 0; p < width; p++, at++) result[at] = (x[at] as number) / d;
  }
  return result;
}

/** The dot product of each pair of columns. */
export function products(x: Float64Array, y: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let at = 0; at < x.length; at += width) {
    for (let p = 0; p < width; p++) {
      sums[p] = (sums[p] as number) + (x[at + p] as number) * (y[at + p] as number);
    }
  }
  return sums;
}

function weightedSquares(x: Float64Array, diagonal: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let j = 0, at = 0; j < diagonal.length; j++) {
    const d = 1 / (diagonal[j] as number);
    for (let p = 0; p < width; p++, at++) sums[p] = (sums[p] as number) + (x[at] as number) ** 2 * d;
  }
  return sums;
}
