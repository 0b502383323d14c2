import { z } from "zod";
import { orderOf } from "../../../stats/ranks/tie-groups";
import type { ReferenceCase } from "../case";
import type { Figure } from "../figures";

/** One figure a label, in the order of the labels. */
export function byLabel(labels: readonly string[], values: ArrayLike<number | null>): Figure {
  return Object.fromEntries(labels.map((label, i) => [label, values[i] ?? null]));
}

/** The square matrix of the units of an order, null on the diagonal. */
export function squareOf(order: readonly number[], value: (row: number, column: number) => number): Figure {
  return order.map((row) => order.map((column) => (row === column ? null : value(row, column))));
}

/** Estimates closer than this differ by rounding only. */
const ROUNDING = 1e-9;

/**
 * Best first. Among estimates equal to rounding the case's own listing decides: two programs that
 * agree to twelve digits may still print such a pair in either order.
 */
export function orderAsListed(
  { expected }: ReferenceCase,
  estimate: Float64Array,
  labels: readonly string[],
): number[] {
  const listed = expected.find((one) => /^top\d+_order$/.test(one.stat));
  const names = z.array(z.string()).safeParse(listed?.value);
  const place = new Map(names.success ? names.data.map((name, at) => [name, at] as const) : []);
  const placeOf = (i: number) => place.get(labels[i] ?? "") ?? Number.MAX_SAFE_INTEGER;
  const order = [...orderOf(estimate)];
  const value = (i: number) => estimate[i] ?? Number.NaN;
  // Runs of equal estimates, each put in the listing's order.
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && value(order[from] ?? 0) - value(order[to] ?? 0) < ROUNDING) to++;
    const run = order.slice(from, to).sort((a, b) => placeOf(a) - placeOf(b));
    order.splice(from, run.length, ...run);
    from = to;
  }
  return order;
}
