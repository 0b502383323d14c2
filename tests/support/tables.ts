import fc from "fast-check";
import type { Outcome } from "../../lib/stats/outcome";

/** Tables of two to eight units by two to five raters on a scale of 1 to 5, with holes. */
export const sparseTables = fc.integer({ min: 2, max: 5 }).chain((raters) =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }), {
      minLength: raters,
      maxLength: raters,
    }),
    { minLength: 2, maxLength: 8 },
  ),
);

/** The same without holes. */
export const completeTables = fc.integer({ min: 2, max: 5 }).chain((raters) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: raters, maxLength: raters }), {
    minLength: 2,
    maxLength: 8,
  }),
);

/** A table and the same one with its rows and columns in another order: nothing may depend on it. */
export function withAnotherOrder<T>(tables: fc.Arbitrary<T[][]>) {
  return tables.chain((table) =>
    fc.tuple(permutation(table.length), permutation(table[0]?.length ?? 0)).map(([rows, columns]) => ({
      table,
      shuffled: rows.map((u) => columns.map((r) => pick(pick(table, u), r))),
    })),
  );
}

function permutation(length: number) {
  const places = Array.from({ length }, (_, at) => at);
  return fc.shuffledSubarray(places, { minLength: length, maxLength: length });
}

function pick<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error(`no place ${at}`);
  return found;
}

/** The figure of an outcome that must exist. */
export function figureOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`undefined: ${outcome.reason}: ${outcome.detail}`);
  return outcome.value;
}

/** The reason of an outcome that must be missing. */
export function reasonOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`defined: ${JSON.stringify(outcome.value)}`);
  return outcome.reason;
}
