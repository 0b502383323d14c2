import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filteredRows, LIST_SORTS, type Listed, sortedRows, stageOf } from "./candidate-list";
import { DIMENSIONS } from "./scale";

const NOW = new Date("2026-06-30T12:00:00Z");
const YESTERDAY = new Date("2026-06-29T12:00:00Z");
const TOMORROW = new Date("2026-07-01T12:00:00Z");

function row(name: string, composite: number | null, rest: Partial<Listed> = {}): Listed {
  return {
    applicationId: name,
    candidate: { name },
    stage: "scoring",
    seats: 3,
    submitted: 2,
    composite:
      composite === null
        ? { state: "incomplete", dimensions: 1, needed: 4 }
        : { state: "complete", value: composite, dimensions: 5 },
    dimensions: Object.fromEntries(
      DIMENSIONS.map((d) => [d, { quality: composite }]),
    ) as Listed["dimensions"],
    split: false,
    traps: [],
    lastActivityAt: null,
    waitingSince: null,
    blind: false,
    ...rest,
  };
}

const names = (rows: readonly Listed[]) => rows.map(({ candidate }) => candidate.name);

test.each([
  [{ seats: 0, submitted: 0, heldAt: null }, "not-scheduled"],
  [{ seats: 2, submitted: 0, heldAt: TOMORROW }, "scheduled"],
  [{ seats: 2, submitted: 0, heldAt: YESTERDAY }, "scoring"],
  [{ seats: 2, submitted: 1, heldAt: TOMORROW }, "scoring"],
  [{ seats: 2, submitted: 2, heldAt: YESTERDAY }, "complete"],
  [{ seats: 0, submitted: 0, heldAt: YESTERDAY }, "scoring"],
] as const)("%o is %s", (seats, stage) => {
  expect(stageOf(seats, NOW)).toBe(stage);
});

describe("filters", () => {
  const rows = [
    row("Zoë Ångström", 4, { split: true }),
    row("Abe Low", null, { submitted: 0, waitingSince: YESTERDAY.toISOString() }),
    row("Ewa Holt", 3, { submitted: 3, stage: "complete", traps: [{ trap: "no-noticing" }] }),
  ];
  test("every word of a search is found in any order, accents and case aside", () => {
    expect(names(filteredRows(rows, { q: "angstrom ZOE" }))).toEqual(["Zoë Ångström"]);
    expect(names(filteredRows(rows, { q: "  " }))).toHaveLength(3);
  });
  test("several marks must all hold; stage and trap narrow further", () => {
    expect(names(filteredRows(rows, { only: ["missing"] }))).toEqual(["Zoë Ångström", "Abe Low"]);
    expect(names(filteredRows(rows, { only: ["missing", "split"] }))).toEqual(["Zoë Ångström"]);
    expect(names(filteredRows(rows, { only: ["overdue", "unscored"] }))).toEqual(["Abe Low"]);
    expect(names(filteredRows(rows, { stage: "complete" }))).toEqual(["Ewa Holt"]);
    expect(names(filteredRows(rows, { trap: "no-noticing" }))).toEqual(["Ewa Holt"]);
    expect(names(filteredRows(rows, { trap: "fake-mistake" }))).toEqual([]);
  });
});

describe("orders", () => {
  const rows = [row("Ben", 3), row("None", null), row("Ada", 3.001), row("Cy", 4.2)];
  test("no figure stands at the end either way; what prints the same goes by name", () => {
    expect(names(sortedRows(rows, "composite", "first"))).toEqual(["Cy", "Ada", "Ben", "None"]);
    expect(names(sortedRows(rows, "composite", "last"))).toEqual(["Ada", "Ben", "Cy", "None"]);
  });
  test("who waits longest comes first, and nobody who does not wait", () => {
    const waiting = [
      row("New", 1, { waitingSince: NOW.toISOString() }),
      row("Old", 1, { waitingSince: YESTERDAY.toISOString() }),
      row("Done", 5),
    ];
    expect(names(sortedRows(waiting, "waiting", "first"))).toEqual(["Old", "New", "Done"]);
  });
  test("the order in which rows come never shows, whatever they are sorted by", () => {
    const some = fc.array(
      fc.record({
        name: fc.constantFrom("Ada", "Ben", "Cy"),
        value: fc.option(fc.integer({ min: 1, max: 3 })),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...LIST_SORTS),
        fc.constantFrom("first", "last"),
        (given, sort, order) => {
          const made = given.map(({ name, value }, at) => ({
            ...row(name, value),
            applicationId: String(at),
          }));
          const sorted = sortedRows(made, sort, order as "first" | "last");
          expect(sortedRows([...made].reverse(), sort, order as "first" | "last")).toEqual(sorted);
          expect(sorted).toHaveLength(made.length);
        },
      ),
    );
  });
});
