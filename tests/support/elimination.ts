/** Plain linear algebra for tests that write a model out by its definition. */
export const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);

/** Gauss-Jordan on a positive definite matrix: solutions for the columns, and the log-determinant. */
export function eliminate(matrix: readonly (readonly number[])[], columns: readonly (readonly number[])[]) {
  const rows = matrix.map((row, i) => [...row, ...columns.map((column) => column[i] ?? 0)]);
  let logDeterminant = 0;
  for (let i = 0; i < rows.length; i++) {
    const pivotRow = rows[i] ?? [];
    const pivot = pivotRow[i] ?? 0;
    logDeterminant += Math.log(pivot);
    rows[i] = pivotRow.map((value) => value / pivot);
    rows.forEach((row, k) => {
      const factor = row[i] ?? 0;
      if (k !== i) rows[k] = row.map((value, c) => value - factor * (rows[i]?.[c] ?? 0));
    });
  }
  const solved = columns.map((_, c) => rows.map((row) => row[matrix.length + c] ?? 0));
  return { solved, logDeterminant };
}
