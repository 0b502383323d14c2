import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../random";
import { solveBlock } from "./conjugate-gradients";
import { factor, inverse, logDeterminant, solveInPlace } from "./dense";
import { estimateLogDeterminant } from "./log-determinant";
import { quadratureOfLog } from "./tridiagonal";

/** A positive definite matrix of any size: A'A + I of random numbers. */
function matrixOf(size: number, seed: number): Float64Array {
  const next = seededRandom(seed);
  const a = Float64Array.from({ length: size * size }, () => next() - 0.5);
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < size; k++) sum += (a[k * size + i] ?? 0) * (a[k * size + j] ?? 0);
    return sum;
  });
}

function operatorOf(matrix: Float64Array, size: number) {
  return {
    size,
    diagonal: Float64Array.from({ length: size }, (_, i) => matrix[i * (size + 1)] ?? 0),
    apply(x: Float64Array, y: Float64Array, width: number) {
      y.fill(0);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          for (let p = 0; p < width; p++) {
            y[i * width + p] =
              (y[i * width + p] ?? 0) + (matrix[i * size + j] ?? 0) * (x[j * width + p] ?? 0);
          }
        }
      }
    },
  };
}

test("the worked example: factor and log-determinant of [[4, 2], [2, 3]]", () => {
  const a = Float64Array.of(4, 2, 2, 3);
  expect(factor(a, 2)).toBe(true);
  expect(logDeterminant(a, 2)).toBeCloseTo(Math.log(8), 14);
  expect(factor(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
});

test("the inverse undoes the matrix and the solution solves it, whatever the size", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 1000 }), (size, seed) => {
      const matrix = matrixOf(size, seed);
      const lower = matrix.slice();
      expect(factor(lower, size)).toBe(true);
      const back = inverse(lower, size);
      const x = new Float64Array(size).fill(1);
      solveInPlace(lower, size, x);
      for (let i = 0; i < size; i++) {
        let one = 0;
        let row = 0;
        for (let k = 0; k < size; k++) {
          one += (matrix[i * size + k] ?? 0) * (back[k * size + i] ?? 0);
          row += (matrix[i * size + k] ?? 0) * (x[k] ?? 0);
        }
        expect(one).toBeCloseTo(1, 9);
        expect(row).toBeCloseTo(1, 9);
      }
    }),
  );
});

test("conjugate gradients agree with the dense solution, column by column", () => {
  const size = 40;
  const matrix = matrixOf(size, 3);
  const b = Float64Array.from({ length: size * 2 }, (_, at) => Math.sin(at));
  const x = new Float64Array(size * 2);
  solveBlock(operatorOf(matrix, size), b, x, 2, 1e-12);
  const lower = matrix.slice();
  factor(lower, size);
  const second = Float64Array.from({ length: size }, (_, j) => b[j * 2 + 1] ?? 0);
  solveInPlace(lower, size, second);
  second.forEach((value, j) => {
    expect(x[j * 2 + 1]).toBeCloseTo(value, 8);
  });
});

test("the estimated log-determinant of a diagonally heavy matrix is close to the factor's", () => {
  const size = 60;
  const matrix = matrixOf(size, 8).map((value, at) => (at % (size + 1) === 0 ? value + 20 : value));
  const lower = matrix.slice();
  factor(lower, size);
  const estimate = estimateLogDeterminant(operatorOf(matrix, size), 4, seededRandom(1));
  expect(Math.abs(estimate - logDeterminant(lower, size))).toBeLessThan(0.3);
});

test("Gauss quadrature of the logarithm: one point, and a 2 x 2 by its eigenvalues", () => {
  expect(quadratureOfLog([Math.E], [])).toBeCloseTo(1, 14);
  // [[2, 1], [1, 2]] has eigenvalues 1 and 3, each with weight one half on e1.
  expect(quadratureOfLog([2, 2], [1])).toBeCloseTo(Math.log(3) / 2, 12);
});
