import { type RaschTable, selectRows } from "./rating-table";

/**
 * Elements with no finite estimate: every rating in the lowest or every one in the highest category.
 * Leaving them out may make others extreme, so the search repeats.
 *
 * Range: index lists. Undefined: never. Minimum n: none.
 * Unit: none.
 * Source: Wright (1998), Rasch Measurement Transactions 12:2;
 * Warm (1989) on why they have none, https://doi.org/10.1007/BF02294627
 *
 * @example
 * withoutExtremes(table).persons; // persons who got only the top (or only the bottom) category
 */
export interface WithoutExtremes {
  readonly table: RaschTable;
  readonly persons: readonly number[];
  readonly raters: readonly number[];
  readonly items: readonly number[];
}

export function withoutExtremes(table: RaschTable): WithoutExtremes {
  const found = { persons: new Set<number>(), raters: new Set<number>(), items: new Set<number>() };
  let rest = table;
  for (;;) {
    const persons = extremesOf(rest, rest.person, rest.persons, found.persons);
    const raters = extremesOf(rest, rest.rater, rest.raters, found.raters);
    // A single item carries no location of its own: it cannot be extreme beside the persons.
    const items = table.items > 1 ? extremesOf(rest, rest.item, rest.items, found.items) : 0;
    if (persons + raters + items === 0) break;
    const current = rest;
    rest = selectRows(
      current,
      (row) =>
        !found.persons.has(current.person[row] as number) &&
        !found.raters.has(current.rater[row] as number) &&
        !found.items.has(current.item[row] as number),
    );
  }
  const listed = (set: Set<number>) => [...set].sort((a, b) => a - b);
  return {
    table: rest,
    persons: listed(found.persons),
    raters: listed(found.raters),
    items: listed(found.items),
  };
}

function extremesOf(table: RaschTable, of: Int32Array, count: number, into: Set<number>): number {
  const top = table.levels.length - 1;
  const seen = new Int32Array(count);
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  of.forEach((element, row) => {
    seen[element] = (seen[element] as number) + 1;
    if (table.category[row] === 0) low[element] = (low[element] as number) + 1;
    if (table.category[row] === top) high[element] = (high[element] as number) + 1;
  });
  let added = 0;
  for (let element = 0; element < count; element++) {
    const n = seen[element] as number;
    if (n === 0 || into.has(element) || (low[element] !== n && high[element] !== n)) continue;
    into.add(element);
    added++;
  }
  return added;
}
