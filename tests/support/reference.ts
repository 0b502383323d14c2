import { existsSync } from "node:fs";
import { test } from "vitest";
import { readCases } from "../../lib/commands/reference/case";
import { readMatrix, readRatings } from "../../lib/commands/reference/table";
import { casesFolder, casesPath } from "./cases";

/** A test against another program's figures: skipped, and named as skipped, where the cases are not at hand. */
export const testWithCases = test.runIf(existsSync(casesPath()));

/** A reference case by its id: its data as the statistics take it, and another program's figures. */
export function referenceCase(id: string) {
  const found = readCases(casesFolder()).cases.find((one) => one.id === id);
  if (!found) throw new Error(`No reference case ${id}`);
  return {
    subject: found,
    table: () => readMatrix(found),
    ratings: () => readRatings(found),
    /** The expected number of a statistic. */
    number(stat: string): number {
      const value = found.expected.find((one) => one.stat === stat)?.value;
      if (typeof value !== "number") throw new Error(`${id} has no number ${stat}`);
      return value;
    },
    /** The expected list of numbers of a statistic. */
    numbers(stat: string): number[] {
      const value = found.expected.find((one) => one.stat === stat)?.value;
      if (!Array.isArray(value)) throw new Error(`${id} has no list ${stat}`);
      return value.map(Number);
    },
  };
}
