import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { PastOperation } from "@/lib/contracts/operations";
import { contestedFields } from "./contested";

const [LAPTOP, PHONE] = [v7(), v7()];
function past(clientId: string, revision: number, baseRevision: number, mark: 3 | 4, overtaken = false) {
  const value = { state: "observed" as const, mark };
  const one: PastOperation = {
    opId: v7(),
    clientId,
    field: "rating.fix",
    change: { field: "rating", dimension: "fix", value },
    baseRevision,
    revision,
    device: clientId === PHONE ? "phone" : "computer",
    madeAt: "2026-11-23T14:03:00.000Z",
    overtaken,
  };
  return one;
}

test("two devices that had not seen each other: what stands and what was lost, whichever arrived first", () => {
  const laptop = past(LAPTOP, 5, 4, 3);
  const phone = past(PHONE, 6, 4, 4);
  expect(contestedFields([laptop, phone])).toEqual([{ field: "rating.fix", stands: phone, lost: laptop }]);
  const late = past(PHONE, 6, 4, 4, true);
  expect(contestedFields([laptop, late])).toEqual([{ field: "rating.fix", stands: laptop, lost: late }]);
});

test("a change made after seeing the other's is a decision, and so is keeping or restoring", () => {
  const laptop = past(LAPTOP, 5, 4, 3);
  expect(contestedFields([laptop, past(PHONE, 6, 5, 4)])).toEqual([]);
  const phone = past(PHONE, 6, 4, 4);
  expect(contestedFields([laptop, phone, past(LAPTOP, 7, 6, 4)])).toEqual([]);
  expect(contestedFields([laptop, phone, past(LAPTOP, 7, 6, 3)])).toEqual([]);
});

test("the same value entered twice is no question", () => {
  expect(contestedFields([past(LAPTOP, 5, 4, 3), past(PHONE, 6, 4, 3)])).toEqual([]);
});
